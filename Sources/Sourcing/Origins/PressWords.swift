import Foundation
import Lexicon
import TextBytes

/// Words for those to whom one speaks in public: "reporters", "la prensa". From `Resources/<language>/press.tsv`.
struct PressWords: Sendable {
  static let shared = PressWords()
  private let words: Set<FoldHash>

  private init() {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    let folders = ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted()
    words = Set(
      folders.flatMap { TableFile(root.appendingPathComponent($0).appendingPathComponent("press.tsv")).rows }
        .compactMap { $0.first.map { FoldHash($0) } })
  }

  func contains(_ word: FoldHash) -> Bool { words.contains(word) }
}
