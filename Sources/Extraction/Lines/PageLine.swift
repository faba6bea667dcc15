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

  var words = 0
  var functionWords = 0
  var capitalized = 0
  /// Ends in `.`, `!` or `…`, perhaps with closing marks behind it.
  var endsInFullStop = false
  var endsInQuestion = false
  var endsInColon = false
  var startsLower = false
  var hasBullet = false
  var hasPrice = false
  var isAllCapitals = false
  var hasAddress = false
  var hasQuote = false
  /// The hash of its words, folded.
  var fold = FoldHash.empty

  /// The share of words that only hold sentences together.
  var functionShare: Double { words == 0 ? 0 : Double(functionWords) / Double(words) }
  /// Reads like a paragraph of running text.
  var isProse: Bool {
    if endsInFullStop || endsInQuestion { return words >= 8 && functionShare >= 0.15 }
    return words >= 24 && functionShare >= 0.2
  }
  /// Reads like a headline: short, without a final full stop.
  var isHeadline: Bool { words >= 2 && words <= 30 && !endsInFullStop && !hasBullet && !hasPrice && !hasAddress }
}

/// The strength of the cues for each reason.
struct CueScores: Sendable {
  private(set) var values: [Removal.Reason: Int] = [:]
  /// The reasons of the cues that stand at the beginning, or are the whole line.
  var opening: Set<Removal.Reason> = []
  subscript(reason: Removal.Reason) -> Int {
    get { values[reason] ?? 0 }
    set { values[reason] = newValue }
  }
  /// The reason with the highest score; of equals the first in the order of the contract.
  var best: (reason: Removal.Reason, score: Int)? {
    var best: (reason: Removal.Reason, score: Int)?
    for reason in Removal.Reason.allCases {
      if let score = values[reason], score > (best?.score ?? 0) { best = (reason, score) }
    }
    return best
  }
}
