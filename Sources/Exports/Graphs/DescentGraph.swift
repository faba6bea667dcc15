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
    for derivation in story.derivations {
      guard let article = node(derivation.article), let origin = index.origin(derivation.origin) else { continue }
      drawn.insert(origin.id)
      edges.append(
        Edge(
          from: node(origin), to: article, relation: .text, kind: derivation.kind, coverage: derivation.coverage,
          weight: max(1, derivation.pairs.count)))
      if let from = derivation.from.flatMap(node) {
        edges.append(
          Edge(from: from, to: article, relation: .passages, kind: derivation.kind, weight: derivation.pairs.count))
      }
    }
    for (way, count) in Self.ways(index).sorted(by: { $0.key < $1.key }) {
      guard let origin = index.origin(way.origin) else { continue }
      guard let target = way.carrier.flatMap(index.origin).map(node) ?? node(way.article) else { continue }
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

  /// The way of a claim from its origin into a text: an agency's or outlet's, else the article's own.
  private struct Way: Hashable, Comparable {
    var origin: String
    var carrier: String?
    var article: String

    static func < (a: Way, b: Way) -> Bool {
      (a.origin, a.carrier ?? "", a.article) < (b.origin, b.carrier ?? "", b.article)
    }
  }

  /// How many claims come from each origin into each text. Copies of one agency's text count once; an agency's or outlet's own word in its
  /// own text is no arrow.
  private static func ways(_ index: StoryIndex) -> [Way: Int] {
    var counts: [Way: Int] = [:]
    for claim in index.story.claims {
      var ways: Set<Way> = []
      for support in claim.support where support.counts {
        guard let origin = support.origin.flatMap(index.origin) else { continue }
        if origin.kind == "outlet", index.article(support.article).map(index.outlet) == origin.name { continue }
        let carrier = carrier(of: support, from: origin, index)
        if carrier == origin.id { continue }
        ways.insert(Way(origin: origin.id, carrier: carrier, article: carrier == nil ? support.article : ""))
      }
      for way in ways { counts[way, default: 0] += 1 }
    }
    return counts
  }

  /// In whose text a passage came: where the whole article is another's, where the passage itself was taken from it, or where its chain
  /// names it. What a rewrite adds on its own did not come through the agency.
  private static func carrier(
    of support: WireClaim.Support, from origin: WireStory.Origin, _ index: StoryIndex
  ) -> String? {
    index.story.derivations.first { derivation in
      guard derivation.article == support.article, let carrier = index.origin(derivation.origin) else { return false }
      if ["carried", "verbatim", "abridged", "update"].contains(derivation.kind) { return true }
      if origin.id == carrier.id || origin.via == carrier.name || support.relays.contains(carrier.name) { return true }
      return derivation.pairs.contains {
        $0.to.in == support.in && $0.to.start < support.end && support.start < $0.to.end
      }
    }?.origin
  }
}
