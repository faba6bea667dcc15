import ArgumentParser
import Contract
import Engine
import Intake
import NewsModel

/// `stemma read`: one article a line, without annotations.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Turns pages into clean, dated, attributed articles, one a line (JSON).")
  @OptionGroup var input: InputOptions

  @Option(
    help: ArgumentHelp(
      "Keep in this file how far the run came, and go on there if it was interrupted; append the output with >>.",
      valueName: "file"))
  var resume: String?

  func run() throws {
    var stream = input.stream()
    guard let resume else { return try read(stream) }
    do {
      var file = try ResumeFile(resume, inputs: input.inputs)
      if file.state.isDone {
        Console.note("\(resume): everything was read before; remove it to read anew")
        if file.state.failures > 0 { throw ExitCode(1) }
        return
      }
      try file.takeUp(&stream)
      try read(stream, keeping: &file)
    } catch let error as ResumeError {
      Console.note(error.description)
      throw ExitCode(1)
    }
  }

  private func read(_ stream: DocumentStream) throws {
    var source = ArticleSource(stream, engine: Engine())
    while let article = source.next() { Console.print(try JSONText.line(ArticleWriter(article).article())) }
    if source.failures > 0 { throw ExitCode(1) }
  }

  private func read(_ stream: DocumentStream, keeping file: inout ResumeFile) throws {
    let before = file.state.failures
    var source = ArticleSource(stream, engine: Engine())
    try file.write()
    while let article = source.next() {
      Console.print(try JSONText.line(ArticleWriter(article).article()))
      try file.note(source.position, failures: before + source.failures)
    }
    try file.note(source.position, failures: before + source.failures, isDone: true)
    if before + source.failures > 0 { throw ExitCode(1) }
  }
}
