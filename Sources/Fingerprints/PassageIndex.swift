import TextBytes

/// Which of the last texts of a stream hold a text's pairs of adjacent words: those that may share passages with it, and what of it is
/// furniture, the words that a host prints around its articles.
///
/// What is furniture is learned by counting: a pair of words that ``recurrence`` texts of one host hold, which are no copies of each other, or
/// ``manyTexts`` whatever they are: where furniture outweighs the articles, these look like copies. Which is a copy of which the caller tells.
///
/// The index holds the last ``capacity`` texts. The texts of a pair are chained from the newest to the oldest, and of a chain at most
/// ``depth`` are looked at, so that the cost of a text does not depend on how many came before.
public struct PassageIndex: Sendable {
  /// Texts of one host, beside the one asked about, that must hold a pair of words.
  public static let recurrence = 2
  /// The same for texts that may be copies of each other.
  public static let manyTexts = 8
  /// How many texts of a pair are looked at, the newest first.
  public static let depth = 32
  /// How many texts are kept.
  public let capacity: Int

  /// What is known about a text when it comes.
  public struct Candidate: Sendable {
    /// The number that ``PassageIndex/insert(_:host:group:)`` gave.
    public let text: Int
    /// The pairs of words that both hold.
    public let shared: Int
  }

  private struct Kept {
    var host: UInt64
    var group: Int
    var keys: [UInt32]
    /// For each key the text before that holds it, and the key's place there; -1 for none.
    var earlier: [Link]
  }
  private struct Link {
    var text: Int32
    var place: Int32
  }
  private var kept: [Kept] = []
  private var newest: [UInt32: Link] = [:]
  /// The number of texts that came; the last ``capacity`` of them are kept, text n in place n modulo ``capacity``.
  private var count = 0

  /// Makes an index of the last `capacity` texts.
  public init(capacity: Int) {
    precondition(capacity > 0, "an index holds a text")
    self.capacity = capacity
  }

  /// The key of two adjacent words.
  private static func key(_ a: UInt32, _ b: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(UInt64(a) << 32 | UInt64(b)))
  }

  /// The texts that hold pairs of `words`, the ones that hold most first and of these the oldest, and for each word whether it is
  /// furniture of `host` (0: unknown). O(words · depth).
  public func search(_ words: [UInt32], host: UInt64) -> (candidates: [Candidate], furniture: [Bool]) {
    var shared: [Int: Int] = [:]
    var furniture = [Bool](repeating: false, count: words.count)
    var found: [Int] = []
    for i in words.indices.dropLast() {
      found.removeAll(keepingCapacity: true)
      if walk(Self.key(words[i], words[i + 1]), host: host, &found) {
        furniture[i] = true
        furniture[i + 1] = true
      } else {
        for text in found { shared[text, default: 0] += 1 }
      }
    }
    let candidates = shared.map { Candidate(text: $0.key, shared: $0.value) }
    return (candidates.sorted { ($1.shared, $0.text) < ($0.shared, $1.text) }, furniture)
  }

  /// Adds the texts of a pair to `found`; returns whether the pair is furniture of `host`.
  private func walk(_ key: UInt32, host: UInt64, _ found: inout [Int]) -> Bool {
    var link = newest[key] ?? Link(text: -1, place: 0)
    var steps = 0
    var first: Int?
    var (texts, groups) = (0, 0)
    while link.text >= 0, isKept(Int(link.text)), steps < Self.depth {
      let text = kept[Int(link.text) % capacity]
      found.append(Int(link.text))
      if host != 0, text.host == host {
        texts += 1
        if text.group != first { groups += 1 }
        first = first ?? text.group
      }
      link = text.earlier[Int(link.place)]
      steps += 1
    }
    return groups >= Self.recurrence || texts >= Self.manyTexts
  }

  /// Keeps a text; returns its number. `group` is the number of the text that it is a copy of, nil for none. O(words).
  public mutating func insert(_ words: [UInt32], host: UInt64, copyOf original: Int?) -> Int {
    let text = count
    if text >= capacity { forget(text - capacity) }
    var keys = zip(words, words.dropFirst()).map(Self.key)
    keys.sort()
    var unique: [UInt32] = []
    for key in keys where unique.last != key { unique.append(key) }
    var earlier: [Link] = []
    earlier.reserveCapacity(unique.count)
    for (place, key) in unique.enumerated() {
      let last = newest.updateValue(Link(text: Int32(text), place: Int32(place)), forKey: key)
      earlier.append(last ?? Link(text: -1, place: 0))
    }
    let group = original.flatMap { isKept($0) ? kept[$0 % capacity].group : nil } ?? text
    let made = Kept(host: host, group: group, keys: unique, earlier: earlier)
    if text < capacity { kept.append(made) } else { kept[text % capacity] = made }
    count += 1
    return text
  }

  /// Whether text `number` is still kept.
  public func isKept(_ number: Int) -> Bool { number >= 0 && number < count && number + capacity >= count }

  private mutating func forget(_ number: Int) {
    for key in kept[number % capacity].keys where newest[key].map({ Int($0.text) == number }) ?? false {
      newest[key] = nil
    }
  }
}
