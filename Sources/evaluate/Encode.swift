import ArgumentParser
import Encoder
import Foundation

/// `evaluate encode`: the encoder alone, for comparison with its Python package and for measures of what its vectors tell.
struct Encode: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Encodes the lines of a file and prints their number, or their vectors.")

  @Argument(help: "A text file; each line is encoded.")
  var file: String

  @Flag(help: "Print the vector of each line, its numbers parted by spaces.")
  var vectors = false

  func run() throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let encoded = try SentenceEncoder.load().encode(lines)
    guard vectors else { return print(encoded.count) }
    for vector in encoded { print(vector.map { String($0) }.joined(separator: " ")) }
  }
}
