import Foundation
import NewsModel

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Follows the XML of one feed and gathers its entries. Nothing outside the bytes is ever fetched.
final class FeedParser: NSObject, XMLParserDelegate {
  private(set) var title: String?
  private(set) var entries: [FeedEntry] = []
  private(set) var isBroken = false
  private(set) var errorLine = 0

  private var language: String?
  private var link: String?
  private var names = FeedNames()
  private var path: [String] = []
  private var entry: FeedEntryBuilder?
  private var capture: FeedCapture?

  /// Elements may nest so deep; a feed needs about ten, its HTML about a hundred.
  private static let depthLimit = 200

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
    attributes: [String: String]
  ) {
    names.enter(path.count + 1, attributes)
    let name = names.canonical(element)
    let parent = path.last ?? ""
    path.append(name)
    guard path.count <= Self.depthLimit else { return parser.abortParsing() }
    if capture?.isContainer(of: name) == false {
      capture?.open(element, attributes)
      return
    }
    if name == "item" || name == "entry" {
      entry = FeedEntryBuilder(attributes)
    } else if FeedNames.holders.contains(parent) || parent == (entry == nil ? "" : "content") {
      begin(name, parent: parent, attributes)
    }
    if parent.isEmpty { language = attributes["xml:lang"] ?? language }
  }

  private func begin(_ name: String, parent: String, _ attributes: [String: String]) {
    if name == "link", let address = attributes["href"] {
      let relation = attributes["rel"] ?? "alternate"
      guard relation == "alternate", parent != "source" else { return }
      if entry == nil { link = link ?? address } else if entry?.link == nil { entry?.link = address }
    } else if FeedNames.fields.contains(name) {
      let key = parent == "author" || parent == "source" || parent == "contributor" ? "\(parent)/\(name)" : name
      capture = FeedCapture(key: key, depth: path.count, attributes: attributes)
    }
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
    let name = path.popLast()
    if name == "item" || name == "entry", let entry {
      entries.append(entry.entry(feedLink: link, language: language))
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
    if let entry { entries.append(entry.entry(feedLink: link, language: language)) }
  }

  private func finish(_ field: FeedCapture) {
    if entry != nil {
      entry?.set(field)
    } else {
      switch field.key {
      case "title": title = title ?? field.shown
      case "link": link = link ?? field.shown
      case "language", "dc:language": language = language ?? field.shown
      default: break
      }
    }
  }
}
