import Foundation
import TextBytes

/// Gives the entries of a feed as documents. Where the XML is broken, what can be read is given, then one error.
struct FeedReader {
  let origin: DocumentOrigin

  /// The entries of a feed, in order. O(n).
  func read(_ bytes: [UInt8]) -> [Result<IntakeItem, IntakeError>] {
    let feed = Feed(bytes)
    var items = feed.entries.enumerated().map { index, entry in
      entry.document(number: index + 1, outlet: feed.about.title, origin: origin)
    }
    if let line = feed.brokenLine {
      items.append(.failure(origin.error(nil, .malformed(broken(line, readCount: feed.entries.count)))))
    }
    if feed.isCut {
      let what = "has more than \(FeedEntries.limit) entries in broken XML; the rest is not read, split it"
      items.append(.failure(origin.error(nil, .malformed(what))))
    }
    if items.isEmpty {
      items.append(.failure(origin.error(nil, .malformed("is a feed without entries; nothing to read"))))
    }
    return items
  }

  private func broken(_ line: Int, readCount: Int) -> String {
    "is broken XML (line \(line)); \(readCount) \(readCount == 1 ? "entry was" : "entries were") read, ask its publisher to mend it"
  }
}

/// The entries of a broken feed, each parsed by itself within the feed's opening tags.
struct FeedEntries {
  /// So many entries are read: each costs a parser.
  static let limit = 10_000

  private let xml: [UInt8]
  private let starts: [Int]
  /// Whether there are more than ``limit``.
  let isCut: Bool

  init(_ xml: [UInt8]) {
    self.xml = xml
    let tags = ["<item", "<entry", "<atom:entry", "<rss:item"].map { Array($0.utf8) }
    let all = xml.indices.lazy.filter { i in
      guard xml[i] == UInt8(ascii: "<") else { return false }
      return tags.contains { tag in
        let end = i + tag.count
        return end < xml.count && (xml[end] <= 0x20 || xml[end] == UInt8(ascii: ">")) && xml[i...].starts(with: tag)
      }
    }
    let found = Array(all.prefix(Self.limit + 1))
    isCut = found.count > Self.limit
    starts = found
  }

  /// Those that can be read, or read in part. O(n).
  func all() -> [FeedEntry] {
    guard let first = starts.first else { return [] }
    // A head of ordinary length is repeated for each entry: the namespaces are declared there.
    let head = first <= 16_384 ? Array(xml[..<first]) : Array("<rss><channel>".utf8)
    return starts.indices.prefix(Self.limit).compactMap { k in
      let end = k + 1 < starts.count ? starts[k + 1] : xml.count
      return FeedParser.parse(head + xml[starts[k]..<end]).entries.first
    }
  }
}
