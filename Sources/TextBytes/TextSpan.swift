/// A half-open range of UTF-8 byte offsets into one ``SourceText``.
///
/// Spans order by where they begin, then by where they end, so sorted spans read as the text does.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var lower: UInt32
  /// Offset behind the last byte.
  public var upper: UInt32

  /// Makes the span `lower..<upper`; `upper` must not be below `lower`.
  @inlinable public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a span ends where it begins, or later")
    self.lower = UInt32(lower)
    self.upper = UInt32(upper)
  }

  /// Makes a span of a range of byte offsets.
  @inlinable public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// Offset of the first byte.
  @inlinable public var start: Int { Int(lower) }
  /// Offset behind the last byte.
  @inlinable public var end: Int { Int(upper) }
  /// Length in bytes.
  @inlinable public var count: Int { Int(upper - lower) }
  /// Whether the span holds no byte.
  @inlinable public var isEmpty: Bool { lower == upper }
  /// The same as a range, for subscripts.
  @inlinable public var range: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether every byte of `other` is in this span.
  @inlinable public func contains(_ other: TextSpan) -> Bool { lower <= other.lower && other.upper <= upper }
  /// Whether the byte at `offset` is in this span.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether the two share a byte.
  @inlinable public func overlaps(_ other: TextSpan) -> Bool { lower < other.upper && other.lower < upper }
  /// How many bytes the two share.
  @inlinable public func overlap(_ other: TextSpan) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }
  /// The smallest span that holds both.
  @inlinable public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }
  /// The same bytes, counted from a text that begins `offset` bytes earlier (or later, if negative).
  @inlinable public func shifted(by offset: Int) -> TextSpan { TextSpan(start + offset, end + offset) }

  /// By where they begin, then by where they end.
  @inlinable public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper < b.upper
  }
}
