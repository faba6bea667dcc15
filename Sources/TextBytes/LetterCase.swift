/// What kind of character a scalar is, as far as tokens need to know.
@frozen public enum ScalarClass: Sendable, Hashable {
  case upper, lower, otherLetter, digit, mark, space, symbol
}

/// The class of `scalar`. ASCII and Latin are answered by comparison; other scripts by the Unicode tables. O(1).
@inlinable public func scalarClass(_ scalar: UInt32) -> ScalarClass {
  guard scalar < 0x80 else { return wideScalarClass(scalar) }
  switch scalar {
  case 0x61...0x7A: return .lower
  case 0x41...0x5A: return .upper
  case 0x30...0x39: return .digit
  case 0x20, 0x09...0x0D: return .space
  default: return .symbol
  }
}

/// ``scalarClass(_:)`` beyond ASCII.
@usableFromInline func wideScalarClass(_ scalar: UInt32) -> ScalarClass {
  if scalar < 0x180 {
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE: return .upper
    case 0xDF...0xF6, 0xF8...0xFF: return .lower
    case 0x138, 0x149: return .lower
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? .upper : .lower
    case 0x100...0x177: return scalar & 1 == 0 ? .upper : .lower
    case 0x178: return .upper
    case 0x17F: return .lower
    case 0xAA, 0xB5, 0xBA: return .lower
    case 0x85, 0xA0: return .space
    default: return .symbol
    }
  }
  if (0x300...0x36F).contains(scalar) { return .mark }
  if (0x2000...0x206F).contains(scalar) {
    return scalar <= 0x200B || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x202F ? .space : .symbol
  }
  guard let unicode = Unicode.Scalar(scalar) else { return .symbol }
  switch unicode.properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter: return .upper
  case .lowercaseLetter: return .lower
  case .otherLetter, .modifierLetter: return .otherLetter
  case .decimalNumber: return .digit
  case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
  case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
  default: return .symbol
  }
}
