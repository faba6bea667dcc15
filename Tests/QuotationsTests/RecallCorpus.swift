import NewsModel
import Testing
import TextBytes

/// Invented passages for kinds of attribution that a list of reporting verbs alone misses, with what must not be taken for one;
/// `¶` parts paragraphs, otherwise ``CorpusCase`` tells how a line is read.
let englishRecall = #"""
  # writings that show
  The pump failed twice, harbour records show. | harbour records | show | The pump failed twice
  The logbook shows that the pump failed twice. | The logbook | shows | the pump failed twice
  The crowd showed that it could wait. | -
  A new emissions rules book was sold. | -
  According to leaked papers, the pump failed twice. | leaked papers | According to | the pump failed twice
  # verbs that no table lists, between a quotation and a person
  “We were never told,” grizzled the mayor. | the mayor | grizzled | We were never told | direct
  “We were never told,” the mayor grizzled. | the mayor | grizzled | We were never told | direct
  # doubled typewriter marks
  ''We were never told,'' Anna Holm said. | Anna Holm | said | We were never told | direct
  # forms that are nouns elsewhere, and a source in apposition
  The pirates, a band of five, say they want peace. | The pirates | say | they want peace
  # what is believed and reckoned
  The company claims to have bought the quay. | The company | claims | to have bought the quay
  Investigators believe that the pump failed. | Investigators | believe | the pump failed
  # silence
  The mayor declined to give a date. | The mayor | declined to give a date | declined to give a date | no-comment
  The company would not say whether it had paid. | The company | would not say | would not say whether it had paid | no-comment
  # a sentence that goes on in the mood of reported speech, and one that does not
  The mayor said the bridge was unsafe. Repairs would take a year. | The mayor | said | the bridge was unsafe
  + | The mayor [implied] | – | Repairs would take a year
  The mayor said the bridge was unsafe. It was built in 1961. | The mayor | said | the bridge was unsafe
  The mayor said the bridge was unsafe.¶Repairs would take a year. | The mayor | said | the bridge was unsafe
  The mayor said the bridge was unsafe. The cracks were old. The town had no money, she added. | The mayor | said | the bridge was unsafe
  + | The mayor [implied] | – | The cracks were old
  + | she | added | The town had no money
  """#

let spanishRecall = #"""
  # tiempos compuestos
  La alcaldesa ha explicado que el puente sigue cerrado. | La alcaldesa | ha explicado | el puente sigue cerrado
  El puente sigue cerrado, han indicado fuentes del puerto. | fuentes del puerto? | han indicado | El puente sigue cerrado
  «El puente sigue cerrado», ha subrayado la alcaldesa. | la alcaldesa | ha subrayado | El puente sigue cerrado | direct
  La empresa ha negado que haya fugas. | La empresa | ha negado | haya fugas | denial
  El informe explicado ayer por la alcaldesa tiene cien páginas. | -
  # verbos que ninguna tabla recoge, entre unas comillas y una persona
  «Nadie nos avisó», rezonga la alcaldesa. | la alcaldesa | rezonga | Nadie nos avisó | direct
  «Nadie nos avisó», resume una de ellas. | una de ellas? | resume | Nadie nos avisó | direct
  # documentos
  Según consta en el expediente, la bomba falló dos veces. | el expediente | Según consta en | la bomba falló dos veces
  La bomba falló dos veces, tal y como figura en el acta. | el acta | tal y como figura en | La bomba falló dos veces
  El acta recoge que la bomba falló dos veces. | El acta | recoge | la bomba falló dos veces
  La alcaldesa recoge setas. | -
  # cifras
  La Guardia contabilizó 38 barcas varadas. | La Guardia | contabilizó | 38 barcas varadas
  El ministro eleva los daños a 30 millones. | -
  El gobierno eleva los daños en 30 millones. | El gobierno | eleva | los daños en 30 millones
  # silencio
  La alcaldesa ha evitado pronunciarse sobre el cierre. | La alcaldesa | ha evitado pronunciarse | ha evitado pronunciarse sobre el cierre | no-comment
  El alcalde prefirió no hacer comentarios. | El alcalde | prefirió no hacer comentarios | prefirió no hacer comentarios | no-comment
  # lo que sigue en condicional
  La alcaldesa dijo que el puente es inseguro. La obra costaría un millón. | La alcaldesa | dijo | el puente es inseguro
  + | La alcaldesa [implied] | – | La obra costaría un millón
  La alcaldesa dijo que el puente es inseguro. El puente es de 1961. | La alcaldesa | dijo | el puente es inseguro
  # lo que se pide no es quien habla
  La patronal, que da empleo a 90 personas, ha pedido una cita urgente con los dos partidos. | La patronal | ha pedido | una cita urgente con los dos partidos | request
  """#

func passage(_ item: CorpusCase, _ language: LanguageCode) -> [String] {
  corpusLines(SourceText(item.text.split(separator: "¶").joined(separator: "\n\n")), language).sorted()
}

@Test("English attributions beyond the reporting verbs", arguments: CorpusCase.cases(englishRecall))
func englishBeyond(_ item: CorpusCase) {
  #expect(passage(item, .english) == item.expected.sorted())
}

@Test("Spanish attributions beyond the reporting verbs", arguments: CorpusCase.cases(spanishRecall))
func spanishBeyond(_ item: CorpusCase) {
  #expect(passage(item, .spanish) == item.expected.sorted())
}
