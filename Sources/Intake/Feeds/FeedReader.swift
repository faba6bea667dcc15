import Foundation
import TextBytes

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads RSS 0.9x, 1.0 (RDF) and 2.0 and Atom 0.3 and 1.0. Where the XML is broken, what can be read is given, then one error.
struct FeedReader {
  let origin: DocumentOrigin

  /// The entries of a feed, in order. O(n).
  func read(_ bytes: [UInt8]) -> [Result<IntakeItem, IntakeError>] {
    let xml = XMLRepair.repaired(Decoding.decode(bytes).text.bytes)
    let whole = FeedParser.parse(xml)
    var entries = whole.entries
    if whole.isBroken {
      let apart = FeedEntries(xml).all()
      if apart.count >= entries.count { entries = apart }
    }
    var items = entries.enumerated().map { index, entry in
      entry.document(number: index + 1, outlet: whole.title, origin: origin)
    }
    if whole.isBroken { items.append(.failure(origin.error(nil, .malformed(broken(whole, readCount: entries.count))))) }
    if items.isEmpty {
      items.append(.failure(origin.error(nil, .malformed("is a feed without entries; nothing to read"))))
    }
    return items
  }

  private func broken(_ feed: FeedParser, readCount: Int) -> String {
    "is broken XML (line \(feed.errorLine)); \(readCount) \(readCount == 1 ? "entry was" : "entries were") read, ask its publisher to mend it"
  }
}

/// The entries of a broken feed, each parsed by itself within the feed's opening tags.
struct FeedEntries {
  private let xml: [UInt8]
  private let starts: [Int]

  init(_ xml: [UInt8]) {
    self.xml = xml
    let tags = ["<item", "<entry", "<atom:entry", "<rss:item"].map { Array($0.utf8) }
    starts = xml.indices.filter { i in
      guard xml[i] == UInt8(ascii: "<") else { return false }
      return tags.contains { tag in
        let end = i + tag.count
        return end < xml.count && (xml[end] <= 0x20 || xml[end] == UInt8(ascii: ">")) && xml[i...].starts(with: tag)
      }
    }
  }

  /// Those that can be read, or read in part. O(n).
  func all() -> [FeedEntry] {
    guard let first = starts.first else { return [] }
    // A head of ordinary length is repeated for each entry: the namespaces are declared there.
    let head = first <= 16_384 ? Array(xml[..<first]) : Array("<rss><channel>".utf8)
    return starts.indices.compactMap { k in
      let end = k + 1 < starts.count ? starts[k + 1] : xml.count
      return FeedParser.parse(head + xml[starts[k]..<end]).entries.first
    }
  }
}
