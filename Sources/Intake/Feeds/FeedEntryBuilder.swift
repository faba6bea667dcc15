import Foundation
import NewsModel

/// Gathers the fields of one entry, or of the feed itself; where several could serve, the one first named here wins.
struct FeedEntryBuilder {
  private var fields: [String: String] = [:]
  private var authors: [String] = []
  private var sourceAuthors: [String] = []
  private var categories: [String] = []
  private var enclosures: [String] = []
  private var isAtom = false
  private let base: String?

  init(_ attributes: [String: String], base: String? = nil) {
    self.base = base
    fields["about"] = attributes["rdf:about"]
    fields["xml:lang"] = attributes["xml:lang"]
    // CDF
    fields["href"] = attributes["href"]
    fields["lastmod"] = attributes["lastmod"]
  }

  /// Takes what the attributes of the element `name` say.
  mutating func take(_ name: String, _ attributes: [String: String], base: String?) {
    switch name {
    case "link":
      guard let address = attributes["href"] else { return }
      enclosures = Array(enclosures.prefix(1000))
      let relation = (attributes["rel"] ?? "alternate").lowercased()
      if relation == "enclosure" { enclosures.append(XMLBases.absolute(address, base)) }
      // A page is preferred to another form of it.
      let isPage = attributes["type"].map { $0.lowercased().contains("html") } ?? true
      if relation == "alternate" { keep(isPage ? "page" : "alternate", XMLBases.absolute(address, base)) }
    case "enclosure": if let address = attributes["url"] { enclosures.append(XMLBases.absolute(address, base)) }
    case "category", "itunes:category": addCategory(attributes["label"] ?? attributes["term"] ?? attributes["text"])
    default: break
    }
  }

  mutating func set(_ field: FeedCapture, base: String?) {
    let key = field.key
    switch key {
    case "content", "summary", "subtitle", "tagline": keep(key, field.markup(isAtom: true))
    case "content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem", "description", "dc:description", "abstract",
      "itunes:summary", "itunes:subtitle":
      keep(key, field.markup(isAtom: false))
    case "guid":
      keep("id", field.shown)
      keep(key, field.permanentLink ?? "")
    case "author", "author/name", "dc:creator", "dc:author", "itunes:author", "managingeditor", "author/title":
      isAtom = isAtom || key == "author/name"
      addAuthor(field.shown)
    case "source/author", "source/author/name": sourceAuthors.append(field.shown)
    case "category", "dc:subject": addCategory(field.shown)
    case "itunes:keywords": for word in field.shown.split(separator: ",") { addCategory(String(word)) }
    case "source/title": fields["source"] = field.shown
    case "link":
      let address = XMLBases.absolute(field.shown, base)
      switch field.relation {
      case nil: keep(key, address)
      case "alternate": keep("page", address)
      case "enclosure": enclosures.append(address)
      default: break
      }
    default: keep(key, field.shown)
    }
  }

  private mutating func keep(_ key: String, _ value: String) {
    if fields[key] == nil, value.utf8.contains(where: { $0 > 0x20 }) { fields[key] = value }
  }

  private mutating func addCategory(_ text: String?) {
    let words = (text ?? "").split { $0 == " " || $0.isNewline || $0 == "\t" }
    let name = words.joined(separator: " ")
    if !name.isEmpty, !categories.contains(name), categories.count < 1000 { categories.append(name) }
  }

  /// RSS writes `post@example.org (Ana Ruiz)`, others `Ana Ruiz <post@example.org>`; an address alone names nobody.
  private mutating func addAuthor(_ text: String) {
    var name = text
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let (before, inside) = (text[..<open], text[text.index(after: open)...].dropLast())
      if before.contains("@") { name = String(inside) } else if inside.contains("@") { name = String(before) }
    }
    name = name.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
    if !name.isEmpty, !authors.contains(name), authors.count < 1000 { authors.append(name) }
  }

  /// The entry; what it leaves open is filled from its feed.
  func entry(of channel: FeedEntryBuilder? = nil) -> FeedEntry {
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { fields[$0] }.first }
    func time(_ keys: String...) -> Timestamp? { keys.lazy.compactMap { fields[$0] }.compactMap(FeedDate.read).first }
    var entry = FeedEntry()
    entry.title = first("title", "dc:title", "media:title")
    entry.id = first("id", "about")
    entry.content = first("content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem")
    entry.summary = first(
      "description", "summary", "subtitle", "tagline", "abstract", "dc:description", "itunes:summary",
      "itunes:subtitle")
    if entry.content == nil, let one = fields["description"], let other = fields["summary"] {
      (entry.content, entry.summary) = one.utf8.count >= other.utf8.count ? (one, other) : (other, one)
    }
    entry.published = time("pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created")
    entry.modified = time("updated", "modified", "dcterms:modified", "lastmod", "lastbuilddate")
    entry.authors = !authors.isEmpty ? authors : !sourceAuthors.isEmpty ? sourceAuthors : channel?.atomAuthors ?? []
    entry.source = first("source", "dc:source").flatMap { $0.contains("://") ? nil : $0 }
    entry.language = (language ?? channel?.language)?.replacing("_", with: "-")
    entry.categories = categories
    entry.enclosures = enclosures
    entry.link = link(feedLink: channel?.link(feedLink: nil))
    return entry
  }

  /// In Atom the feed's authors are those of its entries (RFC 4287, 4.2.1); an RSS channel's editor is not.
  private var atomAuthors: [String] { isAtom ? authors : [] }

  private var language: String? { fields["xml:lang"] ?? fields["dc:language"] ?? fields["language"] }

  private func link(feedLink: String?) -> String? {
    let address = ["feedburner:origlink", "page", "alternate", "link", "guid", "href", "about"].lazy
      .compactMap { fields[$0] }.first
    return (address ?? fields["id"].flatMap { $0.hasPrefix("http") ? $0 : nil })
      .map { XMLBases.absolute($0, base ?? feedLink) }
  }
}
