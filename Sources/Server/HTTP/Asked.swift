import Hummingbird
import NIOCore

/// A request as those who answer it see it.
struct Asked: Sendable {
  /// The path's segments, decoded.
  var path: [String]
  /// What the route's open segments matched, by name.
  var captured: [String: String] = [:]
  /// What stands behind the `?`.
  var query: FormFields
  var headers: HTTPFields
  /// The words of the language that was asked for.
  var words: SiteWords
  /// The body, for methods that have one.
  var body: [UInt8] = []
  /// What tells a visitor's forms from others'; nil for one who has no cookie yet.
  var visitor: String?
  /// What the visitor may do.
  var role: AccessToken.Role
  /// Path and query as they came.
  var target: String
  /// Host and port that the asker used.
  var authority: String

  /// Where it came from.
  var connection: Connection

  /// An open segment of the route.
  subscript(name: String) -> String { captured[name] ?? "" }

  /// The value of a cookie.
  func cookie(_ name: String) -> String? { Asked.cookie(name, in: headers) }

  static func cookie(_ name: String, in headers: HTTPFields) -> String? {
    for field in headers[values: .cookie] {
      for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
        let trimmed = pair.drop { $0 == 0x20 }
        let key = trimmed.prefix { $0 != UInt8(ascii: "=") }
        if String(key) == name { return String(trimmed.dropFirst(key.count + 1)) }
      }
    }
    return nil
  }
}

/// The connection of a request, for answers that take long.
struct Connection: Sendable {
  private let channel: any Channel
  init(_ channel: any Channel) { self.channel = channel }

  /// Whether the server takes requests: false when it was told to end.
  var isServing: Bool { channel.parent?.isActive ?? true }

  /// Ends the connection at once, whatever is under way.
  func abandon() { channel.close(promise: nil) }
}
