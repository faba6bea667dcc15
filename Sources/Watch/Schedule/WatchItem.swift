/// One thing that is asked for again and again: a list or a page. Times are milliseconds since 1970.
public struct WatchItem: Sendable, Hashable, Codable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, Codable { case list, page }
  /// What it is.
  public var kind: Kind
  /// The address that it is known by.
  public var address: String
  /// Where it moved for good.
  public var moved: String?
  /// What the server calls the state that was received last.
  public var validators = Validators()
  /// The address that sent them.
  public var validated: String?
  /// When it is to be asked for.
  public var due: Int
  /// The time between two requests, for a list.
  public var interval: Int
  /// Failures since the last success.
  public var failures = 0
  /// How often a page was received.
  public var visits = 0
  /// The list that named it, where no person did.
  public var parent: String?
  /// What that list told of a page.
  public var told: Told?

  /// What a list tells of a page, as far as it may help to read it. The page has a headline of its own.
  public struct Told: Sendable, Hashable, Codable {
    var outlet: String?
    var published: String?
    var modified: String?
    var byline: [String]?
  }

  /// Makes an item that is due at `due`.
  public init(_ kind: Kind, _ address: WebAddress, due: Int, interval: Int = 0) {
    self.kind = kind
    self.address = address.text
    self.due = due
    self.interval = interval
  }

  /// The validators, if they came from `address`: they say nothing of another resource.
  func validators(at address: WebAddress) -> Validators { validated == address.text ? validators : Validators() }
}

/// What the scheduler is told about the end of a request.
public enum WatchResult: Sendable {
  /// It was received; `hasNews` where a list named what was not known.
  case received(Validators, hasNews: Bool)
  /// It is as it was.
  case unchanged
  /// It leads elsewhere; nil for an address that cannot be asked.
  case moved(WebAddress?, isPermanent: Bool)
  /// Rules of a robots.txt.
  case rules(RobotsRules)
  /// A status that is no success; `wait` in milliseconds where the server says it.
  case status(Int, wait: Int?)
  /// It is not asked for, or its body is not read.
  case refused
  /// No answer, or none that can be read.
  case failed
}

/// What became of an item when a request ended, or was not made.
public struct WatchChange: Sendable, Hashable {
  /// Why an item failed, where its own request does not tell.
  public enum Why: Sendable, Hashable {
    /// The host's robots.txt forbids it.
    case forbidden
    /// The host's robots.txt could not be had, so that nothing may be asked.
    case noRobots
    /// It is led on without an end, or to what is no address.
    case circles
  }
  /// The item as it is now.
  public var item: WatchItem
  /// Whether it is asked for no more: a page that was received for the last time, is gone or was given up.
  public var isOver: Bool
  /// Why it failed.
  public var why: Why?
}
