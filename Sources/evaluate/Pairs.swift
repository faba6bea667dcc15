import ArgumentParser
import Encoder
import Engine
import Foundation
import Intake
import NewsModel
import Reuse

/// `evaluate pairs`: what a model of aligned propositions is trained on.
struct Pairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints a story's propositions and the evidence on their pairs as JSON, for Training/Alignment.")

  @Argument(help: "Files of one story.")
  var inputs: [String]

  private struct Sheet: Encodable {
    var evidence: [String]
    var articles: [Text]
    var propositions: [Passage]
    /// Two proposition numbers and the evidence's values, a row a pair.
    var pairs: [[Double]]
  }
  private struct Text: Encodable {
    var id: String
    /// Title, deck and body; positions are bytes of it.
    var text: String
  }
  private struct Passage: Encodable {
    var article: Int
    var start: Int
    var end: Int
    var form: UInt8
    var sentence: Int
    var counts: Bool
    var wording: String
  }

  func run() throws {
    var stream = DocumentStream(inputs)
    let engine = Engine()
    var articles: [AnnotatedArticle] = []
    while let item = stream.next() {
      if case .document(let document) = try item.get() { articles.append(engine.annotate(engine.read(document))) }
    }
    let tracer = StoryTracer(encoder: try SentenceEncoder.load())
    let draft = tracer.draft(articles)
    let sheet = Sheet(
      evidence: PairEvidence.Kind.allCases.map { "\($0)" },
      articles: draft.articles.map { Text(id: $0.article.id.raw, text: $0.article.text.string) },
      propositions: draft.propositions.map {
        Passage(
          article: $0.passage.article, start: $0.passage.span.start, end: $0.passage.span.end, form: $0.form.rawValue,
          sentence: $0.sentence, counts: $0.counts, wording: $0.wording)
      },
      pairs: tracer.evidence(draft).map { [Double($0.first), Double($0.second)] + $0.evidence.values })
    FileHandle.standardOutput.write(try JSONEncoder().encode(sheet))
  }
}
