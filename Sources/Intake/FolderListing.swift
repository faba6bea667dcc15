import Foundation

/// The files below a folder, sorted by path; what begins with a point is passed over, and so are pipes, sockets and devices.
enum FolderListing {
  /// What stands at `path`, links followed; nil for nothing, and for a link that leads nowhere.
  static func type(of path: String) -> FileAttributeType? {
    status(of: path).map { status in
      switch status.st_mode & S_IFMT {
      case S_IFREG: .typeRegular
      case S_IFDIR: .typeDirectory
      default: .typeUnknown
      }
    }
  }

  /// The size of the file at `path` in bytes, links followed.
  static func size(of path: String) -> Int? { status(of: path).map { Int($0.st_size) } }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  static func isFolder(_ path: String) -> Bool { type(of: path) == .typeDirectory }

  /// Whether a link stands at `path` whose goal is missing.
  static func isBrokenLink(_ path: String) -> Bool {
    let own = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return own == .typeSymbolicLink && !FileManager.default.fileExists(atPath: path)
  }

  /// Regular files, links to such, and links that lead nowhere, which the reader tells of.
  static func files(in folder: String) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    for case let path as String in walk where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let full = folder.hasSuffix("/") ? folder + path : folder + "/" + path
      if type(of: full) == .typeRegular || isBrokenLink(full) { files.append(full) }
    }
    return files.sorted()
  }
}
