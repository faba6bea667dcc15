/// `text` cut at a word border so that it takes at most `columns`, with `…` behind; whole where it fits. Quotation marks that the
/// cut leaves open are closed. O(n).
package func shortened(_ text: String, to columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  var kept: [Substring] = []
  var width = 0
  for word in text.split(separator: " ") {
    let more = displayWidth(String(word)) + (kept.isEmpty ? 0 : 1)
    // Two columns are kept back for the ellipsis and a closing mark.
    if width + more > columns - 2 { break }
    kept.append(word)
    width += more
  }
  if kept.isEmpty { return hardCut(text, to: columns) }
  var out = kept.joined(separator: " ")
  out = withoutLooseEnd(out)
  return withMarksClosed(out + "…")
}

/// What stands before an ellipsis does not end in a comma or an opening mark.
private func withoutLooseEnd(_ text: String) -> String {
  var text = text
  while let last = text.unicodeScalars.last, [",", ";", ":", "–", "—", "-", "(", "“", "«"].contains(last) {
    text.unicodeScalars.removeLast()
  }
  return text
}

/// `text` cut to `columns` so that word number `word` is seen, with two words before it where the beginning does not fit.
func shortened(_ text: String, around word: Int, to columns: Int) -> String {
  guard displayWidth(text) > columns, word > 2 else { return shortened(text, to: columns) }
  let rest = text.split(separator: " ").dropFirst(word - 2).joined(separator: " ")
  return "…" + shortened(withMarksClosed(rest), to: columns - 1)
}

private func hardCut(_ text: String, to columns: Int) -> String {
  var out = String.UnicodeScalarView()
  var width = 0
  for scalar in text.unicodeScalars {
    width += displayWidth(scalar)
    if width > columns - 1 { break }
    out.append(scalar)
  }
  return String(out) + "…"
}

/// `text` with the quotation marks that it leaves open closed, and those that it only closes opened: a passage may be cut
/// from the middle of quoted words, which must not look like the article's own.
func withMarksClosed(_ text: String) -> String {
  var out = text
  for (open, close) in [("“", "”"), ("«", "»")] as [(Unicode.Scalar, Unicode.Scalar)] {
    var depth = 0
    var unopened = 0
    for scalar in text.unicodeScalars {
      if scalar == open {
        depth += 1
      } else if scalar == close {
        if depth > 0 { depth -= 1 } else { unopened += 1 }
      }
    }
    for _ in 0..<unopened { out = String(open) + out }
    for _ in 0..<depth { out += String(close) }
  }
  if text.unicodeScalars.filter({ $0 == "\"" }).count % 2 == 1 { out = closedStraight(out) }
  return out
}

/// Whether the odd straight mark opens is told by the blank before it.
private func closedStraight(_ text: String) -> String {
  guard let mark = text.unicodeScalars.lastIndex(of: "\"") else { return text }
  let isOpening =
    mark == text.unicodeScalars.startIndex
    || [" ", "(", "["].contains(text.unicodeScalars[text.unicodeScalars.index(before: mark)])
  return isOpening ? text + "\"" : "\"" + text
}

/// Where versions of one sentence differ: each cut down to the words that are not common to all of them at the beginning or at
/// the end, with `context` words around; nil where that leaves nothing to show for one of them. O(words).
func differing(_ versions: [String], context: Int = 2) -> [String]? {
  let words = versions.map { $0.split(separator: " ") }
  guard words.count > 1, let shortest = words.map(\.count).min(), shortest > 0 else { return nil }
  let keys = words.map { list in list.map { folded(String($0)) } }
  let last = keys[0].count - 1
  let prefix = (0..<shortest).prefix { i in keys.allSatisfy { $0[i] == keys[0][i] } }.count
  let suffix = (0..<(shortest - prefix)).prefix { i in
    keys.allSatisfy { $0[$0.count - 1 - i] == keys[0][last - i] }
  }.count
  guard prefix + suffix > 2 * context else { return nil }
  return words.map { list in
    let lower = max(0, prefix - context)
    let upper = min(list.count, list.count - suffix + context)
    let core = list[lower..<upper].joined(separator: " ")
    return (lower > 0 ? "…" : "") + (upper < list.count ? withoutLooseEnd(core) + "…" : core)
  }
}
