import Encoder
import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Stories

/// An article of plain words: a word with a capital or digits is a name or number, the others are words. Paragraphs are parted
/// by a slash, the first of them is the title.
private func article(_ id: String, _ words: String, day: String? = nil, language: String = "en") -> AnnotatedArticle {
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

private let flood =
  "Arles bridge closed after flood/the river Rhone rose overnight and flooded the old bridge at Arles officials said"
private let floodAgain =
  "Flood closes bridge in Arles/officials closed the bridge after the Rhone rose and flooded streets in Arles"
private let bank =
  "Central bank holds rate/governor Lindqvist left interest rates unchanged citing inflation in Sweden at 3.1 percent"
private let inundacion =
  "Inundación cierra puente de Arles/las autoridades cerraron el puente tras la crecida del Rhone en Arles"

/// The last word on each article.
private func final(_ changes: [StoryChange]) -> [String: String] {
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
private func groups(_ grouper: inout StoryGrouper, _ articles: [AnnotatedArticle]) -> [[String]] {
  let story = final(articles.flatMap { grouper.place($0) })
  return Dictionary(grouping: story.keys.sorted(), by: { story[$0]! }).values.sorted { $0[0] < $1[0] }
}

/// An encoder that knows two subjects.
private struct Subjects: TextEncoding {
  var dimension: Int { 2 }
  func encode(_ texts: [String]) -> [[Float]] { texts.map { $0.contains("Arles") ? [1, 0] : [0, 1] } }
}

@Test("two reports of one event are one story, another event is not")
func events() {
  var grouper = StoryGrouper(encoder: nil)
  let found = groups(&grouper, [article("a", flood), article("b", bank), article("c", floodAgain)])
  #expect(found == [["a", "c"], ["b"]])
}

@Test("the id of a story is made of its first article's id")
func storyIDs() {
  var grouper = StoryGrouper(encoder: nil)
  let changes = grouper.place(article("a", flood))
  #expect(changes == [.placed(article: ID("a"), story: ID("s296230c0"))])
  #expect(grouper.place(article("a", flood)) == changes)
}

@Test("languages are linked by the encoder, or by names without one")
func languages() {
  for encoder in [Subjects(), nil] as [(any TextEncoding)?] {
    var grouper = StoryGrouper(encoder: encoder)
    let spanish = article("c", inundacion, language: "es")
    #expect(groups(&grouper, [article("a", flood), article("b", bank), spanish]) == [["a", "c"], ["b"]])
  }
}

@Test("a story is open for some weeks after its last article", arguments: [("2024-04-10", 1), ("2024-04-11", 2)])
func window(_ day: String, _ stories: Int) {
  var grouper = StoryGrouper(encoder: nil)
  let found = groups(&grouper, [article("a", flood, day: "2024-03-01"), article("b", flood, day: day)])
  #expect(found.count == stories)
}

@Test("people's decisions hold, before and after the articles")
func decisions() {
  var options = StoryOptions()
  options.corrections = [Correction(action: .sameStory(["a", "b"])), Correction(action: .notSameStory(["a", "c"]))]
  var grouper = StoryGrouper(encoder: nil, options: options)
  let articles = [article("a", flood), article("b", bank), article("c", floodAgain)]
  #expect(groups(&grouper, articles) == [["a", "b"], ["c"]])

  var later = StoryGrouper(encoder: nil)
  var changes = articles.flatMap { later.place($0) }
  changes += later.apply(Correction(action: .notSameStory(["a", "c"])))
  #expect(final(changes)["a"] != final(changes)["c"])
  changes += later.apply(Correction(action: .sameStory(["b", "c"])))
  #expect(final(changes)["b"] == final(changes)["c"])
  #expect(later.story(of: ID("c"))?.raw == final(changes)["c"])
}

@Test("open stories are bounded, and those that retire are kept")
func retiring() throws {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tsv")
  defer { try? FileManager.default.removeItem(at: file) }
  var options = StoryOptions()
  options.mostOpen = 20
  var grouper = StoryGrouper(encoder: nil, options: options, store: FileStoryStore(file))
  for n in 0..<100 {
    _ = grouper.place(article("n\(n)\t", "Place\(n) Name\(n)/event\(n) thing\(n) other\(n) more\(n)"))
  }
  #expect(grouper.openStories <= 20)
  grouper.close()
  #expect(grouper.failure == nil)
  let kept = try FileStoryStore(file).all()
  #expect(kept.map { $0.articles.map(\.raw) } == (0..<100).map { ["n\($0)\t"] })
  #expect(try FileStoryStore(file).story(kept[42].id) == kept[42])
}

@Test("a store that cannot be written is reported, and grouping goes on")
func failingStore() {
  var grouper = StoryGrouper(encoder: nil, store: FileStoryStore(URL(fileURLWithPath: "/nowhere/stories.tsv")))
  _ = grouper.place(article("a", flood))
  grouper.close()
  #expect(grouper.failure != nil)
  #expect(grouper.openStories == 0)
}

@Test("an article without words is a story of its own")
func emptyArticles() {
  var grouper = StoryGrouper(encoder: Subjects())
  #expect(groups(&grouper, [article("a", ""), article("b", "")]) == [["a"], ["b"]])
}
