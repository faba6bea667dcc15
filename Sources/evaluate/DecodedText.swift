import ArgumentParser
import Foundation
import Intake

/// `evaluate text`: how files are decoded, a line of JSON a file, for `Evaluation/charsets.py`.
struct DecodedText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Prints the decoded text of files and their encoding, a JSON object a file.")

  @Argument(help: "Files of text.")
  var files: [String]

  func run() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for file in files {
      let (text, encoding) = decodedText([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
      let line = try encoder.encode(["file": file, "text": text.string, "encoding": encoding])
      FileHandle.standardOutput.write(line + Data("\n".utf8))
    }
  }
}
