import NewsModel
import TextBytes

/// Finds out which article of a story owes its text to which agency or outlet.
///
/// A credit decides where there is one. Without a credit, an article that states much of what a carrier of an agency states, or
/// names the agency and states some of it, is taken to rewrite (or translate) that agency's copy. Articles that credit different
/// agencies never derive from each other.
public struct DerivationFinder: Sendable {
  /// The share of an article's passages that must be found elsewhere.
  enum Threshold {
    /// Where the article names the agency.
    static let cited = 0.15
    /// Where it names nobody.
    static let uncited = 0.35
    /// Where no agency stands behind the other article.
    static let outlet = 0.5
    /// The share whose words, too, are found elsewhere, where neither names the other and both are in one language.
    static let words = 0.15
    /// The share of passages found in another language, where words cannot tell.
    static let translated = 0.7
    /// The score from which two passages say the same.
    static let score = 0.58
  }

  /// Makes a finder; `notDerived` are pairs of article ids that a person has ruled out.
  public init(notDerived: [(article: String, from: String)] = []) {
    ruledOut = Set(notDerived.map { [$0.article, $0.from] })
  }
  private let ruledOut: Set<[String]>

  /// The derivations of `articles`, in their order. O(pairs + articles²).
  public func find(
    _ articles: [AnnotatedArticle], entities: [StoryEntity], propositions: [Proposition], pairs: [AlignedPair]
  ) -> [Derivation] {
    let table = CoverageTable(articles, propositions: propositions, pairs: pairs)
    let agencies = articles.map(\.article.metadata.agency)
    let cited = articles.map { CitedAgencies($0, entities: entities) }
    return articles.indices.flatMap { article -> [Derivation] in
      if !agencies[article].isEmpty { return credited(article, articles, agencies, table) }
      return uncredited(article, articles, agencies, cited, table).map { [$0] } ?? cited[article].alone(article)
    }
  }

  /// What a credited article owes: to the agency, and through the fullest other carrier of its copy where one is alike.
  private func credited(
    _ article: Int, _ articles: [AnnotatedArticle], _ agencies: [[String]], _ table: CoverageTable
  ) -> [Derivation] {
    let credits = (articles[article].article.metadata.at[.agency] ?? []).map(ChainLink.Place.source)
    return agencies[article].map { agency in
      let carrier = Carrier(agency: agency).ownReporting.id
      let twin = articles.indices.filter {
        $0 != article && agencies[$0].contains(agency) && isNearer($0, than: article, articles)
          && allowed(article, $0, articles)
      }.max { a, b in
        let (x, y) = (table.coverage(of: article, by: a), table.coverage(of: article, by: b))
        return x != y ? x < y : isNearer(b, than: a, articles)
      }
      if let twin, table.coverage(of: article, by: twin) >= Threshold.uncited {
        return derivation(
          article, from: twin, origin: carrier, articles, table, credits,
          "it credits \(agency), as \(articles[twin].article.id) does, and shares its passages")
      }
      return Derivation(
        article: article, origin: carrier, kind: .carried, credits: credits,
        because: "it credits \(agency); the agency's own text is not in this collection")
    }
  }

  private func uncredited(
    _ article: Int, _ articles: [AnnotatedArticle], _ agencies: [[String]], _ allCited: [CitedAgencies],
    _ table: CoverageTable
  ) -> Derivation? {
    let cited = allCited[article]
    let others = articles.indices.filter { $0 != article && allowed(article, $0, articles) }
    let best = others.compactMap { other -> (other: Int, coverage: Double, agency: String?)? in
      let coverage = table.coverage(of: article, by: other)
      let agency = agencies[other].first { cited.names.contains($0) } ?? agencies[other].first
      let isCited = agency.map(cited.names.contains) ?? false
      let needed = isCited ? Threshold.cited : agency != nil ? Threshold.uncited : Threshold.outlet
      guard coverage >= needed, isCited || isCopy(article, of: other, coverage, articles, table) else { return nil }
      guard agency != nil || isNearer(other, than: article, articles) else { return nil }
      return (other, coverage + (isCited ? 0.3 : 0), agency)
    }.max { $0.coverage != $1.coverage ? $0.coverage < $1.coverage : isNearer($1.other, than: $0.other, articles) }
    guard let best else { return nil }
    let other = articles[best.other].article
    let agency = best.agency ?? cited.behind(table.passages(of: article, by: best.other), also: allCited[best.other])
    let carrier =
      agency.map { Carrier(agency: $0) } ?? Carrier(outlet: other.metadata.outlet?.name ?? other.id.raw)
    let credits = agency.flatMap { cited.places[$0] } ?? []
    let naming = credits.isEmpty ? "" : ", and it names \(carrier.name) \(times(credits.count))"
    return derivation(
      article, from: best.other, origin: carrier.ownReporting.id, articles, table, credits,
      "it shares passages with \(other.id)\(naming)")
  }

  /// Whether so much is shared that two who wrote apart would hardly share it.
  private func isCopy(
    _ article: Int, of other: Int, _ coverage: Double, _ articles: [AnnotatedArticle], _ table: CoverageTable
  ) -> Bool {
    guard articles[article].article.language == articles[other].article.language else {
      return coverage >= Threshold.translated
    }
    return table.wordCoverage(of: article, by: other) >= Threshold.words
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private func allowed(_ article: Int, _ other: Int, _ articles: [AnnotatedArticle]) -> Bool {
    !ruledOut.contains([articles[article].article.id.raw, articles[other].article.id.raw])
  }

  /// Whether `other` stands nearer to a common text: published earlier, or, on the same day, longer, or named first.
  private func isNearer(_ other: Int, than article: Int, _ articles: [AnnotatedArticle]) -> Bool {
    let (a, b) = (articles[other].article, articles[article].article)
    if let x = a.metadata.published?.value.date, let y = b.metadata.published?.value.date, x.days != y.days {
      return x.days.lowerBound < y.days.lowerBound
    }
    return a.body.count != b.body.count ? a.body.count > b.body.count : a.id < b.id
  }

  private func derivation(
    _ article: Int, from other: Int, origin: ID<Origin>, _ articles: [AnnotatedArticle], _ table: CoverageTable,
    _ credits: [ChainLink.Place], _ because: String
  ) -> Derivation {
    let pairs = table.passages(of: article, by: other)
    let kind = table.kind(of: article, by: other)
    return Derivation(
      article: article, origin: origin, from: other, kind: kind, coverage: table.coverage(of: article, by: other),
      pairs: pairs, credits: credits, because: because)
  }
}

/// The agencies that an article names as having the news, and where.
struct CitedAgencies {
  private(set) var places: [String: [ChainLink.Place]] = [:]
  /// What each is said to have.
  private var contents: [String: [TextSpan]] = [:]
  var names: Set<String> { Set(places.keys) }

  init(_ annotated: AnnotatedArticle, entities: [StoryEntity]) {
    var seen: Set<TextSpan> = []
    for quotation in annotated.quotations {
      for link in quotation.chain {
        guard let entity = link.entity, entities.indices.contains(entity), let key = entities[entity].key,
          key.hasPrefix("agency:")
        else { continue }
        let name = String(key.dropFirst("agency:".count))
        contents[name, default: []].append(quotation.content)
        guard !link.implied, case .text(let span) = link.at, seen.insert(span).inserted else { continue }
        places[name, default: []].append(link.at)
      }
    }
  }

  /// The agency that `other` names too, and that the article names for most of the passages that the two share.
  func behind(_ pairs: [PassagePair], also other: CitedAgencies) -> String? {
    let spans = pairs.map(\.to.span)
    let all = spans.reduce(0) { $0 + $1.count }
    return names.intersection(other.names).sorted().first { agency in
      let told = spans.filter { span in contents[agency, default: []].contains { $0.overlaps(span) } }
      return told.reduce(0) { $0 + $1.count } * 2 > all
    }
  }

  /// An article that names an agency over and over, whose copy is not in the collection, still owes to it.
  func alone(_ article: Int) -> [Derivation] {
    places.filter { $0.value.count >= 3 }.sorted { $0.key < $1.key }.map { agency, places in
      Derivation(
        article: article, origin: Carrier(agency: agency).ownReporting.id, kind: .quoted, credits: places,
        because: "it names \(agency) \(places.count) times; the agency's own text is not in this collection")
    }
  }
}
