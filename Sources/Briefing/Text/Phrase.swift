/// A line of a report before it is laid out: the report's own words, words of articles, and markers.
package struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  package enum Run: Hashable, Sendable {
    /// The report's own words.
    case plain(String)
    /// Words of an article, already fit to be shown.
    case words(String)
    /// What the eye may skip.
    case faint(String)
    /// The place in an article that the words before it stand at.
    case marker(Marker)
    /// An article by its number.
    case article(Int)
  }
  package var runs: [Run]

  package init(_ runs: [Run] = []) { self.runs = runs }
  package init(stringLiteral text: String) { runs = [.plain(text)] }
  package static func plain(_ text: String) -> Phrase { Phrase([.plain(text)]) }
  package static func words(_ text: String) -> Phrase { Phrase([.words(text)]) }
  package static func faint(_ text: String) -> Phrase { Phrase([.faint(text)]) }
  package static func marker(_ marker: Marker) -> Phrase { Phrase([.marker(marker)]) }
  /// Article numbers, with blanks between.
  package static func articles(_ numbers: [Int]) -> Phrase { numbers.map { Phrase([.article($0)]) }.joined(" ") }
  /// Markers, with blanks between; at most `limit`, and how many more.
  package static func markers(_ markers: [Marker], limit: Int = 4) -> Phrase {
    let shown = markers.prefix(limit).map(Phrase.marker).joined(" ")
    return markers.count > limit ? shown + .faint(" +\(markers.count - limit)") : shown
  }
  package static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.runs + b.runs) }
  package var isEmpty: Bool { runs.isEmpty }

  /// The letters alone.
  package var text: String {
    runs.map { run in
      switch run {
      case .plain(let text), .words(let text), .faint(let text): text
      case .marker(let marker): marker.label
      case .article(let number): String(number)
      }
    }.joined()
  }
}

extension Sequence<Phrase> {
  /// The phrases with `separator` between those that say something.
  package func joined(_ separator: String) -> Phrase {
    var out = Phrase()
    for phrase in self where !phrase.isEmpty {
      if !out.isEmpty { out.runs.append(.plain(separator)) }
      out.runs += phrase.runs
    }
    return out
  }
}

/// Where words stand: `[2:14]` is article 2, line 14 of its file.
package struct Marker: Hashable, Sendable, Comparable {
  /// From 1, in the story's order.
  package var article: Int
  /// The line, or `title`, `deck`, `notice` where no line can be told.
  package var place: String
  package var label: String { "[\(article):\(place)]" }
  /// The name of the place in the HTML page.
  package var anchor: String { "a\(article)-p\(place)" }

  package static func < (a: Marker, b: Marker) -> Bool {
    a.article != b.article ? a.article < b.article : (Int(a.place) ?? 0, a.place) < (Int(b.place) ?? 0, b.place)
  }
}

/// "1 origin", "2 origins".
package func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
