import ArgumentParser
import Encoder
import Foundation
import Languages
import Lexicon

/// `stemma doctor`: whether everything that Stemma needs is there.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tells whether tables and weights are installed, and what to do where they are not.")

  func run() throws {
    Console.print("languages  \(LanguageFolder.languages.map(\.code).joined(separator: " "))")
    Console.print(
      "gazetteer  \(Lexicon.shared.countries.count) country names, \(Lexicon.shared.agencies.count) agency names")
    do {
      _ = try SentenceEncoder.load()
      Console.print("encoder    ready")
    } catch {
      Console.print("encoder    \(error)")
    }
  }
}
