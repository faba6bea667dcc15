import Hummingbird

/// Who may come in, and from where.
struct Doorkeeper {
  private let house: House
  init(_ house: House) { self.house = house }

  /// Where only this machine reaches the server, the address in the request must be this machine's: another site's name that was made to
  /// lead here (DNS rebinding) must not open the archive to that site.
  func checkHost(_ request: Request) throws(Problem) {
    guard house.settings.tokens == nil else { return }
    guard let authority = request.head.authority, ServerSettings.isLoopback(Self.host(authority)) else {
      throw Problem(.misdirectedRequest, "host")
    }
  }

  /// A request that changes something must come from a page of this server's own, or from a program.
  func checkOrigin(_ request: Request) throws(Problem) {
    if let site = request.headers[.init("Sec-Fetch-Site")!], site != "same-origin", site != "none" {
      throw Problem(.forbidden, "origin")
    }
    guard let origin = request.headers[.origin] else { return }
    let host =
      origin.hasPrefix("https://") ? origin.dropFirst(8) : origin.hasPrefix("http://") ? origin.dropFirst(7) : ""
    guard String(host) == request.head.authority else { throw Problem(.forbidden, "origin") }
  }

  /// What the asker may do; it throws where that is not enough for the route.
  func role(_ asked: Asked, _ route: Route) throws(Problem) -> AccessToken.Role {
    guard let tokens = house.settings.tokens else {
      let role: AccessToken.Role = house.clerk == nil ? .reader : .editor
      guard role >= route.role else { throw Problem(.forbidden, "reads") }
      return role
    }
    let own = Self.bearer(asked.headers[.authorization]).flatMap(tokens.role) ?? house.visitors.role(of: asked.visitor)
    let isOpen = asked.path == ["sign-in"] || asked.path == ["style.css"]
    guard var role = own else {
      if isOpen { return .reader }
      throw Problem(.unauthorized, "token")
    }
    if house.clerk == nil { role = .reader }
    guard isOpen || role >= route.role else { throw Problem(.forbidden, "reads") }
    return role
  }

  private static func bearer(_ field: String?) -> String? {
    guard let field, field.utf8.count > 7, field.prefix(7).lowercased() == "bearer " else { return nil }
    return String(field.dropFirst(7))
  }

  /// A host without its port.
  private static func host(_ authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }
}
