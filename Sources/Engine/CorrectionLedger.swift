import NewsModel
import Sourcing
import TextBytes

/// A person's corrections, sorted by who replays them.
struct CorrectionLedger: Sendable {
  let all: [Correction]

  init(_ corrections: [Correction]) { all = corrections }

  /// Pairs of article ids of which the first does not derive from the second.
  var notDerived: [(article: String, from: String)] {
    all.compactMap { if case .notDerived(let article, let from) = $0.action { (article, from) } else { nil } }
  }

  /// Rulings on claims, with their anchors found in `articles`; a ruling whose article is not there is left out.
  func claimRulings(in articles: [AnnotatedArticle]) -> [ClaimRuling] {
    all.flatMap { correction -> [ClaimRuling] in
      switch correction.action {
      case .sameClaim(let references): rulings(references, isSame: true, articles)
      case .notSameClaim(let references): rulings(references, isSame: false, articles)
      default: []
      }
    }
  }

  private func rulings(
    _ references: [Correction.Reference], isSame: Bool, _ articles: [AnnotatedArticle]
  ) -> [ClaimRuling] {
    let passages = references.compactMap { passage($0, articles) }
    return passages.indices.dropFirst().map { ClaimRuling(first: passages[0], second: passages[$0], isSame: isSame) }
  }

  private func passage(_ reference: Correction.Reference, _ articles: [AnnotatedArticle]) -> Passage? {
    guard case .anchor(let id, let start, let end) = reference,
      let number = articles.firstIndex(where: { $0.article.id.raw == id })
    else { return nil }
    let article = articles[number].article
    let index = CodePointIndex(article.text)
    let base = index.codePoint(atByte: article.body.start)
    let lower = index.byte(atCodePoint: base + start)
    return Passage(article: number, span: TextSpan(lower, max(lower, index.byte(atCodePoint: base + end))))
  }
}
