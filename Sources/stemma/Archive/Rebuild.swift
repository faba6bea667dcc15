import Archive
import ArgumentParser
import Desk
import Engine
import Foundation

/// `stemma rebuild`.
struct Rebuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Makes all that an archive derives anew from its raw documents, and replays the corrections.",
    discussion: """
      Documents, their versions and corrections stay. Articles are read and grouped again with the analysis of this Stemma, and every story \
      is traced. An interruption loses nothing: run it again.
      """)
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Flag(help: "Only trace the stories that wait for it.")
  var onlyWaiting = false

  func run() async throws {
    let archive = try place.open(.update)
    try await Failing.run {
      let engine = Engine(encoder: weights.load())
      var desk = try Desk(archive, engine: engine)
      if !onlyWaiting {
        let older = try archive.read {
          try $0.made(byOtherThan: engine.analysisVersion, articles: Engine.articleVersion)
        }
        if older.stories + older.articles > 0 {
          let stories = Plural.text(older.stories, "story", "stories")
          Console.note("another analysis made \(stories) and \(Plural.text(older.articles, "article"))")
        }
        var progress = Progress("articles read again")
        try await desk.rebuild { done, _ in progress.tell(done) }
        progress.finish()
      }
      let traced = try await Settling.settle(desk)
      if !onlyWaiting { try archive.compact() }
      let articles = try archive.read { try $0.articleCount() }
      let stories = Plural.text(traced, "story", "stories")
      Console.print("\(Plural.text(articles, "article")) · \(stories) traced: \(archive.path)")
    }
  }
}

/// `stemma correct`: corrections into the ledger.
struct Correct: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Takes corrections into an archive's ledger, and traces the stories that they touch.",
    discussion: """
      A correction is a JSON object a line: {"merge": ["e3", "e8"]}, {"rename": "e3", "name": "…"}, {"notSameStory": ["a.txt", "b.txt"]}, …. \
      The ledger outlives every rebuild; `stemma list corrections` prints it.
      """)
  @Argument(help: "Files of corrections (JSONL), or - for standard input.")
  var files: [String]
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions

  func run() async throws {
    let lines = try files.flatMap(lines)
    let archive = try place.open(.update)
    try await Failing.run {
      var desk = try Desk(archive, engine: Engine(encoder: weights.load()))
      let count = try desk.correct(lines)
      let traced = try await Settling.settle(desk)
      Console.print("\(Plural.text(count, "new correction")) · \(Plural.text(traced, "story", "stories")) traced")
    }
  }

  /// The lines of a file that hold corrections; a line that holds none is an error that names it.
  private func lines(_ path: String) throws -> [String] {
    let text = try CorrectionsFile.text(path == "-" ? "/dev/stdin" : path)
    _ = try CorrectionsFile.corrections(text, path: path)
    return text.utf8.split { $0 == 0x0A || $0 == 0x0D }.compactMap { String($0) }.filter { $0.contains("{") }
  }
}
