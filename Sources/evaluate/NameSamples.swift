import ArgumentParser
import Entities
import Foundation
import Languages
import NewsModel
import TextBytes

/// `evaluate name-samples`: what the model of name types is trained on.
struct NameSamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a sample a name of tagged corpora, for Training/Names.",
    discussion: "A file is named corpus.language.tsv; its lines are `token TAB tag`, documents apart by -DOCSTART-.")

  @Argument(help: "Files that Training/Names/corpora.py wrote.")
  var corpora: [String]

  func run() throws {
    for path in corpora {
      let language = URL(fileURLWithPath: path).deletingPathExtension().pathExtension
      for document in try String(contentsOfFile: path, encoding: .utf8).split(separator: "-DOCSTART-\n") {
        let (text, tags) = read(document)
        let reading = LanguageReader().read(text, language: LanguageCode(language))
        for sample in TypeSamples.samples(reading, tags: tags) { print(sample) }
      }
    }
  }

  /// The text of a document, a sentence a line, set as print sets it, and the type of each token.
  private func read(_ document: Substring) -> (SourceText, [(span: TextSpan, type: String)]) {
    let glued: Set<String> = [".", ",", ";", ":", "!", "?", ")", "]", "'s", "n't", "%", "''", "”", "»"]
    var bytes: [UInt8] = []
    var tags: [(span: TextSpan, type: String)] = []
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else {
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        continue
      }
      let token = String(fields[0])
      if let last = bytes.last, last != 0x0A, last != UInt8(ascii: "("), !glued.contains(token) { bytes.append(0x20) }
      let start = bytes.count
      bytes += Array(token.utf8)
      let tag = String(fields[1])
      tags.append((TextSpan(start, bytes.count), tag.utf8.count == 1 ? tag : String(tag.dropFirst(2))))
    }
    return (SourceText(repairing: bytes), tags)
  }
}

/// `evaluate name-knowledge`: packs what `Training/Names/knowledge.py` gathers.
struct NameKnowledgeFile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "name-knowledge",
    abstract: "Packs lines of `part TAB name TAB value` into the file that the tagger reads.")

  @Argument(help: "The lines; a part is a number from 0.")
  var input: String

  @Argument(help: "The file to write.")
  var output: String

  func run() throws {
    var rows: [(part: NameKnowledge.Part, name: String, value: UInt8)] = []
    for line in try String(contentsOfFile: input, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let part = Int(fields[0]).flatMap(NameKnowledge.Part.init(rawValue:)),
        let value = UInt8(fields[2])
      else { throw ValidationError("not a line of part, name and value: \(line)") }
      rows.append((part, String(fields[1]), value))
    }
    try Data(NameKnowledge.pack(rows)).write(to: URL(fileURLWithPath: output))
  }
}
