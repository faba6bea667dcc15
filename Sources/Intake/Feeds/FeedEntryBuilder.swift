import Foundation
import NewsModel

/// Gathers the fields of one entry; where several could serve, the one first named here wins.
struct FeedEntryBuilder {
  /// The address of an Atom link.
  var link: String?
  private var fields: [String: String] = [:]
  private var authors: [String] = []
  private let about: String?
  private let language: String?

  init(_ attributes: [String: String]) {
    about = attributes["rdf:about"]
    language = attributes["xml:lang"]
  }

  mutating func set(_ field: FeedCapture) {
    let key = field.key
    switch key {
    case "content", "summary": keep(key, field.markup(isAtom: true))
    case "content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem", "description", "dc:description":
      keep(key, field.markup(isAtom: false))
    case "guid": keep(key, field.permanentLink ?? "")
    case "author", "author/name", "dc:creator", "dc:author", "itunes:author":
      addAuthor(field.shown, isPerson: key == "author/name")
    case "source/title": fields["source"] = field.shown
    default: keep(key, field.shown)
    }
  }

  private mutating func keep(_ key: String, _ value: String) {
    if fields[key] == nil, value.utf8.contains(where: { $0 > 0x20 }) { fields[key] = value }
  }

  /// RSS writes `post@example.org (Ana Ruiz)`; an address alone names nobody.
  private mutating func addAuthor(_ text: String, isPerson: Bool) {
    var name = text
    if let open = text.firstIndex(of: "("), text.hasSuffix(")"), text[..<open].contains("@") {
      name = String(text[text.index(after: open)...].dropLast())
    }
    if name.contains("@"), !name.contains(" ") { return }
    if !name.isEmpty, !authors.contains(name) { authors.append(name) }
  }

  func entry(feedLink: String?, language feedLanguage: String?) -> FeedEntry {
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { fields[$0] }.first }
    func time(_ keys: String...) -> Timestamp? { keys.lazy.compactMap { fields[$0] }.compactMap(FeedDate.read).first }
    var entry = FeedEntry()
    entry.title = first("title", "dc:title")
    entry.body = first(
      "content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem", "description", "summary",
      "dc:description")
    entry.published = time("pubDate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created")
    entry.modified = time("updated", "modified", "dcterms:modified")
    entry.authors = authors
    entry.source = first("source", "dc:source").flatMap { $0.contains("://") ? nil : $0 }
    entry.language = language ?? first("dc:language", "language") ?? feedLanguage
    entry.section = first("category")
    entry.link = absolute(
      first("feedburner:origLink") ?? link ?? first("link", "guid") ?? about ?? address(in: "id"), feedLink)
    return entry
  }

  private func address(in key: String) -> String? { fields[key].flatMap { $0.hasPrefix("http") ? $0 : nil } }

  private func absolute(_ link: String?, _ base: String?) -> String? {
    guard let link, !link.contains("://"), let base, let root = URL(string: base) else { return link }
    return URL(string: link, relativeTo: root)?.absoluteString ?? link
  }
}
