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
    let folder = Bundle.module.bundleURL.appendingPathComponent("Resources/html")
    let library = try makeLibrary(folder)
    let style = try String(contentsOf: folder.appendingPathComponent("style.css"), encoding: .utf8)
    return library.render(HTMLPage(trace, style: style), withTemplate: "page") ?? ""
  }

  /// The templates, each told how to escape.
  private func makeLibrary(_ folder: URL) throws -> MustacheLibrary {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    var library = MustacheLibrary()
    for name in ["page", "story", "claim", "differences", "phrase", "short", "text"] {
      let url = folder.appendingPathComponent(name + ".mustache")
      let text = try String(contentsOf: url, encoding: .utf8)
      // Without its last line break, so that a template can stand inside a line.
      let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
      try library.register("{{% CONTENT_TYPE:\(ScalarEscaping.name)}}" + trimmed, named: name)
    }
    return library
  }
}

/// Escapes scalar by scalar. The library's own escaping goes by characters, in which a quotation mark with a combining accent behind it
/// is another character and passes.
struct ScalarEscaping: MustacheContentType {
  static let name = "SCALAR_HTML"

  func escapeText(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
