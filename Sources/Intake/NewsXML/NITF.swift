/// A story in NITF (IPTC News Industry Text Format, 3.x): the `nitf` element or its `body`.
struct NITF {
  private let root: XMLTree
  private var body: XMLTree { root.name == "body" ? root : root.first("body") ?? root }

  init(_ root: XMLTree) { self.root = root }

  /// What it holds, as the entry of a feed would.
  var entry: FeedEntry {
    var entry = FeedEntry()
    let head = body.first("body.head")
    entry.title =
      (head?.all(["hl1"]).first ?? head?.all(["headline"]).first)?.shown ?? root.first("head", "title")?.shown
    entry.authors = (head?.all(["byline"]) ?? []).compactMap { ($0.all(["person"]).first ?? $0).shown }
      .map(NewsNames.withoutBy)
    let data = root.first("head", "docdata")
    entry.id = data?.first("doc-id")?.attributes["id-string"]
    entry.published =
      [data?.first("date.issue"), data?.first("date.release"), head?.all(["story.date"]).first]
      .lazy.compactMap { $0?.attributes["norm"] }.compactMap(FeedDate.read).first
    let publication = root.first("head", "pubdata")
    entry.source = publication?.attributes["name"] ?? head?.first("distributor")?.shown
    entry.link = publication?.attributes["ex-ref"]
    entry.language = root.attributes["xml:lang"]
    let dateline = head?.first("dateline")?.first("location")?.shown
    entry.content = html(dateline: dateline)
    return entry
  }

  /// The body as HTML; a dateline that stands apart begins it.
  private func html(dateline: String?) -> String? {
    let content = body.first("body.content") ?? body
    guard content.plain.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    let markup = NewsMarkup.html(content, isInner: true)
    return (dateline.map { "<p>\(MarkupText.escaped($0))</p>" } ?? "") + markup
  }
}

/// Turns NITF and XHTML inside news XML into plain HTML.
enum NewsMarkup {
  /// NITF's names and those of HTML that mean the same.
  private static let names = [
    "hl1": "h1", "hl2": "h2", "bq": "blockquote", "block": "div", "media": "figure", "media-caption": "figcaption",
    "body.content": "div", "body.head": "header", "body.end": "footer",
  ]
  private static let kept: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tbody", "caption",
    "blockquote", "q", "a", "b", "i", "em", "strong", "br", "div", "section", "article", "figure", "figcaption",
    "header", "footer", "pre", "sub", "sup", "dl", "dt", "dd", "hr", "cite", "time", "html", "body",
  ]
  private static let dropped: Set<String> = ["script", "style", "media-reference", "media-metadata", "title", "meta"]

  /// The element as HTML; its children only if `isInner`. Unknown elements leave their text. O(n).
  static func html(_ element: XMLTree, isInner: Bool = false) -> String {
    if dropped.contains(element.name) { return "" }
    let inside = element.nodes.map { node in
      switch node {
      case .text(let text): MarkupText.escaped(text)
      case .element(let child): html(child)
      }
    }.joined()
    let name = names[element.name] ?? element.name
    guard !isInner, kept.contains(name) else { return inside }
    let address = name == "a" ? element.attributes["href"].map(attribute) ?? "" : ""
    return "<\(name)\(address)>\(inside)</\(name)>"
  }

  private static func attribute(_ address: String) -> String {
    " href=\"\(MarkupText.escaped(address).replacing("\"", with: "&quot;"))\""
  }
}

/// Names as news formats write them.
enum NewsNames {
  /// "By Ana Ruiz" and "Por Ana Ruiz" as the name alone.
  static func withoutBy(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, ["by", "por", "von", "par", "di"].contains(words[0].lowercased()) else { return name }
    return words.dropFirst().joined(separator: " ")
  }
}
