import ArgumentParser
import Foundation
import Intake

/// `evaluate feeds`: what is read in feeds, a line of JSON a file, for `Evaluation/feeds.py`.
struct FeedFields: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds", abstract: "Prints what is read in feeds, a JSON object a file.")

  @Argument(help: "Files of feeds, or - for a list of files on standard input.")
  var files: [String]

  func run() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let listed = files == ["-"] ? AnyIterator { readLine() } : AnyIterator(files.makeIterator())
    for file in listed {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      let line = try encoder.encode(Line(file: file, feed: Feed(bytes)))
      FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
  }

  private struct Line: Encodable {
    var file: String
    var version: String
    var bozo: Bool
    var feed: Entry
    var entries: [Entry]

    init(file: String, feed: Feed) {
      self.file = file
      version = feed.version
      bozo = feed.brokenLine != nil
      self.feed = Entry(feed.about)
      entries = feed.entries.map(Entry.init)
    }
  }

  private struct Entry: Encodable {
    var title, link, id, content, summary, published, modified, source, language: String?
    var authors, categories, enclosures: [String]

    init(_ entry: FeedEntry) {
      title = entry.title
      link = entry.link
      id = entry.id
      content = entry.content
      summary = entry.summary
      published = entry.published?.description
      modified = entry.modified?.description
      source = entry.source
      language = entry.language
      authors = entry.authors
      categories = entry.categories
      enclosures = entry.enclosures
    }
  }
}
