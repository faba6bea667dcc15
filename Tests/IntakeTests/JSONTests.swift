import NewsModel
import Testing

@testable import Intake

@Suite("JSON and JSONL")
struct JSONTests {
  @Test("one object, a list, lines, objects after each other: the same articles")
  func shapes() throws {
    let (a, b) = ("{\"text\": \"The ferry {left}.\"}", "{\"raw\": \"It [came] \\\"back\\\".\"}")
    let texts = ["The ferry {left}.", "It [came] \"back\"."]
    for whole in [
      "\(a)\n\(b)\n", "[\(a),\n\(b)]", "[\n  \(a),\n  \(b)\n]\n", "\u{FEFF}\(a)\r\n\n\(b)",
      "{\n\"text\": \"The ferry {left}.\"\n}\n\(b)",
    ] {
      let reading = try Reading(whole)
      #expect(reading.texts == texts, "\(whole)")
      #expect(reading.ids == ["input#1", "input#2"] && reading.errors.isEmpty)
      #expect(reading.documents.map(\.form) == [.text, .flattened])
    }
    #expect(try Reading(a).ids == ["input"])
    #expect(try Reading("[\(a)]\n").ids == ["input"])
  }

  @Test("what comes with an article")
  func hints() throws {
    let reading = try Reading(
      """
      {"html": "<p>The ferry left.</p>", "id": "x7", "url": "https://harbour.example/7", "headline": "Ferry leaves",
       "publisher": {"name": "Harbour Post"}, "author": [{"name": "Ana Ruiz"}, "Jo Berg"], "datePublished": "2024-05-02T10:11:12Z",
       "dateModified": "Thu, 02 May 2024 11:00:00 +0200", "inLanguage": "en", "articleSection": "Sea"}
      """)
    let document = try #require(reading.documents.first)
    #expect(document.id == "x7" && document.form == .html)
    #expect(document.hints.url == "https://harbour.example/7")
    #expect(document.hints.title == "Ferry leaves" && document.hints.outlet == "Harbour Post")
    #expect(document.hints.byline == ["Ana Ruiz", "Jo Berg"] && document.hints.section == "Sea")
    #expect(document.hints.published?.description == "2024-05-02T10:11:12Z")
    #expect(document.hints.modified?.description == "2024-05-02T11:00:00+02:00")
  }

  @Test("the caller's date stands in only where there is none")
  func callersDate() throws {
    let inbox = try Inbox()
    let path = try inbox.put("a.jsonl", "{\"text\": \"a\"}\n{\"text\": \"b\", \"published\": \"2024-05-02\"}\n")
    let reading = Reading([path], published: Timestamp(iso: "2020-01-01"))
    #expect(reading.documents.map { $0.hints.published?.description } == ["2020-01-01", "2024-05-02"])
    #expect(reading.documents.map(\.hints.publishedByCaller) == [true, false])
  }

  @Test("a broken line costs itself only")
  func broken() throws {
    let reading = try Reading(
      "{\"text\": \"a\"}\n{\"text\": \"b\n{\"text\": \"c\"}\n[1]\n{\"body\": 1}\n{\"text\": \" \"}\n{\"text\": \"d\"}")
    #expect(reading.texts == ["a", "c", "d"] && reading.ids == ["input#1", "input#3", "input#7"])
    #expect(reading.errors.map { $0.place.suffix(2) } == ["#2", "#4", "#5", "#6"])
    #expect(reading.complaints.first == "line 2 is not JSON; give an object a line")
  }

  @Test("a broken first line does not hide that lines follow")
  func brokenFirst() throws {
    #expect(try Reading("{\"text\": \"a\n{\"text\": \"b\"}\n{\"text\": \"c\"}\n").texts == ["b", "c"])
  }

  @Test("a line above the limit is refused and the rest read on", arguments: [false, true])
  func longLine(_ isFirst: Bool) throws {
    let long = "{\"text\": \"\(String(repeating: "long ", count: 80_000))\"}\n"
    let reading = try Reading((isFirst ? "" : "{\"text\": \"a\"}\n") + long + "{\"text\": \"b\"}\n", limit: 100_000)
    #expect(reading.texts == (isFirst ? ["b"] : ["a", "b"]))
    #expect(reading.errors.map(\.reason) == [.tooLarge(bytes: 400_012, limit: 100_000)])
  }

  @Test("an element of a list above the limit is refused and the rest read on")
  func longElement() throws {
    let long = "{\"text\": \"\(String(repeating: "long ", count: 80_000))\"}"
    let reading = try Reading("[{\"text\": \"a\"}, \(long), {\"text\": \"b\"}]", limit: 100_000)
    #expect(reading.texts == ["a", "b"] && reading.errors.count == 1)
  }

  @Test("a list that is cut off gives what is whole")
  func cut() throws {
    let reading = try Reading("[{\"text\": \"a\"}, {\"text\": \"b\"}, {\"text\": \"c")
    #expect(reading.texts == ["a", "b"] && reading.errors.count == 1)
  }

  @Test("what scrapers get wrong is mended: bare line ends in strings, halves of surrogate pairs")
  func mended() throws {
    #expect(try Reading("{\"text\": \"a\tb\"}").texts == ["a b"])
    #expect(try Reading("{\"text\": \"a\\ud83d b \\ud83d\\udea2 \\udea2\"}").texts == ["a\u{FFFD} b 🚢 \u{FFFD}"])
    #expect(
      try Reading(Array("{\"text\": \"misi".utf8) + [0xF3] + Array("n\"}\n{\"text\": \"b\"}".utf8)).texts == [
        "misión", "b",
      ])
  }

  @Test("JSON in UTF-16")
  func wide() throws {
    let bytes = "{\"text\": \"misión\"}\n{\"text\": \"b\"}\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(try Reading([0xFF, 0xFE] + bytes).texts == ["misión", "b"])
  }

  @Test("nesting without end is refused, not followed")
  func nesting() throws {
    let reading = try Reading("{\"text\": \(String(repeating: "[", count: 100_000))")
    #expect(reading.documents.isEmpty && reading.errors.count == 1)
    let closed = String(repeating: "{\"a\":", count: 50_000) + "1" + String(repeating: "}", count: 50_000)
    #expect(try Reading(closed).documents.isEmpty)
  }

  @Test("articles that `read` printed go through as they are")
  func own() throws {
    let line = "{\"id\": \"a\", \"sha256\": \"00\", \"paragraphs\": [], \"removed\": [], \"text\": \"a\"}"
    #expect(try Reading(line + "\n" + line).articles == [line, line])
  }

  @Test("schema.org articles, alone and in a graph")
  func linkedData() throws {
    let article = """
      {"@type": "NewsArticle", "headline": "Ferry leaves", "articleBody": "The ferry left.", "mainEntityOfPage": {"@id": "https://harbour.example/1"}}
      """
    for text in [article, "{\"@context\": \"https://schema.org\", \"@graph\": [{\"@type\": \"WebSite\"}, \(article)]}"]
    {
      let document = try #require(try Reading(text).documents.first)
      #expect(document.input.string == "The ferry left." && document.form == .text)
      #expect(document.hints.title == "Ferry leaves" && document.id == "https://harbour.example/1")
    }
  }

  @Test("JSON Feed")
  func feed() throws {
    let reading = try Reading(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "authors": [{"name": "Desk"}], "items": [
        {"id": "1", "url": "https://harbour.example/1", "title": "One", "content_html": "<p>Hi</p>", "date_published": "2024-05-02T10:00:00Z"},
        {"id": "2", "content_text": "1 < 2", "author": {"name": "Ana Ruiz"}}, {"id": "3", "title": "Three"}]}
      """)
    #expect(reading.ids == ["https://harbour.example/1", "input#2"])
    #expect(reading.texts == ["<p>Hi</p>", "1 &lt; 2"])
    #expect(reading.documents.map(\.hints.byline) == [["Desk"], ["Ana Ruiz"]])
    #expect(reading.documents.first?.hints.outlet == "Harbour Post")
    #expect(reading.complaints == ["has no body, only a title; skipped"])
  }
}
