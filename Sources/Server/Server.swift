import Archive
import Desk
import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore

/// Serves the pages and the API of one archive over HTTP.
///
/// ```swift
/// let server = try Server(archive: path, desk: desk, settings: ServerSettings())
/// try await server.run { port in print("http://127.0.0.1:\(port)") }
/// ```
public struct Server: Sendable {
  private let house: House
  private let settings: ServerSettings

  /// Opens the archive at `path`. With a desk pages can be added and stories corrected; without one everything is only read. It throws where
  /// the archive cannot be opened, or where other machines would reach the server without a token.
  public init(archive path: String, desk: Desk?, settings: ServerSettings, tokensAt file: String = "") throws {
    guard settings.isLoopback || settings.tokens != nil else {
      throw ServerError(.needsTokens(host: settings.host, file: file))
    }
    self.settings = settings
    house = House(
      readers: try ReadingRoom(path), clerk: settings.takesPages ? desk.map { Clerk($0) } : nil, site: try Site(),
      settings: settings)
  }

  /// Serves until the process is told to end (SIGTERM, SIGINT) or the task is cancelled: requests that are under way are answered, and what
  /// is being written is finished. `ready` is told the port when it listens.
  public func run(ready: @escaping @Sendable (_ port: Int) async -> Void) async throws {
    var configuration = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
    configuration.httpDecoder = .init(maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100)
    var application = Application(
      responder: Front(house, RouteTable(routes: Routes.all)), server: .http1(configuration: configuration),
      configuration: .init(address: .hostname(settings.host, port: settings.port)),
      onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) })
    application.logger.logLevel = .critical
    do {
      try await application.runService()
    } catch {
      throw explained(error)
    }
    await house.clerk?.finish()
  }

  private func explained(_ error: any Error) -> any Error {
    if let error = error as? IOError {
      switch error.errnoCode {
      case EADDRINUSE: return ServerError(.portTaken(host: settings.host, port: settings.port))
      case EACCES, EPERM: return ServerError(.portForbidden(port: settings.port))
      case EADDRNOTAVAIL: return ServerError(.unknownHost(settings.host))
      default: break
      }
    }
    return error is SocketAddressError
      ? ServerError(.unknownHost(settings.host)) : ServerError(.failed("\(error)"))
  }
}
