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

  func run() async throws {
    let engine = Engine(encoder: weights.load())
    var grouper = engine.grouper()
    var source = ArticleSource(input.stream(), engine: engine)
    while let article = source.next() {
      for change in grouper.place(engine.annotate(article)) {
        Console.print(try JSONText.line(WireStoryChange(change)))
      }
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
