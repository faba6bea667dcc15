import HTMLTree
import NewsModel
import TextBytes

/// What a line of a flattened page is.
enum LineLabel: Hashable, Sendable {
  /// Not yet told.
  case open
  case title, deck
  /// A paragraph of the story.
  case prose
  /// A subhead of the story.
  case heading
  /// Furniture, and why.
  case cut(Removal.Reason)

  var isStory: Bool { self == .prose || self == .heading }
  var isCut: Bool { if case .cut = self { true } else { false } }
}

/// One line of a page, or a part of one where a line holds two things, with what can be seen of it.
struct PageLine: Sendable {
  var number: Int
  var span: TextSpan
  var tokens: Range<Int>
  var label = LineLabel.open
  /// How strongly cues speak for each reason, by ``Removal/Reason``.
  var cues = CueScores()

  /// What the markup tells, on an HTML page.
  var markup: LineMarkup?

  var words = 0
  var functionWords = 0
  var capitalized = 0
  /// Ends in `.`, `!` or `…`, perhaps with closing marks behind it.
  var endsInFullStop = false
  var endsInQuestion = false
  var endsInExclamation = false
  var endsInColon = false
  var startsLower = false
  var hasBullet = false
  var hasPrice = false
  var isAllCapitals = false
  var hasAddress = false
  var hasQuote = false
  /// Whether the words of its language that only hold sentences together are known.
  var knowsFunctionWords = true
  /// The hash of its words, folded.
  var fold = FoldHash.empty

  /// The share of words that only hold sentences together.
  var functionShare: Double { words == 0 ? 0 : Double(functionWords) / Double(words) }
  /// Reads like a paragraph of running text.
  var isProse: Bool {
    if !knowsFunctionWords {
      let isMixed = capitalized * 5 <= words * 3
      return isMixed && (endsInFullStop || endsInQuestion ? words >= 8 : words >= 24)
    }
    if endsInFullStop || endsInQuestion { return words >= 8 && functionShare >= 0.15 }
    return words >= 24 && functionShare >= 0.2
  }
  /// Short, and strong cues say that it credits a picture.
  var isPictureCredit: Bool { words <= 14 && cues[.credit] >= 3 }
  /// Reads like a headline: short, without a final full stop.
  var isHeadline: Bool {
    words >= 2 && words <= 30 && (!endsInFullStop || endsInExclamation && words <= 20) && !hasBullet
      && (!hasPrice || words >= 6) && !hasAddress
  }
}

/// What markup tells of a line.
struct LineMarkup: Sendable, Hashable {
  /// The tag of the block element.
  var tag: HTMLTag
  /// The share of its bytes that are link text.
  var linkShare: Double
  /// Whether an `article` or `main` element holds it.
  var isInArticle: Bool
  /// Whether it was cut for being nothing but a link.
  var isLink = false
  /// Where it stands to the element that holds the story.
  var place = Place.unknown

  /// Before, in or behind the element that holds the story; unknown where none stands out.
  enum Place: Sendable { case unknown, before, inside, behind }

  /// Whether it is text of the element that holds the story, not a link.
  var isStoryText: Bool { place == .inside && linkShare < 0.5 }
  var isHeading: Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}

/// The strength of the cues for each reason.
struct CueScores: Sendable {
  private var strong: [Removal.Reason: Int] = [:]
  private var medium: [Removal.Reason: Int] = [:]
  private var weak: Set<Removal.Reason> = []
  /// The reasons of the cues that stand at the beginning, or are the whole line.
  private(set) var opening: Set<Removal.Reason> = []

  /// Notes a cue. What tells alone adds up; what tells beside others counts at most twice, and at most once.
  mutating func add(_ reason: Removal.Reason, strength: Int, opens: Bool) {
    switch strength {
    case 3...: strong[reason, default: 0] += strength
    case 2: medium[reason] = min(4, (medium[reason] ?? 0) + 2)
    default: weak.insert(reason)
    }
    if opens { opening.insert(reason) }
  }
  /// The score of a reason.
  subscript(reason: Removal.Reason) -> Int {
    (strong[reason] ?? 0) + (medium[reason] ?? 0) + (weak.contains(reason) ? 1 : 0)
  }
  /// Whether a cue that tells alone speaks for `reason`.
  func isStrong(_ reason: Removal.Reason) -> Bool { strong[reason] != nil }
  /// The reason with the highest score; of equals the first in the order of the contract.
  var best: (reason: Removal.Reason, score: Int)? {
    if strong.isEmpty, medium.isEmpty, weak.isEmpty { return nil }
    var best: (reason: Removal.Reason, score: Int)?
    for reason in Removal.Reason.allCases where self[reason] > (best?.score ?? 0) { best = (reason, self[reason]) }
    return best
  }
}
