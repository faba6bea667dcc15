import Languages
import NewsModel
import TextBytes

/// A page flattened to text, with all its furniture: labels its lines, then writes the article from what is left.
struct FlattenedPage {
  let document: RawDocument
  init(_ document: RawDocument) { self.document = document }

  func article() -> Article {
    var page = Page(document.input, language: document.hints.language)
    page.labelLines(titleHint: document.hints.title)
    var writer = ArticleWriter(page: page, document: document)
    return writer.write()
  }
}

extension Page {
  /// Labels every line. The order matters: what tells by itself first, then what tells by its neighbours.
  mutating func labelLines(titleHint: String?) {
    splitDates()
    labelByCues()
    labelOutletLine()
    labelCaptions()
    labelDuplicates()
    labelBlocks()
    labelOutside(titleHint: titleHint)
    labelBareBylines()
    labelHead(titleHint: titleHint)
    labelBody()
  }
}
