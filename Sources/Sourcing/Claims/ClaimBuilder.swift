import NewsModel
import TextBytes

/// Makes a claim of a group of propositions whose origins have been traced.
struct ClaimBuilder {
  let input: SourcingInput
  let group: [Int]
  let traced: TracedGroup
  let pairs: PairTable
  /// Passages that other claims show already.
  let shown: Set<Passage>

  func claim() -> Claim? {
    let body = group.filter { input.propositions[$0].counts }
    guard let words = ClaimText(input, group: group, pairs: pairs).choose(from: body, besides: shown) else {
      return nil
    }
    let spoken = words.proposition
    let support = traced.supports.map { traced -> Claim.Support in
      var support = traced.support
      support.relation = traced.proposition == spoken ? nil : relation(spoken, traced.proposition)
      return support
    }
    return Claim(
      id: id(body), text: words.text, textAt: words.at, date: date(body),
      status: status(body), basis: traced.basis, support: support, origins: traced.bounds, responses: responses(body))
  }

  private func id(_ body: [Int]) -> ID<Claim> {
    let smallest = body.map { input.propositions[$0].passage }.min { a, b in
      a.span.count != b.span.count ? a.span.count < b.span.count : a < b
    }
    guard let smallest else { return ID("c") }
    let article = input.articles[smallest.article].article
    return ID(
      ContentID.make(
        "c", [article.id.raw, article.text[smallest.span], "\(smallest.span.lower)-\(smallest.span.upper)"]))
  }

  private func relation(_ a: Int, _ b: Int) -> PassagePair.Relation {
    let languages = [a, b].map { input.articles[input.propositions[$0].passage.article].article.language }
    guard languages[0] == languages[1] else { return .translation }
    return PassagePair.Relation(overlap: pairs[a, b]?.overlap ?? 0)
  }

  /// The date that most supports give; of those that tie, the most precise.
  private func date(_ body: [Int]) -> TimexValue? {
    var counts: [TimexValue: Int] = [:]
    for number in body {
      let proposition = input.propositions[number]
      let own = proposition.events.first.flatMap { input.articles[proposition.passage.article].events[$0].date }
      for value in Set(own.map { [$0] } ?? proposition.times) where value.days != nil { counts[value, default: 0] += 1 }
    }
    return counts.filter { $0.value * 2 >= body.count }.max { a, b in
      if a.value != b.value { return a.value < b.value }
      let (x, y) = (a.key.days?.count ?? 0, b.key.days?.count ?? 0)
      return x != y ? x > y : a.key.text > b.key.text
    }?.key
  }

  private func status(_ body: [Int]) -> Claim.Status {
    let all = body.map { input.propositions[$0] }
    func most(_ property: (Proposition) -> Bool) -> Bool { all.filter(property).count * 2 > all.count }
    if traced.supports.contains(where: { isDenial($0.proposition) }) && most({ isDenial($0) }) { return .denied }
    if most(\.isNegated) { return .negated }
    if most({ $0.isPossible && $0.form != .statement }) { return .possible }
    return traced.supports.contains { $0.support.counts && !$0.support.chain.isEmpty } ? .reported : .asserted
  }

  private func isDenial(_ number: Int) -> Bool { isDenial(input.propositions[number]) }
  private func isDenial(_ proposition: Proposition) -> Bool {
    proposition.quotations.first.map { input.articles[proposition.passage.article].quotations[$0].act == .denial }
      ?? false
  }

  /// Answers that were refused, and denials, in the paragraphs that state the claim or right behind them.
  private func responses(_ body: [Int]) -> [Claim.Response] {
    var found: [Claim.Response] = []
    for number in body {
      let proposition = input.propositions[number]
      let article = input.articles[proposition.passage.article]
      let paragraph = article.reading.sentences[proposition.sentence].paragraph
      let isQuestion = proposition.quotations.contains {
        article.quotations[$0].act == .question || article.quotations[$0].act == .request
      }
      for quotation in article.quotations {
        guard let kind = Claim.Response.Kind(quotation.act),
          let sentence = article.reading.sentence(at: quotation.content.start), sentence > proposition.sentence,
          sentence - proposition.sentence <= 2
        else { continue }
        let distance = article.reading.sentences[sentence].paragraph - paragraph
        // Silence that has a paragraph of its own answers the one before.
        let isOwn =
          kind != .denial
          && article.reading.sentences[sentence - 1].paragraph != article.reading.sentences[sentence].paragraph
        guard distance == 0 || distance == 1 && (isQuestion || isOwn) else { continue }
        // Who is silent on something else, or is no party to the claim, answers nothing.
        guard isQuestion || quotation.speaker?.entity.map(proposition.entities.contains) == true else { continue }
        found.append(
          Claim.Response(kind: kind, at: Passage(article: proposition.passage.article, span: quotation.content)))
      }
    }
    var seen: Set<Passage> = []
    return found.filter { seen.insert($0.at).inserted }.sorted { $0.at < $1.at }
  }
}

extension Claim.Response.Kind {
  /// The response that an act of speech is, or nil.
  init?(_ act: Quotation.Act) {
    switch act {
    case .denial: self = .denial
    case .noComment: self = .noComment
    case .noResponse: self = .noResponse
    default: return nil
    }
  }
}
