import TextBytes

/// A text in which `⟦…⟧` marks what is expected: the text without the marks, and the spans that they enclosed, in order of their opening.
///
/// Tests read as prose this way, and no one counts bytes: `marked("President ⟦Ana Ruiz⟧ spoke.")`.
public func marked(_ source: String) -> (text: SourceText, spans: [TextSpan]) {
  var bytes: [UInt8] = []
  var open: [(index: Int, start: Int)] = []
  var spans: [TextSpan?] = []
  for scalar in source.unicodeScalars {
    switch scalar {
    case "⟦":
      open.append((spans.count, bytes.count))
      spans.append(nil)
    case "⟧":
      guard let (index, start) = open.popLast() else { continue }
      spans[index] = TextSpan(start, bytes.count)
    default: bytes.append(contentsOf: Array(String(scalar).utf8))
    }
  }
  return (SourceText(repairing: bytes), spans.compactMap { $0 })
}
