import NewsModel
import TextBytes

// Bodies and media behind what is said: whose statement it is, who gives an account of it, who held the interview.
extension SourceSearch {
  /// The body whose statement speaks: "the statement said" behind "Lima issued a statement".
  func issuer(_ i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    let link = own[i][0]
    guard link.kind == .document, link.entity == nil else { return nil }
    var frame = drafts[i].frame - 1
    while frame >= 0, page.frames[drafts[i].frame].paragraph - page.frames[frame].paragraph <= 3 {
      if let party = publisher(in: page.frames[frame].tokens) ?? writer(frame, drafts) ?? paper(frame, drafts[i], drafts) {
        var found = implied(maker.link(party, role: .speaker))
        found.kind = .document
        return found
      }
      frame -= 1
    }
    return nil
  }

  private func publisher(in range: Range<Int>) -> Party? {
    for i in range {
      guard let length = page.phrase(.issue, at: i) else { continue }
      let behind = (i + length)..<min(i + length + 5, range.upperBound)
      guard behind.contains(where: { page.has($0, .document) && !page.has($0, .media) }),
        case .party(let party) = page.subject(before: i, floor: range.lowerBound), page.canSpeak(party)
      else { continue }
      return party
    }
    return nil
  }

  /// The paper behind "the report", which the sentences before named as telling it.
  private func paper(_ frame: Int, _ draft: Draft, _ drafts: [Draft]) -> Party? {
    guard let speaker = draft.speaker, page.has(speaker.tokens.lowerBound, .definite),
      page.has(page.head(of: speaker.tokens), .piece), draft.frame - frame <= 3
    else { return nil }
    let told = drafts.last { $0.frame == frame }
    return told.flatMap { ($0.relays + [$0.speaker].compactMap { $0 }).first { page.isMedia($0) && !page.isOwnOutlet($0) } }
  }

  /// "The ministry said in a statement", "In a statement, the ministry said".
  private func writer(_ frame: Int, _ drafts: [Draft]) -> Party? {
    let found = drafts.last { $0.frame == frame && $0.speaker != nil && $0.cue != nil }
    guard let found, let cue = found.cue, let speaker = found.speaker else { return nil }
    let behind = page.reading.tokens(in: cue).upperBound
    let tokens = page.frames[frame].tokens
    let near = behind..<min(behind + 8, tokens.upperBound)
    let before = tokens.lowerBound..<max(tokens.lowerBound, min(speaker.start, tokens.lowerBound + 8))
    return [near, before].joined().contains { page.has($0, .document) && page.has($0, .venue) && !page.inQuote($0) }
      ? speaker : nil
  }

  /// The body whose account of somebody's words the next paragraph gives: "Soto voiced “regret” … The palace said that Soto …".
  func readout(of i: Int, _ drafts: [Draft], _ own: [[ChainLink]]) -> ChainLink? {
    guard drafts[i].directness == .mixed, let entity = own[i].first?.entity, let cue = drafts[i].cue,
      let hit = page.hit(page.reading.tokens(in: cue).upperBound - 1), !hit.cue.takes.contains(.bare),
      hit.cue.takes.contains(.noun)
    else { return nil }
    for k in drafts.indices
    where k > i && paragraph(drafts[k]) - paragraph(drafts[i]) <= 1 && drafts[k].frame != drafts[i].frame {
      guard let link = own[k].first, link.kind == .organization, link.entity != entity else { continue }
      let content = page.reading.tokens(in: drafts[k].content)
      let subject = page.leadingSubject(from: content.lowerBound, limit: content.upperBound)
      guard let subject, names(entity, in: subject.tokens) else { continue }
      return implied(link)
    }
    return nil
  }

  /// The paper in whose interview the speaker spoke, told in this paragraph or the one before.
  func interviewer(of speaker: ChainLink, frame: Int) -> ChainLink? {
    guard let entity = speaker.entity else { return nil }
    var k = frame - 1
    while k >= 0, page.frames[frame].paragraph - page.frames[k].paragraph <= 1 {
      let tokens = page.frames[k].tokens
      if let party = page.interviewer(in: tokens, apart: []), names(entity, in: tokens) {
        var link = maker.link(party, role: .relay)
        link.implied = true
        return link
      }
      k -= 1
    }
    return nil
  }

  private func names(_ entity: Int, in range: Range<Int>) -> Bool {
    range.contains { page.mentionAt[$0] >= 0 && page.mentions[Int(page.mentionAt[$0])].entity == entity }
  }
}
