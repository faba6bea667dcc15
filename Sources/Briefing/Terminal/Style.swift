/// How a stretch of a terminal line looks; colours are used sparingly, and never alone to tell something.
enum Style: Hashable, Sendable {
  case plain, bold, faint, warning, good

  /// The ANSI (ECMA-48 SGR) parameters, or nil for none.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .faint: "2"
    case .warning: "33"
    case .good: "32"
    }
  }
}

/// A stretch of a line in one style.
struct Piece: Hashable, Sendable {
  var text: String
  var style: Style = .plain
  var width: Int { displayWidth(text) }
}

/// One line of the terminal.
struct Row: Hashable, Sendable {
  var pieces: [Piece] = []
  var width: Int { pieces.reduce(0) { $0 + $1.width } }
  var text: String { pieces.map(\.text).joined() }

  init(_ pieces: [Piece] = []) { self.pieces = pieces }
  init(_ text: String, _ style: Style = .plain) { pieces = [Piece(text: text, style: style)] }
  static func + (a: Row, b: Row) -> Row { Row(a.pieces + b.pieces) }
  /// The row with blanks behind it up to `columns`.
  func padded(to columns: Int) -> Row {
    let missing = columns - width
    return missing > 0 ? self + Row(String(repeating: " ", count: missing)) : self
  }
  /// The row in one style.
  func styled(_ style: Style) -> Row { Row(pieces.map { Piece(text: $0.text, style: style) }) }
  /// `other` at the right end of `columns`.
  func aligned(_ other: Row, to columns: Int) -> Row { padded(to: columns - other.width) + other }

  /// The row as printed, without blanks at its end.
  func rendered(color: Bool) -> String {
    guard color else { return trimmedEnd(text) }
    return trimmedEnd(
      joined.map { piece in
        piece.style.parameters.map { "\u{1B}[\($0)m\(piece.text)\u{1B}[0m" } ?? piece.text
      }.joined())
  }
  /// The pieces, with neighbours of one look as one; a blank takes the look of what stands before it.
  private var joined: [Piece] {
    var out: [Piece] = []
    for (i, piece) in pieces.enumerated() where !piece.text.isEmpty {
      let isBlank = piece.text == " " && i + 1 < pieces.count && pieces[i + 1].style == out.last?.style
      if let last = out.last, last.style == piece.style || isBlank {
        out[out.count - 1].text += piece.text
      } else {
        out.append(piece)
      }
    }
    return out
  }
  private func trimmedEnd(_ text: String) -> String {
    var text = text[...]
    while text.utf8.last == UInt8(ascii: " ") { text = text.dropLast() }
    return String(text)
  }
}
