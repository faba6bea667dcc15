extension Phrase {
  /// The phrase in lines of at most `columns`; the first may have less (`first`). Breaks at blanks; a word longer than a line is cut.
  func wrapped(to columns: Int, first: Int? = nil) -> [Row] {
    var rows: [Row] = []
    var row = Row()
    var room = max(8, first ?? columns)
    for word in words.flatMap({ $0.cut(to: max(8, columns)) }) {
      let blank = row.pieces.isEmpty ? 0 : 1
      if !row.pieces.isEmpty, row.width + blank + word.width > room {
        rows.append(row)
        row = Row()
        room = max(8, columns)
      }
      if !row.pieces.isEmpty { row.pieces.append(Piece(text: " ", style: .plain)) }
      row.pieces += word.pieces
    }
    if !row.pieces.isEmpty { rows.append(row) }
    return rows
  }

  /// What may not be broken: pieces without a blank between.
  private var words: [Row] {
    var words: [Row] = []
    var isOpen = false
    for run in runs {
      let (text, style) = (run.letters, run.style)
      var isFirst = true
      for part in text.split(separator: " ", omittingEmptySubsequences: false) {
        if !isFirst { isOpen = false }
        isFirst = false
        guard !part.isEmpty else { continue }
        if isOpen, !words.isEmpty {
          words[words.count - 1].pieces.append(Piece(text: String(part), style: style))
        } else {
          words.append(Row(String(part), style))
        }
        isOpen = true
      }
    }
    return words
  }

  /// The phrase in one row, whatever its width.
  var row: Row { Row(runs.map { Piece(text: $0.letters, style: $0.style) }) }
}

extension Phrase.Run {
  /// What is shown.
  var letters: String {
    switch self {
    case .plain(let text), .words(let text), .faint(let text): text
    case .marker(let marker): marker.label
    case .article(let number): String(number)
    }
  }
  /// Markers and asides are faint.
  var style: Style {
    switch self {
    case .marker, .faint: .faint
    case .plain, .words, .article: .plain
    }
  }
}

extension Row {
  /// The row in parts of at most `columns`.
  fileprivate func cut(to columns: Int) -> [Row] {
    guard width > columns else { return [self] }
    var rows: [Row] = []
    var row = Row()
    for piece in pieces {
      var text = String.UnicodeScalarView()
      var width = row.width
      for scalar in piece.text.unicodeScalars {
        let more = displayWidth(scalar)
        if width + more > columns {
          row.pieces.append(Piece(text: String(text), style: piece.style))
          rows.append(row)
          (row, text, width) = (Row(), String.UnicodeScalarView(), 0)
        }
        text.append(scalar)
        width += more
      }
      row.pieces.append(Piece(text: String(text), style: piece.style))
    }
    return rows + [row]
  }
}
