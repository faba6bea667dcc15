import NewsModel
import Testing
import TextBytes

@testable import Extraction

/// Marks of where a word may be parted at the end of a line are no part of it.
@Suite("Soft hyphens")
struct SoftHyphenTests {
  @Test("words are read whole", arguments: ["&shy;", "&#173;", "\u{AD}"])
  func whole(mark: String) throws {
    let story = [
      "The coun|cil of Kel|by voted to close the old li|brary, which has stood by the quay for ninety years.",
      "The may|or said that the roof would cost more to mend than a new build|ing would, and that books would move.",
    ]
    let html =
      "<html lang=en><body><article><h1>The old li|brary of Kelby closes</h1>"
      + story.map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
    var document = flattened(html.replacing("|", with: mark))
    document.form = .html
    let article = ArticleExtractor().extract(document)
    #expect(article.paragraphs.map { article.text[$0.span] } == story.map { $0.replacing("|", with: "") })
    let source = try #require(article.paragraphs.first?.source.first)
    #expect(article.input[source].hasPrefix("The coun"))
    #expect(article.paragraphs.allSatisfy { $0.source.count == 1 })
  }
}
