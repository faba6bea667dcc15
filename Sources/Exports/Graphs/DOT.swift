import Contract

/// The descent in the language of Graphviz, laid out from left to right: `dot -Tsvg story.dot -o story.svg`.
struct DOT {
  private let trace: WireTrace
  private let graph: DescentGraph

  init(_ trace: WireTrace) {
    self.trace = trace
    graph = DescentGraph(trace)
  }

  var text: String {
    var lines = [
      "digraph descent {", "  graph [rankdir=LR, charset=\"UTF-8\", fontname=\"sans-serif\"];",
      "  node [fontname=\"sans-serif\", fontsize=11];", "  edge [fontname=\"sans-serif\", fontsize=9];",
    ]
    for story in trace.stories {
      lines.append("  subgraph \(Self.quoted("cluster_" + story.id)) {")
      lines.append("    label=\(Self.label(story.title));")
      lines += graph.nodes.filter { $0.story == story.id }.map { "    " + written($0) }
      lines.append("  }")
    }
    lines += graph.edges.map { "  " + written($0) }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private func written(_ node: DescentGraph.Node) -> String {
    if let article = node.article {
      let facts = [article.language, article.published?.value].compactMap { $0 }.joined(separator: " · ")
      let label = Self.label([node.label, article.title, facts].compactMap { $0 }.filter { !$0.isEmpty })
      return "\(Self.quoted(node.id)) [shape=box, label=\(label)];"
    }
    let isText = node.origin.map { ["agency", "outlet", "state-media"].contains($0.kind) } ?? false
    let via = node.origin?.via.map { "via " + $0 }
    let label = Self.label([node.label, via].compactMap { $0 })
    return "\(Self.quoted(node.id)) [shape=\(isText ? "box, style=rounded" : "ellipse"), label=\(label)];"
  }

  private func written(_ edge: DescentGraph.Edge) -> String {
    let ends = "\(Self.quoted(edge.from)) -> \(Self.quoted(edge.to))"
    switch edge.relation {
    case .text:
      let share = edge.coverage.map { "\(Int(($0 * 100).rounded())) %" }
      return "\(ends) [penwidth=2, label=\(Self.label([edge.kind, share].compactMap { $0 }))];"
    case .passages: return "\(ends) [style=dotted, constraint=false];"
    case .word: return "\(ends) [label=\"\(edge.weight)\"];"
    }
  }

  /// A string in quotation marks; only `"` needs a backslash there, and a backslash must not stand before the last mark.
  private static func quoted(_ text: String) -> String { "\"" + escaped(text, isLabel: false) + "\"" }

  private static func label(_ text: String) -> String { "\"" + escaped(shortened(text), isLabel: true) + "\"" }
  private static func label(_ lines: [String]) -> String {
    "\"" + lines.map { escaped(shortened($0), isLabel: true) }.joined(separator: "\\n") + "\""
  }

  /// In labels a backslash begins an escape and `&` an entity, so that both are doubled or written out.
  private static func escaped(_ text: String, isLabel: Bool) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out.append(contentsOf: "\\\"".unicodeScalars)
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "&" where isLabel: out.append(contentsOf: "&amp;".unicodeScalars)
      case _ where scalar.value < 0x20: out.append(" ")
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 60 else { return text }
    var out = String.UnicodeScalarView(scalars.prefix(59))
    while out.last == " " { out.removeLast() }
    return String(out) + "…"
  }
}
