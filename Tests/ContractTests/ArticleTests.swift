import Extraction
import Foundation
import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Contract

/// Pages written for these tests, with accents, emoji and no-break spaces before everything that is anchored.
private let pages = [
  """
  Suscríbase 😀 al boletín
  Elecciones en Peñalba
  La alcaldesa Íngrid Núñez gana por 312 votos
  Por Begoña Ibáñez
  Publicado el 3 de marzo de 2024
  PEÑALBA, 3 mar (EFE).- La alcaldesa Íngrid Núñez ganó el domingo las elecciones por 312\u{A0}votos, según el recuento.
  «Nadie se lo esperaba 🎉», dijo Núñez a los periodistas en la plaza.
  Lea también: El puente de Peñalba cierra por obras
  El candidato Óscar Peña pidió un nuevo recuento de los votos.
  Compartir en Facebook
  """,
  "👩‍🚒 Café du Port — ¡última hora!",
  "",
  """
  \u{FEFF}Harbour Post\r
  Ferry “Petrel” runs aground off Kelby\r
  By Ana Ruiz\r
  March 4, 2024\r
  KELBY (AP) — A ferry with 61 people on board ran aground off Kelby on Monday, the coast guard said.\r
  \r
  All passengers were brought ashore within two hours, according to the harbour master’s office.\r
  Sign up for our newsletter\r
  “It was over before the coffee got cold ☕,” said Tomás Ölund, a passenger.\r
  """,
]

private func article(_ page: String, _ form: RawDocument.Form = .flattened, title: String? = nil) -> Article {
  var hints = RawDocument.Hints()
  hints.title = title
  return ArticleExtractor().extract(
    RawDocument(
      id: "página.txt", source: "inbox/página.txt", sha256: "00", encoding: "utf-8", input: SourceText(page),
      form: form,
      hints: hints))
}

@Suite struct ArticleTests {
  /// Every key of the contract, in an article that knows nothing.
  @Test func absentIsNullAndNothingIsMissing() throws {
    let bare = Article(
      id: ID("a"), source: "a", sha256: "", encoding: "utf-8", input: .empty, text: .empty, body: TextSpan(0, 0))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(JSONText.line(ArticleWriter(bare).article()).utf8)) as? [String: Any])
    for key in [
      "url", "canonicalUrl", "language", "title", "deck", "section", "outlet", "dateline", "published", "modified",
      "fetched", "aiDisclosure",
    ] { #expect(json[key] is NSNull, "\(key)") }
    for key in ["byline", "agency", "paragraphs", "removed"] {
      #expect((json[key] as? [Any])?.isEmpty == true, "\(key)")
    }
    #expect(json["paywalled"] as? Bool == false)
    #expect((json["at"] as? [String: Any])?.isEmpty == true)
    for key in ["entities", "times", "mentions", "quotations", "events"] { #expect(json[key] == nil, "\(key)") }
  }

  @Test func halfKnownPartsNameWhatTheyLack() throws {
    var bare = article("Rain fell on Kelby.", .text)
    bare.metadata.outlet = Outlet(name: "Kelby Echo", evidence: "credit line")
    bare.metadata.dateline = Dateline(place: "Kelby")
    let line = try JSONText.line(ArticleWriter(bare).article())
    #expect(line.contains(#""outlet":{"evidence":"credit line","group":null,"name":"Kelby Echo"}"#))
    #expect(line.contains(#""dateline":{"agency":null,"date":null,"place":"Kelby"}"#))
  }

  @Test(arguments: pages) func anchorsInTheInputHoldTheirWords(_ page: String) throws {
    let wire = ArticleWriter(article(page)).article()
    let input = Array(page.unicodeScalars)
    func words(_ start: Int, _ end: Int) -> String { String(String.UnicodeScalarView(input[start..<end])) }
    for anchor in wire.at.values.joined() {
      #expect(anchor.in == "source" && words(anchor.start, anchor.end) == anchor.exact)
    }
    for removal in wire.removed { #expect(words(removal.start, removal.end) == removal.exact) }
    let body = Array(wire.text.unicodeScalars)
    for paragraph in wire.paragraphs {
      let clean = String(String.UnicodeScalarView(body[paragraph.start..<paragraph.end]))
      #expect(clean == paragraph.source.map { words($0.start, $0.end) }.joined(separator: " "))
    }
  }

  @Test func thePagesAreUnderstood() throws {
    let spanish = ArticleWriter(article(pages[0])).article()
    #expect(spanish.paragraphs.count >= 3 && !spanish.removed.isEmpty && spanish.language == "es")
    let english = ArticleWriter(article(pages[3])).article()
    #expect(english.paragraphs.count == 3 && english.agency == ["AP"])
  }

  @Test(arguments: pages, [RawDocument.Form.flattened, .text]) func writtenReadAndWrittenAgain(
    _ page: String, _ form: RawDocument.Form
  ) throws {
    let original = article(page, form, title: form == .text ? "Peñalba, \u{A0}hoy 🎉" : nil)
    let first = try JSONText.line(ArticleWriter(original).article())
    let wire = try JSONDecoder().decode(WireArticle.self, from: Data(first.utf8))
    let read = try ArticleReader().article(wire)
    #expect(try JSONText.line(ArticleWriter(read).article()) == first)
    #expect(read.text[read.body] == original.text[original.body] && read.title == original.title)
    if !original.body.isEmpty { #expect(read.text == original.text && read.body == original.body) }
    #expect(read.paragraphs.map(\.span) == original.paragraphs.map(\.span))
    #expect(read.paragraphs.map(\.isHeading) == original.paragraphs.map(\.isHeading))
  }

  @Test func anArticleThatLiesAboutItsTextIsRefused() throws {
    var wire = ArticleWriter(article(pages[3])).article()
    wire.text = "Short."
    #expect(throws: ArticleReader.ContractError.self) { try ArticleReader().article(wire) }
  }

  @Test(arguments: [0, -1, 1 << 40]) func anyAnchorIsAnsweredWithoutACrash(_ start: Int) throws {
    var wire = ArticleWriter(article(pages[0])).article()
    wire.removed.append(.init(start: start, end: start, reason: "no such reason", exact: "x"))
    let result = Result { try ArticleReader().article(wire) }
    if start == 0 { #expect(try result.get().removed.last?.reason == .other) }
    if start != 0 { #expect(throws: ArticleReader.ContractError.self) { try result.get() } }
  }
}

@Suite struct AnchorTests {
  /// The words marked in title, deck and body, each counted from the beginning of its own part.
  @Test func titleDeckAndBodyCountTheirOwnCodePoints() {
    let (text, marks) = marked("😀 Señal de ⟦Íñigo⟧\n\n👩‍🚒\u{A0}deck ⟦é⟧\n\nÑ 🎉 body ⟦name\u{301}⟧ end")
    let parts = text.string.components(separatedBy: "\n\n")
    var offset = 0
    let spans = parts.map { part -> TextSpan in
      defer { offset += part.utf8.count + 2 }
      return TextSpan(offset, offset + part.utf8.count)
    }
    let article = Article(
      id: ID("a"), source: "a", sha256: "", encoding: "utf-8", input: text, text: text, title: spans[0], deck: spans[1],
      body: spans[2])
    let anchors = AnchorWriter(article, namesArticle: false)
    let expected: [(String?, Int)] = [("title", 11), ("deck", 9), (nil, 9)]
    for (number, mark) in marks.enumerated() {
      let anchor = anchors.anchor(mark)
      #expect(anchor.in == expected[number].0)
      #expect(anchor.start == expected[number].1)
      #expect(anchor.exact == text[mark])
      let scalars = Array(parts[number].unicodeScalars)
      #expect(String(String.UnicodeScalarView(scalars[anchor.start..<anchor.end])) == anchor.exact)
      #expect(anchor.article == nil)
    }
    let source = AnchorWriter(article, namesArticle: true).source(marks[2])
    #expect(source.in == "source" && source.article == "a" && source.exact == text[marks[2]])
  }
}
