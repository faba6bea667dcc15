import Entities
import Languages
import NewsModel
import Quotations
import Testing
import TextBytes

/// Invented passages about who speaks; `¶` parts paragraphs, otherwise ``CorpusCase`` tells how a line is read.
let englishSpeakers = #"""
  # the head of the subject speaks, not the noun nearest to the verb
  Two engineers who worked at the quarry told Reuters that the slope had moved. | Two engineers? > Reuters | told | the slope had moved
  A man who answered at the tenant's registered address in Lodi said that nobody was in. | A man? | said | nobody was in
  # what is called for, proposed or denied may be a gerund
  The mayor called for closing the quarry. | The mayor | called for | closing the quarry | request
  The union proposed moving the ferry. | The union | proposed | moving the ferry
  Drivers worry that the bridge will close. | Drivers | worry | the bridge will close
  # people of whom the text only tells what they are
  Several witnesses said that the tram was full. | Several witnesses? | said | the tram was full
  Two of the drivers said that the tram was full. | Two of the drivers? | said | the tram was full
  A secretary said that no manager was available. | A secretary? | said | no manager was available
  The residents said that the tram was full. | The residents | said | the tram was full
  One nurse at the clinic, who asked not to be named, said that beds were short. | One nurse at the clinic? | said | beds were short
  A spokeswoman for the port, Anna Holm, said that the ferry was late. | A spokeswoman for the port | said | the ferry was late
  Shopkeepers told Reuters that the smoke was black. They asked not to be named because they feared the owner. | Shopkeepers? > Reuters | told | the smoke was black
  According to two plumbers who have worked in the tower, the pipes were old. | two plumbers? | According to | the pipes were old
  The bridge would close, according to the Reuters report, which cited two people familiar with the matter. | two people familiar with the matter? > the Reuters report | according to | The bridge would close
  The tram would close, according to four drivers who spoke to Reuters. | four drivers who spoke to Reuters? > Reuters | according to | The tram would close
  Citing two drivers, Reuters reported that the tram would close. | two drivers? > Reuters | reported | the tram would close
  # people who speak for their office, and those who do not
  The owner hid the logs, prosecutors said on Monday. | prosecutors | said | The owner hid the logs
  Two prosecutors said the owner hid the logs. | Two prosecutors? | said | the owner hid the logs
  Prosecutors, who asked not to be named, said the owner hid the logs. | Prosecutors? | said | the owner hid the logs
  Transport Ministry officials said the tram would close. | Transport Ministry officials | said | the tram would close
  Transport Ministry officials told Reuters the tram would close. | Transport Ministry officials? > Reuters | told | the tram would close
  Officials said the tram would close. | Officials? | said | the tram would close
  # what somebody puts at a figure
  Anna Holm, who directs the region's fire office, puts it at 40,000 litres. | Anna Holm | puts it | at 40,000 litres
  Holm reckons that between 20 and 40 tonnes of rock fell. | Holm | reckons | between 20 and 40 tonnes of rock fell
  Drivers put the boxes down at the corner. | -
  # when and where something was said is no part of the speaker or of what is said
  Yesterday at 09:05 UTC Okafor said that the bank had lost the files. | Okafor | said | the bank had lost the files
  The ferry line last night insisted that no fire broke out. | The ferry line | insisted | no fire broke out
  A ministry report released last year found that the bridge was unsafe. | A ministry report | found | the bridge was unsafe
  Minister Anna Holm told reporters in Oslo on Tuesday that the strike was legal. | Minister Anna Holm | told | the strike was legal
  The sale took place on May 3, the date on which the company says it had the first result. | the company | says | it had the first result
  The operator put the turnout at 61%, and a survey of the rosters, seen by Reuters, found that 702 had not come. | The operator | put | the turnout at 61%
  + | a survey of the rosters > Reuters | found | 702 had not come
  # a writing, to whom it went, from whom it came
  The ship was sent north, according to a notice to clients from its operator, Lima Shipping. | a notice to clients from its operator | according to | The ship was sent north
  A presentation shown to lenders, which this magazine has reviewed, promises that nobody will go. | A presentation | promises | nobody will go
  According to a copy of the June 3 court order, the lake must be emptied. | a copy of the June 3 court order | According to | the lake must be emptied
  # pronouns
  The owner of the mine, Lima Metals of Toronto, gave a lower figure. In a statement it said that 20 tonnes had fallen. | it | said | 20 tonnes had fallen
  # documents, and who holds them
  The ferry must stay, according to a copy of the order obtained by Reuters. | a copy of the order > Reuters | according to | The ferry must stay
  The four-page document, signed by Judge Tom Okafor, says the ferry was stopped at dawn. | The four-page document | says | the ferry was stopped at dawn
  The order states that the lake must be emptied. | The order | states | the lake must be emptied
  # what describes the writing that it was said in
  Rabbi Tom Okafor said in a statement posted on the temple's page that the club was open. | Rabbi Tom Okafor | said | the club was open
  Okafor said in a statement posted on the temple's page and sent to Reuters that the club was open. | Okafor | said | the club was open
  The mayor said in a letter seen by Reuters that the bridge would close. | The mayor | said | the bridge would close
  The boys were members of the club, said Rabbi Tom Okafor in a statement posted on its page. | Rabbi Tom Okafor | said | The boys were members of the club
  # names in what commas enclose are of others
  Ana Ruiz, Luis Soto, and Anna Holm were members of the club, said Tom Okafor. | Tom Okafor | said | Ana Ruiz, Luis Soto, and Anna Holm were members of the club
  A guard for the bank, of which Ana Ruiz and Luis Soto were clients, confirmed that the safe was open. | A guard for the bank? | confirmed | the safe was open
  Another witness who owns a restaurant nearby, whom the channel did not identify, said that the truck had swerved. | Another witness? | said | the truck had swerved
  # a comma too many
  St Anne's Hospital in Lodi, said 20 people had been brought in. | St Anne's Hospital in Lodi | said | 20 people had been brought in
  # another's report begins
  Soto accused Lima of shipping oil, after a Reuters report said that ships had met at sea. | Soto | accused | shipping oil
  + | a Reuters report | said | ships had met at sea
  # a writing that goes on to speak, and whose it is
  A statement from the ministry said there were no survivors. It said the plane had left late. | A statement from the ministry | said | there were no survivors
  + | It | said | the plane had left late
  In a statement, Lima Metals confirmed that the mine was shut. The statement said the gate was locked. | Lima Metals | confirmed | the mine was shut
  + | Lima Metals [implied] | said | the gate was locked
  The minister replied to a letter saying that the navy had failed. | a letter | saying | the navy had failed
  # findings
  Initial findings of the Rail Safety Board show that the tram was late. | Initial findings of the Rail Safety Board | show | the tram was late
  # media
  Two plumbers told Northern Herald that the pipes leaked. | Two plumbers? > Northern Herald | told | the pipes leaked
  Holm told this newspaper that the pipes were new. | Holm | told | the pipes were new
  # a source between marks bears on its clause
  # inside what somebody else says
  The fine was imposed in October after inspectors concluded that the tanker had dumped oil, the harbour ministry said. | the harbour ministry | said | The fine was imposed in October after inspectors concluded that the tanker had dumped oil
  + | inspectors > the harbour ministry | concluded | the tanker had dumped oil
  """#

/// The same of Spanish.
let spanishSpeakers = #"""
  # cuándo y dónde se dijo algo no es quien habla ni lo dicho
  La ministra Ana Ruiz visitó el puerto. El martes sostuvo que la huelga es legal. | La ministra Ana Ruiz [implied] | sostuvo | la huelga es legal
  La ministra Ana Ruiz visitó la feria. De los boletos dijo que se vendieron cinco mil. | La ministra Ana Ruiz [implied] | dijo | se vendieron cinco mil
  La ministra Ana Ruiz dijo a los periodistas en Lima el martes que la huelga era legal. | La ministra Ana Ruiz | dijo | la huelga era legal
  Los heridos habrían sido, siempre según la empresa, unos pocos. | la empresa | según | Los heridos habrían sido, siempre según la empresa, unos pocos
  La ministra Ana Ruiz viajó ayer a Lima. También prohibió que los buques entren al puerto. | La ministra Ana Ruiz [implied] | También prohibió | los buques entren al puerto | request
  # los escritos
  El informe interno del ministerio señala que la alarma fue ignorada. | El informe interno del ministerio | señala | la alarma fue ignorada
  Dos pescadores que vieron el choque contaron que el barco iba sin luces. | Dos pescadores? | contaron | el barco iba sin luces
  Dos ingenieros que trabajaron en la obra dijeron que el muro cedía. | Dos ingenieros? | dijeron | el muro cedía
  Un portavoz que pidió no ser identificado dijo que la obra sigue parada. | Un portavoz? | dijo | la obra sigue parada
  Los comerciantes dijeron que el humo era negro. Pidieron el anonimato por miedo al dueño. | Los comerciantes? | dijeron | el humo era negro
  La presa cedió, indicaron a Reuters dos personas conocedoras de la obra, que pidieron el anonimato. | dos personas conocedoras de la obra? > Reuters | indicaron | La presa cedió
  Iván Soto contó a este medio que los socios pagan desde junio. Los 90 empleados seguirán en sus puestos, agregó. | Iván Soto | contó | los socios pagan desde junio
  + | Iván Soto [implied] | agregó | Los 90 empleados seguirán en sus puestos
  La empresa Aguas del Lago cerró la planta y dejó sin agua al pueblo, informó en un comunicado. | La empresa Aguas del Lago [implied] | informó | La empresa Aguas del Lago cerró la planta y dejó sin agua al pueblo
  Marta Peña, de 70 años, cuidó gallinas a orillas del lago. «Me despertó el ruido, como de piedras», cuenta. | Marta Peña [implied] | cuenta | Me despertó el ruido, como de piedras | direct
  Hay dos marinos en el barco, confirmó ayer a este diario Marta Peña, secretaria del sindicato. | Marta Peña | confirmó | Hay dos marinos en el barco
  «Existe una preocupación en la costa», señaló en el texto la viceministra Marta Peña. | la viceministra Marta Peña | señaló | Existe una preocupación en la costa | direct
  El ejército quemó dos lanchas vinculadas —según la versión oficial— al contrabando. | la versión oficial | según | dos lanchas vinculadas —según la versión oficial— al contrabando
  El gobierno cifra los daños en 30 millones de euros. | El gobierno | cifra | los daños en 30 millones de euros
  """#

@Test("English speakers", arguments: CorpusCase.cases(englishSpeakers))
func englishSpeaker(_ item: CorpusCase) {
  #expect(passage(item, .english) == item.expected.sorted())
}

@Test("Spanish speakers", arguments: CorpusCase.cases(spanishSpeakers))
func spanishSpeaker(_ item: CorpusCase) {
  #expect(passage(item, .spanish) == item.expected.sorted())
}

@Test("a pronoun or a bare description means the last speaker of its kind, over one paragraph end")
func antecedents() throws {
  let english = """
    “The ferry was full,” harbour spokeswoman Anna Holm said. Tom Okafor watched from the pier.

    She said the crew had been warned.
    """
  #expect(names(english, .english).last == "Anna Holm")
  let spanish = """
    Marta Peña confirmó que el barco sigue detenido en el puerto.

    La sindicalista calcula que el agua llegará para dos semanas.
    """
  #expect(names(spanish, .spanish).last == "Marta Peña")
}

@Test("words told to the article's own outlet passed through no other hand", arguments: ["the Tribune", "Reuters"])
func ownOutlet(_ hearer: String) {
  let text = SourceText("Anna Holm told \(hearer) that the ferry was late.")
  var article = Article(
    id: ID("a"), source: "a", sha256: "", encoding: "utf-8", input: text, text: text, body: text.span)
  article.metadata.outlet = Outlet(name: "Holm Tribune", evidence: "test")
  let found = QuotationFinder().annotate(
    .init(reading: LanguageReader().read(text, language: .english), article: article))
  #expect(found.first?.chain.count == (hearer == "Reuters" ? 2 : 1))
}

/// The name of each quotation's speaker.
private func names(_ passage: String, _ language: LanguageCode) -> [String] {
  let reading = LanguageReader().read(SourceText(passage), language: language)
  let found = EntityFinder().find(in: reading)
  let input = QuotationFinder.Input(reading: reading, entities: found.entities, mentions: found.mentions)
  return QuotationFinder().annotate(input).map { $0.chain.first?.name ?? "" }
}
