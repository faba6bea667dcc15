import Foundation

/// An address that can be fetched: `http` or `https`, a host, a port, without a user's name and without a fragment.
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// The whole address, as it is asked for.
  public let text: String
  /// Whether it is asked for over TLS.
  public let isSecure: Bool
  /// The host in lower case, without the brackets of IPv6.
  public let host: String
  /// The port, said or usual.
  public let port: Int
  /// Path and query, as they are sent.
  public let target: String

  /// What robots.txt holds for: scheme, host and port.
  public var origin: String { "\(isSecure ? "https" : "http")://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
  /// The address as text.
  public var description: String { text }

  /// Longer addresses are refused.
  static let longest = 4_096

  /// Reads an address; one that is relative is seen from `base`. Nil for other schemes, for user names, and for what is no address.
  public init?(_ text: String, from base: WebAddress? = nil) {
    let trimmed = text.utf8.split(whereSeparator: { $0 <= 0x20 })
    guard trimmed.count == 1, let word = trimmed.first, word.count <= Self.longest else { return nil }
    let root = base.flatMap { URL(string: $0.text) }
    guard let url = URL(string: String(decoding: word, as: UTF8.self), relativeTo: root)?.absoluteURL,
      var parts = URLComponents(url: url, resolvingAgainstBaseURL: true),
      let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
      parts.user == nil, parts.password == nil
    else { return nil }
    parts.scheme = scheme
    parts.fragment = nil
    parts.percentEncodedHost = parts.percentEncodedHost?.lowercased()
    if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
    let host = Self.bare(parts.percentEncodedHost ?? "")
    guard Self.isHost(host), let whole = parts.string, whole.utf8.count <= Self.longest else { return nil }
    self.text = whole
    self.host = host
    isSecure = scheme == "https"
    port = parts.port ?? (isSecure ? 443 : 80)
    target = parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
    guard (1...65_535).contains(port) else { return nil }
  }

  private static func bare(_ host: String) -> String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  /// Letters, digits, hyphens, dots, underscores, and the colons of IPv6: a percent sign would let two readers see two hosts.
  private static func isHost(_ host: String) -> Bool {
    !host.isEmpty && host.utf8.count <= 253
      && host.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"): true
        default: false
        }
      }
  }

  /// The address of the robots.txt that rules this one (RFC 9309, 2.3).
  var robots: WebAddress? { WebAddress("/robots.txt", from: self) }
}
