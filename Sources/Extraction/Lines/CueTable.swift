import Foundation
import Lexicon
import NewsModel
import TextBytes

/// Phrases that tell furniture, of all languages together: pages mix them.
struct CueTable: Sendable {
  /// Where in a line the phrase must stand.
  enum Place: String, Sendable { case whole, start, end, any }
  struct Cue: Sendable {
    var reason: Removal.Reason
    /// 1 counts in short lines and beside others, 2 tells unless the line is a long sentence, 3 tells alone.
    var strength: Int
    var place: Place
  }
  private let phrases: PhraseTable<Int>
  private let cues: [[Cue]]

  static let shared = CueTable()

  init() {
    var cues: [[Cue]] = []
    var numbers: [FoldHash: Int] = [:]
    var words = PhraseTable<Int>()
    words.reserve(8_000)
    numbers.reserveCapacity(6_000)
    for folder in ExtractionTables.languageFolders {
      TableBytes(folder.appendingPathComponent("cues.tsv")).forEachRow { row in
        guard row.count >= 4, let reason = Removal.Reason(rawValue: row[0]), let strength = Int(row[1]),
          let place = Place(rawValue: row[2])
        else { return }
        let key = FoldHash(phrase: row.bytes, row.fields[3])
        let cue = Cue(reason: reason, strength: strength, place: place)
        if let number = numbers[key] { return cues[number].append(cue) }
        numbers[key] = cues.count
        words.insert(phrase: row.bytes, row.fields[3], cues.count)
        cues.append([cue])
      }
    }
    (phrases, self.cues) = (words, cues)
  }

  /// Adds up the cues in the words whose hashes are `folds`. O(words).
  func scores(_ folds: [FoldHash]) -> CueScores {
    var scores = CueScores()
    for i in folds.indices {
      // Every phrase that begins here counts, not only the longest: "photo" and "photo :" differ in place.
      var end = folds.count
      while end > i, let match = phrases.longestMatch(at: i, count: end, fold: { folds[$0] }) {
        for cue in cues[match.value] where stands(cue, i, match.length, folds.count) {
          let isWhole = cue.place == .whole
          scores.add(cue.reason, strength: isWhole ? 3 : cue.strength, opens: isWhole || cue.place == .start)
        }
        end = i + match.length - 1
      }
    }
    return scores
  }

  private func stands(_ cue: Cue, _ start: Int, _ length: Int, _ count: Int) -> Bool {
    switch cue.place {
    case .whole: start == 0 && length == count
    case .start: start == 0
    case .end: start + length == count
    // A photo agency in the middle of a sentence is the subject of a story, not a credit.
    case .any: cue.reason != .credit || start == 0 || count - start - length <= 6
    }
  }
}

/// Where this target's tables lie.
enum ExtractionTables {
  static let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
  /// The folders of the languages, by code.
  static let languageFolders: [URL] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { $0.utf8.count == 2 }.sorted().map { root.appendingPathComponent($0) }
  }()
}
