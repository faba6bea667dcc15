import NewsModel
import Testing

@testable import Intake

@Suite("RSS, RDF and Atom")
struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/">
    <channel><title>Harbour Post</title><link>https://harbour.example/</link><language>en</language>
    <image><title>Logo</title></image>
    <item><title>Ferry &amp;amp; crew <![CDATA[<b>leave</b>]]></title><link>https://harbour.example/1</link>
      <description>Short.</description><content:encoded><![CDATA[<p>The ferry&nbsp;left.</p>]]></content:encoded>
      <pubDate>Thu, 02 May 2024 10:11:12 EDT</pubDate><d:creator>Ana Ruiz</d:creator><source url="https://w.example">Wire Nine</source></item>
    <item><title>Two</title><guid isPermaLink="false">77</guid><description>It came &lt;i&gt;back&lt;/i&gt;.</description>
      <author>desk@harbour.example (Jo Berg)</author></item>
    <item><title>Three</title><link>https://harbour.example/3</link></item>
    </channel></rss>
    """

  @Test("RSS 2.0")
  func rss() throws {
    let reading = try Reading(Self.rss)
    #expect(reading.texts == ["<p>The ferry&nbsp;left.</p>", "It came <i>back</i>."])
    #expect(reading.ids == ["https://harbour.example/1", "input#2"])
    #expect(reading.documents.allSatisfy { $0.form == .html })
    let hints = try #require(reading.documents.first?.hints)
    #expect(hints.title == "Ferry & crew leave" && hints.outlet == "Wire Nine" && hints.byline == ["Ana Ruiz"])
    #expect(hints.published?.description == "2024-05-02T10:11:12-04:00" && hints.language == LanguageCode("en"))
    #expect(reading.documents.last?.hints.outlet == "Harbour Post")
    #expect(reading.documents.last?.hints.byline == ["Jo Berg"])
    #expect(reading.complaints == ["has no body, only a title; skipped"])
    #expect(reading.errors.first?.place.hasSuffix("input#3") == true)
  }

  @Test("RSS 0.91 with a document type, in Latin-1")
  func latin() throws {
    let text = """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
      <rss version="0.91"><channel><title>El Muelle</title><item><title>Ma&ntilde;ana</title><description>La misiXn</description></item></channel></rss>
      """
    let reading = try Reading(Array(text.utf8).map { $0 == UInt8(ascii: "X") ? 0xF3 : $0 })
    #expect(reading.texts == ["La misión"] && reading.documents.first?.hints.title == "Mañana")
  }

  @Test("RSS 1.0 (RDF), where entries stand beside the channel")
  func rdf() throws {
    let reading = try Reading(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://harbour.example/"><title>Harbour Post</title></channel>
      <item rdf:about="https://harbour.example/1"><title>One</title><description>The ferry left.</description>
      <dc:date>2024-05-02T10:11+02:00</dc:date></item></rdf:RDF>
      """)
    #expect(reading.texts == ["The ferry left."] && reading.ids == ["https://harbour.example/1"])
    #expect(reading.documents.first?.hints.published?.description == "2024-05-02T10:11+02:00")
    #expect(reading.documents.first?.hints.outlet == "Harbour Post")
  }

  @Test("Atom: text, HTML and XHTML; prefixes do not matter", arguments: ["", "a:"])
  func atom(_ p: String) throws {
    let namespace = p.isEmpty ? "xmlns" : "xmlns:a"
    let reading = try Reading(
      """
      <\(p)feed \(namespace)="http://www.w3.org/2005/Atom" xml:lang="es"><\(p)title>El Muelle</\(p)title>
      <\(p)entry><\(p)title>A &lt; B</\(p)title><\(p)link rel="self" href="https://no.example"/><\(p)link href="https://muelle.example/1"/>
        <\(p)author><\(p)name>Ana Ruiz</\(p)name><\(p)email>a@b.example</\(p)email></\(p)author>
        <\(p)published>2024-05-02T10:11:12Z</\(p)published><\(p)updated>2024-05-03T00:00:00Z</\(p)updated>
        <\(p)content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p title="a&quot;b">Uno &amp; dos</p></div></\(p)content></\(p)entry>
      <\(p)entry><\(p)title type="html">Dos &lt;b&gt;tres&lt;/b&gt;</\(p)title><\(p)summary>1 &lt; 2</\(p)summary>
        <\(p)source><\(p)title>Otro</\(p)title></\(p)source></\(p)entry>
      <\(p)entry><\(p)content type="html">&lt;p&gt;Tres&lt;/p&gt;</\(p)content></\(p)entry>
      </\(p)feed>
      """)
    #expect(reading.texts == ["<div><p title=\"a&quot;b\">Uno &amp; dos</p></div>", "1 &lt; 2", "<p>Tres</p>"])
    #expect(reading.documents.map(\.hints.title) == ["A < B", "Dos tres", nil])
    #expect(reading.documents.map(\.hints.outlet) == ["El Muelle", "Otro", "El Muelle"])
    let hints = try #require(reading.documents.first?.hints)
    #expect(
      hints.url == "https://muelle.example/1" && hints.byline == ["Ana Ruiz"] && hints.language == LanguageCode("es"))
    #expect(
      hints.published?.description == "2024-05-02T10:11:12Z" && hints.modified?.description == "2024-05-03T00:00:00Z")
  }

  @Test("broken XML gives every entry that can be read, and one error")
  func broken() throws {
    let reading = try Reading(
      """
      <rss version="2.0"><channel><title>Harbour Post</title>
      <item><description>One & two</description></item>
      <item><description><p>Never closed</description></item>
      <item><description>Three</description></item>
      <item><description>Four</desc
      """)
    #expect(reading.texts == ["One & two", "<p>Never closed", "Three", "Four"])
    #expect(reading.complaints == ["is broken XML (line 3); 4 entries were read, ask its publisher to mend it"])
    #expect(reading.documents.allSatisfy { $0.hints.outlet == "Harbour Post" })
  }

  @Test("undeclared prefixes and control characters do no harm")
  func sloppy() throws {
    let reading = try Reading(
      "<rss><channel><item><content:encoded>a\u{1}b &bull; c < d</content:encoded><dc:date>20240502</dc:date></item></channel></rss>"
    )
    #expect(reading.texts == ["ab &bull; c < d"] && reading.errors.isEmpty)
    #expect(reading.documents.first?.hints.published?.description == "2024-05-02")
  }

  @Test("entities are never expanded, nothing outside is read")
  func bombs() throws {
    let bomb = (0..<20).map { "<!ENTITY e\($0 + 1) \"&e\($0);&e\($0);&e\($0);\">" }.joined()
    let reading = try Reading(
      """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">\(bomb)]>
      <rss><channel><item><description>a &e20; &x;</description></item></channel></rss>
      """)
    #expect(reading.texts == ["a &e20; &x;"])
  }

  @Test("nesting is bounded")
  func nesting() throws {
    let deep = String(repeating: "<b>", count: 100_000)
    let reading = try Reading(
      "<rss><channel><item><description>One</description></item><item>\(deep)</item></channel></rss>")
    #expect(reading.texts == ["One"] && reading.errors.count == 2)
  }

  @Test("a feed without entries is an error")
  func empty() throws {
    #expect(
      try Reading("<rss><channel><title>x</title></channel></rss>").complaints == [
        "is a feed without entries; nothing to read"
      ])
  }

  @Test(
    "dates",
    arguments: [
      ("Thu, 02 May 2024 10:11:12 GMT", "2024-05-02T10:11:12Z"), ("2 May 24 10:11 +0530", "2024-05-02T10:11+05:30"),
      ("Thu May  2 10:11:12 PST 2024", "2024-05-02T10:11:12-08:00"), ("02-May-2024", "2024-05-02"),
      ("2024-05-02T10:11:12.123Z", "2024-05-02T10:11:12Z"), ("20240502T101112Z", "2024-05-02T10:11:12Z"),
      ("2024-05", "2024-05"),
      ("Thu, 02 May 2024 10:11:12 XYZ", "2024-05-02T10:11:12"), ("Thursday, May 2 2024", "2024-05-02"),
    ])
  func dates(_ text: String, _ expected: String) { #expect(FeedDate.read(text)?.description == expected) }

  @Test(
    "no dates", arguments: ["", "yesterday", "31 Feb 2024", "2024-13-01", "10:11", "May", "99999999999999999999 May 1"])
  func noDates(_ text: String) { #expect(FeedDate.read(text) == nil) }
}
