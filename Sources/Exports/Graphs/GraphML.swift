import Contract

/// The descent in GraphML 1.0 (graphml.graphdrawing.org), a directed graph with an attribute a key.
struct GraphML {
  private let graph: DescentGraph

  init(_ trace: WireTrace) { graph = DescentGraph(trace) }

  private static let keys: [(id: String, of: String, type: String)] = [
    ("story", "node", "string"), ("role", "node", "string"), ("label", "node", "string"), ("kind", "node", "string"),
    ("medium", "node", "string"), ("via", "node", "string"), ("party", "node", "boolean"), ("title", "node", "string"),
    ("article", "node", "string"), ("outlet", "node", "string"), ("language", "node", "string"),
    ("published", "node", "string"), ("url", "node", "string"), ("sha256", "node", "string"),
    ("relation", "edge", "string"), ("how", "edge", "string"), ("coverage", "edge", "double"),
    ("weight", "edge", "int"),
  ]

  var text: String {
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">",
    ]
    lines += Self.keys.map {
      "  <key id=\"\($0.id)\" for=\"\($0.of)\" attr.name=\"\($0.id)\" attr.type=\"\($0.type)\"/>"
    }
    lines.append("  <graph id=\"descent\" edgedefault=\"directed\">")
    for node in graph.nodes { lines += written(node) }
    for (number, edge) in graph.edges.enumerated() { lines += written(edge, number) }
    return (lines + ["  </graph>", "</graphml>", ""]).joined(separator: "\n")
  }

  private func written(_ node: DescentGraph.Node) -> [String] {
    var facts: [(String, String?)] = [("story", node.story), ("label", node.label)]
    if let origin = node.origin {
      facts += [("role", "origin"), ("kind", origin.kind), ("medium", origin.medium), ("via", origin.via)]
      facts.append(("party", origin.party ? "true" : "false"))
    }
    if let article = node.article {
      facts += [
        ("role", "article"), ("article", article.id), ("title", article.title), ("outlet", article.outlet?.name),
      ]
      facts += [("language", article.language), ("published", article.published?.value), ("url", Name.web(article))]
      facts.append(("sha256", article.sha256))
    }
    return element("node id=\"\(XMLText.escaped(node.id))\"", "node", facts)
  }

  private func written(_ edge: DescentGraph.Edge, _ number: Int) -> [String] {
    let ends = "source=\"\(XMLText.escaped(edge.from))\" target=\"\(XMLText.escaped(edge.to))\""
    return element(
      "edge id=\"x\(number + 1)\" \(ends)", "edge",
      [
        ("relation", edge.relation.rawValue), ("how", edge.kind), ("coverage", edge.coverage.map { "\($0)" }),
        ("weight", "\(edge.weight)"),
      ])
  }

  private func element(_ opening: String, _ name: String, _ facts: [(String, String?)]) -> [String] {
    ["    <\(opening)>"]
      + facts.compactMap { key, value in
        value.map { "      <data key=\"\(key)\">\(XMLText.escaped($0))</data>" }
      } + ["    </\(name)>"]
  }
}

/// Text inside XML 1.0.
enum XMLText {
  /// Markup is escaped; scalars that XML 1.0 forbids (section 2.2) become U+FFFD. Line breaks and tabs are written as references, so that
  /// no reader folds them.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r": out.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
