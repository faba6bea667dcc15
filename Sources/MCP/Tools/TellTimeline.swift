import Contract

/// `timeline`: what happened when, as articles tell it.
struct TellTimeline: Tool {
  let name = "timeline"
  let title = "Timeline of a story"
  let purpose = """
    What happened when in one story of the archive, as its articles tell it: dates as precise as the words, several where versions disagree, \
    every line with the passages it rests on. Give the id of a story.
    """
  let parameters: [Parameter] = [
    .text("story", isRequired: true, "The id of a story, as find_stories gives it."), .limit(1...50, or: 10), .from,
  ]
  let lists: [String: JSONValue] = [
    "entries": [
      "type": "array", "description": "In order of the first day that each may be.",
      "items": [
        "type": "object",
        "properties": [
          "dates": ["type": "array", "items": ["type": "string"]], "text": ["type": "string"],
          "claims": ["type": "array", "items": ["type": "string"]], "event": ["type": ["string", "null"]],
          "at": ["type": "array", "minItems": 1, "items": Answer.reference],
        ], "required": ["dates", "text", "at"],
      ],
    ]
  ]
  /// Passages that are told of one entry.
  private static let most = 2

  func answer(_ arguments: Arguments, _ shelf: Shelf) throws -> Answer {
    let story = try shelf.story(arguments.text("story") ?? "")
    let (limit, from) = (arguments.number("limit", or: 10), arguments.number("from", or: 0))
    let shown = story.timeline.dropFirst(from).prefix(limit)
    var answer = Answer(says: "\(counted(story.timeline.count, "dated line")) of story \(story.id), \(story.title)")
    if story.timeline.isEmpty { answer.missing.append("a dated event or claim in this story") }
    let undated = story.claims.count { $0.date == nil }
    if undated > 0 {
      answer.missing.append("a day for \(undated) of \(story.claims.count) claims: the articles give none")
    }
    if from + shown.count < story.timeline.count { answer.more = "ask again with from: \(from + shown.count)" }
    answer.lists["entries"] = .list(
      shown.map { entry in
        [
          "dates": JSONValue(entry.dates), "text": .text(entry.text), "event": JSONValue(entry.event),
          "claims": JSONValue(entry.claims), "passages": .integer(entry.at.count),
          "at": .list(entry.at.prefix(Self.most).map { .anchor($0) }),
        ]
      })
    return answer
  }
}
