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
  private let encoder: (any TextEncoding)?
  let options: StoryOptions
  private var store: (any StoryStore)?
  /// The first failure of the store. Grouping goes on after it, but the stories that retired then are not in the store.
  public private(set) var failure: StoryStoreError?

  private var decisions: Decisions
  var stories: [Int: OpenStory] = [:]
  private var nextNumber = 0
  /// The open story of each of its articles' ids and of each id that it has or had.
  private var numberOf: [String: Int] = [:]
  private var termStatistics: [LanguageCode: TermStatistics] = [:]
  private var sharedStatistics = TermStatistics()
  private var indexes: [LanguageCode: CentroidIndex] = [:]
  private var sharedIndex = CentroidIndex()
  private var arrivals = 0
  private var today: Int?

  private static let mostCandidates = 4
  /// What names and numbers count beside all terms, among which they are too.
  private static let sharedWeight = 0.5
  /// Within a language stories merge when their centroids are this near.
  private static let mergeNear = 0.5
  /// A story past its window stays open for so many arrivals more, in case the articles come out of order.
  private static let idleArrivals = 500

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
private struct Newcomer {
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
  private typealias Candidate = (story: Int, cosine: Double)

  /// The open stories that have articles of the same language and days, nearest first; older news count for less.
  private func candidates(for newcomer: Newcomer) -> [Candidate] {
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

// Merging and parting.
extension StoryGrouper {
  /// The open story in which people said that `name` is.
  private func decided(_ name: String) -> Int? { decisions.same[name]?.lazy.compactMap { numberOf[$0] }.first }

  private func isForbidden(_ article: String, _ number: Int) -> Bool {
    decisions.apart[article]?.contains { numberOf[$0] == number } ?? false
  }

  private func areApart(_ a: Int, _ b: Int) -> Bool {
    guard !decisions.apart.isEmpty, let story = stories[a] else { return false }
    let names = story.articles.map(\.raw) + [story.id.raw] + story.formerIDs.map(\.raw)
    return names.contains { isForbidden($0, b) }
  }

  /// Joins stories that people said are one with what `article` is in.
  private mutating func settle(_ number: Int, _ article: String) -> [StoryChange] {
    guard !decisions.same.isEmpty, let id = stories[number]?.id.raw else { return [] }
    let partners = (decisions.same[article] ?? []) + (decisions.same[id] ?? [])
    return partners.flatMap { name -> [StoryChange] in
      guard let here = numberOf[article], let other = numberOf[name] else { return [] }
      return merge(here, other)
    }
  }

  /// Merges what turns out to be one story with that of the newcomer: neighbours that its terms or names brought up.
  private mutating func mergeNeighbours(of newcomer: Newcomer, _ candidates: [Candidate]) -> [StoryChange] {
    var changes: [StoryChange] = []
    for candidate in candidates where candidate.cosine >= Self.mergeNear / 4 {
      guard let number = numberOf[newcomer.profile.id.raw], candidate.story != number, isNear(number, candidate.story)
      else { continue }
      let near = indexes[newcomer.profile.language]?.cosine(number, candidate.story) ?? 0
      if near >= Self.mergeNear { changes += merge(number, candidate.story) }
    }
    for candidate in sharedIndex.nearest(newcomer.shared, most: Self.mostCandidates) {
      guard let number = numberOf[newcomer.profile.id.raw], candidate.story != number, isNear(number, candidate.story),
        stories[number]!.languages.isDisjoint(with: stories[candidate.story]!.languages)
      else { continue }
      if areOneOverLanguages(number, candidate.story) { changes += merge(number, candidate.story) }
    }
    return changes
  }

  private func isNear(_ a: Int, _ b: Int) -> Bool {
    guard let x = stories[a], let y = stories[b] else { return false }
    return x.distance(to: y) <= options.window && !areApart(a, b)
  }

  private mutating func areOneOverLanguages(_ a: Int, _ b: Int) -> Bool {
    guard let encoder else { return sharedIndex.cosine(a, b) >= options.sharedOverLanguages }
    guard let x = stories[a]?.vector(encoder), let y = stories[b]?.vector(encoder) else { return false }
    return Double(cosine(x, y)) >= options.sameOverLanguages
  }

  private mutating func merge(_ a: Int, _ b: Int) -> [StoryChange] {
    guard a != b, let target = stories[min(a, b)], let source = stories[max(a, b)] else { return [] }
    let (into, from) = (min(a, b), max(a, b))
    stories[from] = nil
    stories[into]?.absorb(source)
    for name in source.articles.map(\.raw) + [source.id.raw] + source.formerIDs.map(\.raw) { numberOf[name] = into }
    for language in source.languages.sorted() { indexes[language]?.merge(from, into: into) }
    sharedIndex.merge(from, into: into)
    return [.merged(source.id, into: target.id)]
  }

  /// Moves each article but the first of `names` out of the story that it shares with the first.
  private mutating func part(_ names: [String]) -> [StoryChange] {
    guard let first = names.first, let number = numberOf[first] else { return [] }
    return names.dropFirst().compactMap { name in
      guard numberOf[name] == number, let place = stories[number]?.articles.firstIndex(of: ID(name)) else { return nil }
      stories[number]?.articles.remove(at: place)
      var id = storyID(name)
      while numberOf[id.raw] != nil { id = storyID(name + id.raw) }
      var story = OpenStory(id: id, lastArrival: arrivals)
      story.articles = [ID(name)]
      story.days = stories[number]?.days
      stories[nextNumber] = story
      numberOf[name] = nextNumber
      numberOf[id.raw] = nextNumber
      nextNumber += 1
      return .moved(article: ID(name), to: id)
    }
  }
}

// Retiring.
extension StoryGrouper {
  /// Moves the stream's day on, and retires what is past its window or more than may be open.
  private mutating func advance(to day: Int?) {
    if let day, day > today ?? .min {
      today = day
      let past = stories.filter { isPast($0.value, on: day) }.keys.sorted()
      for number in past { retire(number) }
    }
    guard stories.count >= options.mostOpen else { return }
    let silent = stories.sorted { ($0.value.lastArrival, $0.key) < ($1.value.lastArrival, $1.key) }.map(\.key)
    // A twentieth at once, so that the sort is paid for by many arrivals.
    for number in silent.prefix(stories.count - options.mostOpen + 1 + options.mostOpen / 20) { retire(number) }
  }

  private func isPast(_ story: OpenStory, on day: Int) -> Bool {
    guard let last = story.days?.upperBound else { return arrivals - story.lastArrival > Self.idleArrivals }
    return last + options.window < day && arrivals - story.lastArrival > Self.idleArrivals
  }

  private mutating func retire(_ number: Int) {
    guard let story = stories.removeValue(forKey: number) else { return }
    for name in story.articles.map(\.raw) + [story.id.raw] + story.formerIDs.map(\.raw) { numberOf[name] = nil }
    for language in story.languages.sorted() { indexes[language]?.remove(number) }
    sharedIndex.remove(number)
    guard store != nil else { return }
    do throws(StoryStoreError) {
      try store?.retire(RetiredStory(id: story.id, articles: story.articles))
    } catch { if failure == nil { failure = error } }
  }

  /// Retires every open story: the end of the stream.
  public mutating func close() {
    for number in stories.keys.sorted() { retire(number) }
  }
}

/// "s" and eight hexadecimal digits of the hash (FNV-1a) of an article's id.
private func storyID(_ article: String) -> ID<Story> {
  let hash = article.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  let digits = String(UInt32(truncatingIfNeeded: hash ^ (hash >> 32)), radix: 16)
  return ID("s" + String(repeating: "0", count: 8 - digits.count) + digits)
}
