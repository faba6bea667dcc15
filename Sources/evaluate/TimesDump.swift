import ArgumentParser
import Foundation
import Scoring

/// `evaluate times`: every time expression of the articles whose errors may be read, as annotated and as found.
struct TimesDump: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "times",
    abstract: "Prints what was annotated and what was found, a line each, of the articles at even places.",
    discussion: """
      Columns: verdict (right, value, extent, missed, extra), article, annotated, found, words before and behind.
      With --date, the lines of standard input are read as texts of that day, and the argument is their language.
      """)

  @Argument(help: "times-es or times-en; with --date es, en, …")
  var name: String

  @Option(help: "The day of the lines on standard input.")
  var date: String?

  @Option(help: "The folder of data sets.")
  var data = "../shared/data"

  @Flag(help: "The value's F as annotated, and with each convention alone.")
  var conventions = false

  @Flag(help: "Counts of each verdict over both halves, and nothing of what stands in them.")
  var counts = false

  @Flag(help: "What is right, too.")
  var all = false

  func run() throws {
    if let date {
      while let line = readLine() { print(timesInLine(line, name, date)) }
      return
    }
    let folder = DataFolder(URL(fileURLWithPath: data))
    let set: any TimesSet.Type = name == "times-en" ? EnglishTimes.self : SpanishTimes.self
    let documents = try set.documents(folder)
    if counts { return tally(documents) }
    if conventions { return compareConventions(documents) }
    for (number, document) in documents.enumerated() where number.isMultiple(of: 2) {
      for line in lines(document) where all || !line.hasPrefix("right") { print(line) }
    }
  }

  private func compareConventions(_ documents: [TimesDocument]) {
    let kinds: [(String, TimesConventions.Kinds)] = [
      ("none", []), ("counted back", .countedBack), ("untold", .untold), ("every day", .everyDay), ("slips", .slips),
      ("all", .all),
    ]
    for (name, kind) in kinds {
      var score = TimesScore()
      for document in documents {
        var conventions = document.conventions
        conventions.kinds = kind
        score.add(gold: document.gold, found: document.found, conventions: conventions)
      }
      print(name, Figure(name: "value", value: score.valueF1))
    }
  }

  private func tally(_ documents: [TimesDocument]) {
    var tallies: [[String: Int]] = [[:], [:]]
    for (number, document) in documents.enumerated() {
      for line in lines(document) { tallies[number % 2][String(line.prefix { $0 != "\t" }), default: 0] += 1 }
    }
    for (half, tally) in zip(["even", "odd"], tallies) {
      print(half, tally.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
  }

  private func lines(_ document: TimesDocument) -> [String] {
    let letters = Array(document.text.unicodeScalars)
    func words(_ start: Int, _ end: Int) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: letters[max(0, start)..<min(letters.count, end)])
      return String(view).replacing("\n", with: "¶")
    }
    func shown(_ time: ScoredTime?) -> String {
      time.map { "\(words($0.start, $0.end)) = \($0.type) \($0.value)" } ?? "–"
    }
    func line(_ verdict: String, _ gold: ScoredTime?, _ found: ScoredTime?) -> String {
      let start = min(gold?.start ?? .max, found?.start ?? .max)
      let end = max(gold?.end ?? 0, found?.end ?? 0)
      let context = words(start - 60, start) + "⟦" + words(start, end) + "⟧" + words(end, end + 40)
      return [verdict, document.id, shown(gold), shown(found), context].joined(separator: "\t")
    }
    let gold = document.gold
    let conventions = document.conventions
    let pairs = TimesScore.pairs(gold: gold, found: document.found)
    var lines: [(Int, String)] = []
    for (index, time) in gold.enumerated() {
      guard let match = pairs[index] else {
        lines.append((time.start, line("missed", time, nil)))
        continue
      }
      let answer = document.found[match]
      let isWhole = answer.start == time.start && answer.end == time.end
      let isEqual = conventions.readings(time).contains { $0.value == answer.value }
      let verdict = !isEqual ? "value" : isWhole ? "right" : "extent"
      lines.append((time.start, line(verdict, time, answer)))
    }
    let used = Set(pairs.compactMap { $0 })
    for (index, time) in document.found.enumerated() where !used.contains(index) {
      lines.append((time.start, line("extra", nil, time)))
    }
    return lines.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
