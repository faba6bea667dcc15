import Foundation

/// Who may ask, where the server can be reached from other machines. Tokens are random and long, so that a plain hash of them is enough;
/// the file of tokens holds only hashes.
public struct AccessToken: Sendable {
  /// What the holder of a token may do.
  public enum Role: String, Sendable, CaseIterable, Comparable {
    /// Read pages.
    case reader
    /// Read, add pages, correct.
    case editor
    /// A reader may do less than an editor.
    public static func < (a: Role, b: Role) -> Bool { a == .reader && b == .editor }
  }
  private struct Entry: Sendable {
    var role: Role
    var hash: [UInt8]
  }
  private let entries: [Entry]

  /// Reads a file of tokens: a line a token, `role sha256`; `#` begins a comment. Throws where the file cannot be read or holds none.
  public init(file path: String) throws(ServerError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw ServerError(.noTokens(path)) }
    var entries: [Entry] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      guard fields.count == 2, let role = Role(rawValue: String(fields[0])), let hash = Self.bytes(fields[1]) else {
        throw ServerError(.damagedTokens(path))
      }
      entries.append(Entry(role: role, hash: hash))
    }
    guard !entries.isEmpty else { throw ServerError(.noTokens(path)) }
    self.entries = entries
  }

  /// What the holder of `token` may do; nil where it is none of these. Every token is compared, each in constant time.
  func role(of token: String) -> Role? {
    let hash = Digest.sha256(Array(token.utf8))
    return entries.reduce(nil as Role?) { found, entry in
      Digest.areEqual(entry.hash, hash) ? max(found ?? .reader, entry.role) : found
    }
  }

  /// Makes a token, adds its hash to the file at `path` (which only its owner may read) and gives the token, which is kept nowhere.
  public static func make(_ role: Role, file path: String) throws(ServerError) -> String {
    let token = Digest.random(24).hex
    let line = "\(role.rawValue) \(Digest.sha256(Array(token.utf8)).hex)\n"
    let kept = try? String(contentsOfFile: path, encoding: .utf8)
    // What cannot be read is not written over.
    guard kept != nil || !FileManager.default.fileExists(atPath: path) else { throw ServerError(.cannotWrite(path)) }
    let old = kept ?? ""
    let joint = old.isEmpty || old.hasSuffix("\n") ? "" : "\n"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let isThere = FileManager.default.fileExists(atPath: path)
    guard
      isThere || FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      (try? Data((old + joint + line).utf8).write(to: URL(fileURLWithPath: path))) != nil
    else { throw ServerError(.cannotWrite(path)) }
    return token
  }

  private static func bytes(_ hex: Substring) -> [UInt8]? {
    let digits = hex.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }
}
