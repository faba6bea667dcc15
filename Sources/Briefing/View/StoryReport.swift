import NewsModel
import TextBytes

/// What a report says about one story, as plain values in the order of reading: the terminal, Markdown and HTML lay out the same.
package struct StoryReport: Sendable {
  package var id: String
  package var title: String
  /// When its articles were published, or nil where none is dated.
  package var dates: String?
  /// "5 outlets", "2 languages" …
  package var counts: [String]
  package var articles: [ArticleRow]
  /// Thin sourcing, the thinnest first; then the rest. All claims, the ones that matter most first.
  package var thin: [ClaimBlock]
  package var solid: [ClaimBlock]
  package var conflicts: [Difference]
  /// What looks like a disagreement and is none.
  package var reconciled: [Difference]
  package var drifts: [Difference]
  package var descent: [Branch]
  package var only: [OnlyRow]
  package var timeline: [Day]
  /// What could not be told, and what to do about it.
  package var gaps: [Phrase]

  package var claimCount: Int { thin.count + solid.count }
  /// Whether nothing can be compared.
  package var isSingle: Bool { articles.count == 1 }
}

/// A line of the list of articles.
package struct ArticleRow: Sendable {
  package var number: Int
  package var id: String
  package var outlet: String
  package var title: String
  package var language: String
  /// "10 Mar", "10 Mar, inferred", "no date".
  package var date: String
  /// Whose text it is.
  package var descent: Phrase
  /// The AI notice, paywall and other things to know.
  package var notes: [Phrase]
}

/// A claim with its sourcing.
package struct ClaimBlock: Sendable {
  /// How well it is sourced, and how much that matters.
  package enum Footing: Sendable, Hashable { case thin, solid }
  package var id: String
  package var text: String
  package var at: Marker
  package var footing: Footing
  package var outlets: Int
  /// "4 outlets → 1 origin, perhaps 2".
  package var count: String
  /// Why the bounds are what they are.
  package var why: String
  /// Who ← through whom ← in which articles.
  package var paths: [Phrase]
  /// What kind of footing it has.
  package var tags: [String]
  /// "first [1:7] 10 Mar".
  package var first: Phrase
  /// The same in other words, each with its marker.
  package var variants: [Wording]
  /// Answers, denials, headlines that say it without a source.
  package var notes: [Phrase]
  package var passages: [PassageBlock]
  /// "4 passages".
  package var passageCount: String
  /// Where the passages are that are left out here; nil where none is.
  package var passagesRest: PassagesRest?
  /// Whether it is among those that a first reading needs.
  package var matters: Bool
}

extension ClaimBlock {
  /// How many passages are left out, and the page that has them.
  package struct PassagesRest: Sendable {
    package var text: String
    package var target: String
    package init(text: String, target: String) {
      self.text = text
      self.target = target
    }
  }
}

/// A passage in words, with its marker.
package struct Wording: Sendable, Hashable {
  package var words: String
  /// The number of the word at which it begins to say it differently; 0 for the beginning.
  package var news = 0
  package var marker: Marker
}

/// A passage of a claim in its surroundings.
package struct PassageBlock: Sendable {
  package var marker: Marker
  package var outlet: String
  package var language: String
  package var date: String
  package var before: String
  package var words: String
  package var after: String
  /// "Mr X → sources → Reuters → Harbour Post".
  package var chain: [String]
  package var origin: String
  package var because: String
  package var relation: String
  /// The same as a value; nil for the passage that the claim's text comes from.
  package var how: PassagePair.Relation?
  package var counts: Bool
  /// The article, from 0, and where in its text the passage stands.
  package var article: Int
  package var span: TextSpan
}

/// A point in which versions differ.
package struct Difference: Sendable {
  /// "when", "how many" …
  package var question: String
  package var claim: String
  package var claimID: String
  /// Versions with their markers, in order; what differs.
  package var versions: [Version]
  package var why: String
  /// Whether it is about the words of a quotation.
  package var isQuotation: Bool

  package struct Version: Sendable {
    package var words: String
    /// The value, where the words alone do not tell it.
    package var value: String?
    package var markers: [Marker]
  }
}

/// One text and what it came from: origins, the agency or outlet that carries them, and the articles that carry that.
package struct Branch: Sendable {
  package struct Leaf: Sendable {
    package var article: Int
    package var outlet: String
    /// "rewritten", "carried" …; nil where the article tells in its own words.
    package var how: String?
  }
  package var origins: [String]
  /// How many more origins there are than the ones named.
  package var more: Int
  /// Nil where the article's own outlet carries the origins.
  package var carrier: String?
  package var leaves: [Leaf]
}

/// What one article alone has.
package struct OnlyRow: Sendable {
  package var article: Int
  package var outlet: String
  /// The most telling first.
  package var claims: [Wording]
  /// How many there are in all.
  package var count: Int
}

/// A day of the timeline.
package struct Day: Sendable {
  package struct Entry: Sendable {
    package var text: String
    package var markers: [Marker]
    /// The other dates that versions give.
    package var alternatives: [String]
  }
  package var date: String
  package var entries: [Entry]

  /// How many passages tell of it.
  package var weight: Int { entries.reduce(0) { $0 + $1.markers.count } }
}

extension StoryReport {
  /// The dates that most passages tell of, at most `limit`, in order.
  package func mainDays(_ limit: Int) -> [Day] {
    guard timeline.count > limit else { return timeline }
    let ranked = timeline.indices.sorted {
      [-timeline[$0].weight, -$0] < [-timeline[$1].weight, -$1]
    }
    let kept = Set(ranked.prefix(limit))
    return timeline.indices.filter(kept.contains).map { timeline[$0] }
  }
}
