import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Stories

/// A report of 120 words that no other seed has.
private func report(_ seed: UInt64, words: Int = 120) -> [String] {
  var generator = SeededGenerator(seed: seed)
  return (0..<words).map { _ in "w\(UInt32.random(in: 0..<9_000, using: &generator))" }
}

/// An article on a host, with `addresses` on its page.
private func page(
  _ id: String, _ words: [String], host: String, agency: [String] = [], links: String = ""
) -> AnnotatedArticle {
  var made = article(id, "Title/" + words.joined(separator: " "))
  made.article.metadata.url = "https://www.\(host)/\(id)"
  made.article.metadata.outlet = Outlet(name: host, evidence: "test")
  made.article.metadata.agency = agency
  made.article.input = SourceText(links)
  return made
}

private func found(_ articles: [AnnotatedArticle]) -> [Duplicate] {
  var finder = DuplicateFinder()
  return articles.flatMap { finder.find($0) }
}

/// Every `step`th word replaced.
private func edited(_ words: [String], every step: Int) -> [String] {
  words.enumerated().map { $0 % step == 0 ? "other\($0)" : $1 }
}

@Test("copies are found however they were edited")
func editedCopies() {
  let text = report(1)
  let versions: [(words: [String], kind: Derivation.Kind)] = [
    (text, .verbatim), (Array(text[..<60]), .abridged), (Array(text[60...] + text[..<60]), .verbatim),
    (edited(text, every: 10), .verbatim), (edited(text, every: 3), .rewritten),
    (report(7, words: 30) + text + report(8, words: 30), .abridged),
  ]
  for (number, version) in versions.enumerated() {
    let pairs = found([page("a", text, host: "one.example"), page("b", version.words, host: "two.example")])
    #expect(pairs.map(\.near) == [true], "version \(number)")
    #expect(pairs.map(\.kind) == [version.kind], "version \(number)")
  }
}

@Test("other texts, and none, are no copies")
func otherTexts() {
  #expect(found([page("a", report(1), host: "a.example"), page("b", report(2), host: "a.example")]).isEmpty)
  #expect(found([page("a", [], host: "a.example"), page("b", [], host: "a.example")]).isEmpty)
  let brief = report(1, words: 12)
  #expect(found([page("a", brief, host: "a.example"), page("b", brief, host: "b.example")]).isEmpty)
}

@Test("furniture makes no copies, and hides none")
func furnitureOfHost() {
  let furniture = report(99, words: 50)
  let pages = (0..<6).map { page("p\($0)", report(UInt64($0), words: 60) + furniture, host: "one.example") }
  #expect(found(pages).isEmpty)
  let copy = page("copy", report(4, words: 60) + report(98, words: 80), host: "two.example")
  #expect(found(pages + [copy]).filter { $0.article.raw == "copy" }.map(\.other.raw) == ["p4"])
}

@Test("furniture that outweighs the articles is learned a little later")
func heavyFurniture() {
  let furniture = report(99, words: 90)
  let pages = (0..<12).map { page("p\($0)", report(UInt64($0), words: 60) + furniture, host: "one.example") }
  let heard = Set(found(pages).map(\.article.raw))
  #expect(heard.isSuperset(of: ["p1", "p2", "p7"]))
  #expect(heard.isDisjoint(with: ["p8", "p9", "p10", "p11"]))
}

@Test("what both quote makes two texts share somebody's words and no more")
func quotedWords() {
  let statement = report(3, words: 60)
  func quoting(_ id: String, _ seed: UInt64) -> AnnotatedArticle {
    var made = page(id, report(seed, words: 50) + ["open"] + statement + ["close"], host: "\(id).example")
    for i in made.reading.tokens.indices {
      let word = made.reading.string(made.reading.tokens[i])
      if word == "open" { made.reading.tokens[i].kind = .openQuote }
      if word == "close" { made.reading.tokens[i].kind = .closeQuote }
    }
    return made
  }
  let pairs = found([quoting("a", 11), quoting("b", 12)])
  #expect(pairs.map(\.kind) == [.quoted])
  #expect(pairs.map(\.near) == [false])
  #expect(pairs.allSatisfy { $0.from == nil && !$0.isCommon })
}

@Test("a credit, a link, a correction and the longer version tell the source")
func sources() {
  let text = report(1)
  func source(_ a: AnnotatedArticle, _ b: AnnotatedArticle) -> String {
    found([a, b]).map { $0.from?.raw ?? ($0.isCommon ? "common" : "none") }.joined()
  }
  let plain = page("a", text, host: "one.example")
  #expect(source(plain, page("b", text, host: "two.example")) == "none")
  #expect(source(plain, page("b", text, host: "two.example", agency: ["one.example"])) == "a")
  #expect(
    source(
      page("a", text, host: "one.example", links: "<a href='https://two.example/b'>"),
      page("b", text, host: "two.example")) == "b")
  let wire = ["Wire"]
  #expect(
    source(page("a", text, host: "one.example", agency: wire), page("b", text, host: "two.example", agency: wire))
      == "common")
  let longer = page("b", text + report(5, words: 40), host: "one.example")
  #expect(found([plain, longer]).map(\.kind) == [.update])
  #expect(source(plain, longer) == "a")
  #expect(source(longer, plain) == "a")
  var corrected = page("b", text, host: "one.example", links: "Correction: the date.")
  corrected.article.removed = [Removal(span: TextSpan(0, 20), reason: .correction)]
  #expect(source(corrected, plain) == "a")
}

@Test("copies are found among the last articles only, and the same in every run")
func window() {
  var options = DuplicateOptions()
  options.window = 3
  var finder = DuplicateFinder(options: options)
  let text = report(1)
  _ = finder.find(page("a", text, host: "one.example"))
  for n in 2..<5 { #expect(finder.find(page("n\(n)", report(UInt64(n)), host: "one.example")).isEmpty) }
  #expect(finder.find(page("late", text, host: "two.example")).isEmpty)
  #expect(finder.find(page("later", text, host: "two.example")).map(\.other.raw) == ["late"])
}
