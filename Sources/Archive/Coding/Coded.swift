import NewsModel
import TextBytes

/// What is kept as bytes: a value that writes itself and reads itself back in the same order.
protocol Coded {
  init(from reader: inout ByteReader) throws(ByteReader.Damage)
  func write(to writer: inout ByteWriter)
}

extension ByteWriter {
  mutating func value(_ value: some Coded) { value.write(to: &self) }
  mutating func list(_ values: [some Coded]) { list(values) { $1.write(to: &$0) } }
  mutating func spans(_ values: [TextSpan]) { list(values) { $0.span($1) } }
  mutating func optional(_ value: (some Coded)?) { optional(value) { $1.write(to: &$0) } }
  mutating func optional(_ value: String?) { optional(value) { $0.string($1) } }
  mutating func optional(_ value: TextSpan?) { optional(value) { $0.span($1) } }
  mutating func strings(_ values: [String]) { list(values) { $0.string($1) } }
  mutating func numbers(_ values: [Int]) { list(values) { $0.number($1) } }
  /// A number from zero on, or nothing.
  mutating func index(_ value: Int?) { number(value ?? -1) }
  mutating func word(_ value: some RawRepresentable<String>) { string(value.rawValue) }
  mutating func date(_ value: TimexValue?) { optional(value?.text) }

  /// An id: those made from content are a letter and 32 bits.
  mutating func id<Subject>(_ id: ID<Subject>) {
    let parsed = ContentNumber(id.raw)
    guard let parsed else {
      known(0, 5)
      return string(id.raw)
    }
    known(UInt64(parsed.letter) << 32 | UInt64(parsed.number), 5)
  }
}

extension ByteReader {
  mutating func value<Value: Coded>() throws(Damage) -> Value { try Value(from: &self) }
  mutating func list<Value: Coded>() throws(Damage) -> [Value] {
    try list { (reader: inout ByteReader) throws(Damage) in try Value(from: &reader) }
  }
  mutating func spans() throws(Damage) -> [TextSpan] {
    try list { (reader: inout ByteReader) throws(Damage) in try reader.span() }
  }
  mutating func optional<Value: Coded>() throws(Damage) -> Value? { try flag() ? try Value(from: &self) : nil }
  mutating func optionalString() throws(Damage) -> String? { try flag() ? try string() : nil }
  mutating func optionalSpan() throws(Damage) -> TextSpan? { try flag() ? try span() : nil }
  mutating func strings() throws(Damage) -> [String] {
    try list { (reader: inout ByteReader) throws(Damage) in try reader.string() }
  }
  mutating func numbers() throws(Damage) -> [Int] {
    try list { (reader: inout ByteReader) throws(Damage) in try reader.number() }
  }
  mutating func index() throws(Damage) -> Int? {
    let value = try number()
    return value < 0 ? nil : value
  }
  mutating func word<Value: RawRepresentable<String>>(or other: Value) throws(Damage) -> Value {
    Value(rawValue: try string()) ?? other
  }
  mutating func optionalDate() throws(Damage) -> TimexValue? { try optionalString().map { TimexValue($0) } }

  mutating func id<Subject>() throws(Damage) -> ID<Subject> {
    let value = try known(5)
    guard value > 0 else { return ID(try string()) }
    return ID(ContentNumber(letter: UInt8(value >> 32), number: UInt32(truncatingIfNeeded: value)).text)
  }
}

/// An id made from content, as a letter and 32 bits.
struct ContentNumber: Hashable {
  var letter: UInt8
  var number: UInt32

  init(letter: UInt8, number: UInt32) {
    self.letter = letter
    self.number = number
  }

  /// Reads a small letter and eight hexadecimal digits in lower case; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, (0x61...0x7A).contains(bytes[0]) else { return nil }
    var number: UInt32 = 0
    for byte in bytes[1...] {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
      case 0x61...0x66: number = number << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    self.init(letter: bytes[0], number: number)
  }

  /// The id as it is printed.
  var text: String {
    let digits = String(number, radix: 16)
    return String(UnicodeScalar(letter)) + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
