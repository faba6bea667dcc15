/// Pages written for the tests: other kinds of news, other furniture, nothing of it taken from the press.
let inventedPages: [InventedPage] = [
  InventedPage(
    "a match report",
    """
    section:Sport
    T:Harbour Rovers edge Millbrook in shoot-out to reach cup final
    byline:By Tom Weller
    date:Published 14 March 2024
    share:Share this article
    P:Harbour Rovers reached their first cup final in thirty years after beating Millbrook Town 4-2 on penalties on Wednesday night.
    P:The tie had finished 1-1 after extra time, with Dario Lund cancelling out an early header from Sam Okoro.
    caption:Dario Lund celebrates his equaliser at Quay Park (Image: Getty Images)
    P:“We never stopped believing,” said manager Ines Calder. “The boys ran until their legs gave out.”
    H:Nerves of steel
    P:Goalkeeper Leo Marsh saved two kicks before Lund rolled in the winner.
    related:Read more: Why Quay Park could be torn down by 2026
    P:Rovers will meet the winner of Thursday's tie in May.
    subscribe:Sign up for our free football newsletter
    comments:Leave a comment
    comments:Your email address will not be published.
    """),
  InventedPage(
    "a court report from an agency",
    """
    T:Former mayor jailed for six years over bridge contracts
    advert:Advertisement
    dateline:PORT ELLEN (AP) — ¦P:A former mayor was sentenced to six years in prison on Tuesday for taking bribes from a company that built two bridges.
    P:Judge Helena Voss said Martin Grell had “sold the trust of a whole town for a kitchen and a boat.”
    P:Grell, 61, showed no emotion as the sentence was read out.
    related:RELATED
    related:Bridge inspectors missed cracks for a decade, report finds
    P:Prosecutors had asked for nine years, arguing that the bribes delayed repairs on a bridge that later closed.
    P:His lawyer said he would appeal.
    disclaimer:This article was translated with the help of AI tools and checked by an editor.
    interface:Load more
    """),
  InventedPage(
    "results of a company behind a paywall",
    """
    T:Norvik profit doubles as freight rates climb
    D:Shipping group raises its forecast for the year and plans to buy back shares
    byline:By Ana Ruiz
    date:Updated 7 Aug 2023, 09:15
    P:Norvik said on Monday that its net profit more than doubled in the second quarter as freight rates rose on most routes.
    subscribe:To continue reading, please subscribe
    subscribe:Premium
    subscribe:$1 for the first month
    subscribe:• Unlimited access to every story
    subscribe:• Cancel any time
    subscribe:Already a subscriber? Log in
    P:Revenue grew 18 per cent to $4.2 billion, the company said in a statement.
    P:Analysts had expected $3.9 billion.
    H:Share buyback
    P:The board approved a plan to buy back shares worth $300 million by the end of the year.
    P:“We are cautious about the winter,” chief executive Lena Dahl told reporters.¦credit: REUTERS
    """),
  InventedPage(
    "a storm, from an outlet's live desk",
    """
    outlet:Coastal Herald¦date: · 3h ago
    T:Storm Petra leaves thousands without power along the northern coast
    P:Thousands of homes were without power on Friday after Storm Petra brought down lines along the northern coast overnight.
    P:The grid operator said crews had reached 40 of the 65 places where lines were down.
    H:What we know so far
    P:No deaths have been reported, but three people were taken to hospital in Kelby.
    P:Schools in the district will stay closed until Monday, the council said.
    correction:Correction: An earlier version of this article gave the wrong number of homes.
    credit:Photo courtesy: Mara Lindqvist from Unsplash
    """),
  InventedPage(
    "no title, a caption first",
    """
    caption:Finance Minister Olga Brandt (right) and central bank governor Paul Teller (left) arrived together for the talks.
    dateline:VIENNA, March 3 (Reuters) - ¦P:Ministers agreed on Sunday to extend the loan by two years, after talks that ran past midnight.
    P:The agreement still needs the approval of four parliaments.
    P:“This buys time, not peace,” Brandt said.
    P:The government did not comment.¦credit: (Reuters)
    """),
  InventedPage(
    "un juicio",
    """
    section:Sociedad
    T:El jurado declara culpable al constructor por el derrumbe de la escuela
    D:La sentencia se conocerá en mayo y la fiscalía pedirá ocho años de cárcel para el acusado.
    byline:Por Lucía Ferrer
    date:Publicado el 12 de marzo de 2024 a las 18:30
    P:El jurado declaró culpable este martes al constructor Ramiro Sanz por el derrumbe que dejó once heridos en una escuela.
    related:Lea también: La escuela había pasado la inspección un mes antes
    P:La fiscalía sostuvo que la empresa usó un hormigón más barato que el previsto en el contrato.
    caption:El constructor Ramiro Sanz, a su llegada al tribunal
    credit:Foto: Agencia Norte
    P:“No hay justicia que nos devuelva la calma”, dijo la madre de uno de los alumnos.
    H:Un informe que nadie leyó
    P:Según el sumario, un técnico avisó del riesgo dos años antes.
    subscribe:Suscríbete a nuestro boletín y recibe las noticias en tu correo
    share:Comparte esta noticia
    """),
  InventedPage(
    "un partido",
    """
    T:El Atlético Marina remonta y se mete en la final
    byline:Redacción
    date:Actualizado a las 23:10 del 5 de junio de 2022
    dateline:VALENCIA, 5 Jun. (EUROPA PRESS) - ¦P:El Atlético Marina remontó este domingo ante el Deportivo Olmos (3-2) y jugará la final de la Copa por primera vez.
    P:El equipo de Nuria Campos perdía por dos goles al descanso.
    embed:Cargando contenido de Twitter
    P:Tres tantos en un cuarto de hora dieron la vuelta al marcador.
    P:“Ha sido una locura”, resumió la entrenadora.
    related:Te puede interesar:
    related:Así será la final de la Copa en el estadio nuevo
    comments:Deja una respuesta
    comments:Tu dirección de correo electrónico no será publicada.
    """),
  InventedPage(
    "una empresa, con crédito de agencia",
    """
    outlet:DIARIO DEL PUERTO
    section:Economía
    T:La naviera Bóreas despedirá a 300 trabajadores
    P:La naviera Bóreas anunció el lunes que despedirá a 300 trabajadores por la caída de los fletes.
    P:El comité de empresa dijo que la dirección no negoció la medida.
    advert:Publicidad
    P:La compañía perdió 12 millones de euros el año pasado.
    P:El sindicato convocará una huelga en junio, dijo su portavoz.¦credit: (EFE)
    disclaimer:Esta nota fue elaborada con ayuda de inteligencia artificial y revisada por un editor.
    """),
  InventedPage(
    "an interview with questions and a list",
    """
    T:‘I draw the sea because it never sits still’
    byline:By Mina Torvald
    date:3 May 2021
    P:Painter Elsa Quint has spent forty years on the same cliff, and says that she is only now getting the waves right.
    H:What made you stay?
    P:I could not afford to leave, and then I did not want to.
    P:Three of her pictures go on show this week:
    P:• Grey Morning, 1984
    P:• The Ferry, 1999
    P:• Low Tide, 2020
    P:The gallery in Kelby opens on Friday at six.
    share:Share
    """),
  InventedPage(
    "the lede twice, above and below the offer",
    """
    T:Council votes to close the old library
    duplicate:The council voted on Monday night to close the town’s old library by the end of the year despite a petition.
    subscribe:Subscribe now
    subscribe:£5 per month
    subscribe:Cancel anytime
    P:The council voted on Monday night to close the town's old library by the end of the year despite a petition.
    P:More than 2,000 people had signed the petition.
    P:“Books do not vote,” said councillor Peter Amble.
    section:Local news
    """),
  InventedPage(
    "an outlet where a place would stand",
    """
    T:Fishermen end their blockade of the harbour
    caption:Fishermen (left) talk to police at the harbour gate. Photo: Port Authority.
    dateline:Tidewatch, March 3, 2024. ¦P:Fishermen ended their blockade of the harbour on Sunday after the ministry promised to cut fuel taxes.
    P:Forty boats had closed the channel for six days.
    P:The ministry did not say when the cut would take effect.
    """),
  InventedPage(
    "a science story with share buttons and tags",
    """
    navigation:Home
    section:Science
    T:Octopuses throw shells at each other, and seem to mean it
    share:Facebook
    share:Twitter
    share:Copy link
    P:Octopuses off the southern coast throw shells and silt at one another, according to a study published this week.
    P:Researchers filmed more than a hundred throws over two seasons.
    interface:Listen to this article
    P:Most throws came from females, and about a third hit another animal.
    H:Aimed or not?
    P:The authors say that hits were more frequent when the thrower looked dark, a sign of aggression.
    section:Tags: octopus, behaviour, sea
    related:Most read
    related:Why whales sing lower every year in all oceans
    related:The fish that learned to count to five
    """),
  InventedPage(
    "an election round-up with an update and wire credits",
    """
    T:Ruling party loses majority in island vote
    P:The ruling party lost its majority in Sunday's vote on the islands, and its leader said that she would step down.
    P:With all ballots counted, the party held 19 of 45 seats, the electoral commission said.
    P:Turnout was 71%, the highest in two decades.
    advert:Story continues below advertisement
    P:Opposition leader Karim Dacosta called the result “a door, not yet a house”.
    P:Talks on a coalition begin on Tuesday.
    credit:(Reporting by Ines Calder; Editing by Tom Weller)
    correction:(This story has been updated with the final count)
    """),
]
