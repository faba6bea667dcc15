import Encoder
import NewsModel

/// A story that still takes articles.
struct OpenStory: Sendable {
  var id: ID<Story>
  /// Its articles in order of arrival.
  var articles: [ID<Article>]
  /// Ids of stories that were merged into it.
  var formerIDs: [ID<Story>] = []
  var languages: Set<LanguageCode>
  /// The days of its first and last article, where any is dated.
  var days: ClosedRange<Int>?
  /// The number of the arrival that it took last.
  var lastArrival: Int
  /// First paragraphs that were not encoded yet.
  var leads: [String] = []
  /// The sum of the vectors of its articles, as far as they were encoded.
  var vectorSum: [Float] = []
  /// Leads kept of a story: enough to say what it is about.
  private static let mostLeads = 3

  init(id: ID<Story>, lastArrival: Int) {
    self.id = id
    articles = []
    languages = []
    self.lastArrival = lastArrival
  }

  /// Adds an article; its vector if it is known, or else its lead until somebody asks.
  mutating func add(_ profile: ArticleProfile, vector: [Float]?, arrival: Int) {
    articles.append(profile.id)
    languages.insert(profile.language)
    lastArrival = arrival
    if let day = profile.day { widen(day...day) }
    if let vector {
      add(vector)
    } else if articles.count <= Self.mostLeads {
      leads.append(profile.lead)
    }
  }

  private mutating func widen(_ more: ClosedRange<Int>) {
    days = days.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more
  }

  private mutating func add(_ vector: [Float]) {
    if vectorSum.isEmpty {
      vectorSum = vector
    } else {
      for i in vectorSum.indices { vectorSum[i] += vector[i] }
    }
  }

  /// Takes over all of another story.
  mutating func absorb(_ other: OpenStory) {
    articles += other.articles
    formerIDs += [other.id] + other.formerIDs
    languages.formUnion(other.languages)
    lastArrival = max(lastArrival, other.lastArrival)
    if let days = other.days { widen(days) }
    leads = Array((leads + other.leads).prefix(Self.mostLeads))
    if !other.vectorSum.isEmpty { add(other.vectorSum) }
  }

  /// The sum of its articles' vectors, encoding what was not yet.
  mutating func vector(_ encoder: any TextEncoding) -> [Float] {
    if !leads.isEmpty {
      for vector in encoder.encode(leads) { add(vector) }
      leads = []
    }
    return vectorSum
  }

  /// Days between `day` and the nearest of the story's, 0 if it lies among them or either is undated.
  func distance(to day: Int?) -> Int {
    guard let day, let days else { return 0 }
    return max(0, max(days.lowerBound - day, day - days.upperBound))
  }

  /// Days between the two stories, 0 if they overlap or either is undated.
  func distance(to other: OpenStory) -> Int {
    guard let days, let range = other.days else { return 0 }
    return max(0, max(days.lowerBound - range.upperBound, range.lowerBound - days.upperBound))
  }
}
