import Foundation
import NewsModel

/// The addresses that a list names: a feed's or a news sitemap's articles, an index's sitemaps, an OPML list's feeds. Nothing is fetched.
public struct AddressList: Sendable {
  /// What a list is, and so what its addresses lead to.
  public enum Kind: Sendable, Hashable {
    /// A feed or a sitemap: pages.
    case pages
    /// An index of sitemaps, or a list of feeds: lists.
    case lists
  }
  /// One address, with what the list tells of its page.
  public struct Entry: Sendable {
    /// As the list writes it; it may be relative.
    public var address: String
    /// Title, authors, times and section. The address is not among them.
    public var hints: RawDocument.Hints
  }
  /// What the addresses lead to.
  public let kind: Kind
  /// The addresses in the order of the list; of a sitemap the latest first, those without a time last.
  public private(set) var entries: [Entry] = []

  /// XML is held as a tree at thirty times its size: larger sitemaps are refused.
  private static let mostTree = 6 << 20

  /// Reads a list of any kind; nil for what is none. At most `most` entries are kept. O(n).
  public init?(_ bytes: [UInt8], most: Int) {
    switch ContentKind(head: Array(bytes.prefix(ContentKind.headLength))) {
    case .feed:
      kind = .pages
      let feed = Feed(bytes)
      entries = feed.entries.compactMap { Self.entry($0, outlet: feed.about.title) }
    case .json:
      guard let items = Self.jsonItems(bytes) else { return nil }
      kind = .pages
      entries = items
    case .otherXML(let root):
      guard bytes.count <= Self.mostTree else { return nil }
      let (tree, _) = XMLTreeParser.parse(Decoding.decode(bytes).text.bytes)
      guard let tree else { return nil }
      switch root.split(separator: ":").last {
      case "opml":
        kind = .lists
        entries = Self.outlines(tree)
      case "urlset", "sitemapindex":
        kind = tree.name == "sitemapindex" ? .lists : .pages
        entries = Self.latestFirst(tree.children.compactMap(Self.located))
      default: return nil
      }
    default: return nil
    }
    if entries.count > most { entries.removeLast(entries.count - most) }
  }

  private static func entry(_ entry: FeedEntry, outlet: String?) -> Entry? {
    guard let link = entry.link, !link.isEmpty else { return nil }
    var hints = RawDocument.Hints()
    hints.title = entry.title
    hints.outlet = entry.source ?? outlet
    hints.byline = entry.authors
    hints.published = entry.published
    hints.modified = entry.modified
    hints.section = entry.categories.first
    return Entry(address: link, hints: hints)
  }

  private static func jsonItems(_ bytes: [UInt8]) -> [Entry]? {
    let feed = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    guard let feed, let items = feed["items"] as? [Any], (feed["version"] as? String)?.contains("jsonfeed") == true
    else { return nil }
    return items.compactMap { item in
      guard let fields = item as? [String: Any], let link = (fields["url"] ?? fields["external_url"]) as? String
      else { return nil }
      var hints = RawDocument.Hints()
      hints.title = fields["title"] as? String
      hints.outlet = feed["title"] as? String
      hints.published = (fields["date_published"] as? String).flatMap(FeedDate.read)
      hints.modified = (fields["date_modified"] as? String).flatMap(FeedDate.read)
      return Entry(address: link, hints: hints)
    }
  }

  private static func outlines(_ element: XMLTree) -> [Entry] {
    element.children.flatMap { child -> [Entry] in
      let own = child.attributes["xmlurl"].map { [Entry(address: $0, hints: RawDocument.Hints())] } ?? []
      return own + outlines(child)
    }
  }

  private static func located(_ element: XMLTree) -> Entry? {
    guard let address = element.first("loc")?.shown else { return nil }
    var hints = RawDocument.Hints()
    hints.title = element.first("news", "title")?.shown
    hints.outlet = element.first("news", "publication", "name")?.shown
    hints.published = element.first("news", "publication_date")?.shown.flatMap(FeedDate.read)
    hints.modified = element.first("lastmod")?.shown.flatMap(FeedDate.read)
    return Entry(address: address, hints: hints)
  }

  private static func latestFirst(_ entries: [Entry]) -> [Entry] {
    let keyed = entries.enumerated().map { number, entry in
      (number, (entry.hints.modified ?? entry.hints.published)?.description ?? "", entry)
    }
    return keyed.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.map(\.2)
  }
}
