import TextBytes

/// Words that tell to whom one speaks, from `Resources/<language>/`.
struct PressWords: Sendable {
  /// Those to whom one speaks in public: "reporters", "la prensa".
  static let shared = PressWords("press.tsv")
  /// What stands before the one who is spoken to: "with", "a".
  static let addressing = PressWords("addressing.tsv")
  private let words: Set<FoldHash>

  private init(_ table: String) {
    words = Set(SourcingTables.rows(table).flatMap(\.rows).compactMap { $0.first.map { FoldHash($0) } })
  }

  func contains(_ word: FoldHash) -> Bool { words.contains(word) }
}
