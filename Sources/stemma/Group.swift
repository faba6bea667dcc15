import ArgumentParser
import Contract
import Engine
import Intake
import NewsModel
import Stories

/// `stemma group`: which story each article belongs to, in order of arrival.
struct Group: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Tells which articles are about one story, a line an article (JSON).")
  @OptionGroup var input: InputOptions
  @OptionGroup var weights: EncoderOptions
  @Flag(help: "Also tells which articles are copies of one before, or share passages with it, a line a pair.")
  var duplicates = false

  func run() async throws {
    let engine = Engine(encoder: weights.load())
    var grouper = engine.grouper()
    var finder = duplicates ? engine.duplicates() : nil
    var source = ArticleSource(input.stream(), engine: engine)
    while let article = source.next() {
      let annotated = engine.annotate(article)
      for change in grouper.place(annotated) { Console.print(try JSONText.line(WireStoryChange(change))) }
      for pair in finder?.find(annotated) ?? [] { Console.print(try JSONText.line(WireDuplicate(pair))) }
    }
    if source.failures > 0 { throw ExitCode(1) }
  }
}

/// A line of `group`.
struct WireStoryChange: Encodable {
  var article: String?
  var story: String?
  var mergedInto: String?
  var movedTo: String?

  init(_ change: StoryChange) {
    switch change {
    case .placed(let article, let story):
      self.article = article.raw
      self.story = story.raw
    case .merged(let story, let other):
      self.story = story.raw
      mergedInto = other.raw
    case .moved(let article, let story):
      self.article = article.raw
      movedTo = story.raw
    }
  }
}

/// A line of `group --duplicates`: an article and one that came before.
struct WireDuplicate: Encodable {
  var article: String
  /// The article that this one is a copy, a part or another version of; absent where they share passages only.
  var duplicateOf: String?
  /// The article that it shares passages with; absent where the one is a copy of the other.
  var sharesWith: String?
  /// As in a story's derivations.
  var kind: String
  var coverage: Double
  @Nullable var from: String?
  /// Whether a third text is behind both.
  var common: Bool

  init(_ pair: Duplicate) {
    article = pair.article.raw
    duplicateOf = pair.near ? pair.other.raw : nil
    sharesWith = pair.near ? nil : pair.other.raw
    kind = pair.kind.rawValue
    coverage = (pair.coverage * 1_000).rounded() / 1_000
    from = pair.from?.raw
    common = pair.isCommon
  }
}
