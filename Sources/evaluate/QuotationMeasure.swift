import Entities
import Languages
import NewsModel
import Quotations
import Scoring
import TextBytes

/// PolNeAR, the development part: attributions in US political news.
enum PoliticalQuotations {
  private struct Part: Decodable {
    var start: Int
    var end: Int
  }
  private struct Attribution: Decodable {
    var source: [Part]
    var cue: [Part]
    var content: [Part]
  }
  private struct Document: Decodable {
    var text: String
    var attributions: [Attribution]
  }

  static func figures(_ data: DataFolder) throws -> [Figure] {
    var score = QuotationScore()
    for document in try data.lines("quotes-polnear/dev.jsonl", as: Document.self) {
      let text = SourceText(document.text)
      let reading = LanguageReader().read(text, language: .english)
      let entities = EntityFinder().find(in: reading)
      let found = QuotationFinder().annotate(
        .init(reading: reading, entities: entities.entities, mentions: entities.mentions))
      score.add(expected: expected(document, CodePointIndex(text)), found: found.map(scored), in: text)
    }
    return [
      Figure(name: "direct-precision", value: score.precision),
      Figure(name: "direct-recall", value: score.directRecall, note: "of \(score.direct.expected) direct quotations"),
      Figure(name: "recall", value: score.recall, note: "of \(score.all.expected) attributions"),
      Figure(name: "speaker", value: score.speakerAccuracy, note: "of the direct quotations found"),
      Figure(name: "source-exact", value: score.source.f, note: "F"), Figure(name: "cue-exact", value: score.cue.f),
      Figure(name: "content-exact", value: score.content.f),
    ]
  }

  private static func expected(_ document: Document, _ index: CodePointIndex) -> [QuotationScore.Attribution] {
    func spans(_ parts: [Part]) -> [TextSpan] {
      parts.map { TextSpan(index.byte(atCodePoint: $0.start), index.byte(atCodePoint: $0.end)) }
    }
    return document.attributions.map { .init(source: spans($0.source), cue: spans($0.cue), content: spans($0.content)) }
  }

  private static func scored(_ quotation: Quotation) -> QuotationScore.Attribution {
    var source: [TextSpan] = []
    if let speaker = quotation.speaker, case .text(let span) = speaker.at { source = [span] }
    return .init(
      source: source, cue: quotation.cue.map { [$0] } ?? [],
      content: quotation.parts.isEmpty ? [quotation.content] : quotation.parts,
      names: quotation.speaker.map { [$0.name] } ?? [])
  }
}
