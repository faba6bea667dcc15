import Archive
import ArgumentParser
import CMemory
import Contract
import Desk
import Dispatch
import Engine
import Foundation
import Intake
import Watch

/// `stemma watch`: with `stemma webhook send` the only command that opens connections.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Polls feeds and sitemaps, keeps their articles, and tells what the rules ask for.",
    discussion: """
      Feeds (RSS, Atom, JSON Feed), sitemaps and lists of feeds (OPML) are asked for with conditional requests, one request a host at a \
      time, as robots.txt allows. Their articles go into the archive as `stemma add` would bring them there; articles are asked for again \
      later, and what changed becomes a version. Notices of --rules are printed as JSON, a line each. What is known goes on in the next \
      run (ARCHIVE.watch); webhooks are told (`stemma webhook`). Hosts of private networks are never asked. SIGINT or SIGTERM ends it.
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
    stemma_keep_little()
    let archive = try place.open(.write)
    try await Failing.run {
      do {
        let desk = try Desk(archive, engine: Engine(encoder: weights.load()))
        let store = try WatchStore(place.path + ".watch")
        let watcher = Watcher(
          desk, archive: archive, store: store, fetcher: fetcher, rules: rules, settings: settings,
          tell: { notice in if let line = try? JSONText.line(notice) { Console.print(line) } },
          note: { Console.note($0) })
        let postman = place.postman(archive, allowPrivate: allowPrivate)
        let rounds = Task { await postman.run() }
        defer { rounds.cancel() }
        try await Interrupts.run(watcher) { try await watcher.run(addresses) }
        rounds.cancel()
        await rounds.value
        if once { try await postman.sendDue() }
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
    guard !argument.utf8.contains("://".utf8) else {
      throw failure(
        "\(argument): is no address that can be asked; give http://HOST/… or https://HOST/…, without a user's name")
    }
    let bytes = try contents(argument)
    guard let list = AddressList(bytes, most: 100_000), list.kind == .lists else {
      throw failure("\(argument): is no list of feeds; give an OPML file, or the feed's address")
    }
    let addresses = list.entries.compactMap { entry in
      let address = WebAddress(entry.address)
      if address == nil {
        Console.note("\(argument): \(entry.address.prefix(200)) is no address of http or https; left out")
      }
      return address
    }
    guard !addresses.isEmpty else {
      throw failure("\(argument): names no feed; each is an <outline xmlUrl=\"https://…\"/>")
    }
    return addresses
  }

  private static func contents(_ path: String) throws -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw failure("\(path): is neither a file nor an address; addresses begin with http:// or https://")
    }
    do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw failure("\(path): cannot be read (\(error.localizedDescription))")
    }
  }

  private static func failure(_ text: String) -> ExitCode {
    Console.note(text)
    return ExitCode(1)
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
    // The usual queues are those that stories are traced on.
    let queue = DispatchQueue(label: "interrupts")
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        // What was acknowledged is on the disk at any time: who asks twice need not wait for a story that is being traced.
        if watcher.stop() { exit(128 + number) }
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await body()
  }
}
