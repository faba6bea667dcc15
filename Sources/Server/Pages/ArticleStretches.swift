import Briefing
import Mustache
import NewsModel
import TextBytes

/// A piece of an article's text: whether a claim rests on it, and whether it is the passage that was asked for.
struct ArticleStretch: MustacheParent {
  var words: String
  /// The page of the claim that it states; empty where none rests on it.
  var claim: String
  var isHere: Bool
  /// Whether it is the first piece of the passage that was asked for.
  var isTarget: Bool
  /// What was found here, the longest first.
  var marks: [ArticleMark] = []
  /// Whether the highlight, and the link, begin before it and end behind it: pieces that belong together share one.
  var opensHere = false, closesHere = false, opensLink = false, closesLink = false

  func child(named name: String) -> Any? {
    switch name {
    case "words": words
    case "claim": claim
    case "opensHere": opensHere
    case "closesHere": closesHere
    case "opensLink": opensLink
    case "closesLink": closesLink
    case "isTarget": isTarget
    case "marks": marks
    default: nil
    }
  }
}

/// Cuts an article's text where passages of claims, or the passage asked for, begin and end.
struct ArticleStretches {
  private let article: Article
  private let supports: [(span: TextSpan, claim: String)]
  private let here: TextSpan?
  private let marks: [ArticleMark]
  private var isFound = false

  /// `number` is the article's, from 0; `here` the bytes asked for. Claims are linked where `shown` has them.
  init(_ story: Story, _ number: Int, here: TextSpan?, _ shown: Set<ArticleLayer>, _ words: SiteWords) {
    article = story.articles[number].article
    self.here = here
    marks = ArticleMarks(story, number, shown, words).all
    var supports: [(span: TextSpan, claim: String)] = []
    for claim in shown.contains(.claims) ? story.claims : [] {
      for support in claim.support
      where support.passage.article == number && support.passage.span.end <= article.text.count {
        supports.append((support.passage.span, "/stories/\(story.id.raw)/claims/\(claim.id.raw)"))
      }
    }
    self.supports = supports.sorted { ($0.span, $0.claim) < ($1.span, $1.claim) }
  }

  /// The pieces of one paragraph, title or deck, in order. A piece that several claims rest on leads to the one with the shortest passage.
  mutating func pieces(of part: TextSpan) -> [ArticleStretch] {
    let inside = supports.filter { $0.span.overlaps(part) }
    var cuts: Set<Int> = [part.start, part.end]
    let found = marks.filter { $0.span.overlaps(part) }
    for span in inside.map(\.span) + found.map(\.span) + [here].compactMap({ $0 }) {
      cuts.formUnion([span.start, span.end].filter { $0 > part.start && $0 < part.end })
    }
    let ordered = cuts.sorted()
    var pieces: [ArticleStretch] = []
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      let span = TextSpan(start, end)
      let claim = inside.filter { $0.span.contains(span) }.min { $0.span.count < $1.span.count }?.claim ?? ""
      let isHere = here?.overlaps(span) ?? false
      let words = clean(article.text[span], keepsEnds: true)
      let here = found.filter { $0.span.contains(span) }.map { mark in
        var mark = mark
        (mark.begins, mark.ends) = (mark.span.start == start, mark.span.end == end)
        return mark
      }
      if let last = pieces.indices.last, pieces[last].claim == claim, pieces[last].isHere == isHere, here.isEmpty,
        pieces[last].marks.isEmpty
      {
        pieces[last].words += words
      } else {
        pieces.append(
          ArticleStretch(words: words, claim: claim, isHere: isHere, isTarget: isHere && !isFound, marks: here))
        isFound = isFound || isHere
      }
    }
    return ArticleStretches.joined(pieces)
  }

  /// Pieces with what opens and closes around each.
  private static func joined(_ pieces: [ArticleStretch]) -> [ArticleStretch] {
    var pieces = pieces
    for piece in pieces.indices {
      let (before, own) = (piece > 0 ? pieces[piece - 1] : nil, pieces[piece])
      let isOneLink = before.map { $0.claim == own.claim && $0.isHere == own.isHere } ?? false
      // A link of blanks alone leads nobody.
      let isBlank = own.words.utf8.allSatisfy { $0 <= 0x20 }
      if !isOneLink, isBlank { pieces[piece].claim = "" }
      pieces[piece].opensHere = own.isHere && before?.isHere != true
      pieces[piece].opensLink = !isOneLink && !pieces[piece].claim.isEmpty
    }
    for piece in pieces.indices {
      let (own, behind) = (pieces[piece], piece + 1 < pieces.count ? pieces[piece + 1] : nil)
      pieces[piece].closesHere = own.isHere && behind?.isHere != true
      pieces[piece].closesLink =
        !own.claim.isEmpty && (behind?.opensLink ?? true || behind?.claim != own.claim || behind?.isHere != own.isHere)
    }
    return pieces
  }
}
