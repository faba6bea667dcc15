/// Writes values as few bytes: numbers by their size, a string once, a span by its distance from the one before.
///
/// What is written carries no names and no types: ``ByteReader`` must read the same kinds of value in the same order. Whoever keeps
/// the bytes puts the number of a layout before them.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// By their bytes: two strings are equal where an accent is written in two ways.
  private var numbers: [[UInt8]: Int] = [:]
  private var places: [UInt64: Int] = [:]
  private var lastStart = 0

  /// Makes a writer. `words` are strings that are known to the reader too, and cost a byte or two each.
  public init(words: [String] = []) {
    for (number, word) in words.enumerated() { numbers[Array(word.utf8)] = number }
  }

  /// Writes a number of at most 64 bits in groups of seven (LEB128).
  public mutating func unsigned(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a number of either sign; small ones of both signs are short (zigzag).
  public mutating func number(_ value: Int) { unsigned(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

  /// Writes a flag.
  public mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  /// Writes all bits of a number.
  public mutating func float(_ value: Float) { fixed(UInt64(value.bitPattern), 4) }

  /// Writes all bits of a number.
  public mutating func double(_ value: Double) { fixed(value.bitPattern, 8) }

  /// Writes `count` bytes, the lowest first.
  public mutating func fixed(_ value: UInt64, _ count: Int) {
    for i in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * i))) }
  }

  /// Writes a string; one that was written before costs only its number.
  public mutating func string(_ value: String) {
    let key = Array(value.utf8)
    if let number = numbers[key] { return unsigned(UInt64(number + 1)) }
    numbers[key] = numbers.count
    bytes.append(0)
    unsigned(UInt64(key.count))
    bytes += key
  }

  /// Writes `count` bytes of a number that is likely to come again, and then costs only its place among such numbers.
  public mutating func known(_ value: UInt64, _ count: Int) {
    if let place = places[value] { return unsigned(UInt64(place + 1)) }
    places[value] = places.count
    bytes.append(0)
    fixed(value, count)
  }

  /// Writes a span.
  public mutating func span(_ value: TextSpan) {
    number(value.start - lastStart)
    unsigned(UInt64(value.count))
    lastStart = value.start
  }

  /// Writes whether there is a value, and the value.
  public mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes how many values there are, and the values.
  public mutating func list<Value>(_ values: some Collection<Value>, _ write: (inout ByteWriter, Value) -> Void) {
    unsigned(UInt64(values.count))
    for value in values { write(&self, value) }
  }
}
