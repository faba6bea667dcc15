import Engine
import NewsModel
import Sourcing
import Testing
import TextBytes

/// A story that four invented papers tell, one of them in Spanish.
private let pages = [
  (
    "The Harbour Post", "en",
    """
    A ferry with 212 passengers ran aground near Almira on Monday, the coast guard said.

    It was carrying nobody who was hurt. The captain, Juan Ordil, was questioned on Tuesday, prosecutors said.
    """
  ),
  (
    "Coast Daily", "en",
    """
    A ferry with 212 passengers ran aground near Almira on Monday, according to the coast guard.

    Prosecutors questioned the captain, Juan Ordil, on Tuesday. The company said the ferry would be towed on Friday.
    """
  ),
  (
    "El Faro de Almira", "es",
    """
    Un transbordador con 212 pasajeros encalló el lunes cerca de Almira, informó la guardia costera.

    El barco se construyó en 1987 en unos astilleros de Ordil.
    """
  ),
]

@Suite("The brief")
struct BriefTests {
  private static func story() throws -> Story {
    let engine = Engine(corrections: [Correction(action: .sameStory(["0", "1", "2"]))])
    let articles = pages.enumerated().map { number, page in
      var hints = RawDocument.Hints()
      hints.outlet = page.0
      hints.published = Timestamp(iso: "2025-03-12")
      let raw = RawDocument(
        id: "\(number)", source: "\(number)", sha256: "\(number)", encoding: "utf-8", input: SourceText(page.2),
        form: .text,
        hints: hints)
      return engine.annotate(engine.read(raw))
    }
    return try #require(engine.trace(articles).stories.max { $0.articles.count < $1.articles.count })
  }

  @Test("every line is words of an article, and tells claims that no line before tells")
  func linesRestOnArticles() throws {
    let story = try Self.story()
    let brief = BriefWriter(lines: 4, language: .english).brief(of: story)
    #expect((2...4).contains(brief.lines.count))
    let told = brief.lines.flatMap(\.claims)
    #expect(Set(told).count == told.count)
    for line in brief.lines {
      #expect(!line.claims.isEmpty)
      let article = story.articles[line.passage.article]
      #expect(article.reading.sentences.contains { $0.span.contains(line.passage.span) })
      for id in line.claims {
        let claim = try #require(story.claims.first { $0.id == id })
        #expect(claim.support.contains { line.passage.span.overlaps($0.passage.span) })
      }
    }
  }

  @Test("the first line tells the most of what many articles tell, in the reader's language", arguments: ["en", "es"])
  func language(_ code: String) throws {
    let story = try Self.story()
    let brief = BriefWriter(lines: 1, language: LanguageCode(code)).brief(of: story)
    let line = try #require(brief.lines.first)
    #expect(line.language?.code == code)
    #expect(story.articles[line.passage.article].article.text[line.passage.span].contains("212"))
  }

  @Test("no more lines than wanted, and the same every time")
  func bounded() throws {
    let story = try Self.story()
    for lines in [-1, 1, 2, 50] {
      let brief = BriefWriter(lines: lines).brief(of: story)
      #expect((1...max(1, lines)).contains(brief.lines.count))
      #expect(brief == BriefWriter(lines: lines).brief(of: story))
    }
  }
}
