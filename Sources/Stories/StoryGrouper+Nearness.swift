import Encoder
import Foundation
import NewsModel

// How near articles and stories are to one another.
extension StoryGrouper {
  /// An open story and how near an article is to it.
  typealias Candidate = (story: Int, score: Double)

  /// Stories that are compared fully, by their words and by their names.
  private static let mostByWords = 4
  private static let mostByNames = 5
  /// Stories that an index is asked for: some of them are too far away in time.
  private static let mostAsked = 24
  /// Where words and names speak less than this for a story, the encoder is not asked.
  private static let doubt = 0.1
  /// Unlike vectors tell nothing beyond this: reports of one event may dwell on unlike sides of it.
  private static let mostUnlike = 0.25
  /// Vectors that are less alike than ``StoryOptions/unrelated`` by more than this speak the louder against one story.
  private static let plainlyUnlike = 0.05
  private static let against = 1.5
  /// What each doubling of the smaller story asks beyond ``StoryOptions/nearStories``: sums of many articles grow alike.
  private static let doubling = 0.2

  /// How near an article must be to a story.
  var enough: Double { encoder == nil ? options.nearWithoutEncoder : options.near }

  /// The open stories that have to do with the newcomer, nearest first.
  mutating func candidates(for newcomer: inout Newcomer) -> [Candidate] {
    var found: [Candidate] = []
    for (story, terms) in likelyStories(for: newcomer) {
      let names = sharedIndex.cosine(newcomer.shared, story)
      let age = options.ageing * Double(stories[story]?.distance(to: newcomer.profile.day) ?? 0)
      let evidence = evidence(terms: terms, names: names) - age
      guard evidence >= Self.doubt else { continue }
      found.append((story, evidence + likeness(&newcomer, story)))
    }
    return found.sorted { ($0.score, -$0.story) > ($1.score, -$1.story) }
  }

  /// Stories that words or names bring up, each with the cosine of the words; nil where it has no article of the language.
  private func likelyStories(for newcomer: Newcomer) -> [(story: Int, terms: Double?)] {
    let index = indexes[newcomer.profile.language]
    let byWords = index?.nearest(newcomer.terms, most: Self.mostAsked).map(\.story) ?? []
    let byNames = sharedIndex.nearest(newcomer.shared, most: Self.mostAsked).map(\.story)
    var found = Array(byWords.lazy.filter { isOpen($0, to: newcomer) }.prefix(Self.mostByWords))
    for story in byNames.lazy.filter({ isOpen($0, to: newcomer) }).prefix(Self.mostByNames) where !found.contains(story)
    {
      found.append(story)
    }
    return found.map { story in
      let isOfLanguage = stories[story]?.languages.contains(newcomer.profile.language) ?? false
      return (story, isOfLanguage ? index?.cosine(newcomer.terms, story) : nil)
    }
  }

  /// Whether the story is of the article's days, and nobody forbade it.
  private func isOpen(_ number: Int, to newcomer: Newcomer) -> Bool {
    guard let story = stories[number], !isForbidden(newcomer.profile.id.raw, number) else { return false }
    return story.distance(to: newcomer.profile.day) <= options.window
  }

  private func evidence(terms: Double?, names: Double) -> Double {
    terms.map { $0 + names } ?? options.namesOverLanguages * names
  }

  /// What the encoder says for or against an article being of a story; 0 without one.
  private mutating func likeness(_ newcomer: inout Newcomer, _ number: Int) -> Double {
    guard let encoder, let vector = stories[number]?.vector(encoder) else { return 0 }
    return likeness(newcomer.vector(encoder), vector)
  }

  private func likeness(_ a: [Float], _ b: [Float]) -> Double {
    let above = max(-Self.mostUnlike, Double(cosine(a, b)) - options.unrelated)
    return above - Self.against * max(0, -above - Self.plainlyUnlike)
  }

  /// Whether two stories are near enough to be one.
  mutating func areOne(_ a: Int, _ b: Int) -> Bool {
    guard let x = stories[a], let y = stories[b] else { return false }
    let languages = x.languages.intersection(y.languages).sorted()
    let terms = languages.map { indexes[$0]?.cosine(a, b) ?? 0 }.max()
    let size = log2(Double(max(1, min(x.articles.count, y.articles.count))))
    let evidence =
      evidence(terms: terms, names: sharedIndex.cosine(a, b)) - options.ageing * Double(x.distance(to: y))
      - Self.doubling * size
    guard let encoder else { return evidence >= options.nearStoriesWithoutEncoder }
    guard evidence >= Self.doubt - Self.doubling * size, let v = stories[a]?.vector(encoder),
      let w = stories[b]?.vector(encoder)
    else { return false }
    return evidence + likeness(v, w) >= options.nearStories
  }
}
