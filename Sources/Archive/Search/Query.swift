import Foundation
import NewsModel

/// What is searched for: words and phrases, all of which must stand in an article, and what must hold for it.
public struct Query: Sendable, Hashable {
  /// Words that stand next to one another.
  public struct Term: Sendable, Hashable {
    /// Folded, in order.
    public var words: [String]
    /// Whether the last one is only the beginning of a word.
    public var isPrefix = false
  }
  /// A property of claims.
  public enum Property: String, Sendable, Hashable, CaseIterable {
    /// Two outlets or more print it, and all have it from one origin.
    case singleOrigin = "single-origin"
    /// The versions conflict.
    case conflict
  }
  /// What must stand in the article.
  public var terms: [Term] = []
  /// What must not.
  public var excluded: [Term] = []
  /// Names or ids of entities that the article speaks of.
  public var entities: [String] = []
  /// Words of the outlet's name; one of them must hold.
  public var outlets: [String] = []
  /// Language codes, one of which must hold.
  public var languages: [String] = []
  /// The first and the last day of publication.
  public var firstDay, lastDay: Int?
  /// What must hold for a claim; empty where articles are searched.
  public var properties: [Property] = []

  /// The fields that can stand before a colon.
  static let fields = ["entity", "outlet", "date", "lang", "is"]

  /// Reads a query as people type it: `fine "grain ship" entity:"Edda Lunde" outlet:tribune date:2025-03..2025-04 lang:es -wheat harb*
  /// is:single-origin is:conflict`. Throws where a field or its value cannot be read.
  public init(_ text: String) throws(QueryError) {
    for part in QueryPart.parts(of: text) { try add(part) }
    guard self != Query() else { throw QueryError("nothing is searched for; give words, or fields like outlet:NAME") }
    guard (terms + excluded).allSatisfy({ !$0.words.isEmpty }) else {
      throw QueryError("a search needs words of letters or digits; \"\(text)\" has a part without any")
    }
  }

  private init() {}

  private mutating func add(_ part: QueryPart) throws(QueryError) {
    guard let field = part.field else {
      let term = Term(words: FoldedWords(part.value).words, isPrefix: part.isPrefix)
      if part.isExcluded { excluded.append(term) } else { terms.append(term) }
      return
    }
    guard !part.value.isEmpty else { throw QueryError("there is nothing behind \(field): in the search") }
    guard !part.isExcluded else {
      throw QueryError("only words can be left out; -\(field): is not understood")
    }
    switch field {
    case "entity": entities.append(part.value)
    case "outlet": outlets.append(part.value)
    case "lang": languages.append(LanguageCode(part.value).code)
    case "date": try setDays(part.value)
    case "is":
      guard let property = Property(rawValue: part.value) else {
        let known = Property.allCases.map { "is:" + $0.rawValue }.joined(separator: ", ")
        throw QueryError("is:\(part.value) is not known; use \(known)")
      }
      properties.append(property)
    default:
      let known = Self.fields.map { $0 + ":" }.joined(separator: ", ")
      throw QueryError(
        "there is no field \(field):; use \(known), or put the words into quotation marks to search for them")
    }
  }

  private mutating func setDays(_ text: String) throws(QueryError) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    func days(_ end: Substring) throws(QueryError) -> ClosedRange<DayNumber>? {
      guard !end.isEmpty else { return nil }
      guard let date = CalendarDate(iso: end) else {
        throw QueryError(
          "\"\(end)\" is no date; write date:2025, date:2025-12, date:2025-12-11 or date:2025-12-01..2025-12-31")
      }
      return date.days
    }
    guard ends.count <= 2, ends.contains(where: { !$0.isEmpty }) else {
      throw QueryError("\"\(text)\" is no range of dates; write date:2025-12-01..2025-12-31")
    }
    firstDay = try days(ends[0])?.lowerBound.value
    lastDay = try days(ends[ends.count - 1])?.upperBound.value
  }
}

/// Why a search cannot be read, and how to write it.
public struct QueryError: Error, Hashable, CustomStringConvertible {
  /// In a sentence.
  public let description: String
  init(_ description: String) { self.description = description }
}

/// A blank-separated part of a query; quotation marks hold words together.
struct QueryPart {
  var field: String?
  var value = ""
  var isPrefix = false
  var isExcluded = false

  static func parts(of text: String) -> [QueryPart] {
    var parts: [QueryPart] = []
    var part = QueryPart()
    var (isQuoted, wasQuoted) = (false, false)
    func close() {
      if !part.value.isEmpty || part.field != nil { parts.append(part.finished(wasQuoted)) }
      part = QueryPart()
      wasQuoted = false
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "“", "”", "«", "»", "„":
        isQuoted.toggle()
        wasQuoted = true
      case _ where !isQuoted && scalar.properties.isWhitespace: close()
      case ":" where !isQuoted && !wasQuoted && part.field == nil && part.isFieldName:
        (part.field, part.value) = (part.value.lowercased(), "")
        if part.field?.hasPrefix("-") == true {
          part.isExcluded = true
          part.field?.removeFirst()
        }
      default: part.value.unicodeScalars.append(scalar)
      }
    }
    close()
    return parts
  }

  /// Whether what stands before a colon can be the name of a field: letters, and no address.
  private var isFieldName: Bool {
    let name = value.hasPrefix("-") ? value.dropFirst() : value[...]
    return !name.isEmpty && !["http", "https"].contains(name)
      && name.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  private func finished(_ wasQuoted: Bool) -> QueryPart {
    var part = self
    guard field == nil else { return part }
    if part.value.hasPrefix("-"), part.value.utf8.count > 1 {
      part.isExcluded = true
      part.value.removeFirst()
    }
    if !wasQuoted, part.value.hasSuffix("*") {
      part.isPrefix = true
      part.value.removeLast()
    }
    return part
  }
}
