import Archive
import ArgumentParser
import Briefing
import Contract
import Desk
import Engine
import Foundation
import NewsModel

/// `stemma export`.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints what an archive holds, in the formats of the field.",
    discussion: """
      json is one document, as `trace --format json` prints; jsonl is a line a story, or with --articles a line an article, which `annotate`, \
      `trace` and `add` read again. These two are written story by story; every other format takes the memory of all that are asked for.
      """)

  @Argument(help: "Ids of stories; by default all.")
  var stories: [String] = []
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: "How the stories are printed; docs/FORMATS.md tells of each.")
  var format = StoryFormat.field(.json)
  @Flag(help: "Articles with their annotations, a line each, and no stories.")
  var articles = false
  @Option(name: [.short, .long], help: "Write to this file instead of standard output.")
  var output: String?

  func run() async throws {
    try Failing.run {
      let archive = try place.open(.read)
      let stored = try StoredStories(archive, weights)
      let ids = stories.isEmpty ? try archive.read { try $0.stories(.arrival).map(\.id) } : stories.map { ID($0) }
      if !articles, ![.field(.json), .field(.jsonl)].contains(format) { return try write(ids, stored) }
      let out = try Output(output)
      if isJSON, !articles { out.write("{\"derivations\":[],\"stories\":[") }
      for (number, id) in ids.enumerated() {
        let wire = StoryWriter(try stored.story(id)).write()
        if articles {
          for article in wire.articles { out.write(try JSONText.line(article) + "\n") }
        } else if !isJSON {
          out.write(try JSONText.line(wire) + "\n")
        } else {
          out.write((number > 0 ? "," : "") + "\n" + (try JSONText.line(wire)))
        }
      }
      if isJSON, !articles { out.write("\n]}\n") }
    }
  }

  private var isJSON: Bool { format == .field(.json) }

  private func write(_ ids: [ID<Story>], _ stored: StoredStories) throws {
    let stories = try ids.map(stored.story)
    let options = ReportOptions(width: Console.width, color: false, allClaims: true)
    try StoryOutput(format: format, options: options, path: output)
      .write(Trace(stories: stories)) { try stored.documents(of: stories) }
  }

  /// Standard output, or a file.
  private struct Output {
    private let handle: FileHandle?

    init(_ path: String?) throws {
      guard let path else {
        handle = nil
        return
      }
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let file = FileHandle(forWritingAtPath: path)
      else { throw ValidationError("cannot write \(path); check the folder and its permissions") }
      handle = file
    }

    func write(_ text: String) {
      guard let handle else { return Console.write(text) }
      handle.write(Data(text.utf8))
    }
  }
}
