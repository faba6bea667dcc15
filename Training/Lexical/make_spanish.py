"""Makes Sources/Languages/Resources/es/words.tsv.   python3 make_spanish.py WHEELS RESOURCES"""

import os
import sys

from conjugation import forms
from lookups import frequencies, function_words, lookup, write

COMMON = 46_000
RARE = 0.05
CLASSES = ("noun", "adj", "adv", "verb")
NOUN_ENDINGS = ("ción", "sión", "dad", "tad", "miento", "mientos", "ciones", "siones", "dades", "ismo", "ismos", "aje", "ajes", "eza", "ezas",
                "ancia", "encia", "ancias", "encias", "tud", "ista", "istas", "logía", "metro", "metros", "ero", "eros", "dor", "dores", "dora", "doras")
ADJECTIVE_ENDINGS = ("oso", "osa", "osos", "osas", "ible", "ibles", "able", "ables", "ivo", "iva", "ivos", "ivas", "ico", "ica", "icos", "icas",
                     "al", "ales", "ario", "aria", "arios", "arias", "ense", "enses", "eño", "eña", "eños", "eñas", "ano", "ana", "anos", "anas", "és", "esa", "eses")


NOT_NOUNS = set("hay dice hace dijo era ser haber tiene puede va son".split())


def is_infinitive(word):
    return len(word) > 3 and word.endswith(("ar", "er", "ir", "ír"))


def infinitives(index, lemmas, total):
    """Verbs that the tables list, and infinitives that other forms are traced to and that are themselves in use."""
    found = {v for v in index["verb"] if is_infinitive(v)} | {"ir", "ver", "dar", "oír"}
    traced = {}
    for form, lemma in lemmas.items():
        if is_infinitive(lemma) and form != lemma and form in total:
            traced[lemma] = traced.get(lemma, 0) + 1
    found |= {verb for verb, count in traced.items() if count >= 8 and total.get(verb, 0) > 5e-8}
    return found - {"solar", "ayer", "mujer", "mar", "lugar", "hogar", "militar", "popular", "mayor"}


def inflections(lemma, feminine):
    """Plural and feminine forms of a noun or adjective."""
    yield lemma
    if lemma.endswith("ión"):
        yield lemma[:-2] + "ones"
    elif lemma[-1:] in "aeiou":
        yield lemma + "s"
    elif lemma.endswith("z"):
        yield lemma[:-1] + "ces"
    elif lemma[-1:] not in "s":
        yield lemma.translate(str.maketrans("áéíóú", "aeiou")) + "es" if lemma[-1:] == "n" else lemma + "es"
    if feminine and lemma.endswith("o"):
        yield lemma[:-1] + "a"
        yield lemma[:-1] + "as"


def nominal(form, lemma, nouns, adjectives):
    """The nominal classes of a form whose dictionary form is `lemma`."""
    codes = [code for code, known in (("noun", nouns), ("adj", adjectives)) if lemma in known or form in known]
    if codes:
        return codes
    if form.endswith("mente") and len(form) > 7:
        return ["adv"]
    return ["noun"] if form.endswith(NOUN_ENDINGS) else ["adj", "noun"] if form.endswith(ADJECTIVE_ENDINGS) else ["noun"]


def main(wheels, resources):
    folder = os.path.join(resources, "es")
    index, lemmas = lookup(wheels, "es_lemma_index"), lookup(wheels, "es_lemma_lookup")
    total, capital = frequencies(wheels, "es")
    verbs = infinitives(index, lemmas, total)
    attested = lambda form: form in lemmas and (lemmas[form] == form or is_infinitive(lemmas[form])) or total.get(form, 0) > 3e-6
    nouns, adjectives = set(index["noun"]), set(index["adj"])
    known = {}

    def add(form, code, lemma):
        codes, _ = known.setdefault(form, ([], lemma))
        if code not in codes:
            codes.append(code)

    ranked = sorted((form for form in total if form.isalpha()), key=lambda form: -total[form])
    common = set(ranked[:COMMON])
    for lemma in nouns:
        for form in inflections(lemma, False):
            if form in total and form not in NOT_NOUNS:
                add(form, "noun", lemma)
    for lemma in adjectives:
        for form in inflections(lemma, True):
            if total.get(form, 0) > 2e-8:
                add(form, "adj", lemma)
    for form in common & set(lemmas):
        lemma = lemmas[form]
        if form not in known and not is_infinitive(lemma):
            for code in nominal(form, lemma, nouns, adjectives):
                add(form, code, lemma)
    for form in common:
        if form.endswith("mente") and len(form) > 7:
            known[form] = (["adv"], form)
    strongest = {}
    for verb in sorted(verbs, key=lambda verb: -total.get(verb, 0)):
        for form, code in forms(verb, attested):
            if form in common or total.get(form, 0) > 1.2e-7:
                # "podemos" is a form of "podar" too, but hardly ever.
                weight = total.get(verb, 0)
                if weight >= RARE * strongest.setdefault(form, weight):
                    add(form, code, verb)
    excluded = function_words(folder)
    entries = {}
    for form in known:
        if form in excluded or not form.replace("-", "").isalpha():
            continue
        codes, lemma = known[form]
        often = capital.get(form, 0) > 0.8
        entries[form] = (order(form, codes) + (["proper"] if often else []), lemma)
    for form in ranked[:COMMON]:
        if form not in entries and form not in excluded and capital.get(form, 0) > 0.8:
            entries[form] = (["proper"], form)
    write(os.path.join(folder, "words.tsv"), "form, classes (the likeliest first), lemma. Made by Training/Lexical/make_spanish.py.", entries)
    print(len(entries), "forms", len(verbs), "verbs")


def order(form, codes):
    """The likeliest class first: forms that only verbs have in -ó, -aron, -ieron; nouns and adjectives before -o, -a, -e forms."""
    finite = [c for c in codes if c in ("v-past", "v-fut", "v-cond")]
    if finite and form.endswith(("ó", "ron", "aba", "aban", "ían", "rá", "rán", "ría")):
        return [c for c in codes if c.startswith("v-")] + [c for c in codes if not c.startswith("v-")]
    return codes


main(*sys.argv[1:3])
