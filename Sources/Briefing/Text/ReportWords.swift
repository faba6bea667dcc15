import Foundation
import Lexicon

/// The report's own words in one language: a table a language, `Resources/<language>/words.tsv`. A row is a key and a text, in which
/// `{0}`, `{1}` … stand for what is filled in; a row of three fields counts things: one, and many.
package struct ReportWords: Sendable {
  /// The language's code.
  package let language: String
  private let rows: [String: [String]]

  /// English.
  package static let english = ReportWords("en")!

  /// The words of a language; nil where there is no table for it.
  package init?(_ language: String) {
    let table = TableFile(ReportWords.folder.appendingPathComponent(language).appendingPathComponent("words.tsv"))
    guard !table.rows.isEmpty else { return nil }
    self.init(language, rows: table.rows)
  }

  /// Words from rows of a table.
  package init(_ language: String, rows: [[String]]) {
    self.language = language
    self.rows = Dictionary(rows.map { ($0[0], Array($0.dropFirst())) }, uniquingKeysWith: { a, _ in a })
  }

  private static var folder: URL { Bundle.module.bundleURL.appendingPathComponent("Resources") }

  /// The keys of the table, in order.
  package var keys: [String] { rows.keys.sorted() }
  /// All texts by key, those that count left out: what templates show.
  package var texts: [String: String] { rows.filter { $0.value.count == 1 }.mapValues { $0[0] } }

  /// The text of `key` with its places filled; the key itself where the table lacks it.
  package func callAsFunction(_ key: String, _ values: String...) -> String { fill(rows[key]?.first ?? key, values) }

  /// "1 origin", "2 origins".
  package func counted(_ number: Int, _ key: String) -> String {
    guard let forms = rows["n." + key], let last = forms.last else { return "\(number) \(key)" }
    return fill(number == 1 ? forms[0] : last, [String(number)])
  }

  /// The form for `number` things, without the number.
  func callAsFunction(_ number: Int, of key: String) -> String {
    let forms = rows["n." + key] ?? [key]
    return number == 1 ? forms[0] : forms[forms.count - 1]
  }

  /// The words of a row whose field is a list.
  func list(_ key: String) -> [String] { (rows[key]?.first ?? "").split(separator: " ").map(String.init) }

  /// `text` with `{0}`, `{1}` … replaced; what is filled in is not looked at again.
  private func fill(_ text: String, _ values: [String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var out = ""
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      out += String(rest[..<open]) ?? ""
      let inside = rest[open...].dropFirst()
      guard let digit = inside.first, inside.dropFirst().first == UInt8(ascii: "}"), (0x30...0x39).contains(digit)
      else {
        out += "{"
        rest = inside
        continue
      }
      let number = Int(digit) - 0x30
      if values.indices.contains(number) { out += values[number] }
      rest = inside.dropFirst(2)
    }
    return out + (String(rest) ?? "")
  }
}
