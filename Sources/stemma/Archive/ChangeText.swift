import Archive
import Briefing

/// What a version changed, for people.
enum ChangeText {
  /// In one line.
  static func summary(_ change: VersionChange) -> String {
    let counts = [("added", change.added), ("dropped", change.dropped), ("altered", change.altered)].filter {
      !$0.1.isEmpty
    }.map { "\(Plural.text($0.1.count, "claim")) \($0.0)" }
    return ([kind(change.kind)] + counts).joined(separator: " · ")
  }

  static func kind(_ kind: VersionChange.Kind) -> String {
    switch kind {
    case .first: "first version"
    case .layout: "only the page around the words changed"
    case .correction: "corrected, with a notice"
    case .update: "updated, as the page says"
    case .silent: "changed without a word about it"
    }
  }

  /// Line by line: `+` added, `-` dropped, `~` altered.
  static func lines(_ change: VersionChange) -> [String] {
    (change.notice.map { ["  the notice: “\(Plain.line($0))”"] } ?? [])
      + change.dropped.compactMap { $0.before.map { "  - \(Plain.line($0))" } }
      + change.added.compactMap { $0.after.map { "  + \(Plain.line($0))" } }
      + change.altered.flatMap { one in
        ["  ~ \(Plain.line(one.before ?? ""))", "    → \(Plain.line(one.after ?? ""))"]
      }
  }
}

/// Words of articles, fit for a terminal: one line, without control characters.
enum Plain {
  static func line(_ text: String) -> String { clean(text, keepsEnds: true) }
}
