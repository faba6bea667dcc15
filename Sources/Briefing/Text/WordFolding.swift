/// Letters and digits only, in lower case: whether two wordings are one. O(n).
func folded(_ text: String) -> String {
  if let plain = foldedASCII(text) { return plain }
  var out = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars
  where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
    out.append(scalar)
  }
  return String(out)
}

/// The same for ASCII, by bytes; nil for other text.
private func foldedASCII(_ text: String) -> String? {
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: out.append(byte)
    case 0x41...0x5A: out.append(byte | 0x20)
    case 0x80...: return nil
    default: break
    }
  }
  return String(decoding: out, as: UTF8.self)
}
