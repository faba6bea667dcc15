import Archive
import Briefing
import Engine
import Foundation
import Intake
import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Server

@Suite("Pages", .serialized)
struct PageTests {
  @Test("stories: what is shown of each, in the order asked for; single articles only where they are asked for")
  func stories() async throws {
    try await Running.serve { server async throws in
      let page = try await server.client.get("/")
      #expect(page.status == 200 && page["content-type"] == "text/html; charset=utf-8")
      #expect(page.text.contains("Ferry crew refuses to leave Port Halden"))
      #expect(page.text.contains("3 articles · 3 outlets") && !page.text.contains("Lake Tarsk"))
      let all = try await server.client.get("/?articles=1&order=disputed")
      #expect(all.text.contains("Lake Tarsk"))
      #expect(all.text.contains("<a href=\"/?order=disputed&amp;articles=1\" aria-current=\"true\">most disputed</a>"))
    }
  }

  @Test(
    "a story: head, articles, thin claims before solid, matrix, descent, timeline; every link of it leads somewhere")
  func story() async throws {
    try await Running.serve { server async throws in
      let id = try server.ferry().id.raw
      let page = try await server.client.get("/stories/\(id)")
      #expect(page.status == 200)
      let text = page.text
      #expect(text.contains("<li>3 outlets</li>") && text.contains("origins in this collection"))
      let thin = try #require(text.range(of: "id=\"thin\"")), solid = try #require(text.range(of: "id=\"solid\""))
      #expect(thin.lowerBound < solid.lowerBound)
      #expect(text.contains("<svg class=\"drawing\"") && text.contains("id=\"when\"") && !text.contains("<script"))
      for target in Set(Markup.links(text)).sorted() where target.hasPrefix("/") {
        let answer = try await server.client.get(String(target.prefix { $0 != "#" }))
        #expect(answer.status == 200, "\(target) gives \(answer.status)")
      }
    }
  }

  @Test("a cell of the matrix opens its passage, highlighted in its article")
  func cell() async throws {
    try await Running.serve { server async throws in
      let story = try await server.client.get("/stories/\(try server.ferry().id.raw)")
      let cells = Markup.links(story.text).filter { $0.contains("?at=") && $0.hasSuffix("#here") }
      #expect(cells.count >= 6)
      for cell in cells.prefix(12) {
        let article = try await server.client.get(String(cell.prefix { $0 != "#" }))
        #expect(article.text.contains("<mark id=\"here\" tabindex=\"-1\">"), "\(cell) shows nothing")
      }
    }
  }

  @Test("a marker leads to the paragraph that it names")
  func markers() async throws {
    try await Running.serve { server async throws in
      let story = try await server.client.get("/stories/\(try server.ferry().id.raw)")
      let markers = Set(
        Markup.links(story.text).filter { $0.contains("#a") && $0.hasPrefix("/stories/") && !$0.contains("?") }
      ).sorted()
      #expect(markers.count > 4)
      for marker in markers {
        let parts = marker.split(separator: "#")
        let article = try await server.client.get(String(parts[0]))
        let isThere = article.text.contains("id=\"\(parts[1])\"")
        #expect(isThere, Comment(rawValue: "\(marker) leads nowhere"))
      }
    }
  }

  @Test("an article: its text, what was cut with the reason, its story; its number in the archive leads to it")
  func article() async throws {
    try await Running.serve { server async throws in
      let id = try server.ferry().id.raw
      let page = try await server.client.get("/stories/\(id)/1")
      #expect(
        page.text.contains("The crew of the ferry Ingrid Storm refused") || page.text.contains("crew of the ferry"))
      #expect(
        page.text.contains("Subscribe to our newsletter")
          && page.text.contains("<span class=\"tag\">subscription</span>"))
      let moved = try await server.client.get("/articles/1?at=3-9")
      #expect(moved.status == 303 && moved["location"] == "/stories/\(id)/1?at=3-9")
      for wrong in ["/stories/\(id)/0", "/stories/\(id)/9", "/stories/\(id)/x", "/articles/99", "/articles/-1"] {
        #expect(try await server.client.get(wrong).status == 404, "\(wrong) is there")
      }
      for span in ["9-3", "5", "-1-4", "0-99999999", "a-b", "99999999999999999999-1"] {
        let answer = try await server.client.get("/stories/\(id)/1?at=\(span)")
        #expect(answer.status == 200 && !answer.text.contains("id=\"here\""), "\(span) is taken for a passage")
      }
    }
  }

  @Test("everything that was found in an article can be shown, each by itself; the passage that was asked for stays")
  func layers() async throws {
    try await Running.serve { server async throws in
      let base = "/stories/\(try server.ferry().id.raw)/1"
      func count(_ layer: String, _ page: Answer) -> Int {
        let text = page.text.components(separatedBy: "<div class=\"sheets\">").last ?? ""
        return text.components(separatedBy: "class=\"found \(layer)\"").count - 1
      }
      let plain = try await server.client.get(base)
      #expect(
        plain.text.contains("class=\"claimed\"") && ArticleLayer.allCases.allSatisfy { count($0.rawValue, plain) == 0 })
      for layer in ArticleLayer.allCases where layer != .claims {
        let page = try await server.client.get("\(base)?marks=1&show=\(layer.rawValue)&at=0-12")
        #expect(count(layer.rawValue, page) > 0, "no \(layer)")
        let others = ArticleLayer.allCases.filter { $0 != layer }
        #expect(others.allSatisfy { count($0.rawValue, page) == 0 } && !page.text.contains("class=\"claimed\""))
        #expect(page.text.contains("name=\"show\" value=\"\(layer.rawValue)\" checked"))
        #expect(page.text.contains("id=\"here\"") && page.text.contains("name=\"at\" value=\"0-12\""))
      }
      let link = try #require(Markup.links(plain.text).first { $0.contains("show=events") })
      let all = try await server.client.get(base + link.prefix { $0 != "#" })
      #expect(ArticleLayer.allCases.allSatisfy { $0 == .claims || count($0.rawValue, all) > 0 })
      #expect(all.text.contains("class=\"claimed\"") && all.text.contains("[name, person, Edda Lunde]"))
      #expect(all.text.contains("aria-hidden=\"true\" dir=\"ltr\">2031-03-09</span>"))
      // The words are the same, whatever is shown.
      func words(_ page: Answer) -> String {
        var text = page.text.components(separatedBy: "<div class=\"text\">")[1].components(separatedBy: "</div>")[0]
        for kind in ["hidden", "sign"] {
          while let start = text.range(of: "<span class=\"\(kind)\""),
            let end = text[start.upperBound...].range(of: "</span>")
          { text.removeSubrange(start.lowerBound..<end.upperBound) }
        }
        var isTag = false
        return String(
          text.filter { character in
            if character == "<" { isTag = true }
            defer { if character == ">" { isTag = false } }
            return !isTag && !character.isWhitespace
          })
      }
      #expect(words(all) == words(plain))
      let none = try await server.client.get("\(base)?marks=1")
      #expect(!none.text.contains("class=\"claimed\"") && words(none) == words(plain))
      let spanish = try await server.client.get("\(base)?marks=1&show=names&lang=es")
      #expect(spanish.text.contains("[nombre, persona, Edda Lunde]") && spanish.text.contains("Mostrar en el texto"))
    }
  }

  @Test("a matrix has so many cells at most, whatever is asked for, and says where the next rows are")
  func boundedMatrix() throws {
    let words = try Site().languages.all[0]
    let engine = Engine()
    let annotated = engine.annotate(engine.read(document("q.txt", Pages.quake)))
    let articles = (0..<500).map { number in
      var one = annotated
      one.article.id = ID("\(number)")
      return one
    }
    let body = articles[0].article.body
    let claims = (0..<300).compactMap { number in
      let at = Passage(article: number, span: TextSpan(body.start, body.start + 20))
      return Claim(
        id: ID("c\(number)"), text: "Claim \(number)", textAt: at, status: .asserted, basis: .named,
        support: [Claim.Support(passage: at)], origins: OriginBounds(ids: [], lower: 1, upper: 1, why: ""))
    }
    #expect(claims.count == 300)
    let story = Story(id: ID("s1"), title: "Many", articles: articles, claims: claims)
    let report = StoryReport(story, words: words.report)
    var from = 0
    for round in 0..<20 {
      let matrix = Matrix(story, report, words, all: true, from: from)
      #expect(matrix.columns.count == 400 && matrix.columnsRest?.hasPrefix("100 ") == true)
      #expect(matrix.rows.count * matrix.columns.count <= 20_000 && !matrix.rows.isEmpty)
      from += matrix.rows.count
      guard matrix.hasRest else { break }
      #expect(matrix.restTarget == "?all=1&from=\(from)#matrix" && round < 19)
    }
    #expect(from == report.thin.count + report.solid.count)
    #expect(Matrix(story, report, words, all: true, from: 1_000_000).rows.isEmpty)
  }

  @Test("an entity: names, what it said, its stories")
  func entity() async throws {
    try await Running.serve { server async throws in
      let card = try #require(try server.archive.read { try $0.entities(named: "Edda Lunde") }.first)
      let page = try await server.client.get("/entities/\(card.id.raw)")
      #expect(page.status == 200 && page.text.contains("<h1 dir=\"auto\">Edda Lunde</h1>"))
      #expect(page.text.contains("We will not sail with a cracked hull"))
      #expect(page.text.contains("/stories/\(try server.ferry().id.raw)"))
      #expect(try await server.client.get("/entities/e00000000").status == 404)
      #expect(try await server.client.get("/entities/x").status == 404)
    }
  }

  @Test(
    "a search: the words it found stand out; fields as on the command line; a query that cannot be read is told, not run"
  )
  func search() async throws {
    try await Running.serve { server async throws in
      let found = try await server.client.get("/search?q=%22cracked+hull%22")
      #expect(found.status == 200 && found.text.contains("<mark>cracked hull</mark>") && found.text.contains("2 found"))
      let claims = try await server.client.get("/search?q=is:single-origin")
      #expect(claims.text.contains("/claims/c"))
      let wrong = try await server.client.get("/search?q=is:nonsense")
      #expect(wrong.status == 400 && wrong.text.contains("is:nonsense is not known"))
      #expect(try await server.client.get("/search").status == 200)
      #expect(try await server.client.get("/search?q=zzzzz").text.contains("0 found"))
    }
  }

  @Test("the interface speaks the language that is asked for, and goes on speaking it")
  func languages() async throws {
    try await Running.serve { server async throws in
      let id = try server.ferry().id.raw
      let spanish = try await server.client.get("/stories/\(id)", ["Accept-Language: fr, es-MX;q=0.8, en;q=0.5"])
      #expect(spanish.text.contains("<html lang=\"es\">") && spanish.text.contains("3 medios"))
      #expect(!spanish.text.contains("own reporting") && !spanish.text.contains("no source given"))
      let chosen = try await server.client.get("/?lang=es")
      #expect(chosen.all("set-cookie").contains { $0.hasPrefix("lang=es;") })
      #expect(try await server.client.get("/", ["Cookie: lang=es"]).text.contains("<h1>Historias</h1>"))
      #expect(try await server.client.get("/", ["Accept-Language: xx"]).text.contains("<h1>Stories</h1>"))
    }
  }

  @Test("a page is sent once: with its tag it is not sent again, until the archive changes")
  func tags() async throws {
    try await Running.serve { server async throws in
      let first = try await server.client.get("/?articles=1")
      let tag = try #require(first["etag"])
      let again = try await server.client.get("/?articles=1", ["If-None-Match: \"x\", W/\(tag)"])
      #expect(again.status == 304 && again.body.isEmpty && again["etag"] == tag)
      #expect(try await server.client.get("/?articles=1").body == first.body)
      let body = Array(Pages.quake.replacing("Lake Tarsk", with: "Lake Ombra").utf8)
      let added = try await server.client.post(
        "/api/v1/documents?name=z.txt", body, ["Content-Type: application/octet-stream"])
      #expect(added.status == 201)
      let changed = try await server.client.get("/?articles=1", ["If-None-Match: \(tag)"])
      #expect(changed.status == 200 && changed["etag"] != tag && changed.body != first.body)
    }
  }

  @Test("a story's page is kept while others change, and made anew when it changes itself")
  func lastingPages() async throws {
    try await Running.serve { server async throws in
      let target = "/stories/\(try server.ferry().id.raw)"
      let octets = ["Content-Type: application/octet-stream"]
      let first = try await server.client.get(target)
      let other = Array(Pages.quake.replacing("Lake Tarsk", with: "Lake Ombra").utf8)
      #expect(try await server.client.post("/api/v1/documents?name=z.txt", other, octets).status == 201)
      #expect(try await server.client.get(target).body == first.body)
      let own = Array(Pages.secondFerry.replacing("Coast Daily", with: "Bay Weekly").utf8)
      #expect(try await server.client.post("/api/v1/documents?name=y.txt", own, octets).status == 201)
      let changed = try await server.client.get(target)
      #expect(changed.text.contains("<li>4 outlets</li>") && changed.body != first.body)
    }
  }

  @Test("the words of every language have the same keys, and every word that a template names is there")
  func words() throws {
    let site = try Site()
    let (first, others) = (site.languages.all[0], site.languages.all.dropFirst())
    for words in others {
      #expect(words.site.keys == first.site.keys && words.report.keys == first.report.keys)
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Server/Resources/html")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for part in text.components(separatedBy: "{{say.").dropFirst() {
        let key = String(part.prefix { $0 != "}" })
        #expect(first.texts[key] != nil, "\(name) names \(key)")
      }
    }
  }
}

/// Looks into HTML that is known to be well formed.
enum Markup {
  /// The targets of links, with `&amp;` read.
  static func links(_ html: String) -> [String] {
    html.components(separatedBy: "href=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }
}
