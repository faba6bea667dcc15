import Archive
import ArgumentParser
import Desk
import Encoder
import Foundation
import Languages
import Lexicon

/// `stemma doctor`: whether everything that Stemma needs is there.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Tells whether tables and weights are installed, and whether an archive is whole.",
    discussion: "With --archive every byte of it is read and checked; that takes minutes for a large one.")
  @OptionGroup var place: ArchiveOptions

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
    try checkArchive()
  }

  private func checkArchive() throws {
    guard place.archive != nil else {
      let isThere = FileManager.default.fileExists(atPath: place.path)
      return Console.print("archive    \(isThere ? "\(place.path); --archive checks it" : "none yet at \(place.path)")")
    }
    let archive = try place.open(.read)
    var progress = Progress("documents checked")
    let check = try Failing.run { try ArchiveCheck(archive) { progress.tell($0) } }
    progress.finish()
    let whole = [
      Plural.text(check.documents, "document"), Plural.text(check.articles, "article"),
      Plural.text(check.stories, "story", "stories"),
    ].joined(separator: ", ")
    Console.print("archive    \(whole): \(check.faults.isEmpty ? "all as they were written" : "damaged")")
    for fault in check.faults { Console.print("           \(fault)") }
    let lost = try Failing.run { try archive.read { try $0.hooks() } }.filter { $0.dead > 0 || $0.failures > 0 }
    for hook in lost {
      let failure = hook.note ?? "some were given up"
      Console.print("webhook    \(hook.url): \(failure); stemma webhook list")
    }
    if !check.faults.isEmpty { throw ExitCode(1) }
  }
}
