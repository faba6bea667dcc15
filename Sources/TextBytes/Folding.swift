/// Folding: what is left of a letter when case and diacritics do not count. "Ñandú" and "nandu" fold alike, and the typographic
/// apostrophes and quotation marks fold to the plain ones.

/// The folded form of one Unicode scalar: lower case, without diacritics, for Latin; lower case for Greek and Cyrillic.
/// Letters that fold to two (ß, æ, œ) keep the first. O(1).
public func foldedScalar(_ scalar: UInt32) -> UInt32 {
  if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar }
  if scalar < 0x250 { return UInt32(latinFolds[Int(scalar - 0x80)]) }
  switch scalar {
  case 0x391...0x3A9, 0x410...0x42F: return scalar + 0x20
  case 0x400...0x40F: return scalar + 0x50
  case 0x1E00...0x1EFF: return UInt32(latinAdditionalFolds[Int(scalar - 0x1E00)])
  case 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: return 0x27
  case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033: return 0x22
  case 0x2010, 0x2011: return 0x2D
  default: return scalar
  }
}

/// A hash of folded text that is the same in every run and on every machine: FNV-1a over the folded scalars, 64 bits.
/// Two different words of one table meet with a chance below 1 in 10^7 even for a million words, so tables keep the hash alone.
@frozen public struct FoldHash: Hashable, Sendable, Comparable {
  /// The 64 bits.
  public var value: UInt64
  /// Wraps a hash made elsewhere by the same rule.
  @inlinable public init(value: UInt64) { self.value = value }
  /// The hash for sets and dictionaries: the bits are mixed already, so that one multiplication does. No result may hang on their order.
  @inlinable public func _rawHashValue(seed: Int) -> Int {
    let mixed = (value ^ UInt64(truncatingIfNeeded: seed)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 32))
  }
  /// The hash of no text.
  public static let empty = FoldHash(value: 0xCBF2_9CE4_8422_2325)

  /// The hash of `string`, folded. O(n).
  public init(_ string: String) {
    let bytes = Array(string.utf8)
    self.init(bytes, TextSpan(0, bytes.count))
  }

  /// The hash of the text at `span`, folded; a possessive or other mark inside counts as itself. O(length of the span).
  public init(_ bytes: [UInt8], _ span: TextSpan) {
    self = .empty
    let view = bytes.span
    var i = span.start
    while i < span.end {
      let byte = view[i]
      if byte < 0x80 {
        mix(byte >= 0x41 && byte <= 0x5A ? UInt32(byte) + 0x20 : UInt32(byte))
        i += 1
      } else if let (scalar, length) = decodeScalar(at: i, in: view) {
        // Combining diacritics vanish, so that NFD and NFC text fold alike.
        if !(0x300...0x36F).contains(scalar) { mix(foldedScalar(scalar)) }
        i += length
      } else {
        i += 1
      }
    }
  }

  @inlinable mutating func mix(_ scalar: UInt32) { value = (value ^ UInt64(scalar)) &* 0x100_0000_01B3 }

  /// The hash of this word followed by `next`: how phrases are looked up. Not the hash of the joined string.
  @inlinable public func followed(by next: FoldHash) -> FoldHash {
    var x = value &* 0x9E37_79B9_7F4A_7C15
    x ^= x >> 29
    x = (x &+ next.value) &* 0xBF58_476D_1CE4_E5B9
    return FoldHash(value: x ^ (x >> 32))
  }

  /// The hash of the words of `phrase`, parted at white space, joined as ``followed(by:)`` does. O(n).
  public init(phrase: some StringProtocol) {
    let bytes = Array(phrase.utf8)
    self.init(phrase: bytes, TextSpan(0, bytes.count))
  }

  /// The hash of the words at `span`, parted at spaces, joined as ``followed(by:)`` does: that of ``init(phrase:)`` for the folded
  /// text. O(length of the span).
  public init(phrase bytes: [UInt8], _ span: TextSpan) {
    var result: FoldHash?
    var start = span.start
    var i = span.start
    while i <= span.end {
      let isHard = i + 1 < span.end && bytes[i] == 0xC2 && bytes[i + 1] == 0xA0
      if i == span.end || bytes[i] == 0x20 || isHard {
        if i > start {
          let next = FoldHash(bytes, TextSpan(start, i))
          result = result.map { $0.followed(by: next) } ?? next
        }
        if isHard { i += 1 }
        start = i + 1
      }
      i += 1
    }
    self = result ?? .empty
  }

  /// By value; the order means nothing about the words but is the same on every machine.
  public static func < (a: FoldHash, b: FoldHash) -> Bool { a.value < b.value }
}

/// The folded form of `string`, for showing and for comparing whole names. O(n).
public func folded(_ string: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in string.unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
    scalars.append(Unicode.Scalar(foldedScalar(scalar.value)) ?? scalar)
  }
  return String(scalars)
}
