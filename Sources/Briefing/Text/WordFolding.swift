/// Letters and digits only, in lower case: whether two wordings are one. O(n).
func folded(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars
  where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
    out.append(scalar)
  }
  return String(out)
}
