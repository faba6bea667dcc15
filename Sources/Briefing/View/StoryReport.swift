import NewsModel

/// What a report says about one story, as plain values in the order of reading: the terminal, Markdown and HTML lay out the same.
struct StoryReport: Sendable {
  var id: String
  var title: String
  /// When its articles were published, or nil where none is dated.
  var dates: String?
  /// "5 outlets", "2 languages" …
  var counts: [String]
  var articles: [ArticleRow]
  /// Thin sourcing, the thinnest first; then the rest. All claims, the ones that matter most first.
  var thin: [ClaimBlock]
  var solid: [ClaimBlock]
  var conflicts: [Difference]
  /// What looks like a disagreement and is none.
  var reconciled: [Difference]
  var drifts: [Difference]
  var descent: [Branch]
  var only: [OnlyRow]
  var timeline: [Day]
  /// What could not be told, and what to do about it.
  var gaps: [Phrase]

  var claimCount: Int { thin.count + solid.count }
  /// Whether nothing can be compared.
  var isSingle: Bool { articles.count == 1 }
}

/// A line of the list of articles.
struct ArticleRow: Sendable {
  var number: Int
  var id: String
  var outlet: String
  var title: String
  var language: String
  /// "10 Mar", "10 Mar, inferred", "no date".
  var date: String
  /// Whose text it is.
  var descent: Phrase
  /// The AI notice, paywall and other things to know.
  var notes: [Phrase]
}

/// A claim with its sourcing.
struct ClaimBlock: Sendable {
  /// How well it is sourced, and how much that matters.
  enum Footing: Sendable, Hashable { case thin, solid }
  var id: String
  var text: String
  var at: Marker
  var footing: Footing
  var outlets: Int
  /// "4 outlets → 1 origin, perhaps 2".
  var count: String
  /// Why the bounds are what they are.
  var why: String
  /// Who ← through whom ← in which articles.
  var paths: [Phrase]
  /// What kind of footing it has.
  var tags: [String]
  /// "first [1:7] 10 Mar".
  var first: Phrase
  /// The same in other words, each with its marker.
  var variants: [Wording]
  /// Answers, denials, headlines that say it without a source.
  var notes: [Phrase]
  var passages: [PassageBlock]
  /// "4 passages".
  var passageCount: String
  /// Whether it is among those that a first reading needs.
  var matters: Bool
}

/// A passage in words, with its marker.
struct Wording: Sendable, Hashable {
  var words: String
  /// The number of the word at which it begins to say it differently; 0 for the beginning.
  var news = 0
  var marker: Marker
}

/// A passage of a claim in its surroundings.
struct PassageBlock: Sendable {
  var marker: Marker
  var outlet: String
  var language: String
  var date: String
  var before: String
  var words: String
  var after: String
  /// "Mr X → sources → Reuters → Harbour Post".
  var chain: [String]
  var origin: String
  var because: String
  var relation: String
  var counts: Bool
}

/// A point in which versions differ.
struct Difference: Sendable {
  /// "when", "how many" …
  var question: String
  var claim: String
  var claimID: String
  /// Versions with their markers, in order; what differs.
  var versions: [Version]
  var why: String

  struct Version: Sendable {
    var words: String
    /// The value, where the words alone do not tell it.
    var value: String?
    var markers: [Marker]
  }
}

/// One text and what it came from: origins, the agency or outlet that carries them, and the articles that carry that.
struct Branch: Sendable {
  struct Leaf: Sendable {
    var article: Int
    var outlet: String
    /// "rewritten", "carried" …; nil where the article tells in its own words.
    var how: String?
  }
  var origins: [String]
  /// How many more origins there are than the ones named.
  var more: Int
  /// Nil where the article's own outlet carries the origins.
  var carrier: String?
  var leaves: [Leaf]
}

/// What one article alone has.
struct OnlyRow: Sendable {
  var article: Int
  var outlet: String
  /// The most telling first.
  var claims: [Wording]
  /// How many there are in all.
  var count: Int
}

/// A day of the timeline.
struct Day: Sendable {
  struct Entry: Sendable {
    var text: String
    var markers: [Marker]
    /// The other dates that versions give.
    var alternatives: [String]
  }
  var date: String
  var entries: [Entry]

  /// How many passages tell of it.
  var weight: Int { entries.reduce(0) { $0 + $1.markers.count } }
}

extension StoryReport {
  /// The dates that most passages tell of, at most `limit`, in order.
  func mainDays(_ limit: Int) -> [Day] {
    guard timeline.count > limit else { return timeline }
    let ranked = timeline.indices.sorted {
      [-timeline[$0].weight, -$0] < [-timeline[$1].weight, -$1]
    }
    let kept = Set(ranked.prefix(limit))
    return timeline.indices.filter(kept.contains).map { timeline[$0] }
  }
}
