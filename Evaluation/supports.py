#!/usr/bin/env python3
"""Scores which passages `stemma trace` holds together on ten events of news that nobody prepared.

Usage: supports.py DATA_FOLDER STEMMA_BINARY
A reader judged the supports of the claims that were shown at one time (`supports.tsv`): each states its claim (`same`, `part`), tells something else
(`other`) or nothing at all (`nothing`), and its source is `right`, `missed`, `wrong` or `extra`. Two that both state it belong together; one that
does and one that does not are apart. Prints of each kind the share that stands together now, `name value  # note`: right pairs are to stay, wrong
ones to go. Pairs that were never shown are not judged, so this tells better from worse, not how good. Errors of `dev` may be read, those of `check`
only count. Standard library only.
"""
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from labels import rows


def events(data):
    """Articles by the number of their event."""
    number = {}
    for line in open(data / "gold.jsonl", encoding="utf-8"):
        row = json.loads(line)
        number[row["id"]] = str(row["event"])
    found = defaultdict(list)
    for line in open(data / "docs.jsonl", encoding="utf-8"):
        article = json.loads(line)
        found[number[article["id"]]].append(article)
    return found


def shown(articles, binary):
    """For each article, by its first letters: the passages of claims that several articles tell, as (start, end, claim) in the data's text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
        file.flush()
        run = subprocess.run([binary, "trace", "--format", "json", file.name], check=True, capture_output=True)
    texts = {a["id"]: a["text"] for a in articles}
    passages = defaultdict(list)
    for story in json.loads(run.stdout)["stories"]:
        for claim in story["claims"]:
            supports = [s for s in claim["support"] if s["counts"]]
            if len({s["article"] for s in supports}) < 2:
                continue
            for support in supports:
                start = texts[support["article"]].find(support["exact"])
                if start >= 0:
                    passages[support["article"][:12]].append((start, start + len(support["exact"]), claim["id"]))
    return passages


def claims_of(passages, judged):
    """The claims that show a judged passage, or half of it."""
    article, start, end = judged[0], int(judged[1]), int(judged[2])
    return {c for a, b, c in passages[article] if (min(b, end) - max(a, start)) * 2 > min(b - a, end - start)}


def score(labels, data, binary):
    """(together, judged) of right pairs and of wrong ones."""
    counts = {True: [0, 0], False: [0, 0]}
    stories = {event: shown(data[event], binary) for event in sorted({r[1] for r in labels})}
    groups = defaultdict(list)
    for row in labels:
        groups[row[1], row[2]].append(row[3:])
    for (event, _), supports in groups.items():
        for a, b in combinations(supports, 2):
            states = [s[3] in ("same", "part") for s in (a, b)]
            if a[0] == b[0] or not any(states):
                continue
            together = bool(claims_of(stories[event], a) & claims_of(stories[event], b))
            counts[all(states)][0] += together
            counts[all(states)][1] += 1
    return counts[True], counts[False]


def main():
    data, binary = events(Path(sys.argv[1]) / "clustering-giveme5w1h"), sys.argv[2]
    labels = [r for r in rows(Path(__file__).parent / "supports.tsv") if not r[0].startswith("#")]
    for split in ("dev", "check"):
        right, wrong = score([r for r in labels if r[0] == split], data, binary)
        print(f"{split}.right-kept {right[0] / right[1]:.3f}  # {right[0]} of {right[1]} pairs")
        print(f"{split}.wrong-gone {1 - wrong[0] / wrong[1]:.3f}  # {wrong[1] - wrong[0]} of {wrong[1]} pairs")
        print(f"{split}.right {right[0] / max(1, right[0] + wrong[0]):.3f}  # of the judged pairs that stand together")


if __name__ == "__main__":
    main()
