/// A person's correction, as a line of the corrections file; replayed on every run.
public struct Correction: Hashable, Sendable {
  /// A thing named by id or by an anchor in an article.
  public enum Reference: Hashable, Sendable {
    case id(String)
    /// Code points of the article's `text`, end exclusive.
    case anchor(article: String, start: Int, end: Int)
  }
  /// What is to be corrected.
  public enum Action: Hashable, Sendable {
    case merge([Reference])
    case split(Reference, from: String)
    case rename(Reference, name: String)
    case sameClaim([Reference])
    case notSameClaim([Reference])
    case notDerived(article: String, from: String)
    case sameStory([String])
    case notSameStory([String])
  }
  /// What is to be corrected, and the things that it is about.
  public var action: Action
  /// Who corrected it.
  public var by: String?
  /// When, as the file says.
  public var at: String?
  /// Why.
  public var why: String?
  /// Makes a correction.
  public init(action: Action, by: String? = nil, at: String? = nil, why: String? = nil) {
    self.action = action
    self.by = by
    self.at = at
    self.why = why
  }
}
