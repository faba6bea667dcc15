import Foundation
import HTMLTree
import NewsModel
import TextBytes

/// What a page's linked data (JSON-LD of schema.org, in its plain and graph forms) says about its article.
struct LinkedData: Sendable {
  var title: String?
  var description: String?
  var siteName: String?
  /// The authors that are persons, or not said to be anything else.
  var authors: [String] = []
  var published: Timestamp?
  var modified: Timestamp?
  var section: String?
  var language: String?
  var isFree: Bool?
  /// The publication date of data that are no article's, or that are broken.
  var looseDate: Timestamp?
  /// Names by their identifiers, and the identifiers of the authors.
  private var namesByID: [String: String] = [:]
  private var authorIDs: [String] = []

  init(_ tree: HTMLTree) {
    for i in tree.elements(.script) where tree.attribute(.type, of: i)?.lowercased().contains("ld+json") == true {
      let json = (i..<tree.nodes[i].end).compactMap { tree.text($0) }.joined()
      if looseDate == nil { looseDate = Self.datePublished(in: Array(json.utf8)) }
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
      if let id = object["@id"] as? String, !isOrganization(object), let name = string(object["name"]) {
        namesByID[id] = namesByID[id] ?? name
      }
      if types(object).contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "Report" }) {
        readArticle(object)
      }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { visit(inner, depth: depth + 1) }
      }
    }
  }

  /// The first date behind `"datePublished":` in text that need not be whole JSON.
  private static func datePublished(in json: [UInt8]) -> Timestamp? {
    for key in keys {
      guard let found = place(of: key, in: json.span) else { continue }
      let rest = String(decoding: json[(found + key.count)...].prefix(240), as: UTF8.self).prefix(60)
        .drop { $0 == " " || $0 == ":" || $0 == "\"" || $0 == "\n" }
      if let value = readTimestamp(String(rest.prefix { $0 != "\"" })) { return value }
    }
    return nil
  }

  private static let keys = ["\"datePublished\"", "\"dateCreated\"", "\"uploadDate\""].map { Array($0.utf8) }

  private static func place(of key: [UInt8], in json: Span<UInt8>) -> Int? {
    var i = 0
    while i < json.count {
      i = firstIndex(of: key[0], in: json, from: i)
      guard i + key.count <= json.count else { return nil }
      if key.indices.allSatisfy({ json[i + $0] == key[$0] }) { return i }
      i += 1
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

  private func isOrganization(_ object: [String: Any]) -> Bool {
    types(object).contains { $0.hasSuffix("Organization") || $0 == "WebSite" || $0 == "Corporation" }
  }

  private mutating func readArticle(_ object: [String: Any]) {
    title = title ?? string(object["headline"]) ?? string(object["name"])
    description = description ?? string(object["description"])
    published = published ?? string(object["datePublished"]).flatMap(readTimestamp)
    modified = modified ?? string(object["dateModified"]).flatMap(readTimestamp)
    section = section ?? string(object["articleSection"])
    siteName = siteName ?? names(object["publisher"], people: false).first
    if authors.isEmpty { authors = names(object["author"], people: true) }
    if authors.isEmpty { authorIDs += ids(object["author"]) }
    language = language ?? string(object["inLanguage"])
    isFree =
      isFree ?? (object["isAccessibleForFree"] as? Bool)
      ?? string(object["isAccessibleForFree"]).map { $0.lowercased() == "true" }
  }

  private func string(_ value: Any?) -> String? {
    let text = value as? String ?? (value as? [Any])?.first as? String
    guard let text = text.map({ withoutBlanks($0) }), !text.isEmpty else { return nil }
    return text
  }

  /// The names in a field; with `people`, those of organizations are left out.
  private func names(_ value: Any?, people: Bool) -> [String] {
    if let list = value as? [Any] { return list.flatMap { names($0, people: people) } }
    if let object = value as? [String: Any] {
      if people, isOrganization(object) { return [] }
      return string(object["name"]).map { [$0] } ?? names(object["name"], people: people)
    }
    return string(value).map { [$0] } ?? []
  }
}
