import Foundation
import NewsModel

/// What a container told about a document, as JSON; nil where it told nothing.
enum HintsCoding {
  private struct Fields: Codable {
    var url, title, outlet, published, modified, fetched, language, section: String?
    var byline: [String]?
    var byCaller: Bool?
  }

  /// What stands in nearly all hints. It is part of the layout: never change it.
  private static let dictionary = Array(
    #"{"byCaller":true,"byline":["","fetched":"20"language":"es","language":"en","modified":"20"outlet":"","published":"20T00:00+00:00Z","section":"","title":"","url":"https://www..com/20.html"}"#
      .utf8)[...]

  static func data(_ hints: RawDocument.Hints) -> Data? {
    guard hints != RawDocument.Hints() else { return nil }
    let fields = Fields(
      url: hints.url, title: hints.title, outlet: hints.outlet, published: hints.published?.description,
      modified: hints.modified?.description, fetched: hints.fetched?.description, language: hints.language?.code,
      section: hints.section, byline: hints.byline.isEmpty ? nil : hints.byline,
      byCaller: hints.publishedByCaller ? true : nil)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(fields)).map { Data(Packed.bytes(Array($0), dictionary: dictionary)) }
  }

  static func hints(_ data: Data?) -> RawDocument.Hints {
    var hints = RawDocument.Hints()
    guard let data, let json = Packed.unpack(Array(data), dictionary: dictionary),
      let fields = try? JSONDecoder().decode(Fields.self, from: Data(json))
    else { return hints }
    hints.url = fields.url
    hints.title = fields.title
    hints.outlet = fields.outlet
    hints.published = fields.published.flatMap { Timestamp(iso: $0) }
    hints.modified = fields.modified.flatMap { Timestamp(iso: $0) }
    hints.fetched = fields.fetched.flatMap { Timestamp(iso: $0) }
    hints.language = fields.language.map { LanguageCode($0) }
    hints.section = fields.section
    hints.byline = fields.byline ?? []
    hints.publishedByCaller = fields.byCaller ?? false
    return hints
  }

  /// `hints`, with what they leave open filled from `more`.
  static func filled(_ hints: RawDocument.Hints, from more: RawDocument.Hints) -> RawDocument.Hints {
    var filled = hints
    filled.title = hints.title ?? more.title
    if hints.byline.isEmpty { filled.byline = more.byline }
    if hints.published == nil {
      filled.published = more.published
      filled.publishedByCaller = more.publishedByCaller
    }
    filled.modified = hints.modified ?? more.modified
    filled.fetched = hints.fetched ?? more.fetched
    filled.language = hints.language ?? more.language
    filled.section = hints.section ?? more.section
    return filled
  }
}
