import ArgumentParser
import Encoder
import Foundation

/// `evaluate encode`: the encoder alone, for comparison with its Python package.
struct Encode: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Encodes the lines of a file and prints their number.")

  @Argument(help: "A text file; each line is encoded.")
  var file: String

  func run() throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    print(try SentenceEncoder.load().encode(lines).count)
  }
}
