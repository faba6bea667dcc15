import Foundation
import Mustache
import NewsModel

/// The report as one self-contained HTML page: no script, nothing loaded, readable on paper and with a screen reader.
///
/// Every claim opens its passages; markers lead to the words in the articles at the end. Article text is escaped scalar by scalar.
public struct HTMLReport: Sendable {
  /// Makes a report.
  public init() {}

  /// The page on every story, the largest first; it throws where the page's templates cannot be read. O(size of the trace).
  public func render(_ trace: Trace) throws -> String {
    var library = MustacheLibrary()
    try PageTemplates.registerShared(in: &library)
    try PageTemplates.register(["page", "story", "short", "text"], from: PageTemplates.folder, in: &library)
    try PageTemplates.register("#{{prefix}}{{.anchor}}", named: "markerTarget", in: &library)
    try PageTemplates.register("#{{prefix}}a{{.}}", named: "articleTarget", in: &library)
    return library.render(HTMLPage(trace, style: try PageTemplates.style()), withTemplate: "page") ?? ""
  }
}

/// Escapes as ``HTMLText`` does; the library's own escaping goes by characters.
struct ScalarEscaping: MustacheContentType {
  static let name = "SCALAR_HTML"

  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
