/// Why a server cannot be started.
public struct ServerError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// Another process listens on the port.
    case portTaken(host: String, port: Int)
    /// The port may not be used by this user.
    case portForbidden(port: Int)
    /// The host is no address of this machine.
    case unknownHost(String)
    /// Other machines would reach it, and there is no token.
    case needsTokens(host: String, file: String)
    /// There is no file of tokens, or it holds none.
    case noTokens(String)
    /// A file of tokens that cannot be understood.
    case damagedTokens(String)
    /// A file that cannot be written.
    case cannotWrite(String)
    /// The templates or words are not beside the binary.
    case noResources(String)
    /// Something else, in the system's words.
    case failed(String)
  }
  /// What is wrong.
  public let reason: Reason
  init(_ reason: Reason) { self.reason = reason }

  /// One line for standard error: what is wrong, and what to do.
  public var description: String {
    switch reason {
    case .portTaken(let host, let port):
      "another process listens on \(host) port \(port); stop it, or choose another with --port (0 takes any that is free)"
    case .portForbidden(let port):
      "port \(port) needs more rights than this user has; choose one above 1023 with --port"
    case .unknownHost(let host): "\(host) is no address of this machine; give --host one of its own, or leave it out"
    case .needsTokens(let host, let file):
      "on \(host) other machines reach it, so it needs a token; make one with `stemma serve --make-token editor` (its hash goes into \(file))"
    case .noTokens(let file):
      "\(file) holds no token; make one with `stemma serve --make-token editor`, or name another file with --tokens"
    case .damagedTokens(let file): "\(file): a line must be `reader` or `editor`, a blank and a SHA-256; make it anew"
    case .cannotWrite(let file): "\(file) cannot be written; check the permissions of its folder, or name another"
    case .noResources(let what): "\(what) is missing beside the program; install it anew"
    case .failed(let what): "the server cannot run: \(what)"
    }
  }
}
