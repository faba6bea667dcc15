import Languages
import NewsModel
import Testing
import TextBytes

/// Invented passages about who speaks; `¶` parts paragraphs, otherwise ``CorpusCase`` tells how a line is read.
let englishSpeakers = #"""
  # the head of the subject speaks, not the noun nearest to the verb
  Two engineers who worked at the quarry told Reuters that the slope had moved. | Two engineers? > Reuters | told | the slope had moved
  A man who answered at the tenant's registered address in Lodi said that nobody was in. | A man? | said | nobody was in
  # people of whom the text only tells what they are
  Several witnesses said that the tram was full. | Several witnesses? | said | the tram was full
  A secretary said that no manager was available. | A secretary? | said | no manager was available
  The residents said that the tram was full. | The residents | said | the tram was full
  One nurse at the clinic, who asked not to be named, said that beds were short. | One nurse at the clinic? | said | beds were short
  A spokeswoman for the port, Anna Holm, said that the ferry was late. | A spokeswoman for the port | said | the ferry was late
  Shopkeepers told Reuters that the smoke was black. They asked not to be named because they feared the owner. | Shopkeepers? > Reuters | told | the smoke was black
  According to two plumbers who have worked in the tower, the pipes were old. | two plumbers? | According to | the pipes were old
  The bridge would close, according to the Reuters report, which cited two people familiar with the matter. | two people familiar with the matter? > the Reuters report | according to | The bridge would close
  # what somebody puts at a figure
  Anna Holm, who directs the region's fire office, puts it at 40,000 litres. | Anna Holm | puts it | at 40,000 litres
  Holm reckons that between 20 and 40 tonnes of rock fell. | Holm | reckons | between 20 and 40 tonnes of rock fell
  Drivers put the boxes down at the corner. | -
  """#

/// The same of Spanish.
let spanishSpeakers = #"""
  Dos pescadores que vieron el choque contaron que el barco iba sin luces. | Dos pescadores? | contaron | el barco iba sin luces
  Dos ingenieros que trabajaron en la obra dijeron que el muro cedía. | Dos ingenieros? | dijeron | el muro cedía
  Un portavoz que pidió no ser identificado dijo que la obra sigue parada. | Un portavoz? | dijo | la obra sigue parada
  Los comerciantes dijeron que el humo era negro. Pidieron el anonimato por miedo al dueño. | Los comerciantes? | dijeron | el humo era negro
  La presa cedió, indicaron a Reuters dos personas conocedoras de la obra, que pidieron el anonimato. | dos personas conocedoras de la obra? > Reuters | indicaron | La presa cedió
  El gobierno cifra los daños en 30 millones de euros. | El gobierno | cifra | los daños en 30 millones de euros
  """#

private func passage(_ item: CorpusCase, _ language: LanguageCode) -> [String] {
  corpusLines(SourceText(item.text.split(separator: "¶").joined(separator: "\n\n")), language).sorted()
}

@Test("English speakers", arguments: CorpusCase.cases(englishSpeakers))
func englishSpeaker(_ item: CorpusCase) {
  #expect(passage(item, .english) == item.expected.sorted())
}

@Test("Spanish speakers", arguments: CorpusCase.cases(spanishSpeakers))
func spanishSpeaker(_ item: CorpusCase) {
  #expect(passage(item, .spanish) == item.expected.sorted())
}
