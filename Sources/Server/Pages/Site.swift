import Briefing
import Foundation
import Hummingbird
import Mustache

/// Templates, style sheet and words, read once.
struct Site: Sendable {
  let languages: SiteLanguages
  let style: Reply
  let description: Reply
  private let library: MustacheLibrary
  private let styleAddress: String

  /// Reads them from beside the program.
  init() throws(ServerError) {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Resources")
    do {
      var library = MustacheLibrary()
      try PageTemplates.registerShared(in: &library)
      let html = folder.appendingPathComponent("html")
      let names = try FileManager.default.contentsOfDirectory(atPath: html.path).filter { $0.hasSuffix(".mustache") }
      try PageTemplates.register(names.sorted().map { String($0.dropLast(9)) }, from: html, in: &library)
      self.library = library
      let own = try String(contentsOf: folder.appendingPathComponent("site.css"), encoding: .utf8)
      style = Reply(.css, try PageTemplates.style() + own)
      description = Reply(
        .json, try String(contentsOf: folder.appendingPathComponent("openapi.json"), encoding: .utf8))
      styleAddress = "/style.css?" + Digest.sha256(style.body).prefix(6).hex
    } catch { throw ServerError(.noResources(folder.path)) }
    let words = ["en", "es"].compactMap { SiteWords($0, folder: folder) }
    guard words.count == 2 else { throw ServerError(.noResources(folder.path)) }
    languages = SiteLanguages(all: words)
  }

  /// A page: what every page has, and the content of its own template.
  func page(
    _ template: String, _ content: Any, title: String, for asked: Asked, feed: String? = nil,
    status: HTTPResponse.Status = .ok
  ) -> Reply {
    let frame = Frame(
      title: title, say: asked.words.texts, style: styleAddress, feed: feed,
      query: asked.path == ["search"] ? asked.query["q"] ?? "" : "", others: others(asked), page: Fields(content),
      canEdit: asked.role >= .editor)
    return Reply(.html, library.render(Fields(frame), withTemplate: template) ?? "", status: status)
  }

  /// A text of another kind than a page.
  func text(_ template: String, _ content: Any, _ kind: Reply.Kind, _ words: SiteWords) -> Reply {
    Reply(kind, library.render(Plain(say: words.texts, page: Fields(content)), withTemplate: template) ?? "")
  }

  private struct Plain {
    var say: [String: String]
    var page: Any
  }

  /// What stands around the content.
  private struct Frame {
    var title: String
    var say: [String: String]
    var style: String
    var feed: String?
    var query: String
    /// The other languages, with this page's address in them.
    var others: [Link]
    var page: Any
    var canEdit: Bool
  }
  private func others(_ asked: Asked) -> [Link] {
    languages.all.filter { $0.language != asked.words.language }.map { words in
      var parts = asked.query.list.filter { $0.name != "lang" }
      parts.append(("lang", words.language))
      return Link(
        target: "/" + asked.path.map(Percent.encoded).joined(separator: "/") + "?" + AddressQuery.text(parts),
        label: words("own.name"), language: words.language)
    }
  }
}

/// A link, as templates show it.
struct Link {
  var target: String
  var label: String
  var language = ""
  var isHere = false
}

/// The part of an address behind the `?`.
enum AddressQuery {
  static func text(_ fields: [(name: String, value: String)]) -> String {
    fields.map { "\(Percent.encoded($0.name))=\(Percent.encoded($0.value))" }.joined(separator: "&")
  }
}
