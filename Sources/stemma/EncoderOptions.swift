import ArgumentParser
import Encoder
import Foundation

/// Where the sentence encoder's weights are.
struct EncoderOptions: ParsableArguments {
  @Option(help: "The encoder's weights, if they are not in the cache folder.")
  var weights: String?

  @Flag(help: "Do without the encoder: faster, but matching over languages is weaker.")
  var noEncoder = false

  /// The encoder, or nil with a warning where its weights are not installed or damaged.
  func load() -> (any TextEncoding)? {
    guard !noEncoder else { return nil }
    do {
      return try SentenceEncoder.load(from: weights.map { URL(fileURLWithPath: $0) })
    } catch {
      Console.note("warning: \(error); going on without the encoder, so matching over languages is weaker")
      return nil
    }
  }
}
