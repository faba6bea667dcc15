import Contract
import Hummingbird

/// RFC 9457.
private struct WireProblem: Encodable {
  var type = "about:blank"
  var title: String
  var status: Int
  var detail: String
}

extension House {
  /// What is told about a request that has no answer: a page for people, `application/problem+json` for programs. Somebody who has to sign
  /// in is shown where.
  func explain(_ problem: Problem, _ asked: Asked) -> Reply {
    let title = asked.words("problem.\(problem.key)")
    let advice = asked.words("problem.\(problem.key).what")
    var reply: Reply
    if asked.path.first == "api" {
      let detail = problem.detail.map { "\($0): \(advice)" } ?? advice
      let wire = WireProblem(title: title, status: problem.status.code, detail: detail)
      reply = Reply(.problem, (try? JSONText.pretty(wire)) ?? "{}", status: problem.status)
    } else if problem.status == .unauthorized {
      reply = signInPage(asked, isWrong: false)
      reply.status = .unauthorized
    } else {
      let content = ProblemContent(title: title, detail: problem.detail ?? "", advice: advice)
      reply = site.page("problem", content, title: title, for: asked, status: problem.status)
    }
    reply.headers.append(contentsOf: problem.headers)
    if problem.status == .unauthorized { reply.headers[.wwwAuthenticate] = "Bearer realm=\"stemma\"" }
    reply.headers[.cacheControl] = "no-store"
    reply.tag = nil
    return reply
  }

  /// The page on which somebody gives a token.
  func signInPage(_ asked: Asked, isWrong: Bool) -> Reply {
    let content = SignInContent(isWrong: isWrong, next: asked.path == ["sign-in"] ? "/" : asked.target)
    return site.page("signin", content, title: asked.words("sign.in"), for: asked)
  }

  /// Takes a token, and gives a cookie for it. Nobody is signed in yet, so that there is nothing for another site's form to use.
  func signIn(_ asked: Asked) throws -> Reply {
    let form = FormFields(String(decoding: asked.body, as: UTF8.self))
    guard let role = settings.tokens?.role(of: form["token"] ?? "") else {
      var reply = signInPage(asked, isWrong: true)
      reply.status = .unauthorized
      reply.tag = nil
      return reply
    }
    let next = form["next"] ?? "/"
    // Only to a place of this server: "//" would begin another host's address.
    let isOwn = next.hasPrefix("/") && !next.hasPrefix("//") && !next.utf8.contains { $0 < 0x21 || $0 == 0x5C }
    var reply = Reply(seeOther: isOwn ? next : "/")
    reply.headers.append(.init(name: .setCookie, value: Visitors.header(visitors.signIn(role))))
    return reply
  }
}

private struct ProblemContent {
  var title, detail, advice: String
}

private struct SignInContent {
  var isWrong: Bool
  var next: String
}
