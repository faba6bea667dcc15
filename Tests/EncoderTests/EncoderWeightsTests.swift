import Foundation
import Testing

@testable import Encoder

/// A weight file made for a test: header, one table entry and its array.
private struct Sample {
  var magic = "STEMMAEN"
  var version: UInt32 = 1
  var arrays: UInt32 = 1
  var length: UInt64 = 192
  var kind: UInt32 = 2
  var rank: UInt32 = 1
  var offset: UInt64 = 128
  var bytes: UInt64 = 16
  var shape: [UInt32] = [4, 0, 0, 0]

  var data: Data {
    var data = Data(magic.utf8)
    func append<T: FixedWidthInteger>(_ value: T) {
      for byte in 0..<T.bitWidth / 8 { data.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
    }
    append(version)
    append(arrays)
    append(length)
    data.append(Data(count: 40))
    data.append(Data("scale".utf8) + Data(count: 19))
    append(kind)
    append(rank)
    append(offset)
    append(bytes)
    for extent in shape { append(extent) }
    return data + Data(count: 64)
  }

  func load(cut: Int? = nil) throws -> EncoderWeights {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).stemma")
    defer { try? FileManager.default.removeItem(at: file) }
    try (cut.map { data.prefix($0) } ?? data).write(to: file)
    return try EncoderWeights(from: file)
  }

  func reason(cut: Int? = nil) throws -> EncoderError.Reason? {
    do {
      _ = try load(cut: cut)
      return nil
    } catch let error as EncoderError { return error.reason }
  }
}

@Test("a complete file is read")
func completeFile() throws {
  let weights = try Sample().load()
  #expect(try weights.vector("scale", 4) == [0, 0, 0, 0])
  #expect(throws: EncoderError.self) { try weights.vector("scale", 5) }
  #expect(throws: EncoderError.self) { try weights.vector("lo", 4) }
  #expect(throws: EncoderError.self) { try SentenceEncoder(weights) }
}

@Test("an absent file is named, and what to do")
func absentFile() {
  let error = #expect(throws: EncoderError.self) {
    try EncoderWeights(from: URL(fileURLWithPath: "/nowhere/encoder.stemma"))
  }
  #expect(error?.reason == .absent)
  #expect(error?.description == "no encoder weights at /nowhere/encoder.stemma; run Scripts/fetch-encoder")
}

@Test("a file cut short is told from a whole one", arguments: [0, 1, 63, 64, 127, 191])
func truncatedFile(_ length: Int) throws {
  let expected = length < 64 ? 64 : 192
  #expect(try Sample().reason(cut: length) == .truncated(expected: expected, found: length))
}

@Test("other files and other versions are refused")
func otherFiles() throws {
  #expect(try Sample(magic: "NOTOURSX").reason() == .notWeights)
  #expect(try Sample(version: 9).reason() == .version(found: 9, expected: 1))
}

@Test("a table that leads out of the file is refused")
func malformedTable() throws {
  #expect(try Sample(arrays: .max).reason() == .malformed(array: "table"))
  for sample in [
    Sample(kind: 7), Sample(rank: 0), Sample(rank: 9), Sample(offset: 130), Sample(offset: 192), Sample(offset: .max),
    Sample(bytes: 15), Sample(bytes: .max), Sample(rank: 4, shape: [.max, .max, .max, .max]), Sample(kind: 3),
  ] {
    #expect(try sample.reason() == .malformed(array: "scale"))
  }
}
