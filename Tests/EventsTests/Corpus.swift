import Events
import Languages
import NewsModel
import TestSupport
import TextBytes

/// Sentences with the events expected in them, read with mentions and times found by plain lists, so that only this part is tested.
struct Corpus {
  let language: LanguageCode
  /// Names by type; the first word list that fits wins, longer names first.
  let names: [(name: String, type: EntityType, kind: Mention.Kind, of: String)]
  let times: [(words: String, value: String)]

  struct Case: Sendable, CustomStringConvertible {
    let text: String
    let expected: String
    var description: String { text }
  }

  /// Reads `sentence | events`; blank lines and lines that begin with `#` are skipped.
  static func cases(_ table: String) -> [Case] {
    table.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: "|", maxSplits: 1).map { $0.trimming() }
      guard halves.count == 2, !line.hasPrefix("#") else { return nil }
      return Case(text: halves[0], expected: halves[1])
    }
  }

  /// The events of `text` as `TYPE mode status actors > recipients @date`, parted by `;`, or `-`; the words of those without a name in ‘ ’.
  func events(_ string: String, quotations: [Quotation] = []) -> String {
    let (events, entities) = annotate(SourceText(string), quotations: quotations)
    guard !events.isEmpty else { return "-" }
    return events.map { show($0, entities, in: SourceText(string)) }.joined(separator: "; ")
  }

  func annotate(_ text: SourceText, quotations: [Quotation] = []) -> (events: [EventMention], entities: [Entity]) {
    let reading = LanguageReader().read(text, language: language)
    let (entities, mentions) = find(text)
    let times = findTimes(text)
    let events = EventFinder().annotate(
      .init(reading: reading, entities: entities, mentions: mentions, times: times, quotations: quotations))
    return (events, entities)
  }

  func inputs(_ text: SourceText) -> (mentions: [Mention], times: [TimeExpression]) {
    (find(text).mentions, findTimes(text))
  }

  private func findTimes(_ text: SourceText) -> [TimeExpression] {
    times.flatMap { time in
      occurrences(of: time.words, in: text).map {
        TimeExpression(span: $0, kind: .date, value: TimexValue(time.value))
      }
    }.sorted { $0.span < $1.span }
  }

  private func show(_ event: EventMention, _ entities: [Entity], in text: SourceText) -> String {
    func names(_ role: EventMention.Participant.Role) -> String {
      event.participants.filter { $0.role == role }.map { one in
        one.entity.map { entities[$0].name } ?? "‘\(text[one.at])’"
      }.joined(separator: "+")
    }
    let (actors, recipients) = (names(.actor), names(.recipient))
    var words = [event.type]
    if let mode = event.mode { words.append(mode) }
    if event.status != .asserted { words.append(event.status.rawValue) }
    if !actors.isEmpty { words.append(actors) }
    if !recipients.isEmpty { words.append("> " + recipients) }
    if let date = event.date { words.append("@" + date.text) }
    if let place = event.place { words.append("in " + entities[place].name) }
    return words.joined(separator: " ")
  }

  private func find(_ text: SourceText) -> (entities: [Entity], mentions: [Mention]) {
    var entities: [Entity] = []
    var mentions: [Mention] = []
    for name in names.sorted(by: { $0.name.utf8.count > $1.name.utf8.count }) {
      for span in occurrences(of: name.name, in: text) where !mentions.contains(where: { $0.span.overlaps(span) }) {
        let number = entities.firstIndex { $0.name == name.of }
        if number == nil { entities.append(Entity(type: name.type, name: name.of)) }
        mentions.append(
          Mention(span: span, kind: name.kind, type: name.type, entity: number ?? entities.count - 1))
      }
    }
    return (entities, mentions.sorted { $0.span < $1.span })
  }

  /// Where `words` stand in `text` as whole words.
  private func occurrences(of words: String, in text: SourceText) -> [TextSpan] {
    let needle = Array(words.utf8)
    let bytes = text.bytes
    guard !needle.isEmpty, bytes.count >= needle.count else { return [] }
    func isLetter(_ i: Int) -> Bool {
      bytes.indices.contains(i) && (bytes[i] >= 0x80 || (bytes[i] | 0x20 >= 0x61 && bytes[i] | 0x20 <= 0x7A))
    }
    return (0...(bytes.count - needle.count)).compactMap { i in
      guard Array(bytes[i..<(i + needle.count)]) == needle, !isLetter(i - 1), !isLetter(i + needle.count) else {
        return nil
      }
      return TextSpan(i, i + needle.count)
    }
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    var part = self
    while part.first == " " { part = part.dropFirst() }
    while part.last == " " { part = part.dropLast() }
    return String(part)
  }
}
