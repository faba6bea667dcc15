import ArgumentParser
import Contract
import Engine
import Foundation
import Intake
import NewsModel

/// The inputs of every command, and what is set for all of them.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, folders, globs, or - for standard input.")
  var inputs: [String]

  @Option(help: "The publication date of input that carries none (2025-12-11, or 2025-12-11T14:08).", transform: date)
  var published: Timestamp?

  @Option(help: "The day on which input was fetched; \"2d ago\" is read against it.", transform: date)
  var fetched: Timestamp?

  @Option(help: "The largest document that is read, in bytes.")
  var maxBytes = 64 * 1_048_576

  @Sendable static func date(_ text: String) throws -> Timestamp {
    guard let value = Timestamp(iso: text) else {
      throw ValidationError("\"\(text)\" is no date; write it like 2025-12-11 or 2025-12-11T14:08")
    }
    return value
  }

  /// A stream over the inputs.
  func stream() -> DocumentStream {
    var options = DocumentStream.Options()
    options.published = published
    options.fetched = fetched
    options.byteLimit = maxBytes
    return DocumentStream(inputs.flatMap(Glob.expand), options: options)
  }
}

/// Patterns that the shell left as they were ("pages/*.txt" in quotation marks).
enum Glob {
  /// The paths that match, sorted; the pattern itself where it is a path, or matches nothing.
  static func expand(_ pattern: String) -> [String] {
    guard pattern.contains(where: { "*?".contains($0) }), !FileManager.default.fileExists(atPath: pattern) else {
      return [pattern]
    }
    let folder = pattern.contains("/") ? String(pattern[..<pattern.lastIndex(of: "/")!]) : "."
    let name = pattern.split(separator: "/").last.map(String.init) ?? pattern
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = names.filter {
      matches(Array($0.unicodeScalars)[...], Array(name.unicodeScalars)[...]) && !$0.hasPrefix(".")
    }.sorted()
    return found.isEmpty ? [pattern] : found.map { pattern.contains("/") ? folder + "/" + $0 : $0 }
  }

  private static func matches(_ name: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return (name.startIndex...name.endIndex).contains { matches(name[$0...], pattern.dropFirst()) }
    }
    guard let letter = name.first else { return false }
    return (first == "?" || first == letter) && matches(name.dropFirst(), pattern.dropFirst())
  }
}
