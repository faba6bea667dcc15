/// schema.org articles in JSON-LD: alone, in a `@graph`, as the `mainEntity` of a page, or in a list.
enum JSONLD {
  /// So deep articles are looked for.
  private static let depthLimit = 8

  /// Whether the object says that it is an article (`NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, …).
  static func isArticle(_ fields: [String: Any]) -> Bool {
    types(fields).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
  }

  /// The articles with a body that `fields` holds, in order; references (`{"@id": …}`) to other nodes are filled in. O(n).
  static func articles(in fields: [String: Any]) -> [[String: Any]] {
    var nodes: [String: [String: Any]] = [:]
    var found: [[String: Any]] = []
    gather(fields, depth: 0, into: &found, &nodes)
    return found.map { article in
      var article = article
      for key in ["author", "publisher", "isPartOf"] { article[key] = article[key].map { filled($0, nodes) } }
      return article
    }
  }

  private static func gather(
    _ fields: [String: Any], depth: Int, into found: inout [[String: Any]], _ nodes: inout [String: [String: Any]]
  ) {
    if let id = fields["@id"] as? String, fields.count > 1, nodes[id] == nil { nodes[id] = fields }
    if fields["articleBody"] is String { found.append(fields) }
    guard depth < depthLimit else { return }
    for key in ["@graph", "mainEntity", "itemListElement", "item", "hasPart", "liveBlogUpdate"] {
      for case let part as [String: Any] in fields[key] as? [Any] ?? [fields[key] as Any] {
        gather(part, depth: depth + 1, into: &found, &nodes)
      }
    }
  }

  private static func filled(_ value: Any, _ nodes: [String: [String: Any]]) -> Any {
    if let list = value as? [Any] { return list.map { $0 is [Any] ? $0 : filled($0, nodes) } }
    guard let object = value as? [String: Any], object["name"] == nil, let id = object["@id"] as? String else {
      return value
    }
    return nodes[id] ?? value
  }

  private static func types(_ fields: [String: Any]) -> [String] {
    if let type = fields["@type"] as? String { return [type] }
    return (fields["@type"] as? [Any])?.compactMap { $0 as? String } ?? []
  }
}
