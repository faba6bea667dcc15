import NewsModel
import Testing
import TextBytes

@testable import Extraction

@Suite("Metadata of flattened pages")
struct MetadataTests {
  private let story = """
    The council of Kelby voted on Monday night to close the old library by the end of the year.

    More than two thousand people had signed a petition against the plan.

    “Books do not vote,” said councillor Peter Amble.
    """

  @Test(
    "publication dates as pages write them",
    arguments: [
      ("Published: March 3, 2024", "2024-03-03"), ("3 March 2024", "2024-03-03"),
      ("Mar. 3, 2024 9:05 p.m.", "2024-03-03T21:05"),
      ("Publicado el 3 de marzo de 2024 a las 18:30", "2024-03-03T18:30"),
      ("Publicada: mar 3 a las 14:08, 2024", "2024-03-03T14:08"),
      ("2024-03-03", "2024-03-03"), ("2024-03-03T10:20:00Z", "2024-03-03T10:20:00Z"),
      ("Publicado em 3 de março de 2024", "2024-03-03"),
      ("Publié le 3 mars 2024", "2024-03-03"), ("Veröffentlicht am 3. März 2024", "2024-03-03"),
      ("Harbour Post | Mar 3, 2024", "2024-03-03"),
      ("Sunday, 3 March 2024 10:15 GMT", "2024-03-03T10:15Z"),
    ])
  func published(_ line: String, _ expected: String) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(line)\n\n\(story)"))
    #expect(article.metadata.published?.value.description == expected)
    #expect(article.metadata.published?.from == .text)
    #expect(article.paragraphs.count == 3)
  }

  @Test("no date is made up", arguments: ["2d ago", "Updated yesterday", "5 min read"])
  func unknown(_ line: String) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(line)\n\n\(story)"))
    #expect(article.metadata.published == nil)
  }

  @Test("a relative date counts back from the day of fetching")
  func relative() {
    let text = "Council votes to close the old library\n\nHarbour Post · 2d ago\n\n\(story)"
    let article = ArticleExtractor().extract(flattened(text) { $0.fetched = Timestamp(iso: "2024-03-05T08:00:00Z") })
    #expect(article.metadata.published?.value.description == "2024-03-03")
    #expect(article.metadata.outlet?.name == "Harbour Post")
  }

  @Test("what the container tells comes before what the page says")
  func hints() {
    let text = "Council votes to close the old library\n\n3 March 2024\n\n\(story)"
    let article = ArticleExtractor().extract(
      flattened(text) {
        $0.published = Timestamp(iso: "2024-03-04")
        $0.publishedByCaller = true
        $0.outlet = "Harbour Post"
      })
    #expect(article.metadata.published?.value.description == "2024-03-04")
    #expect(article.metadata.published?.from == .caller)
    #expect(article.metadata.outlet?.name == "Harbour Post")
  }

  @Test("a dated caption and the weekday of the lede give the day")
  func inferred() {
    let text = """
      Ferry runs aground off Kelby

      A ferry with ninety people on board ran aground off Kelby on Thursday, and all were brought ashore unharmed.

      Passengers wait at the harbour during a drill of the coast guard in Kelby, Wednesday, March 6, 2024. (AP Photo/Mara Lind)

      The coast guard said that the wind had pushed the ship onto a sandbank.
      """
    let article = ArticleExtractor().extract(flattened(text))
    #expect(article.metadata.published?.value.description == "2024-03-07")
    #expect(article.metadata.published?.from == .inferred)
    #expect(article.metadata.published?.because.map { article.input[$0] } == ["Wednesday, March 6, 2024", "Thursday"])
    #expect(article.metadata.agency.isEmpty)
  }

  @Test(
    "datelines",
    arguments: [
      ("MADRID, 3 Ene. (EUROPA PRESS) - ", "Madrid", "Europa Press"), ("KELBY (AP) — ", "Kelby", "AP"),
      ("PARIS - ", "Paris", nil),
      ("Bogotá, 3 ene (EFE).- ", "Bogotá", "EFE"), ("NEW YORK (Reuters) - ", "New York", "Reuters"),
      ("CARACAS.- ", "Caracas", nil),
      ("WASHINGTON, D.C., March 3 (AFP) – ", "Washington, D.C.", "AFP"),
    ] as [(String, String, String?)])
  func dateline(_ words: String, _ place: String, _ agency: String?) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(words)\(story)"))
    #expect(article.metadata.dateline?.place == place)
    #expect(article.metadata.dateline?.agency == agency)
    #expect(article.paragraphs.first.map { article.text[$0.span].hasPrefix("The council") } == true)
  }

  @Test(
    "what looks like a dateline and is none",
    arguments: [
      "The U.S.-backed plan to close the library was dropped on Monday night by the council.",
      "Maria - who never forgot the library - came back to Kelby on Monday with her books.",
      "Q: What will happen to the books of the old library when it is closed in the winter?",
    ])
  func noDateline(_ lede: String) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(lede)\n\n\(story)"))
    #expect(article.metadata.dateline == nil)
    #expect(article.paragraphs.contains { article.text[$0.span] == lede })
  }

  @Test(
    "bylines",
    arguments: [
      ("By Ana Ruiz", ["Ana Ruiz"]), ("By Ana Ruiz and Li Wei", ["Ana Ruiz", "Li Wei"]),
      ("Por Lucía Ferrer", ["Lucía Ferrer"]),
      ("BY ANA RUIZ, STAFF REPORTER", ["ANA RUIZ"]), ("By Staff Reporter", []),
      ("By Ana Ruiz, Harbour Post", ["Ana Ruiz"]),
    ] as [(String, [String])])
  func byline(_ line: String, _ names: [String]) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(line)\n\n\(story)"))
    #expect(article.metadata.byline == names)
    #expect(article.removed.map(\.reason) == [.byline])
  }

  @Test(
    "the outlet",
    arguments: [
      ("Sign up for the Harbour Post's newsletters", "Harbour Post"),
      ("© 2024 Harbour Post. All rights reserved.", "Harbour Post"),
      ("Subscribe for unlimited reading on harbourpost.com, the site of the Harbour Post", "Harbour Post"),
      ("Enjoy unlimited reading on kelbytimes.co.uk", "kelbytimes.co.uk"),
    ])
  func outlet(_ line: String, _ name: String) {
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(story)\n\n\(line)"))
    #expect(article.metadata.outlet?.name == name)
  }

  @Test(
    "an outlet that no table knows, in the first line",
    arguments: [
      ("KELBY ARGUS", "Kelby Argus", ""), ("The Kelby Lantern", "The Kelby Lantern", " He told the Kelby Lantern so."),
      ("Saltwind | Voices of the shore", "Saltwind", " “It is a loss,” she told Saltwind."),
      ("El Faro de Quelmes · Edición digital", "El Faro de Quelmes", ""),
      ("KELBY ARGUS | Monday, March 4, 2024 | Get our briefing in your inbox", "Kelby Argus", ""),
    ])
  func firstLine(_ line: String, _ name: String, _ echo: String) {
    let text = "\(line)\n\nCouncil votes to close the old library\n\n\(story)\(echo)"
    let article = ArticleExtractor().extract(flattened(text))
    #expect(article.metadata.outlet?.name == name)
    #expect(article.removed.first?.reason == .outlet)
    #expect(article.title.map { article.text[$0] } == "Council votes to close the old library")
  }

  @Test("a first line that names no outlet", arguments: ["South Africa", "Old Books", "Peter Amble"])
  func noOutlet(_ line: String) {
    let text = "\(line)\n\nCouncil votes to close the old library\n\n\(story)"
    #expect(ArticleExtractor().extract(flattened(text)).metadata.outlet == nil)
  }

  @Test(
    "an agency that no table knows",
    arguments: [
      ("KELBY, England (Lodestar) — ", "", "Lodestar", "Kelby"),
      ("KELBY (LODESTAR).- ", " Lodestar was there.", "Lodestar", "Kelby"),
      ("KELBY (Lodestar) — ", " (Reporting by Ana Ruiz in Kelby) Lodestar", "Lodestar", "Kelby"),
    ])
  func localAgency(_ dateline: String, _ end: String, _ name: String, _ place: String) {
    let text = "Council votes to close the old library\n\n\(dateline)\(story)\(end)"
    let article = ArticleExtractor().extract(flattened(text))
    #expect(article.metadata.agency == [name])
    #expect(article.metadata.dateline?.agency == name)
    #expect(article.metadata.dateline?.place == place)
    #expect(article.paragraphs.first.map { article.text[$0.span].hasPrefix("The council") } == true)
    #expect(article.paragraphs.last.map { article.text[$0.span].contains("Reporting") } == false)
  }

  @Test("a closing name is an agency where the page uses it as one")
  func closingAgency() {
    let seen = "Seen by a North Quay correspondent, the doors were shut at noon on Tuesday."
    let text = "Council votes to close the old library\n\n\(story)\n\n\(seen)\n\nNorth Quay\n\nLoad more"
    let article = ArticleExtractor().extract(flattened(text))
    #expect(article.metadata.agency == ["North Quay"])
    let other = ArticleExtractor().extract(flattened(text.replacing("a North Quay correspondent", with: "neighbours")))
    #expect(other.metadata.agency.isEmpty)
  }

  @Test("a member of a party opens no dateline")
  func party() {
    let lede = "Peter Amble (Greens) - who never forgot the library - came back to Kelby on Monday with his books."
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(lede)\n\n\(story)"))
    #expect(article.metadata.dateline == nil)
    #expect(article.metadata.agency.isEmpty)
  }

  @Test("byline, publication and change in one line")
  func segments() {
    let line = "by Ana Ruiz and Lena Dahl | Published: Mon, 4 Mar 2024 18:22 | Updated: 19:05"
    let article = ArticleExtractor().extract(flattened("Council votes to close the old library\n\n\(line)\n\n\(story)"))
    #expect(article.metadata.byline == ["Ana Ruiz", "Lena Dahl"])
    #expect(article.metadata.published?.value.description == "2024-03-04T18:22")
    #expect(article.metadata.modified?.description == "2024-03-04T19:05")
    #expect(article.removed.map(\.reason) == [.byline, .date, .date])
  }

  @Test("lines in the head that name no author", arguments: ["By Kelby Argus staff", "Share Save", "Key Points"])
  func nobody(_ line: String) {
    let text = "Kelby Argus\n\nCouncil votes to close the old library\n\n4 March 2024\n\n\(line)\n\n\(story)"
    #expect(ArticleExtractor().extract(flattened(text)).metadata.byline.isEmpty)
  }

  @Test("a caption of the lede's own weekday gives no day, unless the story says today", arguments: [true, false])
  func sameDay(_ isToday: Bool) {
    let caption = "Passengers wait at the harbour in Kelby, on Wednesday, March 6, 2024. (North Quay/Mara Lind)"
    let day = isToday ? "since this morning" : "for now"
    let text = """
      Ferry runs aground off Kelby

      A ferry with ninety people on board ran aground off the town on Wednesday, and the port is closed \(day).

      \(caption)

      The coast guard said that the wind had pushed the ship onto a sandbank.
      """
    let article = ArticleExtractor().extract(flattened(text))
    #expect(article.removed.map(\.reason) == [.caption])
    #expect(article.metadata.published?.value.description == (isToday ? "2024-03-06" : nil))
  }
}
