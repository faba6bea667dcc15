import Foundation
import Lexicon
import NewsModel
import TextBytes

/// The tables of one language, compiled: its words, and its rules with the optional parts written out.
///
/// A rule has three columns: a result, a pattern, and fields that it sets.
/// ```
/// day	$month $dom ,? $year
/// timex	<day>
/// timex	<span> ago	sense=-1
/// ```
/// A pattern element is a word (`ago`, or `in|on`), a category of the word tables (`$month`), an earlier result (`<day>`), with `?` where it may be
/// missing. A category sets the field of its name; `day:$number` sets another, `_:$number` none. `[x]` must stand before or
/// behind without being a part; `![x]` must not; `[*]` is any word, `![*]` none: the
/// sentence begins or ends there. The result `timex` is an expression, `none` one that is not.
struct TimeGrammar: Sendable {
  /// What a word means in a category, and when.
  struct Entry: Sendable {
    var category: UInt16
    var value: Int16
    var conditions: Conditions
    /// The further words of a phrase, as a range of ``rests``.
    var rest: Range<Int32>
  }
  /// When a word of the tables counts.
  struct Conditions: OptionSet, Sendable {
    let rawValue: UInt8
    /// Capitalised.
    static let capital = Conditions(rawValue: 1)
    /// Not where capitals around it make it a person's or a place's name.
    static let noName = Conditions(rawValue: 2)
    /// Only beside a number.
    static let besideNumber = Conditions(rawValue: 4)
    /// Not at all a sign that the sentence tells a time.
    static let weak = Conditions(rawValue: 8)
    /// Not capitalised within a sentence.
    static let small = Conditions(rawValue: 16)
    static let names: [String: Conditions] = [
      "cap": .capital, "name": .noName, "lower": .noName, "beside-number": .besideNumber, "weak": .weak,
      "small": .small,
    ]
  }
  struct Element: Sendable {
    /// The categories that fit; empty for any word.
    var categories: [UInt16]
    /// The field that the value goes to: nil for the category's own; -1 for none.
    var field: Int?
    var negated = false
  }
  /// A rule without optional parts. A class, so that trying one copies nothing.
  final class Rule: Sendable {
    let result: UInt16
    /// Elements that stand before, the nearest first.
    let behind: [Element]
    let elements: [Element]
    /// Elements that follow.
    let ahead: [Element]
    let settings: TimeMeaning
    /// Its line in the table: where two rules fit the same words the earlier holds.
    let order: Int32

    init(
      result: UInt16, behind: [Element], elements: [Element], ahead: [Element], settings: TimeMeaning, order: Int32
    ) {
      self.result = result
      self.behind = behind
      self.elements = elements
      self.ahead = ahead
      self.settings = settings
      self.order = order
    }
  }

  private(set) var categories: [String: UInt16] = [:]
  /// The field that a category sets, by category; -1 for none.
  private(set) var fields: [Int] = []
  private(set) var words: [FoldHash: Range<Int32>] = [:]
  private(set) var entries: [Entry] = []
  private(set) var rests: [FoldHash] = []
  private(set) var rules: [Rule] = []
  /// The rules whose first element fits a category, by category.
  private(set) var starts: [[Int32]] = []
  private(set) var settings: [String: String] = [:]
  /// The category of "st", "nd", "º" behind digits.
  private(set) var ordinalSuffix: UInt16 = .max
  /// The category of the letter between hours and minutes in "14h30".
  private(set) var clockMark: UInt16 = .max
  /// Words that tell that what follows lies ahead, or behind.
  private(set) var futureCue: UInt16 = .max, pastCue: UInt16 = .max
  /// Words that do so only right before the expression ("until").
  private(set) var aheadCue: UInt16 = .max
  /// Categories of digits, which no table lists.
  private(set) var numeric = NumericCategories()

  /// Every language that has rules, by code.
  static let all: [LanguageCode: TimeGrammar] = {
    var all: [LanguageCode: TimeGrammar] = [:]
    for name in timesResources.languages {
      let grammar = TimeGrammar(folder: timesResources[name])
      if !grammar.rules.isEmpty { all[LanguageCode(name)] = grammar }
    }
    return all
  }()

  init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let tables = names.filter {
      $0.hasSuffix(".tsv") && !["rules.tsv", "publication.tsv", "settings.tsv"].contains($0)
    }
    self.init(
      words: tables.sorted().flatMap { TableFile(path: "\(folder)/\($0)").rows },
      rules: TableFile(path: "\(folder)/rules.tsv").rows,
      settings: TableFile(path: "\(folder)/settings.tsv").rows)
  }

  /// Compiles tables. O(words + rules written out).
  init(words wordRows: [[String]], rules ruleRows: [[String]], settings settingRows: [[String]]) {
    for name in NumericCategories.names { _ = category(name) }
    numeric = NumericCategories(categories)
    for row in settingRows where row.count >= 2 { settings[row[0]] = row[1] }
    var byWord: [FoldHash: [Entry]] = [:]
    for row in wordRows where row.count >= 2 { addWord(row, &byWord) }
    for (order, row) in ruleRows.enumerated() where row.count >= 2 { addRule(row, Int32(order), &byWord) }
    for key in byWord.keys.sorted() {
      let start = Int32(entries.count)
      entries.append(contentsOf: byWord[key] ?? [])
      words[key] = start..<Int32(entries.count)
    }
    ordinalSuffix = categories["ordinalSuffix"] ?? .max
    clockMark = categories["clockMark"] ?? .max
    futureCue = categories["futureCue"] ?? .max
    pastCue = categories["pastCue"] ?? .max
    aheadCue = categories["aheadCue"] ?? .max
    starts = Array(repeating: [], count: categories.count)
    for (number, rule) in rules.enumerated() {
      for category in rule.elements[0].categories { starts[Int(category)].append(Int32(number)) }
    }
  }

  /// The number of a category; made when first named.
  private mutating func category(_ name: String) -> UInt16 {
    if let known = categories[name] { return known }
    let number = UInt16(categories.count)
    categories[name] = number
    fields.append(TimeField.allCases.first { "\($0)" == name }?.rawValue ?? NumericCategories.fields[name] ?? -1)
    return number
  }

  private mutating func addWord(_ row: [String], _ byWord: inout [FoldHash: [Entry]]) {
    var conditions: Conditions = []
    if row.count > 3 {
      for name in row[3].split(separator: " ") { conditions.formUnion(Conditions.names[String(name)] ?? []) }
    }
    let value = row.count > 2 ? TimeMeaning.number(row[2]) ?? 0 : 0
    add(row[0], category(row[1]), value, conditions, &byWord)
  }

  private mutating func add(
    _ phrase: String, _ category: UInt16, _ value: Int, _ conditions: Conditions, _ byWord: inout [FoldHash: [Entry]]
  ) {
    let parts = phrase.split(separator: " ").map { FoldHash(String($0)) }
    guard let first = parts.first else { return }
    let start = Int32(rests.count)
    rests.append(contentsOf: parts.dropFirst())
    byWord[first, default: []].append(
      Entry(
        category: category, value: Int16(clamping: value), conditions: conditions, rest: start..<Int32(rests.count)))
  }
}

extension TimeGrammar {
  private struct Written {
    var element: Element
    var optional: Bool
    var context: Bool
  }

  fileprivate mutating func addRule(_ row: [String], _ order: Int32, _ byWord: inout [FoldHash: [Entry]]) {
    let written = row[1].split(separator: " ").map { read(String($0), &byWord) }
    var settings = TimeMeaning()
    for part in row.count > 2 ? row[2].split(separator: " ") : [] {
      let sides = part.split(separator: "=")
      guard sides.count == 2, let field = TimeField.allCases.first(where: { "\($0)" == String(sides[0]) }) else {
        continue
      }
      settings[field] = TimeMeaning.number(String(sides[1]))
    }
    let result = category("<" + row[0] + ">")
    let optional = written.indices.filter { written[$0].optional }
    for choice in 0..<(1 << optional.count) {
      let kept = written.indices.filter { index in
        optional.firstIndex(of: index).map { choice & (1 << $0) == 0 } ?? true
      }
      guard let first = kept.first(where: { !written[$0].context }),
        let last = kept.last(where: { !written[$0].context })
      else { continue }
      rules.append(
        Rule(
          result: result, behind: kept.filter { $0 < first }.reversed().map { written[$0].element },
          elements: kept.filter { $0 >= first && $0 <= last }.map { written[$0].element },
          ahead: kept.filter { $0 > last }.map { written[$0].element }, settings: settings, order: order))
    }
  }

  private mutating func read(_ text: String, _ byWord: inout [FoldHash: [Entry]]) -> Written {
    var text = text[...]
    var written = Written(element: Element(categories: [], field: nil), optional: false, context: false)
    if text.hasSuffix("?"), text.utf8.count > 1 {
      written.optional = true
      text = text.dropLast()
    }
    if text.hasSuffix("?]"), text.utf8.count > 3 {
      written.optional = true
      text = text.dropLast(2) + "]"
    }
    if text.hasPrefix("!["), text.hasSuffix("]") {
      written.element.negated = true
      text = text.dropFirst()
    }
    if text.hasPrefix("["), text.hasSuffix("]") {
      written.context = true
      text = text.dropFirst().dropLast()
    }
    if text == "*" { return written }
    if let colon = text.firstIndex(of: ":"), colon != text.startIndex, text.utf8.count > 1 {
      let name = String(text[..<colon])
      written.element.field = TimeField.allCases.first { "\($0)" == name }?.rawValue ?? -1
      text = text[text.index(after: colon)...]
    }
    for part in text.split(separator: "|") {
      if part.hasPrefix("$") {
        written.element.categories.append(category(String(part.dropFirst())))
      } else if part.hasPrefix("<") {
        written.element.categories.append(category(String(part)))
      } else {
        let isNew = categories["'" + part] == nil
        let number = category("'" + part)
        if isNew { add(part.replacing("_", with: " "), number, 0, .weak, &byWord) }
        written.element.categories.append(number)
      }
    }
    return written
  }
}

extension TimeGrammar {
  fileprivate mutating func add(
    _ phrase: some StringProtocol, _ category: UInt16, _ value: Int, _ conditions: Conditions,
    _ byWord: inout [FoldHash: [Entry]]
  ) {
    add(String(phrase), category, value, conditions, &byWord)
  }
}

/// The categories that digits have by their shape.
struct NumericCategories: Sendable {
  static let names = [
    "number", "dom", "year", "time", "hourNumber", "yy", "isoDate", "decade", "shortDecade", "ordinal", "dotTime",
    "noun", "capital", "plural", "dayDigits", "tenDigits", "clockDigits",
  ]
  static let fields: [String: Int] = [
    "number": TimeField.amount.rawValue, "dom": TimeField.day.rawValue, "year": TimeField.year.rawValue,
    "time": TimeField.clock.rawValue, "hourNumber": TimeField.hour.rawValue, "dotTime": TimeField.clock.rawValue,
    "ordinal": -1, "yy": -1, "isoDate": -1, "noun": -1, "capital": -1, "plural": -1, "dayDigits": -1, "tenDigits": -1,
    "clockDigits": -1,
  ]
  var number: UInt16 = 0, dayOfMonth: UInt16 = 0, year: UInt16 = 0, time: UInt16 = 0, hour: UInt16 = 0
  var twoDigits: UInt16 = 0, isoDate: UInt16 = 0, decade: UInt16 = 0, shortDecade: UInt16 = 0, ordinal: UInt16 = 0,
    dotTime: UInt16 = 0
  var noun: UInt16 = 0, capital: UInt16 = 0, plural: UInt16 = 0
  var dayDigits: UInt16 = 0, tenDigits: UInt16 = 0, clockDigits: UInt16 = 0

  init() {}
  init(_ categories: [String: UInt16]) {
    func of(_ name: String) -> UInt16 { categories[name] ?? 0 }
    number = of("number")
    dayOfMonth = of("dom")
    year = of("year")
    time = of("time")
    hour = of("hourNumber")
    twoDigits = of("yy")
    isoDate = of("isoDate")
    decade = of("decade")
    shortDecade = of("shortDecade")
    ordinal = of("ordinal")
    dotTime = of("dotTime")
    noun = of("noun")
    capital = of("capital")
    plural = of("plural")
    dayDigits = of("dayDigits")
    tenDigits = of("tenDigits")
    clockDigits = of("clockDigits")
  }
}
