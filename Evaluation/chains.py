#!/usr/bin/env python3
"""Scores the quotations that `stemma annotate` finds in the passages of Evaluation/chains, and the chains of their sources.

Usage: chains.py STEMMA_BINARY [--split dev|test] [--verbose]
Prints a line a figure and language, `name value`. A found quotation matches a labelled one, one to one, where the F of their words is .6 or more.
`speaker`, `chain` and `relayed` (whole chains of two links or more) are shares of all that are labelled; `directness`, `act` and `anonymous`,
of those found; `quiet`, of the passages without an attribution. Standard library only.
"""
import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from labels import FUNCTION, annotated
from seeds import metric, share, words

HERE = Path(__file__).resolve().parent
LEAST = 0.6


def word_starts(text, spans):
    return {start + m.start() for start, end in spans for m in re.finditer(r"\w+", text[start:end])}


class Labelled:
    """A quotation as a person marked it."""

    def __init__(self, text, label):
        self.label, spans, at = label, [], 0
        for piece in label["content"].split(" … "):
            whole_words = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)")
            spans.append(whole_words.search(text, at).span())
            at = spans[-1][1]
        self.words = word_starts(text, spans)

    def matches(self, links):
        """Whether each of the links is the labelled one in its place."""
        return [same(name, link) for name, link in zip(self.label["chain"], links)]


class Found:
    """A quotation as Stemma gives it."""

    def __init__(self, text, quotation, entities):
        self.quotation = quotation
        anchors = quotation.get("parts") or [quotation["content"]]
        self.words = word_starts(text, [(a["start"], a["end"]) for a in anchors])
        self.links = [stems(" ".join(filter(None, [link["exact"], link.get("name"), entities.get(link.get("entity"))])))
                      for link in quotation["chain"]]


def stems(text):
    """The words that carry meaning, by their first five letters; all words where none does."""
    found = words(text)
    return {w[:5] for w in found if w not in FUNCTION} or set(found)


def same(name, link):
    """Half of the words of the shorter of the two are in the other."""
    wanted = stems(name)
    return 2 * len(wanted & link) >= min(len(wanted), len(link)) > 0


def likeness(a, b):
    return 2 * len(a & b) / max(1, len(a) + len(b))


def pair(labelled, found):
    """Number of a labelled quotation -> number of the found one, the likest first."""
    scores = [(-likeness(a.words, b.words), i, j) for i, a in enumerate(labelled) for j, b in enumerate(found)]
    result = {}
    for score, i, j in sorted(scores):
        if -score >= LEAST and i not in result and j not in result.values():
            result[i] = j
    return result


def is_beside(labelled, extra):
    """Whether a found quotation is a piece of a labelled one by its speaker, or wraps it with the outer links of its chain."""
    for one in labelled:
        inside = len(one.words & extra.words)
        if extra.words and inside >= LEAST * len(extra.words) and any(one.matches(extra.links)[:1]):
            return True
        outer = one.label["chain"][-len(extra.links):] if extra.links else []
        if inside >= LEAST * len(one.words) and 0 < len(outer) < len(one.label["chain"]) and all(map(same, outer, extra.links)):
            return True
    return False


def judge(passage, article, sums, say):
    entities = {e["id"]: e["name"] for e in article["entities"]}
    labelled = [Labelled(article["text"], q) for q in passage["quotations"]]
    found = [Found(article["text"], q, entities) for q in article["quotations"]]
    pairs = pair(labelled, found)
    for i, one in enumerate(labelled):
        label, other = one.label, found[pairs[i]] if i in pairs else None
        hits = one.matches(other.links) if other else []
        whole = all(hits) and len(hits) == len(label["chain"]) == len(other.links) if other else False
        sums["recall"].append(other is not None)
        sums["speaker"].append(bool(hits and hits[0]))
        sums["chain"].append(whole)
        if len(label["chain"]) > 1:
            sums["relayed"].append(whole)
        if not other:
            say(f"not found ({label['act']}, {label['directness']}): {label['content']!r}")
            continue
        got = other.quotation
        anonymous = bool(got["chain"]) and got["chain"][0]["anonymous"]
        sums["directness"].append(got["directness"] == label["directness"])
        sums["act"].append(got["act"] == label["act"])
        sums["anonymous"].append(anonymous == label["anonymous"])
        if not whole:
            say(f"chain {[k.get('name') or k['exact'] for k in got['chain']]} not {label['chain']}")
        for what, value in (("directness", got["directness"]), ("act", got["act"]), ("anonymous", anonymous)):
            if value != label[what]:
                say(f"{what} {value} not {label[what]}: {label['content']!r}")
    for j, other in enumerate(found):
        if j in pairs.values():
            sums["precision"].append(True)
        elif not is_beside(labelled, other):
            sums["precision"].append(False)
            say(f"extra: {[k['exact'] for k in other.quotation['chain']]} {other.quotation['content']['exact']!r}")
    if not labelled:
        sums["quiet"].append(not found)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--split", choices=("dev", "test"), help="one half alone; both without it")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def main():
    options = parse()
    for file in sorted((HERE / "chains").glob("*.jsonl")):
        sums = defaultdict(list)
        passages = [p for p in map(json.loads, open(file, encoding="utf-8")) if options.split in (None, p["split"])]
        fields = ("id", "text", "published", "outlet")
        articles = annotated(options.binary, [{k: p[k] for k in fields} | {"language": file.stem} for p in passages])
        for passage in passages:
            remarks = []
            judge(passage, articles[passage["id"]], sums, remarks.append)
            if options.verbose and remarks:
                print("  ", passage["id"], passage["text"])
                print(*("      " + r for r in remarks), sep="\n")
        for name in ("recall", "precision", "speaker", "chain", "relayed", "directness", "act", "anonymous", "quiet"):
            metric(f"{file.stem}.{name}", share(sums[name]), f"{sum(sums[name])} of {len(sums[name])}")


if __name__ == "__main__":
    main()
