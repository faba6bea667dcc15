import Entities
import Languages
import NewsModel
import TestSupport
import TextBytes

/// What a text is read as: its findings and the spans marked in it.
struct Sample {
  let text: SourceText
  let marks: [TextSpan]
  let findings: EntityFindings

  /// Reads `source`, a paragraph a line, marked with ⟦ ⟧.
  init(_ source: String, _ language: String) {
    let (text, marks) = TestSupport.marked(source)
    self.text = text
    self.marks = marks
    findings = EntityFinder().find(in: LanguageReader().read(text, language: LanguageCode(language)))
  }

  /// The words of the mentions of a kind and type, in order.
  func words(_ kind: Mention.Kind, _ type: EntityType? = nil) -> [String] {
    findings.mentions.filter { $0.kind == kind && (type == nil || $0.type == type) }.map { text[$0.span] }
  }
  var marked: [String] { marks.map { text[$0] } }
  /// The entity of the mention at the marked span number `n`.
  func entity(_ n: Int) -> Entity? {
    mention(n).flatMap { $0.entity }.map { findings.entities[$0] }
  }
  func mention(_ n: Int) -> Mention? { findings.mentions.first { $0.span == marks[n] } }
}
