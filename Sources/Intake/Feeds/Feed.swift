import NewsModel
import TextBytes

/// A feed of any kind, RSS 0.9 to 2.0, Atom, RDF or CDF, with all that a reader of news needs of it.
/// ```swift
/// let feed = Feed(bytes)
/// for entry in feed.entries { print(entry.title ?? entry.link ?? "") }
/// ```
public struct Feed: Sendable {
  /// The format: `rss090`, `rss091u`, `rss092`, `rss10`, `rss20`, `atom03`, `atom10`, `cdf`; empty where it cannot be told.
  public internal(set) var version = ""
  /// What the feed says of itself, as if it were an entry: its title, address, subtitle (under `summary`), authors and times.
  public internal(set) var about = FeedEntry()
  /// The entries in the order of the feed.
  public internal(set) var entries: [FeedEntry] = []
  /// The line where its XML is broken; nil for sound XML. The entries are what could be read nevertheless.
  public internal(set) var brokenLine: Int?
  /// Whether it has more entries than are read (``FeedEntries/limit``).
  public internal(set) var isCut = false

  /// Reads a feed; its encoding is found as for pages. Nothing that it names is fetched, no entity is expanded. O(n).
  public init(_ bytes: [UInt8]) { self.init(text: Decoding.decode(bytes).text.bytes) }

  /// Reads UTF-8.
  init(text: [UInt8]) {
    let xml = XMLRepair.repaired(text)
    let whole = FeedParser.parse(xml)
    entries = whole.entries
    about = whole.about
    version = whole.version(head: text.prefix(2048))
    guard whole.isBroken else { return }
    brokenLine = whole.errorLine
    let parts = FeedEntries(xml)
    let apart = parts.all()
    if apart.count >= entries.count { entries = apart }
    isCut = parts.isCut
  }
}
