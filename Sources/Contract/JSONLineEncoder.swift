/// Writes a value as JSON on one line: keys in the order of their bytes, no blanks, slashes as they are. The same bytes as Foundation's
/// encoder with `sortedKeys` and `withoutEscapingSlashes`, some eight times as fast: it writes once and makes no tree.
///
/// The contract's types need no nested containers, so it has none.
struct JSONLineEncoder {
  /// The JSON of `value`. O(length).
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let output = JSONOutput()
    try output.write(value)
    return output.bytes
  }
}

/// What was written so far. Every member of an object or a list is written with a comma before it; when its container ends, the first
/// comma becomes the bracket.
private final class JSONOutput {
  struct Member {
    var key: String
    var start: Int
  }
  struct Frame {
    var start: Int
    /// The first of its members among all that are open.
    var members: Int
    var isObject: Bool
  }
  var bytes: [UInt8] = []
  var members: [Member] = []
  var frames: [Frame] = []

  func write<Value: Encodable>(_ value: Value) throws {
    if Value.self == String.self, let text = value as? String { return writeText(text) }
    if Value.self == Int.self, let number = value as? Int { return writeInteger(number) }
    if Value.self == Double.self, let number = value as? Double { return try writeFraction(number) }
    if Value.self == [WireArticle.Removal].self, let list = value as? [WireArticle.Removal] { return write(list) }
    if Value.self == [WireArticle.Paragraph].self, let list = value as? [WireArticle.Paragraph] { return write(list) }
    let level = frames.count
    let start = bytes.count
    try value.encode(to: JSONValueEncoder(output: self, level: level))
    while frames.count > level { close() }
    if bytes.count == start {
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "it wrote nothing"))
    }
  }

  /// Opens a container, unless the value at hand has opened it before.
  func open(isObject: Bool, level: Int) {
    guard frames.count == level else { return }
    frames.append(Frame(start: bytes.count, members: members.count, isObject: isObject))
  }

  func beginMember(_ key: String) {
    members.append(Member(key: key, start: bytes.count))
    bytes.append(0x2C)
    writeText(key)
    bytes.append(0x3A)
  }

  private func close() {
    guard let frame = frames.popLast() else { return }
    let isEmpty = bytes.count == frame.start
    if frame.isObject { sort(frame) }
    if isEmpty {
      bytes.append(frame.isObject ? 0x7B : 0x5B)
    } else {
      bytes[frame.start] = frame.isObject ? 0x7B : 0x5B
    }
    bytes.append(frame.isObject ? 0x7D : 0x5D)
  }

  private func sort(_ frame: Frame) {
    let own = members[frame.members...]
    defer { members.removeSubrange(frame.members...) }
    guard zip(own, own.dropFirst()).contains(where: { $0.key > $1.key }) else { return }
    let written = Array(bytes[frame.start...])
    let ends = own.dropFirst().map(\.start) + [bytes.count]
    bytes.removeSubrange(frame.start...)
    for (member, end) in zip(own, ends).sorted(by: { $0.0.key < $1.0.key }) {
      bytes.append(contentsOf: written[(member.start - frame.start)..<(end - frame.start)])
    }
  }

  // MARK: Paragraphs and removals, of which an article has hundreds

  private func write(_ removals: [WireArticle.Removal]) {
    list(removals) { removal in
      raw("{\"end\":")
      writeInteger(removal.end)
      raw(",\"exact\":")
      writeText(removal.exact)
      raw(",\"reason\":")
      writeText(removal.reason)
      raw(",\"start\":")
      writeInteger(removal.start)
      raw("}")
    }
  }

  private func write(_ paragraphs: [WireArticle.Paragraph]) {
    list(paragraphs) { paragraph in
      raw("{\"end\":")
      writeInteger(paragraph.end)
      if let heading = paragraph.heading {
        raw(",\"heading\":")
        writeFlag(heading)
      }
      if let line = paragraph.line {
        raw(",\"line\":")
        writeInteger(line)
      }
      raw(",\"source\":")
      if paragraph.source.count == 1 { write(paragraph.source[0]) } else { list(paragraph.source, write) }
      raw(",\"start\":")
      writeInteger(paragraph.start)
      raw("}")
    }
  }

  private func write(_ range: WireArticle.Range) {
    raw("{\"end\":")
    writeInteger(range.end)
    raw(",\"start\":")
    writeInteger(range.start)
    raw("}")
  }

  private func list<Item>(_ items: [Item], _ write: (Item) -> Void) {
    raw("[")
    for (number, item) in items.enumerated() {
      if number > 0 { bytes.append(0x2C) }
      write(item)
    }
    raw("]")
  }

  private func raw(_ text: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  // MARK: Values

  func writeInteger(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

  func writeInteger(_ number: Int) {
    guard number >= 10 else { return bytes.append(contentsOf: String(number).utf8) }
    let start = bytes.count
    var rest = number
    while rest > 0 {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }
  func writeFlag(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
  func writeNull() { bytes.append(contentsOf: "null".utf8) }

  func writeFraction(_ number: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(number, .init(codingPath: [], debugDescription: "JSON has no such number"))
    }
    let text = number.description
    bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
  }

  func writeText(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      var start = 0
      for i in utf8.indices {
        let byte = unsafe utf8[i]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
        unsafe bytes.append(contentsOf: utf8[start..<i])
        escape(byte)
        start = i + 1
      }
      unsafe bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(0x22)
  }

  private func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let digit = byte & 15
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      bytes.append(digit < 10 ? digit + 0x30 : digit - 10 + UInt8(ascii: "a"))
    }
  }
}

private struct JSONValueEncoder: Encoder {
  let output: JSONOutput
  let level: Int
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    output.open(isObject: true, level: level)
    return KeyedEncodingContainer(JSONObject<Key>(output: output))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    output.open(isObject: false, level: level)
    return JSONList(output: output)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(output: output) }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: JSONOutput
  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: Key) { output.beginMember(key.stringValue) }

  func encodeNil(forKey key: Key) {
    begin(key)
    output.writeNull()
  }
  func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    output.writeFlag(value)
  }
  func encode(_ value: String, forKey key: Key) {
    begin(key)
    output.writeText(value)
  }
  func encode(_ value: Int, forKey key: Key) {
    begin(key)
    output.writeInteger(value)
  }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    begin(key)
    try output.write(value)
  }
  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
    preconditionFailure("the contract has no nested containers")
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("the contract has no nested containers")
  }
  func superEncoder() -> any Encoder { preconditionFailure("the contract has no classes") }
  func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("the contract has no classes") }
}

private struct JSONList: UnkeyedEncodingContainer {
  let output: JSONOutput
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(output: JSONOutput) { self.output = output }

  mutating func encodeNil() {
    output.bytes.append(0x2C)
    output.writeNull()
    count += 1
  }
  mutating func encode<Value: Encodable>(_ value: Value) throws {
    output.bytes.append(0x2C)
    try output.write(value)
    count += 1
  }
  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    preconditionFailure("the contract has no nested containers")
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("the contract has no nested containers")
  }
  func superEncoder() -> any Encoder { preconditionFailure("the contract has no classes") }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let output: JSONOutput
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.writeNull() }
  func encode(_ value: Bool) { output.writeFlag(value) }
  func encode(_ value: String) { output.writeText(value) }
  func encode(_ value: Int) { output.writeInteger(value) }
  func encode(_ value: Int8) { output.writeInteger(value) }
  func encode(_ value: Int16) { output.writeInteger(value) }
  func encode(_ value: Int32) { output.writeInteger(value) }
  func encode(_ value: Int64) { output.writeInteger(value) }
  func encode(_ value: UInt) { output.writeInteger(value) }
  func encode(_ value: UInt8) { output.writeInteger(value) }
  func encode(_ value: UInt16) { output.writeInteger(value) }
  func encode(_ value: UInt32) { output.writeInteger(value) }
  func encode(_ value: UInt64) { output.writeInteger(value) }
  func encode(_ value: Float) throws { try output.writeFraction(value) }
  func encode(_ value: Double) throws { try output.writeFraction(value) }
  func encode<Value: Encodable>(_ value: Value) throws { try output.write(value) }
}
