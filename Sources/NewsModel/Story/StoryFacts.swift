/// What follows from a story's articles and claims.
extension Story {
  /// The name under which an article's outlet counts: outlets of the same name are one; an article without one counts alone.
  public func outletName(of article: Int) -> String {
    articles[article].article.metadata.outlet?.name ?? articles[article].article.id.raw
  }

  /// The distinct outlets whose body states `claim`, sorted.
  public func outlets(of claim: Claim) -> [String] { Array(Set(claim.articles.map(outletName))).sorted() }

  /// The articles that tie for the earliest publication among those whose body states `claim`; nil where none is dated.
  /// A date that covers the earliest day ties with it.
  public func first(of claim: Claim) -> [(article: Int, published: Timestamp)]? {
    let dated = claim.articles.compactMap { article in
      articles[article].article.metadata.published.map { (article: article, published: $0.value) }
    }
    guard let earliest = dated.map(\.published.date.days.lowerBound).min() else { return nil }
    return dated.filter { $0.published.date.days.contains(earliest) }
  }

  /// The distinct origins behind all claims.
  public var originCount: Int { Set(claims.flatMap(\.origins.ids)).count }
}
