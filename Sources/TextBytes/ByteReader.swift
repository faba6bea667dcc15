/// Reads what ``ByteWriter`` wrote, in the same order. Damaged bytes throw; they never crash or ask for more memory than they hold.
public struct ByteReader: Sendable {
  /// The bytes are not what a writer wrote in this order.
  public struct Damage: Error, Hashable, CustomStringConvertible {
    /// Where, in bytes from the start.
    public let offset: Int
    /// What is wrong, and where.
    public var description: String { "the bytes are damaged at \(offset)" }
  }

  private let bytes: [UInt8]
  private var at = 0
  private var strings: [String]
  private var known: [UInt64] = []
  private var lastStart = 0

  /// Makes a reader; `words` must be those of the writer.
  public init(_ bytes: [UInt8], words: [String] = []) {
    self.bytes = bytes
    strings = words
  }

  /// How many bytes were read.
  public var offset: Int { at }
  /// Whether everything was read.
  public var isAtEnd: Bool { at == bytes.count }

  /// What to throw where the values that were read make no sense together.
  public var damage: Damage { Damage(offset: at) }

  private mutating func byte() throws(Damage) -> UInt8 {
    guard at < bytes.count else { throw damage }
    defer { at += 1 }
    return bytes[at]
  }

  /// Reads a number.
  public mutating func unsigned() throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
      guard shift < 64 else { throw damage }
    }
  }

  /// Reads a number of either sign.
  public mutating func number() throws(Damage) -> Int {
    let value = try unsigned()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  /// Reads a number that counts something of which each takes a byte at least.
  private mutating func count() throws(Damage) -> Int {
    let value = try unsigned()
    guard value <= UInt64(bytes.count - at) else { throw damage }
    return Int(value)
  }

  /// Reads a flag.
  public mutating func flag() throws(Damage) -> Bool { try byte() != 0 }

  /// Reads all bits of a number.
  public mutating func float() throws(Damage) -> Float { Float(bitPattern: UInt32(try fixed(4))) }

  /// Reads all bits of a number.
  public mutating func double() throws(Damage) -> Double { Double(bitPattern: try fixed(8)) }

  /// Reads `count` bytes, the lowest first; at most eight.
  public mutating func fixed(_ count: Int) throws(Damage) -> UInt64 {
    var value: UInt64 = 0
    for i in 0..<count { value |= UInt64(try byte()) << UInt64(8 * i) }
    return value
  }

  /// Reads a string.
  public mutating func string() throws(Damage) -> String {
    let number = try unsigned()
    if number > 0 {
      guard number <= UInt64(strings.count) else { throw damage }
      return strings[Int(number) - 1]
    }
    let length = try count()
    let value = String(decoding: bytes[at..<(at + length)], as: UTF8.self)
    at += length
    strings.append(value)
    return value
  }

  /// Reads a number that ``ByteWriter/known(_:_:)`` wrote.
  public mutating func known(_ count: Int) throws(Damage) -> UInt64 {
    let place = try unsigned()
    if place > 0 {
      guard place <= UInt64(known.count) else { throw damage }
      return known[Int(place) - 1]
    }
    let value = try fixed(count)
    known.append(value)
    return value
  }

  /// Reads a span.
  public mutating func span() throws(Damage) -> TextSpan {
    let start = lastStart &+ (try number())
    let length = try unsigned()
    guard start >= 0, start <= Int(UInt32.max), length <= UInt64(UInt32.max) - UInt64(start) else { throw damage }
    lastStart = start
    return TextSpan(start, start + Int(length))
  }

  /// Reads a value, if there is one.
  public mutating func optional<Value>(
    _ read: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try flag() ? try read(&self) : nil
  }

  /// Reads values.
  public mutating func list<Value>(
    _ read: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    // A count that is damaged must not ask for more memory than the bytes can fill.
    values.reserveCapacity(min(count, 4_096))
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
