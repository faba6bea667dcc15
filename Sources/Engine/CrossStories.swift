import Fingerprints
import NewsModel
import TextBytes

/// Finds articles that owe text to an article of another story: an agency's text inside a round-up.
struct CrossStories {
  /// The share of an article's five-word runs that must stand in the other.
  static let containment = 0.25

  /// The edges between `stories`, in order. O(articles + candidate pairs).
  func find(_ stories: [Story]) -> [CrossDerivation] {
    var members: [(story: Int, article: AnnotatedArticle, shingles: Shingles)] = []
    var index = NearDuplicates()
    var edges: [CrossDerivation] = []
    guard stories.count > 1 else { return [] }
    for (number, story) in stories.enumerated() {
      for article in story.articles {
        let shingles = Shingles(article.reading, in: article.article.body)
        guard !shingles.isEmpty else { continue }
        let signature = MinHash(shingles)
        for candidate in index.candidates(signature).sorted() where members[candidate].story != number {
          if let edge = edge(members[candidate], (number, article, shingles)) { edges.append(edge) }
        }
        index.insert(members.count, signature)
        members.append((number, article, shingles))
      }
    }
    return edges
  }

  /// The smaller share of its own words tells which of two articles took from the other: the one that holds more of the other's text.
  private func edge(
    _ a: (story: Int, article: AnnotatedArticle, shingles: Shingles),
    _ b: (story: Int, article: AnnotatedArticle, shingles: Shingles)
  ) -> CrossDerivation? {
    let (aInB, bInA) = (a.shingles.containment(in: b.shingles), b.shingles.containment(in: a.shingles))
    guard max(aInB, bInA) >= Self.containment else { return nil }
    // The text that stands whole in the other is the source.
    let (taker, source, share) = aInB >= bInA ? (b, a, bInA) : (a, b, aInB)
    return CrossDerivation(
      article: taker.article.article.id, from: source.article.article.id, kind: share >= 0.8 ? .verbatim : .quoted,
      coverage: share)
  }
}
