import Events
import Foundation
import Languages
import NewsModel
import Scoring
import Testing
import TextBytes

/// The unit records of PETRARCH2 (MIT): made-up sentences with coded events. Only the types are compared.
@Suite("PETRARCH unit records")
struct PetrarchTests {
  private struct Record: Decodable {
    struct Code: Decodable {
      let eventcode: String?
      let error: String?
    }
    let text: String
    let events: [Code]
  }

  private static var file: URL {
    let root = ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data"
    return URL(fileURLWithPath: root).appendingPathComponent("events-petrarch-plover/unit-records.jsonl")
  }

  /// Runs of capitalised words: the records' actors are imaginary, so no table knows them.
  private func actors(_ reading: Reading) -> (entities: [Entity], mentions: [Mention]) {
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

  @Test("Types of events", .enabled(if: FileManager.default.fileExists(atPath: file.path), "no \(file.path)"))
  func types() throws {
    var score = EventTypeScore()
    let show = ProcessInfo.processInfo.environment["EVENTS_SHOW"] != nil
    for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      guard !record.events.contains(where: { $0.error != nil }) else { continue }
      let expected = record.events.compactMap { $0.eventcode.map(EventTypeScore.types(ofCode:)) }.filter { !$0.isEmpty }
      let reading = LanguageReader().read(SourceText(record.text), language: LanguageCode("en"))
      let (entities, mentions) = actors(reading)
      let events = EventFinder().annotate(.init(reading: reading, entities: entities, mentions: mentions))
      let found = Set(events.map(\.type))
      score.add(expected: expected, found: found)
      if show, expected.isEmpty != found.isEmpty || expected.contains(where: { $0.isDisjoint(with: found) }) {
        print(record.events.map { $0.eventcode ?? "-" }, found.sorted(), record.text)
      }
    }
    print(
      "types: precision \(score.precision) recall \(score.recall) F \(score.f); \(score.falseAlarms) of \(score.empty) empty sentences"
    )
    #expect(score.f > 0.4)
  }
}
