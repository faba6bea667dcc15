import Briefing
import NewsModel
import Testing
import TextBytes

/// Article text is written by strangers: it brings no escape sequence to the terminal and no markup to a page.
@Suite("hostile text")
struct HostileTests {
  static let attacks = [
    "<script>alert(1)</script>", "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}rest", "\u{202E}gnorw",
    "a\" onclick=\"x",
    "\"\u{301} onmouseover=x", "'\u{301}", "</style><b>", "[link](javascript:x)", "![i](http://evil.example/a.png)",
    "| cell |",
    "`code`", "{{{title}}}", "\u{9B}31m", "line\nbreak", "\u{0}nul", "<!--", "www.evil.example",
  ]

  /// A story whose every word shown comes from `attack`.
  static func trace(_ attack: String) -> Trace {
    let articles = (1...2).map {
      ArticleFixture(
        id: "a\($0)\(attack)", outlet: "Outlet \($0) \(attack)", language: "en", published: "2031-03-10",
        title: "Title \($0) \(attack)", paragraphs: ["They said that \(attack) happened here."], notice: "AI \(attack)"
      ).make()
    }
    let passages = articles.indices.map { Passage(article: $0, span: articles[$0].article.paragraphs[0].span) }
    let origin = Origin(
      id: ID("o1"), name: "Name \(attack)", kind: .anonymous, medium: .statement, via: "Via \(attack)")
    let claim = Claim(
      id: ID("c1"), text: articles[0].article.text[passages[0].span], textAt: passages[0], status: .reported,
      basis: .anonymous,
      support: passages.map { Claim.Support(passage: $0, origin: origin.id, because: "because \(attack)") },
      origins: OriginBounds(ids: [origin.id], lower: 1, upper: 1, why: "why \(attack)"))!
    let difference = Discrepancy(
      claim: claim.id, kind: .wording, verdict: .conflict, why: attack,
      values: passages.map { .init(value: attack, at: $0) })!
    let story = Story(
      id: ID("s1"), title: "Story \(attack)", articles: articles, origins: [origin], claims: [claim],
      discrepancies: [difference],
      exclusives: [.init(article: 0, claims: [claim.id])],
      timeline: [
        TimelineEntry(dates: [TimexValue("2031-03-10")], text: attack, event: nil, claims: [claim.id], at: passages)!
      ])
    return Trace(stories: [story])
  }

  @Test("no control character, escape or turn of direction reaches the terminal", arguments: attacks)
  func terminal(_ attack: String) {
    let text = TerminalReport(options: ReportOptions(width: 80, allClaims: true)).render(Self.trace(attack))
    #expect(text.contains("THINLY SOURCED"))
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
    }
    #expect(!text.contains("[31m"))
  }

  @Test("no markup reaches the page", arguments: attacks)
  func html(_ attack: String) throws {
    let page = try HTMLReport().render(Self.trace(attack))
    let harmless = try HTMLReport().render(Self.trace("harmless"))
    #expect(tags(page) == tags(harmless))
    #expect(!page.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
  }

  /// Every tag of a page, from `<` to `>`, without the values of its attributes.
  private func tags(_ page: String) -> [String] {
    var tags: [String] = []
    var tag: String.UnicodeScalarView?
    var isQuoted = false
    for scalar in page.unicodeScalars {
      if scalar == "<", tag == nil { tag = .init() }
      guard tag != nil else { continue }
      if scalar == "\"" { isQuoted.toggle() } else if !isQuoted { tag?.append(scalar) }
      if scalar == ">", !isQuoted {
        tags.append(String(tag!))
        tag = nil
      }
    }
    return tags
  }

  @Test("no markup reaches Markdown", arguments: attacks)
  func markdown(_ attack: String) {
    let text = MarkdownReport(options: ReportOptions(allClaims: true)).render(Self.trace(attack))
    let live = ["\\]", "\\:", "\\`", "\\!"].reduce(text) { $0.replacing($1, with: "") }
    for markup in ["<", "](", "://", "www.", "`", "!["] { #expect(!live.contains(markup)) }
    // Bars that are not escaped stand only where the table has them.
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| 1") || $0.hasPrefix("| 2") }
    #expect(rows.count == 2)
    for row in rows { #expect(row.replacing("\\|", with: "").count(where: { $0 == "|" }) == 6) }
  }

  @Test("explanations are as clean", arguments: attacks)
  func explanation(_ attack: String) throws {
    let text = try #require(Explanation(Self.trace(attack)).explain("c1"))
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format)
    }
  }
}
