import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a small XML document with all that stands in it. Names carry no prefix and are in lower case.
struct XMLTree: Sendable {
  enum Node: Sendable {
    case text(String)
    case element(XMLTree)
  }
  let name: String
  let attributes: [String: String]
  fileprivate(set) var nodes: [Node] = []

  /// The elements directly within.
  var children: [XMLTree] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element on each way that `path` names, which begins below this one.
  func first(_ path: String...) -> XMLTree? {
    path.reduce(Optional(self)) { here, name in here?.children.first { $0.name == name } }
  }

  /// All elements of that name at any depth, in order; none is looked for within another. O(n).
  func all(_ names: Set<String>) -> [XMLTree] {
    children.flatMap { names.contains($0.name) ? [$0] : $0.all(names) }
  }

  /// The text as a person reads it; nil for none.
  var shown: String? {
    let text = MarkupText.words(plain)
    return text.isEmpty ? nil : text
  }

  /// All text within. O(n).
  var plain: String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.plain
      }
    }.joined()
  }
}

/// Builds a tree from repaired XML: no entity but the five of XML is expanded, nothing outside is read.
final class XMLTreeParser: NSObject, XMLParserDelegate {
  private var open: [XMLTree] = []
  private(set) var root: XMLTree?
  private var isTooDeep = false

  /// Elements may nest so deep.
  private static let depthLimit = 200

  /// The tree of UTF-8 `bytes`, as far as it can be read, and whether it is whole. O(n).
  static func parse(_ bytes: [UInt8]) -> (root: XMLTree?, isWhole: Bool) {
    let builder = XMLTreeParser()
    let parser = XMLParser(data: Data(XMLRepair.repaired(bytes)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    let isWhole = parser.parse()
    while builder.open.count > 0 { builder.close() }
    return (builder.root, isWhole)
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    guard open.count < Self.depthLimit else { return parser.abortParsing() }
    open.append(XMLTree(name: Self.local(element), attributes: FeedNames.lowercased(attributes)))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].nodes.append(.text(string))
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    close()
  }

  private func close() {
    guard let done = open.popLast() else { return }
    if open.isEmpty { root = root ?? done } else { open[open.count - 1].nodes.append(.element(done)) }
  }

  private static func local(_ name: String) -> String {
    (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
  }
}
