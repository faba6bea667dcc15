#!/usr/bin/env python3
"""Scores what `stemma group` makes of streams of articles about known events: B-cubed.

Usage: grouping.py DATA_FOLDER STEMMA_BINARY [SEEDS_FOLDER] [--verbose]
Prints a line a figure, `name value  # note`, as the gate reads them; --verbose tells what came out on standard error. The seeds are those of
STEMMA_SEEDS, or beside DATA_FOLDER, unless a folder is named. Four measures, each where its data are there:
- giveme5w1h: news of five years in the order of their publication;
- alone: each labelled story (Evaluation/stories, Examples, the seeds) in a stream of its own;
- mixed: all of these in one stream, in several orders;
- background: the same among a news stream that is about none of them, whose own stories are not labelled.
Standard library only.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORDERS = 5


def metric(name, value, note=""):
    print(f"{name} {int(value * 1000 + 1e-6) / 1000:.3f}{'  # ' + note if note else ''}", flush=True)


def run(stemma, command, *inputs):
    made = subprocess.run([stemma, command, *map(str, inputs)], capture_output=True, text=True)
    if made.returncode not in (0, 1):
        sys.exit(f"grouping.py: stemma {command} ended with status {made.returncode}: {made.stderr[-500:]}")
    return list(map(json.loads, made.stdout.splitlines()))


def stories(stemma, file):
    """Article -> story, after the last word of the stream."""
    story, merged = {}, {}
    for line in run(stemma, "group", file):
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


def grouped(stemma, articles):
    """Article -> story of articles that `stemma read` made, in this order."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(a) + "\n" for a in articles)
        file.flush()
        return stories(stemma, file.name)


def b_cubed(found, gold):
    """Mean precision and recall over the articles of `gold`; each has one story and one event. Others in a story count as errors."""
    stories_, events = Counter(found.values()), Counter(gold.values())
    both = Counter((found[a], gold[a]) for a in gold)
    precision = sum(both[found[a], gold[a]] / stories_[found[a]] for a in gold) / len(gold)
    recall = sum(both[found[a], gold[a]] / events[gold[a]] for a in gold) / len(gold)
    return precision, recall


def whole(found, gold):
    """The events whose articles are one story that has no others."""
    members, sizes = defaultdict(set), Counter(found.values())
    for article, event in gold.items():
        members[event].add(found[article])
    size = Counter(gold.values())
    return {e for e, s in members.items() if len(s) == 1 and sizes[min(s)] == size[e]}


def report(prefix, runs, gold, note):
    """The means over the runs."""
    scores = [b_cubed(found, gold) for found in runs]
    precision, recall = (sum(s[i] for s in scores) / len(scores) for i in (0, 1))
    events = set(gold.values())
    metric(f"{prefix}.precision", precision, note)
    metric(f"{prefix}.recall", recall)
    metric(f"{prefix}.f", 2 * precision * recall / (precision + recall))
    metric(f"{prefix}.whole", sum(len(whole(found, gold)) for found in runs) / len(runs) / len(events),
           f"share of {len(events)} stories that come out whole")


def giveme5w1h(data, stemma):
    folder = data / "clustering-giveme5w1h"
    if not folder.exists():
        print(f"grouping.py: skipped clustering-giveme5w1h: it is not under {data}", file=sys.stderr)
        return
    gold = {g["id"]: g["event"] for g in map(json.loads, open(folder / "gold.jsonl", encoding="utf-8"))}
    found = stories(stemma, folder / "docs.jsonl")
    missing = [a for a in gold if a not in found]
    if missing:
        sys.exit(f"grouping.py: {len(missing)} articles have no story, such as {missing[0]}")
    report("giveme5w1h", [found], gold, f"B-cubed, {len(gold)} articles, {len(set(gold.values()))} events")


def labelled(stemma, seeds):
    """Story -> its articles, as `stemma read` makes them, with ids that say the story."""
    sources = {f.parent.name: [f] for f in sorted((ROOT / "Evaluation/stories").glob("*/*/articles.jsonl"))}
    for folder in sorted((ROOT / "Examples").glob("*/EXPECTED.md")):
        sources[folder.parent.name] = sorted(folder.parent.glob("*.txt"))
    if seeds.exists():
        sources["seeds"] = sorted(seeds.glob("*.txt"))
    made = {}
    for story, inputs in sources.items():
        made[story] = run(stemma, "read", *inputs)
        for article in made[story]:
            article["id"] = f"{story}/{article['id']}"
    return made


def mix(lists, order):
    """The articles of all lists in an order of chance that is the same at each run; those of one list keep no order."""
    articles = [a for items in lists for a in items]
    random.Random(order).shuffle(articles)
    return articles


def shown(found, gold, verbose):
    if not verbose:
        return
    for event in sorted(set(gold.values()) - whole(found, gold)):
        parts = defaultdict(list)
        for article, story in found.items():
            parts[story].append(article)
        mine = {found[a] for a, e in gold.items() if e == event}
        print(f"  {event}: " + " | ".join(" ".join(parts[s]) for s in sorted(mine)), file=sys.stderr)


def several(data, stemma, seeds, verbose):
    made = labelled(stemma, seeds)
    gold = {a["id"]: story for story, items in made.items() for a in items}
    note = f"{len(gold)} articles"
    alone = {}
    for items in made.values():
        alone.update({a: f"{items[0]['id']} {s}" for a, s in grouped(stemma, items).items()})
    report("alone", [alone], gold, f"B-cubed, {note}, each story in a stream of its own")
    shown(alone, gold, verbose)
    runs = [grouped(stemma, mix(made.values(), order)) for order in range(ORDERS)]
    report("mixed", runs, gold, f"B-cubed, {note} in one stream, mean of {ORDERS} orders")
    for found in runs:
        shown(found, gold, verbose)
    background(data, stemma, made, gold, verbose)


def background(data, stemma, made, gold, verbose):
    pages = data / "stream-telegram2019/pages.jsonl"
    if not pages.exists():
        print(f"grouping.py: skipped stream-telegram2019: it is not under {data}", file=sys.stderr)
        return
    others = run(stemma, "read", pages)
    for article in others:
        article["id"] = f"background/{article['id']}"
    titles = {a["id"]: a.get("title") or "" for a in others}
    began = time.monotonic()
    found = grouped(stemma, mix([*made.values(), others], 0))
    seconds = time.monotonic() - began
    report("background", [found], gold, f"B-cubed of {len(gold)} labelled articles among {len(others)} pages about none of them")
    groups = defaultdict(list)
    for article, story in found.items():
        if article not in gold:
            groups[story].append(article)
    many = [g for g in groups.values() if len(g) > 1]
    joined = sum(len(groups[s]) for s in {found[a] for a in gold} if s in groups)
    metric("background.kept-out", 1 - joined / len(others), "share of these pages that joined no labelled story")
    print(f"# {len(found) / seconds:.1f} articles a second; {len(many)} stories of many pages among {len(groups)} of the background")
    shown(found, gold, verbose)
    if verbose:
        for group in many:
            print("  " + " | ".join(titles[a] for a in group), file=sys.stderr)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--verbose"]
    data, stemma = Path(arguments[0]), arguments[1]
    seeds = Path(arguments[2] if len(arguments) > 2 else os.environ.get("STEMMA_SEEDS", data.parent / "seeds"))
    giveme5w1h(data, stemma)
    several(data, stemma, seeds, "--verbose" in sys.argv)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
