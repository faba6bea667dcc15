import Archive
import ArgumentParser
import Contract
import Desk
import Foundation
import Watch

/// `stemma webhook`: whom an archive tells of new and changed stories.
struct WebhookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook", abstract: "Registers addresses that are told of new and changed stories.",
    discussion: """
      Each story that comes, changes or goes is sent as a POST of JSON, signed with a secret of the address's own as Standard Webhooks 1.0 \
      has it (docs/GUIDE.md). `stemma webhook send` and `stemma watch` send them. What does not arrive is tried again, ever more \
      seldom, for up to 3 days, and then listed as given up.
      """, subcommands: [AddHook.self, ListHooks.self, RemoveHook.self, HookSecret.self, SendHooks.self])
}

/// The file with the key of the archive's webhooks.
extension ArchiveOptions {
  var webhookKeyPath: String { path + ".webhooks" }

  func webhookKey(isMade: Bool = false) throws -> WebhookKey {
    do { return try WebhookKey(file: webhookKeyPath, isMade: isMade) } catch {
      Console.note(error.description)
      throw ExitCode(1)
    }
  }
}

/// `stemma webhook add`.
private struct AddHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Registers an address, and prints its number and secret.",
    discussion: "It is told what happens from now on. Give the secret to the receiver, which checks signatures with it."
  )
  @Argument(help: ArgumentHelp("Where it is told, http or https.", valueName: "URL"))
  var url: String
  @OptionGroup var place: ArchiveOptions
  @Option(help: "Only stories of so many articles or more.")
  var articles = 1

  func run() async throws {
    guard let parts = URLComponents(string: url), ["http", "https"].contains(parts.scheme?.lowercased()),
      let host = parts.host, !host.isEmpty, parts.user == nil, url.utf8.count <= 2_000
    else { throw ValidationError("\(url): is no address of http or https; give one without a user's name") }
    guard (1...1_000_000).contains(articles) else { throw ValidationError("--articles must be 1 to 1000000") }
    let archive = try place.open(.update)
    let key = try place.webhookKey(isMade: true)
    let time = Int(Date().timeIntervalSince1970)
    let id = try Failing.run { try archive.write { try $0.addHook(url, articles: articles, at: time) } }
    guard let id else { throw ValidationError("\(url): is registered already; `stemma webhook list` shows it") }
    Console.print("\(id)\t\(key.secret(of: id, at: url))")
  }
}

/// `stemma webhook list`.
private struct ListHooks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists addresses, and what arrived, waits and was given up.")
  @OptionGroup var place: ArchiveOptions
  @Option(help: "text or json.")
  var format = PlainFormat.text

  private struct Line: Encodable {
    var id: Int
    var url: String
    var articles, sent, waiting, dead, failures: Int
    var note: String?
    var givenUp: [GivenUp]
  }
  private struct GivenUp: Encodable {
    var story, note: String
  }

  func run() async throws {
    let archive = try place.open(.read)
    let lines = try Failing.run {
      try archive.read { reader in
        try reader.hooks().map { hook in
          Line(
            id: hook.id, url: hook.url, articles: hook.articles, sent: hook.sent, waiting: hook.waiting,
            dead: hook.dead,
            failures: hook.failures, note: hook.note,
            givenUp: try reader.deadDeliveries(of: hook.id).map { GivenUp(story: $0.story.raw, note: $0.note) })
        }
      }
    }
    if format == .json { return Console.write(try JSONText.pretty(lines) + "\n") }
    for line in lines {
      let failure = line.note.map { " · \(Plural.text(line.failures, "failure")) in a row, the last: \($0)" } ?? ""
      let dead = line.dead > 0 ? " · \(line.dead) given up" : ""
      Console.print("\(line.id)  \(line.url)  \(line.sent) sent · \(line.waiting) waiting\(dead)\(failure)")
      for one in line.givenUp { Console.print("   \(one.story) given up: \(one.note)") }
    }
  }
}

/// `stemma webhook remove`.
private struct RemoveHook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets an address, and what waits for it.")
  @Argument(help: "The number that `webhook list` prints.")
  var id: Int
  @OptionGroup var place: ArchiveOptions

  func run() async throws {
    let archive = try place.open(.update)
    guard try Failing.run({ try archive.write { try $0.removeHook(id) } }) else {
      throw ValidationError("there is no webhook \(id); `stemma webhook list` prints their numbers")
    }
  }
}

/// `stemma webhook secret`.
private struct HookSecret: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "secret", abstract: "Prints the secret of an address again.")
  @Argument(help: "The number that `webhook list` prints.")
  var id: Int
  @OptionGroup var place: ArchiveOptions

  func run() async throws {
    let archive = try place.open(.read)
    guard let hook = try Failing.run({ try archive.read { try $0.hooks() } }).first(where: { $0.id == id }) else {
      throw ValidationError("there is no webhook \(id); `stemma webhook list` prints their numbers")
    }
    Console.print(try place.webhookKey().secret(of: id, at: hook.url))
  }
}

/// `stemma webhook send`.
private struct SendHooks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Sends what waits, and goes on until it is ended; `stemma watch` does so too.")
  @OptionGroup var place: ArchiveOptions
  @Flag(help: "Send what is due, and end: for cron.")
  var once = false
  @Flag(help: "Let this machine and private networks be told, on any port.")
  var allowPrivate = false

  func run() async throws {
    let archive = try place.open(.update)
    let postman = place.postman(archive, allowPrivate: allowPrivate)
    guard once else { return await postman.run() }
    try await Failing.run {
      guard let tally = try await postman.sendDue() else {
        return Console.note("no webhook is registered; `stemma webhook add URL` does so")
      }
      Console.note("\(tally.sent) sent · \(tally.failed) failed, to be tried again · \(tally.dead) given up")
    }
  }
}

extension ArchiveOptions {
  /// Who sends what `archive` has for webhooks, of those too that are registered later.
  func postman(_ archive: Archive, allowPrivate: Bool) -> Postman {
    var policy = AddressPolicy()
    policy.allowsPrivate = allowPrivate
    let fetcher = HTTPFetcher(agent: "stemma/\(Stemma.configuration.version)", policy: policy)
    let file = webhookKeyPath
    return Postman(
      {
        guard try !archive.read({ try $0.hooks() }).isEmpty else { return nil }
        return Outbox(archive, key: try WebhookKey(file: file))
      }, WebhookSender(fetcher), note: { Console.note($0) })
  }
}
