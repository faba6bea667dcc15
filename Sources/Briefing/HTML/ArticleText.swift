import NewsModel
import TextBytes

/// An article's clean text, with the passages that claims rest on.
struct ArticleText {
  var number: Int
  var outlet: String
  var language: String
  var date: String
  var hasTitle: Bool
  var title: String
  var titleAnchor: String
  var hasDeck: Bool
  var deck: String
  var deckAnchor: String
  var paragraphs: [Block]
  var hasNotice: Bool
  var notice: String
  var noticeAnchor: String

  struct Block {
    var anchor: String
    var isHeading: Bool
    var stretches: [Stretch]
  }
  struct Stretch {
    var words: String
    var isClaimed: Bool
  }

  init(_ source: StorySource, _ index: Int) {
    let article = source.story.articles[index].article
    let lines = source.lines[index]
    let claimed = ClaimedSpans(source.story, index)
    number = index + 1
    outlet = source.outlet(index)
    language = source.language(index)
    date = source.date(index)
    hasTitle = article.title != nil
    title = article.title.map { clean(article.text[$0]) } ?? ""
    titleAnchor = article.title.map { lines.marker($0).anchor } ?? Marker(article: index + 1, place: "title").anchor
    hasDeck = article.deck != nil
    deck = article.deck.map { clean(article.text[$0]) } ?? ""
    deckAnchor = article.deck.map { lines.marker($0).anchor } ?? ""
    var used: Set<String> = [titleAnchor, deckAnchor]
    paragraphs = article.paragraphs.indices.map { i in
      let anchor = lines.marker(paragraph: i).anchor
      return Block(
        anchor: used.insert(anchor).inserted ? anchor : "\(anchor)-\(i + 1)",
        isHeading: article.paragraphs[i].isHeading,
        stretches: claimed.stretches(of: article.paragraphs[i].span, in: article))
    }
    let disclosure = article.metadata.aiDisclosure.flatMap { $0.end <= article.input.count ? $0 : nil }
    hasNotice = disclosure != nil
    notice = disclosure.map { clean(article.input[$0]) } ?? ""
    let anchor = disclosure.map { lines.marker(source: $0).anchor } ?? ""
    noticeAnchor = used.contains(anchor) ? anchor + "-notice" : anchor
  }
}

/// The stretches of one article that a claim rests on, joined where they touch.
struct ClaimedSpans {
  private var spans: [TextSpan] = []

  init(_ story: Story, _ article: Int) {
    let all = story.claims.flatMap(\.support).map(\.passage).filter { $0.article == article }.map(\.span).sorted()
    for span in all {
      if let last = spans.last, span.start <= last.end {
        spans[spans.count - 1] = last.union(span)
      } else {
        spans.append(span)
      }
    }
  }

  /// A paragraph in stretches that are claimed and stretches that are not.
  func stretches(of paragraph: TextSpan, in article: Article) -> [ArticleText.Stretch] {
    var stretches: [ArticleText.Stretch] = []
    var position = paragraph.start
    func add(_ end: Int, _ isClaimed: Bool) {
      guard end > position else { return }
      let words = clean(article.text[TextSpan(position, end)], keepsEnds: true)
      stretches.append(.init(words: words, isClaimed: isClaimed))
      position = end
    }
    for span in spans where span.overlaps(paragraph) {
      add(max(position, span.start), false)
      add(min(paragraph.end, span.end), true)
    }
    add(paragraph.end, false)
    return stretches
  }
}
