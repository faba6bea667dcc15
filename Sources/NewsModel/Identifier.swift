/// The name of one `Subject` in the output. Two ids of different subjects cannot be mixed up, or compared.
public struct ID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as it is printed.
  public let raw: String
  /// Wraps an id that was made, or read, elsewhere.
  public init(_ raw: String) { self.raw = raw }
  /// The id as it is printed.
  public var description: String { raw }
  /// By the bytes of the printed form; the order means nothing but is the same on every machine.
  public static func < (a: ID, b: ID) -> Bool { a.raw < b.raw }
}

/// A BCP 47 primary language code, in lower case: "en", "es".
public struct LanguageCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The code.
  public let code: String
  /// Wraps a code; what follows a hyphen or underscore is dropped ("es-MX" is "es").
  public init(_ code: String) {
    self.code = code.lowercased().prefix { $0 != "-" && $0 != "_" }.description
  }
  /// English.
  public static let english = LanguageCode("en")
  /// Spanish.
  public static let spanish = LanguageCode("es")
  /// The code.
  public var description: String { code }
  /// By the code, in alphabetical order.
  public static func < (a: LanguageCode, b: LanguageCode) -> Bool { a.code < b.code }
}

/// Ids made from content.
public enum ContentID {
  /// `prefix` and eight hexadecimal digits of a hash of `parts`; the same parts give the same id on every machine.
  public static func make(_ prefix: String, _ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0x1F) &* 0x100_0000_01B3
    }
    hash ^= hash >> 32
    let digits = String(UInt32(truncatingIfNeeded: hash), radix: 16)
    return prefix + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
