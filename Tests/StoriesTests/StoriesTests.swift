import Encoder
import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Stories

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

@Test("a grouper that was kept goes on as if it had never stopped")
func snapshots() throws {
  let stream = [
    article("a", flood, day: "2024-03-01"), article("b", bank), article("c", floodAgain, day: "2024-03-02"),
    article("d", inundacion, day: "2024-03-02", language: "es"), article("e", bank), article("f", flood),
  ]
  var whole = StoryGrouper(encoder: Subjects())
  var pieces = StoryGrouper(encoder: Subjects())
  for article in stream {
    let snapshot = pieces.snapshot()
    pieces = try #require(StoryGrouper(snapshot: snapshot, encoder: Subjects()))
    #expect(pieces.snapshot() == snapshot)
    #expect(pieces.place(article) == whole.place(article))
  }
  #expect(pieces.snapshot() == whole.snapshot())
}

@Test("bytes that are no snapshot give no grouper")
func damagedSnapshots() {
  var grouper = StoryGrouper(encoder: nil)
  _ = grouper.place(article("a", flood))
  let snapshot = grouper.snapshot()
  #expect(StoryGrouper(snapshot: [], encoder: nil) == nil)
  #expect(StoryGrouper(snapshot: [99] + snapshot.dropFirst(), encoder: nil) == nil)
  for length in 0..<snapshot.count {
    #expect(StoryGrouper(snapshot: Array(snapshot.prefix(length)), encoder: nil) == nil)
  }
}
