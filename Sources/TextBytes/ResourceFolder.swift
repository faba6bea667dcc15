import Foundation

/// The folder in which a target's resources lie, found without the bundle where they lie beside the program.
///
/// ```swift
/// static let root = ResourceFolder("Lexicon", else: Bundle.module).path
/// ```
/// Asking for `Bundle.module` costs a third of a millisecond and joining its URL some microseconds more, each time.
public struct ResourceFolder: Sendable {
  /// The path of the folder `Resources`, without a slash at its end.
  public let path: String

  /// The resources of `target`; `bundle` is asked where they do not lie beside the program.
  public init(_ target: String, else bundle: @autoclosure () -> Bundle) {
    if let folder = Self.program {
      let path = "\(folder)/stemma_\(target).resources/Resources"
      if Self.isFolder(path) {
        self.path = path
        return
      }
    }
    path = bundle().bundleURL.appendingPathComponent("Resources").path
  }

  /// The path of a file or folder in it.
  public subscript(name: String) -> String { "\(path)/\(name)" }

  /// The names of the languages' folders, which are two letters long, sorted.
  public var languages: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.utf8.count == 2 }.sorted()
  }

  /// The folder of the program that runs, where the system tells it by a link.
  private static let program: String? = {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe readlink("/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard count > 0, count < 4096, let slash = buffer[..<count].lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(decoding: buffer[..<slash], as: UTF8.self)
  }()

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
