import Briefing
import Foundation
import NewsModel
import Testing

/// What people see, word for word. `STEMMA_REWRITE_GOLDEN=1 swift test --filter BriefingTests` writes the files anew.
@Suite("golden reports")
struct GoldenTests {
  @Test("the terminal", arguments: [60, 100])
  func terminal(_ width: Int) throws {
    try expectGolden(
      TerminalReport(options: ReportOptions(width: width)).render(StoryFixture.trace), "terminal-\(width).txt")
  }

  @Test("the terminal in colour, every claim")
  func color() throws {
    let options = ReportOptions(width: 100, color: true, allClaims: true)
    try expectGolden(TerminalReport(options: options).render(StoryFixture.trace), "terminal-color.txt")
  }

  @Test("Markdown")
  func markdown() throws { try expectGolden(MarkdownReport().render(StoryFixture.trace), "report.md") }

  @Test("HTML")
  func html() throws { try expectGolden(HTMLReport().render(StoryFixture.trace), "report.html") }

  @Test("explanations", arguments: ["c1", "o1", "e2", "v1", "courier.txt", "2:7"])
  func explanations(_ id: String) throws {
    let text = try #require(Explanation(StoryFixture.trace).explain(id))
    try expectGolden(text, "explain-\(id.replacing(":", with: "-")).txt")
  }
}

private func expectGolden(_ text: String, _ name: String) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["STEMMA_REWRITE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  guard text != golden else { return }
  let (new, old) = (
    text.split(separator: "\n", omittingEmptySubsequences: false),
    golden.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let line = zip(new, old).prefix { $0 == $1 }.count
  Issue.record(
    "\(name) differs in line \(line + 1): \(line < new.count ? new[line] : "(end)") – was: \(line < old.count ? old[line] : "(end)")"
  )
}
