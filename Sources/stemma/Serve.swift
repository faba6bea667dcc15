import Archive
import ArgumentParser
import Desk
import Engine
import Foundation
import Server

/// `stemma serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves an archive's stories as pages and as an API.",
    discussion: """
      By default only this machine reaches it. On another --host it needs a token, which every visitor gives: --make-token prints one, \
      once, and keeps its hash in the file of tokens. SIGINT or SIGTERM ends it when what is under way is done.
      """)
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"
  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 8788
  @Option(
    help: ArgumentHelp("The file that holds the hashes of tokens; by default beside the archive.", valueName: "file"))
  var tokens: String?
  @Option(help: "Make a token for a reader or an editor, print it, and end.")
  var makeToken: AccessToken.Role?
  @Flag(help: "Make the archive where there is none yet, empty: for services.")
  var create = false
  @Flag(help: "Show only: no pages are added, nothing is corrected.")
  var readOnly = false
  @Option(help: "The most megabytes that are taken at once.")
  var maxUpload = 32

  func run() async throws {
    do {
      if let makeToken { return Console.print(try AccessToken.make(makeToken, file: tokensPath)) }
      let server = try server()
      let (shown, archive) = (host.contains(":") ? "[\(host)]" : host, place.path)
      try await server.run { port in Console.note("http://\(shown):\(port) shows \(archive); Ctrl-C ends it") }
    } catch let error as ServerError {
      Console.note(error.description)
      throw ExitCode(1)
    }
  }

  private var tokensPath: String { tokens ?? place.path + ".tokens" }

  private func server() throws -> Server {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
    guard (1...1_024).contains(maxUpload) else { throw ValidationError("--max-upload must be 1 to 1024") }
    var settings = ServerSettings()
    (settings.host, settings.port, settings.takesPages) = (host, port, !readOnly)
    settings.version = Stemma.configuration.version
    settings.uploadLimit = maxUpload * 1_048_576
    settings.note = { Console.note($0) }
    if tokens != nil || FileManager.default.fileExists(atPath: tokensPath), tokens != nil || !settings.isLoopback {
      settings.tokens = try AccessToken(file: tokensPath)
    }
    return try Failing.run {
      let archive = try Archive(place.path, readOnly ? .read : create ? .write : .update)
      let desk = readOnly ? nil : try Desk(archive, engine: Engine(encoder: weights.load()))
      return try Server(archive: place.path, desk: desk, settings: settings, tokensAt: tokensPath)
    }
  }
}

extension AccessToken.Role: ExpressibleByArgument {}
