import NewsModel
import Testing

/// Invented sentences for attributions that stand inside what they attribute, or in a sentence of their own behind it.
let englishInserted = #"""
  # subject and verb between commas
  The oil was, the refinery's own ledgers show, never sold. | the refinery's own ledgers | show | The oil was, the refinery's own ledgers show, never sold
  Most of the money, or so the mayor claims, went to the school. | the mayor | claims | Most of the money, or so the mayor claims, went to the school
  It was the smell of gas, the mayor said, which woke the street. | the mayor | said | It was the smell of gas, the mayor said, which woke the street
  # by somebody's own count
  Losses run to 3 million euros a day by the firm's own reckoning. | the firm | by the firm's own reckoning | Losses run to 3 million euros a day
  The clerk was seen by the firm's lawyer. | -
  # under a writing
  Under the draft, the levy would rise to 3 euros. | the draft | Under | the levy would rise to 3 euros
  Under the bridge, two people slept. | -
  # what writings list
  The police report lists fourteen arrests. | The police report | lists | fourteen arrests
  The clerk lists fourteen arrests. | -
  # "which" behind a body
  The fund owns part of the bank, which says it will not sell. | the bank | says | it will not sell
  # a paper that has it from others, and one that writes from a place
  The Herald reported from the Senate that the pump was new. | The Herald | reported | the pump was new
  The Gazette understands from two officials that the pump had failed. | two officials? > The Gazette | understands | the pump had failed
  # a sentence that only says who said the one before
  The pump failed on Monday. So police sources said. | police sources? | said | The pump failed on Monday
  The pump failed on Monday. That is according to two officials. | two officials? | That is according to | The pump failed on Monday
  The pump failed on Monday. So the mayor left. | -
  # who goes on is who spoke, whomever the sentence names
  Divers checked the boats of Okafor and Holm, a spokesman for the port said. On Holm's, he added, they found rope. | a spokesman for the port | said | Divers checked the boats of Okafor and Holm
  + | he | added | On Holm's, he added, they found rope
  """#

/// The same in Spanish.
let spanishInserted = #"""
  La bomba falló el martes. Así lo indicaron fuentes de la investigación. | fuentes de la investigación? | indicaron | La bomba falló el martes
  La bomba falló el martes. Lo confirmó el alcalde. | el alcalde | confirmó | La bomba falló el martes
  La bomba falló el martes. Así se arregló. | -
  # a verb with its subject behind how it was said
  El puerto sigue abierto, indicó por teléfono la alcaldesa. | la alcaldesa | indicó | El puerto sigue abierto
  # "que" behind the one through whom it was said
  Marta Soto anunció por medio de su portavoz, Luis Rey, que votará a favor. | Marta Soto > su portavoz | anunció | votará a favor
  # infinitives, denied ones too
  Llegó un pescador, que dijo no tener licencia. | un pescador? | dijo | no tener licencia
  # verbs of several words
  La entrenadora da por hecho que jugarán el sábado. | La entrenadora | da por hecho | jugarán el sábado
  # what writings have on record
  El acta municipal consigna dos multas. | El acta municipal | consigna | dos multas
  # "desde" before those who speak
  La bomba es segura, insisten desde la consejería. | la consejería | insisten | La bomba es segura
  # the subject of the sentence before, where the verb has none
  Los técnicos llegaron ayer. La presa, recuerdan, se revisó en mayo. | Los técnicos [implied] | recuerdan | La presa, recuerdan, se revisó en mayo
  # the name behind an office
  La grúa se rompió, según el director del taller, Juan Lasa. | el director del taller | según | La grúa se rompió
  """#

@Test("English attributions inside and behind what they attribute", arguments: CorpusCase.cases(englishInserted))
func englishInside(_ item: CorpusCase) {
  #expect(passage(item, .english) == item.expected.sorted())
}

@Test("Spanish attributions inside and behind what they attribute", arguments: CorpusCase.cases(spanishInserted))
func spanishInside(_ item: CorpusCase) {
  #expect(passage(item, .spanish) == item.expected.sorted())
}
