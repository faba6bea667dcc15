/// Escapes words for Markdown (CommonMark with GitHub's tables and autolinks): nothing in them becomes markup, HTML or a link. O(n).
func markdown(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var isFirst = true
  var isNumber = false
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out.append(contentsOf: "&amp;".unicodeScalars)
    case "<": out.append(contentsOf: "&lt;".unicodeScalars)
    case ">": out.append(contentsOf: "&gt;".unicodeScalars)
    case "@": out.append(contentsOf: "&#64;".unicodeScalars)
    case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!":
      out.append("\\")
      out.append(scalar)
    case "-", "+", "=":
      if isFirst { out.append("\\") }
      out.append(scalar)
    case ".", ")":
      if isNumber { out.append("\\") }
      out.append(scalar)
    default: out.append(scalar)
    }
    isNumber = (isFirst || isNumber) && ("0"..."9").contains(scalar)
    isFirst = false
  }
  return withoutBareDomains(String(out))
}

/// "www." and "://" make links in GitHub's Markdown.
private func withoutBareDomains(_ text: String) -> String {
  text.split(separator: "www.", omittingEmptySubsequences: false).joined(separator: "www\\.")
    .split(separator: "://", omittingEmptySubsequences: false).joined(separator: "\\://")
}

extension Phrase {
  /// The phrase as Markdown. Markers stay as they are: they open with `--explain`.
  var markdown: String {
    runs.map { run in
      switch run {
      case .plain(let text), .words(let text), .faint(let text): Briefing.markdown(text)
      case .marker(let marker): "\\[\(marker.article):\(marker.place)\\]"
      case .article(let number): String(number)
      }
    }.joined()
  }
}
