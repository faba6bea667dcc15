#!/usr/bin/env python3
"""Scores where `stemma trace` says that the versions of a claim differ, beside Evaluation/discrepancies.tsv.

Usage: discrepancies.py STEMMA_BINARY [--verbose]
A find is right where two of its versions, of different words, are versions of one label of its kind. Stories are Evaluation/stories/dev/* and
Examples/*. Prints a line a figure, `name value`. Standard library only.
"""
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent


def labels():
    found = defaultdict(list)
    for line in open(HERE / "discrepancies.tsv", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > 2 and not line.startswith("#"):
            found[fields[0]].append((fields[1], [f.split(":", 1) for f in fields[2:]]))
    return found


def inputs(story):
    example = HERE.parent / "Examples" / story
    return [str(f) for f in sorted(example.glob("*.txt"))] if example.is_dir() else [str(HERE / "stories/dev" / story / "articles.jsonl")]


def stories():
    names = [f.parent.name for f in (HERE / "stories/dev").glob("*/articles.jsonl")]
    return sorted(names + [f.parent.name for f in (HERE.parent / "Examples").glob("*/EXPECTED.md")])


def is_label(find, kind, versions):
    """Whether two values of different words stand in the label at different words."""
    if find["kind"] != kind:
        return False
    hits = set()
    for value in find["values"]:
        at = value["at"]
        for number, (article, words) in enumerate(versions):
            if at["article"].endswith(article) and (words.lower() in at["exact"].lower() or at["exact"].lower() in words.lower()):
                hits.add((number, at["exact"].lower()))
    return len({number for number, _ in hits}) > 1 and len({exact for _, exact in hits}) > 1


def main():
    stemma, verbose = sys.argv[1], "--verbose" in sys.argv
    gold, counts = labels(), defaultdict(int)
    for story in stories():
        run = subprocess.run([stemma, "trace", *inputs(story), "--format", "json"], check=True, capture_output=True, text=True)
        finds = [d for s in json.loads(run.stdout)["stories"] for d in s["discrepancies"]]
        taken = set()
        for find in finds:
            hits = [n for n, (kind, versions) in enumerate(gold[story]) if is_label(find, kind, versions)]
            counts["finds"] += 1
            counts["right"] += bool(hits)
            taken.update(hits)
            strong = find["verdict"] != "granularity"
            counts["strong"] += strong
            counts["strong right"] += strong and bool(hits)
            if verbose:
                print("+" if hits else "-", story, find["kind"], find["verdict"], " ≠ ".join(v["at"]["exact"] for v in find["values"]))
        for n, (kind, versions) in enumerate(gold[story]):
            if verbose and n not in taken:
                print("miss", story, kind, " / ".join(":".join(v) for v in versions))
        counts["labels"] += len(gold[story])
        counts["found"] += len(taken)
    print(f"precision {counts['right'] / max(1, counts['finds']):.3f}  # {counts['right']} of {counts['finds']} finds")
    print(f"recall {counts['found'] / max(1, counts['labels']):.3f}  # {counts['found']} of {counts['labels']} labelled differences")
    print(f"conflict-precision {counts['strong right'] / max(1, counts['strong']):.3f}  # {counts['strong right']} of {counts['strong']} conflicts and drifts")


if __name__ == "__main__":
    main()
