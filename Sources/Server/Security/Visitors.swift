import Synchronization

/// What tells a visitor's own forms from forms that another site made, and those who have signed in from others.
///
/// A form bears a code that only this process can make for the visitor's cookie; the cookie is not sent along with other sites' forms.
final class Visitors: Sendable {
  static let cookie = "stemma-visitor"
  private let secret = Digest.random(32)
  private let signedIn = Mutex<[String: AccessToken.Role]>([:])
  /// Those who are signed in at once; beyond that all sign in anew.
  private static let most = 1_000

  /// A cookie for a new visitor.
  func newcomer() -> String { Digest.random(16).hex }

  /// The code that a visitor's forms bear.
  func formCode(_ visitor: String) -> String { Digest.hmac(Array("form \(visitor)".utf8), key: secret).hex }

  /// Whether a form with this code is the visitor's own.
  func owns(_ visitor: String?, code: String?) -> Bool {
    guard let visitor, let code else { return false }
    return Digest.areEqual(Array(formCode(visitor).utf8), Array(code.utf8))
  }

  /// Remembers who has signed in, by a hash of a new cookie, which it gives.
  func signIn(_ role: AccessToken.Role) -> String {
    let visitor = newcomer()
    signedIn.withLock { list in
      if list.count >= Self.most { list = [:] }
      list[Self.key(visitor)] = role
    }
    return visitor
  }

  /// What somebody may do who has signed in; nil for those who have not.
  func role(of visitor: String?) -> AccessToken.Role? {
    guard let visitor else { return nil }
    return signedIn.withLock { $0[Self.key(visitor)] }
  }

  private static func key(_ visitor: String) -> String { Digest.sha256(Array(visitor.utf8)).hex }

  /// The header that sets a visitor's cookie.
  static func header(_ visitor: String) -> String { "\(cookie)=\(visitor); Path=/; HttpOnly; SameSite=Lax" }
}
