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
}
