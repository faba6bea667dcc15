import Contract
import Foundation
import NewsModel

/// A correction as the page's forms give it.
struct CorrectionForm {
  private let fields: FormFields

  init(_ body: [UInt8]) { fields = FormFields(String(decoding: body, as: UTF8.self), most: 65_536) }

  var code: String? { fields["code"] }
  /// The line of the ledger that is to be taken back.
  var undo: String? { fields["undo"] }

  /// The line for the ledger; nil where the form does not hold what it needs.
  var line: String? {
    var object: [String: Any]
    switch fields["what"] {
    case "merge":
      let entities = values("entity")
      guard entities.count > 1 else { return nil }
      object = ["merge": entities]
    case "rename":
      let name = (fields["name"] ?? "").trimmingWhiteSpace
      guard let entity = values("entity").first, !name.isEmpty, name.utf8.count <= 300 else { return nil }
      object = ["rename": entity, "name": name]
    case "split":
      guard let entity = values("entity").first, let place = fields["place"].flatMap(Self.anchor) else { return nil }
      object = ["split": place, "from": entity]
    case "part":
      let (kept, others) = (fields["kept"].flatMap(Self.anchor), values("place").compactMap(Self.anchor))
      guard let kept, !others.isEmpty else { return nil }
      object = ["notSameClaim": [kept] + others]
    default: return nil
    }
    for (key, most) in [("by", 100), ("why", 500)] {
      let text = (fields[key] ?? "").trimmingWhiteSpace
      if !text.isEmpty { object[key] = String(text.prefix(most)) }
    }
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? JSONSerialization.data(withJSONObject: object, options: options) else { return nil }
    let line = String(decoding: data, as: UTF8.self)
    return (try? CorrectionReader().read(line)) == nil ? nil : line
  }

  private func values(_ name: String) -> [String] { fields.list.filter { $0.name == name }.map(\.value) }

  /// An anchor as a form's value: the article's id, encoded, and code points of its text.
  static func value(_ article: String, _ start: Int, _ end: Int) -> String {
    "\(Percent.encoded(article)):\(start)-\(end)"
  }

  private static func anchor(_ value: String) -> [String: Any]? {
    let parts = value.split(separator: ":")
    let ends = parts.last?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 2, ends.count == 2, ends[0] <= ends[1] else { return nil }
    let article = String(decoding: Percent.decoded(Array(parts[0].utf8)), as: UTF8.self)
    return ["article": article, "start": ends[0], "end": ends[1]]
  }
}

extension House {
  /// Takes a correction, or takes one back, and leads to the page that it came from.
  func correct(_ asked: Asked) async throws -> Reply {
    guard let clerk else { throw Problem(.forbidden, "reads") }
    let form = CorrectionForm(asked.body)
    guard visitors.owns(asked.visitor, code: form.code) else { throw Problem(.forbidden, "form") }
    let id = ID<Story>(asked["story"])
    guard let story = try await readers.read({ try $0.current(id) }) else { throw Problem.notFound(id.raw) }
    if let line = form.undo {
      guard Self.canUndo(line), try await clerk.withdraw(line, from: story) else {
        throw Problem(.unprocessableContent, "correction")
      }
    } else {
      guard let line = form.line else { throw Problem(.unprocessableContent, "correction") }
      try await clerk.correct(line)
    }
    return Reply(seeOther: "/stories/\(story.raw)/correct")
  }
}
