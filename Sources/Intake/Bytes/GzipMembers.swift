/// A gzip file as a run of members, each of which may be broken without harm to the next (WARC compresses record by record).
struct GzipMembers: Sendable {
  /// What one step gave.
  enum Step {
    case bytes
    case needsInput
    case broken(member: Int)
  }

  private let inflater = Inflater()
  private var compressed: [UInt8] = []
  private var at = 0
  private var dropped = 0
  private(set) var memberStart = 0
  private(set) var isInMember = false

  /// Adds compressed bytes.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if at > 0 {
      compressed.removeFirst(at)
      dropped += at
      at = 0
    }
    compressed.append(contentsOf: bytes)
  }

  /// Gives the member up and looks for the next one.
  mutating func abandon() {
    isInMember = false
  }

  /// Puts out at most 64 KB. Members that follow each other are told apart by `begin`, called before a member's first byte.
  mutating func step(into output: inout [UInt8], begin: (Int) -> Void) -> Step {
    if !isInMember {
      guard findMember() else { return .needsInput }
      begin(memberStart)
    }
    guard at < compressed.count else { return .needsInput }
    let (used, status) = inflater.step(compressed, from: at, into: &output)
    at += used
    switch status {
    case .more: return .bytes
    case .end:
      isInMember = false
      return .bytes
    case .broken:
      at = min(max(at, memberStart - dropped + 3), compressed.count)
      abandon()
      return .broken(member: memberStart)
    }
  }

  /// Goes to the next member's first byte: ID1, ID2, CM = deflate, no reserved flag (RFC 1952, 2.3.1).
  private mutating func findMember() -> Bool {
    while at + 3 < compressed.count {
      if compressed[at] == 0x1F, compressed[at + 1] == 0x8B, compressed[at + 2] == 8, compressed[at + 3] & 0xE0 == 0 {
        memberStart = dropped + at
        isInMember = true
        inflater.reset()
        return true
      }
      at += 1
    }
    return false
  }
}
