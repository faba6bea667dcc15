import TextBytes

/// Makes words of an article fit to be shown: controls, escape sequences and marks that turn the direction of writing are
/// dropped, white space of any kind becomes one blank, and the ends are trimmed. The words themselves stay. O(n).
package func clean(_ words: String) -> String { clean(words, keepsEnds: false) }

/// The same; `keepsEnds` leaves one blank at an end that has white space, for words that others are joined to.
package func clean(_ words: String, keepsEnds: Bool) -> String {
  if isPlain(words, keepsEnds: keepsEnds) { return words }
  var out: [UInt8] = []
  out.reserveCapacity(words.utf8.count)
  var escape = EscapeFilter()
  var isBlankDue = false
  for scalar in words.unicodeScalars {
    if escape.swallows(scalar) { continue }
    if isBlank(scalar) {
      isBlankDue = keepsEnds || !out.isEmpty
    } else if !isUnseen(scalar) {
      if isBlankDue { out.append(0x20) }
      isBlankDue = false
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
  if isBlankDue, keepsEnds { out.append(0x20) }
  return String(decoding: out, as: UTF8.self)
}

/// Whether `words` are fit as they are: ASCII without controls, with single blanks and none at an end that keeps none. Most words are.
private func isPlain(_ words: String, keepsEnds: Bool) -> Bool {
  var last: UInt8 = keepsEnds ? 0 : 0x20
  for byte in words.utf8 {
    guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
    last = byte
  }
  return keepsEnds || last != 0x20 || words.isEmpty
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// Controls, direction marks, zero-width characters, and what has no place in a line of text.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE...0xFFFF:
    true
  case 0xE0000...0xE0FFF: true
  default: false
  }
}

/// Follows escape sequences (ECMA-48): CSI up to its final byte, OSC and other strings up to their terminator.
private struct EscapeFilter {
  private enum State { case text, escape, control, string, stringEscape }
  private var state = State.text

  /// Whether `scalar` belongs to an escape sequence.
  mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch state {
    case .text:
      switch value {
      case 0x1B: state = .escape
      case 0x9B: state = .control
      case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
      default: return false
      }
    case .escape:
      switch value {
      case 0x5B: state = .control
      case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string
      case 0x20...0x2F: break
      default: state = .text
      }
    case .control:
      // A sequence ends at its final byte; a broken one ends at whatever cannot be part of it.
      if (0x40...0x7E).contains(value) {
        state = .text
      } else if !(0x20...0x3F).contains(value) {
        state = .text
        return false
      }
    case .string:
      // A string that is never closed ends with the line, so that it cannot swallow an article.
      if value == 0x07 || value == 0x9C || value == 0x0A {
        state = .text
      } else if value == 0x1B {
        state = .stringEscape
      }
    case .stringEscape:
      state = .text
    }
    return true
  }
}
