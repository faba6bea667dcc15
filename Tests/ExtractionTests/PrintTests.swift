import Foundation
import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// Prints how the files named in STEMMA_SHOW (parted by colons) are cleaned, for a person to look at.
@Test("show files", .enabled(if: ProcessInfo.processInfo.environment["STEMMA_SHOW"] != nil))
func show() throws {
  for path in (ProcessInfo.processInfo.environment["STEMMA_SHOW"] ?? "").split(separator: ":") {
    let text = try String(contentsOfFile: String(path), encoding: .utf8)
    let article = ArticleExtractor().extract(flattened(text, id: String(path)))
    print("=== \(path)\n" + listing(article))
    #expect(article.text.count <= article.input.count)
  }
}

private struct Page: Decodable {
  var id: String
  var form: String
  var input: String
  var url: String?
}

private struct Output: Encodable {
  var id: String
  var title: String
  var body: String
  var published: String
  var byline: [String]
  var outlet: String
  var listing: String
}

/// Extracts the pages of STEMMA_PAGES (JSONL: `id`, `form`, `input`) into STEMMA_OUT, for the scoring scripts.
@Test("extract pages", .enabled(if: ProcessInfo.processInfo.environment["STEMMA_PAGES"] != nil))
func extractPages() throws {
  let environment = ProcessInfo.processInfo.environment
  let input = try String(contentsOfFile: environment["STEMMA_PAGES"] ?? "", encoding: .utf8)
  var lines: [String] = []
  for line in input.split(separator: "\n") {
    let page = try JSONDecoder().decode(Page.self, from: Data(line.utf8))
    var document = flattened(page.input, id: page.id) { $0.url = page.url }
    document.form = RawDocument.Form(rawValue: page.form) ?? .flattened
    let article = ArticleExtractor().extract(document)
    let output = Output(
      id: page.id, title: article.title.map { article.text[$0] } ?? "", body: article.text[article.body],
      published: article.metadata.published?.value.description ?? "", byline: article.metadata.byline,
      outlet: article.metadata.outlet?.name ?? "", listing: listing(article))
    lines.append(String(decoding: try JSONEncoder().encode(output), as: UTF8.self))
  }
  try lines.joined(separator: "\n").write(
    toFile: environment["STEMMA_OUT"] ?? "out.jsonl", atomically: true, encoding: .utf8)
  #expect(!lines.isEmpty)
}
