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
  private var phrases = PhraseTable<Int32>()
  /// The cues of a phrase one behind the other: each with the place of the next, 0 behind the last.
  private var cues: [(cue: Cue, next: Int32)] = []
  /// A bit for each word that begins a phrase, by its hash: most words of a page begin none, and need not be looked up.
  private var heads = [UInt64](repeating: 0, count: 512)

  static let shared = CueTable()

  init() {
    phrases.reserve(8_000)
    cues.reserveCapacity(6_000)
    for folder in ExtractionTables.languageFolders { read(TableBytes(path: "\(folder)/cues.tsv")) }
  }

  /// Columns: reason, strength, place, phrase. Rows that agree in the first three stand together.
  private mutating func read(_ table: TableBytes) {
    var last: (row: TableBytes.Row, cue: Cue)?
    table.forEachRow { row in
      guard row.count >= 4 else { return }
      if let known = last, row.begins(as: known.row, fields: 3) { return add(known.cue, row) }
      guard let cue = Cue(row) else { return }
      last = (row, cue)
      add(cue, row)
    }
  }

  private mutating func add(_ cue: Cue, _ row: TableBytes.Row) {
    let number = Int32(cues.count)
    guard let first = phrases.insert(phrase: row.bytes, row.fields[3], number) else { return }
    cues.append((cue, 0))
    noteHead(row.bytes, row.fields[3])
    guard first != number else { return }
    var end = Int(first)
    while cues[end].next > 0 { end = Int(cues[end].next) }
    cues[end].next = number
  }

  private mutating func noteHead(_ bytes: [UInt8], _ phrase: TextSpan) {
    var end = phrase.start
    while end < phrase.end, bytes[end] != 0x20 { end += 1 }
    let (word, bit) = Self.place(FoldHash(bytes, TextSpan(phrase.start, end)))
    heads[word] |= bit
  }

  private static func place(_ fold: FoldHash) -> (word: Int, bit: UInt64) {
    let mixed = fold.value &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: mixed >> 55), 1 << (mixed >> 49 & 63))
  }

  private func mayBegin(_ fold: FoldHash) -> Bool {
    let (word, bit) = Self.place(fold)
    return heads[word] & bit != 0
  }

  /// Adds up the cues in the words whose hashes are `folds`. O(words).
  func scores(_ folds: [FoldHash]) -> CueScores {
    var scores = CueScores()
    for i in folds.indices where mayBegin(folds[i]) {
      // Every phrase that begins here counts, not only the longest: "photo" and "photo :" differ in place.
      var end = folds.count
      while end > i, let match = phrases.longestMatch(at: i, count: end, fold: { folds[$0] }) {
        var number = match.value
        repeat {
          let (cue, next) = cues[Int(number)]
          if stands(cue, i, match.length, folds.count) {
            let isWhole = cue.place == .whole
            scores.add(cue.reason, strength: isWhole ? 3 : cue.strength, opens: isWhole || cue.place == .start)
          }
          number = next
        } while number > 0
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
  static let root = ResourceFolder("Extraction", else: .module)
  static let languages = root.languages
  /// The folders of the languages, by code.
  static let languageFolders = languages.map { root[$0] }
}

extension CueTable.Cue {
  fileprivate init?(_ row: TableBytes.Row) {
    guard let reason = Removal.Reason(rawValue: row[0]), let strength = Int(row[1]),
      let place = CueTable.Place(rawValue: row[2])
    else { return nil }
    self.init(reason: reason, strength: strength, place: place)
  }
}
