/// How a server is reached, and what it takes.
public struct ServerSettings: Sendable {
  /// The version of Stemma, as assistants are told it.
  public var version = ""
  /// The address that it listens on.
  public var host = "127.0.0.1"
  /// The port; 0 takes any that is free.
  public var port = 8788
  /// The file of tokens; needed where other machines reach the server.
  public var tokens: AccessToken?
  /// Whether pages can be added and stories corrected.
  public var takesPages = true
  /// The most bytes that are taken at once.
  public var uploadLimit = 32 * 1_048_576
  /// Requests in a second from one peer, where other machines reach the server; and how many more at once.
  public var requestsPerSecond = 20.0, burst = 200.0
  /// Connections that follow the archive at once.
  public var eventStreams = 64
  /// How often the archive is looked at for them, after how long a silence they are sent a sign of life, how long one may take to take what
  /// it is sent, and after how long it must come back.
  var eventPace = Duration.milliseconds(400), heartbeat = Duration.seconds(15)
  var eventPatience = Duration.seconds(30), eventLife = Duration.seconds(3_600)
  /// Is told, in a line, what went wrong inside: visitors learn only that it did.
  public var note: @Sendable (String) -> Void = { _ in }

  /// Settings for a server that only this machine reaches.
  public init() {}

  /// Whether only this machine reaches the server.
  public var isLoopback: Bool { Self.isLoopback(host) }
  /// Whether an address is this machine's own.
  public static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil }
  }
}
