"""Writes given-names.tsv and surnames.tsv of en/ and es/ from faker's lists; "?" marks names that are also words, months or countries."""
from common import resource, word_list, write_table
from make_cities import slug
from people import LOCALES, lists

# Names that are words more often than names, beside those that the language tables know.
MONTHS = {"april", "may", "june", "august", "abril", "mayo", "junio", "julio", "enero"}


def spell(names, words):
    parts = sorted({part for name in names for part in name.replace("’", "'").split() if len(part) > 1 and part[0].isupper()})
    return "|".join(("?" if slug(part) in words or slug(part) in MONTHS else "") + part for part in parts)


def main():
    for language, locales in LOCALES.items():
        words = word_list(language)
        women, men, last = set(), set(), set()
        for locale in locales:
            female, male, surnames = lists(locale)
            women |= female
            men |= male
            last |= surnames
        last = {name for name in last if name[0].isupper() and name.lower() not in ("de", "del", "la")}
        both = women & men
        rows = [["f", spell(women - both, words)], ["m", spell(men - both, words)], ["", spell(both, words)]]
        source = "make_people.py from faker 40.54.0 (MIT)"
        write_table(resource(language, "given-names.tsv"), ["gender", "names"], rows, source)
        write_table(resource(language, "surnames.tsv"), ["gender", "names"], [["", spell(last, words)]], source)


if __name__ == "__main__":
    main()
