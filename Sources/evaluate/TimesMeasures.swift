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

/// What is found in one line, with its values.
func timesInLine(_ line: String, _ language: String, _ date: String) -> String {
  let letters = Array(line.unicodeScalars)
  let times = found(line, LanguageCode(language), date).map { time in
    var words = String.UnicodeScalarView()
    words.append(contentsOf: letters[time.start..<time.end])
    return "⟦\(String(words))⟧ \(time.type) \(time.value)"
  }
  return line + "\n    " + times.joined(separator: "; ")
}

/// An article with the times that people marked in it and those that the tagger finds, both counted in code points.
struct TimesDocument {
  var id: String
  var text: String
  var gold: [ScoredTime]
  var found: [ScoredTime]
  var published: String?

  /// Which ways of writing count as one.
  var conventions: TimesConventions {
    TimesConventions(published: published.flatMap { Timestamp(iso: $0)?.date }, text: text)
  }
}

/// A gold standard of time expressions.
protocol TimesSet {
  static func documents(_ data: DataFolder) throws -> [TimesDocument]
}

extension TimesSet {
  /// The four figures over all articles, and the value's F over each half: the articles at even places, whose errors may be
  /// read, and those at odd places, which only measure.
  static func figures(_ data: DataFolder) throws -> [Figure] {
    var score = TimesScore()
    var raw = TimesScore()
    var halves = [TimesScore(), TimesScore()]
    for (number, document) in try documents(data).enumerated() {
      score.add(gold: document.gold, found: document.found, conventions: document.conventions)
      raw.add(gold: document.gold, found: document.found)
      halves[number % 2].add(gold: document.gold, found: document.found, conventions: document.conventions)
    }
    return [
      Figure(name: "strict", value: score.f1(score.strict), note: "F of \(score.gold) times"),
      Figure(name: "relaxed", value: score.f1(score.relaxed)),
      Figure(name: "type", value: score.f1(score.type)),
      Figure(name: "value", value: score.valueF1, note: "\(score.untold) without a value left out"),
      Figure(name: "value-as-annotated", value: raw.f1(raw.value), note: "nothing normalised"),
      Figure(name: "value-even", value: halves[0].valueF1, note: "articles whose errors may be read"),
      Figure(name: "value-odd", value: halves[1].valueF1, note: "articles that only measure"),
    ]
  }
}

/// Spanish TempEval-2: 175 news articles.
enum SpanishTimes: TimesSet {
  private struct Document: Decodable {
    var id: String
    var text: String
    var published: String?
    var timexes: [GoldTime]
  }

  static func documents(_ data: DataFolder) throws -> [TimesDocument] {
    try data.lines("times-tempeval2-es/docs.jsonl", as: Document.self).map { document in
      let gold = document.timexes.compactMap { time -> ScoredTime? in
        guard let start = time.start, let end = time.end else { return nil }
        return time.scored(start, end)
      }
      return TimesDocument(
        id: document.id, text: document.text, gold: gold, found: found(document.text, .spanish, document.published),
        published: document.published)
    }
  }
}

/// English MEANTIME: the six sentences of each article that are annotated in full.
enum EnglishTimes: TimesSet {
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

  static func documents(_ data: DataFolder) throws -> [TimesDocument] {
    let articles = try data.lines("multilingual-meantime/en.jsonl", as: Article.self)
    let byID = Dictionary(articles.map { ($0.id, $0) }) { first, _ in first }
    return try data.lines("multilingual-meantime/timexes-en.jsonl", as: Gold.self).compactMap { document in
      guard let published = document.published, let article = byID[document.id] else { return nil }
      let (text, offsets) = plainText(article)
      let gold = document.timexes.compactMap { time -> ScoredTime? in
        guard let sentence = time.sent, sentence <= 5, let tokens = time.tokens,
          let first = tokens.first.flatMap({ offsets[$0] }), let last = tokens.last.flatMap({ offsets[$0] })
        else { return nil }
        return time.scored(first.lowerBound, last.upperBound)
      }
      return TimesDocument(
        id: document.id, text: text, gold: gold, found: found(text, .english, published), published: published)
    }
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
