import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// Stories that a page shows nothing of, or next to nothing: they stand in a script, or under a class that tells wrong.
@Suite("Stories that the page itself hides")
struct HiddenStoryTests {
  private let sentences = [
    "The ferry company of Port Halden said on Monday that its oldest ship would be sold before the end of the summer.",
    "Two yards on the coast have asked for her papers, and a museum would like to have the engine that drove her first.",
    "The crew of forty will move to the new ship, which has been late by two years and is to sail in the autumn of this year.",
    "Nobody on the island believes in that date, the mayor told the council, for the harbour is not deep enough for her.",
  ]
  private func article(_ head: String, _ body: String) -> Article {
    let html =
      "<!DOCTYPE html><html><head><title>The old ferry is sold</title>\(head)</head><body><h1>The old ferry is sold</h1>\(body)</body></html>"
    var document = flattened(html)
    document.form = .html
    return ArticleExtractor().extract(document)
  }
  private func body(_ article: Article) -> [String] { article.paragraphs.map { article.text[$0.span] } }
  private func source(_ article: Article) -> [String] {
    article.paragraphs.map { paragraph in paragraph.source.map { article.input[$0] }.joined(separator: "|") }
  }
  private func linkedData(_ body: String) -> String {
    "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\" : \"\(body)\"}</script>"
  }

  @Test(
    "the words of linked data stand where no reader sees them; they keep their places, and the lead is not told twice")
  func linkedDataBody() {
    let article = article(
      linkedData(sentences.joined(separator: "\\n\\n")), "<p>\(sentences[0])</p><p>Subscribe now</p>")
    #expect(body(article) == sentences)
    #expect(source(article) == sentences)
    #expect(article.removed.contains { $0.reason == .duplicate && article.input[$0.span] == sentences[0] })
    #expect(article.removed.map(\.span) == article.removed.map(\.span).sorted())
  }

  @Test(
    "escapes in linked data are read",
    arguments: [
      ("said \\\"no\\\" twice", "said \"no\" twice"), ("in M\\u00e1laga", "in Málaga"),
      ("a \\ud83d\\ude80 rose", "a 🚀 rose"),
      ("one\\/two", "one/two"), ("Rain &amp; wind", "Rain & wind"), ("<b>Rain<\\/b> and wind", "Rain and wind"),
    ])
  func escapes(written: String, read: String) {
    let long = "\(written) was what the harbour master wrote of it all. " + sentences.joined(separator: " ")
    let article = article(linkedData(long), "")
    #expect(body(article).first?.hasPrefix(read) == true)
  }

  @Test(
    "broken escapes at the end of linked data harm nothing", arguments: ["\\", "\\u", "\\u12", "\\ud83d", "\\ud83d\\u"])
  func brokenEscapes(end: String) {
    let text = sentences.joined(separator: " ") + end
    let page = "<script type=\"application/ld+json\">{\"articleBody\": \"\(text)</script>"
    #expect(body(article(page, "")).first?.hasPrefix(sentences[0]) == true)
  }

  @Test("a template of markup holds the story")
  func template() {
    let markup = sentences.map { "<p>\($0)</p>" }.joined()
    let article = article("", "<div><script type=\"text/template\">\(markup)</script></div><p>About us</p>")
    #expect(body(article) == sentences)
    #expect(source(article) == sentences)
  }

  @Test("what the page shows in full is taken from where it shows it")
  func shown() {
    let more = sentences.map { "<p>\($0) \($0)</p>" }.joined()
    let data = linkedData((sentences + sentences).joined(separator: " "))
    #expect(body(article(data, more)) == sentences.map { "\($0) \($0)" })
  }

  @Test(
    "a class that would leave nothing of a page is not believed", arguments: ["<div class=paywall>", "<noscript><div>"])
  func lenient(start: String) {
    #expect(body(article("", "\(start)\(sentences.map { "<p>\($0)</p>" }.joined())")) == sentences)
  }
}
