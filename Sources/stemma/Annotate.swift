import ArgumentParser
import Contract
import Engine
import Intake
import NewsModel

/// `stemma annotate`: one article a line, with annotations.
struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Finds times, names, quotations and events in articles, one article a line (JSON).")
  @OptionGroup var input: InputOptions

  func run() async throws {
    let engine = Engine()
    var source = ArticleSource(input.stream(), engine: engine)
    while let article = source.next() {
      Console.print(try JSONText.line(ArticleWriter.annotated(engine.annotate(article))))
    }
    if source.failures > 0 { throw ExitCode(1) }
  }
}
