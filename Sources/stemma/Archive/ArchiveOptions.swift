import Archive
import ArgumentParser
import Desk
import Encoder
import Engine
import Foundation

/// Which archive.
struct ArchiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The archive: one file. By default $STEMMA_ARCHIVE, else stemma/archive.stemma in your data folder ($XDG_DATA_HOME, ~/.local/share).",
      valueName: "file"))
  var archive: String?

  /// The archive's path.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = [archive, environment["STEMMA_ARCHIVE"]].compactMap({ $0 }).first(where: { !$0.isEmpty }) {
      return path
    }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? URL(fileURLWithPath: $0) : nil }
    let home = FileManager.default.homeDirectoryForCurrentUser
    #if os(macOS)
      let usual = home.appendingPathComponent("Library/Application Support")
    #else
      let usual = home.appendingPathComponent(".local/share")
    #endif
    return (data ?? usual).appendingPathComponent("stemma/archive.stemma").path
  }

  /// Opens the archive; where that fails, a line on standard error says why, and the command ends with status 1.
  func open(_ access: Archive.Access) throws -> Archive {
    try Failing.run { try Archive(path, access) }
  }
}

/// Ends a command with a line on standard error where an archive or a query is at fault.
enum Failing {
  static func run<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch { throw exit(error) }
  }

  static func run<Value>(_ body: () async throws -> Value) async throws -> Value {
    do { return try await body() } catch { throw exit(error) }
  }

  private static func exit(_ error: any Error) -> any Error {
    switch error {
    case let error as ArchiveError: Console.note(error.description)
    case let error as QueryError: Console.note(error.description)
    default: return error
    }
    return ExitCode(1)
  }
}

/// How a command prints.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
