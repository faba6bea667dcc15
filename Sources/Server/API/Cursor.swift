import Foundation

/// Where a list goes on; it fits the list that it was given for and no other.
struct Cursor: Sendable {
  var list: String
  var from: Int

  /// `A-Z a-z 0-9 - _` only.
  var text: String {
    Data("\(from) \(list)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }

  /// Where the list called `list` goes on; 0 without a cursor.
  static func start(of list: String, _ text: String?) throws(Problem) -> Int {
    guard let text, !text.isEmpty else { return 0 }
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let encoded = text.replacing("-", with: "+").replacing("_", with: "/") + padding
    guard text.utf8.count < 2_000, let data = Data(base64Encoded: encoded) else { throw Problem(.badRequest, "cursor") }
    let parts = String(decoding: data, as: UTF8.self).split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let from = Int(parts[0]), (0...1_000_000).contains(from), parts[1] == list else {
      throw Problem(.badRequest, "cursor")
    }
    return from
  }
}

extension Asked {
  /// A number of the query within bounds.
  func number(_ name: String, in range: ClosedRange<Int>, or usual: Int) throws(Problem) -> Int {
    guard let text = query[name] else { return usual }
    guard let number = Int(text), range.contains(number) else {
      throw Problem(.badRequest, "parameter", "\(name): \(range.lowerBound) – \(range.upperBound)")
    }
    return number
  }
}
