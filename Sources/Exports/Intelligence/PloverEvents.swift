import Contract

/// What articles tell as event records in the names of PLOVER's manual ("JSON fields"): an event of one article a record, so that it can
/// be told from the words on; `storyEvent` gathers those that tell of one.
enum PloverEvents {
  static func records(_ story: WireStory) -> [JSONValue] {
    let index = StoryIndex(story)
    return story.articles.flatMap { article in
      (article.events ?? []).enumerated().map { number, event in
        record(event, number: number + 1, article, index).withoutAbsent
      }
    }
  }

  private static func record(
    _ event: WireEventMention, number: Int, _ article: WireArticle, _ index: StoryIndex
  ) -> JSONValue {
    [
      "id": .text("\(article.id)#event\(number)"), "date": JSONValue(event.date), "event": .text(event.type),
      "mode": JSONValue(event.mode), "source": .list(actors(event, "actor", index)),
      "target": .list(actors(event, "recipient", index)), "eventText": .text(event.exact),
      "text": JSONValue(sentence(event, article)), "language": JSONValue(article.language),
      "publication": .text(index.outlet(article)), "publicationDate": JSONValue(article.published?.value),
      "url": JSONValue(Name.web(article)), "location": JSONValue(event.place.flatMap(index.entity)?.name),
      "status": .text(event.status), "story": .text(index.story.id),
      "storyEvent": JSONValue(storyEvent(event, article, index.story)),
      "at": [
        "article": .text(article.id), "in": .text(event.in ?? "text"), "start": .integer(event.start),
        "end": .integer(event.end), "exact": .text(event.exact), "sha256": .text(article.sha256),
      ],
    ]
  }

  private static func actors(_ event: WireEventMention, _ role: String, _ index: StoryIndex) -> [JSONValue] {
    event.participants.filter { $0.role == role }.map { participant in
      let entity = participant.entity.flatMap(index.entity)
      return [
        "actorText": .text(participant.at.exact), "actorName": JSONValue(entity?.name), "entity": JSONValue(entity?.id),
        "actorType": JSONValue(entity?.type),
      ]
    }
  }

  /// The paragraph that the event stands in.
  private static func sentence(_ event: WireEventMention, _ article: WireArticle) -> String? {
    guard event.in == nil else { return article.part(event.in) }
    guard let paragraph = article.paragraphs.first(where: { $0.start <= event.start && event.start < $0.end }) else {
      return nil
    }
    let scalars = article.text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: paragraph.start)
    return String(scalars[start..<scalars.index(start, offsetBy: paragraph.end - paragraph.start)])
  }

  private static func storyEvent(_ event: WireEventMention, _ article: WireArticle, _ story: WireStory) -> String? {
    story.events.first { candidate in
      candidate.type == event.type
        && candidate.mentions.contains {
          $0.article == article.id && $0.in == event.in && $0.start <= event.start && event.end <= $0.end
        }
    }?.id
  }
}
