import Foundation

/// The addresses that relative ones are read against (XML Base).
struct XMLBases {
  private var stack: [(depth: Int, base: String)] = []

  /// What holds here; nil where nothing is said.
  var current: String? { stack.last?.base }

  /// Notes the `xml:base` of the element at `depth`.
  mutating func enter(_ depth: Int, _ base: String?) {
    guard let base, !base.isEmpty, base.utf8.count < 4096 else { return }
    stack.append((depth, Self.absolute(base, current)))
  }

  /// Forgets what the element at `depth` said.
  mutating func leave(_ depth: Int) {
    if stack.last?.depth == depth { stack.removeLast() }
  }

  /// `address` as seen from `base`; as it is where it is whole, or nothing is to be done.
  static func absolute(_ address: String, _ base: String?) -> String {
    guard !address.contains("://"), !address.isEmpty, let base, let root = URL(string: base) else { return address }
    return URL(string: address, relativeTo: root)?.absoluteString ?? address
  }
}
