"""Labelled stories, beside what Stemma makes of them: which propositions state which claim.

A story is a folder with `articles.jsonl`, `claims.tsv` (id, lower, upper, origins, claim) and `places.tsv` (claim, article, exact words).
"""
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Evaluation"))
from labels import content, rows  # noqa: E402


class Sheet:
    """One story: its propositions, the evidence on their pairs, and the claims that each proposition states."""

    def __init__(self, folder, binary):
        folder = Path(folder)
        self.name = folder.name
        raw = json.loads(subprocess.run([binary, "pairs", str(folder / "articles.jsonl")], check=True, capture_output=True).stdout)
        self.kinds, self.articles, self.pairs = raw["evidence"], raw["articles"], raw["pairs"]
        self.propositions = raw["propositions"]
        number = {a["id"]: i for i, a in enumerate(self.articles)}
        texts = [a["text"] for a in self.articles]
        to_char = []
        for text in texts:
            table, at = {}, 0
            for i, c in enumerate(text):
                table[at] = i
                at += len(c.encode())
            table[at] = len(text)
            to_char.append(table)
        for p in self.propositions:
            table = to_char[p["article"]]
            p["from"], p["to"] = table[p["start"]], table[p["end"]]
            p["text"] = texts[p["article"]][p["from"]:p["to"]]
        self.claims = {r[0]: r for r in rows(folder / "claims.tsv")}
        self.places = []
        for claim, article, words in rows(folder / "places.tsv"):
            if article not in number:
                continue
            text = texts[number[article]]
            start = text.find(words)
            if start < 0:
                continue
            self.places.append((claim, number[article], start, start + len(words)))
        self.states = defaultdict(set)
        self.touches = defaultdict(set)
        self.fit = defaultdict(float)
        self.labelled = defaultdict(float)
        for n, p in enumerate(self.propositions):
            own = [(p["from"] + a, p["from"] + b) for a, b in content(p["text"])]
            covered = set()
            for k, (claim, article, start, end) in enumerate(self.places):
                if article != p["article"] or start >= p["to"] or end <= p["from"]:
                    continue
                text = texts[article][start:end]
                gold = [(start + a, start + b) for a, b in content(text)]
                hit = sum(p["from"] <= a and b <= p["to"] for a, b in gold)
                covered |= {w for w in own if start <= w[0] and w[1] <= end}
                union = len(set(gold) | set(own))
                self.fit[k] = max(self.fit[k], hit / union)
                if hit >= 0.25 * len(gold):
                    self.touches[n].add(claim)
                if hit >= 0.6 * len(gold):
                    self.states[n].add(claim)
            self.labelled[n] = len(covered) / max(1, len(own))
