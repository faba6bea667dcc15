"""Writes demonyms.tsv of en/ and es/: the editors' lists below, with genders and numbers worked out.

A line is a key (an ISO code, or "place:x" with the code of its country, if one) and forms. English: a plain form is adjective and noun
("Belarusian", plural with -s); "a:" marks an adjective only, "p:" people only, with an irregular plural behind "/".
Spanish: the masculine; the other forms follow from its ending, or stand behind "/".
"""
from common import resource, write_table

ENGLISH = """
AF Afghan p:Afghani
AL Albanian
DZ Algerian
AD Andorran
AO Angolan
AG Antiguan a:Barbudan
AR Argentine Argentinian Argentinean
AM Armenian
AU Australian p:Aussie
AT Austrian
AZ Azerbaijani p:Azeri
BS Bahamian
BH Bahraini
BD Bangladeshi
BB Barbadian
BY Belarusian Belarussian Byelorussian Belorussian
BE Belgian
BZ Belizean
BJ Beninese/Beninese
BT Bhutanese/Bhutanese
BO Bolivian
BA Bosnian
BW Botswanan p:Motswana/Batswana
BR Brazilian
BN Bruneian
BG Bulgarian
BF Burkinabe/Burkinabe Burkinabè/Burkinabè
MM Burmese/Burmese
BI Burundian
KH Cambodian
CM Cameroonian
CA Canadian
CV a:Cape-Verdean
CF a:Central-African
TD Chadian
CL Chilean
CN Chinese/Chinese
CO Colombian
KM Comorian Comoran
CG Congolese/Congolese
CR a:Costa~Rican p:Costa~Rican
CI Ivorian
HR Croatian p:Croat
CU Cuban
CY Cypriot
CZ Czech
DK a:Danish p:Dane
DJ Djiboutian
DM a:Dominiquais
DO Dominican
TL Timorese/Timorese a:East~Timorese
EC Ecuadorian Ecuadorean
EG Egyptian
SV Salvadoran Salvadorean Salvadorian
GQ a:Equatorial~Guinean
ER Eritrean
EE Estonian
SZ Swazi
ET Ethiopian
FJ Fijian
FI a:Finnish p:Finn
FR a:French p:Frenchman/Frenchmen p:Frenchwoman/Frenchwomen
GA Gabonese/Gabonese
GM Gambian
GE Georgian
DE German
GH Ghanaian
GR Greek
GL a:Greenlandic p:Greenlander
GD Grenadian
GT Guatemalan
GN Guinean
GW a:Bissau-Guinean
GY Guyanese/Guyanese
HT Haitian
HN Honduran
HK a:Hong~Kong p:Hongkonger p:Hong~Konger
HU Hungarian
IS a:Icelandic p:Icelander
IN Indian
ID Indonesian
IR Iranian Persian
IQ Iraqi
IE a:Irish p:Irishman/Irishmen p:Irishwoman/Irishwomen
IL Israeli
IT Italian
JM Jamaican
JP Japanese/Japanese
JO Jordanian
KZ Kazakh a:Kazakhstani
KE Kenyan
KI a:I-Kiribati
KP a:North~Korean p:North~Korean a:N.~Korean
KR a:South~Korean p:South~Korean a:S.~Korean
XK Kosovar Kosovan
KW Kuwaiti
KG Kyrgyz/Kyrgyz
LA Laotian a:Lao
LV Latvian
LB Lebanese/Lebanese
LS a:Basotho
LR Liberian
LY Libyan
LI p:Liechtensteiner
LT Lithuanian
LU a:Luxembourgish p:Luxembourger
MG Malagasy/Malagasy
MW Malawian
MY Malaysian
MV Maldivian
ML Malian
MT Maltese/Maltese
MH Marshallese/Marshallese
MR Mauritanian
MU Mauritian
MX Mexican
FM Micronesian
MD Moldovan
MC a:Monegasque
MN Mongolian
ME Montenegrin
MA Moroccan
MZ Mozambican
NA Namibian
NR Nauruan
NP Nepali Nepalese/Nepalese
NL a:Dutch p:Dutchman/Dutchmen p:Dutchwoman/Dutchwomen
NZ p:New~Zealander a:Kiwi
NI Nicaraguan
NE a:Nigerien
NG Nigerian
MK Macedonian a:North~Macedonian
NO Norwegian
OM Omani
PK Pakistani
PW Palauan
PS Palestinian
PA Panamanian
PG a:Papua~New~Guinean p:Papua~New~Guinean
PY Paraguayan
PE Peruvian
PH a:Philippine p:Filipino p:Filipina
PL ?a:Polish p:?Pole
PT Portuguese/Portuguese
PR a:Puerto~Rican p:Puerto~Rican
QA Qatari
RO Romanian
RU Russian
RW Rwandan
KN Kittitian
LC a:Saint~Lucian
VC Vincentian
WS Samoan
SM Sammarinese/Sammarinese
ST a:Sao~Tomean
SA Saudi a:Saudi~Arabian
SN Senegalese/Senegalese
RS Serbian p:Serb
SC Seychellois/Seychellois
SL a:Sierra~Leonean p:Sierra~Leonean
SG Singaporean
SK Slovak Slovakian
SI Slovenian p:Slovene
SB a:Solomon~Islander
SO Somali Somalian
ZA a:South~African p:South~African
SS a:South~Sudanese
ES a:Spanish p:Spaniard
LK a:Sri~Lankan p:Sri~Lankan
SD Sudanese/Sudanese
SR Surinamese/Surinamese
SE a:Swedish p:Swede
CH a:Swiss
SY Syrian
TW Taiwanese/Taiwanese
TJ Tajik Tajikistani
TZ Tanzanian
TH Thai
TG Togolese/Togolese
TO Tongan
TT Trinidadian Tobagonian
TN Tunisian
TR a:Turkish p:Turk
TM Turkmen
TV Tuvaluan
UG Ugandan
UA Ukrainian
AE Emirati
GB a:British p:Briton p:Brit
US American a:U.S. a:US-American
UY Uruguayan
UZ Uzbek Uzbekistani
VU a:Ni-Vanuatu
VA a:?Vatican
VE Venezuelan
VN Vietnamese/Vietnamese
EH Sahrawi Saharawi
YE Yemeni
ZM Zambian
ZW Zimbabwean
FK p:Falklander a:Falkland
GI Gibraltarian
GU Guamanian
BM Bermudian Bermudan
FO Faroese/Faroese
place:england=GB a:English p:Englishman/Englishmen p:Englishwoman/Englishwomen
place:scotland=GB a:Scottish p:Scot p:Scotsman/Scotsmen
place:wales=GB a:Welsh p:Welshman/Welshmen
place:northern-ireland=GB a:Northern~Irish
place:catalonia=ES Catalan
place:basque-country=ES Basque
place:galicia=ES Galician
place:andalusia=ES Andalusian
place:corsica=FR Corsican
place:brittany=FR Breton
place:bavaria=DE Bavarian
place:sicily=IT Sicilian
place:flanders=BE a:Flemish
place:kurdistan Kurdish p:Kurd
place:tibet=CN Tibetan
place:chechnya=RU Chechen
place:dagestan=RU Dagestani
place:crimea=UA Crimean
place:quebec=CA p:Quebecer a:Québécois a:Quebecois
place:xinjiang=CN Uyghur Uighur
place:abkhazia=GE Abkhaz/Abkhaz Abkhazian
place:hawaii=US Hawaiian
place:kashmir Kashmiri
place:punjab Punjabi
place:europe European
place:africa African
place:asia Asian
place:americas a:Pan-American
place:latin-america a:Latin~American p:Latin~American p:Latino p:Latina
place:north-america a:North~American p:North~American
place:south-america a:South~American p:South~American
place:central-america a:Central~American p:Central~American
place:caribbean a:Caribbean
place:scandinavia Scandinavian
place:nordic a:Nordic
place:baltics a:Baltic
place:balkans a:Balkan
place:middle-east a:Middle~Eastern
place:arab-world Arab a:Arabic
place:gulf a:?Gulf
place:arctic a:Arctic
place:maghreb a:Maghrebi
place:sahel a:Sahelian
place:central-asia a:Central~Asian
place:east-asia a:East~Asian
place:south-asia a:South~Asian
place:southeast-asia a:Southeast~Asian
place:soviet-union a:Soviet p:Soviet
place:yugoslavia a:Yugoslav a:Yugoslavian
place:mediterranean a:Mediterranean
state:US-TX=US Texan
state:US-CA=US Californian
state:US-FL=US Floridian Floridan
state:US-NY=US p:New~Yorker
state:US-AK=US Alaskan
state:US-GA=US a:?Georgian
state:US-VA=US Virginian
state:US-MI=US p:Michigander
"""

SPANISH = """
AF afgano
AL albanés albano
DZ argelino
AD andorrano
AO angoleño angolano
AG antiguano
AR argentino
AM armenio
AU australiano
AT austríaco austriaco
AZ azerbaiyano azerí azerbaijano
BS bahameño
BH bareiní bahreiní
BD bangladesí bengalí
BB barbadense
BY bielorruso belaruso
BE belga
BZ beliceño
BJ beninés
BT butanés
BO boliviano
BA bosnio bosnioherzegovino
BW botsuano
BR brasileño brasilero
BN bruneano
BG búlgaro
BF burkinés
MM birmano
BI burundés
KH camboyano
CM camerunés
CA canadiense
CV caboverdiano
CF centroafricano
TD chadiano
CL chileno
CN chino
CO colombiano
KM comorense
CG congoleño congolés
CR costarricense =tico
CI marfileño
HR croata
CU cubano
CY chipriota
CZ checo
DK danés
DJ yibutiano
DM dominiqués
DO dominicano quisqueyano
TL timorense
EC ecuatoriano
EG egipcio
SV salvadoreño
GQ ecuatoguineano
ER eritreo
EE estonio
SZ suazi
ET etíope
FJ fiyiano
FI finlandés finés
FR francés galo
GA gabonés
GM gambiano
GE georgiano
DE alemán germano teutón
GH ghanés
GR griego heleno
GL groenlandés
GD granadino
GT guatemalteco
GN guineano
GW bisauguineano
GY guyanés
HT haitiano
HN hondureño catracho
HK hongkonés
HU húngaro magiar
IS islandés
IN indio hindú
ID indonesio
IR iraní persa
IQ iraquí
IE irlandés
IL israelí
IT italiano
JM jamaicano jamaiquino
JP japonés nipón
JO jordano
KZ kazajo kazako
KE keniano keniata
KP norcoreano
KR surcoreano sudcoreano
XK kosovar
KW kuwaití
KG kirguís kirguiso
LA laosiano
LV letón
LB libanés
LS lesotense
LR liberiano
LY libio
LI liechtensteiniano
LT lituano
LU luxemburgués
MG malgache
MW malauí
MY malasio
MV maldivo
ML maliense malí
MT maltés
MR mauritano
MU mauriciano
MX mexicano mejicano azteca
FM micronesio
MD moldavo
MC monegasco
MN mongol
ME montenegrino
MA marroquí
MZ mozambiqueño
NA namibio
NP nepalí nepalés
NL neerlandés holandés
NZ neozelandés
NI nicaragüense ?nica
NE nigerino
NG nigeriano
MK macedonio normacedonio
NO noruego
OM omaní
PK pakistaní paquistaní
PW palauano
PS palestino gazatí
PA panameño canalero
PG papú
PY paraguayo guaraní
PE peruano
PH filipino
PL polaco
PT portugués luso
PR puertorriqueño boricua portorriqueño
QA catarí qatarí
RO rumano
RU ruso
RW ruandés
LC santaluciano
WS samoano
SM sanmarinense
SA saudí saudita
SN senegalés
RS serbio
SC seychellense
SL sierraleonés
SG singapurense
SK eslovaco
SI esloveno
SO somalí
ZA sudafricano surafricano
SS sursudanés
ES español ibérico hispano
LK ceilanés ceilandés
SD sudanés
SR surinamés
SE sueco
CH suizo helvético
SY sirio
TW taiwanés
TJ tayiko
TZ tanzano tanzaniano
TH tailandés
TG togolés
TO tongano
TT trinitense
TN tunecino
TR turco otomano
TM turcomano turkmeno
UG ugandés
UA ucraniano ucranio
AE emiratí
GB británico
US estadounidense norteamericano estadunidense yanqui americano
UY uruguayo charrúa oriental*
UZ uzbeko
VA vaticano
VE venezolano
VN vietnamita
EH saharaui
YE yemení
ZM zambiano
ZW zimbabuense zimbabués
FK malvinense
GI gibraltareño
place:england=GB inglés
place:scotland=GB escocés
place:wales=GB galés
place:northern-ireland=GB norirlandés
place:catalonia=ES catalán
place:basque-country=ES vasco
place:galicia=ES gallego
place:andalusia=ES andaluz
place:valencia=ES valenciano
place:madrid=ES madrileño
place:castile=ES castellano
place:canary-islands=ES canario
place:balearic-islands=ES balear
place:aragon=ES aragonés
place:asturias=ES asturiano
place:cantabria=ES cántabro
place:navarre=ES navarro
place:extremadura=ES extremeño
place:murcia=ES murciano
place:corsica=FR corso
place:brittany=FR bretón
place:bavaria=DE bávaro
place:sicily=IT siciliano
place:flanders=BE flamenco
place:kurdistan kurdo
place:tibet=CN tibetano
place:chechnya=RU checheno
place:crimea=UA crimeo
place:quebec=CA quebequés
place:xinjiang=CN uigur
place:abkhazia=GE abjasio
place:kashmir cachemir
place:hawaii=US hawaiano
place:europe europeo comunitario*
place:africa africano
place:asia asiático
place:latin-america latinoamericano iberoamericano latino
place:south-america sudamericano suramericano
place:central-america centroamericano
place:caribbean caribeño antillano
place:scandinavia escandinavo
place:nordic nórdico
place:baltics báltico
place:balkans balcánico
place:arab-world árabe
place:arctic ártico
place:maghreb magrebí
place:sahel saheliano
place:southeast-asia sudasiático*
place:soviet-union soviético
place:yugoslavia yugoslavo
place:mediterranean mediterráneo
place:andes andino
state:US-TX=US texano tejano
state:US-CA=US californiano
state:US-NY=US neoyorquino
state:US-FL=US floridano
city:london=GB londinense
city:paris=FR parisino parisiense
city:moscow=RU moscovita
city:beijing=CN pequinés
city:berlin=DE berlinés
city:rome=IT romano*
city:barcelona=ES barcelonés
city:caracas=VE caraqueño
city:lima=PE limeño
city:bogota=CO bogotano
city:quito=EC quiteño
city:havana=CU habanero
city:buenos-aires=AR porteño bonaerense
city:santiago=CL santiaguino
city:montevideo=UY montevideano
city:la-paz=BO paceño
city:kyiv=UA kievita
"""

ACCENTS = str.maketrans("áéíóú", "aeiou")


def spanish_forms(word):
    """Masculine and feminine, singular and plural, of an adjective given in the masculine singular."""
    if word.endswith("o"):
        stem = word[:-1]
        return [word, stem + "a"], [stem + "os", stem + "as"]
    if word.endswith(("és", "án", "ón", "ín")):
        stem = word[:-2] + word[-2].translate(ACCENTS) + word[-1]
        return [word, stem + "a"], [stem + "es", stem + "as"]
    if word in ("español", "andaluz", "mongol"):
        plural = "andaluces" if word == "andaluz" else word + "es"
        return [word, word + "a"], [plural, word + "as"]
    if word.endswith(("í", "ú")):
        return [word], [word + "es", word + "s"]
    if word.endswith(("a", "e", "i")):
        return [word], [word + "s"]
    return [word], [word + "es"]


def lines(text):
    for line in text.strip().splitlines():
        key, *forms = line.split(" ")
        key, _, country = key.partition("=")
        if len(key) == 2:
            key, country = "country:" + key, key
        yield key, country, [form.replace("~", " ") for form in forms]


def english_rows():
    for key, country, forms in lines(ENGLISH):
        for form in forms:
            mark = "?" if "?" in form else ""
            kind, _, word = form.replace("?", "").rpartition(":")
            word, _, plural = word.partition("/")
            name = {"a": "adjective", "p": "person", "": "both"}[kind]
            plural = "" if kind == "a" or plural == word else plural or word + "s"
            yield [key, country, name, mark + word, mark + plural if plural else ""]


def spanish_rows():
    for key, country, forms in lines(SPANISH):
        for form in forms:
            mark = "?" if form.startswith("?") or form.startswith("=") or form.endswith("*") else ""
            singular, plural = spanish_forms(form.strip("?=*"))
            yield [key, country, "both", "|".join(mark + w for w in singular), "|".join(mark + w for w in plural)]


def main():
    columns = ["key", "country", "form", "singular", "plural"]
    for language, rows in (("en", english_rows()), ("es", spanish_rows())):
        write_table(resource(language, "demonyms.tsv"), columns, rows, "make_demonyms.py from the editors' lists")


if __name__ == "__main__":
    main()
