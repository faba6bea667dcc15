import Foundation
import Intake

/// What the secrets of an archive's webhooks are made from. It lies in a file beside the archive that only its owner may read: whoever gets
/// a copy of the archive gets no secret.
public struct WebhookKey: Sendable {
  /// Why there is no key.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// What is wrong, and what to do.
    public let description: String
  }
  private let bytes: [UInt8]

  /// A key of at least 32 bytes.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the key in the file at `path`; with `isMade` it is made where there is no file.
  public init(file path: String, isMade: Bool = false) throws(Failure) {
    if isMade, !FileManager.default.fileExists(atPath: path) { try Self.make(path) }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure(
        description: "\(path) cannot be read, and webhooks are signed with it; restore it, or add them anew")
    }
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 64 else {
      throw Failure(description: "\(path) is damaged; restore it, or remove it and the webhooks, and add them anew")
    }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func make(_ path: String) throws(Failure) {
    var generator = SystemRandomNumberGenerator()
    let text = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }.hex + "\n"
    let isMade = FileManager.default.createFile(
      atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard isMade else {
      throw Failure(description: "\(path) cannot be written; check the permissions of its folder")
    }
  }

  /// The secret of a hook, as its receiver is given it: `whsec_` and Base64.
  public func secret(of hook: Int, at url: String) -> String {
    "whsec_" + Data(secretBytes(hook, url)).base64EncodedString()
  }

  /// The headers that a body is sent with (Standard Webhooks 1.0): its id, which stays the same when it is tried again, the moment of
  /// this try, and HMAC-SHA-256 of `id.time.body` by the hook's secret.
  public func headers(
    id: String, body: [UInt8], hook: Int, url: String, at time: Int
  ) -> [(name: String, value: String)] {
    let signed = hmac(Array("\(id).\(time).".utf8) + body, key: secretBytes(hook, url))
    return [
      ("Content-Type", "application/json"), ("webhook-id", id), ("webhook-timestamp", String(time)),
      ("webhook-signature", "v1," + Data(signed).base64EncodedString()),
    ]
  }

  private func secretBytes(_ hook: Int, _ url: String) -> [UInt8] {
    hmac(Array("webhook \(hook) \(url)".utf8), key: bytes)
  }
}
