import NewsModel
import TextBytes

/// An article as a test writes it down: one paragraph a line, blank lines between, the title first.
struct ArticleFixture {
  var id: String
  var outlet: String
  var language: String
  var published: String?
  var title: String
  var paragraphs: [String]
  /// A last line that was cut: the AI notice.
  var notice: String?
  var agency: [String] = []

  /// The annotated article: sentences end at full stops; nothing else is annotated.
  func make() -> AnnotatedArticle {
    let body = paragraphs.joined(separator: "\n\n")
    let text = SourceText(title + "\n\n" + body)
    let input = SourceText(text.string + (notice.map { "\n\n" + $0 } ?? ""))
    let start = title.utf8.count + 2
    var metadata = Metadata()
    metadata.outlet = Outlet(name: outlet, evidence: "the test")
    metadata.agency = agency
    metadata.published = published.flatMap { Timestamp(iso: $0) }.map { Publication(value: $0, from: .text) }
    metadata.at[.title] = [TextSpan(0, title.utf8.count)]
    metadata.aiDisclosure = notice.map { TextSpan(input.count - $0.utf8.count, input.count) }
    let article = Article(
      id: ID(id), source: id, sha256: "", encoding: "utf-8", input: input, text: text,
      title: TextSpan(0, title.utf8.count), body: TextSpan(start, text.count),
      paragraphs: makeParagraphs(from: start),
      removed: metadata.aiDisclosure.map { [Removal(span: $0, reason: .disclaimer)] } ?? [],
      language: LanguageCode(language), metadata: metadata)
    return AnnotatedArticle(article: article, reading: reading(of: article))
  }

  private func makeParagraphs(from start: Int) -> [Paragraph] {
    var offset = start
    var line = 3
    return paragraphs.map { words in
      let span = TextSpan(offset, offset + words.utf8.count)
      defer {
        offset += words.utf8.count + 2
        line += 2 + words.utf8.count(where: { $0 == 0x0A })
      }
      return Paragraph(span: span, source: [span], line: line)
    }
  }

  private func reading(of article: Article) -> Reading {
    var sentences: [Sentence] = []
    for (i, paragraph) in article.paragraphs.enumerated() {
      var start = paragraph.span.start
      for end in paragraph.span.range where article.text.bytes[end] == UInt8(ascii: ".") {
        sentences.append(Sentence(span: TextSpan(start, end + 1), tokens: 0..<0, paragraph: i))
        start = min(end + 2, paragraph.span.end)
      }
    }
    return Reading(text: article.text, language: LanguageCode(language), tokens: [], sentences: sentences)
  }
}

extension [AnnotatedArticle] {
  /// The passage of article `number` (from 1) that says `words`; the test is wrong where it does not.
  func passage(_ number: Int, _ words: String) -> Passage {
    let text = self[number - 1].article.text
    let needle = Swift.Array(words.utf8)
    let start = (0...(text.count - needle.count)).first { i in Swift.Array(text.bytes[i..<(i + needle.count)]) == needle
    }!
    return Passage(article: number - 1, span: TextSpan(start, start + needle.count))
  }
}
