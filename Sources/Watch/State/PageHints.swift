import Intake
import NewsModel

extension WatchItem.Told {
  /// Longer fields are no titles and names.
  private static let longest = 1_000

  init(_ hints: RawDocument.Hints) {
    func short(_ text: String?) -> String? { text.flatMap { $0.utf8.count <= Self.longest ? $0 : nil } }
    outlet = short(hints.outlet)
    published = hints.published?.description
    modified = hints.modified?.description
    byline = hints.byline.isEmpty ? nil : hints.byline.prefix(20).compactMap(short)
  }

  var hints: RawDocument.Hints {
    var hints = RawDocument.Hints()
    hints.outlet = outlet
    hints.byline = byline ?? []
    hints.published = published.flatMap { Timestamp(iso: $0) }
    hints.modified = modified.flatMap { Timestamp(iso: $0) }
    return hints
  }
}
