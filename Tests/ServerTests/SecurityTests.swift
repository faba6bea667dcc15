import Archive
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

@Suite("What must not happen", .serialized)
struct SecurityTests {
  /// A page whose every part is meant to break out of where it is shown.
  static let hostile = """
    "><script>alert('title')</script> \u{202E}tfel ot

    Published March 9, 2031

    PORT <SCRIPT> (Meridian) - The crew of the ferry "<img src=x onerror=alert(1)>" refused to leave Port Halden on Sunday, the harbour master said.

    "</mark></a><script>alert('body')</script>' we will not sail & <b>cannot</b>," captain Edda <i>Lunde told reporters on Sunday evening.

    {{words.skip}} {{{page}}} said the owner, Nordlys Lines, in a statement on Sunday.

    Photo: <svg onload=alert(2)>
    """

  @Test("words of articles stay words, on every page and in every feed")
  func escaping() async throws {
    let page = document(
      "<script>.txt", Self.hostile, url: "javascript:alert(3)", outlet: "\"O'Neill\" <b>&</b> \u{202E}Post")
    let twin = document(
      "twin.txt", Self.hostile.replacing("Sunday evening", with: "Sunday"), url: "https://x.example/?a=\"><script>",
      outlet: "<iframe>")
    try await Running.serve([page, twin]) { server async throws in
      var targets = ["/?articles=1", "/search?q=%22%3E%3Cscript%3E", "/search?q=harbour", "/search.atom?q=harbour"]
      for card in try server.stories() {
        let base = "/stories/\(card.id.raw)"
        targets += [base, "\(base)?all=1", "\(base)/feed.atom"] + (1...card.articles).map { "\(base)/\($0)" }
        let story = try await server.client.get(base)
        targets += Markup.links(story.text).filter { $0.contains("/claims/") }
      }
      let entities = try server.archive.read { try $0.entities(named: "Lunde") }
      targets += entities.map { "/entities/\($0.id.raw)" }
      for target in Set(targets).sorted() {
        let answer = try await server.client.get(target)
        let text = answer.text.lowercased()
        #expect(answer.status == 200, "\(target) gives \(answer.status)")
        for bad in ["<script", "<img", "<iframe", "<b>", "<i>", "<svg onload", "href=\"javascript", "\u{202E}"] {
          #expect(!text.contains(bad), "\(target) lets \(bad) through")
        }
        #expect(!text.contains("class=\"skip\" href=\"#main\">skip to the content</a> <!doctype"))
      }
    }
  }

  @Test("headers that keep a browser from doing more than showing stand on every answer")
  func headers() async throws {
    try await Running.serve { server async throws in
      for target in ["/", "/nope", "/style.css", "/api/v1/stories", "/api/nope", "/add"] {
        let answer = try await server.client.get(target)
        let policy = try #require(answer["content-security-policy"])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(answer["x-content-type-options"] == "nosniff" && answer["referrer-policy"] == "same-origin")
        #expect(!answer.text.contains("style=\"") && !answer.text.contains("<style"))
      }
    }
  }

  @Test(
    "no path leads out of the archive",
    arguments: [
      "/../../etc/passwd", "/stories/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/style.css/../../x",
      "/stories/%00", "/stories/%ff%fe", "/articles/1%2f..", "//etc/passwd",
    ])
  func traversal(_ target: String) async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let answer = try await server.client.get(target)
      #expect(answer.status == 404 && !answer.text.contains("root:"), "\(target) gives \(answer.status)")
    }
  }

  @Test("only this machine's names open a server without a token")
  func rebinding() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      #expect(try await server.client.get("/", ["Host: evil.example:8788"]).status == 421)
      for host in ["127.0.0.1.evil.example", "127.x.evil.example", "127.0.0.256", "127.0.0."] {
        #expect(try await server.client.get("/", ["Host: \(host)"]).status == 421, "\(host) is let in")
      }
      for host in ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:99"] {
        #expect(try await server.client.get("/", ["Host: \(host)"]).status == 200, "\(host) is refused")
      }
    }
  }

  @Test("another site's page cannot change the archive")
  func otherSites() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let octets = "Content-Type: application/octet-stream"
      let body = Array(Pages.ferry.utf8)
      for header in ["Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"] {
        #expect(try await server.client.post("/api/v1/documents", body, [octets, header]).status == 403)
        #expect(try await server.client.post("/add", body, [header]).status == 403)
      }
      #expect(try await server.client.post("/api/v1/documents", body, ["Content-Type: text/plain"]).status == 415)
      let form = "Content-Type: application/x-www-form-urlencoded"
      #expect(try await server.client.post("/add", Array("text=hello".utf8), [form]).status == 403)
      let stolen = try await server.client.post(
        "/add", Array("text=hello&code=00".utf8), [form, "Cookie: stemma-visitor=abc"])
      #expect(stolen.status == 403)
      #expect(try server.stories().count == 1)
    }
  }

  @Test("too much of anything is refused, and the server goes on")
  func limits() async throws {
    var settings = ServerSettings()
    settings.uploadLimit = 10_000
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      let octets = "Content-Type: application/octet-stream"
      let big = [UInt8](repeating: 0x61, count: 20_000)
      #expect(try await server.client.post("/api/v1/documents", big, [octets]).status == 413)
      let chunked =
        "POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(octets)\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n4e20\r\n"
      #expect(try await server.client.raw(Array(chunked.utf8) + big + Array("\r\n0\r\n\r\n".utf8)).status == 413)
      #expect(try await server.client.get("/search?q=" + String(repeating: "a", count: 5_000)).status == 414)
      let header = "X-Long: " + String(repeating: "a", count: 40_000)
      let long = try? await server.client.get("/", [header])
      #expect(long == nil || long?.status == 431 || long?.status == 400)
      let many = (0..<300).map { "X-\($0): a" }
      let list = try? await server.client.get("/", many)
      #expect(list == nil || (400...431).contains(list?.status ?? 0))
      #expect(try await server.client.get("/").status == 200)
    }
  }

  @Test("where other machines reach it, nothing is shown without a token, and a reader changes nothing")
  func tokens() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let (reader, editor) = (try AccessToken.make(.reader, file: file), try AccessToken.make(.editor, file: file))
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!kept.contains(reader) && !kept.contains(editor))
    var settings = ServerSettings()
    settings.tokens = try AccessToken(file: file)
    try await Running.serve([document("q.txt", Pages.quake)], settings) { server async throws in
      for target in ["/", "/api/v1/stories", "/search?q=lake", "/add", "/nope/api"] {
        let answer = try await server.client.get(target)
        #expect([401, 404].contains(answer.status) && !answer.text.contains("Tarsk"), "\(target) is open")
      }
      #expect(try await server.client.get("/style.css").status == 200)
      let bearer = ["Authorization: Bearer \(reader)"]
      #expect(try await server.client.get("/?articles=1", bearer).text.contains("Tarsk"))
      #expect(try await server.client.get("/", ["Authorization: Bearer \(reader)0"]).status == 401)
      let octets = "Content-Type: application/octet-stream"
      #expect(
        try await server.client.post("/api/v1/documents", Array(Pages.ferry.utf8), bearer + [octets]).status == 403)
      let write = ["Authorization: Bearer \(editor)", octets]
      #expect(try await server.client.post("/api/v1/documents", Array(Pages.ferry.utf8), write).status == 201)
      let form = "Content-Type: application/x-www-form-urlencoded"
      let wrong = try await server.client.post("/sign-in", Array("token=no".utf8), [form])
      #expect(wrong.status == 401 && wrong.visitor == nil)
      let body = Array("token=\(reader)&next=//evil.example".utf8)
      let signedIn = try await server.client.post("/sign-in", body, [form])
      #expect(signedIn.status == 303 && signedIn["location"] == "/")
      let visitor = try #require(signedIn.visitor)
      #expect(signedIn.all("set-cookie").allSatisfy { $0.contains("HttpOnly") && $0.contains("SameSite=") })
      #expect(try await server.client.get("/?articles=1", ["Cookie: stemma-visitor=\(visitor)"]).text.contains("Tarsk"))
      #expect(try await server.client.get("/add", ["Cookie: stemma-visitor=\(visitor)"]).status == 403)
    }
  }

  @Test("without a token it does not open itself to other machines; damaged files of tokens are refused")
  func noTokens() throws {
    var settings = ServerSettings()
    settings.host = "0.0.0.0"
    #expect(throws: ServerError.self) { try Server(archive: "nowhere.stemma", desk: nil, settings: settings) }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("tokens-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    for text in ["", "# nothing\n", "editor abc\n", "root \(String(repeating: "0", count: 64))\n"] {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      #expect(throws: ServerError.self) { try AccessToken(file: file) }
    }
  }

  @Test("who asks too often waits; others do not")
  func rates() {
    let limit = RateLimit(perSecond: 2, burst: 3)
    let start = ContinuousClock.now
    #expect((0..<5).map { _ in limit.allows("a", at: start) } == [true, true, true, false, false])
    #expect(limit.allows("b", at: start))
    #expect(limit.allows("a", at: start + .seconds(1)) && limit.allows("a", at: start + .seconds(1)))
    #expect(!limit.allows("a", at: start + .seconds(1)))
  }

  @Test("HMAC-SHA-256 is RFC 4231's")
  func hmac() {
    let result = Digest.hmac(Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8)).hex
    #expect(result == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = Digest.hmac(
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), key: [UInt8](repeating: 0xAA, count: 131))
    #expect(long.hex == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
