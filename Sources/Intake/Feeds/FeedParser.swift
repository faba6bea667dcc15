import Foundation
import NewsModel

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Follows the XML of one feed and gathers its entries. Nothing outside the bytes is ever fetched.
final class FeedParser: NSObject, XMLParserDelegate {
  private(set) var entries: [FeedEntry] = []
  private(set) var isBroken = false
  private(set) var errorLine = 0

  private var names = FeedNames()
  private var path: [String] = []
  private var root = FeedRoot()
  private var bases = XMLBases()
  private var channel = FeedEntryBuilder([:])
  private var entry: FeedEntryBuilder?
  private var capture: FeedCapture?

  /// Elements may nest so deep; a feed needs about ten, its HTML about a hundred.
  private static let depthLimit = 200

  /// What the feed says of itself.
  var about: FeedEntry { channel.entry() }

  /// The format; `head` is how the text begins, with its document type.
  func version(head: ArraySlice<UInt8>) -> String { root.version(head: head) }

  /// Reads repaired XML. O(n).
  static func parse(_ xml: [UInt8]) -> FeedParser {
    let feed = FeedParser()
    let parser = XMLParser(data: Data(xml))
    parser.shouldResolveExternalEntities = false
    parser.delegate = feed
    let isWhole = parser.parse()
    if let error = parser.parserError { feed.note(error, line: parser.lineNumber) }
    if !isWhole || !feed.path.isEmpty { feed.isBroken = true }
    if feed.errorLine == 0 { feed.errorLine = parser.lineNumber }
    feed.finishOpenEntry()
    return feed
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes written: [String: String]
  ) {
    let attributes = FeedNames.lowercased(written)
    names.enter(path.count + 1, attributes)
    bases.enter(path.count + 1, attributes["xml:base"])
    let name = names.canonical(element)
    let parent = path.last ?? ""
    path.append(name)
    guard path.count <= Self.depthLimit else { return parser.abortParsing() }
    if capture?.isContainer(of: name) == false {
      capture?.open(element, written)
      return
    }
    if parent.isEmpty { root = FeedRoot(name: name, attributes: attributes) }
    if name == "item" || name == "entry" {
      entry = FeedEntryBuilder(attributes, base: bases.current)
    } else if name == "channel" || name == "feed" {
      if entry == nil { channel = FeedEntryBuilder(attributes, base: bases.current) }
    } else if FeedNames.holders.contains(parent) || parent == (entry == nil ? "" : "content") {
      begin(name, parent: parent, attributes)
    }
  }

  /// Takes what stands in an element's attributes, and opens the field that its text is.
  private func begin(_ name: String, parent: String, _ attributes: [String: String]) {
    let isInSource = path.dropLast().contains("source")
    if !isInSource {
      if entry == nil {
        channel.take(name, attributes, base: bases.current)
      } else {
        entry?.take(name, attributes, base: bases.current)
      }
    }
    guard FeedNames.fields.contains(name), name != "link" || attributes["href"] == nil else { return }
    let isPart = ["author", "source", "contributor"].contains(parent)
    let key = (isInSource && parent != "source" ? "source/" : "") + (isPart ? "\(parent)/\(name)" : name)
    capture = FeedCapture(key: key, depth: path.count, attributes: attributes)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { capture?.append(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { capture?.append(String(decoding: block, as: UTF8.self)) }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    if let done = capture {
      if done.depth == path.count {
        finish(done)
        capture = nil
      } else {
        capture?.close(element)
      }
    }
    names.leave(path.count)
    bases.leave(path.count)
    let name = path.popLast()
    if name == "item" || name == "entry", let entry {
      entries.append(entry.entry(of: channel))
      self.entry = nil
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    note(error, line: parser.lineNumber)
    // What follows is read entry by entry; each further error would cost memory that Foundation does not give back.
    if isBroken { parser.abortParsing() }
  }

  /// Errors about namespaces (libxml2, 200 to 209) lose nothing: prefixes are read by what feeds mean with them.
  private func note(_ error: any Error, line: Int) {
    guard !(200..<210).contains((error as NSError).code) else { return }
    isBroken = true
    if errorLine == 0 { errorLine = line }
  }

  /// Keeps what there is of an entry that never ends.
  private func finishOpenEntry() {
    if let capture { finish(capture) }
    if let entry { entries.append(entry.entry(of: channel)) }
  }

  private func finish(_ field: FeedCapture) {
    if entry != nil { entry?.set(field, base: bases.current) } else { channel.set(field, base: bases.current) }
  }
}

/// The root element of a feed, which tells its format.
struct FeedRoot {
  private var name = ""
  private var attributes: [String: String] = [:]

  init() {}

  init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// The format, by the names that feed readers use.
  func version(head: ArraySlice<UInt8>) -> String {
    let spaces = attributes.filter { $0.key.hasPrefix("xmlns") }.map { $0.value.lowercased() }
    switch name {
    case "rdf:rdf": return spaces.contains { $0.contains("my.netscape.com/rdf") } ? "rss090" : "rss10"
    case "feed":
      return spaces.contains { $0.contains("2005/atom") }
        ? "atom10" : spaces.contains { $0.contains("purl.org/atom/ns") } ? "atom03" : "atom"
    case "channel": return "cdf"
    case "rss": return rss(isNetscape: String(decoding: head, as: UTF8.self).contains("netscape.com"))
    default: return ""
    }
  }

  private func rss(isNetscape: Bool) -> String {
    let number = attributes["version"]?.filter { $0 > " " } ?? ""
    switch number {
    case "0.90": return "rss090"
    case "0.91": return isNetscape ? "rss091n" : "rss091u"
    case "0.92", "0.93", "0.94": return "rss0" + number.suffix(2)
    case let two where two.hasPrefix("2"): return "rss20"
    default: return "rss"
    }
  }
}
