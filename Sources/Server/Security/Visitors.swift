import Synchronization

/// What tells a visitor's own forms from forms that another site made, and those who have signed in from others.
///
/// A form bears a code that only this process can make for the visitor's cookie; the cookie is not sent along with other sites' forms.
/// Who has signed in is forgotten after 30 days without a request, and after 90 days in any case, whatever the browser keeps.
final class Visitors: Sendable {
  static let cookie = "stemma-visitor"
  private struct Session {
    var role: AccessToken.Role
    var began: ContinuousClock.Instant
    var last: ContinuousClock.Instant
    func isOver(at now: ContinuousClock.Instant) -> Bool {
      now - last > Visitors.longestSilence || now - began > Visitors.longest
    }
  }
  private let secret = Digest.random(32)
  private let signedIn = Mutex<[String: Session]>([:])
  /// Those who are signed in at once; beyond that those who were silent longest sign in anew.
  private static let most = 1_000
  private static let longestSilence = Duration.seconds(30 * 86_400), longest = Duration.seconds(90 * 86_400)

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
  func signIn(_ role: AccessToken.Role, at now: ContinuousClock.Instant = .now) -> String {
    let visitor = newcomer()
    signedIn.withLock { list in
      if list.count >= Self.most { list = list.filter { !$0.value.isOver(at: now) } }
      if list.count >= Self.most, let silent = list.min(by: { $0.value.last < $1.value.last }) {
        list[silent.key] = nil
      }
      list[Self.key(visitor)] = Session(role: role, began: now, last: now)
    }
    return visitor
  }

  /// What somebody may do who has signed in; nil for those who have not, or too long ago.
  func role(of visitor: String?, at now: ContinuousClock.Instant = .now) -> AccessToken.Role? {
    guard let visitor else { return nil }
    let key = Self.key(visitor)
    return signedIn.withLock { list in
      guard var session = list[key] else { return nil }
      guard !session.isOver(at: now) else {
        list[key] = nil
        return nil
      }
      session.last = now
      list[key] = session
      return session.role
    }
  }

  private static func key(_ visitor: String) -> String { Digest.sha256(Array(visitor.utf8)).hex }

  /// The header that sets a visitor's cookie; browsers forget it in 90 days.
  static func header(_ visitor: String) -> String {
    "\(cookie)=\(visitor); Path=/; Max-Age=\(90 * 86_400); HttpOnly; SameSite=Lax"
  }
}
