import Archive
import Exports
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Server

@Suite("Stories as files, and what is handed in", .serialized)
struct FileTests {
  @Test("the story's page leads to every format, each with its type and a name of its own")
  func formats() async throws {
    try await Running.serve { server async throws in
      let id = try server.ferry().id
      let page = try await server.client.get("/stories/\(id.raw)")
      let links = Markup.links(page.text).filter { $0.contains("/files/") }
      #expect(links.count == ExportFormat.allCases.count + 4)
      var names: Set<String> = []
      for link in links {
        let answer = try await server.client.get(link)
        #expect(answer.status == 200 && !answer.body.isEmpty && answer["etag"] != nil, "\(link)")
        #expect(answer["x-content-type-options"] == "nosniff")
        let disposition = try #require(answer["content-disposition"])
        #expect(disposition.hasPrefix("attachment; filename=\"\(id.raw).") && names.insert(disposition).inserted)
      }
      let types = [
        "csv": "text/csv; charset=utf-8; header=present", "evidence": "application/zip",
        "stix": "application/stix+json; version=2.1", "html": "text/html; charset=utf-8",
      ]
      for (format, type) in types {
        let answer = try await server.client.get("/api/v1/stories/\(id.raw)/files/\(format)")
        #expect(answer["content-type"] == type)
        if format == "evidence" { #expect(answer.body.starts(with: Array("PK".utf8))) }
      }
      #expect(try await server.client.get("/api/v1/stories/\(id.raw)/files/pdf").status == 404)
      #expect(try await server.client.get("/api/v1/stories/s00000000/files/csv").status == 404)
      let json = try await server.client.get("/api/v1/stories/\(id.raw)")
      #expect(try await server.client.get("/api/v1/stories/\(id.raw)/files/json").body == json.body)
    }
  }

  @Test("a list of feeds that is handed in opens no file of the server's, whatever it names and is called")
  func namesOnDisk() async throws {
    try await Running.serve([document("q.txt", Pages.quake)]) { server async throws in
      let feed = "<rss><channel><item><title>t</title><description>\(Pages.ferry)</description></item></channel></rss>"
      let secret = server.folder.appendingPathComponent("secret.xml")
      try Data(feed.utf8).write(to: secret)
      // Beside the working folder of the server, by its own name, and by the whole path.
      let local = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).appendingPathComponent(
        "stemma-test-\(UUID().uuidString).xml")
      try Data(feed.utf8).write(to: local)
      defer { try? FileManager.default.removeItem(at: local) }
      for address in [secret.path, "file://\(secret.path)", local.lastPathComponent, "./" + local.lastPathComponent] {
        let list = "<opml version=\"2.0\"><body><outline xmlUrl=\"\(address)\"/></body></opml>"
        for name in ["list.opml", Percent.encoded(server.folder.appendingPathComponent("list.opml").path)] {
          let answer = try await server.client.post(
            "/api/v1/documents?name=\(name)", Array(list.utf8), ["Content-Type: application/octet-stream"])
          #expect(answer.status == 422, "\(address) by \(name) gives \(answer.status)")
        }
      }
      #expect(try server.archive.read { try $0.articleCount() } == 1)
    }
  }

  @Test("who has signed in is forgotten after 30 silent days, and after 90 in any case")
  func sessions() throws {
    let visitors = Visitors()
    let start = ContinuousClock.now
    func day(_ number: Double) -> ContinuousClock.Instant { start + .seconds(number * 86_400) }
    let silent = visitors.signIn(.editor, at: start)
    #expect(visitors.role(of: silent, at: day(29)) == .editor)
    #expect(visitors.role(of: silent, at: day(60)) == nil && visitors.role(of: silent, at: day(29)) == nil)
    let busy = visitors.signIn(.reader, at: start)
    for number in stride(from: 10.0, through: 90, by: 10) {
      #expect(visitors.role(of: busy, at: day(number)) == .reader)
    }
    #expect(visitors.role(of: busy, at: day(90.1)) == nil)
    #expect(visitors.role(of: "nobody", at: start) == nil && visitors.role(of: nil, at: start) == nil)
    #expect(Visitors.header("x").contains("Max-Age=7776000"))
    // Too many: those who were silent longest go, the others stay.
    let first = visitors.signIn(.reader, at: day(100))
    let kept = visitors.signIn(.editor, at: day(101))
    for _ in 0..<999 { _ = visitors.signIn(.reader, at: day(102)) }
    #expect(visitors.role(of: first, at: day(102)) == nil && visitors.role(of: kept, at: day(102)) == .editor)
  }
}
