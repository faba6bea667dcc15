import NewsModel
import Testing

@testable import Languages

/// Invented sentences; the marked words have the classes told.
@Suite("Portuguese words, read by tables alone")
struct PortugueseTests {
  @Test(
    "verbs that tell a past are past and finite",
    arguments: [
      "A ministra ⟦negou⟧ tudo.", "A ponte ⟦caiu⟧ de noite.", "O juiz ⟦disse⟧ que não.", "Os navios ⟦foram⟧ retidos.",
      "A chuva ⟦inundava⟧ a rua.", "Elas ⟦fizeram⟧ greve.",
    ])
  func past(_ source: String) {
    for token in markedTokens(source, LanguageCode("pt")) { #expect(token.classes.isSuperset(of: [.past, .finite])) }
  }

  @Test(
    "verbs that tell a future are future",
    arguments: [
      "A ponte ⟦será⟧ reaberta.", "O juiz ⟦decidirá⟧ logo.", "As lojas ⟦abrirão⟧ cedo.", "Ela ⟦fará⟧ a obra.",
    ])
  func future(_ source: String) {
    for token in markedTokens(source, LanguageCode("pt")) { #expect(token.classes.contains(.future)) }
  }

  @Test("nouns are no verbs", arguments: ["A ⟦inundação⟧ parou.", "A ⟦liberdade⟧ do povo.", "O ⟦governo⟧ caiu."])
  func nouns(_ source: String) {
    for token in markedTokens(source, LanguageCode("pt")) {
      #expect(token.classes.contains(.noun) && !token.classes.contains(.finite))
    }
  }

  @Test(
    "contractions are prepositions with their article", arguments: ["⟦Na⟧ cidade", "⟦pelos⟧ portos", "⟦daquela⟧ ponte"])
  func contractions(_ source: String) {
    for token in markedTokens(source, LanguageCode("pt")) {
      #expect(token.classes.isSuperset(of: [.preposition, .determiner]))
    }
  }
}
