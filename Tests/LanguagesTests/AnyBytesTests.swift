import NewsModel
import Testing
import TextBytes

@testable import Languages

/// A small generator with a seed, so that a failing input comes again.
private struct Seeded {
  var state: UInt64
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}

private let pieces = [
  "a", "B", "é", "n't", "'s", "’", "“", "”", ".", "..", "…", "!", "?", " ", "\n", "\t", "-", "—", "1", "2.", ",5", "@",
  ".com", "http://", "¿", "¡",
  "e\u{301}", "\u{301}", "🙂", "中", "ب", "\u{200B}", "\u{FEFF}", "\u{FFFD}", "º", "(", ")", "U.S.", "Mr.", "&", "\u{0}",
  "That ", "said ", "to ", "and ",
]

@Test("any text is read, every byte in order, without a crash", arguments: ["en", "es", "pt", "und", "zz"])
func anyText(_ language: String) {
  for seed in 1...300 {
    var random = Seeded(state: UInt64(seed))
    let source = (0..<(1 + random.next(below: 60))).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    let reading = LanguageReader().read(SourceText(source), language: LanguageCode(language))
    var end = 0
    for token in reading.tokens {
      #expect(token.span.start >= end && token.span.end > token.span.start, "\(seed): \(source)")
      end = token.span.end
    }
    let covered = reading.sentences.flatMap { Array($0.tokens) }
    #expect(covered == Array(reading.tokens.indices), "\(seed): \(source)")
  }
}

@Test(
  "the time to read grows with the length, whatever is repeated",
  arguments: [
    "a", "1", ".", "’", "“", "a.", "a'", "a-", "1.", "!?", "very ", "and killed ", ")(", "A", "é", "a@", ".com",
    "http://", "U.S.", "..a",
  ])
func linear(_ piece: String) {
  let reader = LanguageReader()
  _ = reader.read(SourceText("warm up"), language: .english)
  func seconds(_ times: Int) -> Double {
    let text = SourceText(String(repeating: piece, count: times))
    let clock = ContinuousClock()
    let elapsed = clock.measure { _ = reader.read(text, language: .english) }
    return Double(elapsed.components.attoseconds) / 1e18 + Double(elapsed.components.seconds)
  }
  let small = seconds(2_000)
  let large = seconds(16_000)
  // Eight times as much text; a square would take 64 times as long.
  #expect(large < max(small, 0.02) * 30)
}
