import NewsModel

/// A place in a stream of documents: so many records behind its start, and what they were.
public struct StreamPosition: Hashable, Sendable {
  /// Documents, articles and errors given so far.
  public private(set) var records: Int
  /// A digest of all of them, in order: of where each stood, and of its bytes.
  public private(set) var digest: UInt64
  /// Where the last one stood: the input as it was named, with `#n` for the n-th record of a container. Empty at the start.
  public private(set) var place: String

  /// Makes a position: the start, or one that was written down.
  public init(records: Int = 0, digest: UInt64 = 0xCBF2_9CE4_8422_2325, place: String = "") {
    self.records = records
    self.digest = digest
    self.place = place
  }

  mutating func pass(_ item: Result<IntakeItem, IntakeError>) {
    records += 1
    switch item {
    case .success(.document(let document)):
      place = document.source
      mix(document.sha256)
    case .success(.articleJSON(let text, let place)):
      self.place = place
      mix(text)
    case .failure(let error):
      place = error.place
      mix(error.description)
    }
    mix(place)
  }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo): the same in every process.
  private mutating func mix(_ text: String) {
    digest = text.utf8.reduce(digest) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    digest = (digest ^ 0xFF) &* 0x100_0000_01B3
  }
}
