import Foundation
import Lexicon

/// The tables of this target, `Resources/<language>/`.
enum SourcingTables {
  /// Each language's rows of a table, by the name of its folder, in order; no rows where it lacks the table.
  static func rows(_ table: String) -> [(language: String, rows: [[String]])] {
    let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
    return ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).sorted().map {
      ($0, TableFile(root.appendingPathComponent($0).appendingPathComponent(table)).rows)
    }
  }
}
