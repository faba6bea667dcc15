import Archive
import ArgumentParser
import Contract
import Desk
import Dispatch
import Engine
import Foundation
import Intake
import Watch

/// `stemma watch`: the only command that opens connections.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Polls feeds and sitemaps, keeps their articles, and tells what the rules ask for.",
    discussion: """
      Feeds (RSS, Atom, JSON Feed), sitemaps and lists of feeds (OPML) are asked for with conditional requests, one request a host at a \
      time, as robots.txt allows. Their articles go into the archive as `stemma add` would bring them there; articles are asked for again \
      later, and what changed becomes a version. Notices of --rules are printed as JSON, a line each. What is known goes on in the next \
      run (ARCHIVE.watch). Hosts of private networks are never asked. SIGINT or SIGTERM ends it.
      """)
  @Argument(help: ArgumentHelp("Addresses of feeds and sitemaps, or OPML files.", valueName: "feeds.opml|URL"))
  var feeds: [String]
  @OptionGroup var place: ArchiveOptions
  @OptionGroup var weights: EncoderOptions
  @Option(help: ArgumentHelp("What is to be told: a rule a line (docs/GUIDE.md).", valueName: "file"))
  var rules: String?
  @Flag(help: "Ask for what is due, and end: for cron.")
  var once = false
  @Option(
    help:
      "Seconds between two requests for a feed: at first, then as often as it has news, from a third to eight times of it."
  )
  var interval = 900
  @Option(help: "Seconds between two requests to one host, at least.")
  var delay = 2.0
  @Option(help: "Articles of a feed that are fetched when it is seen for the first time.")
  var firstArticles = 20
  @Option(help: "Requests that are under way at once.")
  var lanes = 32
  @Option(
    help: ArgumentHelp("What is sent as User-Agent; name an address where you can be reached.", valueName: "text"))
  var agent = "stemma/\(Stemma.configuration.version)"
  @Flag(help: "Let this machine and private networks be asked, on any port.")
  var allowPrivate = false

  func run() async throws {
    guard interval >= 1, delay >= 0, (1...1_024).contains(lanes), (0...1_000).contains(firstArticles) else {
      throw ValidationError("--interval must be 1 or more, --delay 0 or more, --lanes 1 to 1024")
    }
    let addresses = try feeds.flatMap(Self.addresses)
    guard !addresses.isEmpty else { throw ValidationError("no feed is named") }
    let rules = try readRules()
    let archive = try place.open(.write)
    try await Failing.run {
      do {
        let desk = try Desk(archive, engine: Engine(encoder: weights.load()))
        let store = try WatchStore(place.path + ".watch")
        let watcher = Watcher(
          desk, archive: archive, store: store, fetcher: fetcher, rules: rules, settings: settings,
          tell: { notice in if let line = try? JSONText.line(notice) { Console.print(line) } },
          note: { Console.note($0) })
        try await Interrupts.run(watcher) { try await watcher.run(addresses) }
        Console.note(Self.summary(await watcher.tally))
      } catch let failure as WatchStore.Failure {
        Console.note(failure.description)
        throw ExitCode(1)
      }
    }
  }

  private var settings: Watcher.Settings {
    var settings = Watcher.Settings()
    settings.policy.interval = interval * 1_000
    settings.policy.leastInterval = max(interval * 1_000 / 3, 1_000)
    settings.policy.mostInterval = interval * 8_000
    settings.policy.delay = Int(min(delay, 86_400) * 1_000)
    (settings.lanes, settings.firstPages, settings.isOnce) = (lanes, firstArticles, once)
    settings.seed = UInt64.random(in: 0...UInt64.max)
    return settings
  }

  private var fetcher: HTTPFetcher {
    var policy = AddressPolicy()
    policy.allowsPrivate = allowPrivate
    return HTTPFetcher(agent: agent, policy: policy)
  }

  private func readRules() throws -> [NoticeRule] {
    guard let rules else { return [] }
    do {
      return try NoticeRule.read(try String(contentsOfFile: rules, encoding: .utf8))
    } catch {
      Console.note("\(rules): \((error as? NoticeRule.Failure)?.description ?? error.localizedDescription)")
      throw ExitCode(1)
    }
  }

  /// The addresses that an argument names: itself, or those in a list of feeds.
  private static func addresses(_ argument: String) throws -> [WebAddress] {
    if let address = WebAddress(argument) { return [address] }
    guard let data = FileManager.default.contents(atPath: argument) else {
      throw ValidationError("\(argument): is neither an address (http, https) nor a file")
    }
    guard let list = AddressList(Array(data), most: 100_000), list.kind == .lists else {
      throw ValidationError("\(argument): is no list of feeds (OPML)")
    }
    return list.entries.compactMap { entry in
      guard let address = WebAddress(entry.address) else {
        Console.note("\(argument): \(entry.address.prefix(200)) is no address of http or https; left out")
        return nil
      }
      return address
    }
  }

  private static func summary(_ tally: Watcher.Tally) -> String {
    func pages(_ state: Receipt.State) -> Int { tally.pages[state] ?? 0 }
    return [
      Plural.text(tally.requests, "request"), "\(tally.unchanged) not modified", "\(tally.failures) failed",
      Plural.text(pages(.added), "new article"), Plural.text(pages(.revised), "new version"),
      Plural.text(tally.notices, "notice"),
    ].joined(separator: " · ")
  }
}

/// Ends a watch when the process is asked to end.
private enum Interrupts {
  static func run(_ watcher: Watcher, _ body: () async throws -> Void) async throws {
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { Task { await watcher.stop() } }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await body()
  }
}
