import Events
import Languages
import NewsModel
import Scoring
import TextBytes

/// The unit records of PETRARCH2: made-up sentences with coded events, of which the types are compared.
enum EventTypes {
  private struct Record: Decodable {
    struct Code: Decodable {
      var eventcode: String?
      var error: String?
    }
    var text: String
    var events: [Code]
  }

  static func figures(_ data: DataFolder) throws -> [Figure] {
    var score = EventTypeScore()
    for record in try data.lines("events-petrarch-plover/unit-records.jsonl", as: Record.self) {
      guard !record.events.contains(where: { $0.error != nil }) else { continue }
      let expected = record.events.compactMap { $0.eventcode.map(EventTypeScore.types(ofCode:)) }.filter { !$0.isEmpty }
      let reading = LanguageReader().read(SourceText(record.text), language: .english)
      let (entities, mentions) = actors(reading)
      let events = EventFinder().annotate(.init(reading: reading, entities: entities, mentions: mentions))
      score.add(expected: expected, found: Set(events.map(\.type)))
    }
    return [
      Figure(name: "type-precision", value: score.precision), Figure(name: "type-recall", value: score.recall),
      Figure(name: "type-f", value: score.f, note: "\(score.falseAlarms) of \(score.empty) empty sentences gave one"),
    ]
  }

  /// Runs of capitalised words: the records' actors are imaginary, so no table knows them.
  private static func actors(_ reading: Reading) -> (entities: [Entity], mentions: [Mention]) {
    var entities: [Entity] = []
    var mentions: [Mention] = []
    for sentence in reading.sentences {
      var start: Int?
      for i in sentence.tokens.lowerBound...sentence.tokens.upperBound {
        let isName = i < sentence.tokens.upperBound && reading.tokens[i].classes.contains(.properNoun)
        if isName, start == nil { start = i }
        if !isName, let first = start, let span = reading.span(ofTokens: first..<i) {
          entities.append(Entity(type: .organization, name: reading.text[span]))
          mentions.append(Mention(span: span, kind: .name, type: .organization, entity: entities.count - 1))
          start = nil
        }
      }
    }
    return (entities, mentions)
  }
}
