import Contract
import NewsModel
import Testing

@Suite struct CorrectionTests {
  private let anchor = #"{"article": "a.txt", "start": 3, "end": 9, "exact": "ferry "}"#

  private func read(_ text: String) throws -> [Correction] { try CorrectionReader().read(text) }

  @Test func everyKind() throws {
    let place = Correction.Reference.anchor(article: "a.txt", start: 3, end: 9)
    let text = """
      {"merge": ["e3", "e8"]}
      {"split": \(anchor), "from": "e3"}
      {"rename": "e3", "name": "Íngrid Núñez"}
      {"sameClaim": [\(anchor), \(anchor)]}
      {"notSameClaim": ["c1", \(anchor)]}
      {"notDerived": ["a.txt", "b.txt"]}
      {"sameStory": ["a.txt", "b.txt", "c.txt"]}
      {"notSameStory": ["a.txt", "b.txt"]}
      """
    #expect(
      try read(text).map(\.action) == [
        .merge([.id("e3"), .id("e8")]), .split(place, from: "e3"), .rename(.id("e3"), name: "Íngrid Núñez"),
        .sameClaim([place, place]), .notSameClaim([.id("c1"), place]), .notDerived(article: "a.txt", from: "b.txt"),
        .sameStory(["a.txt", "b.txt", "c.txt"]), .notSameStory(["a.txt", "b.txt"]),
      ])
  }

  @Test func whoWhenAndWhyAreKept() throws {
    let correction = try #require(
      try read(#"{"merge": ["e1", "e2"], "by": "ana", "at": "2024-03-04", "why": "one person", "more": 1}"#).first)
    #expect([correction.by, correction.at, correction.why] == ["ana", "2024-03-04", "one person"])
  }

  @Test(arguments: ["", "\n\n", "  \t\n"]) func blankLines(_ text: String) throws { #expect(try read(text).isEmpty) }

  @Test func windowsLines() throws {
    let text = "{\"merge\": [\"e1\", \"e2\"]}\r\n\r\n{\"merge\": [\"e3\", \"e4\"]}\r\n"
    #expect(try read(text).count == 2)
  }

  @Test(arguments: [
    "merge e1 e2", "[1]", "{", #"{"merge": ["e1"]}"#, #"{"merge": ["e1", 2]}"#, #"{"merge": "e1"}"#,
    #"{"rename": "e1"}"#,
    #"{"split": "e1"}"#, #"{"notDerived": ["a"]}"#, #"{"notDerived": ["a", "b", "c"]}"#, #"{"sameStory": ["a"]}"#, "{}",
    #"{"sameClaim": ["c1", {"article": "a", "start": 9, "end": 3}]}"#, #"{"unknown": ["a", "b"]}"#,
    #"{"sameClaim": ["c1", {"article": "a", "start": 0, "end": 9223372036854775807}]}"#,
    #"{"sameClaim": ["c1", {"article": "a", "start": -1, "end": 3}]}"#,
  ])
  func aBadLineIsNamed(_ line: String) {
    #expect {
      try read("{\"merge\": [\"e1\", \"e2\"]}\n\n\(line)\n{\"merge\": [\"e1\", \"e2\"]}")
    } throws: { ($0 as? CorrectionReader.LineError)?.line == 3 }
  }

  @Test func windowsLineNumbers() {
    #expect { try read("{\"merge\": [\"e1\", \"e2\"]}\r\n\r\nno") } throws: {
      ($0 as? CorrectionReader.LineError)?.line == 3
    }
  }
}
