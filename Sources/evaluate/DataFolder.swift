import Foundation

/// The data sets, a folder each; they are no part of the project.
struct DataFolder {
  /// A file that is not there.
  struct Absent: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) is not there (set --data)" }
  }
  private let root: URL

  init(_ root: URL) { self.root = root }

  /// The bytes of a file.
  func bytes(_ path: String) throws(Absent) -> Data {
    let file = root.appendingPathComponent(path)
    guard let data = try? Data(contentsOf: file) else { throw Absent(path: file.path) }
    return data
  }

  /// The lines of a JSONL file, decoded.
  func lines<Line: Decodable>(_ path: String, as type: Line.Type) throws -> [Line] {
    let decoder = JSONDecoder()
    return try bytes(path).split(separator: UInt8(ascii: "\n")).map { try decoder.decode(type, from: Data($0)) }
  }
}
