import NewsModel
import Testing
import TextBytes

@testable import Extraction

@Suite("Forms of documents")
struct FormTests {
  @Test("a clean text keeps every line, but not what agencies put around their copy")
  func cleanText() {
    var document = flattened("KELBY (AP) — The council voted.\n\nSubscribe to nothing, said the mayor.")
    document.form = .text
    document.hints.title = "Council votes"
    let article = ArticleExtractor().extract(document)
    #expect(article.title.map { article.text[$0] } == "Council votes")
    #expect(
      article.paragraphs.map { article.text[$0.span] } == [
        "The council voted.", "Subscribe to nothing, said the mayor.",
      ])
    #expect(article.removed.map(\.reason) == [.dateline])
    #expect(article.metadata.dateline?.place == "Kelby")
    #expect(article.metadata.agency == ["AP"])
  }

  @Test("what an extractor left in goes out by its own words: adverts, captions, notices")
  func leftFurniture() {
    let body = """
      The ferry Petrel ran onto a sandbank off the coast on Monday with 61 people on board, the coast guard said.

      Nobody was hurt, and all were brought ashore before nightfall by fishing boats from the town.
      """
    var document = flattened(
      "Photo\n\n\(body)\n\nAdvertisement Continue reading the main story\n\n"
        + "Reuters The ferry lay on its side for a day before tugs came\n\nRead more: How ferries are built\n\n"
        + "Image copyright AFP Image caption The sandbank at low tide\n\n"
        + "Copyright 2024 Kelby Post. All rights reserved.")
    document.form = .text
    document.hints.title = "Ferry runs onto sandbank"
    let article = ArticleExtractor().extract(document)
    #expect(article.paragraphs.map { article.text[$0.span] }.joined(separator: "\n\n") == body)
    #expect(article.removed.map(\.reason) == [.caption, .advert, .caption, .related, .caption, .disclaimer])
  }

  @Test(
    "the same words in a sentence are text",
    arguments: [
      "Reuters President Ana Ruiz said that the agency would open an office in Kelby.",
      "The advertisement ran for a week before the council asked the station to stop it.",
      "A photo of the ferry hung in the hall, and the mayor said it would stay there.",
    ])
  func noFurniture(_ line: String) {
    var document = flattened("The council of Kelby met on Monday and spoke about the ferry until late.\n\n\(line)")
    document.form = .text
    #expect(ArticleExtractor().extract(document).removed.isEmpty)
  }

  @Test(
    "datelines and credits of agencies known and unknown are cut from clean and from flattened text",
    arguments: ["Meridian", "Reuters"], [RawDocument.Form.text, .flattened])
  func aroundTheCopy(_ agency: String, _ form: RawDocument.Form) {
    let body = """
      The ferry Petrel ran onto a sandbank off the coast on Monday with 61 people on board, the coast guard said.

      Nobody was hurt, and all were brought ashore before nightfall by fishing boats from the town.
      """
    for text in [
      "LISBON (\(agency)) — \(body)", "LISBON, May 14 (\(agency)) - \(body) (\(agency))",
      "\(body) (\(agency))", "LISBON (\(agency)) — \(body)\n\nWith information from \(agency)",
      "LISBON (\(agency)) — \(body)\n\n\(agency)",
    ] {
      var document = flattened(text) { $0.title = "Ferry runs onto sandbank" }
      document.form = form
      let article = ArticleExtractor().extract(document)
      let expected = body.split(separator: "\n\n").map(String.init)
      #expect(article.paragraphs.map { article.text[$0.span] } == expected, "\(text)")
      #expect(article.metadata.agency == [agency])
      #expect(Set(article.removed.map(\.reason)).isSubset(of: [.dateline, .credit]) && !article.removed.isEmpty)
    }
  }

  @Test(
    "whoever signs in brackets is no agency", arguments: ["(Ana Ruiz)", "(JLM)", "(Lisbon)", "(see page 4)"])
  func signatures(_ signature: String) {
    var document = flattened(
      "The ferry ran onto a sandbank on Monday.\n\nNobody was hurt, the coast guard said. \(signature)")
    document.form = .text
    let article = ArticleExtractor().extract(document)
    #expect(article.metadata.agency.isEmpty && article.removed.isEmpty)
  }

  private let page = """
    <!DOCTYPE html><html lang="en"><head><title>Council votes to close library - Harbour Post</title>
    <meta property="og:title" content="Council votes to close library"><meta property="og:site_name" content="Harbour Post">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Council votes to close library",
    "datePublished": "2024-03-03T10:20:00Z", "author": [{"@type": "Person", "name": "Ana Ruiz"}], "articleSection": "Local"}]}</script>
    <style>p { color: red }</style></head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
    <article><h1>Council votes to close library</h1>
    <p>The council of <b>Kelby</b> voted on Monday night to close the old library &amp; its annex by the end of the year.</p>
    <figure><img src="a.jpg"><figcaption>The library in 1971</figcaption></figure>
    <p>More than two thousand people had signed a petition against the plan, the town clerk said on Tuesday.</p>
    <h2>What comes next</h2>
    <p>The books will be moved to a school outside the town, and the building will be sold, according to the council.</p>
    <div class="newsletter-signup">Get our newsletter every morning</div></article>
    <aside><a href="/x">Ten places to read by the sea</a></aside>
    <footer>© 2024 Harbour Post</footer></body></html>
    """

  @Test("an HTML page gives body, metadata and removals with places in the source")
  func html() {
    var document = flattened(page)
    document.form = .html
    let article = ArticleExtractor().extract(document)
    #expect(article.title.map { article.text[$0] } == "Council votes to close library")
    #expect(
      article.paragraphs.map { article.text[$0.span] } == [
        "The council of Kelby voted on Monday night to close the old library & its annex by the end of the year.",
        "More than two thousand people had signed a petition against the plan, the town clerk said on Tuesday.",
        "What comes next",
        "The books will be moved to a school outside the town, and the building will be sold, according to the council.",
      ])
    #expect(article.paragraphs.map(\.isHeading) == [false, false, true, false])
    #expect(
      article.paragraphs[0].source.map { article.input[$0] }
        == [
          "The council of", "Kelby",
          "voted on Monday night to close the old library &amp; its annex by the end of the year.",
        ])
    #expect(article.metadata.outlet?.name == "Harbour Post")
    #expect(article.metadata.byline == ["Ana Ruiz"])
    #expect(article.metadata.published == Publication(value: Timestamp(iso: "2024-03-03T10:20:00Z")!, from: .metadata))
    #expect(article.metadata.section == "Local")
    let caption = article.removed.first { $0.reason == .caption }
    #expect(caption.map { article.input[$0.span] } == "The library in 1971")
    #expect(article.removed.contains { $0.reason == .subscribe })
    #expect(article.removed.contains { $0.reason == .navigation })
  }

  @Test("any bytes give an article", arguments: 0..<40)
  func anyBytes(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let sources = inventedPages.map { Array($0.text.utf8) } + [Array(page.utf8)]
    var bytes: [UInt8] = []
    for _ in 0..<12 {
      let source = sources[next(sources.count)]
      let start = next(source.count)
      bytes += source[start..<min(source.count, start + next(200))]
      for _ in 0..<next(6) { bytes.append(UInt8(next(256))) }
    }
    for form in [RawDocument.Form.text, .flattened, .html] {
      var document = flattened("")
      document.input = SourceText(repairing: bytes)
      document.form = form
      let article = ArticleExtractor().extract(document)
      #expect(article.removed.allSatisfy { $0.span.end <= article.input.count })
      #expect(
        article.paragraphs.allSatisfy {
          $0.span.end <= article.text.count && $0.source.allSatisfy { $0.end <= article.input.count }
        })
      #expect(ArticleExtractor().extract(document).text == article.text)
    }
  }

  @Test("nothing gives an empty article", arguments: ["", " \n\n\t", "·", "—\n\n—", "<html></html>"])
  func nothing(_ text: String) {
    for form in [RawDocument.Form.text, .flattened, .html] {
      var document = flattened(text)
      document.form = form
      #expect(ArticleExtractor().extract(document).title == nil)
    }
  }
}
