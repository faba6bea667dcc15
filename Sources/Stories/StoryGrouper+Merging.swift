import NewsModel

// Merging and parting.
extension StoryGrouper {
  /// How near an article must be to two stories for the question whether they are one.
  private static let bridging = 0.1

  /// The open story in which people said that `name` is.
  func decided(_ name: String) -> Int? { decisions.same[name]?.lazy.compactMap { numberOf[$0] }.first }

  func isForbidden(_ article: String, _ number: Int) -> Bool {
    decisions.apart[article]?.contains { numberOf[$0] == number } ?? false
  }

  private func areApart(_ a: Int, _ b: Int) -> Bool {
    guard !decisions.apart.isEmpty, let story = stories[a] else { return false }
    let names = story.articles.map(\.raw) + [story.id.raw] + story.formerIDs.map(\.raw)
    return names.contains { isForbidden($0, b) }
  }

  /// Joins stories that people said are one with what `article` is in.
  mutating func settle(_ number: Int, _ article: String) -> [StoryChange] {
    guard !decisions.same.isEmpty, let id = stories[number]?.id.raw else { return [] }
    let partners = (decisions.same[article] ?? []) + (decisions.same[id] ?? [])
    return partners.flatMap { name -> [StoryChange] in
      guard let here = numberOf[article], let other = numberOf[name] else { return [] }
      return merge(here, other)
    }
  }

  /// Merges what turns out to be one story with that of the newcomer: others that it is near to.
  mutating func mergeNeighbours(of newcomer: Newcomer, _ candidates: [Candidate]) -> [StoryChange] {
    candidates.flatMap { candidate -> [StoryChange] in
      guard candidate.score >= Self.bridging, let number = numberOf[newcomer.profile.id.raw],
        candidate.story != number, isNear(number, candidate.story), areOne(number, candidate.story)
      else { return [] }
      return merge(number, candidate.story)
    }
  }

  private func isNear(_ a: Int, _ b: Int) -> Bool {
    guard let x = stories[a], let y = stories[b] else { return false }
    return x.distance(to: y) <= options.window && !areApart(a, b)
  }

  mutating func merge(_ a: Int, _ b: Int) -> [StoryChange] {
    guard a != b, let target = stories[min(a, b)], let source = stories[max(a, b)] else { return [] }
    let (into, from) = (min(a, b), max(a, b))
    stories[from] = nil
    stories[into]?.absorb(source)
    for name in source.articles.map(\.raw) + [source.id.raw] + source.formerIDs.map(\.raw) { numberOf[name] = into }
    for language in source.languages.sorted() { indexes[language]?.merge(from, into: into) }
    sharedIndex.merge(from, into: into)
    return [.merged(source.id, into: target.id)]
  }

  /// Moves each article but the first of `names` out of the story that it shares with the first.
  mutating func part(_ names: [String]) -> [StoryChange] {
    guard let first = names.first, let number = numberOf[first] else { return [] }
    return names.dropFirst().compactMap { name in
      guard numberOf[name] == number, let place = stories[number]?.articles.firstIndex(of: ID(name)) else { return nil }
      stories[number]?.articles.remove(at: place)
      var id = storyID(name)
      while isTaken(id, openedBy: ID(name)) { id = storyID(name + id.raw) }
      var story = OpenStory(id: id, lastArrival: arrivals)
      story.articles = [ID(name)]
      story.days = stories[number]?.days
      stories[nextNumber] = story
      numberOf[name] = nextNumber
      numberOf[id.raw] = nextNumber
      nextNumber += 1
      return .moved(article: ID(name), to: id)
    }
  }
}
