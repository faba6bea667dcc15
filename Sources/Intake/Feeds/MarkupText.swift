/// Plain text and markup, one made of the other.
enum MarkupText {
  /// `text` as HTML that shows it. O(n).
  static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What a line of HTML shows: tags, comments and scripts gone, references read, white space single. For titles and names, of
  /// which 64 KB are read. O(n).
  static func shown(_ markup: String) -> String {
    let bytes = Array(markup.utf8.prefix(65_536))
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if let end = unseenEnd(bytes, at: i) {
        i = end
      } else if bytes[i] == UInt8(ascii: "<"), let end = tagEnd(bytes, at: i) {
        i = end
      } else if bytes[i] == UInt8(ascii: "&"), let (scalar, length) = reference(bytes, at: i) {
        result += Array(String(scalar).utf8)
        i += length
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    let words = result.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    return words.joined(separator: " ")
  }

  /// `text` with its white space single. O(n).
  static func words(_ text: String) -> String {
    text.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The end of the comment, script or style sheet that begins at `i`; one without an end reaches to the end.
  private static func unseenEnd(_ bytes: [UInt8], at i: Int) -> Int? {
    guard bytes[i] == UInt8(ascii: "<"), i + 3 < bytes.count else { return nil }
    let opening = String(decoding: bytes[i..<min(i + 7, bytes.count)], as: UTF8.self).lowercased()
    let unseen = [("<!--", ">"), ("<script", "</script>"), ("<style", "</style>")]
    guard let close = unseen.first(where: { opening.hasPrefix($0.0) })?.1 else { return nil }
    let mark = Array(close.utf8)
    var k = i + 4
    while k + mark.count <= bytes.count {
      if bytes[k] == mark[0], zip(bytes[k...], mark).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
        return k + mark.count
      }
      k += 1
    }
    return bytes.count
  }

  private static func tagEnd(_ bytes: [UInt8], at i: Int) -> Int? {
    guard i + 1 < bytes.count else { return nil }
    let next = bytes[i + 1] | 0x20
    guard bytes[i + 1] == UInt8(ascii: "/") || (next >= 0x61 && next <= 0x7A) else { return nil }
    return bytes[i...].prefix(1024).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
  }

  /// The character that `&name;`, `&#233;` or `&#xE9;` at `i` stands for, and the length of the reference.
  static func reference(_ bytes: [UInt8], at i: Int) -> (Unicode.Scalar, length: Int)? {
    guard let end = bytes[i...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > i + 1 else { return nil }
    let name = String(decoding: bytes[(i + 1)..<end], as: UTF8.self)
    let length = end + 1 - i
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { ($0, length) }
    }
    return named[name].map { ($0, length) }
  }

  /// The names of HTML 4 for Latin-1 (from U+00A0, in order), for markup and for punctuation.
  private static let named: [String: Unicode.Scalar] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para \
      middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute \
      Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
      Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
      eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
      """
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’",
      "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…", "bull": "•", "euro": "€", "trade": "™",
      "lsaquo": "‹", "rsaquo": "›", "OElig": "Œ", "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ",
    ]
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(0xA0 + UInt32(index))
    }
    return named
  }()
}
