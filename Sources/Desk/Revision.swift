import Archive
import Engine
import Fingerprints
import NewsModel
import TextBytes

/// What a later version of an article changed.
struct Revision {
  let engine: Engine
  /// The share of one text's five-word runs that must stand in the other for both to be versions of one article, where no address tells.
  private static let sameText = 0.3

  /// Whether two articles of one id but without an address are versions of one: their titles or much of their words agree.
  static func isVersion(_ later: Article, of earlier: Article) -> Bool {
    if let a = later.title, let b = earlier.title, FoldHash(later.text[a]) == FoldHash(earlier.text[b]) { return true }
    let languages = ArticleReading()
    let (a, b) = (shingles(languages.read(later), later), shingles(languages.read(earlier), earlier))
    return max(a.containment(in: b), b.containment(in: a)) >= sameText
  }

  private static func shingles(_ reading: Reading, _ article: Article) -> Shingles {
    Shingles(reading, in: article.body)
  }

  /// What `later` changed. Both are traced as if they were two articles of one story, so that claims are compared and not lines.
  func change(from earlier: Article, to later: AnnotatedArticle) -> VersionChange {
    guard words(earlier) != words(later.article) else { return VersionChange(kind: .layout) }
    let notice = notice(in: later.article, notIn: earlier)
    var change = VersionChange(kind: kind(earlier, later.article, notice), notice: notice)
    var before = earlier
    before.id = ID(earlier.id.raw + "#before")
    let story = engine.trace([engine.annotate(before), later], as: ID("changes"))
    let texts = story.articles.map(\.article.text)
    for claim in story.claims {
      let passages = [0, 1].map { number in
        claim.support.map(\.passage).filter { $0.article == number }.map { texts[number][$0.span] }
      }
      add(passages[0], passages[1], earlier.text.string, later.article.text.string, to: &change)
    }
    return change
  }

  private func add(
    _ before: [String], _ after: [String], _ oldText: String, _ newText: String, to change: inout VersionChange
  ) {
    switch (before.first, after.first) {
    case (nil, let new?):
      // The same words stand in the old text, only cut otherwise.
      if !oldText.contains(new) { change.added.append(.init(after: new)) }
    case (let old?, nil):
      if !newText.contains(old) { change.dropped.append(.init(before: old)) }
    case (let old?, let new?):
      let (lost, won) = (before.filter { !newText.contains($0) }, after.filter { !oldText.contains($0) })
      guard !lost.isEmpty || !won.isEmpty else { return }
      change.altered.append(.init(before: lost.first ?? old, after: won.first ?? new))
    case (nil, nil): return
    }
  }

  private func kind(_ earlier: Article, _ later: Article, _ notice: String?) -> VersionChange.Kind {
    if notice != nil { return .correction }
    guard let modified = later.metadata.modified, modified != earlier.metadata.modified else { return .silent }
    return .update
  }

  /// A correction notice that the later version has and the earlier one had not.
  private func notice(in later: Article, notIn earlier: Article) -> String? {
    let old = Set(notices(of: earlier))
    return notices(of: later).first { !old.contains($0) }
  }

  private func notices(of article: Article) -> [String] {
    article.removed.filter { $0.reason == .correction }.map { article.input[$0.span] }
  }

  /// Title, deck and body without white space: what must change for words to have changed.
  private func words(_ article: Article) -> [UInt8] {
    article.text.bytes.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
  }
}
