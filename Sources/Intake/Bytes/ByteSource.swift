import Foundation

/// Bytes of a file, of standard input or of memory, read as they are asked for, unpacked where they are gzip. Memory is
/// bounded by the longest stretch that is asked for at once.
struct ByteSource: Sendable {
  /// Where compressed bytes broke off.
  struct Damage: Sendable {
    /// Bytes from the start of the file to the gzip member at fault.
    let offset: Int
    let why: String
  }
  /// A line without its end, or the length of one that was longer than allowed and is passed over.
  enum Line { case bytes([UInt8]), tooLong(Int) }

  private let file: FileHandle?
  /// Where the file is read into, piece by piece.
  private var chunk: [UInt8] = []
  private var members: GzipMembers?
  private var buffer: [UInt8]
  private var position = 0
  private var dropped = 0
  private var hasEnded: Bool
  /// Where each gzip member begins: in the unpacked bytes, and in the file.
  private var marks: [(unpacked: Int, file: Int)] = []
  /// What stops the reading; ``resume()`` goes on behind it.
  private(set) var damage: Damage?

  init(_ file: FileHandle) {
    self.file = file
    buffer = []
    hasEnded = false
  }

  init(_ bytes: [UInt8]) {
    file = nil
    buffer = bytes
    hasEnded = true
  }

  /// Whether the bytes come out of gzip.
  var isCompressed: Bool { members != nil }
  /// Bytes that are held, not yet taken.
  var available: Int { buffer.count - position }
  /// Bytes from the start of the file to here; within gzip, to the member that holds this place.
  var offset: Int {
    let here = dropped + position
    return marks.last { $0.unpacked <= here }?.file ?? here
  }

  /// Takes the bytes that are left as gzip.
  mutating func unpack() {
    var members = GzipMembers()
    members.append(buffer[position...])
    self.members = members
    buffer = []
    position = 0
    dropped = 0
    hasEnded = false
  }

  /// Goes on behind a damage.
  mutating func resume() { damage = nil }

  /// Gives up the gzip member that is being unpacked, and what of it is held.
  mutating func abandonMember() {
    dropped += buffer.count
    position = 0
    buffer = []
    members?.abandon()
  }

  /// Whether `count` bytes are held, after reading what it takes.
  mutating func fill(_ count: Int) -> Bool {
    while available < count, !hasEnded, damage == nil { readMore() }
    return available >= count
  }

  /// Whether nothing is left before the end, or before a damage.
  mutating func isAtEnd() -> Bool { !fill(1) }

  /// The byte `k` behind this place; it must be held.
  func byte(_ k: Int) -> UInt8 { buffer[position + k] }

  /// At most `count` of the next bytes, which stay.
  mutating func peek(_ count: Int) -> [UInt8] {
    _ = fill(count)
    return Array(buffer[position..<min(buffer.count, position + count)])
  }

  /// Takes `count` bytes, or fewer where the source ends or, in WARC, where a gzip member begins the next record.
  mutating func take(_ count: Int, before opening: String = "") -> [UInt8] {
    _ = fill(count)
    var end = min(buffer.count, position + count)
    if !opening.isEmpty {
      for mark in marks {
        let k = mark.unpacked - dropped
        if k > position, k < end, buffer[k...].starts(with: opening.utf8) { end = k }
      }
    }
    if position == 0, end == buffer.count {
      // All that is held changes hands.
      let whole = buffer
      buffer = []
      dropped += end
      forgetMarks()
      return whole
    }
    defer { move(to: end) }
    return Array(buffer[position..<end])
  }

  /// Passes over `count` bytes without holding them. Returns how many there were.
  mutating func skip(_ count: Int) -> Int {
    var left = count
    while left > 0, fill(1) {
      let step = min(left, available)
      move(to: position + step)
      left -= step
    }
    return count - left
  }

  /// Passes over ASCII white space, and over other bytes that `isSkipped` names.
  mutating func skipSpace(_ isSkipped: (UInt8) -> Bool = { _ in false }) {
    while fill(1) {
      var k = position
      while k < buffer.count, buffer[k] <= 0x20 || isSkipped(buffer[k]) { k += 1 }
      let isDone = k < buffer.count
      move(to: k)
      if isDone { return }
    }
  }

  /// The next line. O(length).
  mutating func line(limit: Int) -> Line? {
    var searched = 0
    var passed = 0
    while true {
      if let k = indexOfLineFeed(from: position + searched) {
        let length = k - position
        defer { move(to: k + 1) }
        if passed + length > limit { return .tooLong(passed + length) }
        return .bytes(Array(buffer[position..<k]))
      }
      searched = available
      if passed + searched > limit {
        passed += skip(searched)
        searched = 0
      }
      if !fill(searched + 1) { break }
    }
    if passed > 0 { return .tooLong(passed + skip(available)) }
    return available == 0 ? nil : .bytes(take(available))
  }

  private func indexOfLineFeed(from start: Int) -> Int? {
    unsafe buffer.withUnsafeBytes { bytes -> Int? in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      guard let found = unsafe memchr(base + start, 0x0A, bytes.count - start) else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private mutating func move(to place: Int) {
    position = place
    guard position == buffer.count || position > 1 << 20 else { return }
    dropped += position
    if position == buffer.count {
      buffer.removeAll(keepingCapacity: buffer.capacity < 1 << 22)
    } else {
      buffer.removeFirst(position)
    }
    position = 0
    forgetMarks()
  }

  private mutating func forgetMarks() {
    let here = dropped
    if let last = marks.lastIndex(where: { $0.unpacked <= here }), last > 0 { marks.removeFirst(last) }
  }

  private mutating func readMore() {
    guard members != nil else {
      let count = readChunk()
      buffer.append(contentsOf: chunk[..<count])
      hasEnded = count == 0
      return
    }
    var begun: [(unpacked: Int, file: Int)] = []
    let here = dropped + buffer.count
    let step = members?.step(into: &buffer) { begun.append((here, $0)) }
    marks += begun
    switch step {
    case .needsInput: refillMembers()
    case .broken(let member): damage = Damage(offset: member, why: "its compressed bytes are damaged")
    case .bomb(let member):
      damage = Damage(offset: member, why: "it unpacks to more than 200 times its size, as only a gzip bomb does")
    default: break
    }
  }

  private mutating func refillMembers() {
    let count = readChunk()
    members?.append(chunk[..<count])
    guard count == 0 else { return }
    hasEnded = true
    if members?.isInMember == true {
      damage = Damage(offset: members?.memberStart ?? 0, why: "its compressed bytes end too early")
    }
  }

  /// Reads the next bytes of the file into ``chunk``; how many there were, 0 at the end and where it cannot be read.
  private mutating func readChunk() -> Int {
    guard let descriptor = file?.fileDescriptor else { return 0 }
    if chunk.isEmpty { chunk = [UInt8](repeating: 0, count: 1 << 18) }
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      guard errno == EINTR else { return 0 }
    }
  }
}
