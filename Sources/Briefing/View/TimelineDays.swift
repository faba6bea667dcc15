import NewsModel

extension StorySource {
  /// The timeline by date, each date once; within one, what most articles tell first. Values that name no days are left out.
  var timelineDays: [Day] {
    var groups: [(first: TimexValue, entries: [TimelineEntry])] = []
    for entry in story.timeline {
      guard let first = entry.dates.filter({ $0.days != nil }).min(by: isSharper) else { continue }
      if let i = groups.firstIndex(where: { days.text($0.first) == days.text(first) }) {
        groups[i].entries.append(entry)
      } else {
        groups.append((first, [entry]))
      }
    }
    return groups.sorted { isEarlier($0.first, $1.first) }
      .map { Day(date: days.text($0.first), entries: merged($0.entries, besides: $0.first)) }
  }

  /// The narrower comes first, then the earlier.
  private func isSharper(_ a: TimexValue, _ b: TimexValue) -> Bool {
    guard let x = a.days, let y = b.days else { return a.days != nil }
    return [x.count, x.lowerBound.value] < [y.count, y.lowerBound.value]
  }
  private func isEarlier(_ a: TimexValue, _ b: TimexValue) -> Bool {
    guard let x = a.days, let y = b.days else { return a.days != nil }
    return [x.lowerBound.value, x.upperBound.value] < [y.lowerBound.value, y.upperBound.value]
  }

  /// Entries that tell the same (the same words, or the same leading claim) are one.
  private func merged(_ entries: [TimelineEntry], besides date: TimexValue) -> [Day.Entry] {
    var groups: [(text: String, key: String, at: [Passage], dates: [TimexValue])] = []
    for entry in entries {
      let text = withMarksClosed(clean(entry.text))
      let key = folded(text)
      if let i = groups.firstIndex(where: { $0.key == key }) {
        groups[i].at += entry.at
        groups[i].dates += entry.dates
      } else {
        groups.append((text, key, entry.at, entry.dates))
      }
    }
    let ranked = groups.enumerated().sorted { a, b in
      let (x, y) = (Set(a.element.at.map(\.article)).count, Set(b.element.at.map(\.article)).count)
      return x != y ? x > y : a.offset < b.offset
    }
    return ranked.map { _, group in
      let others = Set(group.dates.filter { $0 != date && $0.days != nil }).sorted(by: isEarlier).map(days.text)
      return Day.Entry(
        text: group.text, markers: markers(group.at), alternatives: others.filter { $0 != days.text(date) })
    }
  }
}
