/// Makes the text of a feed fit for an XML parser, and harmless: the declarations go (so that no entity but the five of XML is
/// ever expanded, and the parser takes the bytes for the UTF-8 that they are), stray `&` and `<` are escaped, control characters
/// dropped.
struct XMLRepair {
  private let bytes: [UInt8]
  private var result: [UInt8] = []
  private var i = 0
  /// Whether a declaration without an end was met: further ones are looked at briefly, so that many cost no more than one.
  private var hasOpenDeclaration = false

  /// The repaired bytes of UTF-8 `bytes`. O(n).
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var repair = XMLRepair(bytes: bytes)
    repair.result.reserveCapacity(bytes.count + bytes.count / 16)
    while repair.i < bytes.count { repair.step() }
    return repair.result
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    switch bytes[i] {
    case UInt8(ascii: "<"): openingBracket()
    case UInt8(ascii: "&"): ampersand()
    case 0..<0x20 where bytes[i] != 0x09 && bytes[i] != 0x0A && bytes[i] != 0x0D: i += 1
    case 0xEF where starts("\u{FFFE}") || starts("\u{FFFF}") || starts("\u{FEFF}"): i += 3
    default:
      result.append(bytes[i])
      i += 1
    }
  }

  private mutating func openingBracket() {
    if starts("<![CDATA[") {
      section()
    } else if starts("<!--") {
      i = end(of: "-->", from: i + 4) ?? bytes.count
    } else if starts("<?") {
      i = end(of: "?>", from: i + 2) ?? bytes.count
    } else if starts("<!") {
      declaration()
    } else if i + 1 < bytes.count, Self.beginsName(bytes[i + 1]) || bytes[i + 1] == UInt8(ascii: "/") {
      result.append(bytes[i])
      i += 1
    } else {
      result += Array("&lt;".utf8)
      i += 1
    }
  }

  private mutating func declaration() {
    let (end, isWhole) = XMLPrologue.doctypeEnd(hasOpenDeclaration ? bytes[i...].prefix(1024) : bytes[i...])
    if !isWhole { hasOpenDeclaration = true }
    i = end
  }

  /// A CDATA section as escaped text, so that what cannot stand in XML goes here too. One without an end reaches to the end.
  private mutating func section() {
    let close = end(of: "]]>", from: i + 9)
    for byte in bytes[(i + 9)..<(close.map { $0 - 3 } ?? bytes.count)] {
      switch byte {
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case 0..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: break
      default: result.append(byte)
      }
    }
    i = close ?? bytes.count
  }

  /// Keeps what XML knows; `&nbsp;` and a bare `&` become text, which a reader of HTML understands.
  private mutating func ampersand() {
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"]
    let isKnown = known.contains(where: starts) || isLegalNumber()
    result += isKnown ? [bytes[i]] : Array("&amp;".utf8)
    i += 1
  }

  /// Whether `&#…;` names a character that XML allows (XML 1.0, 2.2).
  private func isLegalNumber() -> Bool {
    guard i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "#"),
      let (scalar, _) = MarkupText.reference(bytes, at: i)
    else { return false }
    return scalar.value >= 0x20 ? scalar.value & 0xFFFE != 0xFFFE : [9, 10, 13].contains(scalar.value)
  }

  private func starts(_ word: String) -> Bool { bytes[i...].starts(with: word.utf8) }

  private func end(of mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var k = start
    while k + mark.count <= bytes.count {
      if bytes[k] == mark[0], bytes[k...].starts(with: mark) { return k + mark.count }
      k += 1
    }
    return nil
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
