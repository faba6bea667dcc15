/// Finds one kind of thing in one text. `Input` holds what it builds on (sentences, mentions, times); the same input gives
/// the same answer, and no input makes it fail.
public protocol Annotator: Sendable {
  associatedtype Input: Sendable
  associatedtype Annotation: Sendable
  /// The annotations of `input`, in the order of the text.
  func annotate(_ input: Input) -> [Annotation]
}
