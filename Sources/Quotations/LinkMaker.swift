import Lexicon
import NewsModel
import TextBytes

/// Turns parties into links of a chain: who is meant, what they are, whether they are named.
struct LinkMaker {
  let page: Page

  /// The link for `party`. People of a body whom a medium alone has spoken to do not speak for the body: `isTold`.
  func link(_ party: Party, role: ChainLink.Role, isTold: Bool = false) -> ChainLink {
    let span = page.reading.span(ofTokens: party.tokens) ?? TextSpan(0, 0)
    let head = page.head(of: party.tokens)
    let mention = mention(for: party, head: head).flatMap { fits($0, party, head) ? $0 : nil }
    let text = page.reading.text[span]
    let office = isTold ? nil : bodySpeaking(in: party, head: head)
    let entity = office?.entity ?? mention?.entity ?? holder(of: party, head: head)
    let name = entity.flatMap { page.entities.indices.contains($0) ? page.entities[$0].name : nil } ?? text
    var link = ChainLink(role: role, at: .text(span), entity: entity, kind: kind(party, head, mention), name: name)
    if office != nil || speaksForOffice(party, head: head) {
      link.kind = .organization
    } else if isAnonymous(party, head: head, mention), isTold || !isStaff(party, head) {
      link.anonymous = true
      link.kind = .unnamed
      link.description = page.reading.text[description(of: party)]
      link.count = count(party)
    }
    return link
  }

  /// Whether a description may mean whom it was taken for: no man is "la alcaldesa".
  private func fits(_ mention: Mention, _ party: Party, _ head: Int) -> Bool {
    guard mention.kind == .nominal, mention.type == .person, let entity = mention.entity else { return true }
    let noun = Antecedent(page: page, noun: head, article: party.tokens.lowerBound)
    return noun.fits(
      ChainLink(role: .speaker, at: .text(mention.span), entity: entity, kind: .person, name: ""))
  }

  /// The link for a medium; "the news agency" is the last one that the text named before it.
  func relay(_ party: Party) -> ChainLink {
    var link = link(party, role: .relay)
    let head = page.head(of: party.tokens)
    guard link.entity == nil, page.has(party.tokens.lowerBound, .definite), page.has(head, .media),
      !party.tokens.contains(where: { page.isCapitalized($0) && !page.isStart($0) })
    else { return link }
    for i in (0..<party.tokens.lowerBound).reversed() where page.isInName(i) {
      guard let found = mention(at: i), let entity = found.entity, found.type != .person, isMedium(found),
        !page.isOwnOutlet(Party(page.reading.tokens(in: found.span)))
      else { continue }
      link.entity = entity
      link.name = page.entities[entity].name
      link.kind = .organization
      return link
    }
    return link
  }

  /// The mention that says who the party is: a person's name, the mention on the head, a name in a document's title, or one beside it.
  private func mention(for party: Party, head: Int) -> Mention? {
    let isWriting = page.has(head, [.document, .message])
    if isWriting, let range = party.apposition, let found = beside(range), found.type == .organization { return found }
    if let found = names(in: party.tokens).last(where: {
      isWriting ? ($0.type != .person || isMedium($0)) && !isPlace($0) : $0.type == .person || $0.type == .organization
    }),
      isWriting || found.span.end == page.tokens[coreEnd(party.tokens) - 1].span.end
    {
      return found
    }
    if let found = mention(at: head), found.kind != .demonym, found.entity != nil { return found }
    if let range = party.apposition, let found = beside(range), !isWriting || found.type == .organization {
      return found
    }
    return mention(at: head).flatMap { $0.kind == .demonym ? nil : $0 }
  }

  /// Whether a name only tells where: "the tapes heard in | the High Court".
  private func isPlace(_ mention: Mention) -> Bool {
    var k = page.reading.tokens(in: mention.span).lowerBound - 1
    while k > 0, page.isDeterminer(k) { k -= 1 }
    return page.has(k, .inside)
  }

  /// The name beside a description: a person's, or a body's right behind the comma.
  private func beside(_ apposition: Range<Int>) -> Mention? {
    let names = names(in: apposition)
    if let person = names.first(where: { $0.type == .person }) { return person }
    return names.first { $0.type == .organization && $0.span.start == page.tokens[apposition.lowerBound].span.start }
  }

  /// The person who holds the office that a phrase names ("the president of Peru"), if the article knows just one.
  private func holder(of party: Party, head: Int) -> Int? {
    guard page.has(head, .person), page.has(party.tokens.lowerBound, .definite), let office = office(at: head) else {
      return nil
    }
    let countries = party.tokens.compactMap { mention(at: $0)?.entity }.compactMap {
      page.entities[$0].country ?? page.entities[$0].key
    }
    let noun = Antecedent(page: page, noun: head, article: party.tokens.lowerBound)
    let held = page.entities.indices.filter { i in
      page.entities[i].type == .person
        && page.entities[i].roles.contains {
          Lexicon.shared.office($0)?.key == office || FoldHash($0) == page.tokens[head].fold
        } && noun.fits(ChainLink(role: .speaker, at: .text(page.tokens[head].span), entity: i, kind: .person, name: ""))
    }
    let there = held.filter { i in
      page.entities[i].country.map { country in countries.contains { $0 == country || $0 == "country:" + country } }
        ?? false
    }
    if countries.isEmpty { return held.count == 1 ? held[0] : nil }
    if there.isEmpty {
      let unplaced = held.filter { page.entities[$0].country == nil }
      let near = unplaced.count > 1 ? unplaced.filter { isNamed($0, shortlyBefore: head) } : unplaced
      return near.count == 1 ? near[0] : nil
    }
    return there.count == 1 ? there[0] : nil
  }

  /// Whether one of the two sentences before, or this one, names the entity.
  private func isNamed(_ entity: Int, shortlyBefore i: Int) -> Bool {
    guard let sentence = page.reading.sentence(at: page.tokens[i].span.start) else { return false }
    let start = page.reading.sentences[max(0, sentence - 2)].tokens.lowerBound
    return (start..<i).contains { mention(at: $0)?.entity == entity }
  }

  private func office(at i: Int) -> String? {
    Lexicon.shared.words(of: page.reading.language.code).offices[page.tokens[i].fold]?.key
  }

  private func isMedium(_ mention: Mention) -> Bool { page.isMedia(Party(page.reading.tokens(in: mention.span))) }

  private func mention(at i: Int) -> Mention? { page.mentionAt[i] >= 0 ? page.mentions[Int(page.mentionAt[i])] : nil }

  /// The names in `range` that have an entity, in order.
  private func names(in range: Range<Int>) -> [Mention] {
    var found: [Mention] = []
    for i in range {
      if let mention = mention(at: i), mention.kind == .name, mention.entity != nil, found.last != mention {
        found.append(mention)
      }
    }
    return found
  }

  private func coreEnd(_ phrase: Range<Int>) -> Int {
    phrase.dropFirst().first { page.isPreposition($0) || page.hasClass($0, .coordinator) } ?? phrase.upperBound
  }

  private func kind(_ party: Party, _ head: Int, _ mention: Mention?) -> ChainLink.Kind {
    let isWriting = page.has(head, .document) && mention?.head != page.tokens[head].span
    if page.isMedia(party), !page.has(head, .person), !isWriting { return .organization }
    if isWriting, let mention, page.isMedia(Party(page.reading.tokens(in: mention.span))) { return .organization }
    if isWriting, !page.isCapitalized(head) || page.isStart(head) { return .document }
    let type =
      mention?.entity.flatMap { page.entities.indices.contains($0) ? page.entities[$0].type : nil } ?? mention?.type
    if let mention, let type, mention.kind != .pronoun || mention.entity != nil {
      switch type {
      case .person: return .person
      case .organization, .location: return .organization
      case .work, .law: return .document
      default: break
      }
    }
    if page.has(head, [.body, .media, .neuter]) { return .organization }
    if page.has(head, .group) { return .group }
    if page.isPlural(head), page.has(head, [.person, .source]), !page.isCapitalized(head) { return .group }
    if page.has(head, [.person, .source, .subject]) { return .person }
    if mention == nil, page.isStart(head), page.isPlural(head) { return .group }
    return page.isCapitalized(head) ? mention?.type == .other || mention == nil ? .organization : .person : .group
  }

  private func isAnonymous(_ party: Party, head: Int, _ mention: Mention?) -> Bool {
    if page.oneOfThem(endingAt: party.tokens.upperBound - 1, floor: party.tokens.lowerBound) != nil { return true }
    let isIndefinite = page.isIndefinitePerson(party.tokens, head: head) && !isNamedBeside(party)
    guard page.has(head, .source) || isUnnamedMedia(party, head) || isIndefinite else { return false }
    if let mention, mention.kind == .name, mention.type == .person || mention.type == .organization { return false }
    if isIndefinite { return true }
    // "her neighbour": one person, known to whom the text speaks of.
    if page.hasClass(party.tokens.lowerBound, .possessive), !page.isPlural(head), !page.has(head, .strong) {
      return false
    }
    let isDefinite = page.has(party.tokens.lowerBound, .definite)
    if isDefinite, mention?.entity != nil, mention?.type == .person { return false }
    if isDefinite, !page.has(head, .strong) { return false }
    return !page.isCapitalized(head) || page.isStart(head)
  }

  /// "Doctors at the Lima Hospital": whoever works in a body that is named, where nobody counts them.
  private func isStaff(_ party: Party, _ head: Int) -> Bool {
    page.isPlural(head) && !page.has(head, .strong) && !page.isIndefinitePerson(party.tokens, head: head)
      && page.isPreposition(head + 1)
      && names(in: party.tokens).contains { $0.type == .organization && !isMedium($0) }
  }

  /// "Prosecutors", "los fiscales": people who speak for their office, where no number or "some" picks out a few of them.
  func speaksForOffice(_ party: Party, head: Int) -> Bool {
    page.has(head, .office) && page.isPlural(head) && !page.isIndefinitePerson(party.tokens, head: head)
      && (!page.isCapitalized(head) || page.isStart(head))
  }

  /// "Health Ministry officials", "officials at the ministry": the body named whose people speak, where nobody counts them.
  private func bodySpeaking(in party: Party, head: Int) -> Mention? {
    guard page.has(head, .strong), page.isPlural(head), isOfficeholder(head),
      !page.isIndefinitePerson(party.tokens, head: head)
    else { return nil }
    let bodies = names(in: party.tokens).filter { $0.type == .organization && !isMedium($0) }
    return bodies.count == 1 ? bodies[0] : nil
  }

  private func isOfficeholder(_ i: Int) -> Bool { page.office(at: i)?.class == .government }

  /// "A Brantwick spokeswoman, Ana Ruiz,": the name stands beside.
  private func isNamedBeside(_ party: Party) -> Bool {
    party.apposition.map { names(in: $0).contains { $0.type == .person } } ?? false
  }

  /// The phrase with the clause that says who they are: "two engineers who worked at the mine".
  private func description(of party: Party) -> TextSpan {
    let first = party.tokens.upperBound
    var end = first
    if page.hasClass(first, [.relative, .participle]), page.isKind(first, .word) {
      end = party.end > first ? party.end : clauseEnd(from: first)
    }
    return page.reading.span(ofTokens: party.tokens.lowerBound..<end) ?? TextSpan(0, 0)
  }

  private func clauseEnd(from first: Int) -> Int {
    var i = first
    while i < page.tokens.count, i < first + 16, !page.isKind(i, .separator), !page.isKind(i, .terminal),
      !page.isKind(i, .dash), !page.isFiniteCue(i)
    { i += 1 }
    return i
  }

  private func isUnnamedMedia(_ party: Party, _ head: Int) -> Bool {
    guard page.has(head, .media), !page.has(head, .body) || page.mentionAt[head] < 0,
      !page.isCapitalized(head) || page.isStart(head)
    else { return false }
    return page.reading.text.bytes[page.tokens[head].span.end - 1] == UInt8(ascii: "s")
  }

  private func count(_ party: Party) -> Int? {
    for i in party.tokens {
      if page.has(i, .one) { return 1 }
      if let count = page.folder.counts[page.tokens[i].fold] { return count }
      if page.isNominal(i), page.has(i, .source) { break }
    }
    return nil
  }
}
