"""Makes Sources/Languages/Resources/en/words.tsv.   python3 make_english.py WHEELS RESOURCES"""

import os
import sys

from lookups import brill_lexicon, frequencies, function_words, lookup, write

COMMON = 52_000
VOWELS = "aeiou"
PAST_ONLY = set(
    """began broke chose drew drank drove ate fell flew forbade forgot forgave froze gave went grew hid knew lay rode rang
    rose saw shook shrank sang sank spoke stole swam swore took tore threw woke wore wrote bit became came ran blew bore
    awoke arose undertook overtook withdrew foresaw oversaw overthrew outgrew overcame mistook sprang stank strove
    undid underwent overran outran befell forwent redrew rewrote was were did had showed wove slew""".split())
PARTICIPLE_ONLY = set(
    """begun broken chosen drawn drunk driven eaten fallen flown forbidden forgotten forgiven frozen given gone grown
    hidden known lain ridden rung risen seen shaken shrunk sung sunk spoken stolen swum sworn taken torn thrown woken worn
    written bitten beaten borne born shown proven sewn mown sawn stricken blown awoken arisen undertaken overtaken
    withdrawn foreseen overseen overthrown outgrown mistaken sprung striven undone undergone overridden redrawn rewritten
    befallen swollen woven slain done been sown shorn""".split())
SAME = set(
    """cut hit put set let shut cost hurt split spread quit cast bet burst read rid shed thrust upset bid forecast
    broadcast wed offset reset""".split())
BASE_PARTICIPLE = set("come become run overcome overrun outrun".split())
RANK = {"NN": "noun", "JJ": "adj", "VB": "verb", "RB": "adv", "IN": "prep", "CD": "num", "UH": "adv", "MD": "verb"}


def regular_past(base):
    if base.endswith("e"):
        return {base + "d"}
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return {base[:-1] + "ied"}
    return {base + "ed", base + base[-1] + "ed"} if doubles(base) else {base + "ed"}


def doubles(base):
    """Whether the last consonant may double: stop, refer, travel."""
    return len(base) > 2 and base[-1] not in "aeiouwxy" and base[-2] in VOWELS and base[-3] not in VOWELS


def gerund(base):
    if base.endswith("ie"):
        return {base[:-2] + "ying"}
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return {base[:-1] + "ing"}
    return {base + "ing", base + base[-1] + "ing"} if doubles(base) else {base + "ing"}


def third(base):
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return {base + "es"}
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return {base[:-1] + "ies"}
    return {base + "s"}


def plural(base):
    if base.endswith("man") and len(base) > 4:
        return {base[:-3] + "men"}
    forms = third(base)
    return forms | ({base + "s"} if base.endswith("o") else set())


def verb_forms(base, irregular):
    """(form, code) of every form of a verb."""
    strange = irregular.get(base, set())
    yield base, "v-base"
    for form in third(base) if base != "have" else {"has"}:
        yield form, "v-s"
    for form in gerund(base) | {f for f in strange if f.endswith("ing")}:
        yield form, "v-ing"
    if base in SAME:
        yield base, "v-ed"
        return
    if base in BASE_PARTICIPLE:
        yield base, "v-part"
    pasts = {f for f in strange if not f.endswith(("ing", "s"))}
    if not any(not f.endswith("ed") for f in pasts):
        pasts |= regular_past(base)
    for form in pasts - {base}:
        yield form, "v-past" if form in PAST_ONLY else "v-part" if form in PARTICIPLE_ONLY else "v-ed"


def readings(wheels):
    """form → [(class, code, lemma)]"""
    index, exceptions = lookup(wheels, "en_lemma_index"), lookup(wheels, "en_lemma_exc")
    result = {}

    def add(form, kind, code, lemma):
        if form.isalpha() or (form.replace("-", "").isalpha() and not form.startswith("-")):
            entry = result.setdefault(form, [])
            if not any(code == known for _, known, _ in entry):
                entry.append((kind, code, lemma))

    irregular = {}
    for form, bases in exceptions["verb"].items():
        for base in bases:
            irregular.setdefault(base, set()).add(form)
    for base in index["verb"]:
        for form, code in verb_forms(base, irregular):
            add(form, "verb", code, base)
    for form, bases in exceptions["noun"].items():
        add(form, "noun", "noun", bases[0])
    for base in index["noun"]:
        add(base, "noun", "noun", base)
        for form in plural(base):
            add(form, "noun", "noun", base)
    for kind in ("adj", "adv"):
        for base in index[kind]:
            add(base, kind, kind, base)
        for form, bases in exceptions[kind].items():
            add(form, kind, kind, bases[0])
    for base in index["adj"]:
        if base.isalpha() and len(base) <= 7:
            stem = base[:-1] if base.endswith("e") else base[:-1] + "i" if base.endswith("y") else base
            for ending in ("er", "est"):
                add(stem + ending, "adj", "adj", base)
                if doubles(base):
                    add(stem + base[-1] + ending, "adj", "adj", base)
    return result


# Noun and adjective readings that dictionaries list and news does not use, or hardly.
VERB_ALONE = set(
    """say says said tell tells told go goes went make makes made take takes took give gives gave get gets got come comes
    came become becomes became know knows knew seem seems seemed keep keeps kept think thinks thought find finds found
    see sees saw believe believes want wants ask asks add adds added meet meets hear leave leaves let lets begin begins
    began hold put think include includes included confirm deny denies denied declare meant met brought stood sat
    died insists insist refuse refuses announce announces""".split())
KEEP_NOUN = {"say", "thought", "saw", "leave", "leaves", "hold", "meet", "want", "wants", "refuse"}


def settle(form, entry, tags):
    """The codes of a form, the likeliest class first."""
    if form in VERB_ALONE:
        entry = [r for r in entry if r[0] == "verb" or (r[0] == "noun" and form in KEEP_NOUN)] or entry
    tag = tags.get(form, "")
    if tag[:2] in ("NN", "VB") and not form.endswith("ly"):
        entry = [r for r in entry if r[0] != "adv"] or entry
    best = RANK.get(tag[:2], "")
    order = {"verb": 1, "noun": 0, "adj": 2, "adv": 3}
    if not best and not tag:
        order = {"noun": 0, "verb": 1, "adj": 2, "adv": 3}
        if form.endswith(("ed", "ing")):
            order["verb"] = -1
    entry = sorted(entry, key=lambda r: (r[0] != best, order[r[0]]))
    if tag in ("VBD", "VBN"):
        # "found", "fell": the past of one verb is seldom the base of another.
        pasts = {lemma for _, code, lemma in entry if code in ("v-ed", "v-past", "v-part")}
        entry = [r for r in entry if r[1] != "v-base" or not pasts or r[2] in pasts] or entry
    # Brill's VBN against VBD tells which of the two a form in -ed is for the most part.
    codes = [code for _, code, _ in entry]
    if "v-ed" in codes and tag == "VBN":
        codes[codes.index("v-ed")] = "v-en"
    return codes, entry[0][2]


def without_rare_verbs(form, entry, tags, total):
    """Drops the verb of a noun or adjective that is hardly ever conjugated: "low" is one who lows."""
    base = next((lemma for _, code, lemma in entry if code in ("v-base", "v-s")), None)
    if not base or tags.get(form, "").startswith("VB") or base in SAME:
        return entry
    pasts = sum(total.get(f, 0) for f in regular_past(base)) + total.get(base + "ing", 0)
    if pasts < 0.004 * total.get(base, 0) and not any(lemma == base and code == "v-past" for _, code, lemma in entry):
        return [r for r in entry if r[1] not in ("v-base", "v-s")] or entry
    return entry


def main(wheels, resources):
    folder = os.path.join(resources, "en")
    tags = brill_lexicon(wheels)
    total, capital = frequencies(wheels, "en")
    known = readings(wheels)
    ranked = sorted((f for f in total if f.isalpha() or f in tags), key=lambda f: -total[f])
    wanted = {f for f in ranked[:COMMON]} | {f for f in known if f in tags}
    wanted |= {f for f in known if total.get(f, 0) > 2e-7}
    excluded = function_words(folder)
    entries = {}
    for form in wanted - excluded:
        names = tags.get(form.capitalize(), "").startswith("NNP") and form not in tags
        often = capital.get(form, 0) > (0.85 if form in tags and form in known else 0.75)
        proper = ["proper"] if names or often else []
        if form in known:
            known[form] = without_rare_verbs(form, known[form], tags, total)
            codes, lemma = settle(form, known[form], tags)
            entries[form] = (codes + proper, lemma)
        elif names and form.isalpha():
            entries[form] = (["proper"], form)
        elif form in tags and form.isalpha() and tags[form][:2] in ("NN", "JJ", "RB") and not tags[form].startswith("NNP"):
            entries[form] = ([RANK[tags[form][:2]]], form)
        elif form.isalpha() and total.get(form, 0) > 1e-6 and capital.get(form, 0) > 0.75:
            entries[form] = (["proper"], form)
    write(os.path.join(folder, "words.tsv"), "form, classes (the likeliest first), lemma. Made by Training/Lexical/make_english.py.", entries)
    print(len(entries), "forms")


main(*sys.argv[1:3])
