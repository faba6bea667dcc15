#!/usr/bin/env python3
"""Scores what `stemma group` makes of a stream of articles about known events: B-cubed.

Usage: grouping.py DATA_FOLDER STEMMA_BINARY
Prints a line a figure, `name value  # note`, as the gate reads them. Standard library only.
"""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path


def metric(name, value, note=""):
    print(f"{name} {int(value * 1000 + 1e-6) / 1000:.3f}{'  # ' + note if note else ''}", flush=True)


def stories(stemma, file):
    """Article -> story, after the last word of the stream."""
    run = subprocess.run([stemma, "group", str(file)], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"grouping.py: stemma group ended with status {run.returncode}: {run.stderr[-500:]}")
    story, merged = {}, {}
    for line in map(json.loads, run.stdout.splitlines()):
        if line.get("mergedInto"):
            merged[line["story"]] = line["mergedInto"]
        elif line.get("movedTo"):
            story[line["article"]] = line["movedTo"]
        else:
            story[line["article"]] = line["story"]

    def root(name):
        while name in merged:
            name = merged[name]
        return name

    return {article: root(name) for article, name in story.items()}


def b_cubed(found, gold):
    """Mean precision and recall over articles; each has one story and one event."""
    stories_, events = Counter(found.values()), Counter(gold[a] for a in found)
    both = Counter((found[a], gold[a]) for a in found)
    precision = sum(both[found[a], gold[a]] / stories_[found[a]] for a in found) / len(found)
    recall = sum(both[found[a], gold[a]] / events[gold[a]] for a in found) / len(found)
    return precision, recall


def main():
    folder, stemma = Path(sys.argv[1]) / "clustering-giveme5w1h", sys.argv[2]
    if not folder.exists():
        print(f"grouping.py: skipped clustering-giveme5w1h: it is not under {sys.argv[1]}", file=sys.stderr)
        return
    gold = {g["id"]: g["event"] for g in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8"))}
    found = stories(stemma, folder / "docs.jsonl")
    missing = [a for a in gold if a not in found]
    if missing:
        sys.exit(f"grouping.py: {len(missing)} articles have no story, such as {missing[0]}")
    precision, recall = b_cubed(found, gold)
    metric("giveme5w1h.precision", precision, f"B-cubed, {len(gold)} articles, {len(set(gold.values()))} events")
    metric("giveme5w1h.recall", recall)
    metric("giveme5w1h.f", 2 * precision * recall / (precision + recall))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
