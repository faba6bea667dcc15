import Foundation

/// A JSON value of a shape that others define: an export format, a protocol. What the contract itself defines has types of its own.
///
/// ```swift
/// let value: JSONValue = ["type": "Article", "count": 3, "url": JSONValue(article.url)]
/// try JSONText.line(value.withoutAbsent)
/// ```
public enum JSONValue: Codable, Sendable, Hashable {
  case null
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// A text, or `null`.
  public init(_ text: String?) { self = text.map(JSONValue.text) ?? .null }
  /// A whole number, or `null`.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
  /// A number, or `null`.
  public init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
  /// A list of texts.
  public init(_ texts: some Sequence<String>) { self = .list(texts.map(JSONValue.text)) }

  /// What any encodable value is as JSON.
  public init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(try JSONLineEncoder.encode(value)))
  }

  /// The same without members that are `null` or an empty list, at any depth. O(size).
  public var withoutAbsent: JSONValue {
    switch self {
    case .list(let items): .list(items.map(\.withoutAbsent))
    case .object(let members):
      .object(members.mapValues(\.withoutAbsent).filter { $0.value != .null && $0.value != .list([]) })
    default: self
    }
  }

  /// A member of an object; nil for what is none, or lacks it.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
  /// The text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The whole number, if it is one.
  public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The items, if it is a list.
  public var list: [JSONValue]? { if case .list(let items) = self { items } else { nil } }

  /// Reads any JSON value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let flag): try container.encode(flag)
    case .integer(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }
}

extension JSONValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  /// An object; of members with one name the last counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
