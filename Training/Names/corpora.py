"""Turns the corpora whose licences let weights ship into one format: token TAB tag, sentences apart by an empty line, documents by -DOCSTART-.

Tags are BIO with PER, ORG and LOC; O is no name of these types, X is not annotated here and gives no sample.
Usage: corpora.py DATA OUT   (DATA holds ner/ and multilingual-meantime/)
"""
import json
import re
import sys
from pathlib import Path

data, out = sys.argv[1], sys.argv[2]
TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "PRO": "MISC"}
WORD = re.compile(r"'s\b|[\w.&-]+(?:'\w+)*(?<![.])|[^\w\s]")
SMALL = {"of", "the", "de", "del", "la", "and", "y", "for", "los", "las", "van", "von", "al", "&"}


def wikigold():
    documents, document, sentence, previous = [], [], [], "O"
    for line in open(f"{data}/ner/wikigold.conll.txt", encoding="utf-8"):
        fields = line.split()
        if line.startswith("-DOCSTART-"):
            documents.append(document)
            document = []
        elif len(fields) == 2:
            tag = fields[1]
            if tag.startswith("I-") and previous[1:] != tag[1:]:
                tag = "B" + tag[1:]
            previous = fields[1]
            sentence.append((fields[0], tag))
        elif sentence:
            document.append(sentence)
            sentence, previous = [], "O"
    return [d for d in documents + [document] if d]


def spans(tokens, mentions):
    """Tags `tokens` with mentions (first, last, type), shorter ones over longer; words that are no names stay X."""
    tags = ["X" if t[:1].isupper() else "O" for t in tokens]
    for first, last, kind in sorted(mentions, key=lambda m: m[0] - m[1]):
        while first < last and tokens[first].lower() in ("the", "a", "an", "el", "la", "los", "las"):
            first += 1
        words = tokens[first:last + 1]
        if kind not in TYPES or not words or not words[0][:1].isupper() or not words[-1][:1].isupper():
            continue
        if any(not w[:1].isupper() and w.lower() not in SMALL for w in words):
            continue
        for n in range(first, last + 1):
            tags[n] = ("B-" if n == first else "I-") + TYPES[kind]
    return list(zip(tokens, tags))


def gum():
    for line in open(f"{data}/ner/gum-news.jsonl", encoding="utf-8"):
        d = json.loads(line)
        rows = [[] for _ in d["sentences"]]
        for m in d["mentions"]:
            if m["identity"] or m["type"] == "person":
                rows[m["sent"]].append((m["first"], m["last"], m["type"]))
        yield [spans(s, rows[n]) for n, s in enumerate(d["sentences"])]


def meantime(language):
    for line in open(f"{data}/multilingual-meantime/{language}.jsonl", encoding="utf-8"):
        d = json.loads(line)
        rows = {}
        for m in d["mentions"]:
            if m["kind"] == "entity":
                rows.setdefault(m["sent"], []).append((min(m["tokens"]), max(m["tokens"]), m["type"]))
        yield [spans(s["tokens"], rows.get(s["i"], [])) for s in d["sentences"] if s["i"] <= 5]


def sentences(language):
    """Sentences written for this project, their names in brackets: [TYPE name]. Each is a document of its own."""
    for line in open(Path(__file__).parent / f"sentences.{language}.txt", encoding="utf-8"):
        row = []
        for kind, name, rest in re.findall(r"\[([A-Z]+) ([^]]+)\]|([^[]+)", line):
            for n, word in enumerate(WORD.findall(name or rest)):
                row.append((word, ("B-" if n == 0 else "I-") + kind if kind else "O"))
        yield [row]


def write(name, documents):
    with open(f"{out}/{name}.tsv", "w", encoding="utf-8") as file:
        for document in documents:
            file.write("-DOCSTART-\n\n")
            for sentence in document:
                for word, tag in sentence:
                    file.write(f"{word}\t{tag}\n")
                file.write("\n")


write("wikigold.en", wikigold())
write("gum.en", gum())
write("meantime.en", meantime("en"))
write("meantime.es", meantime("es"))
for language in ("en", "es"):
    write(f"sentences.{language}", sentences(language))
