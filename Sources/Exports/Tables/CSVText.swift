/// Comma-separated values (RFC 4180): UTF-8 without a mark, lines ended by CR LF, a header.
///
/// Spreadsheets take a cell that begins with `=`, `+`, `-`, `@` for a formula, whatever it is quoted with. Such words get an apostrophe
/// before them, which spreadsheets hide ("CSV injection", OWASP); numbers stay as they are.
struct CSVText {
  enum Cell {
    case words(String?)
    case number(Int)
  }
  private(set) var text = ""

  mutating func add(_ row: [Cell]) {
    text += row.map(Self.written).joined(separator: ",") + "\r\n"
  }

  private static func written(_ cell: Cell) -> String {
    switch cell {
    case .number(let number): return String(number)
    case .words(let words):
      let words = guarded(words ?? "")
      guard words.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return words }
      return "\"" + doubled(words) + "\""
    }
  }

  private static func guarded(_ words: String) -> String {
    switch words.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": "'" + words
    default: words
    }
  }

  private static func doubled(_ words: String) -> String {
    var out: [UInt8] = []
    for byte in words.utf8 where byte != 0 {
      out.append(byte)
      if byte == 0x22 { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
