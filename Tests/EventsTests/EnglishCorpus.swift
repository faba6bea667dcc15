import NewsModel
import TestSupport

extension Corpus {
  static let english = Corpus(
    language: LanguageCode("en"),
    names: [
      ("Ana Ruiz", .person, .name, "Ruiz"), ("Ruiz", .person, .name, "Ruiz"), ("Omar Diallo", .person, .name, "Diallo"),
      ("Diallo", .person, .name, "Diallo"), ("Karl Lind", .person, .name, "Lind"), ("Lind", .person, .name, "Lind"),
      ("Ines Costa", .person, .name, "Costa"), ("Peru", .location, .name, "Peru"),
      ("Peruvian", .location, .demonym, "Peru"),
      ("Chile", .location, .name, "Chile"), ("Chilean", .location, .demonym, "Chile"),
      ("Kenya", .location, .name, "Kenya"),
      ("Kenyan", .location, .demonym, "Kenya"), ("Norway", .location, .name, "Norway"),
      ("Norwegian", .location, .demonym, "Norway"), ("Ghana", .location, .name, "Ghana"),
      ("Ghanaian", .location, .demonym, "Ghana"), ("Latvia", .location, .name, "Latvia"),
      ("Acme Shipping", .organization, .name, "Acme"), ("African Union", .organization, .name, "AU"),
      ("Oslo", .location, .name, "Oslo"), ("Nairobi", .location, .name, "Nairobi"), ("Lima", .location, .name, "Lima"),
    ],
    times: [
      ("Monday", "2024-05-06"), ("Tuesday", "2024-05-07"), ("May 3", "2024-05-03"), ("3 May", "2024-05-03"),
      ("last month", "2024-04"), ("a day after", "2024-05-05"), ("this week", "2024-W19"),
    ])

  static let englishCases = cases(
    """
    # verbs, active and passive
    Kenyan forces seized a trawler off the coast on Monday. | COERCE seize Kenya > ‘trawler’ @2024-05-06
    A trawler was seized by Kenyan forces on Monday. | COERCE seize Kenya > ‘trawler’ @2024-05-06
    The navy of Ghana has impounded a ship owned by Acme Shipping. | COERCE seize Ghana > ‘ship’
    Norwegian police arrested Karl Lind in Oslo on Tuesday. | COERCE arrest Norway > Lind @2024-05-07 in Oslo
    Karl Lind was arrested on Tuesday. | COERCE arrest > Lind @2024-05-07
    Ana Ruiz condemned Chile over the dam. | ACCUSE disapprove Ruiz > Chile
    Chile was condemned by Ana Ruiz. | ACCUSE disapprove Ruiz > Chile
    Peru accused Chile of diverting a river. | ACCUSE allege Peru > Chile
    The court sentenced Omar Diallo to nine years in prison. | SANCTION convict ‘court’ > Diallo
    Norway expelled two Latvian diplomats. | SANCTION expel Norway > ‘two Latvian diplomats’
    Peru expelled the Chilean ambassador on May 3. | SANCTION expel Peru > Chile @2024-05-03
    Ghana deported Omar Diallo last month. | COERCE deport Ghana > Diallo @2024-04
    Chile rejected the offer. | REJECT Chile
    Ana Ruiz resigned on Monday. | RETREAT resign Ruiz @2024-05-06
    Ines Costa stepped down this week. | RETREAT resign Costa @2024-W19
    Kenya donated tents to Ghana. | AID Kenya > Ghana
    Norway sent food to Kenya. | AID Norway > Kenya
    Norway sent two warships to Latvia. | MOBILIZE weapons Norway > Latvia
    Chile deployed troops in Nairobi. | MOBILIZE troops Chile in Nairobi
    Gunmen kidnapped Omar Diallo in Nairobi. | ASSAULT abduct ‘Gunmen’ > Diallo in Nairobi
    Chilean warplanes bombed Peru on Tuesday. | ASSAULT explosives Chile > Peru @2024-05-07
    Thousands of protesters marched against Ana Ruiz in Lima. | PROTEST demo ‘Thousands of protesters’ > Ruiz in Lima
    # phrasal patterns and light verbs
    Ana Ruiz met with Omar Diallo in Nairobi on Monday. | CONSULT meet Ruiz+Diallo @2024-05-06 in Nairobi
    Ana Ruiz and Omar Diallo met on Tuesday. | CONSULT meet Ruiz+Diallo @2024-05-07
    Ana Ruiz spoke by phone with Omar Diallo. | CONSULT phone Ruiz+Diallo
    Ana Ruiz spoke with Omar Diallo by telephone on May 3. | CONSULT phone Ruiz+Diallo @2024-05-03
    Ana Ruiz phoned Omar Diallo. | CONSULT phone Ruiz > Diallo
    Omar Diallo called Ana Ruiz on Monday to offer help. | CONSULT phone Diallo > Ruiz @2024-05-06; AGREE hypothetical Diallo
    Omar Diallo called Ana Ruiz a friend. | -
    Ana Ruiz called on Chile to open the dam. | REQUEST Ruiz > Chile
    Peru and Chile reached out to Omar Diallo on May 3. | CONSULT Peru+Chile > Diallo @2024-05-03
    Omar Diallo received Ana Ruiz in Nairobi. | CONSULT visit Ruiz > Diallo in Nairobi
    Omar Diallo held talks with Ana Ruiz on Monday. | CONSULT Diallo+Ruiz @2024-05-06
    Omar Diallo held his second meeting with Ana Ruiz on Tuesday. | CONSULT meet Diallo+Ruiz @2024-05-07
    Norway imposed sanctions on Acme Shipping. | SANCTION discontinue Norway > Acme
    Norway and Latvia eased sanctions on Peru last month. | CONCEDE Norway+Latvia > Peru @2024-04
    Sanctions were imposed on Acme Shipping by Norway. | SANCTION discontinue Norway > Acme
    Norway signed a treaty with Latvia. | SUPPORT Norway > Latvia
    Peru severed ties with Chile. | SANCTION discontinue Peru > Chile
    Kenya withdrew its troops from Ghana on May 3. | RETREAT withdraw Kenya > Ghana @2024-05-03
    Kenyan authorities released three prisoners. | RETREAT release Kenya > ‘three prisoners’
    Ana Ruiz expressed support for Omar Diallo. | SUPPORT Ruiz > Diallo
    Norway opened an investigation into Acme Shipping. | ACCUSE investigate Norway > Acme
    # nominalisations
    The seizure of the trawler by Kenya angered owners. | COERCE seize Kenya > ‘trawler’
    Ana Ruiz told Omar Diallo in a phone call on May 3 that she would stay. | CONSULT phone Ruiz+Diallo @2024-05-03
    Ana Ruiz, in a phone call to Omar Diallo on Monday, praised the harvest. | CONSULT phone Ruiz > Diallo @2024-05-06
    During a meeting with Omar Diallo on Monday, Ana Ruiz smiled. | CONSULT meet Ruiz+Diallo @2024-05-06
    Talks between Peru and Chile resumed on Tuesday. | CONSULT Peru+Chile @2024-05-07
    Chilean strikes on Peru followed. | ASSAULT Chile > Peru
    The arrest of Karl Lind shocked the town. | COERCE arrest > Lind
    # clauses
    The parade comes a day after Kenyan forces seized a trawler. | COERCE seize Kenya > ‘trawler’ @2024-05-05
    Omar Diallo, who met Ana Ruiz on Monday, left early. | CONSULT meet Diallo+Ruiz @2024-05-06
    Omar Diallo, president of Ghana, a close friend of Norway, met Ana Ruiz. | CONSULT meet Diallo+Ruiz
    On Monday, Ana Ruiz flew home and Chile condemned Peru. | ACCUSE disapprove Chile > Peru
    Ana Ruiz said Norway had sanctioned Acme Shipping. | SANCTION discontinue Norway > Acme
    Police said on Tuesday that gunmen had kidnapped Ines Costa. | ASSAULT abduct ‘gunmen’ > Costa
    A trawler seized by Kenya sank. | COERCE seize Kenya > ‘trawler’
    Ruiz Confirms Kenya Seized Trawler Off Ghana | COERCE seize Kenya > ‘Trawler’ in Ghana
    A man called Karl Lind sang. | -
    # status
    Kenya did not seize the trawler. | COERCE seize negated Kenya > ‘trawler’
    Chile never withdrew its troops from Peru. | RETREAT withdraw negated Chile > Peru
    Norway could impose sanctions on Latvia. | SANCTION discontinue hypothetical Norway > Latvia
    Ana Ruiz will meet Omar Diallo on Tuesday. | CONSULT meet hypothetical Ruiz+Diallo @2024-05-07
    Norway began to ease sanctions on Peru. | CONCEDE Norway > Peru
    Chile refused to recognise Ana Ruiz. | REJECT Chile
    If Kenya seizes the trawler, Ghana will complain. | COERCE seize hypothetical Kenya > ‘trawler’
    # no events
    Ana Ruiz said the harvest was good. | -
    Omar Diallo named Ines Costa special envoy. | -
    Ines Costa declined to comment. | -
    Chile seized the opportunity. | -
    The song hit the charts in Peru. | -
    Karl Lind called the plan a mistake. | -
    Acme Shipping shares fell on Monday. | -
    Ana Ruiz attacked the problem with energy. | -
    The call centre in Lima closed. | -
    A storm battered Peru. | -
    The storm bombarded Peru with hail. | -
    The hurricane killed Karl Lind. | -
    Karl Lind was killed in an earthquake in Peru. | -
    The virus attacked Ana Ruiz. | -
    The meeting room in Oslo is small. | -
    Kenya beat Ghana in the final. | -
    Norway fired its coach on Tuesday. | -
    # people who are only described
    The pickets blocked the harbour gates on Monday. | PROTEST obstruct ‘pickets’ @2024-05-06
    Customs officers searched the warehouse. | COERCE seize ‘Customs officers’ > ‘warehouse’
    Hundreds of bakers walked off the job. | PROTEST strike ‘Hundreds of bakers’
    Envoys and mediators met on Tuesday. | CONSULT meet ‘Envoys’+‘mediators’ @2024-05-07
    Neither Peru nor Chile has freed Omar Diallo. | RETREAT release negated Peru+Chile > Diallo
    Nobody arrested Omar Diallo. | COERCE arrest negated > Diallo
    They refused. | REJECT ‘They’
    # what is done by a noun, a particle or with a thing
    A jury found Omar Diallo guilty of arson. | SANCTION convict ‘jury’ > Diallo
    A mine exploded under the bus, killing three nuns. | ASSAULT explosives > ‘three nuns’
    Battles broke out between the cartel and the marines. | ASSAULT ‘cartel’+‘marines’
    The smugglers had bribed a clerk and attacked two guards. | ASSAULT ‘smugglers’ > ‘two guards’
    Joint patrols by Peru and Chile began on Monday. | COOPERATE Peru+Chile @2024-05-06
    The alleged murder of Ines Costa shocked Lima. | ASSAULT targeted reported > Costa
    Farm hands shut the plant down. | -
    Rebels attacked a ferry on Monday, killing six nuns. | ASSAULT ‘Rebels’ > ‘ferry’+‘six nuns’ @2024-05-06
    Omar Diallo offered to resign in a phone call with Ana Ruiz. | AGREE Diallo; CONSULT phone Diallo+Ruiz
    Ana Ruiz called Omar Diallo on Monday. | CONSULT phone Ruiz > Diallo @2024-05-06
    The plumbers asked the mayor for a meeting. | REQUEST meet ‘plumbers’ > ‘mayor’
    The actor visited his mother. | -
    The earnings call ended. | -
    # what is asked for, promised or threatened is no act yet
    Norway threatened to bomb the port. | THREATEN violence Norway
    The strikers demanded the release of Omar Diallo. | REQUEST yield ‘strikers’
    Kenya agreed to share data with Ghana. | AGREE Kenya > Ghana
    # things that nobody does to anybody
    The drought killed the cattle. | -
    Fans met the train at the station. | -
    The orchestra will travel to Norway. | -
    The press release is on the site. | -

    """)
}
