import Lexicon
import NewsModel
import TextBytes

/// Makes quotations of drafts: nested attributions become relays of what they hold, and what a passage leaves out is taken
/// from the passages before it or from the article's credit, and marked as implied.
struct ChainResolver {
  let page: Page
  let credit: ChainLink?
  private let maker: LinkMaker

  init(page: Page, credit: ChainLink?) {
    self.page = page
    self.credit = credit
    maker = LinkMaker(page: page)
  }

  /// The quotations of `drafts`, which come in the order of frames.
  func resolve(_ drafts: [Draft]) -> [Quotation] {
    let ordered = drafts.sorted {
      ($0.frame, $0.extent.lower, $0.content.upper) < ($1.frame, $1.extent.lower, $1.content.upper)
    }
    var own = ordered.map(ownChain)
    let sources = SourceSearch(page: page, maker: maker)
    for i in ordered.indices {
      if own[i].isEmpty || ordered[i].inherits {
        own[i] = (sources.preceding(i, ordered, own).map { [$0] } ?? []) + own[i].map(relaying)
      } else if let antecedent = sources.antecedent(i, ordered, own) {
        own[i][0] = antecedent
      } else if let issuer = sources.issuer(i, ordered, own) {
        own[i][0] = issuer
      } else if let file = sources.file(i, ordered, own) {
        own[i][0] = file
      }
    }
    var quotations: [Quotation] = []
    var chains: [[ChainLink]] = []
    for i in ordered.indices {
      if own[i].isEmpty, [.report, .sequel, .according].contains(ordered[i].origin), ordered[i].directness == .indirect
      {
        chains.append([])
        continue
      }
      var chain = own[i]
      var child = i
      var depth = 0
      while let parent = parent(of: child, ordered), depth < 4 {
        for link in own[parent] { append(link, to: &chain) }
        child = parent
        depth += 1
      }
      carryOver(&chain, i, ordered, chains)
      if chain.count == 1, let interviewer = sources.interviewer(of: chain[0], frame: ordered[i].frame) {
        append(interviewer, to: &chain)
      }
      if chain.count == 1, let readout = sources.readout(of: i, ordered, own) { append(readout, to: &chain) }
      chains.append(chain)
      addCredit(&chain)
      quotations.append(quotation(ordered[i], chain))
    }
    return quotations
  }

  private func ownChain(_ draft: Draft) -> [ChainLink] {
    var chain: [ChainLink] = []
    if let speaker = draft.speaker {
      let isTold =
        draft.addressee.map {
          page.isMedia($0) && !page.isPress($0) || page.isOwnOutlet($0)
        } ?? !draft.relays.isEmpty
      chain.append(veiled(maker.link(speaker, role: .speaker, isTold: isTold), draft))
    }
    for relay in draft.relays where !page.isOwnOutlet(relay) { append(maker.link(relay, role: .relay), to: &chain) }
    if let addressee = draft.addressee, !page.isOwnOutlet(addressee), !page.isPress(addressee),
      page.isMedia(addressee) || chain.first?.anonymous == true && page.isPlainName(addressee)
    {
      append(maker.relay(addressee), to: &chain)
    }
    return chain
  }

  /// The link of one who the text says will not be named, in this sentence or the next: "They asked not to be named".
  private func veiled(_ link: ChainLink, _ draft: Draft) -> ChainLink {
    let isOffice = draft.speaker.map { maker.speaksForOffice($0, head: page.head(of: $0.tokens)) } ?? false
    guard !link.anonymous, link.entity == nil, link.kind == .group || link.kind == .person || isOffice else {
      return link
    }
    let next = draft.frame + 1
    let isNext =
      page.frames.indices.contains(next) && page.frames[next].paragraph == page.frames[draft.frame].paragraph
      && (page.has(page.frames[next].tokens.lowerBound, .subject)
        || page.phrase(.anonymity, at: page.frames[next].tokens.lowerBound) != nil)
    guard page.tellsAnonymity(draft.frame) || isNext && page.tellsAnonymity(next) else { return link }
    var link = link
    link.anonymous = true
    link.kind = .unnamed
    link.description = link.name
    return link
  }

  private func append(_ link: ChainLink, to chain: inout [ChainLink]) {
    guard !chain.contains(where: { same($0, link) }) else { return }
    var link = link
    link.role = chain.isEmpty ? .speaker : .relay
    chain.append(link)
  }

  private func same(_ a: ChainLink, _ b: ChainLink) -> Bool {
    if let x = a.entity, let y = b.entity { return x == y }
    return FoldHash(a.name) == FoldHash(b.name)
  }

  private func relaying(_ link: ChainLink) -> ChainLink {
    var link = link
    link.role = .relay
    return link
  }

  private func implied(_ link: ChainLink) -> ChainLink {
    var link = link
    link.implied = true
    return link
  }

  /// The smallest draft of the same frame in whose content this one stands.
  private func parent(of i: Int, _ drafts: [Draft]) -> Int? {
    var best: Int?
    for k in drafts.indices where k != i && drafts[k].frame == drafts[i].frame {
      let (outer, inner) = (drafts[k], drafts[i])
      let anchor = inner.cue ?? inner.content
      guard outer.content.contains(anchor), outer.content.contains(inner.content), outer.content != inner.content,
        outer.parts.isEmpty || outer.parts.contains(where: { $0.contains(anchor) })
      else { continue }
      if best == nil || drafts[best!].content.count > outer.content.count { best = k }
    }
    return best
  }

  /// Relays that the same speaker's words had in this paragraph or the one before.
  private func carryOver(_ chain: inout [ChainLink], _ i: Int, _ drafts: [Draft], _ chains: [[ChainLink]]) {
    if isOneOfThem(drafts[i]), let before = chains.indices.last(where: { drafts[$0].frame >= drafts[i].frame - 1 }) {
      for link in chains[before].dropFirst() { append(implied(link), to: &chain) }
      return
    }
    guard let speaker = chain.first, !speaker.anonymous else { return }
    let paragraph = page.frames[drafts[i].frame].paragraph
    var k = i - 1
    while k >= 0, paragraph - page.frames[drafts[k].frame].paragraph <= 1 {
      defer { k -= 1 }
      let known = chains[k]
      guard known.count > chain.count, zip(known, chain).allSatisfy({ same($0, $1) }) else { continue }
      for link in known.dropFirst(chain.count) { append(implied(link), to: &chain) }
      return
    }
  }

  /// "one of them": of those who spoke before, and to the same hands.
  private func isOneOfThem(_ draft: Draft) -> Bool {
    draft.speaker.map { page.oneOfThem(endingAt: $0.tokens.upperBound - 1, floor: $0.tokens.lowerBound) != nil }
      ?? false
  }

  private func addCredit(_ chain: inout [ChainLink]) {
    guard let credit, let speaker = chain.first, !(page.isMediaLink(speaker) && chain.count == 1) else { return }
    append(credit, to: &chain)
  }

  private func quotation(_ draft: Draft, _ chain: [ChainLink]) -> Quotation {
    var quotation = Quotation(content: draft.content, parts: draft.parts, directness: draft.directness, act: draft.act)
    quotation.quoted = page.quotes.compactMap { page.reading.span(ofTokens: $0.inner) }.filter { span in
      draft.content.overlaps(span) && (draft.parts.isEmpty || draft.parts.contains { $0.overlaps(span) })
    }
    quotation.cue = draft.cue
    quotation.chain = chain
    quotation.addressee = draft.addressee.map {
      let link = maker.link($0, role: .relay)
      return Quotation.Party(span: page.reading.span(ofTokens: $0.tokens) ?? draft.content, entity: link.entity)
    }
    return quotation
  }
}

extension Page {
  /// Whether a frame says that somebody will not be named.
  func tellsAnonymity(_ frame: Int) -> Bool {
    frames[frame].tokens.contains { !inQuote($0) && phrase(.anonymity, at: $0) != nil }
  }

  /// Whether a party is a medium: a paper, an agency, a station, by its name or by what it is called.
  func isMedia(_ party: Party) -> Bool { isMedia(party.tokens) }

  func isMediaLink(_ link: ChainLink) -> Bool {
    guard case .text(let span) = link.at else { return false }
    return isMedia(reading.tokens(in: span))
  }

  /// Whether a party is the press at large: "la prensa", "the media".
  func isPress(_ party: Party) -> Bool {
    let head = head(of: party.tokens)
    return has(head, .press) && !isCapitalized(head)
  }

  /// Whether a party is a bare name of no person, place or public body: whom unnamed people tell something is a paper.
  func isPlainName(_ party: Party) -> Bool {
    party.tokens.allSatisfy { isCapitalized($0) && !has($0, [.body, .person, .group, .time]) }
      && party.tokens.allSatisfy { i in
        guard mentionAt[i] >= 0 else { return true }
        let mention = mentions[Int(mentionAt[i])]
        return mention.type != .person && mention.type != .location && mention.kind == .name
      }
  }

  private func isMedia(_ range: Range<Int>) -> Bool {
    range.contains { i in
      if has(i, .media) { return true }
      guard isCapitalized(i) else { return false }
      if has(i, .masthead), i > 0, isCapitalized(i - 1), i + 1 >= range.upperBound { return true }
      if isInName(i), mediums.contains(mentions[Int(mentionAt[i])].entity ?? -1) { return true }
      return Lexicon.shared.agencies.longestMatch(at: i, count: tokens.count) { tokens[$0].fold } != nil
        || Lexicon.shared.outlets.longestMatch(at: i, count: tokens.count) { tokens[$0].fold } != nil
    }
  }
}
