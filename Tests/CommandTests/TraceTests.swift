import Foundation
import TestSupport
import Testing

@Suite("What is printed")
struct OutputTests {
  private func json(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("every anchor of a trace holds the words that stand at its place")
  func anchors() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let result = try Command.run(["trace", "--no-encoder", "--format", "json"] + names, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let sources = Dictionary(
      uniqueKeysWithValues: try names.map { name in
        (name, try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8))
      })
    var check = AnchorCheck(sources: sources)
    try check.trace(json(result.output))
    #expect(check.count > 100)
    #expect(check.wrong.isEmpty, "\(check.wrong.prefix(5).joined(separator: "\n"))")
  }

  @Test("read, then annotate, gives what annotate gives")
  func roundTrip() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let direct = try Command.run(["annotate"] + names, in: folder)
    let read = try Command.run(["read"] + names, in: folder)
    let again = try Command.run("annotate", "-", in: folder, input: read.output)
    #expect(again.status == 0, "\(again.errors)")
    #expect(direct.lines.count == 3)
    #expect(direct.text == again.text)
  }

  @Test("annotations survive a second reading")
  func annotateTwice() throws {
    let folder = try Folder()
    try folder.write("a.txt", Pages.ferry)
    let once = try Command.run("annotate", "a.txt", in: folder)
    let twice = try Command.run("annotate", "-", in: folder, input: once.output)
    #expect(once.text == twice.text)
  }

  @Test("the same input gives the same bytes", arguments: ["text", "json", "markdown", "html"])
  func determinism(_ format: String) throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let arguments = ["trace", "--no-encoder", "--format", format] + names
    let first = try Command.run(arguments, in: folder)
    #expect(first.status == 0 && first.output.count > 400)
    for _ in 0..<3 { #expect(try Command.run(arguments, in: folder).output == first.output) }
  }

  @Test("plain when piped, in colour when asked, with nothing else changed")
  func color() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let plain = try Command.run(["trace", "--no-encoder"] + names, in: folder)
    let colored = try Command.run(["trace", "--no-encoder", "--color", "always"] + names, in: folder)
    #expect(!plain.output.contains(0x1B))
    #expect(colored.output.contains(0x1B))
    #expect(withoutEscapes(colored.output) == plain.output)
  }

  private func withoutEscapes(_ data: Data) -> Data {
    var kept = Data()
    var isInside = false
    for byte in data {
      if byte == 0x1B { isInside = true } else if !isInside { kept.append(byte) }
      if byte == UInt8(ascii: "m") { isInside = false }
    }
    return kept
  }

  @Test("the report keeps to its width and its lines", arguments: [60, 80, 140])
  func width(_ width: Int) throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let report = try Command.run(["trace", "--no-encoder", "--width", String(width)] + names, in: folder)
    let widest = report.lines.map { $0.unicodeScalars.count }.max() ?? 0
    #expect(widest > 20 && widest <= width, "\(widest) columns")
    let short = try Command.run(
      ["trace", "--no-encoder", "--lines", "6", "--width", String(width)] + names, in: folder)
    #expect(short.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 8)
  }

  @Test("the page is one file that fetches nothing")
  func html() throws {
    let folder = try Folder()
    let names = try Pages.writeAll(folder)
    let result = try Command.run(
      ["trace", "--no-encoder", "--format", "html", "--output", "story.html"] + names, in: folder)
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let page = try String(contentsOf: folder.url.appendingPathComponent("story.html"), encoding: .utf8)
    #expect(page.lowercased().contains("<html"))
    #expect(page.contains("Ingrid Storm"))
    for fetch in ["<link", "src=\"http", "@import", "url(http"] { #expect(!page.contains(fetch)) }
  }

  @Test("markup in an article stays text in the page")
  func escaping() throws {
    let folder = try Folder()
    let text = Pages.ferry.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
    try folder.write(
      "a.txt", text + "\n\nThe harbour master said that <script>alert(1)</script> was painted on the hull on Sunday.\n")
    try folder.write("b.txt", Pages.secondFerry)
    let result = try Command.run("trace", "--no-encoder", "--format", "html", "a.txt", "b.txt", in: folder)
    #expect(!result.text.contains("<script>alert(1)"))
  }

  @Test("a date that the caller gives is marked as the caller's")
  func caller() throws {
    let folder = try Folder()
    try folder.write("a.json", #"{"id": "x", "text": "The ferry left on Monday, the harbour master said."}"#)
    let result = try Command.run("annotate", "--published", "2031-03-12", "a.json", in: folder)
    let article = try json(result.output)
    let published = try #require(article["published"] as? [String: Any])
    #expect(published["value"] as? String == "2031-03-12" && published["from"] as? String == "caller")
    let times = try #require(article["times"] as? [[String: Any]])
    #expect(times.map { $0["value"] as? String } == ["2031-03-10"])
  }

  @Test("a glob in quotation marks, a folder and the files are the same input")
  func inputs() throws {
    let folder = try Folder()
    _ = try Pages.writeAll(folder)
    let files = try Command.run("group", "--no-encoder", "a.txt", "b.txt", "c.txt", in: folder)
    let glob = try Command.run("group", "--no-encoder", "*.txt", in: folder)
    #expect(files.status == 0)
    #expect(glob.text == files.text)
    let whole = try Command.run("group", "--no-encoder", ".", in: folder)
    #expect(whole.lines.count == files.lines.count)
  }

  @Test("standard input is an input")
  func standardInput() throws {
    let folder = try Folder()
    let result = try Command.run("read", "-", in: folder, input: Data(Pages.ferry.utf8))
    #expect(result.status == 0 && result.lines.count == 1)
    #expect(result.text.contains("cracked hull"))
  }
}

/// Walks a trace and compares every anchor's words with what stands at its place.
struct AnchorCheck {
  /// The decoded input of each article.
  let sources: [String: String]
  private(set) var count = 0
  private(set) var wrong: [String] = []
  private var articles: [String: [String: [Unicode.Scalar]]] = [:]

  init(sources: [String: String]) { self.sources = sources }

  mutating func trace(_ trace: [String: Any]) {
    for story in trace["stories"] as? [[String: Any]] ?? [] {
      for article in story["articles"] as? [[String: Any]] ?? [] { learn(article) }
      for article in story["articles"] as? [[String: Any]] ?? [] {
        walk(article, article: article["id"] as? String, place: "text", path: "article")
      }
      for (key, value) in story where key != "articles" { walk(value, article: nil, place: "text", path: key) }
    }
    walk(trace["derivations"] ?? [], article: nil, place: "text", path: "derivations")
  }

  private mutating func learn(_ article: [String: Any]) {
    guard let id = article["id"] as? String else { return }
    var texts = ["text", "title", "deck"].reduce(into: [:]) { $0[$1] = scalars(article[$1] as? String ?? "") }
    texts["source"] = scalars(sources[id] ?? "")
    articles[id] = texts
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  private mutating func walk(_ value: Any, article: String?, place: String, path: String) {
    if let list = value as? [Any] {
      for element in list { walk(element, article: article, place: place, path: path) }
    }
    guard let object = value as? [String: Any] else { return }
    let article = object["article"] as? String ?? article
    let here = object["in"] as? String ?? place
    if let start = object["start"] as? Int, let end = object["end"] as? Int, let exact = object["exact"] as? String {
      compare(article, here, start, end, exact, path)
    }
    for (key, child) in object {
      let inner = ["removed", "aiDisclosure", "source"].contains(key) ? "source" : "text"
      walk(child, article: article, place: inner, path: path + "." + key)
    }
  }

  private mutating func compare(
    _ article: String?, _ place: String, _ start: Int, _ end: Int, _ exact: String, _ path: String
  ) {
    count += 1
    guard let article, let text = articles[article]?[place] else {
      wrong.append("\(path): \(exact) stands in \(place) of no known article")
      return
    }
    let words =
      start >= 0 && start <= end && end <= text.count ? String(String.UnicodeScalarView(text[start..<end])) : nil
    if words != exact || exact.isEmpty {
      wrong.append("\(path), \(article) \(place) \(start)-\(end): \"\(exact)\" is \"\(words ?? "out of bounds")\"")
    }
  }
}
