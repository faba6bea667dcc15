/// Tells what a sitemap (sitemaps.org, with Google's news extension) holds: addresses without text, so there is nothing to read.
struct SitemapReader {
  let origin: DocumentOrigin

  /// Root elements that are read here, in lower case.
  static let roots: Set<String> = ["urlset", "sitemapindex"]

  /// One error that says how many addresses there are and what to do. O(n).
  func read(_ bytes: [UInt8]) -> [Result<IntakeItem, IntakeError>] {
    let (root, _) = XMLTreeParser.parse(Decoding.decode(bytes).text.bytes)
    let entries = root?.children ?? []
    let addresses = entries.compactMap { $0.first("loc")?.shown }
    let titled = entries.count { $0.first("news", "title") != nil }
    let kind = root?.name == "sitemapindex" ? "an index of sitemaps" : titled > 0 ? "a news sitemap" : "a sitemap"
    let example = addresses.first.map { " (the first is \($0.prefix(200)))" } ?? ""
    let what =
      "is \(kind): \(addresses.count) addresses\(titled > 0 ? " with titles" : "") and no text\(example); "
      + "nothing is fetched, so fetch the pages and give them"
    return [.failure(origin.error(nil, .malformed(what)))]
  }
}
