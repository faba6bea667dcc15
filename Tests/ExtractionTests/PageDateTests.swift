import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// Which of the days that a web page tells is that of its publication.
@Suite("Dates of pages")
struct PageDateTests {
  /// A page whose dates are told in its head, right below its headline, and behind its story.
  struct PageCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var head = ""
    var top = ""
    var end = ""
    var language = "en"
    var published: String?
    init(_ name: String, head: String = "", top: String = "", end: String = "", language: String = "en", _ day: String?)
    {
      (testDescription, self.head, self.top, self.end) = (name, head, top, end)
      (self.language, published) = (language, day)
    }

    var html: String {
      let story = [
        "The council of Kelby voted to close the old library, which has stood by the quay for ninety years.",
        "The mayor said that the roof would cost more to mend than a new building would, and that the books would move.",
        "Readers had asked the council to wait for a second report, but the motion was carried by seven votes to four.",
      ]
      return "<!DOCTYPE html><html lang=\(language)><head><title>T</title>\(head)</head><body>"
        + "<h1>The old library of Kelby closes</h1>\(top)\(story.map { "<p>\($0)</p>" }.joined())\(end)</body></html>"
    }
  }

  private static func meta(_ name: String, _ day: String) -> String {
    "<meta property='\(name)' content='\(day)T09:00:00Z'>"
  }
  private static func data(_ day: String, _ changed: String? = nil) -> String {
    let change = changed.map { ",\"dateModified\":\"\($0)T09:00:00Z\"" } ?? ""
    return
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"\(day)T09:00:00Z\"\(change)}</script>"
  }
  private static let told = "article:published_time"
  private static let changed = "article:modified_time"

  static let cases = [
    // Of two days that machines are told, readers see one.
    PageCase(
      "linked data and a meta element differ", head: data("2024-03-01") + meta(told, "2024-03-05"),
      top: "<div>5 March 2024</div>", "2024-03-05"),
    PageCase(
      "nobody sees either", head: data("2024-03-01") + meta(told, "2024-03-05"), "2024-03-01"),
    // A run that publishes everything anew.
    PageCase(
      "told as old as the last change, shown older", head: data("2024-06-20", "2024-06-20"),
      top: "<div><p>January 31, 2024</p></div>", "2024-01-31"),
    PageCase(
      "shown is the last change", head: data("2024-03-01", "2024-06-20"), top: "<div>20 June 2024</div>", "2024-03-01"),
    PageCase(
      "an older day that an embedded post bears", head: data("2024-03-01", "2024-03-01"),
      top: "<blockquote><p>So be it</p><time datetime='2023-12-24'>24 December 2023</time></blockquote>", "2024-03-01"),
    PageCase(
      "a month first that is the same day", head: meta(told, "2024-11-01") + meta(changed, "2024-11-01"),
      top: "<div>11/01/2024</div>", language: "en-GB", "2024-11-01"),
    // A plain "date" may be that of the last change.
    PageCase("a plain date alone", head: "<meta name=date content='2024-03-09'>", "2024-03-09"),
    PageCase(
      "an older date is shown", head: "<meta name=date content='2024-03-09'>", top: "<div>2 March 2024</div>",
      "2024-03-02"),
    PageCase(
      "a newer date is shown and no change is told", head: "<meta name=date content='2024-03-09'>",
      top: "<div>8 May 2024</div>", "2024-05-08"),
    PageCase(
      "microdata of a teaser far below", head: "<meta name=date content='2024-03-09'>",
      end: String(repeating: "<div><a href=x>More of Kelby</a></div>", count: 80)
        + "<span itemprop=datePublished content='2024-04-30'>30 April</span>", "2024-03-09"),
    // What readers see, where machines are told nothing.
    PageCase("numbers with strokes between", top: "<table><tr><td>26 | 01 | 2024</td></tr></table>", "2024-01-26"),
    PageCase(
      "elements without a blank between",
      top: "<p><span>DECEMBER 22, 2022</span><span>Updated: JANUARY 02, 2024</span></p>", "2022-12-22"),
    PageCase(
      "the word for the change in an element of its own",
      top: "<div>Published <b>26 April 2023</b></div><div>Updated <b>21 August 2023</b></div>", "2023-04-26"),
    PageCase(
      "the description ends with it", head: "<meta name=description content='The library (News of 14 January 2024)'>",
      "2024-01-14"),
    PageCase(
      "the description only speaks of it",
      head: "<meta name=description content='Since 14 January 2024 the library is shut'>", nil),
    PageCase(
      "months of a language without other tables", top: "<p class=date>15 августа 2023, 13:43</p>", "2023-08-15"),
    PageCase("nothing tells", nil),
  ]

  @Test("what readers see is weighed against what machines are told", arguments: cases)
  func day(_ page: PageCase) {
    var document = flattened(page.html)
    document.form = .html
    let published = ArticleExtractor().extract(document).metadata.published
    #expect(published?.value.date.description == page.published)
  }

  @Test(
    "a day written in three numbers has the same mark between them",
    arguments: [
      ("26 | 01 | 2024", "2024-01-26"), ("26. 01. 2024", "2024-01-26"), ("26 | 01 . 2024", nil),
      ("26 | 13 | 2024", nil),
    ])
  func parted(text: String, day: String?) {
    let page = Page(SourceText(text), language: LanguageCode("de"))
    let found = page.lines.first.flatMap { PageDates.shared.dates(in: page, $0.tokens).first?.value }
    #expect(found?.date.description == day)
  }

  @Test(
    "a page that only forwards is dated by where it leads",
    arguments: [
      (
        "<script>document.cookie='a=b';location.href=\"https://kelby.example/20240126/the-library\".trim();</script>",
        "2024-01-26"
      ),
      ("<script>window.location.replace('https://kelby.example/2024/01/26/the-library')</script>", "2024-01-26"),
      ("<meta http-equiv=Refresh content='0; URL=https://kelby.example/2024-01-26-the-library'>", "2024-01-26"),
      ("<script>if (old) location.href = next</script>", nil),
      ("<meta http-equiv=Refresh content='300'>", nil),
    ])
  func forwarding(markup: String, day: String?) {
    let gate = "<html><head>\(markup)</head><body><p>One moment, please.</p></body></html>"
    let page = gate.replacing(
      "One moment", with: String(repeating: "The council of Kelby met on the quay. ", count: 40))
    for (html, expected) in [(gate, day), (page, nil)] {
      var document = flattened(html)
      document.form = .html
      #expect(ArticleExtractor().extract(document).metadata.published?.value.date.description == expected)
    }
  }
}
