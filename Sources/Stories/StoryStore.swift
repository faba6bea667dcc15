import Foundation
import NewsModel

/// A story that takes no more articles.
public struct RetiredStory: Hashable, Sendable {
  /// Its id.
  public var id: ID<Story>
  /// Its articles, in order of arrival.
  public var articles: [ID<Article>]
  /// Makes a story.
  public init(id: ID<Story>, articles: [ID<Article>]) {
    self.id = id
    self.articles = articles
  }
}

/// Why a story could not be kept or read.
public struct StoryStoreError: Error, Hashable, CustomStringConvertible {
  /// What went wrong, and what to do.
  public var description: String
  /// Makes an error.
  public init(_ description: String) { self.description = description }
}

/// Where stories go that take no more articles.
public protocol StoryStore: Sendable {
  /// Keeps a story; one of the same id that was kept before is replaced.
  mutating func retire(_ story: RetiredStory) throws(StoryStoreError)
  /// The story of this id, or nil.
  func story(_ id: ID<Story>) throws(StoryStoreError) -> RetiredStory?
  /// Whether a story of this id is kept that another article opened, so that `article` may not open one of that id. It is asked at every
  /// new story.
  func isTaken(_ id: ID<Story>, openedBy article: ID<Article>) -> Bool
}

extension StoryStore {
  /// False: two of a few thousand stories get one id about once in a thousand streams.
  public func isTaken(_ id: ID<Story>, openedBy article: ID<Article>) -> Bool { false }
}

/// Stories in a text file, one a line: the id and its articles, parted by tabs. The last line of an id counts.
public struct FileStoryStore: StoryStore {
  private let file: URL

  /// Keeps stories in `file`, which is made when the first one comes.
  public init(_ file: URL) { self.file = file }

  /// Writes a story behind the others.
  public mutating func retire(_ story: RetiredStory) throws(StoryStoreError) {
    let fields = [story.id.raw] + story.articles.map(\.raw)
    let line = fields.map(Self.escaped).joined(separator: "\t") + "\n"
    do {
      if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(line.utf8))
    } catch {
      throw StoryStoreError("cannot write stories to \(file.path): \(error.localizedDescription)")
    }
  }

  /// The story of this id, or nil. O(length of the file).
  public func story(_ id: ID<Story>) throws(StoryStoreError) -> RetiredStory? {
    try all().last { $0.id == id }
  }

  /// Every story, in the order in which they were kept. O(length of the file).
  public func all() throws(StoryStoreError) -> [RetiredStory] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw StoryStoreError("cannot read stories from \(file.path); check its permissions")
    }
    return data.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: "\t")).map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
      return fields.first.map { RetiredStory(id: ID($0), articles: fields.dropFirst().map { ID($0) }) }
    }
  }

  private static func escaped(_ field: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": out.append(contentsOf: "\\t".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  private static func unescaped(_ field: String) -> String {
    var out = String.UnicodeScalarView()
    var isEscape = false
    for scalar in field.unicodeScalars {
      if isEscape {
        out.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
