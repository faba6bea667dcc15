import Archive
import Contract
import NewsModel

/// What tools read: the archive's stories in the contract's form, opened once an answer.
struct Shelf {
  let reader: ArchiveReader

  init(_ reader: ArchiveReader) { self.reader = reader }

  /// A story by its id, or the one that it was joined to.
  func story(_ id: String) throws -> WireStory {
    guard let current = try reader.current(ID<Story>(id)) else {
      throw Refusal("in this archive no story has the id \(id.prefix(100)); find_stories gives ids")
    }
    guard let story = try wire(current) else {
      throw Refusal("in this archive the story \(id) waits to be traced: stemma rebuild --only-waiting")
    }
    return story
  }

  /// A story as it was traced last; nil where it waits for it. Sentences and tokens are not needed for showing it.
  func wire(_ id: ID<Story>) throws -> WireStory? {
    let story = try reader.story(id) { article in
      Reading(text: article.text, language: article.language ?? LanguageCode(""), tokens: [], sentences: [])
    }
    return story.map { StoryWriter($0).write() }
  }

  /// What is searched, so that nothing found can be told from nothing there.
  var extent: String {
    get throws {
      let (articles, stories) = (try reader.articleCount(), try reader.storyCount())
      return "\(counted(articles, "article")) in \(counted(stories, "story", "stories"))"
    }
  }

  /// That stories wait to be traced, if any do: what they hold is not in an answer.
  var waiting: [String] {
    get throws {
      let count = try reader.staleStories().count
      return count == 0
        ? []
        : ["\(counted(count, "story that waits", "stories that wait")) to be traced (stemma rebuild --only-waiting)"]
    }
  }
}

/// Anchors as answers give them.
extension JSONValue {
  static func anchor(_ anchor: WireAnchor, in article: String? = nil) -> JSONValue {
    [
      "document": JSONValue(anchor.article ?? article), "in": .text(anchor.in ?? "text"),
      "start": .integer(anchor.start), "end": .integer(anchor.end), "exact": .text(anchor.exact),
    ]
  }

  static func anchor(_ support: WireClaim.Support) -> JSONValue {
    anchor(
      WireAnchor(
        start: support.start, end: support.end, exact: support.exact, in: support.in, article: support.article))
  }
}

extension WireStory {
  func outlet(_ article: String) -> String {
    guard let number = articles.firstIndex(where: { $0.id == article }) else { return article }
    return articles[number].outlet?.name ?? "article \(number + 1)"
  }
  func published(_ article: String) -> String? { articles.first { $0.id == article }?.published?.value }

  /// The title of the first article that has one, as an anchor.
  var titleAnchor: JSONValue? {
    for article in articles {
      guard let title = article.title else { continue }
      return .anchor(
        WireAnchor(start: 0, end: title.unicodeScalars.count, exact: title, in: "title", article: article.id))
    }
    return nil
  }
}
