import NewsModel
import TextBytes

/// Looks back for speakers that a passage does not name: the one who spoke before, the one a pronoun stands for, the body whose
/// statement is quoted, the paper that held the interview. What it finds is marked as implied.
struct SourceSearch {
  let page: Page
  let maker: LinkMaker

  func paragraph(_ draft: Draft) -> Int { page.frames[draft.frame].paragraph }

  func implied(_ link: ChainLink) -> ChainLink {
    var link = link
    link.implied = true
    link.role = .speaker
    return link
  }

  /// The speaker of what went before, for a quotation that names none.
  func preceding(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    if drafts[i].origin == .sequel {
      return spoken(before: i, reach: 0...0, drafts, own) { _ in true }.map(implied)
    }
    if let link = inFrame(i, drafts, own) { return implied(link) }
    if page.folder.dropsSubjects, let link = dropped(i, drafts, own) { return implied(link) }
    if drafts[i].origin != .continuation, let party = lead(of: drafts[i].frame) {
      return implied(maker.link(party, role: .speaker))
    }
    if isAboutThings(drafts[i]) { return nil }
    if let party = subjectBefore(drafts[i], drafts) { return implied(maker.link(party, role: .speaker)) }
    var k = i - 1
    while k >= 0, paragraph(drafts[i]) - paragraph(drafts[k]) <= 1 {
      defer { k -= 1 }
      if drafts[i].content.contains(drafts[k].content), drafts[i].frame == drafts[k].frame { continue }
      if [.response, .according].contains(drafts[k].origin), drafts[k].frame != drafts[i].frame { continue }
      if isNested(k, drafts), drafts[k].frame != drafts[i].frame { continue }
      if let speaker = own[k].first { return implied(speaker) }
    }
    return subject(upTo: drafts[i].frame).map { implied(maker.link($0, role: .speaker)) }
  }

  /// For a verb without a subject behind what is said: who spoke before in the paragraph, whom it names, or the clause's own
  /// subject where that is a body or a person ("La empresa cerró la planta, informó").
  private func dropped(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    guard let cue = drafts[i].cue, drafts[i].speaker == nil, cue.start >= drafts[i].content.start else { return nil }
    if let party = colonLead(drafts[i]) { return maker.link(party, role: .speaker) }
    if !drafts[i].parts.isEmpty, drafts[i].origin == .report {
      return personBefore(cue, drafts[i].frame) ?? spoken(before: i, reach: 0...0, drafts, own) { $0.kind != .document }
        ?? lastPerson(before: drafts[i].frame, reach: 0...0) { _ in true }
        ?? leadBefore(drafts[i], drafts).map { maker.link($0, role: .speaker) }
    }
    if drafts[i].origin == .direct || cue.start >= drafts[i].content.end {
      if let link = spoken(before: i, reach: 0...0, drafts, own, fits: { $0.kind != .document }) { return link }
      if drafts[i].origin != .direct, let party = lead(of: drafts[i].frame) {
        let link = maker.link(party, role: .speaker)
        if link.kind == .organization || link.kind == .person { return link }
      }
      return lastPerson(before: drafts[i].frame, reach: 0...0) { _ in true }
    }
    return nil
  }

  /// "Soto fue tajante: «No», dijo": the subject of the clause that leads to the quotation.
  private func colonLead(_ draft: Draft) -> Party? {
    let tokens = page.frames[draft.frame].tokens
    guard let quote = tokens.first(where: { page.inQuote($0) }), quote > tokens.lowerBound, page.isColon(quote - 1)
    else { return nil }
    return lead(of: draft.frame)
  }

  /// "En 2021, Peña perdió, recuerda, …": the last person named before an inserted verb.
  private func personBefore(_ cue: TextSpan, _ frame: Int) -> ChainLink? {
    let before = page.frames[frame].tokens.lowerBound..<page.reading.tokens(in: cue).lowerBound
    for i in before.reversed() where page.mentionAt[i] >= 0 && !page.inQuote(i) {
      let mention = page.mentions[Int(page.mentionAt[i])]
      if mention.type == .person, mention.kind == .name, mention.entity != nil {
        return maker.link(Party(page.reading.tokens(in: mention.span)), role: .speaker)
      }
    }
    return nil
  }

  /// "The document": the file of which the text told before.
  func file(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    guard let speaker = drafts[i].speaker, own[i][0].kind == .document, own[i][0].entity == nil,
      page.has(speaker.tokens.lowerBound, .definite), page.has(page.head(of: speaker.tokens), .generic)
    else { return nil }
    return spoken(before: i, reach: 0...1, drafts, own) { $0.kind == .document }.map { placed($0, at: speaker) }
  }

  /// The last who spoke in a sentence before, so many paragraphs back, and is fit.
  private func spoken(
    before i: Int, reach: ClosedRange<Int>, _ drafts: [Draft], _ own: [[ChainLink]], fits: (ChainLink) -> Bool
  ) -> ChainLink? {
    var k = i - 1
    while k >= 0, paragraph(drafts[i]) - paragraph(drafts[k]) <= reach.upperBound {
      defer { k -= 1 }
      guard drafts[k].frame != drafts[i].frame, paragraph(drafts[i]) - paragraph(drafts[k]) >= reach.lowerBound,
        !isNested(k, drafts), let link = own[k].first, fits(link)
      else { continue }
      return link
    }
    return nil
  }

  /// Whether the clause has a subject of its own that can say nothing: "The flood … and underscored the need".
  private func isAboutThings(_ draft: Draft) -> Bool {
    guard draft.origin == .report, draft.cue != nil else { return false }
    let tokens = page.frames[draft.frame].tokens
    let subject = page.leadingSubject(from: tokens.lowerBound, limit: tokens.upperBound)
    return subject.map { !page.canSpeak($0) } ?? false
  }

  /// For a quotation behind a sentence of the same paragraph in which nobody speaks: the subject of that sentence.
  private func subjectBefore(_ draft: Draft, _ drafts: [Draft]) -> Party? {
    guard draft.origin == .continuation else { return nil }
    return leadBefore(draft, drafts)
  }

  private func leadBefore(_ draft: Draft, _ drafts: [Draft]) -> Party? {
    let before = draft.frame - 1
    guard before >= 0, page.frames[before].paragraph == paragraph(draft),
      !drafts.contains(where: { $0.frame == before })
    else { return nil }
    return lead(of: before)
  }

  /// The speaker of the attribution before, in the same sentence and not inside what is said or in a relative clause.
  private func inFrame(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    guard let cue = drafts[i].cue else { return nil }
    for k in drafts.indices.reversed() where k != i && drafts[k].frame == drafts[i].frame {
      guard let other = drafts[k].cue, other < cue, let link = own[k].first, !isNested(k, drafts),
        !drafts[i].content.contains(other),
        drafts[k].origin != .according
      else { continue }
      if let speaker = drafts[k].speaker, page.hasClass(speaker.end, .relative), !page.isComma(speaker.end) { continue }
      return link
    }
    return nil
  }

  /// The subject with which a sentence begins, if it can speak.
  private func lead(of frame: Int) -> Party? {
    let tokens = page.frames[frame].tokens
    guard var party = page.leadingSubject(from: tokens.lowerBound, limit: tokens.upperBound), page.canSpeak(party)
    else { return nil }
    party.apposition = page.nameBeside(party.tokens, limit: tokens.upperBound)
    return party
  }

  private func isNested(_ k: Int, _ drafts: [Draft]) -> Bool {
    guard let cue = drafts[k].cue else { return false }
    return drafts.indices.contains { $0 != k && isHolder(drafts[$0], of: cue, in: drafts[k].frame) }
  }

  private func isHolder(_ draft: Draft, of cue: TextSpan, in frame: Int) -> Bool {
    draft.frame == frame && draft.origin == .report && draft.content.contains(cue)
      && (draft.parts.isEmpty || draft.parts.contains { $0.contains(cue) })
  }

  /// The subject of the sentence, or of the last one before it in this paragraph or the one before, that can speak.
  func subject(upTo frame: Int) -> Party? {
    var k = frame
    while k >= 0, page.frames[frame].paragraph - page.frames[k].paragraph <= 1 {
      let tokens = page.frames[k].tokens
      if let party = page.leadingSubject(from: tokens.lowerBound, limit: tokens.upperBound), page.canSpeak(party) {
        return party
      }
      k -= 1
    }
    return nil
  }

  /// Whom an unresolved pronoun or a bare description means: who was asked just before, or who spoke before and is of its kind.
  func antecedent(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    if let again = again(i, drafts, own) { return again }
    guard let speaker = drafts[i].speaker, own[i][0].entity == nil else { return nil }
    guard speaker.tokens.count == 1, page.has(speaker.tokens.lowerBound, .subject) else {
      return described(i, speaker, drafts, own).map { placed($0, at: speaker) }
    }
    if let asked = asked(i, drafts) { return placed(asked, at: speaker) }
    let pronoun = Antecedent(page: page, pronoun: speaker.tokens.lowerBound)
    if pronoun.isThing, let body = bodyBefore(drafts[i].frame) { return placed(body, at: speaker) }
    for back in 0...1 {
      if let link = spoken(before: i, reach: back...back, drafts, own, fits: pronoun.fits) {
        return placed(link, at: speaker)
      }
      if pronoun.isPerson, let link = lastPerson(before: drafts[i].frame, reach: back...back, fits: pronoun.fits) {
        return placed(link, at: speaker)
      }
    }
    return nil
  }

  /// "… a spokesman said. …, he added": the one who spoke just before, whomever else the sentences name.
  private func again(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    guard let speaker = drafts[i].speaker, speaker.tokens.count == 1, page.has(speaker.tokens.lowerBound, .subject),
      let cue = drafts[i].cue, page.reading.tokens(in: cue).contains(where: { page.has($0, .additive) })
    else { return nil }
    let pronoun = Antecedent(page: page, pronoun: speaker.tokens.lowerBound)
    guard pronoun.isPerson,
      let link = spoken(before: i, reach: 0...0, drafts, own, fits: { $0.kind != .document && $0.kind != .group }),
      link.kind != .person || pronoun.fits(link)
    else { return nil }
    return placed(link, at: speaker)
  }

  private func asked(_ i: Int, _ drafts: [Draft]) -> ChainLink? {
    guard drafts[i].origin == .response else { return nil }
    var k = i - 1
    while k >= 0, paragraph(drafts[i]) - paragraph(drafts[k]) <= 2 {
      if drafts[k].act == .question, let asked = drafts[k].addressee { return maker.link(asked, role: .speaker) }
      k -= 1
    }
    return nil
  }

  /// "La sindicalista": the last speaker, if the phrase is a person's description without a name.
  private func described(_ i: Int, _ speaker: Party, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    let head = page.head(of: speaker.tokens)
    guard speaker.tokens.count == 2, page.has(speaker.tokens.lowerBound, .definite), own[i][0].kind != .document,
      !page.isCapitalized(head), !page.has(head, [.person, .body, .media, .document, .group]), !page.isPlural(head),
      page.has(head, .source) || page.isOccupation(head)
    else { return nil }
    let noun = Antecedent(page: page, noun: head, article: speaker.tokens.lowerBound)
    return spoken(before: i, reach: 0...1, drafts, own) { $0.kind == .person && $0.entity != nil && noun.fits($0) }
  }

  /// The body with which the sentence before begins: "The owner, Lima Metals, gave a figure. It said …".
  private func bodyBefore(_ frame: Int) -> ChainLink? {
    guard frame > 0, page.frames[frame - 1].paragraph == page.frames[frame].paragraph,
      var party = lead(of: frame - 1)
    else { return nil }
    party.apposition = page.appositionAfter(party.tokens, limit: page.frames[frame - 1].tokens.upperBound)
    let link = maker.link(party, role: .speaker)
    let isNamed = link.entity != nil || page.has(page.head(of: party.tokens), .body)
    return link.kind == .organization && isNamed ? link : nil
  }

  /// A link whose words are the pronoun's.
  private func placed(_ link: ChainLink, at pronoun: Party) -> ChainLink {
    var link = link
    link.role = .speaker
    link.implied = false
    link.at = .text(page.reading.span(ofTokens: pronoun.tokens) ?? TextSpan(0, 0))
    return link
  }

  /// The first person named in the nearest sentence before, so many paragraphs back, who is fit.
  private func lastPerson(before frame: Int, reach: ClosedRange<Int>, fits: (ChainLink) -> Bool) -> ChainLink? {
    var k = frame - 1
    while k >= 0, page.frames[frame].paragraph - page.frames[k].paragraph <= reach.upperBound {
      defer { k -= 1 }
      guard page.frames[frame].paragraph - page.frames[k].paragraph >= reach.lowerBound else { continue }
      for i in page.frames[k].tokens where page.mentionAt[i] >= 0 {
        let mention = page.mentions[Int(page.mentionAt[i])]
        guard mention.type == .person, mention.kind == .name, mention.entity != nil else { continue }
        let link = maker.link(Party(page.reading.tokens(in: mention.span)), role: .speaker)
        if fits(link) { return implied(link) }
      }
    }
    return nil
  }

}
