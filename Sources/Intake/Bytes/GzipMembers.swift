/// A gzip file as a run of members, each of which may be broken without harm to the next (WARC compresses record by record).
struct GzipMembers: Sendable {
  /// What one step gave.
  enum Step {
    case bytes
    case needsInput
    case broken(member: Int)
    /// A member that unpacks to far more than any text would.
    case bomb(member: Int)
  }

  /// Text is packed 3 to 20 times, DEFLATE reaches 1,032 times: a member that goes beyond ``ratioLimit`` is given up once
  /// it has put out ``freeLength`` bytes.
  private static let ratioLimit = 200
  private static let freeLength = 64 << 20

  private let inflater = Inflater()
  private var compressed: [UInt8] = []
  private var at = 0
  private var dropped = 0
  private(set) var memberStart = 0
  private(set) var isInMember = false
  private var taken = 0
  private var given = 0

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
    let before = output.count
    let (used, status) = inflater.step(compressed, from: at, into: &output)
    at += used
    taken += used
    given += output.count - before
    if given > Self.freeLength, given / Self.ratioLimit > taken, status == .more {
      abandon()
      return .bomb(member: memberStart)
    }
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
        (taken, given) = (0, 0)
        inflater.reset()
        return true
      }
      at += 1
    }
    return false
  }
}
