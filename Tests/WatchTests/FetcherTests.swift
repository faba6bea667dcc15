import Foundation
import Intake
import Testing

@testable import Watch

/// Some megabytes of zeros in 26 kB of gzip: one block of fixed codes (RFC 1951, 3.2.6), a zero and then runs of 258 zeros.
private let bomb: [UInt8] = {
  var bits: [Bool] = [true, true, false] + "00110000".map { $0 == "1" }
  let run = "1100010100000".map { $0 == "1" }
  for _ in 0..<16_000 { bits += run }
  bits += [Bool](repeating: false, count: 7 + (8 - (bits.count + 7) % 8) % 8)
  let packed = stride(from: 0, to: bits.count, by: 8).map { start in
    (0..<8).reduce(UInt8(0)) { $0 | (bits[start + $1] ? 1 << UInt8($1) : 0) }
  }
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3] + packed
}()

@Suite("The fetcher")
struct FetcherTests {
  private func fetcher(_ resolver: any HostResolving, isInside: Bool = true, _ limits: FetchLimits = FetchLimits())
    -> HTTPFetcher
  {
    var policy = AddressPolicy()
    policy.allowsPrivate = isInside
    return HTTPFetcher(agent: "stemma-test", limits: limits, policy: policy, resolver: resolver)
  }

  /// Small bodies, and so long a time that a machine with other work to do keeps it, too.
  private static let small: FetchLimits = {
    var limits = FetchLimits()
    (limits.packed, limits.unpacked, limits.unpackedPage) = (100_000, 1_000_000, 1_000_000)
    return limits
  }()
  /// For what never ends: no answer can be in time.
  private static let brief: FetchLimits = {
    var limits = small
    (limits.connect, limits.whole) = (300, 300)
    return limits
  }()

  /// What comes of asking for `target`, in words.
  private func outcome(
    _ target: String, _ limits: FetchLimits = small,
    _ answer: @escaping @Sendable (FaultServer.Asked) -> FaultServer.Answer
  ) async throws -> String {
    var text = ""
    try await FaultServer.serve(answer) { server in
      let address = try #require(WebAddress("http://one.example:\(server.port)\(target)"))
      text = Self.words(await fetcher(try ToldResolver(), limits).fetch(FetchRequest(.page, address)))
    }
    return text
  }

  static func words(_ outcome: FetchOutcome) -> String {
    switch outcome {
    case .content(let content): "content \(content.body.bytes.count)"
    case .notModified: "not modified"
    case .redirect(let place, let isPermanent): "\(isPermanent ? "moved" : "see") \(place)"
    case .status(let code, let wait): "status \(code)" + (wait.map { " wait \($0)" } ?? "")
    case .refused: "refused"
    case .failed: "failed"
    }
  }

  @Test("gives what the server sent, and asks with its validators and its name")
  func content() async throws {
    try await FaultServer.serve { asked in
      asked.headers["if-none-match"] == "\"a\""
        ? .reply(304, [:], []) : .page("<html>x</html>", ["ETag": "\"a\"", "Last-Modified": "Mon"])
    } _: { server in
      let address = try #require(WebAddress("http://one.example:\(server.port)/p?q=1"))
      let fetcher = fetcher(try ToldResolver())
      guard case .content(let content) = await fetcher.fetch(FetchRequest(.page, address)) else {
        Issue.record("no content")
        return
      }
      #expect(String(decoding: content.body.bytes, as: UTF8.self) == "<html>x</html>")
      #expect(content.validators == Validators(tag: "\"a\"", modified: "Mon"))
      let again = await fetcher.fetch(FetchRequest(.page, address, validators: content.validators))
      #expect(Self.words(again) == "not modified")
      let asked = server.asked
      #expect(asked.map(\.target) == ["/p?q=1", "/p?q=1"])
      #expect(asked[0].host == "one.example:\(server.port)")
      #expect(asked[0].headers["user-agent"] == "stemma-test")
      #expect(asked[1].headers["if-modified-since"] == "Mon")
      #expect(asked.allSatisfy { $0.headers["cookie"] == nil && $0.headers["authorization"] == nil })
    }
  }

  @Test("gives faults as results, and ends what does not end", .timeLimit(.minutes(2)))
  func faults() async throws {
    #expect(try await outcome("/") { _ in .reply(500, [:], []) } == "status 500")
    #expect(try await outcome("/") { _ in .reply(429, ["Retry-After": "120"], []) } == "status 429 wait 120")
    #expect(try await outcome("/") { _ in .leads("http://127.0.0.1/x", 301) } == "moved http://127.0.0.1/x")
    #expect(try await outcome("/") { _ in .reply(302, [:], []) } == "failed")
    #expect(try await outcome("/", Self.brief) { _ in .silence } == "failed")
    #expect(try await outcome("/", Self.brief) { _ in .drip(every: 50) } == "failed")
    #expect(try await outcome("/") { _ in .raw(Array("no HTTP at all\r\n\r\n".utf8)) } == "failed")
    #expect(try await outcome("/") { _ in .raw([]) } == "failed")
    #expect(
      try await outcome("/") { _ in .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort".utf8)) } == "failed"
    )
    #expect(try await outcome("/") { _ in .raw([UInt8](repeating: 0xFF, count: 5_000)) } == "failed")
    let long = Array("HTTP/1.1 200 OK\r\nX: \(String(repeating: "a", count: 200_000))\r\n\r\n".utf8)
    #expect(try await outcome("/") { _ in .raw(long) } == "failed")
  }

  @Test("bounds what is taken off the wire, said or not, and what it unpacks to")
  func sizes() async throws {
    let large = [UInt8](repeating: 0x20, count: 300_000)
    #expect(try await outcome("/") { _ in .reply(200, [:], large) } == "refused")
    let unsaid = Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + large
    #expect(try await outcome("/") { _ in .raw(unsaid) } == "refused")
    #expect(throws: FetchedBody.Failure.tooLarge) {
      _ = try FetchedBody(bomb, coding: "gzip", type: nil, limit: 1_000_000)
    }
    #expect(try await outcome("/") { _ in .reply(200, ["Content-Encoding": "gzip"], bomb) } == "refused")
    #expect(try await outcome("/") { _ in .reply(200, ["Content-Encoding": "gzip"], [1, 2, 3]) } == "refused")
    #expect(try await outcome("/") { _ in .reply(200, ["Content-Encoding": "br"], [1, 2, 3]) } == "refused")
    #expect(try await outcome("/") { _ in .reply(200, ["Content-Encoding": "gzip, gzip"], bomb) } == "refused")
  }

  @Test("a dead port, and a host without an address, fail")
  func nobody() async throws {
    let server = try await FaultServer { _ in .silence }
    let port = server.port
    try await server.close()
    let address = try #require(WebAddress("http://one.example:\(port)/"))
    #expect(Self.words(await fetcher(try ToldResolver(), Self.small).fetch(FetchRequest(.list, address))) == "failed")
    let none = try ToldResolver(["none.example": [[]]])
    let other = try #require(WebAddress("http://none.example/"))
    #expect(Self.words(await fetcher(none, Self.small).fetch(FetchRequest(.list, other))) == "failed")
  }

  @Test("nothing is asked where an address is private, and no byte is sent")
  func privateAddresses() async throws {
    try await FaultServer.serve { _ in
      .page("secret")
    } _: { server in
      for host in ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "rebound.example"] {
        let resolver: any HostResolving =
          host == "rebound.example"
          ? try ToldResolver(["rebound.example": [["8.8.8.8", "127.0.0.1"]]]) : SystemResolver()
        let address = try #require(WebAddress("http://\(host):\(server.port)/"))
        let web = try #require(WebAddress("http://\(host)/"))
        #expect(Self.words(await fetcher(resolver, isInside: false).fetch(FetchRequest(.page, address))) == "refused")
        let outcome = Self.words(await fetcher(resolver, isInside: false, Self.small).fetch(FetchRequest(.page, web)))
        #expect(outcome == "refused" || (outcome == "failed" && host != "127.0.0.1"))
      }
      #expect(server.asked.isEmpty)
    }
  }

  @Test("the connection goes to the address that was judged, though the name has another a moment later")
  func rebinding() async throws {
    try await FaultServer.serve { asked in
      .page(asked.host)
    } _: { server in
      // The second answer would be the address of a cloud's metadata.
      let resolver = try ToldResolver(["localhost": [["127.0.0.1"], ["169.254.169.254"]]])
      let address = try #require(WebAddress("http://localhost:\(server.port)/"))
      #expect(Self.words(await fetcher(resolver, Self.small).fetch(FetchRequest(.page, address))).hasPrefix("content"))
      #expect(Self.words(await fetcher(resolver, Self.small).fetch(FetchRequest(.page, address))) == "refused")
      #expect(server.asked.count == 1)
      // A name that the system does not know at all is reached where the resolver says.
      let unknown = try #require(WebAddress("http://no-such-host.invalid:\(server.port)/"))
      #expect(Self.words(await fetcher(resolver, Self.small).fetch(FetchRequest(.page, unknown))).hasPrefix("content"))
    }
  }

  @Test("a host that ends every connection is tried once an address, not again and again", .timeLimit(.minutes(2)))
  func once() async throws {
    try await FaultServer.serve { _ in
      .silence
    } _: { server in
      // TLS fails at the first byte: this server speaks none.
      let address = try #require(WebAddress("https://one.example:\(server.port)/"))
      var limits = Self.small
      limits.whole = 3_000
      #expect(Self.words(await fetcher(try ToldResolver(), limits).fetch(FetchRequest(.list, address))) == "failed")
      #expect(server.connections == 1)
    }
  }

  @Test("a resolver that says nothing is not waited for, and not where the watch ends", .timeLimit(.minutes(2)))
  func deafResolver() async throws {
    struct Deaf: HostResolving {
      func addresses(of host: String) async throws -> [NetworkAddress] {
        // A task of its own, which nobody cancels.
        await Task { try? await Task.sleep(for: .seconds(86_400)) }.value
        return []
      }
    }
    let address = try #require(WebAddress("http://one.example/"))
    #expect(Self.words(await fetcher(Deaf(), Self.brief).fetch(FetchRequest(.list, address))) == "failed")
    var limits = Self.small
    limits.whole = 86_400_000
    let task = Task { [limits] in await fetcher(Deaf(), limits).fetch(FetchRequest(.list, address)) }
    task.cancel()
    #expect(Self.words(await task.value) == "failed")
  }
}
