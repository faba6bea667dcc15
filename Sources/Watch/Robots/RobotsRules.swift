/// What a robots.txt lets one agent ask (RFC 9309).
public struct RobotsRules: Sendable, Hashable {
  private struct Rule: Sendable, Hashable {
    var isAllowed: Bool
    /// Normalized octets; `*` and a closing `$` mean what they mean.
    var pattern: [UInt8]
  }
  private var rules: [Rule] = []
  /// Seconds that are asked for between two requests (`Crawl-delay`, which the standard leaves out and many sites write).
  public private(set) var delay: Double?

  /// The room that the rules take, about.
  var byteCount: Int { rules.reduce(0) { $0 + $1.pattern.count + 48 } }

  /// Rules that allow everything.
  public static let open = RobotsRules()

  /// So much is read, as the standard asks for (2.5).
  static let byteLimit = 512_000
  private static let ruleLimit = 5_000

  private init() {}

  /// Reads the groups that name `agent` (a product token, any case), or else those for all. O(n).
  public init(_ bytes: [UInt8], agent: String) {
    let product = agent.lowercased()
    var own = RobotsRules()
    var others = RobotsRules()
    var isOwnNamed = false
    var isInRules = true
    var holdsForOwn = false
    var holdsForAll = false
    for line in bytes.prefix(Self.byteLimit).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let (key, value) = Self.field(line) else { continue }
      switch key {
      case "user-agent":
        if isInRules { (isInRules, holdsForOwn, holdsForAll) = (false, false, false) }
        let name = Self.product(value)
        if name == "*" { holdsForAll = true }
        if !name.isEmpty, name == product { (holdsForOwn, isOwnNamed) = (true, true) }
      case "allow", "disallow", "crawl-delay":
        isInRules = true
        if holdsForOwn { own.add(key, value) }
        if holdsForAll { others.add(key, value) }
      default: continue
      }
    }
    self = isOwnNamed ? own : others
  }

  /// Whether path and query may be asked: the longest rule that matches decides, of equals the one that allows. O(rules · length).
  public func allows(_ target: String) -> Bool {
    let path = Self.normalized(Array(target.utf8)[...])
    if path == Array("/robots.txt".utf8) { return true }
    var best: (length: Int, isAllowed: Bool)?
    for rule in rules where Self.matches(rule.pattern, path) {
      let length = rule.pattern.count
      if let known = best, known.length > length || (known.length == length && !rule.isAllowed) { continue }
      best = (length, rule.isAllowed)
    }
    return best?.isAllowed ?? true
  }

  private mutating func add(_ key: String, _ value: ArraySlice<UInt8>) {
    if key == "crawl-delay" {
      if let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite, seconds >= 0 {
        delay = max(delay ?? 0, seconds)
      }
      return
    }
    // An empty rule forbids nothing.
    guard rules.count < Self.ruleLimit, !value.isEmpty, value.count <= 2_048 else { return }
    rules.append(Rule(isAllowed: key == "allow", pattern: Self.normalized(value)))
  }

  private static func field(_ line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
    let text = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
    let plain = text.prefix { $0 != UInt8(ascii: "#") }
    guard let colon = plain.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(decoding: trimmed(plain[..<colon]), as: UTF8.self).lowercased()
    return (key, trimmed(plain[(colon + 1)...]))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = bytes.drop { $0 <= 0x20 }
    return front.prefix((front.lastIndex { $0 > 0x20 } ?? front.startIndex - 1) + 1 - front.startIndex)
  }

  /// The product token of a line: letters, `-` and `_`, as far as they go (2.2.1).
  private static func product(_ value: ArraySlice<UInt8>) -> String {
    if value.first == UInt8(ascii: "*") { return "*" }
    let name = value.prefix { byte in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (0x61...0x7A).contains(byte | 0x20)
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Octets beyond ASCII become `%XX`, and `%XX` of unreserved ones the octet, so that both ways to write one path are equal (2.2.2).
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte == UInt8(ascii: "%"), i + 2 < bytes.endIndex, let high = hex(bytes[i + 1]), let low = hex(bytes[i + 2]) {
        let octet = high << 4 | low
        if isUnreserved(octet) { result.append(octet) } else { result += [byte, digits[Int(high)], digits[Int(low)]] }
        i += 3
      } else if byte >= 0x80 || byte <= 0x20 {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        i += 1
      } else {
        result.append(byte)
        i += 1
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~")].contains(byte)
  }

  /// Whether `pattern` matches from the beginning of `path`. It goes back to the last `*` alone: O(pattern · path) at worst.
  private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let length = isAnchored ? pattern.count - 1 : pattern.count
    var (p, i) = (0, 0)
    var star: (p: Int, i: Int)?
    while true {
      if p == length, !isAnchored || i == path.count { return true }
      if p < length, pattern[p] == UInt8(ascii: "*") {
        star = (p, i)
        p += 1
      } else if p < length, i < path.count, pattern[p] == path[i] {
        (p, i) = (p + 1, i + 1)
      } else if let last = star, last.i < path.count {
        star = (last.p, last.i + 1)
        (p, i) = (last.p + 1, last.i + 1)
      } else {
        return false
      }
    }
  }
}
