import Foundation

/// The encoder's weights and word pieces, mapped from the file that `Scripts/fetch-encoder` makes.
///
/// Loading reads the array table alone, some kilobytes; the 84 MB behind it are read page by page as texts need them.
/// `Scripts/unpack-encoder.py` describes the layout.
public struct EncoderWeights: Sendable {
  /// The version of the layout that this program reads.
  public static let version = 1
  /// The name of the file in the cache folder.
  public static let fileName = "encoder-use-multilingual-3.stemma"
  static let headerLength = 64
  private static let entryLength = 64

  enum Kind: UInt32 {
    case uint8, uint32, float32, panels
    var size: Int { self == .uint8 ? 1 : 4 }
  }
  private struct Entry {
    var kind: Kind
    var offset: Int
    var shape: [Int]
  }
  private let file: MappedFile
  private let entries: [String: Entry]

  /// Where the file lies.
  var path: String { file.path }

  /// Where the weights are looked for: `STEMMA_CACHE`, or `stemma` in `XDG_CACHE_HOME` or in `~/.cache`.
  public static var defaultLocation: URL {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> URL? {
      environment[name].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0, isDirectory: true) }
    }
    let home = folder("HOME") ?? FileManager.default.homeDirectoryForCurrentUser
    let cache = folder("XDG_CACHE_HOME") ?? home.appendingPathComponent(".cache", isDirectory: true)
    let root = folder("STEMMA_CACHE") ?? cache.appendingPathComponent("stemma", isDirectory: true)
    return root.appendingPathComponent(fileName)
  }

  /// Maps the file at `location`, or at ``defaultLocation``, and checks its table. O(number of arrays).
  public init(from location: URL? = nil) throws(EncoderError) {
    let path = (location ?? Self.defaultLocation).path
    file = try MappedFile(path: path)
    guard file.count >= Self.headerLength else {
      throw EncoderError(.truncated(expected: Self.headerLength, found: file.count), path: path)
    }
    guard file.integer(at: 0, as: UInt64.self) == 0x4E45_414D_4D45_5453 else {
      throw EncoderError(.notWeights, path: path)
    }
    let version = Int(file.integer(at: 8, as: UInt32.self))
    guard version == Self.version else {
      throw EncoderError(.version(found: version, expected: Self.version), path: path)
    }
    let length = Int(clamping: file.integer(at: 16, as: UInt64.self))
    guard length == file.count else { throw EncoderError(.truncated(expected: length, found: file.count), path: path) }
    entries = try Self.readTable(file)
  }

  private static func readTable(_ file: MappedFile) throws(EncoderError) -> [String: Entry] {
    let count = Int(file.integer(at: 12, as: UInt32.self))
    guard count <= (file.count - headerLength) / entryLength else {
      throw EncoderError(.malformed(array: "table"), path: file.path)
    }
    var entries: [String: Entry] = [:]
    for number in 0..<count {
      let at = headerLength + number * entryLength
      let name = String(
        decoding: (0..<24).map { file.integer(at: at + $0, as: UInt8.self) }.prefix { $0 != 0 }, as: UTF8.self)
      guard let entry = readEntry(file, at: at) else { throw EncoderError(.malformed(array: name), path: file.path) }
      entries[name] = entry
    }
    return entries
  }

  /// The entry at `at`; nil where its numbers do not agree or lead out of the file.
  private static func readEntry(_ file: MappedFile, at: Int) -> Entry? {
    let rank = Int(file.integer(at: at + 28, as: UInt32.self))
    guard let kind = Kind(rawValue: file.integer(at: at + 24, as: UInt32.self)), (1...4).contains(rank) else {
      return nil
    }
    let shape = (0..<rank).map { Int(file.integer(at: at + 48 + $0 * 4, as: UInt32.self)) }
    var size = kind.size
    for extent in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      size = product
    }
    let offset = Int(clamping: file.integer(at: at + 32, as: UInt64.self))
    let bytes = Int(clamping: file.integer(at: at + 40, as: UInt64.self))
    guard bytes == size, size <= file.count, offset % 64 == 0, offset <= file.count - size else { return nil }
    guard kind != .panels || (rank == 2 && shape[1] % PanelMatrix.width == 0) else { return nil }
    return Entry(kind: kind, offset: offset, shape: shape)
  }

  /// The array `name`, which must have this kind and shape; -1 in `shape` stands for any extent.
  private func entry(_ name: String, _ kind: Kind, _ shape: [Int]) throws(EncoderError) -> Entry {
    guard let entry = entries[name], entry.kind == kind, entry.shape.count == shape.count,
      zip(entry.shape, shape).allSatisfy({ $1 == -1 || $0 == $1 })
    else { throw EncoderError(.malformed(array: name), path: file.path) }
    return entry
  }

  func bytes(_ name: String, _ shape: Int...) throws(EncoderError) -> MappedArray<UInt8> {
    let entry = try entry(name, .uint8, shape)
    return file.array(at: entry.offset, count: entry.shape.reduce(1, *), of: UInt8.self)
  }
  func words(_ name: String, _ shape: Int...) throws(EncoderError) -> MappedArray<UInt32> {
    let entry = try entry(name, .uint32, shape)
    return file.array(at: entry.offset, count: entry.shape.reduce(1, *), of: UInt32.self)
  }
  func floats(_ name: String, _ shape: Int...) throws(EncoderError) -> MappedArray<Float> {
    let entry = try entry(name, .float32, shape)
    return file.array(at: entry.offset, count: entry.shape.reduce(1, *), of: Float.self)
  }
  func vector(_ name: String, _ count: Int) throws(EncoderError) -> [Float] {
    try floats(name, count).withSpan { span in span.indices.map { span[$0] } }
  }
  func matrix(_ name: String, _ rows: Int, _ columns: Int) throws(EncoderError) -> PanelMatrix {
    let entry = try entry(name, .panels, [rows, columns])
    let elements = file.array(at: entry.offset, count: rows * columns, of: Float.self)
    return PanelMatrix(elements: elements, rows: rows, columns: columns)
  }
}
