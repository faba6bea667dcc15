import Entities
import Foundation
import Languages
import NewsModel
import Quotations
import Scoring
import Testing
import TextBytes

/// Attributions in US political news; read for measuring only.
struct PolNeAR {
  struct Part: Decodable {
    var start: Int
    var end: Int
  }
  struct Attribution: Decodable {
    var source: [Part]
    var cue: [Part]
    var content: [Part]
  }
  struct Document: Decodable {
    var id: String
    var text: String
    var attributions: [Attribution]
  }
  var documents: [Document]

  init?() {
    let root = ProcessInfo.processInfo.environment["STEMMA_DATA"] ?? "../shared/data"
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: root + "/quotes-polnear/dev.jsonl")) else { return nil }
    documents = data.split(separator: 0x0A).compactMap { try? JSONDecoder().decode(Document.self, from: Data($0)) }
  }

  static func expected(_ document: Document, _ index: CodePointIndex) -> [QuotationScore.Attribution] {
    func spans(_ parts: [Part]) -> [TextSpan] {
      parts.map { TextSpan(index.byte(atCodePoint: $0.start), index.byte(atCodePoint: $0.end)) }
    }
    return document.attributions.map { .init(source: spans($0.source), cue: spans($0.cue), content: spans($0.content)) }
  }

  static func found(_ quotation: Quotation) -> QuotationScore.Attribution {
    var source: [TextSpan] = []
    if let speaker = quotation.speaker, case .text(let span) = speaker.at { source = [span] }
    return .init(
      source: source, cue: quotation.cue.map { [$0] } ?? [],
      content: quotation.parts.isEmpty ? [quotation.content] : quotation.parts,
      names: quotation.speaker.map { [$0.name] } ?? [])
  }
}

@Test("attributions in political news keep their measured quality")
func polnear() throws {
  guard let corpus = PolNeAR() else {
    print("skipped: no quotes-polnear under STEMMA_DATA")
    return
  }
  var score = QuotationScore()
  for document in corpus.documents {
    let text = SourceText(document.text)
    let reading = LanguageReader().read(text, language: .english)
    let entities = EntityFinder().find(in: reading)
    let quotations = QuotationFinder().annotate(
      .init(reading: reading, entities: entities.entities, mentions: entities.mentions))
    let expected = PolNeAR.expected(document, CodePointIndex(text))
    let found = quotations.map(PolNeAR.found)
    score.add(expected: expected, found: found, in: text)
  }
  print(
    """
    direct: precision \(score.precision) recall \(score.directRecall) (\(score.direct.right)/\(score.direct.expected)) \
    speaker \(score.speakerAccuracy) recall all \(score.recall)
    exact F: source \(score.source.f) cue \(score.cue.f) content \(score.content.f) found \(score.content.found)
    """)
  #expect(score.directRecall > 0.88)
  #expect(score.precision > 0.92)
  #expect(score.speakerAccuracy > 0.87)
  #expect(score.content.f > 0.41)
}
