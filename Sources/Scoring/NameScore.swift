import TextBytes

/// Counts of found and missed names by exact border and type, as CoNLL-2003 counts them.
public struct NameScore: Sendable {
  /// A name with its type, as gold data or a finder gives it.
  public struct Name: Hashable, Sendable {
    /// Its bytes.
    public var span: TextSpan
    /// "PER", "ORG", "LOC".
    public var type: String
    /// Makes a name.
    public init(span: TextSpan, type: String) {
      self.span = span
      self.type = type
    }
  }
  /// Names found with the right borders and type.
  public private(set) var correct = 0
  /// All names found.
  public private(set) var found = 0
  /// All names to find.
  public private(set) var expected = 0

  /// Makes an empty score.
  public init() {}

  /// Adds one text. O(names).
  public mutating func add(found names: Set<Name>, expected gold: Set<Name>) {
    correct += names.intersection(gold).count
    found += names.count
    expected += gold.count
  }
  /// Of the names found, the share that is right.
  public var precision: Double { found == 0 ? 0 : Double(correct) / Double(found) }
  /// Of the names to find, the share that was found.
  public var recall: Double { expected == 0 ? 0 : Double(correct) / Double(expected) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { correct == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

/// A corpus of tokens with BIO tags: `token TAB tag` lines (or `number TAB token TAB tag`), sentences apart by an empty line.
public struct TaggedSentences: Sendable {
  /// The sentences, each a list of token and tag.
  public let sentences: [[(token: String, tag: String)]]

  /// Reads a corpus from its text. O(n).
  public init(text: String) {
    var sentences: [[(String, String)]] = []
    var sentence: [(String, String)] = []
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      if fields.count >= 2 {
        sentence.append(
          (
            String(decoding: fields[fields.count - 2], as: UTF8.self),
            String(decoding: fields[fields.count - 1], as: UTF8.self)
          ))
      } else if !sentence.isEmpty {
        sentences.append(sentence)
        sentence = []
      }
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    self.sentences = sentences
  }

  /// The text of a sentence, tokens parted by spaces, with the names that its tags mark. O(n).
  public static func text(_ sentence: [(token: String, tag: String)]) -> (text: SourceText, names: Set<NameScore.Name>)
  {
    var bytes: [UInt8] = []
    var names: Set<NameScore.Name> = []
    var open: (start: Int, end: Int, type: String)?
    func close() { if let open { names.insert(.init(span: TextSpan(open.start, open.end), type: open.type)) } }
    for (token, tag) in sentence {
      if !bytes.isEmpty { bytes.append(0x20) }
      let start = bytes.count
      bytes += Array(token.utf8)
      let type = tag == "O" ? "" : String(tag.dropFirst(2))
      if let current = open, current.type == type, tag.utf8.first != UInt8(ascii: "B") {
        open = (current.start, bytes.count, type)
      } else {
        close()
        open = type.isEmpty ? nil : (start, bytes.count, type)
      }
    }
    close()
    return (SourceText(repairing: bytes), names)
  }
}
