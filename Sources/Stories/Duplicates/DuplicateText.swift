import NewsModel
import TextBytes

/// What is kept of an article to find its copies.
struct DuplicateText: Sendable {
  var id: ID<Article>
  /// The content words and numbers of the body, each by half of its fold hash.
  var words: [UInt32] = []
  /// Which of them stand in quotation marks.
  var isQuoted: [Bool] = []
  /// Which of them are furniture.
  var furniture: [Bool] = []
  /// The host that published it, else its outlet, hashed; 0 where neither is known.
  var host: UInt64
  var outlet: String?
  var agencies: [String]
  /// The other hosts that its page names in addresses, hashed.
  var linked: Set<UInt64> = []
  /// Whether it bears a note of what was put right.
  var isCorrected: Bool

  init(_ annotated: AnnotatedArticle) {
    let metadata = annotated.article.metadata
    id = annotated.article.id
    outlet = metadata.outlet?.name
    host = ((metadata.canonicalURL ?? metadata.url).flatMap(hostName) ?? outlet).map { FoldHash($0).value } ?? 0
    agencies = metadata.agency
    linked = linkedHosts(annotated.article.input.bytes)
    linked.remove(host)
    isCorrected = annotated.article.removed.contains { $0.reason == .correction }
    addWords(of: annotated.reading, in: annotated.article.body)
  }

  private mutating func addWords(of reading: Reading, in body: TextSpan) {
    let range = reading.tokens(in: body)
    words.reserveCapacity(range.count / 2)
    var quotes = false
    for token in reading.tokens[range] {
      // A quotation whose end is not marked ends with its line.
      if token.shape.contains(.lineStart) { quotes = false }
      switch token.kind {
      case .openQuote: quotes = true
      case .closeQuote: quotes = false
      case .word, .number:
        guard !token.classes.contains(.function) else { continue }
        words.append(UInt32(truncatingIfNeeded: token.fold.value ^ (token.fold.value >> 32)))
        isQuoted.append(quotes)
      default: break
      }
    }
  }

  /// The words that are no furniture.
  var ownWords: Int { words.count - furniture.count { $0 } }
}

/// The host of an address, without "www."; nil where there is none.
private func hostName(_ address: String) -> String? {
  let bytes = Array(address.utf8)
  guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let span = hostSpan(bytes, colon) else { return nil }
  return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
}

/// The hosts of the addresses in a page, hashed. O(n).
private func linkedHosts(_ bytes: [UInt8]) -> Set<UInt64> {
  var hosts: Set<UInt64> = []
  for i in bytes.indices where bytes[i] == UInt8(ascii: ":") {
    if let span = hostSpan(bytes, i) { hosts.insert(FoldHash(bytes, span).value) }
  }
  return hosts
}

/// Where the host stands behind "://" at `colon`, without "www."; nil where there is none.
private func hostSpan(_ bytes: [UInt8], _ colon: Int) -> TextSpan? {
  guard bytes[colon...].starts(with: "://".utf8) else { return nil }
  var start = colon + 3
  if bytes[start...].starts(with: "www.".utf8) { start += 4 }
  let end = bytes[start...].firstIndex { !isHostByte($0) } ?? bytes.count
  return end > start ? TextSpan(start, end) : nil
}

private func isHostByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "."), UInt8(ascii: "-"):
    true
  default: false
  }
}
