import Foundation
import Languages
import NewsModel
import Scoring
import Testing
import TextBytes
import Times

/// The measured floors, on data that is not part of the project: without it these tests say so and end.
@Suite("Times against gold")
struct TimesGoldTests {
  @Test("Spanish TempEval-2, 175 articles")
  func spanish() throws {
    guard let lines = dataLines("times-tempeval2-es/docs.jsonl") else { return }
    var score = TimesScore()
    for document in lines {
      guard let text = document["text"] as? String, let times = document["timexes"] as? [[String: Any]] else {
        continue
      }
      let gold = times.compactMap { scored($0, start: $0["start"] as? Int, end: $0["end"] as? Int) }
      score.add(
        gold: gold, found: system(text, "es", document["published"] as? String), normalize: normalizedTempEval2)
    }
    report("Spanish TempEval-2", score)
    #expect(score.f1(score.value) >= 0.83)
    #expect(score.f1(score.strict) >= 0.87)
    #expect(score.f1(score.relaxed) >= 0.92)
  }

  @Test("English MEANTIME, sentences 0 to 5")
  func english() throws {
    guard let articles = dataLines("multilingual-meantime/en.jsonl"),
      let golds = dataLines("multilingual-meantime/timexes-en.jsonl")
    else { return }
    var byID: [String: [String: Any]] = [:]
    for article in articles { if let id = article["id"] as? String { byID[id] = article } }
    var score = TimesScore()
    for document in golds {
      guard let published = document["published"] as? String, let id = document["id"] as? String,
        let article = byID[id], let times = document["timexes"] as? [[String: Any]]
      else { continue }
      let (text, offsets) = plainText(article)
      let gold: [ScoredTime] = times.compactMap { time in
        guard let sentence = time["sent"] as? Int, sentence <= 5, let tokens = time["tokens"] as? [Int],
          let first = tokens.first.flatMap({ offsets[$0] }), let last = tokens.last.flatMap({ offsets[$0] })
        else { return nil }
        return scored(time, start: first.lowerBound, end: last.upperBound)
      }
      score.add(gold: gold, found: system(text, "en", published))
    }
    report("English MEANTIME", score)
    #expect(score.gold == 197)
    #expect(score.f1(score.value) >= 0.842)
    #expect(score.f1(score.strict) >= 0.873)
    #expect(score.f1(score.relaxed) >= 0.93)
  }

  /// The first six sentences, a line each, and the code points of each token, whose numbers run on over the document.
  private func plainText(_ article: [String: Any]) -> (String, [Int: Range<Int>]) {
    var text = ""
    var offsets: [Int: Range<Int>] = [:]
    var number = 0
    var position = 0
    for sentence in (article["sentences"] as? [[String: Any]] ?? []).prefix(while: { $0["i"] as? Int ?? 9 <= 5 }) {
      for token in sentence["tokens"] as? [String] ?? [] {
        let length = token.unicodeScalars.count
        offsets[number] = position..<(position + length)
        text += token + " "
        position += length + 1
        number += 1
      }
      text += "\n"
      position += 1
    }
    return (text, offsets)
  }

  private func scored(_ time: [String: Any], start: Int?, end: Int?) -> ScoredTime? {
    guard let start, let end else { return nil }
    return ScoredTime(
      start: start, end: end, type: time["type"] as? String ?? "", value: time["value"] as? String ?? "")
  }

  private func system(_ string: String, _ language: String, _ published: String?) -> [ScoredTime] {
    let text = SourceText(string)
    let reading = LanguageReader().read(text, language: LanguageCode(language))
    let index = CodePointIndex(text)
    return TimeTagger().annotate(.init(reading: reading, reference: published.flatMap { Timestamp(iso: $0) })).map {
      ScoredTime(
        start: index.codePoint(atByte: $0.span.start), end: index.codePoint(atByte: $0.span.end),
        type: $0.kind.rawValue, value: $0.value?.text ?? "")
    }
  }

  private func report(_ name: String, _ score: TimesScore) {
    func digits(_ right: Int) -> String { String(format: "%.3f", score.f1(right)) }
    print(
      "\(name): strict \(digits(score.strict)) relaxed \(digits(score.relaxed)) type \(digits(score.type)) value \(digits(score.value))"
    )
  }

  private func dataLines(_ path: String) -> [[String: Any]]? {
    let root = ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data"
    guard let data = FileManager.default.contents(atPath: root + "/" + path) else {
      print("skipped: \(path) is not under STEMMA_DATA (default ../shared/data)")
      return nil
    }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }
}
