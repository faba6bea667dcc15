/// Invented sentences of a text dated Thursday 16 May 2024, 10:00, one a line: the time expressions are marked, their values follow the
/// arrow in order. A line without marks holds no time expression. The article is part of the expression, as in the Spanish
/// TIMEX3 guidelines (Saurí, Saquete, Pustejovsky 2010).
let spanishCorpus = """
  El juez falló ⟦el jueves⟧. → 2024-05-16
  El juez falló ⟦el miércoles⟧. → 2024-05-15
  El juez fallará ⟦el lunes⟧. → 2024-05-20
  El juez falló ⟦el pasado jueves⟧. → 2024-05-09
  El juez falló ⟦el jueves pasado⟧. → 2024-05-09
  El juez fallará ⟦el próximo martes⟧. → 2024-05-21
  El juez fallará ⟦el martes próximo⟧. → 2024-05-21
  El puente seguirá cerrado hasta ⟦el sábado⟧. → 2024-05-18
  La huelga empezó ⟦este lunes⟧. → 2024-05-13
  Llegó ⟦hoy⟧. → 2024-05-16
  Llegó ⟦ayer⟧. → 2024-05-15
  Llegará ⟦mañana⟧. → 2024-05-17
  Llegó ⟦anteayer⟧. → 2024-05-14
  Llegará ⟦pasado mañana⟧. → 2024-05-18
  Llegó ⟦anoche⟧. → 2024-05-15TNI
  Llegará ⟦esta noche⟧. → 2024-05-16TNI
  Llegó ⟦esta mañana⟧. → 2024-05-16TMO
  Llegó ⟦ayer por la tarde⟧. → 2024-05-15TAF
  Llegó ⟦el martes por la noche⟧. → 2024-05-14TNI
  Llegó en ⟦la madrugada del martes⟧. → 2024-05-14TMO
  Llegó ⟦hoy, jueves⟧. → 2024-05-16
  El barco salió a ⟦las 14:30⟧. → 2024-05-16T14:30
  El barco salió a ⟦las 14:30 horas⟧ del puerto. → 2024-05-16T14:30
  El barco salió a ⟦las seis de la tarde⟧. → 2024-05-16T18:00
  El barco salió a ⟦las 9 de la mañana⟧. → 2024-05-16T09:00
  El barco salió a ⟦las 9:15 a. m.⟧ del puerto. → 2024-05-16T09:15
  El barco salió a ⟦las 10.30 horas⟧. → 2024-05-16T10:30
  El barco salió a ⟦las seis de la mañana de ayer⟧. → 2024-05-15T06:00
  El mercado cerró a ⟦las 18:00 GMT⟧. → 2024-05-16T18:00Z
  El barco salió a ⟦medianoche⟧. → 2024-05-16T00:00
  Llovió ⟦esta semana⟧. → 2024-W20
  Llovió ⟦la semana pasada⟧. → 2024-W19
  Lloverá ⟦la próxima semana⟧. → 2024-W21
  Lloverá ⟦la semana que viene⟧. → 2024-W21
  Llovió ⟦el mes pasado⟧. → 2024-04
  Llovió ⟦este mes⟧. → 2024-05
  Lloverá ⟦el próximo mes⟧. → 2024-06
  Los precios subieron ⟦el año pasado⟧. → 2023
  Los precios subieron ⟦este año⟧. → 2024
  Los precios subirán ⟦el año próximo⟧. → 2025
  Los precios subirán ⟦el año que viene⟧. → 2025
  Los precios subieron ⟦el pasado año⟧. → 2023
  Los precios subieron a ⟦principios de este año⟧. → 2024
  Los precios subieron a ⟦finales del año pasado⟧. → 2023
  Ganó ⟦el fin de semana pasado⟧. → 2024-W19-WE
  Juega ⟦este fin de semana⟧. → 2024-W20-WE
  Murieron ⟦hace dos días⟧. → 2024-05-14
  Murieron ⟦hace tres semanas⟧. → 2024-W17
  La presa se rompió ⟦hace cinco meses⟧. → 2023-12
  La presa se rompió ⟦hace diez años⟧. → 2014
  La presa se rompió ⟦hace casi 20 años⟧. → 2004
  La alarma sonó ⟦hace dos horas⟧. → 2024-05-16T08
  El ministro lo negó ⟦hace años⟧. → PAST_REF
  El ministro lo negó ⟦hace unos días⟧. → PAST_REF
  El ministro lo negó ⟦recientemente⟧. → PAST_REF
  Subió en ⟦años recientes⟧. → PAST_REF
  Subió en ⟦meses recientes⟧. → PAST_REF
  ⟦Actualmente⟧ dirige nueve minas. → PRESENT_REF
  ⟦Ahora⟧ dirige nueve minas. → PRESENT_REF
  Hasta ⟦el momento⟧ dirige nueve minas. → PRESENT_REF
  Cerrará la mina ⟦próximamente⟧. → FUTURE_REF
  En ⟦el futuro⟧ cerrará la mina. → FUTURE_REF
  El sitio duró ⟦17 días⟧. → P17D
  El sitio duró ⟦más de dos semanas⟧. → P2W
  El sitio duró ⟦cuatro semanas⟧. → P4W
  El sitio duró ⟦un año⟧. → P1Y
  El sitio duró ⟦dos semanas y media⟧. → P2.5W
  El sitio duró ⟦varios meses⟧. → PXM
  El sitio duró ⟦30 horas⟧. → PT30H
  El sitio duró ⟦treinta y cinco días⟧. → P35D
  El sitio duró ⟦dos años y tres meses⟧. → P2Y3M
  El sitio duró ⟦medio siglo⟧. → P50Y
  El sitio duró ⟦un par de años⟧. → P2Y
  Es el peor dato en ⟦años⟧. → PXY
  Es el peor dato en ⟦décadas⟧. → PXDE
  Construirán en ⟦los próximos cuatro años⟧. → P4Y
  Cayó en ⟦los últimos seis meses⟧. → P6M
  Cayó en ⟦las últimas semanas⟧. → PXW
  Cayó en ⟦los últimos años⟧. → PXY
  Tiene ⟦45 años⟧. → P45Y
  Canta ⟦cada viernes⟧. → SET XXXX-WXX-5
  Canta ⟦los viernes⟧. → SET XXXX-WXX-5
  Canta ⟦todos los días⟧. → SET P1D
  Canta ⟦cada año⟧. → SET P1Y
  Canta ⟦cada dos semanas⟧. → SET P2W
  Celebra una feria ⟦anual⟧. → SET P1Y
  Canta dos veces ⟦por semana⟧. → SET P1W
  Canta dos veces ⟦al mes⟧. → SET P1M
  El pacto se firmó ⟦el 3 de marzo de 2019⟧. → 2019-03-03
  El pacto se firmó ⟦el 3 de marzo del 2019⟧. → 2019-03-03
  El pacto se firmó ⟦el 21 de noviembre⟧. → 2023-11-21
  El pacto se firmará ⟦el 21 de noviembre⟧. → 2024-11-21
  El pacto se firmó ⟦el pasado 2 de abril⟧. → 2024-04-02
  El pacto se firmará ⟦el próximo 2 de junio⟧. → 2024-06-02
  El pacto se firmó ⟦el lunes 29 de abril⟧. → 2024-04-29
  El pacto se firmó ⟦el lunes, 29 de abril de 2024⟧. → 2024-04-29
  El pacto se firmó ⟦el 1 de enero⟧. → 2024-01-01
  El pacto se firmó ⟦el primero de mayo⟧. → 2024-05-01
  El pacto se firmó ⟦el 2019-03-03⟧. ⟦Hoy⟧ rige. → 2019-03-03; 2024-05-16
  El pacto se firmó en ⟦noviembre⟧. → 2023-11
  El pacto se firmó en ⟦marzo⟧. → 2024-03
  El pacto se firmará en ⟦noviembre⟧. → 2024-11
  El pacto se firmó en ⟦mayo de 2018⟧. → 2018-05
  El pacto se firmó en ⟦noviembre pasado⟧. → 2023-11
  El pacto se firmó ⟦el pasado noviembre⟧. → 2023-11
  El pacto rige desde ⟦septiembre⟧. → 2023-09
  El pacto rige desde ⟦2013⟧. → 2013
  El pacto se firmó en ⟦2013⟧. → 2013
  El pacto se firmó a ⟦principios de 2021⟧. → 2021
  El pacto se firmó a ⟦mediados de agosto⟧. → 2023-08
  El pacto rigió entre ⟦2015⟧ y ⟦2018⟧. → 2015; 2018
  El pacto rigió de ⟦2015⟧ a ⟦2018⟧. → 2015; 2018
  El pacto rigió entre ⟦enero⟧ y ⟦marzo de 2021⟧. → 2021-01; 2021-03
  El campamento fue ⟦del 3⟧ ⟦al 5 de noviembre⟧. → 2023-11-03; 2023-11-05
  Lo escribió en ⟦los años 90⟧. → 199
  Lo escribió en ⟦los años noventa⟧. → 199
  Lo escribió en ⟦la década de los noventa⟧. → 199
  Lo escribió en ⟦los 80⟧. → 198
  Lo escribió en ⟦la década de 1980⟧. → 198
  Lo escribió en ⟦los años sesenta⟧ y ⟦setenta⟧. → 196; 197
  Lo escribió en ⟦el siglo XIX⟧. → 18
  Lo escribió a ⟦finales del siglo XX⟧. → 19
  Vendió bien en ⟦el primer trimestre de 2022⟧. → 2022-Q1
  Vendió bien en ⟦el primer trimestre⟧. → 2024-Q1
  Vendió bien en ⟦el segundo semestre de 2022⟧. → 2022-H2
  Nevó ⟦el invierno pasado⟧. → 2023-WI
  Fue seco ⟦el verano de 2019⟧. → 2019-SU
  Será seco ⟦este verano⟧. → 2024-SU
  Cerró en ⟦Navidad⟧. → 2023-12-25
  Cerró en ⟦la Navidad de 2021⟧. → 2021-12-25
  Cerró en ⟦Nochebuena⟧. → 2023-12-24
  Cerró ⟦el Viernes Santo⟧. → 2024-03-29
  El incendio fue ⟦el lunes⟧. La policía llegó ⟦dos días después⟧. → 2024-05-13; 2024-05-15
  El incendio fue ⟦el lunes⟧. Murió ⟦al día siguiente⟧. → 2024-05-13; 2024-05-14
  El incendio fue ⟦el lunes⟧. Renunció ⟦un día antes⟧. → 2024-05-13; 2024-05-12
  El incendio fue ⟦el lunes⟧. Murió ⟦ese mismo día⟧. → 2024-05-13; 2024-05-13
  La llamada llega ⟦un día después de⟧ la captura del barco. → 2024-05-15
  Se reunieron en ⟦2011⟧. ⟦Ese año⟧ no llovió. → 2011; 2011
  RENUNCIA EL ALCALDE ⟦EL JUEVES⟧ → 2024-05-16
  Los precios suben en ⟦lo que va de año⟧. → 2024
  ⟦Todo el año⟧ llovió. → P1Y
  Nació en la ciudad en ⟦1950⟧. → 1950
  La ley entró en vigor en ⟦enero del año pasado⟧. → 2023-01
  La ley vence ⟦dentro de dos meses⟧. → 2024-07
  Se vieron ⟦el día 12⟧. → 2024-05-12
  Se vieron a ⟦primera hora de la mañana⟧. → 2024-05-16TMO
  Está cerrado por ⟦la noche⟧ y no abre. → 2024-05-16TNI
  Canta en la plaza desde ⟦hace diez años⟧. → 2014
  Ya ⟦hace tres meses⟧ que cerró. → P3M
  La presa se rompió ⟦hace ahora un año⟧. → 2023
  El incendio empezó ⟦dos días⟧ después de la feria. → P2D
  El incendio empezó ⟦cinco horas⟧ antes del partido. → PT5H
  El puente abrirá en ⟦dos⟧ o ⟦tres años⟧. → P2Y; P3Y
  La obra durará de ⟦ocho⟧ a ⟦diez meses⟧. → P8M; P10M
  Detuvieron a Ana Ruiz, de ⟦33⟧, y a su socio. → P33Y
  El pacto se firmó ⟦el uno de marzo⟧. → 2024-03-01
  El pacto se firmó ⟦el 12 de este mes⟧. → 2024-05-12
  El pacto se firmó en ⟦2011⟧. Hasta ⟦esa fecha⟧ no lo había. → 2011; 2011
  Ganó en ⟦los años 2008⟧, ⟦2012⟧ y ⟦2016⟧. → 2008; 2012; 2016
  Vendió más en ⟦el primer trimestre⟧ que en ⟦el mismo periodo de 2021⟧. → 2024-Q1; 2021-Q1
  Vendió bien en ⟦el segundo trimestre⟧. → 2024-Q2
  Los precios subieron respecto ⟦al año anterior⟧. → 2023
  Llegó ⟦el pasado viernes por la noche⟧. → 2024-05-10TNI
  Llegó en ⟦la tarde de este lunes⟧. → 2024-05-13TAF
  Llegó a ⟦las 5 y cuarto de la tarde⟧. → 2024-05-16T17:15
  Llegó ⟦al mediodía⟧. → 2024-05-16TMI
  Esperó en ⟦la última media hora⟧. → PT0.5H
  Esperó ⟦un buen rato⟧. → PTXM
  Esperó ⟦un lustro⟧. → P5Y
  ⟦Algún día⟧ volverá. → FUTURE_REF
  ⟦El otro día⟧ volvió. → PAST_REF
  Desde ⟦entonces⟧ no llueve. → PAST_REF
  La ⟦hoy⟧ alcaldesa no llegó. → PRESENT_REF
  Es un plan a ⟦largo plazo⟧. → FUTURE_REF
  Cerró ⟦la Ascensión⟧. → 2024-05-09
  Y entonces llegó la lluvia.
  Frente al 16 que votó, el resto calló.
  Plácido Domingo cantó bien.
  Santo Domingo ganó el partido.
  Julio Iglesias cantó bien.
  Abril Méndez cantó bien.
  Vinieron 2025 personas.
  Costó $2013 en total.
  Unas 2.000 casas ardieron.
  Ganaron 3-5 y perdieron 2-1.
  Llame al 555-1234.
  Corrió 1999 metros.
  El segundo hombre corrió.
  El diario publicó la carta.
  Un tercio de los votantes no fue.
  El artículo 2010 lo prohíbe.
  La mar estaba en calma.
  El sol salió sobre la plaza.
  Subió un 3 por ciento.
  Buenos días a todos.
  La versión 10.2.3 salió.
  Set y partido para la tenista.
  El 1 por ciento votó.
  Una docena de buques salió.
  La ley número 1990 lo prohíbe.
  El disco no gustó a Marzo Ruiz.
  """
