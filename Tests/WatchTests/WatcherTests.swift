import Archive
import Contract
import Desk
import Engine
import Foundation
import Intake
import NewsModel
import Synchronization
import TestSupport
import Testing

@testable import Watch

/// A site in memory: what is asked for is found, by address.
final class Site: Fetching {
  struct Page: Sendable {
    var body: String
    var tag: String?
    var type = "text/html; charset=utf-8"
  }
  private let pages = Mutex<[String: Page]>([:])
  private let log = Mutex<[FetchRequest]>([])
  var asked: [FetchRequest] { log.withLock { $0 } }
  var targets: [String] { asked.map(\.address.target) }

  subscript(address: String) -> Page? {
    get { pages.withLock { $0[address] } }
    set { pages.withLock { $0[address] = newValue } }
  }

  func fetch(_ request: FetchRequest) async -> FetchOutcome {
    log.withLock { $0.append(request) }
    guard let page = self[request.address.text] else { return .status(404, wait: nil) }
    if let tag = page.tag, tag == request.validators.tag { return .notModified }
    guard let body = try? FetchedBody(Array(page.body.utf8), coding: nil, type: page.type, limit: 1 << 20) else {
      return .failed("no body")
    }
    return .content(FetchedContent(body, validators: Validators(tag: page.tag)))
  }

  /// A feed with an entry a title.
  func feed(_ titles: [(path: String, title: String)], tag: String) {
    let items = titles.map { "<item><title>\($0.title)</title><link>http://one.example/\($0.path)</link></item>" }
    let body =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>One</title>\(items.joined())</channel></rss>"
    self["http://one.example/feed"] = Page(body: body, tag: tag, type: "application/rss+xml")
  }

  func page(_ path: String, _ text: String, outlet: String = "one.example") {
    let paragraphs = text.split(separator: "\n").map { "<p>\($0)</p>" }
    let head = text.split(separator: "\n").first ?? ""
    self["http://\(outlet)/\(path)"] = Page(
      body:
        "<!DOCTYPE html><html><head><title>\(head)</title></head><body><article><h1>\(head)</h1>\(paragraphs.dropFirst().joined())</article></body></html>"
    )
  }
}

/// Runs of a watch, one after the other, on one archive, with a clock that a test sets.
final class WatchRoom: Sendable {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
  let archive: Archive
  let site = Site()
  private let time = Mutex(1_900_000_000_000)
  private let lines = Mutex<[JSONValue]>([])
  var notices: [JSONValue] { lines.withLock { $0 } }
  var kinds: [String] { notices.compactMap { $0["notice"]?.text } }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Archive(folder.appendingPathComponent("news.stemma").path)
  }
  deinit { try? FileManager.default.removeItem(at: folder) }

  func pass(_ hours: Int) { time.withLock { $0 += hours * 3_600_000 } }

  func store() throws -> WatchStore { try WatchStore(folder.appendingPathComponent("news.stemma.watch").path) }

  /// Another outlet's own reporting on the ferry.
  static let third = """
    Police: crew of ferry stays in Port Halden
    The Halden Post, March 10, 2031
    The crew of the ferry Ingrid Storm refused to leave Port Halden on Sunday, police chief Nora Vik told The Halden Post.
    The ferry Ingrid Storm stayed in Port Halden on Monday, Vik said.
    """

  /// A run that ends when nothing is due.
  @discardableResult
  func run(_ address: String = "http://one.example/feed", rules: String = "") async throws -> Watcher.Tally {
    var settings = Watcher.Settings()
    settings.isOnce = true
    settings.policy.delay = 0
    settings.patience = 0
    let watcher = Watcher(
      try Desk(archive, engine: Engine(), clock: { 1_000_000 }), archive: archive, store: try store(), fetcher: site,
      rules: try NoticeRule.read(rules), settings: settings,
      tell: { [weak self] notice in self?.lines.withLock { $0.append(notice) } },
      now: { [weak self] in self?.time.withLock { $0 } ?? 0 })
    try await watcher.run([try #require(WebAddress(address))])
    return await watcher.tally
  }
}

@Suite("A watch")
struct WatcherTests {
  @Test("brings what a feed names into the archive, once, and asks again only for what is due")
  func once() async throws {
    let room = try WatchRoom()
    room.site.feed([("a", "Ferry"), ("b", "Second")], tag: "1")
    room.site.page("a", Pages.ferry)
    room.site.page("b", Pages.secondFerry)
    #expect(try await room.run().pages == [.added: 2])
    #expect(room.site.targets.sorted() == ["/a", "/b", "/feed", "/robots.txt"])
    #expect(try room.archive.read { try $0.articleCount() } == 2)
    // Nothing is due a moment later, whatever is run.
    #expect(try await room.run().requests == 0)
    room.pass(1)
    let later = try await room.run()
    #expect(later.unchanged == 1)
    #expect(
      room.site.asked.last?.validators.tag == "1"
        || room.site.asked.contains { $0.purpose == .list && $0.validators.tag == "1" })
    #expect(try room.archive.read { try $0.articleCount() } == 2)
  }

  @Test("what changed becomes a version: when the feed says so, and when nobody says it")
  func versions() async throws {
    let room = try WatchRoom()
    room.site.feed([("a", "Ferry")], tag: "1")
    room.site.page("a", Pages.ferry)
    try await room.run()
    room.site.page("a", Pages.ferry + "\nThe port was closed on Tuesday, the harbour master said.")
    room.site.feed([("a", "Ferry, port closed")], tag: "2")
    room.pass(1)
    #expect(try await room.run().pages[.revised] == 1)
    room.site.page("a", Pages.ferry + "\nThe port was opened again on Wednesday, the harbour master said.")
    room.pass(25)
    #expect(try await room.run().pages[.revised] == 1)
    #expect(try room.archive.read { try $0.articleCount() } == 1)
  }

  @Test("tells of a story that opens, one that grows, and a claim that gains an origin; not of what was there before")
  func notices() async throws {
    let room = try WatchRoom()
    let rules = "# ours\nnew-story ferry\nstory ferry\nnew-story volcano\norigin-gained\nconflict\n"
    room.site.feed([("a", "Ferry")], tag: "1")
    room.site.page("a", Pages.ferry)
    try await room.run(rules: rules)
    #expect(room.kinds == ["new-story", "story"])
    let place = try #require(room.notices.first?["articles"]?.list?.first?["at"])
    #expect(place["exact"]?.text == "Ferry crew refuses to leave Port Halden")
    room.site.feed([("b", "Second"), ("a", "Ferry")], tag: "2")
    room.site.page("b", Pages.secondFerry)
    room.pass(1)
    try await room.run(rules: rules)
    #expect(room.kinds.dropFirst(2).contains("story"))
    #expect(!room.kinds.dropFirst(2).contains("new-story"))
    room.site.feed([("c", "Third"), ("b", "Second"), ("a", "Ferry")], tag: "3")
    room.site.page("c", WatchRoom.third)
    room.pass(9)
    try await room.run(rules: rules)
    for notice in room.notices where notice["notice"]?.text == "origin-gained" {
      let (before, now) = (notice["origins"]?["before"]?.integer ?? 9, notice["origins"]?["now"]?.integer ?? 0)
      #expect(before < now && now >= 2)
      #expect(notice["claim"]?["origins"]?["lower"]?.integer == now)
      #expect(notice["claim"]?["support"]?.list?.first?["exact"]?.text?.isEmpty == false)
    }
    #expect(room.kinds.contains("origin-gained"))
    // Nothing came: nothing is told again.
    let told = room.notices.count
    room.pass(9)
    try await room.run(rules: rules)
    #expect(room.notices.count == told)
  }

  @Test("a claim that comes with two origins at once has gained them")
  func atOnce() async throws {
    let room = try WatchRoom()
    room.site.page("a", Pages.ferry)
    room.site.page("c", WatchRoom.third)
    let documents = try ["a", "c"].map { path in
      let url = "http://one.example/\(path)"
      let page = try #require(room.site[url])
      let body = try FetchedBody(Array(page.body.utf8), coding: nil, type: page.type, limit: 1 << 20)
      return try body.page(url: url, source: url, hints: RawDocument.Hints())
    }
    let rules = try NoticeRule.read("origin-gained")
    let keeper = Keeper(
      try Desk(room.archive, engine: Engine()), archive: room.archive,
      notifier: Notifier(rules: rules, store: try room.store()), isStopped: StopFlag(), note: { _ in })
    let notice = try #require(try await keeper.keep(documents).notices.first)
    #expect(notice["origins"]?["before"]?.integer == 0)
    #expect((notice["origins"]?["now"]?.integer ?? 0) >= 2)
  }

  @Test("a page with more text than an article is refused; markup does not count")
  func longText() async throws {
    let room = try WatchRoom()
    room.site.feed([("long", "Long"), ("a", "Ferry")], tag: "1")
    room.site.page("long", "Long\n" + String(repeating: "One word after the other. ", count: 12_000))
    room.site.page("a", Pages.ferry + "\n<!-- \(String(repeating: "comment ", count: 60_000)) -->")
    let tally = try await room.run()
    #expect(tally.pages == [.added: 1])
    #expect(tally.failures == 1)
  }

  @Test("a list names no more pages than are asked for in some days, and the rest when there is room")
  func manyPages() async throws {
    let room = try WatchRoom()
    let watcher = Watcher(
      try Desk(room.archive, engine: Engine()), archive: room.archive, store: try room.store(), fetcher: room.site,
      tell: { _ in })
    let base = try #require(WebAddress("http://one.example/feed"))
    func take(_ round: Int) async throws -> Bool {
      let items = (0..<1_000).map { "<item><title>T</title><link>http://one.example/\(round)-\($0)</link></item>" }
      let list = try #require(
        AddressList(Array("<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>".utf8), most: 1_000))
      return await watcher.take(list, of: base.text, at: base)
    }
    for round in 0..<6 { #expect(try await take(round)) }
    #expect(await watcher.scheduler.pages(of: base.text) == 5_000)
    // What was left out was not noted as known: it is news again.
    for number in 0..<10 { await watcher.forget("http://one.example/1-\(number)") }
    #expect(try await take(5))
    #expect(await watcher.scheduler.pages(of: base.text) == 5_000)
  }

  @Test("it ends when it is asked to, whatever is under way", .timeLimit(.minutes(2)))
  func ending() async throws {
    try await FaultServer.serve { _ in
      .silence
    } _: { server in
      let room = try WatchRoom()
      var policy = AddressPolicy()
      policy.allowsPrivate = true
      var limits = FetchLimits()
      (limits.connect, limits.whole) = (86_400_000, 86_400_000)
      let watcher = Watcher(
        try Desk(room.archive, engine: Engine()), archive: room.archive, store: try room.store(),
        fetcher: HTTPFetcher(agent: "stemma-test", limits: limits, policy: policy, resolver: try ToldResolver()),
        tell: { _ in })
      let address = try #require(WebAddress("http://one.example:\(server.port)/feed"))
      let run = Task { try await watcher.run([address]) }
      while server.asked.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
      #expect(!watcher.stop())
      #expect(watcher.stop())
      try await run.value
    }
  }

  @Test("one list in another, sitemaps and addresses that lead nowhere")
  func lists() async throws {
    let room = try WatchRoom()
    func xml(_ path: String, _ body: String) {
      room.site["http://one.example/\(path)"] = Site.Page(
        body: "<?xml version=\"1.0\"?>" + body, tag: nil, type: "text/xml")
    }
    xml("index.xml", "<sitemapindex><sitemap><loc>http://one.example/s1.xml</loc></sitemap></sitemapindex>")
    xml(
      "s1.xml",
      "<urlset><url><loc>http://one.example/a</loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>http://one.example/none</loc></url></urlset>"
    )
    room.site.page("a", Pages.ferry)
    let tally = try await room.run("http://one.example/index.xml")
    #expect(tally.pages == [.added: 1])
    #expect(Set(room.site.targets) == ["/robots.txt", "/index.xml", "/s1.xml", "/a", "/none"])
    room.pass(400)
    try await room.run("http://one.example/index.xml")
    #expect(room.site.targets.count { $0 == "/none" } == 1)
  }

  @Test("what is no feed fails and is asked for again; any bytes are survived")
  func garbage() async throws {
    let room = try WatchRoom()
    var generator = SeededGenerator(seed: 4)
    for number in 0..<40 {
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let starts = [
        "", "<?xml version=\"1.0\"?><rss><channel><item><link>", "<urlset>", "{\"version\":\"jsonfeed\",\"items\":",
        "<html>",
      ]
      room.site["http://one.example/feed"] = Site.Page(
        body: starts[number % 5] + String(decoding: bytes, as: UTF8.self), tag: nil, type: "text/xml")
      try await room.run()
      room.pass(3)
    }
    #expect(room.site.targets.count { $0 == "/feed" } == 40)
  }

  @Test("one process at a time has the state")
  func exclusion() async throws {
    let room = try WatchRoom()
    let first = try room.store()
    #expect(throws: WatchStore.Failure.self) { _ = try room.store() }
    withExtendedLifetime(first) {}
  }

  @Test("rules are read by the line; a kind that nobody knows is said to be")
  func rules() throws {
    let rules = try NoticeRule.read("\n# x\norigin-gained  Edda   Lunde\r\nconflict\n")
    #expect(rules.map(\.text) == ["origin-gained Edda Lunde", "conflict"])
    #expect(throws: NoticeRule.Failure.self) { _ = try NoticeRule.read("conflict x\nsecond-origin y") }
  }
}

@Suite("Watching a server that misbehaves")
struct MisbehavingTests {
  @Test("feeds with every fault are all asked, and those that answer are read", .timeLimit(.minutes(2)))
  func faults() async throws {
    let page =
      "<!DOCTYPE html><html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>\(Pages.ferry.split(separator: "\n").map { "<p>\($0)</p>" }.joined())</article></body></html>"
    try await FaultServer.serve { asked in
      switch (asked.target, asked.host.prefix { $0 != "." }) {
      case ("/robots.txt", "closed"): .reply(200, [:], Array("User-agent: *\nDisallow: /".utf8))
      case ("/robots.txt", _): .reply(404, [:], [])
      case ("/feed", "silent"): .silence
      case ("/feed", "slow"): .drip(every: 20)
      case ("/feed", "loop"): .leads("/feed")
      case ("/feed", "inward"): .leads("http://169.254.169.254/latest")
      case ("/feed", "garbage"): .raw([1, 2, 3, 255])
      case ("/feed", "broken"): .reply(500, [:], [])
      case ("/feed", _):
        .feed("<rss version=\"2.0\"><channel><item><title>F</title><link>/a</link></item></channel></rss>")
      default: .page(page)
      }
    } _: { server in
      let room = try WatchRoom()
      var policy = AddressPolicy()
      policy.allowsPrivate = true
      var limits = FetchLimits()
      // So long that those who answer do so in time on a machine with other work; those who do not are waited for once, at once.
      (limits.connect, limits.whole) = (8_000, 8_000)
      let resolver = try ToldResolver(["169.254.169.254": [["169.254.169.254"]]])
      var settings = Watcher.Settings()
      settings.isOnce = true
      settings.policy.delay = 5
      settings.patience = 100
      let watcher = Watcher(
        try Desk(room.archive, engine: Engine()), archive: room.archive, store: try room.store(),
        fetcher: HTTPFetcher(agent: "stemma-test", limits: limits, policy: policy, resolver: resolver),
        settings: settings, tell: { _ in })
      let hosts = ["silent", "slow", "loop", "inward", "garbage", "broken", "closed", "sound"]
      let addresses = hosts.compactMap { WebAddress("http://\($0).example:\(server.port)/feed") }
      try await watcher.run(addresses)
      #expect(await watcher.tally.pages == [.added: 1])
      let feeds = server.asked.filter { $0.target == "/feed" }
      let counts = Dictionary(grouping: feeds) { String($0.host.prefix { $0 != "." }) }.mapValues(\.count)
      #expect(counts["closed"] == nil)
      #expect(counts["loop"] == 6)
      #expect(Set(counts.keys) == Set(hosts).subtracting(["closed"]))
      #expect(try room.archive.read { try $0.articleCount() } == 1)
    }
  }
}

extension Watcher {
  fileprivate func forget(_ address: String) { scheduler.remove(address) }
}
