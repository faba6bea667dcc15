import NewsModel
import TextBytes

/// Reads NewsML-G2 (`newsItem`, `newsMessage`, also in a feed of items) and NITF files. Items without text are told and passed
/// over.
struct NewsMLReader {
  let origin: DocumentOrigin

  /// Root elements that are read here, in lower case.
  static let roots: Set<String> = ["newsitem", "newsmessage", "packageitem", "newsml", "nitf"]

  /// The stories in order. O(n).
  func read(_ bytes: [UInt8]) -> [Result<IntakeItem, IntakeError>] {
    let (root, isWhole) = XMLTreeParser.parse(Decoding.decode(bytes).text.bytes)
    guard let root else { return [failure(nil, "is broken XML; nothing can be read")] }
    let found = [root.name].contains { $0 == "newsitem" || $0 == "nitf" } ? [root] : root.all(["newsitem", "nitf"])
    var items = found.enumerated().map { index, item in
      let entry = item.name == "nitf" ? NITF(item).entry : Self.entry(item)
      let number = found.count == 1 ? nil : index + 1
      guard entry.content != nil else {
        return failure(number, "is a news item without text (a picture, a package, an event); skipped")
      }
      return entry.document(number: index + 1, outlet: nil, origin: origin)
    }
    if !isWhole { items.append(failure(nil, "is broken XML; \(found.count) items were read as far as they go")) }
    if items.isEmpty { items.append(failure(nil, "holds no news item with text; nothing to read")) }
    return items
  }

  private func failure(_ number: Int?, _ what: String) -> Result<IntakeItem, IntakeError> {
    .failure(origin.error(number, .malformed(what)))
  }

  /// A `newsItem` of NewsML-G2 (IPTC, 2.x).
  private static func entry(_ item: XMLTree) -> FeedEntry {
    let content = item.first("contentset")
    var entry = FeedEntry()
    if let story = content?.all(["nitf"]).first {
      entry = NITF(story).entry
    } else if let page = content?.all(["html", "body"]).first {
      entry.content = NewsMarkup.html(page.first("body") ?? page, isInner: true)
    } else if let inline = content?.first("inlinexml") {
      entry.content = NewsMarkup.html(inline, isInner: true)
    } else if let plain = content?.first("inlinedata") {
      let isMarkup = plain.attributes["contenttype"]?.contains("html") == true
      entry.content = isMarkup ? plain.plain : paragraphs(plain.plain)
    }
    if entry.content?.utf8.contains(where: { $0 > 0x20 }) != true { entry.content = nil }
    describe(&entry, item)
    return entry
  }

  private static func describe(_ entry: inout FeedEntry, _ item: XMLTree) {
    let about = item.first("itemmeta")
    let what = item.first("contentmeta")
    func time(_ element: XMLTree?) -> Timestamp? { element?.shown.flatMap(FeedDate.read) }
    entry.id = item.attributes["guid"] ?? entry.id
    entry.title = what?.first("headline")?.shown ?? about?.first("title")?.shown ?? entry.title
    let version = time(about?.first("versioncreated"))
    let first = time(what?.first("contentcreated")) ?? time(about?.first("firstcreated"))
    entry.published = first ?? entry.published ?? version
    entry.modified = time(what?.first("contentmodified")) ?? (first != nil && version != first ? version : nil)
    let by = what?.first("by")?.shown.map { [NewsNames.withoutBy($0)] } ?? []
    let creators = (what?.children ?? []).filter { $0.name == "creator" }.compactMap { $0.first("name")?.shown }
    entry.authors = !by.isEmpty ? by : !entry.authors.isEmpty ? entry.authors : creators
    let provider = about?.first("provider")
    entry.source =
      provider?.first("name")?.shown ?? what?.first("infosource")?.first("name")?.shown
      ?? provider?.attributes["literal"] ?? entry.source
    entry.language = what?.first("language")?.attributes["tag"] ?? item.attributes["xml:lang"] ?? entry.language
    entry.categories = (what?.children ?? []).filter { $0.name == "subject" }.compactMap { $0.first("name")?.shown }
  }

  /// Plain text as HTML, a paragraph a block of lines.
  static func paragraphs(_ text: String) -> String {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let blocks = lines.split { $0.utf8.allSatisfy { $0 <= 0x20 } }
    return blocks.map { "<p>" + $0.map { MarkupText.escaped(String($0)) }.joined(separator: "<br>") + "</p>" }.joined()
  }
}
