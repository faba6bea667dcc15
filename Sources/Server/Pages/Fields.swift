import Mustache

/// The fields of a page's content, looked at once: a template asks for them over and over, and reflection would go through all of them each time.
struct Fields: MustacheParent {
  private var values: [String: Any] = [:]

  /// The stored properties of `content` that are not nil.
  init(_ content: Any) {
    for (label, value) in Mirror(reflecting: content).children {
      let mirror = Mirror(reflecting: value)
      let held: Any? = mirror.displayStyle == .optional ? mirror.children.first?.value : .some(value)
      if let label, let held { values[label] = held }
    }
  }

  func child(named name: String) -> Any? { values[name] }
}
