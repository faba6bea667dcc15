import Archive
import Contract
import Desk
import Engine
import Foundation
import Intake
import NewsModel
import TestSupport
import Testing

@testable import MCP

/// An archive of invented pages, and a server on it.
final class Assisted: Sendable {
  let archive: Archive
  private let folder: URL
  private let server = MCPServer(version: "1.2.3")

  init(_ pages: [(String, String)] = Assisted.pages) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("stemma-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    archive = try Archive(folder.appendingPathComponent("news.stemma").path)
    var desk = try Desk(archive, engine: Engine(), clock: { 1_925_000_000 })
    var incoming: [Desk.Incoming] = []
    for (name, text) in pages {
      var stream = DocumentStream(bytes: Array(text.utf8), name: name)
      if case .success(.document(let document))? = stream.next() { incoming.append(.document(document)) }
    }
    _ = try await desk.add(incoming)
    try desk.close()
    _ = try await desk.settle()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let pages = [
    ("a.txt", Pages.ferry), ("b.txt", Pages.secondFerry), ("c.txt", Pages.spanishFerry), ("q.txt", Pages.quake),
  ]

  /// The answer to a line; nil where none is due.
  func answer(_ line: String) throws -> JSONValue? { try answer(Array(line.utf8)) }
  func answer(_ line: [UInt8]) throws -> JSONValue? {
    let reply = try archive.read { server.answer(line, $0) }
    return try reply.map { bytes in
      #expect(!bytes.contains(0x0A), "an answer is one line")
      return try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }
  }

  /// The result of a method.
  func ask(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    let line = try JSONText.line(
      JSONValue.object(["jsonrpc": "2.0", "id": 7, "method": .text(method), "params": parameters]))
    let answer = try #require(try answer(line))
    #expect(answer["id"] == 7 && answer["jsonrpc"] == "2.0")
    return try #require(answer["result"], "\(answer)")
  }

  /// What a tool gives.
  func call(_ tool: String, _ arguments: JSONValue = [:]) throws -> JSONValue {
    let result = try ask("tools/call", ["name": .text(tool), "arguments": arguments])
    #expect(result["isError"] == false, "\(result)")
    let value = try #require(result["structuredContent"])
    #expect(value["says"]?.text?.hasPrefix("In this archive: ") == true)
    #expect(result["content"]?.list?[0]["text"]?.text == (try JSONText.line(value)))
    return value
  }

  /// Why a tool refuses.
  func refusal(_ tool: String, _ arguments: JSONValue) throws -> String {
    let result = try ask("tools/call", ["name": .text(tool), "arguments": arguments])
    #expect(result["isError"] == true && result["structuredContent"] == nil)
    return result["content"]?.list?[0]["text"]?.text ?? ""
  }

  func story() throws -> String {
    let stories = try call("find_stories", ["query": "ferry"])["stories"]?.list ?? []
    return try #require(stories.max { ($0["articles"]?.integer ?? 0) < ($1["articles"]?.integer ?? 0) }?["story"]?.text)
  }

  /// Every anchor of a value whose words do not stand where it says, and how many there are.
  func check(_ value: JSONValue) throws -> (count: Int, wrong: [JSONValue]) {
    let anchors = value.everything.filter { $0["exact"] != nil }
    let wrong = try anchors.filter { anchor in
      let article = try #require(
        try archive.read { reader -> Article? in
          try reader.card(ID<Article>(anchor["document"]?.text ?? "")).map { try reader.article(number: $0.number) }
        }, "\(anchor)")
      let text =
        switch anchor["in"]?.text {
        case "source": article.input.string
        case "title": article.title.map { article.text[$0] } ?? ""
        case "deck": article.deck.map { article.text[$0] } ?? ""
        default: article.text[article.body]
        }
      let scalars = Array(text.unicodeScalars)
      let (start, end) = (anchor["start"]?.integer ?? -1, anchor["end"]?.integer ?? -1)
      guard 0 <= start, start <= end, end <= scalars.count else { return true }
      return String(String.UnicodeScalarView(scalars[start..<end])) != anchor["exact"]?.text
    }
    return (anchors.count, wrong)
  }
}

extension JSONValue {
  /// This value and all in it.
  var everything: [JSONValue] {
    switch self {
    case .object(let members): [self] + members.sorted { $0.key < $1.key }.flatMap(\.value.everything)
    case .list(let items): items.flatMap(\.everything)
    default: [self]
    }
  }
}

@Suite("Tools for assistants")
struct ToolTests {
  @Test("five tools, each with schemas of what it takes and gives, and none changes anything")
  func list() async throws {
    let tools = try await Assisted([]).ask("tools/list")["tools"]?.list ?? []
    #expect(
      tools.compactMap { $0["name"]?.text } == [
        "find_stories", "trace_claim", "compare_outlets", "who_said", "timeline",
      ])
    for tool in tools {
      #expect(tool["inputSchema"]?["type"] == "object" && tool["outputSchema"]?["type"] == "object")
      #expect(tool["annotations"]?["readOnlyHint"] == true)
      #expect(tool["inputSchema"]?["additionalProperties"] == false)
    }
  }

  @Test("every answer is small, and every anchor in it holds its words")
  func anchors() async throws {
    let assisted = try await Assisted()
    let story = try assisted.story()
    let calls: [(String, JSONValue)] = [
      ("find_stories", [:]), ("find_stories", ["query": "crew refused"]),
      ("trace_claim", ["claim": "the crew refused to leave Port Halden"]),
      ("compare_outlets", ["story": .text(story)]), ("who_said", ["speaker": "Edda Lunde"]),
      ("timeline", ["story": .text(story)]),
    ]
    for (tool, arguments) in calls {
      let value = try assisted.call(tool, arguments)
      let (count, wrong) = try assisted.check(value)
      #expect(count > 0, "\(tool)")
      #expect(wrong.isEmpty, "\(tool): \(wrong.first ?? .null)")
      #expect(try JSONText.line(value).utf8.count < 16_000, "\(tool)")
    }
  }

  @Test("a claim is traced to its one origin")
  func trace() async throws {
    let assisted = try await Assisted()
    let value = try assisted.call("trace_claim", ["claim": "We will not sail with a cracked hull"])
    #expect(value["claim"]?["originsUpper"] == 1, "\(value)")
    #expect(value["claim"]?["origins"]?.list?[0]["name"]?.text?.contains("Lunde") == true)
    #expect(value["says"]?.text?.contains(value["claim"]?["text"]?.text ?? "?") == true, "what it is taken for is said")
    let id = try #require(value["claim"]?["id"]?.text)
    #expect(try assisted.call("trace_claim", ["claim": .text(id)])["claim"] == value["claim"])
  }

  @Test("a claim that one outlet alone has is found by its id and its story")
  func exclusive() async throws {
    let assisted = try await Assisted()
    let story = try assisted.story()
    let outlets = try assisted.call("compare_outlets", ["story": .text(story)])["outlets"]?.list ?? []
    let claims = outlets.compactMap { $0["onlyHere"]?.list?.first?["claim"]?.text }
    let own = try #require(claims.first)
    #expect(try assisted.call("trace_claim", ["claim": .text(own), "story": .text(story)])["claim"]?["outlets"] == 1)
    #expect(try assisted.refusal("trace_claim", ["claim": .text(own)]).contains("needs its story"))
    #expect(
      try assisted.refusal("trace_claim", ["claim": "c00000000", "story": .text(story)]).contains(
        "no claim of that story"))
  }

  @Test("what the archive does not have is said to be missing, and not made up")
  func missing() async throws {
    let assisted = try await Assisted()
    let story = try assisted.story()
    let claim = try assisted.call("trace_claim", ["claim": "the mayor of Lisbon resigned yesterday"])
    #expect(claim["claim"] == .null && claim["support"] == [] && claim["missing"]?.list?.isEmpty == false)
    let number = try assisted.call("trace_claim", ["claim": "The inspection found 7 cracks"])
    #expect(number["claim"] == .null, "another number is another claim")
    let stories = try assisted.call("find_stories", ["query": "zeppelin"])
    #expect(stories["stories"] == [] && stories["missing"]?.list?.isEmpty == false)
    let nobody = try assisted.call("who_said", ["speaker": "Zenobia Quark"])
    #expect(nobody["statements"] == [] && nobody["speaker"] == .null && nobody["missing"]?.list?.isEmpty == false)
    let silent = try assisted.call("who_said", ["speaker": "Edda Lunde", "about": "volcano"])
    #expect(silent["statements"] == [] && silent["missing"]?.list?.isEmpty == false)
    #expect(try assisted.refusal("timeline", ["story": "s00000000"]).contains("in this archive no story"))
    #expect(
      try assisted.refusal("compare_outlets", ["story": .text(story), "outlets": ["Nowhere Times"]]).contains(
        "no outlet"))
  }

  @Test("a list goes on where it says")
  func more() async throws {
    let assisted = try await Assisted()
    let first = try assisted.call("find_stories", ["limit": 1])
    #expect(first["more"]?.text?.contains("from: 1") == true)
    let second = try assisted.call("find_stories", ["limit": 1, "from": 1])
    #expect(first["stories"]?.list?[0]["story"] != second["stories"]?.list?[0]["story"])
  }

  @Test(
    "arguments that do not fit are refused with what fits",
    arguments: [
      ("find_stories", ["limit": 0], "1 to 20"), ("find_stories", ["limit": "five"], "1 to 20"),
      ("find_stories", ["color": 1], "color"),
      ("trace_claim", [:], "needs claim"), ("trace_claim", ["claim": ""], "1 to 1000"), ("find_stories", [1], "object"),
      ("compare_outlets", ["story": "x", "outlets": "y"], "list"),
      ("find_stories", ["query": "colour:red"], "no field"),
      ("find_stories", ["query": "is:conflict"], "trace_claim"), ("trace_claim", ["claim": "…"], "words"),
    ] as [(String, JSONValue, String)])
  func arguments(_ tool: String, _ arguments: JSONValue, _ told: String) async throws {
    #expect(try await Assisted([]).refusal(tool, arguments).contains(told))
  }
}

@Suite("The protocol")
struct ProtocolTests {
  @Test(
    "the version is the client's where it is spoken, else the latest",
    arguments: [("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25")])
  func versions(_ asked: String, _ told: String) async throws {
    let result = try await Assisted([]).ask("initialize", ["protocolVersion": .text(asked), "capabilities": [:]])
    #expect(result["protocolVersion"]?.text == told)
    #expect(result["serverInfo"]?["version"] == "1.2.3")
    #expect(result["capabilities"]?["tools"] != nil)
  }

  @Test(
    "messages that ask for nothing get no answer",
    arguments: [
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"#,
      #"{"jsonrpc":"2.0","id":3,"result":{}}"#, #"{"jsonrpc":"2.0","method":"tools/call"}"#,
    ])
  func silent(_ line: String) async throws {
    #expect(try await Assisted([]).answer(line) == nil)
    #expect(!MCPServer.wantsAnswer(Array(line.utf8)))
  }

  @Test(
    "what is no message gets JSON-RPC's error",
    arguments: [
      ("", -32700), ("{", -32700), ("nonsense", -32700), ("\u{0}", -32700), ("[]", -32600), ("[{}]", -32600),
      ("1", -32600), ("{}", -32600),
      (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":5}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"server/discover"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call"}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"initialize"}"#, -32602),
    ])
  func errors(_ line: String, _ code: Int) async throws {
    let answer = try await Assisted([]).answer(line)
    #expect(answer?["error"]?["code"]?.integer == code, "\(line)")
    #expect(answer?["result"] == nil)
  }

  @Test("nesting and length have bounds")
  func bounds() async throws {
    let assisted = try await Assisted([])
    let deep = String(repeating: "[", count: 200_000)
    #expect(try assisted.answer(deep)?["error"]?["code"] == -32700)
    #expect(try assisted.answer(#"{"a":"# + deep)?["error"]?["code"] == -32700)
    let long = [UInt8](repeating: 0x20, count: MCPServer.longestMessage + 1)
    #expect(try assisted.answer(long)?["error"]?["code"] == -32600)
  }

  @Test("any bytes get an answer or none, and never an end")
  func anything() async throws {
    let assisted = try await Assisted([])
    var generator = SeededGenerator(seed: 20_310_311)
    let valid = Array(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find_stories","arguments":{"query":"fine \"ship\" date:2031","limit":3}}}"#
        .utf8)
    for _ in 0..<2_000 {
      var line = valid
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<line.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: line[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: line.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: line.remove(at: place)
        }
      }
      let reply = try assisted.answer(line.filter { $0 != 0x0A })
      if let reply { #expect(reply["result"] != nil || reply["error"]?["code"]?.integer != nil) }
    }
  }

  @Test("lines are cut wherever the bytes come apart, and one that is too long loses only itself")
  func lines() {
    var reader = LineReader(longest: 5)
    #expect(reader.take("ab".utf8).isEmpty)
    #expect(reader.take("c\r\n\n  \nabcdef\nxy".utf8) == [.message(Array("abc".utf8)), .tooLong])
    #expect(reader.finish() == .message(Array("xy".utf8)))
    #expect(reader.finish() == nil)
  }
}
