import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// What is expected of one real page, as numbers of lines; its words stay outside the repository.
struct PageExpectation: Sendable {
  var prefix: String
  var title: Int?
  var deck: Int?
  /// Lines that are not the article, by reason.
  var cut: [Removal.Reason: [Int]]
  var headings: [Int]
  var outlet: String
  var byline: [String] = []
  var agency: [String] = []
  var place: String?
  var published: String?
}

let seeds: [PageExpectation] = [
  PageExpectation(
    prefix: "000", title: 1, cut: [.outlet: [3], .related: [17, 37], .credit: [39], .disclaimer: [41]],
    headings: [7, 19, 25, 29], outlet: "Benzinga"),
  PageExpectation(
    prefix: "001", cut: [.date: [1], .caption: [3]], headings: [23], outlet: "The Straits Times", agency: ["Reuters"],
    place: "Moscow", published: "2025-12-12"),
  PageExpectation(
    prefix: "002", title: 1, cut: [.caption: [3], .comments: [27, 29]], headings: [], outlet: "Guacamaya",
    published: "2025-12-11"),
  PageExpectation(
    prefix: "003", title: 1,
    cut: [
      .advert: [3, 5], .duplicate: [7], .caption: [61, 62], .interface: [82, 86], .section: [84],
      .subscribe: [
        9, 11, 13, 15, 17, 19, 21, 22, 23, 24, 26, 28, 30, 32, 33, 34, 35, 37, 39, 41, 43, 45, 46, 47, 48, 49, 51, 53,
      ],
    ], headings: [], outlet: "Winnipeg Free Press", agency: ["AP"], place: "Moscow", published: "2025-12-11"),
  PageExpectation(
    prefix: "004", title: 5, deck: 7,
    cut: [
      .outlet: [1], .section: [3], .caption: [9, 31, 51, 63, 67], .credit: [11, 33, 53, 65, 69], .byline: [13, 15],
      .date: [17], .subscribe: [21], .embed: [81, 93, 101],
    ], headings: [27, 37, 55, 73, 95, 103], outlet: "Los Líderes de la Política", byline: ["Cristian Alanis"],
    published: "2025-12-11T14:08"),
]

@Suite("The five seeds", .enabled(if: dataFolder() != nil, "the data folder is absent"))
struct SeedTests {
  @Test("each line goes where a person put it", arguments: seeds)
  func lines(_ expected: PageExpectation) throws {
    guard let (article, numbers) = try article(expected.prefix) else { return }
    var cut: [Int: Removal.Reason] = [:]
    for removal in article.removed where cut[numbers[removal.span.start]] == nil {
      cut[numbers[removal.span.start]] = removal.reason
    }
    for (reason, lines) in expected.cut {
      for line in lines { #expect(cut[line] == reason, "\(expected.prefix) L\(line)") }
    }
    let body = Set(article.paragraphs.map(\.line))
    let furniture = Set(expected.cut.values.joined())
    #expect(body.isDisjoint(with: furniture))
    let all = Set(textLines(in: article.input.bytes.span).map(\.number))
    #expect(body == all.subtracting(furniture).subtracting([expected.title, expected.deck].compactMap { $0 }))
    #expect(article.paragraphs.filter(\.isHeading).map(\.line) == expected.headings)
    #expect(article.metadata.at[.title]?.first.map { numbers[$0.start] } == expected.title)
    #expect(article.metadata.at[.deck]?.first.map { numbers[$0.start] } == expected.deck)
  }

  @Test("metadata", arguments: seeds)
  func metadata(_ expected: PageExpectation) throws {
    guard let (article, _) = try article(expected.prefix) else { return }
    #expect(article.metadata.outlet?.name == expected.outlet)
    #expect(article.metadata.byline == expected.byline)
    #expect(article.metadata.agency == expected.agency)
    #expect(article.metadata.dateline?.place == expected.place)
    #expect(article.metadata.published?.value.description == expected.published)
    #expect((article.metadata.aiDisclosure != nil) == (expected.prefix == "000"))
  }

  /// The article, and the line of each byte of the input.
  private func article(_ prefix: String) throws -> (Article, [Int])? {
    guard let folder = dataFolder()?.deletingLastPathComponent().appendingPathComponent("seeds") else { return nil }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    guard let name = names.first(where: { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }) else { return nil }
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let article = ArticleExtractor().extract(flattened(text))
    var line = 1
    let numbers = article.input.bytes.map { byte in
      defer { if byte == 0x0A { line += 1 } }
      return line
    }
    return (article, numbers + [line])
  }
}
