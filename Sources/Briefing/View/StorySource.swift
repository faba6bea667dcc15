import NewsModel
import TextBytes

/// One story with what a report looks up in it.
struct StorySource: Sendable {
  let story: Story
  let lines: [ArticleLines]
  let days: DayText
  /// The report's own words.
  let report: ReportWords
  private let originNumbers: [ID<Origin>: Int]
  private let claimNumbers: [ID<Claim>: Int]

  /// Indexes a story. O(size of the story).
  init(_ story: Story, words: ReportWords = .english) {
    let story = story.withShortNames(words)
    report = words
    self.story = story
    lines = story.articles.indices.map { ArticleLines(story.articles[$0].article, number: $0 + 1) }
    let years = story.articles.compactMap { $0.article.metadata.published?.value.date.year }
    days = DayText(year: years.max(), words: words)
    originNumbers = Dictionary(
      story.origins.indices.map { (story.origins[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
    claimNumbers = Dictionary(story.claims.indices.map { (story.claims[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func origin(_ id: ID<Origin>) -> Origin? { originNumbers[id].map { story.origins[$0] } }
  func claim(_ id: ID<Claim>) -> Claim? { claimNumbers[id].map { story.claims[$0] } }

  /// Whether a passage lies in the text of an article of this story.
  func holds(_ passage: Passage) -> Bool {
    story.articles.indices.contains(passage.article)
      && passage.span.end <= story.articles[passage.article].article.text.count
  }
  func marker(_ passage: Passage) -> Marker {
    guard holds(passage) else { return Marker(article: passage.article + 1, place: "title") }
    return lines[passage.article].marker(passage.span)
  }
  /// The words of a passage as they stand, fit to be shown.
  func words(_ passage: Passage) -> String {
    holds(passage) ? clean(story.articles[passage.article].article.text[passage.span]) : ""
  }
  /// The markers of passages, each once, in order.
  func markers(_ passages: [Passage]) -> [Marker] { Array(Set(passages.filter(holds).map(marker))).sorted() }

  func outlet(_ article: Int) -> String {
    let name = story.outletName(of: article)
    return story.articles[article].article.metadata.outlet == nil && name.utf8.count > Story.longestID
      ? report("article.number", String(article + 1)) : clean(name)
  }
  func language(_ article: Int) -> String { story.articles[article].article.language?.code ?? "" }

  /// "10 Mar", with how it is known where the article does not say it; "no date".
  func date(_ article: Int) -> String {
    guard let published = story.articles[article].article.metadata.published else { return report("date.none") }
    let day = days.text(published.value.date)
    switch published.from {
    case .inferred: return report("date.inferred", day)
    case .story: return report("date.story", day)
    case .caller: return report("date.caller", day)
    case .metadata, .url, .text: return day
    }
  }

  /// The name of a link: the entity's where it is known, else what the article calls it.
  func name(_ link: ChainLink) -> String {
    if !link.anonymous, let entity = link.entity, story.entities.indices.contains(entity) {
      return clean(story.entities[entity].name)
    }
    return clean(link.name)
  }
}

extension Story {
  /// From how many bytes on an id is no name for a reader: hashes and addresses.
  fileprivate static let longestID = 24

  /// The story with "article 3" for an outlet that is not known, where its article's id would be no name to read.
  fileprivate func withShortNames(_ words: ReportWords) -> Story {
    var names: [String: String] = [:]
    for (number, annotated) in articles.enumerated() {
      let id = annotated.article.id.raw
      if annotated.article.metadata.outlet == nil, id.utf8.count > Self.longestID {
        names[id] = words("article.number", String(number + 1))
      }
    }
    guard !names.isEmpty else { return self }
    var result = self
    for i in result.origins.indices {
      result.origins[i].name = names[result.origins[i].name] ?? result.origins[i].name
      result.origins[i].via = result.origins[i].via.map { names[$0] ?? $0 }
    }
    return result
  }
}
