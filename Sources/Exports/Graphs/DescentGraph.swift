import Contract

/// The descent of stories as nodes and edges: from who first had it, over agencies and outlets whose text others carry, to the articles.
struct DescentGraph {
  enum Relation: String {
    /// Whose text an article is.
    case text
    /// From which article's passages it was made, as far as this collection shows.
    case passages
    /// On whose word an article's claims rest.
    case word
  }
  struct Node {
    var id: String
    var story: String
    var label: String
    var origin: WireStory.Origin?
    var article: WireArticle?
  }
  struct Edge {
    var from: String
    var to: String
    var relation: Relation
    /// How the text was taken, and the share of it.
    var kind: String?
    var coverage: Double?
    /// Claims, or pairs of passages, that it stands for.
    var weight: Int
  }
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ trace: WireTrace) {
    for story in trace.stories { add(StoryIndex(story)) }
  }

  private mutating func add(_ index: StoryIndex) {
    let story = index.story
    func node(_ article: String) -> String? { index.number(article).map { "\(story.id)_a\($0 + 1)" } }
    func node(_ origin: WireStory.Origin) -> String { "\(story.id)_\(origin.id)" }
    var drawn: Set<String> = []
    var textOf: [String: String] = [:]
    for derivation in story.derivations {
      guard let article = node(derivation.article), let origin = index.origin(derivation.origin) else { continue }
      drawn.insert(origin.id)
      if derivation.kind != "quoted" { textOf[derivation.article] = node(origin) }
      edges.append(
        Edge(
          from: node(origin), to: article, relation: .text, kind: derivation.kind, coverage: derivation.coverage,
          weight: max(1, derivation.pairs.count)))
      if let from = derivation.from.flatMap(node) {
        edges.append(
          Edge(from: from, to: article, relation: .passages, kind: derivation.kind, weight: derivation.pairs.count))
      }
    }
    for (way, count) in Self.words(index, textOf).sorted(by: { $0.key < $1.key }) {
      guard let origin = index.origin(way.origin) else { continue }
      let target = way.carrier ?? node(way.article)
      // An agency's or outlet's own word in its own text is no arrow.
      guard let target, target != node(origin), !isOwn(origin, way, index) else { continue }
      drawn.insert(origin.id)
      edges.append(Edge(from: node(origin), to: target, relation: .word, weight: count))
    }
    nodes += story.origins.filter { drawn.contains($0.id) }.map {
      Node(id: node($0), story: story.id, label: $0.name, origin: $0)
    }
    nodes += story.articles.map { article in
      Node(id: node(article.id) ?? "", story: story.id, label: index.outlet(article), article: article)
    }
  }

  private struct Way: Hashable, Comparable {
    var origin: String
    /// The node of whose text the article is, if it is another's.
    var carrier: String?
    var article: String

    static func < (a: Way, b: Way) -> Bool {
      (a.origin, a.carrier ?? "", a.article) < (b.origin, b.carrier ?? "", b.article)
    }
  }

  /// How many claims come from each origin into a text. Copies of one agency's text count once.
  private static func words(_ index: StoryIndex, _ textOf: [String: String]) -> [Way: Int] {
    var counts: [Way: Int] = [:]
    for claim in index.story.claims {
      var ways: Set<Way> = []
      for support in claim.support where support.counts {
        guard let origin = support.origin else { continue }
        let carrier = textOf[support.article]
        ways.insert(Way(origin: origin, carrier: carrier, article: carrier == nil ? support.article : ""))
      }
      for way in ways { counts[way, default: 0] += 1 }
    }
    return counts
  }

  private func isOwn(_ origin: WireStory.Origin, _ way: Way, _ index: StoryIndex) -> Bool {
    origin.kind == "outlet" && way.carrier == nil && index.article(way.article).map(index.outlet) == origin.name
  }
}
