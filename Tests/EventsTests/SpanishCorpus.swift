import NewsModel
import TestSupport

extension Corpus {
  static let spanish = Corpus(
    language: LanguageCode("es"),
    names: [
      ("Ana Ruiz", .person, .name, "Ruiz"), ("Ruiz", .person, .name, "Ruiz"), ("Omar Diallo", .person, .name, "Diallo"),
      ("Diallo", .person, .name, "Diallo"), ("Karl Lind", .person, .name, "Lind"),
      ("Inés Costa", .person, .name, "Costa"),
      ("Perú", .location, .name, "Perú"), ("peruano", .location, .demonym, "Perú"),
      ("peruanas", .location, .demonym, "Perú"),
      ("Chile", .location, .name, "Chile"), ("chilena", .location, .demonym, "Chile"),
      ("chilenas", .location, .demonym, "Chile"), ("chileno", .location, .demonym, "Chile"),
      ("Kenia", .location, .name, "Kenia"), ("keniana", .location, .demonym, "Kenia"),
      ("Noruega", .location, .name, "Noruega"), ("Letonia", .location, .name, "Letonia"),
      ("Ghana", .location, .name, "Ghana"), ("Naviera Sol", .organization, .name, "Sol"),
      ("Oslo", .location, .name, "Oslo"), ("Nairobi", .location, .name, "Nairobi"), ("Lima", .location, .name, "Lima"),
    ],
    times: [
      ("el lunes", "2024-05-06"), ("el martes", "2024-05-07"), ("el 3 de mayo", "2024-05-03"),
      ("el mes pasado", "2024-04"), ("esta semana", "2024-W19"),
    ])

  static let spanishCases = cases(
    """
    # verbos, en activa y en pasiva
    La armada de Kenia incautó un pesquero el lunes. | COERCE seize Kenia > ‘pesquero’ @2024-05-06
    Un pesquero fue incautado por la armada de Kenia el lunes. | COERCE seize Kenia > ‘pesquero’ @2024-05-06
    El barco fue confiscado por Noruega. | COERCE seize Noruega > ‘barco’
    La policía de Noruega detuvo a Karl Lind en Oslo el martes. | COERCE arrest Noruega > Lind @2024-05-07 in Oslo
    Karl Lind fue detenido el martes. | COERCE arrest > Lind @2024-05-07
    Ana Ruiz condenó a Chile por la presa. | ACCUSE disapprove Ruiz > Chile
    Chile fue criticado por Ana Ruiz. | ACCUSE disapprove Ruiz > Chile
    Perú acusó a Chile de desviar un río. | ACCUSE allege Perú > Chile
    El tribunal condenó a Omar Diallo a nueve años de cárcel. | SANCTION convict ‘tribunal’ > Diallo
    Perú expulsó al embajador chileno el 3 de mayo. | SANCTION expel Perú > Chile @2024-05-03
    Ghana deportó a Omar Diallo el mes pasado. | COERCE deport Ghana > Diallo @2024-04
    Chile rechazó la oferta. | REJECT Chile
    Ana Ruiz dimitió el lunes. | RETREAT resign Ruiz @2024-05-06
    Inés Costa renunció esta semana. | RETREAT resign Costa @2024-W19
    Kenia donó tiendas a Ghana. | AID Kenia > Ghana
    Noruega envió alimentos a Kenia. | AID Noruega > Kenia
    Noruega envió dos buques a Letonia. | MOBILIZE weapons Noruega > Letonia
    Chile desplegó tropas en Nairobi. | MOBILIZE troops Chile in Nairobi
    Unos pistoleros secuestraron a Omar Diallo en Nairobi. | ASSAULT abduct ‘pistoleros’ > Diallo in Nairobi
    La aviación chilena bombardeó Perú el martes. | ASSAULT Chile > Perú @2024-05-07
    Miles de manifestantes marcharon contra Ana Ruiz en Lima. | PROTEST demo ‘Miles de manifestantes’ > Ruiz in Lima
    Noruega sancionó a Naviera Sol. | SANCTION discontinue Noruega > Sol
    # perífrasis y verbos ligeros
    Ana Ruiz se reunió con Omar Diallo en Nairobi el lunes. | CONSULT meet Ruiz+Diallo @2024-05-06 in Nairobi
    Ana Ruiz y Omar Diallo se reunieron el martes. | CONSULT meet Ruiz+Diallo @2024-05-07
    Ana Ruiz habló por teléfono con Omar Diallo. | CONSULT phone Ruiz+Diallo
    Ana Ruiz conversó con Omar Diallo por teléfono el 3 de mayo. | CONSULT phone Ruiz+Diallo @2024-05-03
    Ana Ruiz sostuvo una conversación telefónica con Omar Diallo. | CONSULT phone Ruiz+Diallo
    Omar Diallo mantuvo su segunda reunión con Ana Ruiz el martes. | CONSULT meet Diallo+Ruiz @2024-05-07
    Omar Diallo celebró un encuentro con Ana Ruiz el lunes. | CONSULT meet Diallo+Ruiz @2024-05-06
    Omar Diallo recibió a Ana Ruiz en Nairobi. | CONSULT visit Ruiz > Diallo in Nairobi
    Ana Ruiz llamó a Chile a abrir la presa. | REQUEST Ruiz > Chile
    Ana Ruiz pidió a Chile más paciencia. | REQUEST Ruiz > Chile
    Perú instó a Chile a retirar sus tropas. | REQUEST Perú > Chile
    Noruega impuso sanciones a Naviera Sol. | SANCTION discontinue Noruega > Sol
    Noruega y Letonia levantaron las sanciones a Perú el mes pasado. | CONCEDE Noruega+Letonia > Perú @2024-04
    Las sanciones fueron impuestas por Noruega. | SANCTION discontinue Noruega
    Noruega firmó un tratado con Letonia. | SUPPORT Noruega > Letonia
    Perú rompió relaciones con Chile. | SANCTION discontinue Perú > Chile
    Kenia retiró sus tropas de Ghana el 3 de mayo. | RETREAT withdraw Kenia > Ghana @2024-05-03
    Kenia liberó a tres presos. | RETREAT release Kenia > ‘tres presos’
    Ana Ruiz expresó su apoyo a Omar Diallo. | SUPPORT Ruiz > Diallo
    # nominalizaciones
    La incautación del pesquero por Kenia molestó a los dueños. | COERCE seize Kenia > ‘pesquero’
    Ana Ruiz le dijo a Omar Diallo durante una llamada telefónica el 3 de mayo que se quedaría. | CONSULT phone Ruiz+Diallo @2024-05-03
    Durante una reunión con Omar Diallo el lunes, Ana Ruiz sonrió. | CONSULT meet Ruiz+Diallo @2024-05-06
    En una llamada con Omar Diallo, Ana Ruiz elogió la cosecha. | CONSULT phone Ruiz+Diallo
    La detención de Karl Lind sorprendió al pueblo. | COERCE arrest > Lind
    El ataque de Chile contra Perú dejó daños. | ASSAULT Chile > Perú
    La reunión entre Perú y Chile empezó el martes. | CONSULT meet Perú+Chile @2024-05-07
    Tras el primer encuentro con Omar Diallo, ocurrido el lunes, Ana Ruiz calló. | CONSULT meet Ruiz+Diallo @2024-05-06
    # oraciones
    Omar Diallo, que se reunió con Ana Ruiz el lunes, salió pronto. | CONSULT meet Diallo+Ruiz @2024-05-06
    Omar Diallo, presidente de Ghana, se reunió con Ana Ruiz. | CONSULT meet Diallo+Ruiz
    Ana Ruiz dijo que Noruega había sancionado a Naviera Sol. | SANCTION discontinue Noruega > Sol
    Se reunieron Ana Ruiz y Omar Diallo en Lima. | CONSULT meet Ruiz+Diallo in Lima
    El pesquero incautado por Kenia se hundió. | COERCE seize Kenia > ‘pesquero’
    Chile condenó a Perú y Noruega expulsó a Karl Lind. | ACCUSE disapprove Chile > Perú; SANCTION expel Noruega > Lind
    # modalidad
    Kenia no incautó el pesquero. | COERCE seize negated Kenia > ‘pesquero’
    Chile nunca retiró sus tropas de Perú. | RETREAT withdraw negated Chile > Perú
    Noruega podría imponer sanciones a Letonia. | SANCTION discontinue hypothetical Noruega > Letonia
    Ana Ruiz se reunirá con Omar Diallo el martes. | CONSULT meet hypothetical Ruiz+Diallo @2024-05-07
    Perú habría enviado tropas a Kenia. | MOBILIZE troops reported Perú > Kenia
    Noruega comenzó a levantar las sanciones a Perú. | CONCEDE Noruega > Perú
    Si Kenia incauta el pesquero, Ghana protestará. | COERCE seize hypothetical Kenia > ‘pesquero’
    # nada
    Ana Ruiz dijo que la cosecha era buena. | -
    Omar Diallo nombró a Inés Costa enviada especial. | -
    Inés Costa se negó a hacer comentarios. | -
    Las acciones de Naviera Sol cayeron el lunes. | -
    La sala de reuniones de Oslo es pequeña. | -
    La tormenta golpeó Perú. | -
    El terremoto mató a Ana Ruiz. | -
    La tormenta atacó Perú con granizo. | -
    Kenia ganó a Ghana en la final. | -
    Ana Ruiz recibió un premio en Lima. | -
    La canción llegó a lo más alto en Perú. | -
    Omar Diallo encontró una solución. | -
    # people who are only described
    Los huelguistas cortaron la carretera el lunes. | PROTEST obstruct ‘huelguistas’ @2024-05-06
    Cientos de panaderos pararon el martes. | PROTEST strike ‘Cientos de panaderos’ @2024-05-07
    Los jueces no han liberado a nadie. | RETREAT release negated ‘jueces’
    Ni los jueces ni los guardias han liberado a Omar Diallo. | RETREAT release negated ‘jueces’+‘guardias’ > Diallo
    El jurado declaró culpable a Omar Diallo. | SANCTION convict ‘jurado’ > Diallo
    Una mina estalló bajo el autobús e hirió a tres monjas. | ASSAULT explosives > ‘tres monjas’
    El cártel y los marinos se enfrentaron el lunes. | ASSAULT ‘cártel’+‘marinos’ @2024-05-06
    Los piratas habían secuestrado a dos médicos y quemado el muelle. | ASSAULT abduct ‘piratas’ > ‘dos médicos’; ASSAULT destroy ‘piratas’ > ‘muelle’
    El presunto envenenamiento del alcalde conmovió al pueblo. | ASSAULT reported > ‘alcalde’
    # what is asked for, promised or threatened is no act yet
    Noruega amenazó con romper relaciones. | THREATEN relations Noruega
    Los vecinos exigieron la liberación de Omar Diallo. | REQUEST yield ‘vecinos’
    # things that nobody does to anybody
    La sequía mató al ganado. | -
    La orquesta viajará a Noruega. | -

    """)
}
