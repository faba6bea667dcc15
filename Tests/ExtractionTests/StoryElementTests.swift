import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// Where the story of an HTML page lies, and what around it is not its own.
@Suite("The element of the story")
struct StoryElementTests {
  private func article(_ html: String) -> Article {
    var document = flattened("<!DOCTYPE html><html><head><title>T</title></head><body>\(html)</body></html>")
    document.form = .html
    return ArticleExtractor().extract(document)
  }
  private func body(_ html: String) -> [String] {
    let article = article(html)
    return article.paragraphs.map { article.text[$0.span] }
  }

  private let english = [
    "The council of Kelby voted on Monday to close the old library, which has stood by the quay for ninety years.",
    "The mayor said that the roof would cost more to mend than a new building would, and that the books would be moved.",
    "Readers had asked the council to wait for a second report, but the motion was carried by seven votes to four.",
  ]
  private let german = [
    "Der Rat von Kelbheim hat am Montag beschlossen, die alte Bücherei zu schließen, die seit neunzig Jahren am Hafen steht.",
    "Die Bürgermeisterin sagte, das Dach zu flicken sei teurer als ein neues Haus, und die Bücher würden umgezogen.",
    "Leser hatten den Rat gebeten, ein zweites Gutachten abzuwarten, doch der Antrag wurde mit sieben Stimmen angenommen.",
  ]
  private func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined() }

  @Test("teasers in elements beside the story are not of it", arguments: [true, false])
  func teasers(isEnglish: Bool) {
    let story = isEnglish ? english : german
    let teaser =
      isEnglish
      ? "A ferry ran onto a sandbank near the town, and all of its passengers were brought ashore by fishing boats."
      : "Eine Fähre ist vor der Stadt auf eine Sandbank gelaufen, und alle Gäste wurden von Fischern an Land gebracht."
    let html =
      "<div class=a><h1>The old library of Kelby closes</h1><div class=b>\(paragraphs(story))</div></div>"
      + "<div class=c><div><p>\(teaser)</p></div></div>"
    #expect(body(html) == story)
  }

  @Test("comments are cut though they outweigh the story")
  func comments() {
    let said = (1...12).map {
      "<div class=comment><p>I have read there for \($0) years and I think that the council was wrong to vote so soon.</p></div>"
    }.joined()
    let html =
      "<div><h1>The old library of Kelby closes</h1>\(paragraphs(english))</div><div id=comments>\(said)</div>"
    #expect(body(html) == english)
  }

  @Test("an element that holds the headline is the story whatever its class says")
  func wrapper() {
    let html = "<div class=\"widget\"><h1>The old library of Kelby closes</h1>\(paragraphs(english))</div>"
    #expect(body(html) == english)
  }

  @Test("short lines of a list stay in the story; its links do not")
  func list() {
    let items = "<ul><li>Seven members for</li><li>Four members against</li></ul>"
    let html =
      "<article><h1>The old library of Kelby closes</h1>\(paragraphs(Array(english.prefix(2))))\(items)\(paragraphs([english[2]]))"
      + "<ul><li><a href=/a>Ferry runs onto a sandbank</a></li><li><a href=/b>Storm nears the coast</a></li></ul></article>"
    #expect(body(html) == [english[0], english[1], "Seven members for", "Four members against", english[2]])
  }

  @Test(
    "the page's own address and the date nearest the headline tell the publication",
    arguments: [
      ("<link rel=canonical href=\"https://post.example/2024/03/05/library\">", "", "2024-03-05"),
      ("", "<p>5 March 2024</p>", "2024-03-05"),
      ("", "<span itemprop=datePublished content=\"2024-03-05T10:00:00+01:00\"></span>", "2024-03-05"),
      ("", "<p>© 2024 Harbour Post</p>", nil),
    ])
  func dates(_ head: String, _ line: String, _ expected: String?) {
    let article = article("\(head)<h1>The old library of Kelby closes</h1>\(line)\(paragraphs(english))")
    #expect(article.metadata.published.map { String($0.value.description.prefix(10)) } == expected)
  }

  @Test("a headline that was escaped twice is shown as it is read")
  func escaped() {
    let document = flattened(
      "<!DOCTYPE html><html><head><meta property=\"og:title\" content=\"Kelby&amp;#8217;s library closes\"></head><body>"
        + paragraphs(english) + "</body></html>")
    var page = document
    page.form = .html
    let article = ArticleExtractor().extract(page)
    #expect(article.title.map { article.text[$0] } == "Kelby’s library closes")
  }

  @Test("the first paragraph below the headline is the standfirst, even if its class calls it a teaser")
  func standfirst() {
    let said = "The library by the quay will close, and its forty thousand books will be moved to the old school."
    let html =
      "<article><h1>The old library of Kelby closes</h1><div class=teaser-text><p>\(said)</p></div><div class=b>"
      + "\(paragraphs(english))</div><div class=teaser><p><a href=/f>Ferry runs onto a sandbank near the town, and all "
      + "of its passengers were brought ashore.</a></p></div></article>"
    let article = article(html)
    let deck = article.deck.map { article.text[$0] }
    #expect(body(html) == (deck == nil ? [said] : []) + english)
    #expect(deck == nil || deck == said)
  }

  @Test("a paragraph behind the headline that no element holds with the story is still of it")
  func lead() {
    let html =
      "<div><h1>The old library of Kelby closes</h1><div><p>\(english[0])</p></div><div>\(paragraphs(german))</div></div>"
    #expect(body(html).first == english[0] || article(html).deck != nil)
  }

  @Test(
    "authors are named by the elements near the headline; the site itself is none",
    arguments: [
      ("<a rel=author href=/u/quayside>quayside</a>", ["quayside"]),
      ("<span class=author>By Ana Ruiz and Li Wei</span>", ["Ana Ruiz", "Li Wei"]),
      ("<p class=byline>Harbour Post</p>", []),
      ("<section class=comments><a rel=author href=/u/x>stranger</a></section>", []),
    ])
  func authors(_ line: String, _ expected: [String]) {
    let head = "<meta property=og:site_name content=\"Harbour Post\">"
    let article = article("\(head)<h1>The old library of Kelby closes</h1>\(line)\(paragraphs(english))")
    #expect(article.metadata.byline == expected)
  }

  @Test(
    "the day that readers see goes before that of Greenwich",
    arguments: [
      ("<p class=date>March 4, 2024</p>", "2024-03-04"),
      ("<p class=date>Updated March 4, 2024</p>", "2024-03-05"),
      ("<p class=date>4 March 2024</p><p class=date>5 March 2024</p>", "2024-03-05"),
    ])
  func days(_ line: String, _ expected: String) {
    let head =
      "<meta property=article:published_time content=2024-03-05T02:10:00Z>"
      + "<meta property=article:modified_time content=2024-03-07T02:10:00Z>"
    let article = article("\(head)<h1>The old library of Kelby closes</h1>\(line)\(paragraphs(english))")
    #expect(article.metadata.published.map { String($0.value.description.prefix(10)) } == expected)
  }

  @Test("dates with points stand day first everywhere; those with slashes where the page tells its country")
  func numbers() {
    func published(_ language: String, _ date: String) -> String? {
      var document = flattened(
        "<!DOCTYPE html><html lang=\"\(language)\"><body><h1>The old library of Kelby closes</h1><p>\(date)</p>"
          + "\(paragraphs(english))</body></html>")
      document.form = .html
      return ArticleExtractor().extract(document).metadata.published.map { String($0.value.description.prefix(10)) }
    }
    #expect(published("en", "04.03.2024") == "2024-03-04")
    #expect(published("en-GB", "04/03/2024") == "2024-03-04")
    #expect(published("en-US", "04/03/2024") == "2024-04-03")
    #expect(published("en", "04/03/2024") == nil)
  }

  /// Found by fuzzing: the first paragraph of the story has a higher number than any block, since a line before it was parted.
  @Test("a line that is parted moves those behind it away from their blocks")
  func partedLines() {
    let html =
      "<h1>F<p>By A\u{FFFD}Ï\u{FFFD}A May 2 e e - h<h1>y d e t e f e r T,o s n t c e d r r a d a y t d e o e e n"
      + "\u{FFFD}Џ\u{FFFD}Ï\u{FFFD}A y 2 e e h"
    var document = flattened(html)
    document.form = .html
    #expect(ArticleExtractor().extract(document).paragraphs.isEmpty == false)
  }
}
