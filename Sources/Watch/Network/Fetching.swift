import Intake

/// One request.
public struct FetchRequest: Sendable, Hashable {
  /// What is asked for.
  public enum Purpose: Sendable, Hashable { case robots, list, page }
  /// What is asked for.
  public var purpose: Purpose
  /// Where.
  public var address: WebAddress
  /// The validators of what was received before: nothing is sent again where it did not change (RFC 9110, 13).
  public var validators = Validators()

  /// Makes a request.
  public init(_ purpose: Purpose, _ address: WebAddress, validators: Validators = Validators()) {
    self.purpose = purpose
    self.address = address
    self.validators = validators
  }
}

/// What a server calls the state of what it sent.
public struct Validators: Sendable, Hashable, Codable {
  /// `ETag`, as it was sent.
  public var tag: String?
  /// `Last-Modified`, as it was sent.
  public var modified: String?

  /// Makes validators.
  public init(tag: String? = nil, modified: String? = nil) {
    self.tag = tag
    self.modified = modified
  }
}

/// What became of one request. A redirect is not followed: where it leads is asked in its turn, and checked anew.
public enum FetchOutcome: Sendable {
  /// Status 200: the body as it came, within the limits.
  case content(FetchedContent)
  /// Status 304.
  case notModified
  /// A status that leads elsewhere, to the address as it was sent.
  case redirect(String, isPermanent: Bool)
  /// Any other status; `wait` is what `Retry-After` says, in seconds.
  case status(Int, wait: Int?)
  /// It was not asked, or not read: an address, a port or a size that is refused.
  case refused(String)
  /// No answer, a broken one, or one that took too long.
  case failed(String)
}

/// A body, with what came with it.
public struct FetchedContent: Sendable {
  /// The body, unpacked.
  public var body: FetchedBody
  /// What the server calls this state.
  public var validators: Validators

  /// Makes content.
  public init(_ body: FetchedBody, validators: Validators = Validators()) {
    self.body = body
    self.validators = validators
  }
}

/// Makes requests. It neither throws nor crashes, whatever comes back.
public protocol Fetching: Sendable {
  /// Makes one request and waits for its end.
  func fetch(_ request: FetchRequest) async -> FetchOutcome
}

/// What a request may cost.
public struct FetchLimits: Sendable {
  /// The most bytes that are taken off the wire for a body.
  public var packed = 4 << 20
  /// The most bytes that a list's body may have when it is unpacked.
  public var unpacked = 16 << 20
  /// The most that a page's or a robots.txt's may have.
  public var unpackedPage = 4 << 20
  /// For a connection, in milliseconds.
  public var connect = 10_000
  /// From the first byte sent to the last received, in milliseconds.
  public var whole = 30_000
  /// Makes the usual limits.
  public init() {}
}
