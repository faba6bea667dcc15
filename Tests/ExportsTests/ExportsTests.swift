import Contract
import Foundation
import Intake
import Testing

@testable import Exports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Formats")
struct FormatTests {
  @Test("the same story gives the same bytes, and words of any kind are written", arguments: ExportFormat.allCases)
  func sameBytes(_ format: ExportFormat) throws {
    #expect(try format.text(Exported.ship) == format.text(Exported.ship))
    #expect(try format.text(Exported.oddShip).utf8.last == 0x0A)
    let empty = try JSONDecoder().decode(WireTrace.self, from: Data(#"{"stories":[],"derivations":[]}"#.utf8))
    _ = try format.text(empty)
  }

  @Test(
    "what is JSON stays JSON with odd words", arguments: [ExportFormat.json, .schemaOrg, .prov, .webAnnotation, .stix])
  func oddJSON(_ format: ExportFormat) throws {
    let value = try Exported.json(format, Exported.oddShip)
    #expect(value.everything.contains { $0.value.text?.contains("{{x}}") ?? false })
  }

  @Test("a table has a row a passage; no cell is a formula, and no word is lost")
  func table() throws {
    for trace in [Exported.ship, Exported.oddShip] {
      let rows = try cells(ExportFormat.csv.text(trace))
      let passages = trace.stories[0].claims.flatMap(\.support)
      #expect(rows.count == passages.count + 1)
      #expect(rows.allSatisfy { $0.count == ClaimTable.columns.count })
      #expect(!rows.joined().contains { "=+-@\t\r".contains($0.first ?? "x") })
      let place = try #require(rows[0].firstIndex(of: "exact"))
      for (row, passage) in zip(rows.dropFirst(), passages) {
        let words = passage.exact.hasPrefix("=") ? "'" + passage.exact : passage.exact
        #expect(row[place] == words.replacing("\u{0}", with: ""))
      }
    }
  }

  @Test("cells that a spreadsheet would take for formulas", arguments: ["=1", "+1", "-1", "@A", "\tx", "＝1"])
  func formulas(_ words: String) {
    var table = CSVText()
    table.add([.words(words), .number(-1)])
    #expect(table.text == "'\(words),-1\r\n")
  }

  @Test("GraphML is well-formed, its edges end in nodes, and its keys are declared")
  func graphML() throws {
    for trace in [Exported.ship, Exported.oddShip] {
      let reader = GraphReader(try ExportFormat.graphml.text(trace))
      #expect(reader.failure == nil)
      #expect(reader.nodes.count > trace.stories[0].articles.count)
      #expect(Set(reader.ends).isSubset(of: reader.nodes))
      #expect(Set(reader.used).isSubset(of: reader.keys))
      #expect(!reader.ends.isEmpty)
    }
  }

  @Test("the graph goes from sources over the agency to articles")
  func graph() throws {
    let graph = DescentGraph(Exported.ship)
    let articles = Set(graph.nodes.filter { $0.article != nil }.map(\.id))
    #expect(articles.count == 6)
    #expect(graph.edges.allSatisfy { $0.relation == .word || articles.contains($0.to) })
    let meridian = try #require(graph.nodes.first { $0.label == "Meridian" })
    #expect(graph.edges.contains { $0.from == meridian.id && $0.relation == .text && $0.kind == "rewritten" })
    #expect(graph.edges.contains { $0.to == meridian.id && $0.relation == .word })
    #expect(!graph.edges.contains { $0.from == $0.to })
  }

  @Test("strings of DOT end where they should")
  func dot() throws {
    let text = try ExportFormat.dot.text(Exported.oddShip)
    #expect(text.contains("label=\"=1+1,\\\"<b>&amp;amp;\\\\\\\" ]]>"))
    for line in text.split(separator: "\n") {
      var isOpen = false
      var isEscaped = false
      for byte in line.utf8 {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = isOpen
        } else if byte == 0x22 {
          isOpen.toggle()
        }
      }
      #expect(!isOpen, "\(line)")
    }
  }

  @Test("ninjs: an item an article, a package a story, and no time that the source does not tell")
  func ninjs() throws {
    let items = try Exported.lines(.ninjs)
    let articles = Exported.ship.stories[0].articles
    #expect(items.count == articles.count + 1)
    #expect(items.dropLast().map { $0["bodies"]?.list?[0]["value"]?.text } == articles.map(\.text))
    let named = items[articles.count]["associations"]?.list?.map { $0["uri"] }
    #expect(named == items.dropLast().map { $0["uri"] })
    #expect(!items.flatMap(\.everything).contains { $0.key == "contentCreated" })
    var dated = Exported.ship
    dated.stories[0].articles[0].published?.value = "2031-03-10T09:30+02:00"
    #expect(try Exported.lines(.ninjs, dated)[0]["contentCreated"] == "2031-03-10T07:30:00.000Z")
  }

  @Test("ninjs that was written is read again, word for word")
  func ninjsRound() throws {
    let text = try ExportFormat.ninjs.text(Exported.ship)
    var stream = DocumentStream(bytes: Array(text.utf8), name: "story.jsonl")
    var bodies: [String] = []
    while let item = stream.next() {
      if case .success(.document(let document)) = item { bodies.append(document.input.string) }
    }
    let articles = Exported.ship.stories[0].articles
    #expect(bodies.count == articles.count)
    for (body, article) in zip(bodies, articles) {
      for paragraph in article.text.split(separator: "\n") where !paragraph.contains("&") {
        #expect(body.contains("<p>\(paragraph)</p>"), "\(paragraph)")
      }
    }
  }

  @Test("schema.org: claims without a review, and nothing is named that is not there")
  func schemaOrg() throws {
    let value = try Exported.json(.schemaOrg)
    let graph = try #require(value["@graph"]?.list)
    let types = Set(graph.compactMap { $0["@type"]?.text })
    #expect(types.isSuperset(of: ["NewsArticle", "Claim", "Person", "Organization", "Collection"]))
    #expect(!value.everything.contains { ["ClaimReview", "Rating"].contains($0.value.text) })
    let defined = Set(graph.compactMap { $0["@id"]?.text })
    let named = Set(value.everything.filter { $0.key == "@id" }.compactMap(\.value.text))
    #expect(named == defined)
  }

  @Test("PROV: every relation ends in an entity, activity or agent")
  func prov() throws {
    let value = try Exported.json(.prov)
    guard case .object(let kinds) = value else { return }
    let elements = Set(["entity", "activity", "agent"].flatMap { Exported.members(kinds[$0]).keys })
    #expect(elements.count > 100)
    for kind in ["wasDerivedFrom", "wasAttributedTo", "used", "wasGeneratedBy", "hadMember"] {
      let relations = Exported.members(kinds[kind])
      #expect(!relations.isEmpty, "\(kind)")
      for ends in relations.values.flatMap(\.everything) where ends.key.hasPrefix("prov:") && ends.key != "prov:type" {
        #expect(elements.contains(ends.value.text ?? ""), "\(kind) \(ends)")
      }
    }
  }

  @Test("annotations hold their words where they say")
  func annotations() throws {
    let value = try Exported.json(.webAnnotation)
    let items = try #require(value["first"]?["items"]?.list)
    #expect(items.count == Exported.ship.stories[0].claims.flatMap(\.support).count)
    for item in items {
      let selectors = try #require(item["target"]?["selector"]?.list)
      let source = try #require(item["target"]?["source"]?["id"]?.text)
      let article = try #require(
        Exported.ship.stories[0].articles.first { source.hasPrefix(Name.text($0.id, part: nil)) })
      let part = source.hasSuffix(":title") ? "title" : source.hasSuffix(":deck") ? "deck" : nil
      let text = Array((article.part(part) ?? "").unicodeScalars)
      let (start, end) = (selectors[1]["start"]?.integer ?? 0, selectors[1]["end"]?.integer ?? 0)
      func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }
      #expect(words(start..<end) == selectors[0]["exact"]?.text)
      #expect(words(max(0, start - 32)..<start) == selectors[0]["prefix"]?.text ?? "")
    }
  }

  @Test("PLOVER: an event a line, with the words that name it")
  func plover() throws {
    let records = try Exported.lines(.plover)
    #expect(records.count == Exported.ship.stories[0].articles.flatMap { $0.events ?? [] }.count)
    #expect(records.contains { $0["event"] == "COERCE" && $0["target"]?.list?.isEmpty == false })
    for record in records {
      #expect(record["at"]?["exact"] == record["eventText"])
      #expect(record["text"]?.text?.contains(record["eventText"]?.text ?? "?") ?? false)
    }
  }

  @Test("STIX: every reference is in the bundle, every id there once, and no time is a clock's")
  func stix() throws {
    let bundle = try Exported.json(.stix)
    let objects = try #require(bundle["objects"]?.list)
    let ids = objects.compactMap { $0["id"]?.text }
    #expect(Set(ids).count == ids.count)
    for (key, value) in objects.flatMap(\.everything) {
      if key.hasSuffix("_ref") { #expect(ids.contains(value.text ?? ""), "\(key)") }
      let refs = Set((value.list ?? []).compactMap(\.text))
      if key.hasSuffix("_refs") { #expect(refs.subtracting(ids).isEmpty) }
      if key == "confidence" { Issue.record("sourcing is counted, not rated") }
    }
    let times = Set(objects.compactMap { $0["created"]?.text })
    #expect(times == ["1970-01-01T00:00:00.000Z", "2025-03-11T09:15:00.000Z"])
    #expect(objects.count { $0["type"] == "note" } == Exported.ship.stories[0].claims.count)
  }

  @Test("identifiers are those of RFC 9562 and STIX 2.1")
  func identifiers() {
    #expect(UUID5.make("a story") == "bd6e6951-88cc-597f-8c71-686f8a690baf")
    #expect(
      UUID5.make("{\"value\":\"https://example.org/a\"}", in: UUID5.stixNamespace)
        == "60f80fb5-ffde-54c7-80c6-88aa9395e23b")
  }

  @Test(
    "moments in UTC, as early as the words allow",
    arguments: [
      ("2031", "2031-01-01T00:00:00.000Z"), ("2031-03", "2031-03-01T00:00:00.000Z"),
      ("2031-03-10T00:30+02:00", "2031-03-09T22:30:00.000Z"), ("2031-12-31T23:30-05:00", "2032-01-01T04:30:00.000Z"),
    ])
  func moments(_ value: String, _ moment: String) { #expect(Moment.utc(value) == moment) }

  @Test("addresses are addresses", arguments: [("a b/ñ.txt", "urn:stemma:article:a%20b%2F%C3%B1.txt")])
  func names(_ id: String, _ name: String) { #expect(Name.article(id) == name) }
}

extension Exported {
  static func members(_ value: JSONValue?) -> [String: JSONValue] {
    if case .object(let members)? = value { members } else { [:] }
  }
}

/// What GraphML says, by the system's parser.
private final class GraphReader: NSObject, XMLParserDelegate {
  var nodes: Set<String> = []
  var keys: Set<String> = []
  var ends: [String] = []
  var used: [String] = []
  var failure: (any Error)?

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { failure = parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "node": nodes.insert(attributes["id"] ?? "")
    case "key": keys.insert(attributes["id"] ?? "")
    case "edge": ends += [attributes["source"] ?? "", attributes["target"] ?? ""]
    case "data": used.append(attributes["key"] ?? "")
    default: break
    }
  }
}
