/// Invented sentences with the quotations that they hold; ``CorpusCase`` tells how a line is read.
let spanishCorpus = #"""
  # as in english.txt
  # dijo que
  La alcaldesa dijo que el puente seguirá cerrado hasta la primavera. | La alcaldesa | dijo | el puente seguirá cerrado hasta la primavera
  El ministro de Obras, Raúl Peña, aseguró que la presa es segura. | El ministro de Obras | aseguró | la presa es segura
  Raúl Peña, ministro de Obras, afirmó el lunes que la presa es segura. | Raúl Peña | afirmó | la presa es segura
  La empresa señaló que recurrirá la multa. | La empresa | señaló | recurrirá la multa
  Los fiscales explicaron que los testigos no acudieron. | Los fiscales | explicaron | los testigos no acudieron
  El fiscal explicó que los testigos no acudieron. | El fiscal | explicó | los testigos no acudieron
  La policía confirmó que detuvo a un tercer hombre. | La policía | confirmó | detuvo a un tercer hombre
  El sindicato anunció que habrá huelga el viernes. | El sindicato | anunció | habrá huelga el viernes
  Peña advirtió que el muro podría caer. | Peña | advirtió | el muro podría caer
  La jueza Marta Gil sostuvo que los documentos eran falsos. | La jueza Marta Gil | sostuvo | los documentos eran falsos
  El entrenador insistió en que su equipo jugó limpio. | El entrenador | insistió en | su equipo jugó limpio
  La ministra le dijo al embajador que las conversaciones seguirían. | La ministra | le dijo | las conversaciones seguirían
  Peña dijo a los periodistas el martes que no dimitirá. | Peña | dijo | no dimitirá
  Peña le dijo a Gil —durante una llamada el 3 de mayo— que el acuerdo estaba roto. | Peña | le dijo | el acuerdo estaba roto
  La oposición denunció que hubo fraude. | La oposición | denunció | hubo fraude
  El Gobierno reconoció que ignoró dos avisos. | El Gobierno | reconoció | ignoró dos avisos
  La fábrica indicó en un comunicado que cerrará en junio. | La fábrica | indicó | cerrará en junio
  Dos funcionarios dijeron que las conversaciones fracasaron. | Dos funcionarios? | dijeron | las conversaciones fracasaron
  Fuentes cercanas a la familia aseguraron que el testamento era falso. | Fuentes cercanas a la familia? | aseguraron | el testamento era falso
  Los analistas advierten que las cifras no cuadran. | Los analistas | advierten | las cifras no cuadran
  Varios vecinos contaron que el humo se veía desde lejos. | Varios vecinos? | contaron | el humo se veía desde lejos
  El informe concluye que las válvulas estaban gastadas. | El informe | concluye | las válvulas estaban gastadas
  La portavoz agregó que no hubo víctimas. | La portavoz | agregó | no hubo víctimas
  La Fiscalía precisó que el dinero pasó por tres bancos. | La Fiscalía | precisó | el dinero pasó por tres bancos
  El presidente del club, Iván Soto, declaró que venderá el estadio. | El presidente del club | declaró | venderá el estadio
  # detrás
  El puente seguirá cerrado, dijo la alcaldesa. | la alcaldesa | dijo | El puente seguirá cerrado
  La presa es segura, aseguró el ministro Raúl Peña. | el ministro Raúl Peña | aseguró | La presa es segura
  La multa es injusta, añadió la empresa. | la empresa | añadió | La multa es injusta
  El muro, advirtió Peña, podría caer. | Peña | advirtió | El muro, advirtió Peña, podría caer
  Las conversaciones fracasaron, dijeron dos funcionarios a Reuters. | dos funcionarios? > Reuters | dijeron | Las conversaciones fracasaron
  # directo
  “Vamos a reconstruir la escuela”, dijo la alcaldesa. | la alcaldesa | dijo | Vamos a reconstruir la escuela | direct
  «Vamos a reconstruir la escuela», afirmó Raúl Peña, ministro de Obras. | Raúl Peña | afirmó | Vamos a reconstruir la escuela | direct
  Raúl Peña dijo: “Vamos a reconstruir la escuela”. | Raúl Peña | dijo | Vamos a reconstruir la escuela | direct
  “La tormenta”, dijo Peña, “se lo llevó todo”. | Peña | dijo | La tormenta”, dijo Peña, “se lo llevó todo | direct
  “¿Quién paga esto?”, preguntó Iván Soto. | Iván Soto | preguntó | ¿Quién paga esto? | direct question
  “Lo sabían”, escribió la jueza Marta Gil. | la jueza Marta Gil | escribió | Lo sabían | direct
  “Perdimos el puerto. Perdimos los barcos”, contó Soto. | Soto | contó | Perdimos el puerto. Perdimos los barcos | direct
  “No tenemos agua”, dijo una vecina. | una vecina? | dijo | No tenemos agua | direct
  “Fue deliberado”, señaló Gil. “Sabían el riesgo”. | Gil | señaló | Fue deliberado | direct
  + | Gil [implied] | – | Sabían el riesgo | direct
  Raúl Peña: “Vamos a reconstruir la escuela” | Raúl Peña | : | Vamos a reconstruir la escuela | direct
  “No dimitiré”, respondió el ministro a los diputados. | el ministro | respondió | No dimitiré | direct
  “La bahía está limpia”, según la autoridad portuaria. | la autoridad portuaria | según | “La bahía está limpia” | mixed
  # mixto
  La alcaldesa dijo que la tormenta “se lo llevó todo” en el pueblo. | La alcaldesa | dijo | la tormenta “se lo llevó todo” en el pueblo | mixed
  El ministerio aseguró que la presa es “segura por ahora”. | El ministerio | aseguró | la presa es “segura por ahora” | mixed
  Peña expresó su “profundo dolor” por las familias. | Peña | expresó | su “profundo dolor” por las familias | mixed
  Soto calificó la sentencia de “licencia para contaminar”. | Soto | calificó | la sentencia de “licencia para contaminar” | mixed
  # según
  Según la guardia costera, el ferri chocó con una roca. | la guardia costera | Según | el ferri chocó con una roca
  De acuerdo con el ministerio, la presa es segura. | el ministerio | De acuerdo con | la presa es segura
  El ferri chocó con una roca, según la guardia costera. | la guardia costera | según | El ferri chocó con una roca
  El ferri, según la guardia costera, chocó con una roca. | la guardia costera | según | El ferri, según la guardia costera, chocó con una roca
  Según dos funcionarios, las conversaciones fracasaron. | dos funcionarios? | Según | las conversaciones fracasaron
  En palabras de la ministra, la sequía es histórica. | la ministra | En palabras de | la sequía es histórica
  La presa es segura, según informó el ministerio. | el ministerio | según informó | La presa es segura
  Según ha confirmado la policía, hubo dos detenidos. | la policía | Según ha confirmado | hubo dos detenidos
  La planta cerrará, según dijeron a Reuters tres personas cercanas a la empresa. | tres personas cercanas a la empresa? > Reuters | según dijeron | La planta cerrará
  La planta cerrará, según dijo a Reuters Marta Peña. | Marta Peña > Reuters | según dijo | La planta cerrará
  La planta cerrará, según fuentes que hablaron con Efe. | fuentes que hablaron con Efe? > Efe | según | La planta cerrará
  Citando a dos fuentes, Reuters informó que la planta cerrará. | dos fuentes? > Reuters | informó | la planta cerrará
  La planta cerrará, informó Reuters, que cita a dos fuentes. | dos fuentes? > Reuters | informó | La planta cerrará
  La planta cerrará en junio, dijo a la prensa Marta Peña. | Marta Peña | dijo | La planta cerrará en junio
  # cadenas
  De acuerdo con fuentes consultadas por Reuters, Peña le dijo a Soto que el acuerdo estaba roto. | fuentes consultadas por Reuters? > Reuters | De acuerdo con | Peña le dijo a Soto que el acuerdo estaba roto
  + | Peña > fuentes consultadas por Reuters? > Reuters | le dijo | el acuerdo estaba roto
  La agencia Efe informó que el ministro dijo al embajador que habrá diálogo. | La agencia Efe | informó | el ministro dijo al embajador que habrá diálogo
  + | el ministro > La agencia Efe | dijo | habrá diálogo
  “Habrá diálogo”, dijo el ministro, según Efe. | Efe | según | “Habrá diálogo”, dijo el ministro | mixed
  + | el ministro > Efe | dijo | Habrá diálogo | direct
  En una entrevista con Efe, Peña dijo que el acuerdo estaba roto. | Peña > Efe | dijo | el acuerdo estaba roto
  Peña afirmó que el acuerdo estaba roto, un mensaje difundido por la agencia Efe. | Peña > la agencia Efe | afirmó | el acuerdo estaba roto
  # peticiones, preguntas, desmentidos, silencio
  Peña pidió al consejo que repare el muro. | Peña | pidió | repare el muro | request
  El sindicato llamó a los obreros a parar las máquinas. | El sindicato | llamó a | parar las máquinas | request
  La oposición instó al Gobierno a publicar las cifras. | La oposición | instó | publicar las cifras | request
  El embajador preguntó si los presos estaban vivos. | El embajador | preguntó | si los presos estaban vivos | question
  La empresa negó que las válvulas estuvieran gastadas. | La empresa | negó | las válvulas estuvieran gastadas | denial
  Soto negó las acusaciones. | Soto | negó | las acusaciones | denial
  El ministerio desmintió que haya un acuerdo. | El ministerio | desmintió | haya un acuerdo | denial
  La empresa no respondió a una solicitud de comentarios. | La empresa | no respondió | no respondió a una solicitud de comentarios | no-response
  La embajada no quiso comentar la detención. | La embajada | no quiso comentar | no quiso comentar la detención | no-comment
  El ministro se negó a comentar el caso. | El ministro | se negó a comentar | se negó a comentar el caso | no-comment
  # varias
  La alcaldesa dijo que el puente está cerrado y pidió a los conductores que se queden en casa. | La alcaldesa | dijo | el puente está cerrado
  + | La alcaldesa [implied] | pidió | se queden en casa | request
  Peña dijo que el muro es seguro, pero Soto advirtió que caerá. | Peña | dijo | el muro es seguro
  + | Soto | advirtió | caerá
  Peña dijo que el muro es seguro, añadiendo que fue probado. | Peña | dijo | el muro es seguro
  + | Peña [implied] | añadiendo | fue probado
  La ministra llegó el lunes. Afirmó que no dimitirá. | La ministra [implied] | Afirmó | no dimitirá
  La afirmación de Soto de que las bombas eran nuevas era falsa. | Soto | afirmación | las bombas eran nuevas
  # ninguna
  El barco llevaba una carga “sucia”. | -
  Actuó en “El largo invierno” y en otras dos películas. | -
  La policía detuvo a un tercer hombre el lunes. | -
  El informe fue publicado el martes. | -
  El ministerio no dijo cuándo abrirá el puente. | -
  El país ganó el partido. | -
  La llamada duró una hora. | -
  Lo llaman “Flaco”. | -
  El comunicado se espera hoy. | -
  # qué se vincula con qué
  Soto vinculó la incautación con el narcotráfico. | Soto | vinculó | la incautación con el narcotráfico
  Soto atribuyó el incendio a los cables. | Soto | atribuyó | el incendio a los cables
  Soto culpó del accidente a la empresa. | Soto | culpó | del accidente a la empresa
  # quién habla, y qué
  Los agricultores cerraron el puente, alegando que no tienen agua. | Los agricultores [implied] | alegando | no tienen agua
  Según medios locales, el muro cayó. Uno de ellos, quien no dio su nombre, declaró que habrá más obras. | medios locales? | Según | el muro cayó
  + | Uno de ellos? | declaró | habrá más obras
  En la ciudad de Lodi, el alcalde Pedro Soto, declaró que el muro es seguro. | el alcalde Pedro Soto | declaró | el muro es seguro
  La alcaldesa prometió asfaltar todas las calles. | La alcaldesa | prometió | asfaltar todas las calles
  Peña dijo tener el material necesario. | Peña | dijo | tener el material necesario
  Peña pidió este viernes la renuncia de los jueces y que el consejo llame al diálogo. | Peña | pidió | la renuncia de los jueces y que el consejo llame al diálogo | request
  “Pedimos paz”, dijo Pedro Soto, dirigente del sector a la agencia Efe. | Pedro Soto > la agencia Efe | dijo | Pedimos paz | direct
  “Hicimos muchos cambios”, analizó Soto. | Soto | analizó | Hicimos muchos cambios | direct
  # through whom it came
  La bomba es nueva, asegura el diario Vera, que cita fuentes del taller. | fuentes del taller? > el diario Vera | asegura | La bomba es nueva
  Según el diario Vera, que cita a dos fontaneros, la bomba es nueva. | dos fontaneros? > el diario Vera | Según | la bomba es nueva
  La emisora Norlux, citando al taller, informó de que la bomba es nueva. | taller > La emisora Norlux | informó | la bomba es nueva
  Peña contó a la revista La Noria que la bomba es nueva. | Peña > la revista La Noria | contó | la bomba es nueva
  Peña aseguró a través de su abogada que la bomba es nueva. | Peña > su abogada | aseguró | la bomba es nueva
  La bomba es nueva, dijo un fontanero que pidió el anonimato. | un fontanero? | dijo | La bomba es nueva
  La bomba es nueva, anunció el viernes el diario Vera sin revelar sus fuentes. | el diario Vera | anunció | La bomba es nueva
  Según dijo un fontanero a Radio Vera, la bomba es nueva. | un fontanero? > Radio Vera | Según dijo | la bomba es nueva
  Como recordó la alcaldesa, la bomba es nueva. | la alcaldesa | Como recordó | la bomba es nueva
  Como la bomba es nueva, el pueblo tiene agua. | -
  La obra que cita el maestro se escribió en Lodi. | -
  # who speaks, with something between the verb and him
  «La bomba es nueva», explicó desde el tejado el capitán Soto. | el capitán Soto | explicó | La bomba es nueva | direct
  «La bomba es nueva», cuenta Iván Soto. | Iván Soto | cuenta | La bomba es nueva | direct
  La alcaldesa preguntó por qué nadie revisó la bomba. | La alcaldesa | preguntó | por qué nadie revisó la bomba | question
  A juicio de la fontanera, Marta Gil, la bomba es nueva. | la fontanera | A juicio de | la bomba es nueva
  La ONG Río Claro alerta de que la bomba pierde agua. | La ONG Río Claro | alerta | la bomba pierde agua
  La alerta de ayer duró dos horas. | -
  Gil, a quien los vecinos acusan de mentir, cerró el taller. | los vecinos | acusan | mentir
  """#
