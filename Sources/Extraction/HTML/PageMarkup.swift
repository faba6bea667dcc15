import Foundation
import HTMLTree
import NewsModel
import TextBytes

/// What a page's markup says about it: JSON-LD, then OpenGraph and other meta elements, then `time` elements.
struct PageMarkup: Sendable {
  var title: String?
  var description: String?
  var siteName: String?
  var authors: [String] = []
  var published: Timestamp?
  var modified: Timestamp?
  var section: String?
  var canonical: String?
  /// The page's own address, where it tells it.
  var address: String?
  var language: String?
  var isFree: Bool?
  /// Names of linked data by their identifiers, and the identifiers of the authors.
  private var namesByID: [String: String] = [:]
  private var authorIDs: [String] = []
  /// The publication date of linked data that is no article's, or that is broken.
  private var looseDate: Timestamp?
  /// The `time` elements, where nothing better tells the publication, and their nodes.
  private var times: [(node: Int, value: Timestamp)] = []

  /// How far from the headline, in nodes, a time may stand that is the story's, not a comment's or a teaser's.
  private static let headNodes = 80

  /// The first of the `time` elements, where nothing better tells the publication.
  var anyTime: Timestamp? { times.first?.value }

  /// The publication date; without a plain one the time that the address agrees with, what linked data tells of other
  /// things, or the first time below the headline.
  func published(titleNode: Int?) -> Timestamp? {
    if let published { return published }
    let day = address.flatMap { Self.date(inAddress: $0) }
    if let day { return times.first { $0.value.date == day }?.value }
    guard let titleNode else { return looseDate ?? times.first?.value }
    return looseDate ?? times.first { abs($0.node - titleNode) < Self.headNodes }?.value
  }

  init(_ tree: HTMLTree) {
    readLinkedData(tree)
    readMeta(tree)
    readElements(tree)
  }

  // MARK: JSON-LD

  private mutating func readLinkedData(_ tree: HTMLTree) {
    for i in tree.elements("script") where tree.nodes[i].attribute("type")?.lowercased().contains("ld+json") == true {
      let json = tree.nodes[i..<tree.nodes[i].end].compactMap(\.text).joined()
      looseDate = looseDate ?? Self.datePublished(in: json)
      guard let value = try? JSONSerialization.jsonObject(with: Data(json.utf8)) else { continue }
      visit(value, depth: 0)
    }
    if authors.isEmpty { authors = authorIDs.compactMap { namesByID[$0] } }
  }

  private mutating func visit(_ value: Any, depth: Int) {
    guard depth < 6 else { return }
    if let list = value as? [Any] {
      for item in list { visit(item, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if let id = object["@id"] as? String, let name = string(object["name"]) { namesByID[id] = namesByID[id] ?? name }
      if types(object).contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }) {
        readArticle(object)
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { visit(inner, depth: depth + 1) }
      }
    }
  }

  /// The first date behind `"datePublished":` in text that need not be whole JSON.
  private static func datePublished(in json: String) -> Timestamp? {
    for key in ["\"datePublished\"", "\"dateCreated\"", "\"uploadDate\""] {
      guard let found = json.range(of: key) else { continue }
      let rest = json[found.upperBound...].prefix(60).drop { $0 == " " || $0 == ":" || $0 == "\"" || $0 == "\n" }
      if let value = readTimestamp(String(rest.prefix { $0 != "\"" })) { return value }
    }
    return nil
  }

  private func ids(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.flatMap { ids($0) } }
    return ((value as? [String: Any])?["@id"] as? String).map { [$0] } ?? []
  }

  private func types(_ object: [String: Any]) -> [String] {
    (object["@type"] as? String).map { [$0] } ?? object["@type"] as? [String] ?? []
  }

  private mutating func readArticle(_ object: [String: Any]) {
    title = title ?? string(object["headline"]) ?? string(object["name"])
    description = description ?? string(object["description"])
    published = published ?? string(object["datePublished"]).flatMap(readTimestamp)
    modified = modified ?? string(object["dateModified"]).flatMap(readTimestamp)
    section = section ?? string(object["articleSection"])
    siteName = siteName ?? names(object["publisher"]).first
    if authors.isEmpty { authors = names(object["author"]) }
    if authors.isEmpty { authorIDs += ids(object["author"]) }
    language = language ?? string(object["inLanguage"])
    isFree =
      isFree ?? (object["isAccessibleForFree"] as? Bool)
      ?? string(object["isAccessibleForFree"]).map { $0.lowercased() == "true" }
  }

  private func string(_ value: Any?) -> String? {
    let text = value as? String ?? (value as? [Any])?.first as? String
    guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
    return text
  }

  private func names(_ value: Any?) -> [String] {
    if let list = value as? [Any] { return list.flatMap { names($0) } }
    if let object = value as? [String: Any] { return string(object["name"]).map { [$0] } ?? names(object["name"]) }
    return string(value).map { [$0] } ?? []
  }

  // MARK: Meta elements

  private mutating func readMeta(_ tree: HTMLTree) {
    var found: [String: String] = [:]
    for i in tree.elements("meta") {
      let node = tree.nodes[i]
      guard
        let name =
          (node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop")
          ?? node.attribute("http-equiv"))?.lowercased(),
        let content = node.attribute("content")?.trimmingCharacters(in: .whitespacesAndNewlines), !content.isEmpty,
        found[name] == nil
      else { continue }
      found[name] = content
    }
    func first(_ names: String...) -> String? { names.lazy.compactMap { found[$0] }.first }
    title = title ?? first("og:title", "twitter:title", "dc.title", "headline")
    description = description ?? first("og:description", "description", "twitter:description")
    siteName = siteName ?? first("og:site_name", "application-name", "dc.publisher")
    published =
      published
      ?? first(
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate",
        "publishdate",
        "publish-date", "sailthru.date", "parsely-pub-date", "article.published", "dcterms.created",
        "cxenseparse:recs:publishtime", "article:published", "og:article:published_time", "og:regdate", "bt:pubdate",
        "citation_publication_date", "citation_online_date", "citation_date", "date_published", "dc.date.created",
        "dcterms.date", "dcterms.issued", "displaydate", "originalpublicationdate", "publication_date",
        "published_date", "publisheddate", "published-date", "publication-date", "publish_date", "publishtime",
        "pdate", "ptime", "rnews:datepublished", "article_date_original", "article.created", "created", "release_date",
        "video:release_date", "vr:published_time", "mediator_published_time", "datecreated", "dc:date", "dc.created",
        "uploaddate", "shareaholic:article_published_time", "last_published_date"
      ).flatMap(readTimestamp)
    modified =
      modified
      ?? first("article:modified_time", "og:updated_time", "datemodified", "last-modified").flatMap(readTimestamp)
    section = section ?? first("article:section", "parsely-section")
    if authors.isEmpty,
      let author = first("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")
    {
      authors = author.contains("://") ? [] : [author]
    }
  }

  private mutating func readElements(_ tree: HTMLTree) {
    language = language ?? tree.elements("html").first.flatMap { tree.nodes[$0].attribute("lang") }
    canonical = tree.elements("link").first { tree.nodes[$0].attribute("rel")?.lowercased() == "canonical" }
      .flatMap { tree.nodes[$0].attribute("href") }
    if title == nil, let i = tree.elements("title").first {
      let text = tree.text(under: i).trimmingCharacters(in: .whitespacesAndNewlines)
      title = text.isEmpty ? nil : text
    }
    address =
      canonical
      ?? tree.elements("meta").first { tree.nodes[$0].attribute("property")?.lowercased() == "og:url" }
      .flatMap { tree.nodes[$0].attribute("content") }
    if published == nil { readDatedElements(tree) }
    if authors.isEmpty { readAuthorElements(tree) }
  }

  /// Elements that are said to name the author, those of microdata first.
  private mutating func readAuthorElements(_ tree: HTMLTree) {
    var linked: [String] = []
    for (i, node) in tree.nodes.enumerated() where node.tag != nil && node.tag != "meta" {
      let isProperty = node.attribute("itemprop")?.lowercased() == "author"
      let classes = (node.attribute("class") ?? "").lowercased().split(separator: " ")
      let isLinked = node.attribute("rel")?.lowercased().split(separator: " ").contains("author") == true
      guard isProperty || isLinked || classes.contains("author-name") || classes.contains("author") else { continue }
      let text = tree.text(under: i).split { $0.isWhitespace || $0.isNewline }
      guard (2...5).contains(text.count), text.count(where: { $0.first?.isUppercase == true }) >= 2 else { continue }
      let name = text.joined(separator: " ")
      if isProperty { authors = [name] } else if linked.isEmpty { linked = [name] }
      if isProperty { return }
    }
    authors = linked
  }

  /// Microdata, then `time` elements: those that are said to tell the publication first.
  private mutating func readDatedElements(_ tree: HTMLTree) {
    for (i, node) in tree.nodes.enumerated() {
      guard let tag = node.tag else { continue }
      let property = node.attribute("itemprop")?.lowercased()
      let isDated = property == "datepublished" || property == "datecreated" || property == "uploaddate"
      guard isDated || tag == "time" || tag == "abbr" else { continue }
      let told = node.attribute("datetime") ?? node.attribute("content") ?? node.attribute("title")
      guard let value = told.flatMap(readTimestamp), value.date.day != nil else { continue }
      let names = (node.attribute("class") ?? "").lowercased()
      let isPublication =
        isDated || node.attribute("pubdate") != nil || names.contains("publish") || names.contains("entry-date")
      if isPublication, !names.contains("updated") {
        published = value
        return
      }
      if tag == "time" { times.append((i, value)) }
    }
  }

  /// The date of an address like ".../2025/03/02/...", or nil.
  static func date(inAddress url: String) -> CalendarDate? {
    let parts = url.split(separator: "/")
    for i in parts.indices.dropLast(2) {
      guard parts[i].utf8.count == 4, let year = Int(parts[i]), (1990...2100).contains(year),
        let month = Int(parts[i + 1]),
        let day = Int(parts[i + 2]), parts[i + 2].utf8.count <= 2
      else { continue }
      if let date = CalendarDate(year: year, month: month, day: day) { return date }
    }
    for part in parts {
      let bytes = Array(part.utf8)
      guard bytes.count >= 10 else { continue }
      for start in 0...(bytes.count - 10) {
        if let date = CalendarDate(iso: String(decoding: bytes[start..<start + 10], as: UTF8.self)),
          (1990...2100).contains(date.year)
        {
          return date
        }
      }
    }
    return nil
  }
}

/// Reads ISO 8601, also without seconds or with text behind it; nil for anything else.
func readTimestamp(_ text: String) -> Timestamp? {
  if let value = Timestamp(iso: text) { return value.date.day == nil ? nil : value }
  if text.utf8.count > 10, let value = CalendarDate(iso: text.prefix(10)) { return Timestamp(value) }
  let page = Page(SourceText(text), language: .english)
  guard let line = page.lines.first else { return nil }
  return PageDates.shared.dates(in: page, line.tokens).lazy.compactMap(\.value).first
}
