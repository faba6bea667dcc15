import Foundation
import TextBytes

/// Reads articles from JSON as a stream: one object, an array of them, or a line an object. A broken line costs itself only.
struct JSONReader: RecordReader {
  private var source: ByteSource
  private let origin: DocumentOrigin
  private var values: JSONValues
  private var isByLine: Bool
  private var number = 0
  private var lineNumber = 0
  private var ready: ArraySlice<Result<IntakeItem, IntakeError>> = []

  init(_ source: ByteSource, origin: DocumentOrigin) {
    self.source = source
    self.origin = origin
    values = JSONValues(limit: origin.options.byteLimit)
    if self.source.peek(3) == [0xEF, 0xBB, 0xBF] { _ = self.source.skip(3) }
    self.source.skipSpace()
    isByLine = Self.isByLine(&self.source)
  }

  mutating func next() -> Result<IntakeItem, IntakeError>? {
    while true {
      if let item = ready.popFirst() { return item }
      guard let records = isByLine ? nextLine() : nextValue() else { return nextDamage() }
      ready = records[...]
    }
  }

  /// Objects in lines: the first line is an object, or the second begins one. It looks at the first 64 KB; a longer line is taken
  /// for an object.
  private static func isByLine(_ source: inout ByteSource) -> Bool {
    let head = source.peek(65_536)
    guard head.first == UInt8(ascii: "{") else { return false }
    guard let end = head.firstIndex(of: 0x0A) else { return head.count == 65_536 }
    let first = head[..<end].last { $0 > 0x20 }
    if first == UInt8(ascii: "}") { return true }
    return first != UInt8(ascii: "{") && head[(end + 1)...].first == UInt8(ascii: "{")
  }

  private mutating func nextLine() -> [Result<IntakeItem, IntakeError>]? {
    while let line = source.line(limit: origin.options.byteLimit) {
      lineNumber += 1
      switch line {
      case .tooLong(let bytes):
        number += 1
        return [.failure(origin.error(number, .tooLarge(bytes: bytes, limit: origin.options.byteLimit)))]
      case .bytes(let bytes):
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        return record(bytes, broken: "line \(lineNumber) is not JSON; give an object a line")
      }
    }
    return nil
  }

  private mutating func nextValue() -> [Result<IntakeItem, IntakeError>]? {
    guard values.advance(&source) else { return nil }
    let limit = origin.options.byteLimit
    switch values.value(&source) {
    case .bytes(let bytes):
      return record(bytes, broken: "is not JSON; give an object, a list of objects, or an object a line")
    case .tooLong(let bytes):
      number += 1
      return [.failure(origin.error(number, .tooLarge(bytes: bytes, limit: limit)))]
    case .unfinished:
      number += 1
      return [.failure(origin.error(number, .malformed("is JSON that ends inside an object; it may be cut off")))]
    case .stray:
      number += 1
      return [.failure(origin.error(number, .malformed("is JSON but no object; give an object an article")))]
    }
  }

  private mutating func record(_ bytes: [UInt8], broken: String) -> [Result<IntakeItem, IntakeError>] {
    number += 1
    let place = number == 1 && isLast() ? nil : number
    let text = Decoding.decode(bytes).text
    guard let object = JSONRepair.object(text.bytes) else { return [.failure(origin.error(place, .malformed(broken)))] }
    return JSONArticle(origin: origin, number: place).read(object, text: text)
  }

  private mutating func isLast() -> Bool {
    source.skipSpace { !isByLine && ($0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ",")) }
    return source.isAtEnd()
  }

  private mutating func nextDamage() -> Result<IntakeItem, IntakeError>? {
    guard let damage = source.damage else { return nil }
    source.resume()
    return .failure(origin.error(nil, .damagedRecord(offset: damage.offset, damage.why)))
  }
}
