#!/usr/bin/env python3
"""Scores the claims that `stemma trace` finds in labelled stories.

Usage: stories.py STEMMA_BINARY FOLDER… [--verbose]
A story is a folder with `articles.jsonl`, `claims.tsv` (id, least and most origins, their names, the claim) and `places.tsv` (claim, article,
exact words). Prints a line a figure over all stories, `name value`. Standard library only.
"""
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from labels import content, rows
from seeds import metric, share, stems


def final_stories(lines):
    """The stories that a stream of placements and mergers ends with."""
    story = {}
    for line in lines:
        if line.get("mergedInto"):
            story = {a: line["mergedInto"] if s == line["story"] else s for a, s in story.items()}
        elif "article" in line:
            story[line["article"]] = line["story"]
    return set(story.values())


class Story:
    """A labelled story, and what Stemma makes of it."""

    def __init__(self, folder, binary):
        file = str(folder / "articles.jsonl")
        ids = [json.loads(line)["id"] for line in open(file, encoding="utf-8") if line.strip()]
        groups = subprocess.run([binary, "group", file], check=True, capture_output=True, text=True).stdout.splitlines()
        self.is_whole = len(final_stories(map(json.loads, groups))) == 1
        # Claims are measured on the whole story, whatever the grouping made of it.
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as corrections:
            corrections.write(json.dumps({"sameStory": ids}) + "\n")
            corrections.flush()
            command = [binary, "trace", "--format", "json", "--corrections", corrections.name, file]
            stories = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["stories"]
        self.traced = max(stories, key=lambda s: len(s["articles"]))
        self.texts = {a["id"]: a["text"] for a in self.traced["articles"]}
        self.claims = {row[0]: row for row in rows(folder / "claims.tsv")}
        self.places = defaultdict(list)
        for claim, article, words in rows(folder / "places.tsv"):
            start = self.texts.get(article, "").find(words)
            if start >= 0:
                self.places[claim].append((article, content(words, start)))
            else:
                self.places[claim].append((article, []))

    def hits(self, places, claim):
        """Which of the places the claim's supports cover, and how much they hold beside."""
        found, extra = set(), 0
        for support in claim["support"]:
            at = [n for n, (article, words) in enumerate(places) if article == support["article"] and words
                  and sum(support["start"] <= a and b <= support["end"] for a, b in words) >= 0.6 * len(words)]
            found.update(at)
            extra += not at
        return found, extra

    def matches(self):
        """Each labelled claim with the found claim that states it: one to one, the fullest first."""
        candidates = []
        for name, places in self.places.items():
            if name not in self.claims:
                continue
            for number, claim in enumerate(self.traced["claims"]):
                found, extra = self.hits(places, claim)
                if found and len(found) * 2 >= len(places):
                    size = sum(len(s["exact"]) for s in claim["support"]) / len(claim["support"])
                    candidates.append((len(found) / len(places) - 0.15 * extra - 0.0005 * size, name, number))
        result, taken = {}, set()
        for score, name, number in sorted(candidates, reverse=True):
            if name not in result and number not in taken:
                result[name] = number
                taken.add(number)
        return result


def names(claim, origins, entities):
    """What each origin of a claim is called: its name, in any language of the story, and the words of the claim's passages for it."""
    called = []
    for found in (origins[i] for i in claim["origins"]["ids"]):
        entity = entities.get(found.get("entity") or "", {})
        words = [found["name"], found.get("via") or ""] + [n for ns in entity.get("names", {}).values() for n in ns]
        words += [s["chain"][0]["exact"] for s in claim["support"] if s.get("origin") == found["id"] and s["chain"]]
        called.append(" ".join(words))
    return called


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    verbose = "--verbose" in sys.argv
    sums, buckets = defaultdict(list), {"one": [], "two": [], "more": []}
    for folder in sorted(Path(f) for f in arguments[1:]):
        story = Story(folder, arguments[0])
        origins = {o["id"]: o for o in story.traced["origins"]}
        entities = {e["id"]: e for e in story.traced["entities"]}
        matched = story.matches()
        before = {k: len(v) for k, v in sums.items()}

        def say(text):
            if verbose:
                print("  ", text)

        sums["whole"].append(story.is_whole)
        for name, row in story.claims.items():
            sums["found"].append(name in matched)
            wide = len({a for a, _ in story.places[name]})
            if wide > 1:
                sums["found-shared"].append(name in matched)
            if name not in matched:
                say(f"not found: {row[4][:100]}")
                continue
            claim = story.traced["claims"][matched[name]]
            wanted = {article for article, _ in story.places[name]}
            got = {s["article"] for s in claim["support"] if s["counts"]}
            sums["outlets"].append(got == wanted)
            if wide > 1:
                sums["outlets-shared"].append(got == wanted)
            sums["outlets-right"] += [True] * len(got & wanted) + [False] * len(got - wanted)
            sums["outlets-found"] += [True] * len(got & wanted) + [False] * len(wanted - got)
            if got != wanted:
                say(f"outlets {''.join(sorted(got))} not {''.join(sorted(wanted))}: {row[4][:80]} <- {claim['text'][:80]}")
            low, high = int(row[1]), int(row[2])
            bounds = claim["origins"]
            right = bounds["lower"] == low and bounds["upper"] == high
            buckets["one" if high == 1 else "two" if high == 2 else "more"].append(right)
            sums["overcounts"].append(bounds["lower"] > high)
            known = [bool(stems(n) & stems(row[3])) for n in names(claim, origins, entities)]
            sums["origins"].append(bool(known) and all(known) and low <= len(known) <= high)
            if not right or not sums["origins"][-1]:
                say(f"origins {bounds['lower']}-{bounds['upper']} {names(claim, origins, entities)} not {low}-{high} {row[3]!r}: {row[4][:60]}")
        print(f"# {folder.name}: " + ", ".join(f"{k} {share(v[before.get(k, 0):]):.2f}" for k, v in sums.items() if k != "whole")
              + f", {len(story.traced['claims'])} claims")
    for name, values in sums.items():
        metric(name, share(values), f"{sum(values)} of {len(values)}")
    metric("numbers", sum(share(v) for v in buckets.values()) / 3, str({k: f"{sum(v)}/{len(v)}" for k, v in buckets.items()}))


if __name__ == "__main__":
    main()
