import AsyncHTTPClient
import Foundation
import Intake
import NIOCore
import NIOHTTP1

/// Makes requests over HTTP/1.1, and is the only place of Stemma that opens connections.
///
/// The host is resolved here, all its addresses are judged, and the connection is made to an address that was judged: a name that
/// resolves to another address a moment later (DNS rebinding) changes nothing. Redirects are given back, not followed. No proxy of the
/// environment is used, no cookie kept, no credential sent.
public struct HTTPFetcher: Fetching {
  private let limits: FetchLimits
  private let policy: AddressPolicy
  private let resolver: any HostResolving
  private let agent: String

  /// Makes a fetcher; `agent` is its `User-Agent`.
  public init(
    agent: String, limits: FetchLimits = FetchLimits(), policy: AddressPolicy = AddressPolicy(),
    resolver: any HostResolving = SystemResolver()
  ) {
    self.agent = agent
    self.limits = limits
    self.policy = policy
    self.resolver = resolver
  }

  /// Makes one request.
  public func fetch(_ request: FetchRequest) async -> FetchOutcome {
    await reach(request.address) { await exchange(request, $0) }
  }

  /// Posts `body` once, and gives the answer's status; what the answer says is not read. Under the same policy and limits as ``fetch(_:)``.
  func post(_ body: [UInt8], headers: [(name: String, value: String)], to address: WebAddress) async -> FetchOutcome {
    await reach(address) { client in
      var message = HTTPClientRequest(url: address.text)
      message.method = .POST
      message.headers.add(name: "User-Agent", value: agent)
      message.headers.add(name: "Connection", value: "close")
      for (name, value) in headers { message.headers.replaceOrAdd(name: name, value: value) }
      message.body = .bytes(ByteBuffer(bytes: body))
      do {
        let response = try await client.execute(message, deadline: .now() + .milliseconds(Int64(limits.whole)))
        return .status(
          Int(response.status.code), wait: response.headers.first(name: "Retry-After").flatMap(RetryAfter.seconds))
      } catch {
        return .failed(FaultWords.words(error))
      }
    }
  }

  /// Does `exchange` over a connection to an address of the host that was judged.
  private func reach(
    _ target: WebAddress, _ exchange: @escaping @Sendable (HTTPClient) async -> FetchOutcome
  ) async -> FetchOutcome {
    if let fault = policy.fault(port: target.port) { return .refused(fault) }
    let addresses: [NetworkAddress]
    do { addresses = try await resolve(target.host) } catch { return .failed(FaultWords.words(error)) }
    if let fault = policy.fault(addresses) { return .refused(fault) }
    var outcome = FetchOutcome.failed("its host has no address")
    // A host may have an address that cannot be reached from here: the next one is tried, once.
    for address in addresses.prefix(2) {
      outcome = await ask(target, at: address, exchange)
      guard case .failed = outcome else { break }
    }
    return outcome
  }

  /// The system's resolver blocks for as long as it likes: it is not waited for longer than a request may take, nor where this task is cancelled.
  private func resolve(_ host: String) async throws -> [NetworkAddress] {
    let whole = limits.whole
    return try await Impatience.run(milliseconds: whole) { [resolver] in
      try await resolver.addresses(of: host)
    } late: {
      ResolutionError(description: "its host's address could not be found in \(Self.seconds(whole))")
    }
  }

  private static func seconds(_ milliseconds: Int) -> String {
    milliseconds < 1_000 ? "\(milliseconds) milliseconds" : "\(milliseconds / 1_000) seconds"
  }

  private func ask(
    _ target: WebAddress, at address: NetworkAddress,
    _ exchange: @escaping @Sendable (HTTPClient) async -> FetchOutcome
  ) async -> FetchOutcome {
    let client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration(target, address))
    let outcome = await withinTime { await exchange(client) }
    try? await client.shutdown()
    return outcome
  }

  private func configuration(_ target: WebAddress, _ address: NetworkAddress) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .milliseconds(Int64(limits.connect)), read: .milliseconds(Int64(limits.whole))),
      decompression: .disabled)
    configuration.httpVersion = .http1Only
    // Else a host that refuses, or whose certificate is bad, would be tried again several times a second.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.dnsOverride = [target.host: address.text]
    // The pin is looked at once more where the connection stands.
    configuration.http1_1ConnectionDebugInitializer = { channel in
      if channel.remoteAddress?.ipAddress == address.text { return channel.eventLoop.makeSucceededVoidFuture() }
      return channel.close().flatMapThrowing { throw ResolutionError(description: "the connection went elsewhere") }
    }
    return configuration
  }

  private func withinTime(_ work: @escaping @Sendable () async -> FetchOutcome) async -> FetchOutcome {
    let whole = limits.whole
    return await withTaskGroup(of: FetchOutcome?.self) { group in
      group.addTask { await work() }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(whole))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first ?? .failed("it took longer than \(Self.seconds(whole))")
    }
  }

  private func exchange(_ request: FetchRequest, _ client: HTTPClient) async -> FetchOutcome {
    do {
      let response = try await client.execute(
        message(request), deadline: .now() + .milliseconds(Int64(limits.whole)))
      return try await read(response, limit: request.purpose == .list ? limits.unpacked : limits.unpackedPage)
    } catch let failure as FetchedBody.Failure {
      return .refused(failure.words)
    } catch {
      return .failed(FaultWords.words(error))
    }
  }

  private func message(_ request: FetchRequest) -> HTTPClientRequest {
    var message = HTTPClientRequest(url: request.address.text)
    message.headers.add(name: "User-Agent", value: agent)
    message.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
    message.headers.add(name: "Accept", value: Self.accepted(request.purpose))
    message.headers.add(name: "Connection", value: "close")
    if let tag = request.validators.tag { message.headers.add(name: "If-None-Match", value: tag) }
    if let time = request.validators.modified { message.headers.add(name: "If-Modified-Since", value: time) }
    return message
  }

  private static func accepted(_ purpose: FetchRequest.Purpose) -> String {
    switch purpose {
    case .robots: "text/plain, */*;q=0.1"
    case .list:
      "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
    case .page: "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5"
    }
  }

  private func read(_ response: HTTPClientResponse, limit: Int) async throws -> FetchOutcome {
    let headers = response.headers
    switch response.status.code {
    case 200: break
    case 304: return .notModified
    case 301, 302, 303, 307, 308:
      guard let place = headers.first(name: "Location") else { return .failed("it leads nowhere") }
      return .redirect(place, isPermanent: [301, 308].contains(response.status.code))
    case let code: return .status(Int(code), wait: headers.first(name: "Retry-After").flatMap(RetryAfter.seconds))
    }
    if let length = headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limits.packed {
      return .refused("it is larger than \(limits.packed >> 20) MB")
    }
    var packed: [UInt8] = []
    for try await part in response.body {
      guard packed.count + part.readableBytes <= limits.packed else {
        return .refused("it is larger than \(limits.packed >> 20) MB")
      }
      packed.append(contentsOf: part.readableBytesView)
    }
    guard !Task.isCancelled else { return .failed("it was given up") }
    let body = try FetchedBody(
      packed, coding: headers.first(name: "Content-Encoding"), type: headers.first(name: "Content-Type"),
      limit: limit)
    return .content(FetchedContent(body, validators: Self.validators(headers)))
  }

  /// Validators go back as they came; one that is too long to be one is forgotten.
  private static func validators(_ headers: HTTPHeaders) -> Validators {
    func field(_ name: String) -> String? { headers.first(name: name).flatMap { $0.utf8.count <= 512 ? $0 : nil } }
    return Validators(tag: field("ETag"), modified: field("Last-Modified"))
  }
}

/// `Retry-After` (RFC 9110, 10.2.3).
enum RetryAfter {
  /// Seconds from now; nil for what is neither a number nor a date.
  static func seconds(_ field: String) -> Int? {
    let text = String(decoding: field.utf8.filter { $0 > 0x20 }, as: UTF8.self)
    if let seconds = Int(text) { return max(0, seconds) }
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return format.date(from: field).map { max(0, Int($0.timeIntervalSinceNow)) }
  }
}

extension FetchedBody.Failure {
  /// For people.
  var words: String {
    switch self {
    case .tooLarge: "is larger than is read when it is unpacked"
    case .damaged: "ends too early, or its compression is damaged"
    case .unknownCoding(let coding): "is packed in a way that was not asked for (\(coding.prefix(40)))"
    }
  }
}
