/// A line of a report before it is laid out: the report's own words, words of articles, and markers.
struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
  enum Run: Hashable, Sendable {
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
  var runs: [Run]

  init(_ runs: [Run] = []) { self.runs = runs }
  init(stringLiteral text: String) { runs = [.plain(text)] }
  static func plain(_ text: String) -> Phrase { Phrase([.plain(text)]) }
  static func words(_ text: String) -> Phrase { Phrase([.words(text)]) }
  static func faint(_ text: String) -> Phrase { Phrase([.faint(text)]) }
  static func marker(_ marker: Marker) -> Phrase { Phrase([.marker(marker)]) }
  /// Article numbers, with blanks between.
  static func articles(_ numbers: [Int]) -> Phrase { numbers.map { Phrase([.article($0)]) }.joined(" ") }
  /// Markers, with blanks between; at most `limit`, and how many more.
  static func markers(_ markers: [Marker], limit: Int = 4) -> Phrase {
    let shown = markers.prefix(limit).map(Phrase.marker).joined(" ")
    return markers.count > limit ? shown + .faint(" +\(markers.count - limit)") : shown
  }
  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.runs + b.runs) }
  var isEmpty: Bool { runs.isEmpty }

  /// The letters alone.
  var text: String {
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
  func joined(_ separator: String) -> Phrase {
    var out = Phrase()
    for phrase in self where !phrase.isEmpty {
      if !out.isEmpty { out.runs.append(.plain(separator)) }
      out.runs += phrase.runs
    }
    return out
  }
}

/// Where words stand: `[2:14]` is article 2, line 14 of its file.
struct Marker: Hashable, Sendable, Comparable {
  /// From 1, in the story's order.
  var article: Int
  /// The line, or `title`, `deck`, `notice` where no line can be told.
  var place: String
  var label: String { "[\(article):\(place)]" }
  /// The name of the place in the HTML page.
  var anchor: String { "a\(article)-p\(place)" }

  static func < (a: Marker, b: Marker) -> Bool {
    a.article != b.article ? a.article < b.article : (Int(a.place) ?? 0, a.place) < (Int(b.place) ?? 0, b.place)
  }
}

/// "1 origin", "2 origins".
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
