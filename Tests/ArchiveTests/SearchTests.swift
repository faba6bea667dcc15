import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Archive

@Suite("A search")
struct SearchTests {
  @Test("is read as people type it")
  func query() throws {
    let query = try Query(
      #"fine "grain ship" entity:"Edda Lunde" outlet:tribune date:2025-03..2025-04 lang:es -wheat harb* is:single-origin"#
    )
    #expect(query.terms.map(\.words) == [["fine"], ["grain", "ship"], ["harb"]])
    #expect(query.terms.map(\.isPrefix) == [false, false, true])
    #expect(query.excluded.map(\.words) == [["wheat"]])
    #expect(query.entities == ["Edda Lunde"] && query.outlets == ["tribune"] && query.languages == ["es"])
    #expect(query.firstDay == CalendarDate(iso: "2025-03-01")?.days.lowerBound.value)
    #expect(query.lastDay == CalendarDate(iso: "2025-04-30")?.days.upperBound.value)
    #expect(query.properties == [.singleOrigin])
  }

  @Test("folds case and accents, and takes clock times and addresses for words")
  func words() throws {
    #expect(try Query("Ñandú").terms.map(\.words) == [["nandu"]])
    #expect(try Query("10:30").terms.map(\.words) == [["10", "30"]])
    #expect(try Query("https://post.example").terms.map(\.words) == [["https", "post", "example"]])
  }

  @Test(
    "that cannot be read says how to write it",
    arguments: [
      ("", "nothing is searched for"), ("lnag:es", "there is no field lnag:"), ("date:march", "is no date"),
      ("date:2025-13", "is no date"), ("is:true", "is:single-origin, is:conflict"),
      ("outlet:", "nothing behind outlet:"),
      ("---", "words of letters or digits"), ("-outlet:post", "only words can be left out"), ("date:..", "no range"),
    ])
  func errors(_ text: String, _ part: String) {
    #expect { _ = try Query(text) } throws: { "\($0)".contains(part) }
  }

  private func archive() throws -> (Shelf, Archive) {
    let shelf = try Shelf()
    let archive = try Archive(shelf.path)
    let pages = [
      page(
        "a", "Ferry stays in port", "The crew refused to sail. Captain Edda Lunde stayed.", url: "https://x.example/a"),
      page("b", "Ferri en el puerto", "La tripulación se negó a zarpar.", url: "https://x.example/b"),
      page("c", "Bank holds rate", "The governor refused to comment on the port.", url: "https://x.example/c"),
    ]
    try archive.write { writer in
      for (document, article) in pages {
        _ = try writer.add(document, isArticle: false, article, analysis: "1", at: 1)
        try writer.carryOut([.placed(article: article.id, story: ID("s" + article.id.raw))], at: 1)
      }
    }
    return (shelf, archive)
  }

  @Test(
    "finds words, phrases, beginnings, and leaves out",
    arguments: [
      ("refused", ["a", "c"]), ("refused port", ["a", "c"]), ("\"refused to sail\"", ["a"]), ("TRIPULACION", ["b"]),
      ("ferr*", ["a", "b"]), ("refused -bank", ["a"]), ("outlet:harbour ferry", ["a"]), ("outlet:tribune ferry", []),
      ("date:2031-03-09 lunde", ["a"]), ("date:2030 lunde", []), ("lang:es ferry", []), ("\"sail refused\"", []),
      ("-bank lang:en", ["a", "b"]), ("date:2031", ["a", "b", "c"]),
    ])
  func found(_ text: String, _ expected: [String]) throws {
    let (shelf, archive) = try archive()
    let query = try Query(text)
    let hits = try archive.read { try $0.articles(query) }
    #expect(hits.hits.map(\.card.id.raw).sorted() == expected)
    #expect(hits.count == expected.count)
    withExtendedLifetime(shelf) {}
  }

  @Test("opens the exact words")
  func passages() throws {
    let (shelf, archive) = try archive()
    let query = try Query("\"refused to sail\" lunde")
    let hit = try #require(try archive.read { try $0.articles(query) }.hits.first)
    let passage = try #require(hit.passages.first)
    #expect(hit.article.text[passage.span] == "The crew refused to sail. Captain Edda Lunde stayed.")
    #expect(passage.matches.map { hit.article.text[$0] } == ["refused to sail", "Lunde"])
    withExtendedLifetime(shelf) {}
  }

  @Test("of a long paragraph shows the words around the match")
  func longParagraphs() throws {
    let long =
      String(repeating: "Word upon word stands here. ", count: 40) + "The harbour of Ærø froze. "
      + String(repeating: "More words follow after it. ", count: 40)
    let (_, article) = page("a", "Ice", long)
    let finder = PassageFinder(try Query("ærø").terms)
    let passage = try #require(finder.passages(in: article).first)
    #expect(passage.span.count < 300 && passage.isCutBefore && passage.isCutAfter)
    #expect(passage.matches.map { article.text[$0] } == ["Ærø"])
  }

  @Test("forgets the words of a version that was replaced")
  func replaced() throws {
    let (shelf, archive) = try archive()
    let (document, article) = page("a", "Ferry sails", "The crew agreed.", url: "https://x.example/a")
    try archive.write { writer in
      let card = try #require(try writer.reader.card(ID<Article>("a")))
      try writer.revise(
        card, document, isArticle: false, article, change: VersionChange(kind: .silent), analysis: "1", at: 2)
    }
    #expect(try archive.read { try $0.articles(Query("refused sail")) }.count == 0)
    #expect(try archive.read { try $0.articles(Query("agreed")) }.hits.map(\.card.version) == [2])
    #expect(try archive.read { try $0.versions(ofArticle: 1) }.map(\.change.kind) == [.first, .silent])
    withExtendedLifetime(shelf) {}
  }
}
