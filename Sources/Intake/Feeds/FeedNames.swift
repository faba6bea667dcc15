/// The element names of feeds, whatever prefix a feed gives them.
struct FeedNames {
  private var prefixes: [String: String] = [:]
  /// What held outside each element that declares namespaces, and how deep that stands.
  private var outer: [(depth: Int, prefixes: [String: String])] = []

  /// Notes the namespaces that a tag at `depth` declares, up to 100.
  mutating func enter(_ depth: Int, _ attributes: [String: String]) {
    let declared = attributes.filter { $0.key == "xmlns" || $0.key.hasPrefix("xmlns:") }
    guard !declared.isEmpty, prefixes.count + declared.count < 100 else { return }
    outer.append((depth, prefixes))
    for (name, address) in declared {
      let prefix = String(name.dropFirst(6))
      // The root's own namespace is that of the feed, whatever its address.
      let isOwn = prefix.isEmpty && (depth == 1 || address.isEmpty)
      let meaning = Self.prefix(of: address)
      prefixes[prefix] = isOwn && meaning == "other" ? "" : meaning
    }
  }

  /// Forgets what the element at `depth` declared.
  mutating func leave(_ depth: Int) {
    if let last = outer.last, last.depth == depth { prefixes = outer.removeLast().prefixes }
  }

  /// `dc:creator` for any prefix that stands for Dublin Core; no prefix for RSS and Atom. In lower case, as CDF needs it.
  func canonical(_ written: String) -> String {
    let name = written.lowercased()
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return prefixes[""].map { $0.isEmpty ? name : "\($0):\(name)" } ?? name }
    let prefix = prefixes[String(parts[0])] ?? String(parts[0])
    return ["", "atom", "rss"].contains(prefix) ? String(parts[1]) : "\(prefix):\(parts[1])"
  }

  /// Attributes with their names in lower case; of two that differ in case only, the first by name stays.
  static func lowercased(_ attributes: [String: String]) -> [String: String] {
    let pairs = attributes.sorted { $0.key < $1.key }.map { ($0.key.lowercased(), $0.value) }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func prefix(of address: String) -> String {
    let known: [(String, String)] = [
      ("purl.org/rss/1.0/modules/content", "content"), ("purl.org/rss/1.0/modules", "other"),
      ("purl.org/dc/elements", "dc"), ("purl.org/dc/terms", "dcterms"),
      ("www.w3.org/1999/xhtml", "xhtml"), ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
      ("search.yahoo.com/mrss", "media"),
      ("itunes.com/dtds/podcast", "itunes"), ("www.w3.org/2005/Atom", ""), ("purl.org/atom/ns", ""),
      ("purl.org/rss/1.0/", ""),
      ("my.netscape.com/rdf/simple/0.9", ""), ("my.netscape.com/publish/formats/rss-0.91", ""),
      ("backend.userland.com/rss", ""),
      ("blogs.law.harvard.edu/tech/rss", ""), ("feedburner.org/core", "feedburner"),
      ("rssnamespace.org/feedburner", "feedburner"),
    ]
    let lower = address.lowercased()
    return known.first { lower.contains($0.0.lowercased()) }?.1 ?? "other"
  }

  /// Elements whose children are fields.
  static let holders: Set<String> = ["item", "entry", "channel", "feed", "author", "source", "rdf:rdf", "rss"]

  /// Elements whose text is kept.
  static let fields: Set<String> = [
    "title", "link", "guid", "id", "description", "summary", "tagline", "subtitle", "abstract", "content",
    "content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem", "pubdate", "published", "issued", "created",
    "updated", "modified", "lastbuilddate", "dc:date", "dcterms:issued", "dcterms:created", "dcterms:modified",
    "author", "name", "dc:creator", "dc:author", "itunes:author", "managingeditor", "language", "dc:language",
    "source", "dc:source", "dc:title", "media:title", "dc:description", "dc:subject", "category", "itunes:keywords",
    "itunes:summary", "itunes:subtitle", "feedburner:origlink",
  ]
}
