import Archive
import ArgumentParser
import Contract
import Desk
import Engine
import Foundation
import Intake
import NewsModel

/// `stemma add`: documents into the archive.
struct Add: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Keeps documents in an archive, and traces the stories that they touch.",
    discussion: """
      The same bytes are kept once, however often they come. Another state of a page that is known by its address (or by its id and its \
      words) becomes its next version. With --format jsonl a line is printed for each document as soon as it is safe on the disk.
      """)
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @OptionGroup var input: InputOptions
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: "text (a summary) or jsonl (a line a document, when it is safe on the disk).")
  var format = Format.text
  @Flag(help: "Leave the stories to be traced by the next command that needs them.")
  var later = false

  /// Documents that are made safe at once: few enough for nobody to wait, enough to spare the disk.
  private static let batch = 32

  func run() async throws {
    let archive = try place.open(.write)
    try await Failing.run {
      let engine = Engine(encoder: weights.load())
      var desk = try Desk(archive, engine: engine)
      let tally = try await keep(&desk)
      try desk.close()
      let traced = later ? 0 : try await Settling.settle(desk)
      if format == .text { try summarize(tally, traced: traced, archive, engine.analysisVersion) }
      if tally.failures > 0 { throw ExitCode(1) }
    }
  }

  private struct Tally {
    var counts: [Receipt.State: Int] = [:]
    var failures = 0
    var revised: [Receipt] = []
  }

  private func keep(_ desk: inout Desk) async throws -> Tally {
    var source = IncomingSource(input.stream())
    var tally = Tally()
    // A pipe may give a document now and the next in an hour: each is made safe on its own.
    let size = input.inputs.contains("-") ? 1 : Self.batch
    var batch: [Desk.Incoming] = []
    while true {
      let next = source.next()
      if let next { batch.append(next) }
      guard batch.count == size || next == nil, !batch.isEmpty else {
        if next == nil { break }
        continue
      }
      for receipt in try await desk.add(batch) { try tell(receipt, &tally) }
      batch = []
    }
    tally.failures = source.failures
    return tally
  }

  private func tell(_ receipt: Receipt, _ tally: inout Tally) throws {
    tally.counts[receipt.state, default: 0] += 1
    if receipt.state == .revised { tally.revised.append(receipt) }
    if format == .jsonl { Console.print(try JSONText.line(WireReceipt(receipt))) }
  }

  private func summarize(_ tally: Tally, traced: Int, _ archive: Archive, _ version: String) throws {
    func count(_ state: Receipt.State) -> Int { tally.counts[state] ?? 0 }
    var parts = [Plural.text(count(.added), "new article")]
    if count(.revised) > 0 { parts.append(Plural.text(count(.revised), "new version")) }
    if count(.completed) > 0 { parts.append("\(count(.completed)) with more known about them") }
    if count(.known) > 0 { parts.append("\(count(.known)) known already") }
    Console.print(parts.joined(separator: " · "))
    for receipt in tally.revised.prefix(20) {
      if let change = receipt.change {
        Console.print("  \(receipt.article.raw), version \(receipt.version): \(ChangeText.summary(change))")
      }
    }
    let (articles, stories) = try archive.read { (try $0.articleCount(), try $0.storyCount()) }
    Console.print(
      "\(Plural.text(traced, "story", "stories")) traced · the archive holds \(Plural.text(articles, "article")) in "
        + "\(Plural.text(stories, "story", "stories")): \(archive.path)")
    let older = try archive.read { try $0.made(byOtherThan: version, articles: Engine.articleVersion) }
    if older.articles > 0 {
      Console.note(
        "\(Plural.text(older.articles, "article")) of it were read by another analysis; `stemma rebuild` makes all anew"
      )
    }
  }
}

/// Traces what waits to be traced, and says how far it is.
enum Settling {
  static func settle(_ desk: Desk) async throws -> Int {
    var progress = Progress("stories traced")
    let count = try await desk.settle { done, _ in progress.tell(done) }
    progress.finish()
    return count
  }
}

/// "1 story", "2 stories".
enum Plural {
  static func text(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }
}
