import Encoder
import NewsModel
import TextBytes

/// Groups a stream of articles into stories, each article as it comes.
///
/// The words and the names of an article bring up a few open stories, of which the nearest takes it if it is near enough:
/// - the cosine of its weighted terms and the sum of those of the story's articles of its language;
/// - the cosine of its names and numbers and those of the whole story, whatever the language. One name adds little, however rare: what tells a
///   story are several that are in common. Between languages names stand for the words, too, and count ``StoryOptions/namesOverLanguages``;
/// - the cosine of the encoder's vectors of title and first paragraphs, above ``StoryOptions/unrelated``. It is asked only about stories that
///   words and names speak for, and each article is encoded once at most;
/// - the days between them: ``StoryOptions/ageing`` a day, up to ``StoryOptions/window``.
///
/// Words are weighted by how rare they are in the stream so far. Before it has told that, the tables do: names that they hold are common, others
/// are rare (``SharedNames``). Two stories that one article is near to become one where they are near to each other by the same measure.
///
/// The cost of an article depends on the stories that are open, of which there are at most ``StoryOptions/mostOpen``, not on how many articles
/// came before. The same articles in the same order give the same stories.
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
  var termStatistics: [LanguageCode: TermStatistics] = [:]
  var sharedStatistics = TermStatistics()
  var indexes: [LanguageCode: CentroidIndex] = [:]
  var sharedIndex = CentroidIndex(mostOfTerm: Self.mostOfName)
  var arrivals = 0
  var today: Int?

  /// The most that one name may add to how near two are.
  static let mostOfName: Float = 0.08
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
    let candidates = candidates(for: &newcomer)
    let near = candidates.first { $0.score >= enough }?.story
    let number = decided(newcomer.profile.id.raw) ?? near ?? open(newcomer.profile)
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
  private mutating func open(_ profile: ArticleProfile) -> Int {
    let number = nextNumber
    nextNumber += 1
    var id = storyID(profile.id.raw)
    while isTaken(id, openedBy: profile.id) { id = storyID(profile.id.raw + id.raw) }
    stories[number] = OpenStory(id: id, lastArrival: arrivals)
    numberOf[id.raw] = number
    return number
  }

  /// Whether a story of this id is open, or was and is kept.
  func isTaken(_ id: ID<Story>, openedBy article: ID<Article>) -> Bool {
    numberOf[id.raw] != nil || store?.isTaken(id, openedBy: article) ?? false
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
