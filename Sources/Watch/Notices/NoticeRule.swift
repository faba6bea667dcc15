import Archive
import TextBytes

/// What somebody wants to be told of: a line of a file of rules.
///
/// ```
/// # a claim gains another origin that does not stand on the first
/// origin-gained  Edda Lunde
/// conflict       grain ship
/// new-story      ferry
/// story          Port Halden
/// ```
public struct NoticeRule: Sendable, Hashable {
  /// What happens to a story.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A claim has two origins or more for certain, and had fewer.
    case originGained = "origin-gained"
    /// The versions of a claim conflict, and did not.
    case conflict
    /// A story opens.
    case newStory = "new-story"
    /// A story gains an article.
    case story
  }
  /// What must happen.
  public let kind: Kind
  /// The words as they were given; none hold for everything.
  public let words: String
  let folded: [String]

  /// Why a file of rules cannot be read.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let description: String
  }

  /// Reads a file: a rule a line, its kind, white space, its words. Lines that are empty or begin with `#` say nothing.
  public static func read(_ text: String) throws(Failure) -> [NoticeRule] {
    var rules: [NoticeRule] = []
    for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let parts = line.split(maxSplits: 1) { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      guard let word = parts.first, !word.hasPrefix("#") else { continue }
      guard let kind = Kind(rawValue: word) else {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(line: number + 1, description: "line \(number + 1): \"\(word.prefix(40))\" is none of \(known)")
      }
      rules.append(NoticeRule(kind, parts.dropFirst().first ?? ""))
    }
    return rules
  }

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    folded = FoldedWords(words).words
    self.words = words.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// The rule as a line.
  public var text: String { words.isEmpty ? kind.rawValue : "\(kind.rawValue) \(words)" }
}
