"""Spanish conjugation: third and first persons of every mood and tense, by pattern."""

STRONG = {  # infinitive → stem of the preterite and of the imperfect subjunctive
    "tener": "tuv", "estar": "estuv", "poder": "pud", "poner": "pus", "saber": "sup", "querer": "quis", "hacer": "hic",
    "venir": "vin", "decir": "dij", "traer": "traj", "caber": "cup", "andar": "anduv", "haber": "hub",
}
FUTURE = {
    "tener": "tendr", "poner": "pondr", "venir": "vendr", "salir": "saldr", "valer": "valdr", "poder": "podr", "saber": "sabr",
    "haber": "habr", "hacer": "har", "decir": "dir", "querer": "querr", "caber": "cabr",
}
FIRST = {
    "tener": "tengo", "poner": "pongo", "venir": "vengo", "salir": "salgo", "valer": "valgo", "hacer": "hago",
    "decir": "digo", "traer": "traigo", "caer": "caigo", "oír": "oigo", "caber": "quepo",
}
PARTICIPLE = {
    "abrir": "abierto", "cubrir": "cubierto", "decir": "dicho", "escribir": "escrito", "hacer": "hecho", "morir": "muerto",
    "poner": "puesto", "romper": "roto", "ver": "visto", "volver": "vuelto", "solver": "suelto", "satisfacer": "satisfecho",
    "imprimir": "impreso", "freír": "frito", "proveer": "provisto", "scribir": "scrito", "resolver": "resuelto", "elegir": "elegido",
}
PRESENT = {
    "tener": ("tiene", "tienen", "tenemos"), "venir": ("viene", "vienen", "venimos"), "decir": ("dice", "dicen", "decimos"),
    "oír": ("oye", "oyen", "oímos"),
}
# Whole verbs that follow no pattern: code → forms.
WHOLE = {
    "ir": {"v-pres": "va van vamos voy vas", "v-past": "iba iban íbamos fue fueron fui fuimos", "v-subj": "vaya vayan vayamos fuera fueran fuese",
           "v-fut": "irá irán iremos iré", "v-cond": "iría irían iríamos", "v-inf": "ir irse", "v-ger": "yendo", "v-part": "ido"},
    "ver": {"v-pres": "ve ven veo vemos", "v-past": "veía veían vio vieron vi vimos", "v-subj": "vea vean veamos viera vieran viese",
            "v-fut": "verá verán veremos veré", "v-cond": "vería verían", "v-inf": "ver verse", "v-ger": "viendo", "v-part": "visto"},
    "dar": {"v-pres": "da dan doy damos", "v-past": "daba daban dio dieron di dimos", "v-subj": "dé den demos diera dieran diese",
            "v-fut": "dará darán daremos daré", "v-cond": "daría darían", "v-inf": "dar darse", "v-ger": "dando", "v-part": "dado"},
    "saber": {"v-pres": "sabe saben sé sabemos", "v-past": "sabía sabían supo supieron supe supimos", "v-subj": "sepa sepan supiera supieran",
              "v-fut": "sabrá sabrán sabremos", "v-cond": "sabría sabrían", "v-inf": "saber saberse", "v-ger": "sabiendo", "v-part": "sabido"},
    "haber": {"v-pres": "hay", "v-past": "hube hubimos", "v-subj": "hubiésemos hayamos", "v-fut": "habremos habré", "v-cond": "habríamos"},
}
PREFIXES = ("man", "con", "ob", "re", "sos", "de", "abs", "entre", "com", "im", "pro", "dis", "ex", "o", "su", "super", "yuxta", "inter",
            "pre", "contra", "des", "a", "dis", "sus", "sub", "per", "en", "ante", "pos", "tras", "sobre", "equi", "reconstru", "ben", "mal")


def base_verb(infinitive):
    """(prefix, simple verb) where the verb is a known irregular one with a prefix; otherwise ("", infinitive)."""
    for simple in ("tener", "poner", "venir", "decir", "hacer", "traer", "ver", "salir", "valer", "caer", "saber", "escribir",
                   "cubrir", "volver", "abrir", "solver", "scribir", "oír", "querer", "romper"):
        prefix = infinitive[: -len(simple)]
        if infinitive.endswith(simple) and (not prefix or prefix in PREFIXES):
            return prefix, simple
    return ("satis", "hacer") if infinitive == "satisfacer" else ("", infinitive)


def spell(stem, ending, kind):
    """Joins stem and ending so that the last consonant keeps its sound."""
    front = ending[0] in "eéií"
    if kind == "ar" and front:
        for old, new in (("gu", "gü"), ("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(old) and not (old == "c" and stem.endswith("qu")):
                return stem[: -len(old)] + new + ending
    if kind != "ar" and not front:
        for old, new in (("gu", "g"), ("g", "j"), ("qu", "c")):
            if stem.endswith(old):
                return stem[: -len(old)] + new + ending
        if stem.endswith("c"):
            vowel = stem[-2:-1] in "aeiou"
            return (stem[:-1] + "zc" if vowel and stem not in ("hac", "dec", "coc", "mec") else stem[:-1] + "z") + ending
    return stem + ending


def changed(stem, pairs):
    """The stem with its last vowel changed as `pairs` tell, or None."""
    for i in range(len(stem) - 1, -1, -1):
        if stem[i] in "aeiou":
            if stem[i] == "u" and i > 0 and stem[i - 1] in "gq" and i + 1 < len(stem) and stem[i + 1] in "ei":
                continue
            if stem[i] not in pairs:
                return None
            new = pairs[stem[i]]
            if new == "ie" and i == 0:
                new = "ye"
            if new == "ue" and i == 0:
                new = "hue"
            return stem[:i] + new + stem[i + 1 :]
    return None


def accented(stem):
    """envi → enví, continu → continú."""
    return stem[:-1] + {"i": "í", "u": "ú"}[stem[-1]] if stem[-1] in "iu" else stem


def stressed_stems(stem, kind, attested):
    """The stems of the stressed forms: diphthong, raised vowel or accent where the forms are attested."""
    third = "a" if kind == "ar" else "e"
    options = [stem]
    for pairs in ({"e": "ie", "o": "ue", "u": "ue", "i": "ie"}, {"e": "i"} if kind == "ir" else {}):
        other = changed(stem, pairs)
        if other and attested(other + third):
            options.append(other)
    if kind == "ar" and stem[-1:] in "iu" and attested(accented(stem) + "a"):
        options.append(accented(stem))
    if len(options) > 1 and not attested(stem + third):
        options.pop(0)
    return options


def forms(infinitive, attested):
    """Yields (form, code) for the forms that news uses, and a few that it does not."""
    if infinitive in WHOLE:
        for code, words in WHOLE[infinitive].items():
            for word in words.split():
                yield word, code
        if infinitive in ("haber",):
            return
        return
    prefix, simple = base_verb(infinitive)
    kind = {"í": "i"}.get(infinitive[-2], infinitive[-2]) + "r"
    stem = infinitive[:-2]
    if simple == "ver" and prefix:
        for word, code in forms("ver", attested):
            yield prefix + word, code
        for word, code in (("prevé", "v-pres"), ("prevén", "v-pres"), ("previó", "v-past")):
            if infinitive == "prever":
                yield word, code
        return
    yield from non_finite(infinitive, stem, kind, prefix, simple)
    yield from present(stem, kind, prefix, simple, attested)
    yield from past(stem, kind, prefix, simple, attested)
    future = prefix + FUTURE[simple] if simple in FUTURE else infinitive.replace("ír", "ir")
    if infinitive == "satisfacer":
        future = "satisfar"
    for ending in ("á", "án", "é", "emos", "ás"):
        yield future + ending, "v-fut"
    for ending in ("ía", "ían", "íamos"):
        yield future + ending, "v-cond"


def non_finite(infinitive, stem, kind, prefix, simple):
    yield infinitive, "v-inf"
    for clitic in ("se", "lo", "la", "le", "los", "las", "les", "me", "nos", "te"):
        yield infinitive + clitic, "v-inf"
    vowel = stem[-1:] in "aeou" and not stem.endswith(("gu", "qu"))
    if kind == "ar":
        gerund, part = stem + "ando", stem + "ado"
    else:
        raised = changed(stem, {"e": "i", "o": "u"}) if kind == "ir" else None
        gerund = stem + ("yendo" if vowel else "iendo")
        if raised and not vowel:
            yield raised + "iendo", "v-ger"
            for clitic in ("se", "lo", "la", "le", "los", "las"):
                yield raised + "iéndo" + clitic, "v-ger"
        part = stem + ("ído" if vowel and not stem.endswith("u") else "ido")
    yield gerund, "v-ger"
    for clitic in ("se", "lo", "la", "le", "los", "las", "les"):
        yield gerund[:-4] + {"ando": "ándo", "endo": "éndo"}[gerund[-4:]] + clitic, "v-ger"
    if simple in PARTICIPLE:
        part = prefix + PARTICIPLE[simple]
        if infinitive == "satisfacer":
            part = "satisfecho"
    for ending in ("o", "a", "os", "as"):
        yield part[:-1] + ending, "v-part"


def present(stem, kind, prefix, simple, attested):
    stems = stressed_stems(stem, kind, attested)
    e = "a" if kind == "ar" else "e"
    if simple in PRESENT:
        for word in PRESENT[simple]:
            yield prefix + word, "v-pres"
            if prefix and word.endswith("ene"):
                yield prefix + word, "v-pres"
    else:
        for s in stems:
            y = s[:-1] + "uy" if s.endswith("u") and kind == "ir" and not s.endswith(("gu", "qu")) else s
            for ending in (e, e + "n", e + "s"):
                yield y + ending, "v-pres"
        yield stem + {"ar": "amos", "er": "emos", "ir": "imos"}[kind], "v-pres"
    if simple in FIRST:
        first = prefix + (FIRST[simple] if prefix != "satis" else "fago")
        yield first, "v-pres"
        for ending in ("a", "an", "amos", "as"):
            yield first[:-1] + ending, "v-subj"
        return
    for s in stems:
        y = s + "y" if s.endswith("u") and kind == "ir" and not s.endswith(("gu", "qu")) else s
        yield spell(y, "o", kind) if kind != "ar" else y + "o", "v-pres"
        for ending in ("e", "en", "es") if kind == "ar" else ("a", "an", "as"):
            yield spell(y, ending, kind), "v-subj"
    yield spell(stem, "emos" if kind == "ar" else "amos", kind), "v-subj"


def past(stem, kind, prefix, simple, attested):
    for ending in ("aba", "aban", "ábamos") if kind == "ar" else ("ía", "ían", "íamos"):
        yield stem + ending, "v-past"
    strong = prefix + STRONG[simple] if simple in STRONG else stem + "j" if stem.endswith("duc") else None
    if strong and stem.endswith("duc"):
        strong = stem[:-1] + "j"
    if strong:
        third = strong[:-1] + "z" if strong.endswith("hic") else strong
        third = "satisfiz" if prefix == "satis" else third
        strong = "satisfic" if prefix == "satis" else strong
        plural = "eron" if strong.endswith("j") else "ieron"
        for word in (third + "o", strong + plural, strong + "e", strong + "imos"):
            yield word, "v-past"
        root = strong + ("e" if strong.endswith("j") else "ie")
    elif kind == "ar":
        for word in (stem + "ó", stem + "aron", spell(stem, "é", kind), stem + "amos"):
            yield word, "v-past"
        root = stem + "a"
    else:
        raised = changed(stem, {"e": "i", "o": "u"}) if kind == "ir" else None
        vowel = stem[-1:] in "aeou" and not stem.endswith(("gu", "qu"))
        weak = raised if raised and attested(raised + "ió") else stem
        glide = "y" if vowel else "" if stem.endswith("ñ") else "i"
        for word in (weak + (glide + "ó" if glide else "ó"), weak + glide + "eron", stem + "í", stem + "imos"):
            yield word, "v-past"
        root = weak + glide + "e"
    for ending in ("ra", "ran", "se", "sen"):
        yield root + ending, "v-subj"
