import NewsModel
import TestSupport
import Testing
import TextBytes

@testable import Languages

/// A paragraph as its sentences; joined by single spaces they must be found again.
struct Paragraph: Sendable, CustomTestStringConvertible {
  var language: String
  var sentences: [String]
  init(_ language: String, _ sentences: String...) {
    self.language = language
    self.sentences = sentences
  }
  var testDescription: String { sentences.joined(separator: " | ") }
}

private let english: [Paragraph] = [
  Paragraph("en", "He met N. Ruiz on Nov. 25 in the U.S. capital.", "It rained."),
  Paragraph("en", "The ship belongs to the U.S.", "The crew does not."),
  Paragraph("en", "U.S. President Ana Holt spoke at 5 p.m. ET on Monday.", "Nobody listened."),
  Paragraph("en", "The talks began at 5 p.m.", "Police closed the road."),
  Paragraph("en", "“Not now.”", "She left."),
  Paragraph("en", "“Not now,” she said.", "“Later.”"),
  Paragraph("en", "“Stop!” Ruiz said."),
  Paragraph("en", "“Stop!” the guard shouted.", "Nobody did."),
  Paragraph("en", "“Who pays?” asked Mr. Holt of the mayor."),
  Paragraph("en", "“Stop!”", "Police ran."),
  Paragraph("en", "\"We lost.", "We will be back,\" he said."),
  Paragraph("en", "Prices rose 3.5 percent to $1,200.50 in Feb. 2024.", "They fell again."),
  Paragraph("en", "He waited… and left.", "Then … nothing."),
  Paragraph("en", "Gen. J. R. Holt Jr. of Harbour Inc. resigned.", "His deputy stays."),
  Paragraph("en", "It was plan B.", "The other one failed."),
  Paragraph("en", "Read www.harbourpost.com/a.html for more.", "Or call."),
  Paragraph("en", "Write to ana@harbourpost.com.", "She answers."),
  Paragraph("en", "Visit harbourpost.com today.", "It is free."),
  Paragraph("en", "(He left early.)", "She stayed."),
  Paragraph("en", "He said (in Oslo!) that it was over.", "It was."),
  Paragraph("en", "1. Bring water.", "2. Stay calm."),
  Paragraph("en", "DAM BURSTS IN U.S. STATE AFTER STORM"),
  Paragraph("en", "What now?!", "No one knows."),
  Paragraph("en", "The firm, i.e. Holt & Co., bought eggs, milk, etc. for them."),
  Paragraph("en", "No. 5 won.", "No one cared."),
  Paragraph("en", "The players' coach left.", "The fans' anger grew."),
  Paragraph("en", "She moved to Washington, D.C., in May."),
]

private let spanish: [Paragraph] = [
  Paragraph("es", "El Sr. Gil habló con EE. UU. el martes.", "No hubo acuerdo."),
  Paragraph("es", "Viajó a EE.UU.", "El ministro lo negó."),
  Paragraph("es", "¿Quién paga?", "Nadie lo sabe."),
  Paragraph("es", "«¿Quién paga?», preguntó la alcaldesa.", "No hubo respuesta."),
  Paragraph("es", "“¿Quién paga?” preguntó la alcaldesa."),
  Paragraph("es", "¡Basta!", "¡Fuera todos!"),
  Paragraph("es", "—No vendrá —dijo ella—.", "Llueve."),
  Paragraph("es", "Costó 1.250.000 euros, un 3,5 % más.", "Nadie protestó."),
  Paragraph("es", "La Dra. M. de la Cruz llegó a las 5 p.m. del lunes.", "El acto empezó tarde."),
  Paragraph("es", "El art. 5 y el núm. 12 siguen en vigor.", "Lo dijo el juez."),
  Paragraph("es", "Esperó… y se fue.", "Después… nada."),
  Paragraph("es", "Fue el 2.º barco.", "El otro se hundió."),
]

private let portuguese = [
  Paragraph("pt", "O Sr. Paiva falou com a Dra. Reis na terça.", "Não houve acordo."),
  Paragraph("pt", "Quem paga?", "Ninguém sabe."),
  Paragraph("pt", "Custou 1.250.000 euros, 3,5 % a mais.", "O art. 5 e o núm. 12 seguem em vigor."),
  Paragraph("pt", "“Quem paga?” perguntou a prefeita."),
]

@Test("a sentence ends where a reader would end it", arguments: english + spanish + portuguese)
func sentences(_ paragraph: Paragraph) {
  let text = SourceText(paragraph.sentences.joined(separator: " "))
  let reading = LanguageReader().read(text, language: LanguageCode(paragraph.language))
  #expect(reading.sentences.map { reading.text[$0.span] } == paragraph.sentences)
}

@Test("a space that was lost between sentences does not join them")
func gluedSentences() {
  let reading = LanguageReader().read(SourceText("The dam held.The village was safe."), language: .english)
  #expect(reading.sentences.map { reading.text[$0.span] } == ["The dam held.", "The village was safe."])
}

@Test("a line break ends the unit")
func lines() {
  let reading = LanguageReader().read(SourceText("Dam bursts in valley\nThousands flee"), language: .english)
  #expect(reading.sentences.count == 2)
  #expect(reading.sentences.map(\.paragraph) == [0, 1])
}
