import NewsModel
import TextBytes

/// Makes one event of the mentions that several articles give of it: same type, same parties, days that may be one.
struct StoryEventMerger {
  private let articles: [AnnotatedArticle]
  private let entities: [StoryEntity]

  init(_ articles: [AnnotatedArticle], entities: [StoryEntity]) {
    self.articles = articles
    self.entities = entities
  }

  private struct Group {
    var event: EventMention
    var mentions: [Passage]
  }

  /// The events with two parties or more, or with one and a day, in order of their first mention. O(events · groups).
  func events() -> [StoryEvent] {
    var groups: [Group] = []
    for (article, annotated) in articles.enumerated() {
      for event in annotated.events where isTelling(event) {
        let passage = Passage(article: article, span: event.extent)
        if let match = groups.firstIndex(where: { isOne($0.event, event) }) {
          groups[match].mentions.append(passage)
          groups[match].event = joined(groups[match].event, event)
        } else {
          groups.append(Group(event: event, mentions: [passage]))
        }
      }
    }
    return groups.compactMap(storyEvent)
  }

  /// The same parties on days that may be one; with a single party known, the same party on the same day.
  private func isOne(_ a: EventMention, _ b: EventMention) -> Bool {
    let match = EventMatch(a, b)
    if match.isSame { return true }
    let shared = a.parties.intersection(b.parties)
    return match.isAlike && !shared.isEmpty && a.date != nil && a.date == b.date
  }

  private func isTelling(_ event: EventMention) -> Bool {
    let parties = event.parties.count
    return event.status != .negated && (parties >= 2 || (parties == 1 && event.date?.days != nil))
  }

  /// The more precise date and the fuller mode win.
  private func joined(_ a: EventMention, _ b: EventMention) -> EventMention {
    var event = a
    event.mode = a.mode ?? b.mode
    let (x, y) = (a.date?.days?.count ?? .max, b.date?.days?.count ?? .max)
    if y < x { event.date = b.date }
    if b.parties.count > a.parties.count {
      event.participants = b.participants
    }
    return event
  }

  private func storyEvent(_ group: Group) -> StoryEvent? {
    let event = group.event
    let actors = Array(Set(event.actors)).sorted()
    let recipients = Array(Set(event.recipients)).sorted()
    let parties = (actors + recipients).filter(entities.indices.contains).map { entities[$0].id.raw }.sorted()
    let id = ContentID.make("v", [event.type, event.mode ?? "", event.date?.text ?? ""] + parties)
    return StoryEvent(
      id: ID(id), type: event.type, mode: event.mode, actors: actors, recipients: recipients, date: event.date,
      mentions: group.mentions.sorted())
  }
}
