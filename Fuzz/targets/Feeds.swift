@testable import Intake

/// Any bytes as a feed, as news XML, as a list of feeds or as a sitemap, whatever they look like; the first byte chooses.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFeeds(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let all = [UInt8](UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(all.dropFirst())
  let origin = DocumentOrigin(source: "-", name: "-", options: DocumentStream.Options())
  switch (all.first ?? 0) % 4 {
  case 0: precondition(!FeedReader(origin: origin).read(bytes).isEmpty)
  case 1: precondition(!NewsMLReader(origin: origin).read(bytes).isEmpty)
  case 2: precondition(!SitemapReader(origin: origin).read(bytes).isEmpty)
  default:
    var list = OPMLReader(bytes, origin: origin)
    var items = 0
    while list.next() != nil { items += 1 }
    precondition(items > 0)
  }
  return 0
}
