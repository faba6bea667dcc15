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
    try await trace(keepingDocuments: false) { trace, _ in try print(trace) }
  }

  /// The same, with the raw documents by the ids of their articles where they are to be kept.
  func trace(keepingDocuments keeps: Bool, print: (Trace, [String: RawDocument]) throws -> Void) async throws {
    let ledger = try corrections.map(CorrectionsFile.read) ?? []
    let engine = Engine(encoder: weights.load(), corrections: ledger)
    var source = ArticleSource(input.stream(), engine: engine)
    source.keepsDocuments = keeps
    let articles = await engine.annotate(source.all())
    guard !articles.isEmpty else {
      Console.note("there is no article to trace")
      throw ExitCode(1)
    }
    try print(engine.trace(articles), source.documents)
    if source.failures > 0 { throw ExitCode(1) }
  }
}
