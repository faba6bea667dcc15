import Archive
import Contract
import NewsModel

/// An article of the archive: the contract's article with two keys more.
package struct WireStoredArticle: Encodable {
  package var article: WireArticle
  package var story: String
  package var versions: [WireVersion]

  enum Keys: String, CodingKey { case story, versions }

  /// An article of a story, with its versions.
  package init(_ article: WireArticle, story: ID<Story>, versions: [ArticleVersion]) {
    self.article = article
    self.story = story.raw
    self.versions = versions.map(WireVersion.init)
  }

  package func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var more = encoder.container(keyedBy: Keys.self)
    try more.encode(story, forKey: .story)
    try more.encode(versions, forKey: .versions)
  }
}

/// A version of an article.
package struct WireVersion: Encodable {
  package var number: Int
  package var sha256: String
  package var added: String
  package var change: VersionChange

  package init(_ version: ArticleVersion) {
    number = version.number
    sha256 = version.sha256
    added = ClockText.time(version.added)
    change = version.change
  }
}

/// An entity over the stories of the archive.
package struct WireStoredEntity: Encodable {
  package var id: String
  package var type: String
  package var name: String
  package var names: [String: [String]]
  package var articles: Int
  package var mentions: Int
  package var stories: [String]

  /// An entity of `ids`, of which the stories in `opened` give its names.
  package init(_ card: EntityCard, _ ids: [ID<Story>], _ opened: [Story]) {
    (id, type, name) = (card.id.raw, card.type, card.label)
    (articles, mentions, stories) = (card.articles, card.mentions, ids.map(\.raw))
    names = [:]
    for story in opened {
      for (language, more) in story.entities.first(where: { $0.id == card.id })?.names ?? [:] {
        let known = names[language.code] ?? []
        names[language.code] = known + more.filter { !known.contains($0) }
      }
    }
  }
}

/// A claim with the story that it is of.
package struct WireStoredClaim: Encodable {
  package var story: String
  package var claim: WireClaim
  package var discrepancies: [WireDiscrepancy]

  /// A claim, by its number in the story.
  package init(_ story: Story, claim number: Int) {
    let writer = StoryWriter(story)
    self.story = story.id.raw
    claim = writer.claim(number: number)
    discrepancies = writer.discrepancies(of: story.claims[number].id)
  }
}

/// A line of `list stories --format json`.
package struct WireStoryCard: Encodable {
  package var id: String
  package var title: String?
  package var languages: [String]
  package var articles, outlets, claims, origins, singleOrigin, conflicts: Int
  package var first, last: String?
  package var waits, closed: Bool

  package init(_ card: StoryCard) {
    id = card.id.raw
    title = card.title
    languages = card.languages
    (articles, outlets, claims, origins) = (card.articles, card.outlets, card.claims, card.origins)
    (singleOrigin, conflicts) = (card.singleOrigin, card.conflicts)
    first = card.firstDay?.date.description
    last = card.lastDay?.date.description
    (waits, closed) = (card.isStale, card.isClosed)
  }
}

/// What `/api/v1/events` and webhooks tell of a story.
package struct WireArchiveEvent: Encodable {
  package var type: String
  package var timestamp: String
  package var data: Body

  /// The story as it stands, and where it went.
  package struct Body: Encodable {
    package var story: String
    package var into: String?
    package var card: WireStoryCard?
  }

  package init(_ event: ArchiveEvent) {
    type = "story.\(event.kind.rawValue)"
    timestamp = ClockText.time(event.at)
    data = Body(story: event.story.raw, into: event.into?.raw, card: event.card.map(WireStoryCard.init))
  }
}

/// A line of `add --format jsonl`.
package struct WireReceipt: Encodable {
  package var article: String
  package var story: String?
  package var version: Int
  package var state: String
  package var change: VersionChange?

  package init(_ receipt: Receipt) {
    article = receipt.article.raw
    story = receipt.story?.raw
    version = receipt.version
    state = receipt.state.rawValue
    change = receipt.change
  }
}

/// A moment, in UTC.
package enum ClockText {
  /// `2025-12-11T14:08:31Z`
  package static func time(_ seconds: Int) -> String {
    let day = DayNumber(seconds / 86_400)
    let stamp = Timestamp(day.date, minuteOfDay: seconds % 86_400 / 60, second: seconds % 60, offset: 0)
    return stamp.description
  }
  /// `2025-12-11`
  package static func day(_ seconds: Int) -> String { DayNumber(seconds / 86_400).date.description }
}
