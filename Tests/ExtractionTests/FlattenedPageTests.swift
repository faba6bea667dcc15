import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// A page written for this test, with a mark before each line that tells where it belongs.
///
/// `T` title, `D` deck, `P` paragraph, `H` subhead; otherwise a removal's reason. A line may hold two, parted by `¦`:
/// `dateline:LIMA (AP) — ¦P:The …`.
struct InventedPage: Sendable, CustomTestStringConvertible {
  var name: String
  var lines: [String]
  var testDescription: String { name }

  init(_ name: String, _ source: String) {
    self.name = name
    lines = source.split(separator: "\n").map(String.init)
  }

  /// The marks and words of each line.
  var parts: [[(mark: String, words: String)]] {
    lines.map { line in
      line.split(separator: "¦").map { part in
        let pieces = part.split(separator: ":", maxSplits: 1)
        return (String(pieces[0]), String(pieces[1]))
      }
    }
  }
  var text: String { parts.map { $0.map(\.words).joined() }.joined(separator: "\n\n") }
}

@Suite("Invented pages")
struct FlattenedPageTests {
  @Test("each line goes where it belongs", arguments: inventedPages)
  func lines(_ page: InventedPage) {
    let article = ArticleExtractor().extract(flattened(page.text))
    var expected: [String: [String]] = [:]
    for part in page.parts.joined() {
      expected[part.mark, default: []].append(trimmed(part.words))
    }
    #expect(article.title.map { article.text[$0] } == expected["T"]?.first, "title")
    #expect(article.deck.map { article.text[$0] } == expected["D"]?.first, "deck")
    #expect(article.paragraphs.filter { !$0.isHeading }.map { article.text[$0.span] } == expected["P"] ?? [], "body")
    #expect(article.paragraphs.filter(\.isHeading).map { article.text[$0.span] } == expected["H"] ?? [], "subheads")
    for reason in Removal.Reason.allCases {
      let found = article.removed.filter { $0.reason == reason }.map { article.input[$0.span] }
      #expect(found == expected[reason.rawValue] ?? [], "\(reason)")
    }
  }

  @Test("every word of a page is in the article or among the removals, once", arguments: inventedPages)
  func nothingIsLost(_ page: InventedPage) {
    let article = ArticleExtractor().extract(flattened(page.text))
    var owners = [Int](repeating: 0, count: article.input.count)
    let kept =
      article.paragraphs.flatMap(\.source) + (article.metadata.at[.title] ?? []) + (article.metadata.at[.deck] ?? [])
    for span in kept + article.removed.map(\.span) { for i in span.range { owners[i] += 1 } }
    for i in owners.indices {
      let isSpace = whiteSpaceLength(at: i, in: article.input.bytes.span, before: article.input.count) != nil
      #expect(isSpace ? owners[i] <= 1 : owners[i] == 1 || article.input.bytes[i] & 0xC0 == 0x80)
    }
    for paragraph in article.paragraphs {
      let words = paragraph.source.map { article.input[$0] }.joined(separator: " ")
      #expect(words == article.text[paragraph.span])
    }
  }

  private func trimmed(_ words: String) -> String {
    let text = SourceText(words)
    return text[text.trimmed(text.span)]
  }
}
