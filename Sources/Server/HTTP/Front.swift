import Archive
import Hummingbird
import NewsModel

/// A request with where it came from.
struct Visit: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the peer; empty where it is not known.
  let peer: String
  let connection: Connection

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
    connection = Connection(source.channel)
  }
}

/// Takes every request: checks it, finds who answers, and gives the answer the headers that all have.
struct Front: HTTPResponder {
  typealias Context = Visit
  let house: House
  let table: RouteTable
  private let limit: RateLimit?
  private let signInLimit = RateLimit(perSecond: 0.1, burst: 10)
  private static let longestTarget = 4_096

  init(_ house: House, _ table: RouteTable) {
    (self.house, self.table) = (house, table)
    let settings = house.settings
    limit = settings.isLoopback ? nil : RateLimit(perSecond: settings.requestsPerSecond, burst: settings.burst)
  }

  func respond(to request: Request, context: Visit) async throws -> Response {
    let words = words(of: request)
    var asked = Asked(
      path: RouteTable.segments(request.uri.path) ?? request.uri.path.split(separator: "/").prefix(1).map(String.init),
      query: FormFields(request.uri.query ?? ""),
      headers: request.headers, words: words, visitor: Asked.cookie(Visitors.cookie, in: request.headers),
      role: .reader, target: request.uri.string, authority: request.head.authority ?? "localhost",
      connection: context.connection)
    var reply: Reply
    do {
      reply = try await answer(request, &asked, context)
    } catch {
      let problem = Self.problem(error)
      if problem.status == .internalServerError { house.settings.note("\(request.uri.path): \(error)") }
      reply = house.explain(problem, asked)
    }
    if let chosen = asked.query["lang"], house.site.languages.words(chosen) != nil {
      reply.headers.append(.init(name: .setCookie, value: "lang=\(chosen); Path=/; HttpOnly; SameSite=Lax"))
    }
    reply.headers.append(.init(name: .vary, value: "Accept-Language, Cookie"))
    return secured(reply.response(to: request.headers, isHead: request.method == .head))
  }

  private func answer(_ request: Request, _ asked: inout Asked, _ visit: Visit) async throws -> Reply {
    guard request.uri.string.utf8.count <= Self.longestTarget else { throw Problem(.uriTooLong, "long") }
    guard RouteTable.segments(request.uri.path) != nil else { throw Problem.notFound() }
    if let limit, !limit.allows(visit.peer) {
      var problem = Problem(.tooManyRequests, "often")
      problem.headers[.retryAfter] = "5"
      throw problem
    }
    try Doorkeeper(house).checkHost(request)
    let (route, captured) = try table.route(request.method, asked.path)
    asked.captured = captured
    asked.role = try Doorkeeper(house).role(asked, route)
    if asked.path == ["sign-in"], request.method == .post, !signInLimit.allows(visit.peer) {
      throw Problem(.tooManyRequests, "often")
    }
    if route.method == .post {
      try Doorkeeper(house).checkOrigin(request)
      asked.body = try await body(of: request, upTo: route.bodyLimit ?? house.settings.uploadLimit)
    }
    return try await route.answer(asked, house)
  }

  private func body(of request: Request, upTo limit: Int) async throws -> [UInt8] {
    let tooMuch = Problem(.contentTooLarge, "large", String(limit))
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooMuch }
    var bytes: [UInt8] = []
    for try await part in request.body {
      guard bytes.count + part.readableBytes <= limit else { throw tooMuch }
      bytes += part.readableBytesView
    }
    return bytes
  }

  private func words(of request: Request) -> SiteWords {
    let languages = house.site.languages
    let asked = request.uri.query.map { FormFields($0)["lang"] } ?? nil
    return languages.words(asked) ?? languages.words(Asked.cookie("lang", in: request.headers))
      ?? languages.preferred(request.headers[.acceptLanguage])
  }

  private static func problem(_ error: any Error) -> Problem {
    switch error {
    case let problem as Problem: return problem
    case let error as QueryError: return Problem(.badRequest, "query", error.description)
    case let error as ArchiveError:
      switch error.reason {
      case .unknown(let id): return .notFound(id)
      case .query(let what): return Problem(.badRequest, "query", what)
      case .locked: return Problem(.serviceUnavailable, "locked")
      // What it says names a file of this machine.
      default: return Problem(.internalServerError, "archive")
      }
    default: return Problem(.internalServerError, "inside")
    }
  }

  /// Headers for every answer: nothing is loaded but the style sheet, no script runs, no other site shows a page in a frame.
  private func secured(_ response: Response) -> Response {
    var response = response
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.init("Referrer-Policy")!] = "same-origin"
    response.headers[.init("X-Frame-Options")!] = "DENY"
    response.headers[.init("Cross-Origin-Opener-Policy")!] = "same-origin"
    response.headers[.init("Cross-Origin-Resource-Policy")!] = "same-origin"
    return response
  }
}
