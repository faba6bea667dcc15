import NewsModel

/// How conclusions were reached: for a claim, origin, entity or event by its id, for an article by its id (whose text it is), and for a
/// line by `ARTICLE:LINE` (everything that rests on it).
public struct Explanation: Sendable {
  private let sources: [StorySource]

  /// Makes an explanation of one trace. O(size of the trace).
  public init(_ trace: Trace) {
    let stories = trace.stories.enumerated().sorted { a, b in
      a.element.articles.count != b.element.articles.count
        ? a.element.articles.count > b.element.articles.count : a.offset < b.offset
    }
    sources = stories.map { StorySource($0.element) }
  }

  /// What `id` rests on, as lines for a terminal; nil where nothing has that id. Where several stories have the id (article numbers),
  /// one after the other.
  public func explain(_ id: String) -> String? {
    let pages = sources.compactMap { page($0, id) }
    guard !pages.isEmpty else { return nil }
    return pages.map { $0.text }.joined(separator: "\n")
  }

  private func page(_ source: StorySource, _ id: String) -> ExplanationPage? {
    var page = ExplanationPage()
    let story = source.story
    if let claim = source.claim(ID(id)) {
      source.explain(claim, &page)
    } else if let origin = source.origin(ID(id)) {
      source.explain(origin, &page)
    } else if let entity = story.entities.firstIndex(where: { $0.id.raw == id }) {
      source.explain(entity: entity, &page)
    } else if let event = story.events.first(where: { $0.id.raw == id }) {
      source.explain(event, &page)
    } else if let article = source.article(named: id) {
      source.explain(article: article, &page)
    } else if let (article, place) = source.place(named: id) {
      if sources.count > 1 { page.line(clean(story.title)) }
      guard source.explain(article: article, place: place, &page) else { return nil }
    } else {
      return nil
    }
    return page
  }
}

/// The lines of an explanation.
struct ExplanationPage {
  private(set) var text = ""

  /// A line at a depth of two blanks a level, wrapped to 100 columns.
  mutating func line(_ phrase: Phrase, _ depth: Int = 0) {
    let indent = String(repeating: "  ", count: depth)
    for (i, row) in phrase.wrapped(to: 100 - indent.utf8.count - 2).enumerated() {
      text += indent + (i > 0 ? "  " : "") + row.text + "\n"
    }
  }
  mutating func line(_ words: String, _ depth: Int = 0) { line(Phrase.plain(words), depth) }
}

extension StorySource {
  /// The article of that id, path or file name.
  func article(named name: String) -> Int? {
    story.articles.firstIndex { $0.article.id.raw == name }
      ?? story.articles.firstIndex { $0.article.id.raw.split(separator: "/").last.map(String.init) == name }
  }

  /// `2:14` or `ID:14`.
  func place(named name: String) -> (article: Int, place: String)? {
    guard let colon = name.lastIndex(of: ":") else { return nil }
    let place = String(name[name.index(after: colon)...])
    let first = String(name[..<colon])
    guard !place.isEmpty else { return nil }
    if let number = Int(first) { return story.articles.indices.contains(number - 1) ? (number - 1, place) : nil }
    return article(named: first).map { ($0, place) }
  }
}
