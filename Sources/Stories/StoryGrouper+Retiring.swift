import NewsModel

// Retiring.
extension StoryGrouper {
  /// Moves the stream's day on, and retires what is past its window or more than may be open.
  mutating func advance(to day: Int?) {
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
