/// A value that is written as `null` when it is absent, as the contract asks; reading takes a missing key for `null`.
@propertyWrapper
public struct Nullable<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  /// The value, or nil for `null`.
  public var wrappedValue: Value?
  /// Wraps a value.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }
  /// Reads the value; `null` gives nil. Throws where the JSON holds something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
  }
  /// Writes the value, and `null` for nil: the key is never left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

extension KeyedDecodingContainer {
  /// Reads a nullable value, nil where the key is missing.
  public func decode<Value>(_ type: Nullable<Value>.Type, forKey key: Key) throws -> Nullable<Value> {
    try decodeIfPresent(type, forKey: key) ?? Nullable(wrappedValue: nil)
  }
}
