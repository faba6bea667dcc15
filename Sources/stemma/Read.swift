import ArgumentParser
import Contract
import Engine
import Intake
import NewsModel

/// `stemma read`: one article a line, without annotations.
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns pages into clean, dated, attributed articles, one a line (JSON).")
  @OptionGroup var input: InputOptions

  func run() async throws {
    var source = ArticleSource(input.stream(), engine: Engine())
    while let article = source.next() { Console.print(try JSONText.line(ArticleWriter(article).article())) }
    if source.failures > 0 { throw ExitCode(1) }
  }
}
