import NewsModel
import Testing

/// Invented sentences for attributions that stand inside what they attribute, or in a sentence of their own behind it.
let englishInserted = #"""
  # subject and verb between commas
  The money was, the council's own accounts show, never touched. | the council's own accounts | show | The money was, the council's own accounts show, never touched
  Most of the money, or so the mayor claims, went to the school. | the mayor | claims | Most of the money, or so the mayor claims, went to the school
  It was the promise of a fee, the mayor said, which led a dealer to call. | the mayor | said | It was the promise of a fee, the mayor said, which led a dealer to call
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
  # a paper that has it from others
  The Gazette understands from two officials that the pump had failed. | two officials? > The Gazette | understands | the pump had failed
  # a sentence that only says who said the one before
  The pump failed on Monday. So police sources said. | police sources? | said | The pump failed on Monday
  The pump failed on Monday. That is according to two officials. | two officials? | That is according to | The pump failed on Monday
  The pump failed on Monday. So the mayor left. | -
  # who goes on is who spoke, whomever the sentence names
  Guards searched the homes of Gisbert and Holm, a spokesman for the force said. At Holm's, he added, they found cash. | a spokesman for the force | said | Guards searched the homes of Gisbert and Holm
  + | he | added | At Holm's, he added, they found cash
  """#

/// The same in Spanish.
let spanishInserted = #"""
  La bomba falló el martes. Así lo indicaron fuentes de la investigación. | fuentes de la investigación? | indicaron | La bomba falló el martes
  La bomba falló el martes. Lo confirmó el alcalde. | el alcalde | confirmó | La bomba falló el martes
  La bomba falló el martes. Así se arregló. | -
  # a verb with its subject behind how it was said
  Ningún lote entró al país, aseguró por separado la autoridad sanitaria. | la autoridad sanitaria | aseguró | Ningún lote entró al país
  # "que" behind the one through whom it was said
  Marta Soto anunció por medio de su portavoz, Luis Rey, que votará a favor. | Marta Soto > su portavoz | anunció | votará a favor
  # infinitives, denied ones too
  Había un sereno, que dijo no haber oído ruidos. | un sereno | dijo | no haber oído ruidos
  # verbs of several words
  El analista da por hecho que habrá que pedir dinero. | El analista | da por hecho | habrá que pedir dinero
  # what writings have on record
  El parte policial consigna catorce detenidos. | El parte policial | consigna | catorce detenidos
  # "desde" before those who speak
  La bomba es segura, insisten desde la consejería. | la consejería | insisten | La bomba es segura
  # the subject of the sentence before, where the verb has none
  Los autores no se muerden la lengua. La obra, recuerdan, estaba prevista para enero. | Los autores [implied] | recuerdan | La obra, recuerdan, estaba prevista para enero
  # the name behind an office
  La plantilla sigue en casa, según el presidente del comité, Juan Lasa. | el presidente del comité | según | La plantilla sigue en casa
  """#

@Test("English attributions inside and behind what they attribute", arguments: CorpusCase.cases(englishInserted))
func englishInside(_ item: CorpusCase) {
  #expect(passage(item, .english) == item.expected.sorted())
}

@Test("Spanish attributions inside and behind what they attribute", arguments: CorpusCase.cases(spanishInserted))
func spanishInside(_ item: CorpusCase) {
  #expect(passage(item, .spanish) == item.expected.sorted())
}
