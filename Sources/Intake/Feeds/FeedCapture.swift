import Foundation

/// The content of one field while it is read: text, or markup that stands in it unescaped.
struct FeedCapture {
  /// The field, with its parent where that is an author or a source.
  let key: String
  /// How deep the field's element stands.
  let depth: Int
  private let type: String
  private let isPermanentLink: Bool
  private let isBase64: Bool
  /// What an Atom link is to its entry.
  let relation: String?
  private var content = ""
  private var nesting = 0
  private var hasMarkup = false

  init(key: String, depth: Int, attributes: [String: String]) {
    self.key = key
    self.depth = depth
    // Atom says `text` where nothing is said; RSS has no type and means HTML.
    type = attributes["mode"] == "escaped" ? "html" : (attributes["type"] ?? "").lowercased()
    isBase64 = attributes["mode"] == "base64" || Self.isBinary(type)
    relation = attributes["rel"]?.lowercased()
    isPermanentLink = attributes["ispermalink"]?.lowercased() != "false"
  }

  /// Atom packs every media type but text and XML in Base64 (RFC 4287, 4.1.3.3).
  private static func isBinary(_ type: String) -> Bool {
    type.contains("/") && !type.hasPrefix("text/") && !type.contains("xml") && !type.contains("html")
  }

  /// What was packed in Base64, where it was.
  private var plain: String {
    guard isBase64, !hasMarkup, let data = Data(base64Encoded: content, options: .ignoreUnknownCharacters) else {
      return content
    }
    return Decoding.decode([UInt8](data)).text.string
  }

  /// Whether `name` is a field of its own inside this one, as an author's name is.
  func isContainer(of name: String) -> Bool {
    (key == "author" || key == "source") && ["name", "title", "link", "id", "updated"].contains(name)
  }

  /// The beginning of an element inside the field.
  mutating func open(_ element: String, _ attributes: [String: String]) {
    if !hasMarkup { content = MarkupText.escaped(content) }
    hasMarkup = true
    nesting += 1
    let list = attributes.sorted { $0.key < $1.key }.filter { !$0.key.hasPrefix("xmlns") }
    let text = list.map { " \($0.key)=\"\(MarkupText.escaped($0.value).replacing("\"", with: "&quot;"))\"" }.joined()
    content += "<\(Self.local(element))\(text)>"
  }

  /// Its end.
  mutating func close(_ element: String) {
    nesting -= 1
    content += "</\(Self.local(element))>"
  }

  mutating func append(_ text: String) { content += hasMarkup ? MarkupText.escaped(text) : text }

  private static func local(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }

  /// The field as HTML; `isAtom` where text without a type is plain.
  func markup(isAtom: Bool) -> String {
    if isBase64 { return plain }
    // Some wrap escaped markup in an element.
    if hasMarkup, type == "html" { return content.replacing("&lt;", with: "<").replacing("&gt;", with: ">") }
    if hasMarkup || type.contains("html") || type.contains("xml") { return content }
    return type.hasPrefix("text") || (type.isEmpty && isAtom) ? MarkupText.escaped(content) : content
  }

  /// The field as a person reads it.
  var shown: String { MarkupText.shown(plain) }

  /// The address in a `guid`, unless it is said to be none.
  var permanentLink: String? { isPermanentLink && shown.contains("://") ? shown : nil }
}
