import Foundation

/// Reads an OPML list of feeds (opml.org, 1.0 and 2.0). Nothing is fetched: feeds that lie beside the list as files are read, the
/// others are named, a line each.
struct OPMLReader: RecordReader {
  private let origin: DocumentOrigin
  private let options: DocumentStream.Options
  private var feeds: ArraySlice<XMLTree>
  private var number = 0
  private var current: (any RecordReader)?
  private var ending: IntakeError?

  init(_ bytes: [UInt8], origin: DocumentOrigin) {
    self.origin = origin
    options = origin.options
    let (root, isWhole) = XMLTreeParser.parse(Decoding.decode(bytes).text.bytes)
    feeds = (root.map(Self.outlines) ?? [])[...]
    if !isWhole {
      ending = origin.error(nil, .malformed("is broken XML; \(feeds.count) feeds were found in it"))
    } else if feeds.isEmpty {
      ending = origin.error(nil, .malformed("is a list of feeds (OPML) that names none; nothing to read"))
    }
  }

  private static func outlines(_ element: XMLTree) -> [XMLTree] {
    element.children.flatMap { ($0.attributes["xmlurl"] == nil ? [] : [$0]) + outlines($0) }
  }

  mutating func next() -> Result<IntakeItem, IntakeError>? {
    while true {
      if let item = current?.next() { return item }
      current = nil
      guard let feed = feeds.popFirst(), let address = feed.attributes["xmlurl"] else {
        defer { ending = nil }
        return ending.map { .failure($0) }
      }
      number += 1
      guard let path = localFile(address) else { return .failure(named(feed, address)) }
      current = InputFile(path: path, isLone: false, options: options, isListed: true).open()
    }
  }

  private func named(_ feed: XMLTree, _ address: String) -> IntakeError {
    let title = (feed.attributes["title"] ?? feed.attributes["text"]).map { "\"\(MarkupText.words($0))\" at " } ?? ""
    let what = "names the feed \(title)\(MarkupText.words(address)); nothing is fetched, so fetch it and give the file"
    return origin.error(number, .malformed(what))
  }

  /// The file that an address without a host names, if it lies in the folder of the list or below: a list from elsewhere must
  /// not open other files.
  private func localFile(_ address: String) -> String? {
    guard origin.source != "-", !origin.isInMemory else { return nil }
    var path = address
    if address.lowercased().hasPrefix("file://") { path = URL(string: address)?.path ?? "" }
    guard !path.isEmpty, !path.contains("://"), !path.contains("\0") else { return nil }
    let folder = URL(fileURLWithPath: origin.source).resolvingSymlinksInPath().deletingLastPathComponent()
    let file = URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL.resolvingSymlinksInPath()
    guard file.path.hasPrefix(folder.path + "/"), FolderListing.type(of: file.path) == .typeRegular else { return nil }
    let given = URL(fileURLWithPath: origin.source).deletingLastPathComponent().relativePath
    return given == "."
      ? String(file.path.dropFirst(folder.path.utf8.count + 1))
      : given + file.path.dropFirst(folder.path.utf8.count)
  }
}
