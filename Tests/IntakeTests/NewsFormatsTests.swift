import NewsModel
import Testing

@testable import Intake

@Suite("NewsML-G2, NITF, ninjs, JSON-LD, OPML, sitemaps, CDF")
struct NewsFormatsTests {
  private static let nitf = """
    <nitf><head><title>t</title><docdata><date.issue norm="20240503T080000Z"/></docdata><pubdata name="Isle Times"/></head>
    <body><body.head><hedline><hl1>Second ship</hl1></hedline><byline>By <person>Jo Berg</person></byline>
    <dateline><location>LERWICK</location></dateline></body.head>
    <body.content><p>It came &lt;late&gt;.</p><hl2>Later</hl2><block><p>More.</p></block></body.content></body></nitf>
    """

  @Test("a NewsML-G2 message: XHTML, NITF and a picture")
  func newsML() throws {
    let reading = try Reading(
      """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:1">
      <itemMeta><provider literal="w"><name>Wire Nine</name></provider><versionCreated>2024-05-02T12:00:00Z</versionCreated>
      <firstCreated>2024-05-02T10:11:12Z</firstCreated></itemMeta>
      <contentMeta><headline>Ferry leaves</headline><by>By Ana Ruiz</by><language tag="es"/></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>It left &amp; sank.</p></body></html></inlineXML></contentSet></newsItem>
      <newsItem><contentSet><inlineXML>\(Self.nitf)</inlineXML></contentSet></newsItem>
      <newsItem guid="urn:3"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem></itemSet></newsMessage>
      """)
    #expect(reading.texts.map { MarkupText.words($0) }.first == "<p>It left &amp; sank.</p>")
    let (first, second) = (try #require(reading.documents.first?.hints), try #require(reading.documents.last?.hints))
    #expect(first.title == "Ferry leaves" && first.byline == ["Ana Ruiz"] && first.outlet == "Wire Nine")
    #expect(first.published?.description == "2024-05-02T10:11:12Z" && first.language == LanguageCode("es"))
    #expect(first.modified?.description == "2024-05-02T12:00:00Z")
    #expect(second.title == "Second ship" && second.byline == ["Jo Berg"])
    #expect(reading.complaints == ["is a news item without text (a picture, a package, an event); skipped"])
  }

  @Test("a NITF file")
  func nitf() throws {
    let reading = try Reading(Self.nitf)
    #expect(
      reading.texts.map { MarkupText.words($0) } == [
        "<p>LERWICK</p><p>It came &lt;late&gt;.</p><h2>Later</h2><div><p>More.</p></div>"
      ])
    #expect(reading.documents.first?.hints.outlet == "Isle Times")
    #expect(reading.documents.first?.hints.published?.description == "2024-05-03T08:00:00Z")
  }

  @Test(
    "ninjs 1, 2 and 3",
    arguments: [
      (
        #""versioncreated": "2024-05-02", "headline": "Ferry", "byline": "By Ana Ruiz", "body_text": "It left.""#,
        "It left."
      ),
      (
        #""headlines": [{"value": "Ferry"}], "by": "Ana Ruiz", "bodies": [{"contenttype": "text/plain", "value": "It\n\nleft."}]"#,
        "<p>It</p><p>left.</p>"
      ),
      (
        #""headlines": [{"role": "sub", "value": "b"}, {"role": "main", "value": "Ferry"}], "by": "Ana Ruiz","bodies": [{"value": "x"}, {"contentType": "text/html", "value": "<p>It left.</p>"}]"#,
        "<p>It left.</p>"
      ),
    ])
  func ninjs(_ fields: String, _ text: String) throws {
    let reading = try Reading(#"{"uri": "https://wire.example/1", "type": "text", "language": "en", \#(fields)}"#)
    #expect(reading.texts == [text] && reading.ids == ["https://wire.example/1"])
    #expect(reading.documents.first?.hints.title == "Ferry" && reading.documents.first?.hints.byline == ["Ana Ruiz"])
  }

  @Test("a ninjs picture is told and passed over")
  func picture() throws {
    let reading = try Reading(
      #"{"uri": "u", "type": "picture", "renditions": {}, "description_text": "A ferry at its berth."}"#)
    #expect(
      reading.texts.isEmpty && reading.complaints == [#"is a ninjs item of type "picture" without text; skipped"#])
  }

  @Test("JSON-LD: authors by reference, the main entity of a page, lists; not what has no body")
  func linked() throws {
    let article = ##"{"@type": "NewsArticle", "headline": "A", "articleBody": "It left.", "author": [{"@id": "#p"}]}"##
    let graph = try Reading(##"{"@graph": [{"@type": "Person", "@id": "#p", "name": "Ana Ruiz"}, \##(article)]}"##)
    #expect(graph.texts == ["It left."] && graph.documents.first?.hints.byline == ["Ana Ruiz"])
    #expect(try Reading(#"{"@type": "WebPage", "mainEntity": \#(article)}"#).texts == ["It left."])
    let list = #"{"itemListElement": [{"item": \#(article)}, {"item": \#(article)}]}"#
    #expect(try Reading(list).ids == ["input#1", "input#2"])
    #expect(
      try Reading(#"{"@type": "NewsArticle", "headline": "A"}"#).complaints == [
        "is a schema.org article without `articleBody`; give the page that it describes"
      ])
  }

  @Test("OPML: files beside it are read, others named, nothing outside its folder is opened")
  func lists() throws {
    let inbox = try Inbox()
    try inbox.put("feeds/a.xml", "<rss><channel><item><description>It left.</description></item></channel></rss>")
    try inbox.put("outside.xml", "<rss><channel><item><description>No.</description></item></channel></rss>")
    let list = try inbox.put(
      "feeds/list.opml",
      """
      <opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="a.xml"/>
      <outline text="Harbour Post" xmlUrl="https://harbour.example/rss"/></outline>
      <outline xmlUrl="../outside.xml"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="list.opml"/></body></opml>
      """)
    let reading = Reading([list])
    #expect(reading.texts == ["It left."] && reading.errors.count == 4)
    #expect(
      reading.complaints.first
        == "names the feed \"Harbour Post\" at https://harbour.example/rss; nothing is fetched, so fetch it and give the file"
    )
    #expect(reading.errors.first?.place == list + "#2")
    #expect(reading.complaints.last == "is a list of feeds that another list names; give it by itself")
  }

  @Test("a news sitemap says what it is and what to do")
  func sitemap() throws {
    let reading = try Reading(
      """
      <urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/1</loc>
      <news:news><news:title>Ferry leaves</news:title></news:news></url><url><loc>https://harbour.example/2</loc></url></urlset>
      """)
    #expect(
      reading.complaints == [
        "is a news sitemap: 2 addresses with titles and no text (the first is https://harbour.example/1); nothing is fetched, so fetch the pages and give them"
      ])
  }

  @Test("CDF, in capitals")
  func channel() throws {
    let reading = try Reading(
      """
      <CHANNEL HREF="https://harbour.example/" xml:base="https://harbour.example/x/"><TITLE>Harbour Post</TITLE>
      <ITEM HREF="1.html" LASTMOD="2024-05-02T10:11Z"><TITLE>One</TITLE><ABSTRACT>It left.</ABSTRACT></ITEM></CHANNEL>
      """)
    let hints = try #require(reading.documents.first?.hints)
    #expect(reading.texts == ["It left."] && hints.url == "https://harbour.example/x/1.html")
    #expect(
      hints.title == "One" && hints.outlet == "Harbour Post" && hints.modified?.description == "2024-05-02T10:11Z")
  }

  @Test(
    "a feed's format is told",
    arguments: [
      ("<rss version=\"2.0\"><channel/></rss>", "rss20"), ("<rss version=\"0.92\"><channel/></rss>", "rss092"),
      (
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"/>",
        "rss10"
      ),
      ("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>", "atom10"),
      ("<feed xmlns=\"http://purl.org/atom/ns#\"/>", "atom03"),
      ("<Channel/>", "cdf"), ("<html/>", ""),
    ])
  func versions(_ text: String, _ version: String) { #expect(Feed(Array(text.utf8)).version == version) }

  @Test("fields of an entry: categories, enclosures, Base64, authors of the feed, scripts in titles")
  func fields() throws {
    let feed = Feed(
      Array(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Ana Ruiz</name></author><entry><id>urn:1</id>
        <title type="html">Ferry&lt;script&gt;x()&lt;/script&gt; leaves&lt;!-- y --&gt;</title>
        <link rel="enclosure" href="https://a.example/1.mp3"/><link rel="alternate">https://a.example/1</link>
        <category term="a" label="Ports"/><category term="sea"/>
        <content type="application/octet-stream">SXQgbGVmdC4=</content></entry></feed>
        """.utf8))
    let entry = try #require(feed.entries.first)
    #expect(entry.title == "Ferry leaves" && entry.id == "urn:1" && entry.link == "https://a.example/1")
    #expect(entry.categories == ["Ports", "sea"] && entry.enclosures == ["https://a.example/1.mp3"])
    #expect(entry.content == "It left." && entry.authors == ["Ana Ruiz"])
  }
}
