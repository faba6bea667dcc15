import NewsModel
import TextBytes

@testable import Stories

/// An article of plain words: a word with a capital or digits is a name or number, the others are words. Paragraphs are parted
/// by a slash, the first of them is the title.
func article(_ id: String, _ words: String, day: String? = nil, language: String = "en") -> AnnotatedArticle {
  let text = SourceText(words)
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var spans: [TextSpan] = []
  var start = 0
  for (number, part) in words.split(separator: "/").enumerated() {
    let first = tokens.count
    let from = start
    for word in part.split(separator: " ", omittingEmptySubsequences: false) {
      let span = TextSpan(start, start + word.utf8.count)
      start = span.end + 1
      guard let head = word.utf8.first else { continue }
      let isNumber = (0x30...0x39).contains(head)
      tokens.append(
        Token(
          span: span, kind: isNumber ? .number : .word, shape: (0x41...0x5A).contains(head) ? .capitalized : [],
          fold: FoldHash(text.bytes, span)))
    }
    let span = TextSpan(from, start - 1)
    spans.append(span)
    sentences.append(
      Sentence(span: span, tokens: first..<tokens.count, paragraph: number - 1, part: number == 0 ? .title : .body))
  }
  var metadata = Metadata()
  metadata.published = day.flatMap { Timestamp(iso: $0) }.map { Publication(value: $0, from: .caller) }
  let body = TextSpan(spans.count > 1 ? spans[1].start : text.count, text.count)
  let article = Article(
    id: ID(id), source: id, sha256: "", encoding: "utf-8", input: text, text: text, title: spans.first, body: body,
    paragraphs: spans.dropFirst().map { Paragraph(span: $0, source: [], line: 1) }, language: LanguageCode(language),
    metadata: metadata)
  let reading = Reading(text: text, language: LanguageCode(language), tokens: tokens, sentences: sentences)
  return AnnotatedArticle(article: article, reading: reading)
}

let flood =
  "Arles bridge closed after flood/the river Rhone rose overnight and flooded the old bridge at Arles officials said"
let floodAgain =
  "Flood closes bridge in Arles/officials closed the bridge after the Rhone rose and flooded streets in Arles"
let bank =
  "Central bank holds rate/governor Lindqvist left interest rates unchanged citing inflation in Sweden at 3.1 percent"
let inundacion =
  "Inundación cierra puente de Arles/las autoridades cerraron el puente tras la crecida del Rhone en Arles"

/// The last word on each article.
func final(_ changes: [StoryChange]) -> [String: String] {
  var story: [String: String] = [:]
  for change in changes {
    switch change {
    case .placed(let article, let id), .moved(let article, let id): story[article.raw] = id.raw
    case .merged(let from, let into): for (name, id) in story where id == from.raw { story[name] = into.raw }
    }
  }
  return story
}

/// Places articles and shows the stories as groups of ids, in order.
func groups(_ grouper: inout StoryGrouper, _ articles: [AnnotatedArticle]) -> [[String]] {
  let story = final(articles.flatMap { grouper.place($0) })
  return Dictionary(grouping: story.keys.sorted(), by: { story[$0]! }).values.sorted { $0[0] < $1[0] }
}
