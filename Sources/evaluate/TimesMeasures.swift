import Languages
import NewsModel
import Scoring
import TextBytes
import Times

/// A TIMEX3 expression as the data sets write it.
private struct GoldTime: Decodable {
  var type: String?
  var value: String?
  var start: Int?
  var end: Int?
  var sent: Int?
  var tokens: [Int]?

  func scored(_ start: Int, _ end: Int) -> ScoredTime {
    ScoredTime(start: start, end: end, type: type ?? "", value: value ?? "")
  }
}

private func found(_ string: String, _ language: LanguageCode, _ published: String?) -> [ScoredTime] {
  let text = SourceText(string)
  let reading = LanguageReader().read(text, language: language)
  let index = CodePointIndex(text)
  return TimeTagger().annotate(.init(reading: reading, reference: published.flatMap { Timestamp(iso: $0) })).map {
    ScoredTime(
      start: index.codePoint(atByte: $0.span.start), end: index.codePoint(atByte: $0.span.end), type: $0.kind.rawValue,
      value: $0.value?.text ?? "")
  }
}

extension TimesScore {
  fileprivate var figures: [Figure] {
    [
      Figure(name: "strict", value: f1(strict), note: "F of \(gold) times"),
      Figure(name: "relaxed", value: f1(relaxed)),
      Figure(name: "type", value: f1(type)), Figure(name: "value", value: f1(value)),
    ]
  }
}

/// Spanish TempEval-2: 175 news articles.
enum SpanishTimes {
  private struct Document: Decodable {
    var text: String
    var published: String?
    var timexes: [GoldTime]
  }

  static func figures(_ data: DataFolder) throws -> [Figure] {
    var score = TimesScore()
    for document in try data.lines("times-tempeval2-es/docs.jsonl", as: Document.self) {
      let gold = document.timexes.compactMap { time -> ScoredTime? in
        guard let start = time.start, let end = time.end else { return nil }
        return time.scored(start, end)
      }
      score.add(gold: gold, found: found(document.text, .spanish, document.published), normalize: normalizedTempEval2)
    }
    return score.figures
  }
}

/// English MEANTIME: the six sentences of each article that are annotated in full.
enum EnglishTimes {
  private struct Article: Decodable {
    struct Sentence: Decodable {
      var i: Int
      var tokens: [String]
    }
    var id: String
    var sentences: [Sentence]
  }
  private struct Gold: Decodable {
    var id: String
    var published: String?
    var timexes: [GoldTime]
  }

  static func figures(_ data: DataFolder) throws -> [Figure] {
    let articles = try data.lines("multilingual-meantime/en.jsonl", as: Article.self)
    let byID = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
    var score = TimesScore()
    for document in try data.lines("multilingual-meantime/timexes-en.jsonl", as: Gold.self) {
      guard let published = document.published, let article = byID[document.id] else { continue }
      let (text, offsets) = plainText(article)
      let gold = document.timexes.compactMap { time -> ScoredTime? in
        guard let sentence = time.sent, sentence <= 5, let tokens = time.tokens,
          let first = tokens.first.flatMap({ offsets[$0] }), let last = tokens.last.flatMap({ offsets[$0] })
        else { return nil }
        return time.scored(first.lowerBound, last.upperBound)
      }
      score.add(gold: gold, found: found(text, .english, published))
    }
    return score.figures
  }

  /// The first six sentences, a line each, and the code points of each token, whose numbers run on over the document.
  private static func plainText(_ article: Article) -> (String, [Int: Range<Int>]) {
    var text = ""
    var offsets: [Int: Range<Int>] = [:]
    var number = 0
    var position = 0
    for sentence in article.sentences.prefix(while: { $0.i <= 5 }) {
      for token in sentence.tokens {
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
}
