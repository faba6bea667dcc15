import TestSupport
import Testing

@testable import Watch

private func rules(_ text: String, agent: String = "stemma") -> RobotsRules {
  RobotsRules(Array(text.utf8), agent: agent)
}

@Suite("robots.txt (RFC 9309)")
struct RobotsTests {
  @Test("the longest rule decides, of equals the one that allows")
  func longest() {
    let one = rules("User-agent: *\nDisallow: /archive\nAllow: /archive/open\nDisallow: /tie\nAllow: /tie\n")
    #expect(!one.allows("/archive/2031"))
    #expect(one.allows("/archive/open/1"))
    #expect(one.allows("/tie/1"))
    #expect(one.allows("/"))
    #expect(one.allows("/robots.txt"))
  }

  @Test("a group that names the agent replaces that for all; groups of one agent are one")
  func groups() {
    let text = """
      User-agent: *
      Disallow: /

      User-agent: OtherBot
      User-agent: Stemma/2.0
      Disallow: /a

      User-agent: stemma
      Disallow: /b # and nothing else
      """
    #expect(!rules(text).allows("/a/x"))
    #expect(!rules(text).allows("/b"))
    #expect(rules(text).allows("/c"))
    #expect(!rules(text, agent: "third").allows("/c"))
    #expect(!rules(text, agent: "stem").allows("/c"))
  }

  @Test(
    "stars and a closing dollar sign",
    arguments: [
      ("/*.pdf$", "/a/b.pdf", false), ("/*.pdf$", "/a/b.pdf?x", true), ("/a*z", "/abcz/d", false),
      ("/a*z", "/abc", true),
      ("/$", "/", false), ("/$", "/a", true), ("*", "/a", false), ("/fish*", "/fish", false), ("/a**b", "/axb", false),
      ("/%7Euser", "/~user", false), ("/%7euser", "/%7Euser", false), ("/caf%C3%A9", "/café", false),
      ("/A", "/a", true),
    ])
  func patterns(_ pattern: String, _ path: String, _ isAllowed: Bool) {
    #expect(rules("user-agent: *\ndisallow: \(pattern)").allows(path) == isAllowed)
  }

  @Test("an empty rule forbids nothing, other lines end no group, and delays are read")
  func others() {
    #expect(rules("User-agent: *\nDisallow:").allows("/a"))
    let one = rules(
      "\u{FEFF}User-Agent:*\r\nSitemap: https://example.org/s.xml\r\nCrawl-delay: 7.5\r\nDisallow: /x\r\n")
    #expect(one.delay == 7.5)
    #expect(!one.allows("/x"))
    #expect(rules("User-agent: *\nCrawl-delay: soon").delay == nil)
    #expect(rules("Disallow: /").allows("/a"))
  }

  @Test("any bytes give rules, and a hostile pattern is matched in time")
  func anything() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let bytes = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = RobotsRules(Array("User-agent: *\nDisallow: ".utf8) + bytes, agent: "stemma").allows("/a")
    }
    let hostile = rules("User-agent: *\nDisallow: /" + String(repeating: "a*", count: 900) + "b")
    #expect(hostile.allows("/" + String(repeating: "a", count: 2_000)))
  }
}
