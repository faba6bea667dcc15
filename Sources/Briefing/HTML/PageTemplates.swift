import Foundation
import Mustache

/// The templates that pages about a story share, whoever lays them out. What a marker and an article's number lead to differs from page to
/// page: who uses them registers the templates `markerTarget` and `articleTarget`.
package enum PageTemplates {
  /// `phrase`, `claim` and `differences`.
  package static let shared = ["phrase", "claim", "differences"]

  /// Registers the templates of these names that lie in `folder`, each told how to escape.
  package static func register(_ names: [String], from folder: URL, in library: inout MustacheLibrary) throws {
    for name in names {
      let url = folder.appendingPathComponent(name + ".mustache")
      try register(String(contentsOf: url, encoding: .utf8), named: name, in: &library)
    }
  }

  /// Registers the templates that all pages share.
  package static func registerShared(in library: inout MustacheLibrary) throws {
    try register(shared, from: folder, in: &library)
  }

  /// Registers one template.
  package static func register(_ text: String, named name: String, in library: inout MustacheLibrary) throws {
    _ = isEscapingKnown
    // Without its last line break, so that a template can stand inside a line.
    let trimmed = text.hasSuffix("\n") ? String(text.dropLast()) : text
    try library.register("{{% CONTENT_TYPE:\(ScalarEscaping.name)}}" + trimmed, named: name)
  }

  /// The library keeps content types in one place, without a lock: it is told once.
  private static let isEscapingKnown: Bool = {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    return true
  }()

  /// The style sheet of the report.
  package static func style() throws -> String {
    try String(contentsOf: folder.appendingPathComponent("style.css"), encoding: .utf8)
  }

  static var folder: URL { Bundle.module.bundleURL.appendingPathComponent("Resources/html") }
}
