import NewsModel

/// The report as Markdown.
public struct MarkdownReport: Sendable {
  /// Makes a report.
  public init(options: ReportOptions = ReportOptions()) {}
  /// The report on every story.
  public func render(_ trace: Trace) -> String { "" }
}

/// The report as one self-contained HTML page.
public struct HTMLReport: Sendable {
  /// Makes a report.
  public init() {}
  /// The page.
  public func render(_ trace: Trace) throws -> String { "" }
}

/// How conclusions were reached.
public struct Explanation: Sendable {
  /// Makes an explanation of one trace.
  public init(_ trace: Trace) {}
  /// What `id` rests on; nil where nothing has that id.
  public func explain(_ id: String) -> String? { nil }
}
