import NewsModel

/// What people decided about articles and stories, by their ids.
struct Decisions: Sendable {
  private(set) var same: [String: [String]] = [:]
  private(set) var apart: [String: [String]] = [:]

  init(_ corrections: [Correction]) {
    for correction in corrections { add(correction.action) }
  }

  mutating func add(_ action: Correction.Action) {
    switch action {
    case .sameStory(let names): Self.pair(names, in: &same)
    case .notSameStory(let names): Self.pair(names, in: &apart)
    default: break
    }
  }

  private static func pair(_ names: [String], in table: inout [String: [String]]) {
    for name in names { table[name, default: []] += names.filter { $0 != name } }
  }
}
