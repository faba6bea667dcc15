import Briefing
import Foundation
import Lexicon

/// The interface in one language: the server's own words, and those of the report.
struct SiteWords: Sendable {
  let language: String
  let site: ReportWords
  let report: ReportWords
  /// What templates show: keys without points.
  let texts: [String: String]

  init?(_ language: String, folder: URL) {
    let table = TableFile(folder.appendingPathComponent(language).appendingPathComponent("words.tsv"))
    guard !table.rows.isEmpty, let report = ReportWords(language) else { return nil }
    self.language = language
    site = ReportWords(language, rows: table.rows)
    self.report = report
    texts = report.texts.merging(site.texts) { $1 }.merging(["lang": language]) { $1 }
  }

  func callAsFunction(_ key: String) -> String { site(key) }
  func counted(_ number: Int, _ key: String) -> String { site.counted(number, key) }
}

/// The languages that the interface speaks; the first is the one for everybody else.
struct SiteLanguages: Sendable {
  let all: [SiteWords]

  /// The words of a code ("es"), or nil.
  func words(_ code: String?) -> SiteWords? { all.first { $0.language == code } }

  /// The words that a browser prefers (RFC 9110, 12.5.4), as far as there are any.
  func preferred(_ accept: String?) -> SiteWords {
    var best: (words: SiteWords, weight: Double)?
    for part in (accept ?? "").split(separator: ",").prefix(32) {
      let fields = part.split(separator: ";")
      let range = fields.first.map { $0.drop { $0 == " " }.lowercased() } ?? ""
      let weight = fields.dropFirst().compactMap { Self.quality($0) }.first ?? 1
      let code = range.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != 0x20 }
      guard weight > best?.weight ?? 0, let words = words(String(code)) else { continue }
      best = (words, weight)
    }
    return best?.words ?? all[0]
  }

  private static func quality(_ field: Substring) -> Double? {
    let field = field.drop { $0 == " " }
    return field.hasPrefix("q=") ? Double(field.dropFirst(2).prefix { $0 != " " }) : nil
  }
}
