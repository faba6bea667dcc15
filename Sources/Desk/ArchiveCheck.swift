import Archive
import Contract
import Foundation
import Intake
import NewsModel

/// Whether an archive still holds what was written into it.
public struct ArchiveCheck: Sendable {
  /// Documents, articles and stories that were read.
  public var documents = 0, articles = 0, stories = 0
  /// What is not as it was written, a line each, a hundred at most.
  public var faults: [String] = []
  private static let most = 100

  /// Reads everything: the tables as SQLite checks them, the seal of every packed value, then every document, article and story. O(size of
  /// the archive).
  public init(_ archive: Archive, progress: (_ done: Int) -> Void = { _ in }) throws(ArchiveError) {
    faults = try archive.read { try $0.faults(most: Self.most) }
    try archive.read { reader in
      for number in try reader.documents(after: 0) {
        self.documents += 1
        self.note("document \(number)") { try Self.check(try reader.document(number)) }
        progress(self.documents)
      }
      for number in try reader.articles(after: 0) {
        self.articles += 1
        self.note("article \(number)") { _ = try reader.article(number: number) }
      }
      let languages = ArticleReading()
      for card in try reader.stories(.arrival) where !card.isStale {
        self.stories += 1
        self.note("story \(card.id.raw)") { _ = try reader.story(card.id, reading: languages.read) }
      }
    }
    faults = Array(faults.prefix(Self.most))
  }

  private mutating func note(_ what: String, _ read: () throws -> Void) {
    do { try read() } catch {
      let line = "\(what): \((error as? ArchiveError)?.description ?? "\(error)")"
      if faults.count < Self.most { faults.append(line) }
    }
  }

  /// A document's bytes must have the hash that they came with. An article that was read elsewhere bears its page's, which is not here.
  private static func check(_ stored: StoredDocument) throws {
    guard !stored.isArticle else { return }
    let bytes = stored.document.original ?? stored.document.input.bytes
    guard digest(bytes).hex == stored.document.sha256 else {
      throw Damage(description: "is not what came: its SHA-256 is another")
    }
  }

  private struct Damage: Error, CustomStringConvertible { var description: String }
}
