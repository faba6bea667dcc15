import ArgumentParser

@main
struct Stemma: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stemma",
    abstract: "Traces a news story to its sources.",
    discussion: """
      Give it the articles that tell a story, as they came off the web: pages flattened to text, HTML, feeds, WARC or JSON. It tells \
      what is claimed, who said it, through whom, and how many independent origins stand behind it. It reports sourcing, never truth.
      """,
    version: "0.1.0",
    subcommands: [
      Read.self, Annotate.self, Group.self, TraceCommand.self, BriefCommand.self, Add.self, SearchCommand.self,
      Show.self,
      ListCommand.self,
      Correct.self, Rebuild.self, Export.self, Serve.self, ServeModel.self, WatchCommand.self, WebhookCommand.self,
      Doctor.self,
    ])

  /// Reads the arguments and runs what they name. A command that never waits stays on the thread that the program began with: the
  /// first one that another thread runs costs a millisecond.
  @MainActor static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }
}
