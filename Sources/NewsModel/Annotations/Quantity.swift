import TextBytes

/// How many or how much of something a text gives: "52,000 tonnes", "more than 600 people", "una docena de barcos", "17 %".
public struct Quantity: Hashable, Sendable {
  /// What is counted or measured.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Things, people, or units of measure.
    case count
    /// An amount of a currency.
    case money
    /// Hundredths of something.
    case share
  }
  /// From the qualifier or the number to the last word that belongs to the number.
  public var span: TextSpan
  /// The number itself, or the middle of a range.
  public var value: Double
  /// The least and the most that the words allow: "more than 600" begins at 600, "some 640" lies around it.
  public var bounds: ClosedRange<Double>
  /// What is counted or measured.
  public var kind: Kind
  /// The dictionary form of the noun that is counted, or of the currency; nil where the words name none.
  public var unit: FoldHash?

  /// Makes a quantity.
  public init(span: TextSpan, value: Double, bounds: ClosedRange<Double>, kind: Kind, unit: FoldHash?) {
    self.span = span
    self.value = value
    self.bounds = bounds
    self.kind = kind
    self.unit = unit
  }

  /// Whether both may be one number: the kinds are the same, and the bounds meet.
  public func agrees(with other: Quantity) -> Bool { kind == other.kind && bounds.overlaps(other.bounds) }
}
