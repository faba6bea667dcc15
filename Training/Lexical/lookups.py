"""Reads the word tables of two PyPI wheels: spacy-lookups-data and textblob. See SOURCES.md."""

import gzip
import json
import math
import os
import zipfile

SPACY = "spacy_lookups_data-1.0.5-py2.py3-none-any.whl"
TEXTBLOB = "textblob-0.18.0.post0-py3-none-any.whl"


def lookup(wheels, name):
    """The JSON table `name` of spacy-lookups-data."""
    with zipfile.ZipFile(os.path.join(wheels, SPACY)) as archive:
        with archive.open(f"spacy_lookups_data/data/{name}.json.gz") as packed:
            return json.load(gzip.open(packed))


def brill_lexicon(wheels):
    """Brill's lexicon as textblob carries it: the commonest Penn tag of each form."""
    with zipfile.ZipFile(os.path.join(wheels, TEXTBLOB)) as archive:
        text = archive.read("textblob/en/en-lexicon.txt").decode("utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith(";;;"))
    return {row[0]: row[1] for row in rows if len(row) >= 2}


def frequencies(wheels, language):
    """Word forms in lower case with their probability, and the share of it that was written with a capital."""
    total, capital = {}, {}
    for form, log in lookup(wheels, f"{language}_lexeme_prob").items():
        probability, lower = math.exp(log), form.lower()
        total[lower] = total.get(lower, 0.0) + probability
        if form[:1] != lower[:1]:
            capital[lower] = capital.get(lower, 0.0) + probability
    return total, {form: capital.get(form, 0.0) / total[form] for form in total}


def function_words(folder):
    """The forms that the hand-written table of function words decides alone."""
    with open(os.path.join(folder, "function-words.tsv"), encoding="utf-8") as table:
        return {line.split("\t")[0] for line in table if line.strip() and not line.startswith("#")}


def write(path, comment, entries):
    """Writes `form TAB codes TAB lemma`, sorted; the lemma is left out where it is the form."""
    with open(path, "w", encoding="utf-8") as table:
        table.write(f"# {comment}\n")
        for form in sorted(entries):
            codes, lemma = entries[form]
            fields = [form, " ".join(codes)] + ([lemma] if lemma and lemma != form else [])
            table.write("\t".join(fields) + "\n")
