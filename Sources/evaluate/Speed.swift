import ArgumentParser
import Engine
import Foundation
import Intake
import NewsModel

/// `evaluate speed`: the annotators alone, the articles read before the clock starts.
struct Speed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Annotates articles that are already read, and prints words a second.")

  @Argument(help: "Files, folders or - for standard input.")
  var inputs: [String]

  @Flag(help: "Annotate on all cores instead of one.")
  var parallel = false

  @Flag(
    help:
      "Also prints how many annotated articles a second are compared with all before them (`stemma group --duplicates`)."
  )
  var duplicates = false

  @Option(help: "How often all articles are annotated; the best round counts.")
  var rounds = 3

  func run() async throws {
    let engine = Engine()
    var stream = DocumentStream(inputs)
    var articles: [Article] = []
    while let item = stream.next() {
      if case .document(let document) = try item.get() { articles.append(engine.read(document)) }
    }
    let words = articles.reduce(0) { $0 + engine.annotate($1).reading.tokens.count { $0.kind == .word } }
    var best = (seconds: Double.infinity, cpu: Double.infinity)
    for _ in 0..<max(1, rounds) {
      let began = clock()
      best.seconds = min(best.seconds, await seconds(engine, articles))
      best.cpu = min(best.cpu, Double(clock() - began) / Double(CLOCKS_PER_SEC))
    }
    print("articles \(articles.count)")
    print("words \(words)")
    print("words-per-second \(Int(Double(words) / best.seconds))")
    print("words-per-cpu-second \(Int(Double(words) / best.cpu))")
    if duplicates { print("duplicates-articles-per-second \(Int(duplicatesSpeed(engine, articles)))") }
  }

  /// Articles a second in the best round, each round with a finder of its own.
  private func duplicatesSpeed(_ engine: Engine, _ articles: [Article]) -> Double {
    let annotated = articles.map { engine.annotate($0) }
    let best = (0..<max(1, rounds)).map { _ in
      var finder = engine.duplicates()
      let began = ContinuousClock.now
      for article in annotated { _ = finder.find(article) }
      return (ContinuousClock.now - began) / .seconds(1)
    }.min()
    return Double(articles.count) / (best ?? 1)
  }

  private func seconds(_ engine: Engine, _ articles: [Article]) async -> Double {
    let began = ContinuousClock.now
    if parallel {
      for start in stride(from: 0, to: articles.count, by: 128) {
        _ = await engine.annotate(Array(articles[start..<min(start + 128, articles.count)]))
      }
    } else {
      for article in articles { _ = engine.annotate(article) }
    }
    return (ContinuousClock.now - began) / .seconds(1)
  }
}
