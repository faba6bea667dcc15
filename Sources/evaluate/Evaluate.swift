import ArgumentParser
import Foundation

/// `evaluate`: what `Evaluation/gate` and `Benchmarks/tasks` call.
@main
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores the parts of Stemma, and times the encoder.",
    subcommands: [
      Scores.self, Encode.self, Pairs.self, FeedFields.self, DecodedText.self, NameSamples.self,
      NameKnowledgeFile.self, Speed.self, TimesDump.self,
    ],
    defaultSubcommand: Scores.self)
}

/// `evaluate scores`: scores the parts of the flow against gold standards, a figure a line.
struct Scores: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores the parts of Stemma against gold standards: `name value  # note`, a line a figure.",
    discussion: """
      Measures: \(measures.map(\.name).joined(separator: ", ")). One whose data are absent is skipped with a line on standard error.
      """
  )

  static let measures: [Measure] = [
    Measure("times-es", SpanishTimes.figures), Measure("times-en", EnglishTimes.figures),
    Measure("names-en") { try wikineuralNames($0, .english) },
    Measure("names-es") { try wikineuralNames($0, .spanish) },
    Measure("quotations", PoliticalQuotations.figures), Measure("events", EventTypes.figures),
  ]

  @Argument(help: "The measures to take; all of them by default.")
  var names: [String] = []

  @Option(help: "The folder of data sets.")
  var data = "../shared/data"

  func validate() throws {
    let known = Set(Scores.measures.map(\.name))
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw ValidationError("there is no measure \"\(unknown)\"; there are \(known.sorted().joined(separator: ", "))")
    }
  }

  func run() throws {
    let folder = DataFolder(URL(fileURLWithPath: data))
    for measure in Scores.measures where names.isEmpty || names.contains(measure.name) {
      do {
        for figure in try measure.figures(folder) { print("\(measure.name).\(figure)") }
      } catch let absent as DataFolder.Absent {
        FileHandle.standardError.write(Data("evaluate: skipped \(measure.name): \(absent)\n".utf8))
      }
    }
  }
}

/// Something that is measured: one part of the flow on one gold standard.
struct Measure: Sendable {
  /// How the command line and the floors call it.
  let name: String
  /// Its figures; throws `DataFolder.Absent` where its data are not there.
  let figures: @Sendable (DataFolder) throws -> [Figure]

  init(_ name: String, _ figures: @escaping @Sendable (DataFolder) throws -> [Figure]) {
    self.name = name
    self.figures = figures
  }
}

/// A named number.
struct Figure: CustomStringConvertible {
  var name: String
  var value: Double
  var note = ""

  /// `name 0.123  # note`
  var description: String { "\(name) \(digits)" + (note.isEmpty ? "" : "  # \(note)") }

  /// Three digits behind the point, cut and not rounded, so that a floor taken from it is never above the value.
  private var digits: String {
    let thousandths = Int((value * 1000 + 1e-6).rounded(.down))
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
  }
}
