import Foundation
import Lexicon
import NewsModel
import TextBytes

/// Tells the language of a text: by its script, and among languages of one script by their commonest words.
public struct LanguageIdentifier: Sendable {
  /// Makes an identifier; the table of common words is loaded once in a process.
  public init() {}

  /// The language of `text`, or of the part at `span`; nil where there is too little to tell by: fewer than two telling words, two
  /// languages that come out alike, or a tenth of foreign function words at most. Reads 64 KiB at most. O(n).
  public func identify(_ text: SourceText, _ span: TextSpan? = nil) -> LanguageCode? {
    let span = span ?? text.span
    var sample = Sample()
    sample.read(text.bytes, TextSpan(span.start, min(span.end, span.start + Self.longest)))
    return sample.language(among: CommonWords.shared)
  }

  private static let longest = 65_536
}

/// The commonest words of each language, by their hash with diacritics.
struct CommonWords: Sendable {
  let languages: [LanguageCode]
  /// For each word the languages that have it, one bit each in the order of `languages`.
  let words: [FoldHash: UInt64]

  static let shared = CommonWords(
    TableFile(Bundle.module.bundleURL.appendingPathComponent("Resources/common-words.tsv")))

  init(_ table: TableFile) {
    var languages: [LanguageCode] = []
    var words: [FoldHash: UInt64] = [:]
    for row in table.rows where row.count >= 2 && languages.count < 64 {
      for word in row[1].split(separator: " ") {
        let bytes = Array(word.utf8)
        words[WordTable.key(bytes, TextSpan(0, bytes.count)), default: 0] |= 1 << UInt64(languages.count)
      }
      languages.append(LanguageCode(row[0]))
    }
    self.languages = languages
    self.words = words
  }
}

/// What a stretch of text shows of its language.
private struct Sample {
  private var letters: [Script: Int] = [:]
  private var words = 0
  /// Telling words by the set of languages that have them.
  private var hits: [UInt64: Int] = [:]

  mutating func read(_ bytes: [UInt8], _ span: TextSpan) {
    let table = CommonWords.shared.words
    var start = -1
    var i = span.start
    while i <= span.end {
      var length = 1
      var isLetter = false
      if i < span.end, let (scalar, width) = decodeScalar(at: i, in: bytes.span) {
        length = width
        isLetter = note(scalar)
      }
      if isLetter, start < 0 { start = i }
      if !isLetter, start >= 0 {
        words += 1
        if i - start <= 24, let languages = table[WordTable.key(bytes, TextSpan(start, i))] {
          hits[languages, default: 0] += 1
        }
        start = -1
      }
      i += length
    }
  }

  /// Counts the script of a letter; whether it is one (an apostrophe inside a word is).
  private mutating func note(_ scalar: UInt32) -> Bool {
    if scalar == 0x27 || scalar == 0x2019 { return false }
    switch scalarClass(scalar) {
    case .upper, .lower, .otherLetter, .mark:
      letters[Script(scalar), default: 0] += 1
      return true
    default: return false
    }
  }

  func language(among table: CommonWords) -> LanguageCode? {
    let total = letters.values.reduce(0, +)
    guard total >= 4 else { return nil }
    let kana = letters[.kana, default: 0]
    let ranked = letters.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
    guard let main = ranked.first else { return nil }
    if kana * 10 >= total, kana + letters[.han, default: 0] + letters[.latin, default: 0] >= total * 9 / 10 {
      return LanguageCode("ja")
    }
    if let only = main.key.onlyLanguage { return main.value * 2 >= total ? only : nil }
    return best(among: table)
  }

  /// The language with the most telling words, each shared out among the languages that have it.
  private func best(among table: CommonWords) -> LanguageCode? {
    var scores = Array(repeating: 0.0, count: table.languages.count)
    for (languages, count) in hits.sorted(by: { $0.key < $1.key }) {
      let share = Double(count) / Double(languages.nonzeroBitCount)
      for k in scores.indices where languages >> UInt64(k) & 1 == 1 { scores[k] += share + Double(count) * 0.5 }
    }
    let order = scores.indices.sorted { (scores[$0], $1) > (scores[$1], $0) }
    guard order.count >= 2, scores[order[0]] >= 1.5, scores[order[0]] * 8 >= Double(words) else { return nil }
    return scores[order[0]] >= scores[order[1]] * 1.06 ? table.languages[order[0]] : nil
  }
}

/// Scripts, as far as they tell languages apart.
private enum Script: UInt8 {
  case latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, thai, devanagari, other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0..<0x300, 0x1E00...0x1EFF: self = .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
    case 0x400...0x52F: self = .cyrillic
    case 0x590...0x5FF: self = .hebrew
    case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
    case 0x900...0x97F: self = .devanagari
    case 0xE00...0xE7F: self = .thai
    case 0x3040...0x30FF: self = .kana
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
    case 0x1100...0x11FF, 0xAC00...0xD7AF: self = .hangul
    default: self = .other
    }
  }

  /// The language that a text in this script is in, where there is but one to think of.
  var onlyLanguage: LanguageCode? {
    switch self {
    case .greek: LanguageCode("el")
    case .arabic: LanguageCode("ar")
    case .hebrew: LanguageCode("he")
    case .han: LanguageCode("zh")
    case .kana: LanguageCode("ja")
    case .hangul: LanguageCode("ko")
    case .thai: LanguageCode("th")
    case .devanagari: LanguageCode("hi")
    default: nil
    }
  }
}
