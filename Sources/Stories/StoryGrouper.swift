import Encoder
import NewsModel
import TextBytes

/// Groups a stream of articles into stories, each article as it comes.
///
/// Within a language an article is compared with the centroids of the open stories by its weighted terms; where these leave it open, and
/// over languages, by the encoder's vectors of title and first paragraphs. The cost of an article depends on the stories that are
/// open, of which there are at most ``StoryOptions/mostOpen``, not on how many articles came before. The same articles in the same order
/// give the same stories.
///
/// ```swift
/// var grouper = StoryGrouper(encoder: try? SentenceEncoder.load())
/// for article in articles { changes += grouper.place(article) }
/// ```
public struct StoryGrouper: Sendable {
  let encoder: (any TextEncoding)?
  let options: StoryOptions
  var store: (any StoryStore)?
  /// The first failure of the store. Grouping goes on after it, but the stories that retired then are not in the store.
  public internal(set) var failure: StoryStoreError?

  var decisions: Decisions
  var stories: [Int: OpenStory] = [:]
  var nextNumber = 0
  /// The open story of each of its articles' ids and of each id that it has or had.
  var numberOf: [String: Int] = [:]
  private var termStatistics: [LanguageCode: TermStatistics] = [:]
  private var sharedStatistics = TermStatistics()
  var indexes: [LanguageCode: CentroidIndex] = [:]
  var sharedIndex = CentroidIndex()
  var arrivals = 0
  var today: Int?

  static let mostCandidates = 4
  /// What names and numbers count beside all terms, among which they are too.
  private static let sharedWeight = 0.5
  /// Within a language stories merge when their centroids are this near.
  static let mergeNear = 0.5
  /// A story past its window stays open for so many arrivals more, in case the articles come out of order.
  static let idleArrivals = 500

  /// Makes a grouper without stories. `store` keeps those that retire.
  public init(
    encoder: (any TextEncoding)?, options: StoryOptions = StoryOptions(), store: (any StoryStore)? = nil
  ) {
    self.encoder = encoder
    self.options = options
    self.store = store
    decisions = Decisions(options.corrections)
  }

  /// The story that an article is in, while that story is open.
  public func story(of article: ID<Article>) -> ID<Story>? { numberOf[article.raw].flatMap { stories[$0]?.id } }

  /// The number of open stories.
  public var openStories: Int { stories.count }

  /// Finds the story of `article`, or opens one. An article that was placed before stays where it is.
  public mutating func place(_ article: AnnotatedArticle) -> [StoryChange] {
    if let id = story(of: article.article.id) { return [.placed(article: article.article.id, story: id)] }
    arrivals += 1
    var newcomer = Newcomer(ArticleProfile(article), in: termStatistics, sharedStatistics)
    advance(to: newcomer.profile.day)
    let candidates = candidates(for: newcomer)
    let known = decided(newcomer.profile.id.raw)
    let found = known ?? choose(for: &newcomer, candidates) ?? chooseOverLanguages(for: &newcomer)
    let number = found ?? open(newcomer.profile)
    add(newcomer, to: number)
    var changes = [StoryChange.placed(article: newcomer.profile.id, story: stories[number]!.id)]
    changes += settle(number, newcomer.profile.id.raw)
    changes += mergeNeighbours(of: newcomer, candidates)
    return changes
  }

  /// Takes up a decision that came after the articles.
  public mutating func apply(_ correction: Correction) -> [StoryChange] {
    decisions.add(correction.action)
    switch correction.action {
    case .sameStory(let names):
      return names.dropFirst().flatMap { name -> [StoryChange] in
        guard let a = numberOf[names[0]], let b = numberOf[name] else { return [] }
        return merge(a, b)
      }
    case .notSameStory(let names): return part(names)
    default: return []
    }
  }
}

/// An article that is being placed.
struct Newcomer {
  var profile: ArticleProfile
  var terms: TermVector
  var shared: TermVector
  var vector: [Float]?

  init(_ profile: ArticleProfile, in statistics: [LanguageCode: TermStatistics], _ shared: TermStatistics) {
    self.profile = profile
    terms = (statistics[profile.language] ?? TermStatistics()).vector(profile.terms, most: 150)
    self.shared = shared.vector(profile.shared, most: 60)
  }

  mutating func vector(_ encoder: any TextEncoding) -> [Float] {
    if let vector { return vector }
    let made = encoder.encode([profile.lead])[0]
    vector = made
    return made
  }
}

extension StoryGrouper {
  typealias Candidate = (story: Int, cosine: Double)

  /// The open stories that have articles of the same language and days, nearest first; older news count for less.
  func candidates(for newcomer: Newcomer) -> [Candidate] {
    let found = indexes[newcomer.profile.language]?.nearest(newcomer.terms, most: Self.mostCandidates * 2) ?? []
    let aged = found.compactMap { candidate -> Candidate? in
      guard let age = agreement(newcomer, candidate.story) else { return nil }
      return (candidate.story, candidate.cosine * age)
    }
    return Array(aged.sorted { ($0.cosine, -$0.story) > ($1.cosine, -$1.story) }.prefix(Self.mostCandidates))
  }

  /// How far the days of article and story agree, 0.75 to 1; nil where they lie too far apart or people forbade it.
  private func agreement(_ newcomer: Newcomer, _ number: Int) -> Double? {
    guard let story = stories[number], !isForbidden(newcomer.profile.id.raw, number) else { return nil }
    let distance = story.distance(to: newcomer.profile.day)
    guard distance <= options.window else { return nil }
    return 1 - 0.25 * Double(distance) / Double(max(1, options.window))
  }

  private mutating func choose(for newcomer: inout Newcomer, _ candidates: [Candidate]) -> Int? {
    var best: Candidate?
    for candidate in candidates {
      let words = candidate.cosine + Self.sharedWeight * sharedIndex.cosine(newcomer.shared, candidate.story)
      var (score, enough) = (words, options.nearWithoutEncoder)
      // The encoder is asked where it can turn the balance.
      if encoder != nil, words < options.near + options.unrelated, words > options.near + options.unrelated - 1 {
        score += likeness(&newcomer, candidate.story) - options.unrelated
        enough = options.near
      } else if encoder != nil {
        enough = options.near
      }
      if score >= enough, score > best?.cosine ?? 0 { best = (candidate.story, score) }
    }
    return best?.story
  }

  private mutating func chooseOverLanguages(for newcomer: inout Newcomer) -> Int? {
    var best: Candidate?
    for candidate in sharedIndex.nearest(newcomer.shared, most: Self.mostCandidates) {
      guard let age = agreement(newcomer, candidate.story), let story = stories[candidate.story],
        !story.languages.contains(newcomer.profile.language)
      else { continue }
      let score = encoder == nil ? candidate.cosine * age : likeness(&newcomer, candidate.story)
      let enough = encoder == nil ? options.sharedOverLanguages : options.sameOverLanguages
      if score >= enough, score > best?.cosine ?? 0 { best = (candidate.story, score) }
    }
    return best?.story
  }

  /// The cosine of the encoder's vectors of article and story; 0 without an encoder.
  private mutating func likeness(_ newcomer: inout Newcomer, _ number: Int) -> Double {
    guard let encoder, let vector = stories[number]?.vector(encoder) else { return 0 }
    return Double(cosine(newcomer.vector(encoder), vector))
  }

  private mutating func open(_ profile: ArticleProfile) -> Int {
    let number = nextNumber
    nextNumber += 1
    var id = storyID(profile.id.raw)
    while numberOf[id.raw] != nil { id = storyID(profile.id.raw + id.raw) }
    stories[number] = OpenStory(id: id, lastArrival: arrivals)
    numberOf[id.raw] = number
    return number
  }

  private mutating func add(_ newcomer: Newcomer, to number: Int) {
    let profile = newcomer.profile
    stories[number]?.add(profile, vector: newcomer.vector, arrival: arrivals)
    numberOf[profile.id.raw] = number
    indexes[profile.language, default: CentroidIndex()].add(newcomer.terms, to: number)
    sharedIndex.add(newcomer.shared, to: number)
    termStatistics[profile.language, default: TermStatistics()].learn(profile.terms)
    sharedStatistics.learn(profile.shared)
  }
}

/// "s" and eight hexadecimal digits of the hash (FNV-1a) of an article's id.
func storyID(_ article: String) -> ID<Story> {
  let hash = article.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
  return ID("s" + String(repeating: "0", count: 8 - digits.count) + digits)
}
