import TestSupport
import Testing
import TextBytes

@Suite("Bytes that are kept")
struct ByteCodingTests {
  @Test("numbers come back", arguments: [0, 1, -1, 63, 64, -64, 300, -70_000, Int.max, Int.min])
  func numbers(_ number: Int) throws {
    var writer = ByteWriter()
    writer.number(number)
    writer.unsigned(UInt64(bitPattern: Int64(number)))
    var reader = ByteReader(writer.bytes)
    #expect(try reader.number() == number)
    #expect(try reader.unsigned() == UInt64(bitPattern: Int64(number)))
    #expect(reader.isAtEnd)
  }

  @Test("a string that comes again costs a byte, a known word costs none of its letters")
  func strings() throws {
    var writer = ByteWriter(words: ["Reuters"])
    writer.string("Reuters")
    #expect(writer.bytes.count == 1)
    writer.string("Harbour Post")
    let length = writer.bytes.count
    writer.string("Harbour Post")
    #expect(writer.bytes.count == length + 1)
    var reader = ByteReader(writer.bytes, words: ["Reuters"])
    #expect(try (0..<3).map { _ in try reader.string() } == ["Reuters", "Harbour Post", "Harbour Post"])
  }

  @Test("a number that is known costs a byte the second time")
  func known() throws {
    var writer = ByteWriter()
    for value in [0xC0FF_EE00, 7, 0xC0FF_EE00] as [UInt64] { writer.known(value, 5) }
    #expect(writer.bytes.count == 6 + 6 + 1)
    var reader = ByteReader(writer.bytes)
    #expect(try (0..<3).map { _ in try reader.known(5) } == [0xC0FF_EE00, 7, 0xC0FF_EE00])
  }

  @Test("spans, lists, floats and what is absent come back")
  func values() throws {
    var writer = ByteWriter()
    let spans = [TextSpan(10, 20), TextSpan(5, 6), TextSpan(1000, 1000)]
    writer.list(spans) { $0.span($1) }
    writer.optional(Int?.none) { $0.number($1) }
    writer.optional(7) { $0.number($1) }
    writer.float(-0.1)
    writer.double(.pi)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.span() } == spans)
    #expect(try reader.optional { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.number() } == nil)
    #expect(try reader.optional { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.number() } == 7)
    #expect(try reader.float() == -0.1)
    #expect(try reader.double() == .pi)
  }

  @Test("damaged bytes throw and never crash")
  func damage() {
    var generator = SeededGenerator(seed: 6)
    for length in 0..<400 {
      let bytes = (0..<length % 40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      var reader = ByteReader(bytes)
      for _ in 0..<8 {
        _ = try? reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.string() }
        _ = try? reader.span()
        _ = try? reader.double()
      }
    }
    var reader = ByteReader([0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
    #expect(throws: ByteReader.Damage.self) {
      _ = try reader.list { (reader: inout ByteReader) throws(ByteReader.Damage) in try reader.number() }
    }
  }
}
