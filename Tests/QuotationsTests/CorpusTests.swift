import Entities
import Languages
import NewsModel
import Quotations
import Testing
import TextBytes

/// One text of a corpus with the quotations expected of it.
///
/// A line holds, between bars: the text, the chain from the speaker outwards (`>` between links, `?` behind an unnamed one, `[implied]` behind one
/// that another passage names), the cue (`–` for none), the content, and what is not an indirect statement (`direct`, `mixed`, an act).
struct CorpusCase: Sendable, CustomStringConvertible {
  var text: String
  var expected: [String] = []
  var description: String { text }

  static func cases(_ corpus: String) -> [CorpusCase] {
    var cases: [CorpusCase] = []
    for line in corpus.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "|").map { trim($0) }
      if line.hasPrefix("+") {
        cases[cases.count - 1].expected.append(Self.normal(fields))
      } else {
        cases.append(CorpusCase(text: fields[0], expected: fields.count > 2 ? [Self.normal(fields)] : []))
      }
    }
    return cases
  }

  private static func trim(_ field: Substring) -> String {
    String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func normal(_ fields: [String]) -> String {
    let kinds = Set(fields.count > 4 ? fields[4].split(separator: " ").map(String.init) : [])
    let directness = ["direct", "mixed"].first { kinds.contains($0) } ?? "indirect"
    let act = kinds.subtracting(["direct", "mixed"]).first ?? "statement"
    return "\(fields[1]) | \(fields[2]) | \(fields[3]) | \(directness) \(act)"
  }
}

/// The quotations of `text` as corpus lines write them.
func corpusLines(_ text: SourceText, _ language: LanguageCode) -> [String] {
  let reading = LanguageReader().read(text, language: language)
  let found = EntityFinder().find(in: reading)
  let input = QuotationFinder.Input(reading: reading, entities: found.entities, mentions: found.mentions)
  return QuotationFinder().annotate(input).map { quotation in
    let chain = quotation.chain.map { link in
      guard case .text(let span) = link.at else { return link.name }
      return text[span] + (link.anonymous ? "?" : "") + (link.implied ? " [implied]" : "")
    }
    let cue = quotation.cue.map { text[$0] } ?? "–"
    return "\(chain.joined(separator: " > ")) | \(cue) | \(text[quotation.content]) | "
      + "\(quotation.directness.rawValue) \(quotation.act.rawValue)"
  }
}

@Test("English sentences hold these quotations and no others", arguments: CorpusCase.cases(englishCorpus))
func english(_ item: CorpusCase) {
  #expect(corpusLines(SourceText(item.text), .english).sorted() == item.expected.sorted())
}

@Test("Spanish sentences hold these quotations and no others", arguments: CorpusCase.cases(spanishCorpus))
func spanish(_ item: CorpusCase) {
  #expect(corpusLines(SourceText(item.text), .spanish).sorted() == item.expected.sorted())
}

@Test(
  "a sentence that its line breaks off goes nowhere beyond it",
  arguments: [
    "The ship sank there, according to three people\n\n, who left", "So he calls\n\nfor help came late.",
    "Lo da\n\npor hecho que llueve.", "El barco se hundió, según tres personas\n\n, que huyeron",
  ], ["en", "es"])
func brokenOff(_ source: String, _ language: String) {
  let text = SourceText(source)
  let reading = LanguageReader().read(text, language: LanguageCode(language))
  let found = QuotationFinder().annotate(.init(reading: reading))
  #expect(found.allSatisfy { !$0.content.isEmpty && $0.content.end <= text.count })
}

@Test("no beginning of a text makes it fail, and every span stays inside", arguments: ["en", "es"])
func prefixes(_ language: String) {
  let corpus = language == "en" ? englishCorpus : spanishCorpus
  let bytes = Array(corpus.utf8.prefix(6000))
  for end in stride(from: 1, through: bytes.count, by: 29) {
    let text = SourceText(repairing: Array(bytes[..<end]))
    let reading = LanguageReader().read(text, language: LanguageCode(language))
    for quotation in QuotationFinder().annotate(.init(reading: reading)) {
      #expect(!quotation.content.isEmpty && quotation.content.end <= text.count)
      #expect(quotation.quoted.allSatisfy { $0.end <= text.count })
    }
  }
}

@Test("an agency that the article credits is the last hand, implied, with its place in the input")
func credit() {
  let text = SourceText("The mayor said that the bridge would stay shut. Reuters reported that boats were leaving.")
  let reading = LanguageReader().read(text, language: .english)
  var article = Article(
    id: ID("a"), source: "a", sha256: "", encoding: "utf-8", input: text, text: text, body: text.span)
  article.metadata.agency = ["Reuters"]
  article.metadata.at[.agency] = [TextSpan(3, 9)]
  let found = QuotationFinder().annotate(.init(reading: reading, article: article))
  #expect(found.first?.chain.last?.at == .source(TextSpan(3, 9)))
  #expect(found.first?.chain.last?.implied == true)
  #expect(found.last?.chain.map(\.name) == ["Reuters"])
}
