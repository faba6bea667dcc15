import NewsModel
import Testing
import TextBytes

@testable import Briefing

@Suite("the report")
struct ReportTests {
  @Test("fits its width, whatever it is", arguments: [50, 57, 64, 72, 80, 99, 100, 120, 160])
  func width(_ width: Int) {
    let options = ReportOptions(width: width, allClaims: true)
    for trace in [StoryFixture.trace] + HostileTests.attacks.map(HostileTests.trace) {
      for line in TerminalReport(options: options).render(trace).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test("every marker opens", arguments: [60, 100])
  func markers(_ width: Int) {
    let text = TerminalReport(options: ReportOptions(width: width, allClaims: true)).render(StoryFixture.trace)
    let found = markers(in: text)
    #expect(found.count > 20)
    let explanation = Explanation(StoryFixture.trace)
    for marker in found { #expect(explanation.explain(marker) != nil, "\(marker)") }
  }

  @Test("every link of the page leads somewhere, and no id stands twice")
  func links() throws {
    let single = Story(id: ID("s2"), title: "A lone report", articles: [StoryFixture.articles[3]])
    for trace in [StoryFixture.trace, Trace(stories: [StoryFixture.story, single, StoryFixture.story])] {
      let page = try HTMLReport().render(trace)
      let ids = values(of: " id=\"", in: page)
      let targets = values(of: "href=\"#", in: page)
      #expect(targets.count > 20)
      #expect(ids.count == Set(ids).count)
      #expect(Set(targets).subtracting(ids).isEmpty)
    }
  }

  @Test("words in quotation marks are an article's own", arguments: [60, 100])
  func quoted(_ width: Int) {
    let options = ReportOptions(width: width, allClaims: true)
    let texts = StoryFixture.story.articles.map { clean($0.article.text.string) }
    let terminal = clean(TerminalReport(options: options).render(StoryFixture.trace))
    for report in [terminal, MarkdownReport(options: options).render(StoryFixture.trace)] {
      let quoted = values(of: "“", until: "”", in: report) + values(of: "«", until: "»", in: report)
      #expect(!quoted.isEmpty)
      #expect(!report.contains("\""))
      for words in quoted {
        for part in words.split(separator: "…") {
          #expect(texts.contains { $0.contains(part.trimmed) }, "\(words)")
        }
      }
    }
  }

  @Test("thin sourcing stands before solid, and says why")
  func order() throws {
    let report = StoryReport(StoryFixture.story)
    #expect(report.thin.map(\.id) == ["c1", "c3"])
    #expect(report.thin.map(\.count) == ["3 outlets → 1 origin", "2 outlets → 1 origin, perhaps 2"])
    #expect(report.solid.map(\.id) == ["c2", "c4", "c5"])
    #expect(
      report.thin[0].paths.map(\.text) == ["unnamed sources (two people close to the operator) ← Norwire ← 1 2 3"])
    #expect(report.thin[0].notes.map(\.text) == ["did not answer [2:5]", "headline names no source [1:1]"])
  }

  @Test("the first screen holds what matters; --all holds the rest")
  func choice() {
    let short = TerminalReport().render(StoryFixture.trace)
    let long = TerminalReport(options: ReportOptions(allClaims: true)).render(StoryFixture.trace)
    #expect(short.contains("5 claims in all (--all)"))
    #expect(long.contains("5 claims in all") && !long.contains("(--all)"))
    #expect(long.split(separator: "\n").count > short.split(separator: "\n").count)
  }

  @Test("sections are chosen and lines are cut")
  func sections() {
    let when = TerminalReport(options: ReportOptions(sections: [.when])).render(StoryFixture.trace)
    #expect(when.hasPrefix("WHEN\n"))
    #expect(!when.contains("DESCENT"))
    let cut = TerminalReport(options: ReportOptions(lines: 6)).render(StoryFixture.trace)
    let lines = cut.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == 6)
    #expect(lines.last?.hasSuffix("more lines") == true)
  }

  @Test("an undated article says so, and what to do")
  func gaps() {
    let text = clean(TerminalReport().render(StoryFixture.trace))
    #expect(text.contains("no date"))
    #expect(text.contains("1 date unresolved: 4 has no publication date (--fetched DATE or --published DATE)"))
  }

  @Test("stories come largest first; one article has a short form")
  func stories() {
    let single = Story(id: ID("s2"), title: "A lone report", articles: [StoryFixture.articles[3]])
    let text = TerminalReport().render(Trace(stories: [single, StoryFixture.story]))
    #expect(text.hasPrefix("CORVANE DAM"))
    #expect(text.hasSuffix("A lone report\n  Brook Tribune · en · no date · own reporting · 0 claims (--all)\n"))
  }

  @Test("nothing has no id, and an empty trace has a report")
  func nothing() throws {
    #expect(Explanation(StoryFixture.trace).explain("c99") == nil)
    #expect(Explanation(StoryFixture.trace).explain("9:1") == nil)
    #expect(Explanation(StoryFixture.trace).explain("1:999") == nil)
    #expect(TerminalReport().render(Trace(stories: [])).isEmpty)
    #expect(try HTMLReport().render(Trace(stories: [])).contains("</html>"))
  }

  private func markers(in text: String) -> [String] {
    values(of: "[", until: "]", in: text).filter { $0.contains(":") && !$0.contains(" ") }
  }
}

extension Substring {
  /// Without blanks and marks at the ends.
  fileprivate var trimmed: Substring {
    var words = self
    while let last = words.last, last == " " || last == "," || last == "." { words.removeLast() }
    while words.first == " " { words.removeFirst() }
    return words
  }
}

/// What stands between two strings, each time.
func values(of start: String, until end: String = "\"", in text: String) -> [String] {
  text.split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { part in
    part.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init)
  }
}
