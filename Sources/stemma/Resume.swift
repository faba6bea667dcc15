import Foundation
import Intake

/// What `stemma read --resume FILE` keeps in its file: how far an interrupted run came in its inputs and in its output.
struct ResumeState: Codable, Equatable {
  /// The version of this layout.
  var version = 1
  /// The inputs as they were given.
  var inputs: [String]
  /// Records that were dealt with.
  var records = 0
  /// A digest of them, hexadecimal; the inputs must give the same ones again.
  var digest = ""
  /// Where the last of them stood, for people.
  var last = ""
  /// Records that could not be read.
  var failures = 0
  /// Length of the output in bytes when this was written; nil where the output is no file.
  var output: UInt64?
  /// Whether the run came to its end.
  var isDone = false

  /// The place in the stream.
  var position: StreamPosition {
    StreamPosition(records: records, digest: UInt64(digest, radix: 16) ?? 0, place: last)
  }
}

/// Why a run cannot be taken up.
struct ResumeError: Error, CustomStringConvertible {
  let description: String
}

/// Keeps the state of a run in a file and takes an interrupted one up. Where standard output is a file (`>> articles.jsonl`), what
/// was written after the last state is cut off, so that no record is lost or doubled; into a pipe, up to a second's records may
/// come twice.
struct ResumeFile {
  private let path: String
  private(set) var state: ResumeState
  private var lastWrite = ContinuousClock.now

  /// Reads the state at `path`; a fresh one where there is none.
  init(_ path: String, inputs: [String]) throws {
    self.path = path
    state = ResumeState(inputs: inputs)
    guard FileManager.default.fileExists(atPath: path) else { return }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let old = try? JSONDecoder().decode(ResumeState.self, from: data), old.version == 1 else {
      throw ResumeError(description: "\(path): is no file that --resume wrote; name another, or remove it")
    }
    guard old.inputs == inputs else {
      let given = old.inputs.joined(separator: " ")
      throw ResumeError(
        description: "\(path): was written for other inputs (\(given.prefix(200))); give these, or remove it")
    }
    state = old
  }

  /// Brings the stream and the output to where the last run stood.
  func takeUp(_ stream: inout DocumentStream) throws {
    guard state.records > 0 || state.output != nil else { return }
    guard state.records == 0 || stream.skip(to: state.position) else {
      throw ResumeError(
        description: "\(path): the inputs are not what they were up to \(state.last); remove it and begin anew")
    }
    guard let length = state.output else { return }
    guard let size = StandardOutput.size else { return }
    guard size >= length else {
      throw ResumeError(
        description: "\(path): the output has \(size) bytes of \(length) written before; append to it with >>")
    }
    StandardOutput.cut(to: length)
  }

  /// Notes how far the run is, at most once a second; the output is on disk before.
  mutating func note(_ position: StreamPosition, failures: Int, isDone: Bool = false) throws {
    let now = ContinuousClock.now
    guard isDone || now - lastWrite > .seconds(1) else { return }
    lastWrite = now
    state.records = position.records
    state.digest = String(position.digest, radix: 16)
    state.last = position.place
    state.failures = failures
    state.isDone = isDone
    try write()
  }

  /// Writes the file anew beside the old one and puts it in its place.
  mutating func write() throws {
    StandardOutput.sync()
    state.output = StandardOutput.size
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(state) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
  }
}

/// Standard output as a file.
enum StandardOutput {
  /// Its length in bytes; nil for a pipe or a terminal.
  static var size: UInt64? {
    var status = stat()
    guard unsafe fstat(1, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(status.st_size)
  }

  /// Cuts what stands behind `length` and goes on there.
  static func cut(to length: UInt64) {
    ftruncate(1, off_t(length))
    lseek(1, off_t(length), SEEK_SET)
  }

  /// Waits until what was written is on disk.
  static func sync() { fsync(1) }
}
