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
