import Hummingbird

/// A place of the server: what is asked for, and who answers.
struct Route: Sendable {
  typealias Answer = @Sendable (Asked, House) async throws -> Reply

  var method: HTTPRequest.Method
  /// Segments; those in braces are open: `/stories/{story}`.
  var path: String
  /// What one must be to ask.
  var role: AccessToken.Role
  /// The most bytes of a body; nil for what may be uploaded at once.
  var bodyLimit: Int?
  var answer: Answer

  /// A place that is read.
  static func get(_ path: String, _ answer: @escaping Answer) -> Route {
    Route(method: .get, path: path, role: .reader, bodyLimit: 0, answer: answer)
  }

  /// A place that changes the archive.
  static func post(_ path: String, limit: Int? = 65_536, _ answer: @escaping Answer) -> Route {
    Route(method: .post, path: path, role: .editor, bodyLimit: limit, answer: answer)
  }

  /// What the open segments match; nil where the path is another.
  func captures(_ segments: [String]) -> [String: String]? {
    let own = path.split(separator: "/")
    guard own.count == segments.count else { return nil }
    var captured: [String: String] = [:]
    for (part, segment) in zip(own, segments) {
      if part.hasPrefix("{") {
        captured[String(part.dropFirst().dropLast())] = segment
      } else if part != segment {
        return nil
      }
    }
    return captured
  }
}

/// All places.
struct RouteTable: Sendable {
  let routes: [Route]

  /// The route of a request with what it matched; it throws where the place is not there, or cannot be asked that way.
  func route(_ method: HTTPRequest.Method, _ segments: [String]) throws(Problem) -> (Route, [String: String]) {
    var allowed: [String] = []
    for route in routes {
      guard let captured = route.captures(segments) else { continue }
      if route.method == method || (method == .head && route.method == .get) { return (route, captured) }
      allowed.append(route.method.rawValue)
      if route.method == .get { allowed.append("HEAD") }
    }
    guard !allowed.isEmpty else { throw Problem.notFound() }
    var problem = Problem(.methodNotAllowed, "method")
    problem.headers[.allow] = allowed.joined(separator: ", ")
    throw problem
  }

  /// The decoded segments of a path; nil where one is no text. A segment never leads out of anything: it is only compared and looked up.
  static func segments(_ path: String) -> [String]? {
    var segments: [String] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      let bytes = Percent.decoded(Array(part))
      guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return nil }
      segments.append(text)
    }
    return segments
  }
}
