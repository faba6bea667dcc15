import ArgumentParser
import Engine
import NewsModel

/// The inputs of a command that traces, with what the trace rests on.
struct TracedInput: ParsableArguments {
  @OptionGroup var input: InputOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: "A corrections file (JSONL), replayed on every run.")
  var corrections: String?

  /// Traces what can be read, and hands it to `print`; ends with status 1 where there is nothing, or something could not be read.
  func trace(print: (Trace) throws -> Void) async throws {
    let ledger = try corrections.map(CorrectionsFile.read) ?? []
    let engine = Engine(encoder: weights.load(), corrections: ledger)
    var source = ArticleSource(input.stream(), engine: engine)
    let articles = await engine.annotate(source.all())
    guard !articles.isEmpty else {
      Console.note("there is no article to trace")
      throw ExitCode(1)
    }
    try print(engine.trace(articles))
    if source.failures > 0 { throw ExitCode(1) }
  }
}
