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

  static let shared = CommonWords(LanguageFolder.resources)

  init(_ folder: ResourceFolder) {
    var languages: [LanguageCode] = []
    var words: [FoldHash: UInt64] = [:]
    words.reserveCapacity(6_000)
    TableBytes(path: folder["common-words.tsv"]).forEachRow { row in
      guard row.count >= 2, languages.count < 64 else { return }
      let language: UInt64 = 1 << UInt64(languages.count)
      Self.forEachWord(row.bytes, row.fields[1]) { words[$0, default: 0] |= language }
      TableBytes(path: folder["\(row[0])/function-words.tsv"]).forEachRow { row in
        words[WordTable.key(row.bytes, row.fields[0]), default: 0] |= language
      }
      languages.append(LanguageCode(row[0]))
    }
    self.languages = languages
    self.words = words
  }

  /// Calls `body` with the keys of words that are parted by blanks.
  private static func forEachWord(_ bytes: [UInt8], _ span: TextSpan, _ body: (FoldHash) -> Void) {
    let view = bytes.span
    var start = span.start
    for i in span.start...span.end where i == span.end || view[i] == 0x20 {
      if i > start { body(WordTable.key(bytes, TextSpan(start, i))) }
      start = i + 1
    }
  }
}

/// What a stretch of text shows of its language.
private struct Sample {
  /// Letters by the number of their script.
  private var letters = Array(repeating: 0, count: Script.count)
  private var words = 0
  /// Telling words by the set of languages that have them.
  private var hits: [UInt64: Int] = [:]
  /// Two different telling words, where there are so many.
  private var witnesses: Set<FoldHash> = []
  /// Particles that a name may hold ("de la", "van der"), until the word behind them tells: a name is in no language.
  private var particles: [FoldHash] = []
  private var followsName = false

  mutating func read(_ bytes: [UInt8], _ span: TextSpan) {
    let table = CommonWords.shared.words
    let view = bytes.span
    var latin = 0
    var start = -1
    var i = span.start
    while i <= span.end {
      var length = 1
      var isLetter = false
      if i < span.end, view[i] < 0x80 {
        let isLatin = (0x61...0x7A).contains(view[i] | 0x20)
        if isLatin { latin += 1 }
        isLetter = isLatin || view[i] == 0x27 && start >= 0
      } else if i < span.end, let (scalar, width) = decodeScalar(at: i, in: view) {
        length = width
        isLetter = note(scalar, inWord: start >= 0)
      }
      if isLetter, start < 0 { start = i }
      if !isLetter, start >= 0 {
        words += 1
        if isWord(bytes, start..<i, span) { note(bytes, TextSpan(start, i), table) }
        start = -1
      }
      i += length
    }
    letters[Int(Script.latin.rawValue)] += latin
    for particle in particles { count(particle, table) }
  }

  private mutating func note(_ bytes: [UInt8], _ word: TextSpan, _ table: [FoldHash: UInt64]) {
    let isCapitalized = isCapitalized(bytes, word)
    let key = WordTable.key(bytes, word)
    if isCapitalized || followsName, Lexicon.shared.nameParticles.contains(FoldHash(bytes, word)) {
      particles.append(key)
      followsName = true
      return
    }
    if !isCapitalized { for particle in particles { count(particle, table) } }
    particles = []
    followsName = isCapitalized
    count(key, table)
  }

  /// Whether a word begins with a capital and goes on without: "Ruiz", not "OVALLE".
  private func isCapitalized(_ bytes: [UInt8], _ word: TextSpan) -> Bool {
    guard let (first, width) = decodeScalar(at: word.start, in: bytes.span), scalarClass(first) == .upper,
      word.start + width < word.end, let (second, _) = decodeScalar(at: word.start + width, in: bytes.span)
    else { return false }
    return scalarClass(second) != .upper
  }

  private mutating func count(_ word: FoldHash, _ table: [FoldHash: UInt64]) {
    guard let languages = table[word] else { return }
    hits[languages, default: 0] += 1
    if witnesses.count < 2 { witnesses.insert(word) }
  }

  /// Whether letters are a word, not a part of an address, nor one letter of "U.S.".
  private func isWord(_ bytes: [UInt8], _ word: Range<Int>, _ span: TextSpan) -> Bool {
    let before = word.lowerBound > span.start ? bytes[word.lowerBound - 1] : 0x20
    let behind = word.upperBound < span.end ? bytes[word.upperBound] : 0x20
    if word.count == 1 { return bytes[word.lowerBound] >= 0x61 && before == 0x20 && behind == 0x20 }
    if Self.addressMarks.contains(before) || before == 0x2E || Self.addressMarks.contains(behind) { return false }
    let glued = behind == 0x2E && word.upperBound + 1 < span.end && bytes[word.upperBound + 1] | 0x20 >= 0x61
    return word.count <= 24 && !glued
  }
  private static let addressMarks: [UInt8] = [0x2F, 0x40, 0x5F, 0x23]

  /// Counts the script of a letter; whether the scalar belongs to a word (an apostrophe inside one does).
  private mutating func note(_ scalar: UInt32, inWord: Bool) -> Bool {
    if scalar == 0x27 || scalar == 0x2019 { return inWord }
    switch scalarClass(scalar) {
    case .upper, .lower, .otherLetter, .mark:
      letters[Int(Script(scalar).rawValue)] += 1
      return true
    default: return false
    }
  }

  func language(among table: CommonWords) -> LanguageCode? {
    let total = letters.reduce(0, +)
    guard total >= 4 else { return nil }
    func share(_ script: Script) -> Int { letters[Int(script.rawValue)] }
    if share(.kana) * 10 >= total, (share(.kana) + share(.han) + share(.latin)) * 10 >= total * 9 {
      return LanguageCode("ja")
    }
    let most = letters.indices.max { (letters[$0], $1) < (letters[$1], $0) } ?? 0
    if let only = Script(rawValue: UInt8(most))?.onlyLanguage { return letters[most] * 2 >= total ? only : nil }
    guard witnesses.count > 1 else { return nil }
    return best(among: table)
  }

  /// Fewer telling words than this are thin evidence.
  private static let thin = 6

  /// The best of the languages with a folder, where it comes as near to the best of all as chance does, and no other of them does.
  private func readDeeply(_ order: [Int], _ scores: [Double], _ table: CommonWords) -> LanguageCode? {
    let near = order.prefix { scores[$0] >= scores[order[0]] * 0.8 }
      .filter { LanguageFolder.languages.contains(table.languages[$0]) }
    guard let mine = near.first, near.count < 2 || scores[mine] >= scores[near[1]] * 1.06 else { return nil }
    return table.languages[mine]
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
    let evidence = hits.values.reduce(0, +)
    if evidence < Self.thin, let near = readDeeply(order, scores, table) { return near }
    if evidence < 3, !LanguageFolder.languages.contains(table.languages[order[0]]) { return nil }
    return scores[order[0]] >= scores[order[1]] * 1.06 ? table.languages[order[0]] : nil
  }
}

/// Scripts, as far as they tell languages apart.
private enum Script: UInt8 {
  case latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, thai, devanagari, other
  static let count = 11

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
