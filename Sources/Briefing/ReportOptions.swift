/// The parts of a report, in their order.
public enum ReportSection: String, Sendable, Hashable, CaseIterable {
  case head, articles, thin, solid, disagree, drift, descent, only, when
}

/// How a report for people is laid out.
public struct ReportOptions: Sendable, Hashable {
  /// Columns.
  public var width: Int
  /// Whether to colour it with ANSI escapes.
  public var color: Bool
  /// The most lines, or nil for all.
  public var lines: Int?
  /// The sections wanted; empty for all.
  public var sections: [ReportSection]
  /// Every claim, not only those that matter most.
  public var allClaims: Bool

  /// Makes options.
  public init(
    width: Int = 100, color: Bool = false, lines: Int? = nil, sections: [ReportSection] = [], allClaims: Bool = false
  ) {
    self.width = width
    self.color = color
    self.lines = lines
    self.sections = sections
    self.allClaims = allClaims
  }
}
