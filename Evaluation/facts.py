#!/usr/bin/env python3
"""Measures how well the encoder's cosine alone tells passages of one fact from passages that only sound like it.

Usage: facts.py EVALUATE_BINARY [FILE…]
The files are those of Evaluation/facts. The pairs of a set that hold two `same` passages are to stand before those with an `other`. Prints
the mean average precision over the sets, in one language and over two, and what chance would give: `name value  # note`.
Standard library only.
"""
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import combinations
from pathlib import Path

from labels import rows

FOLDER = Path(__file__).resolve().parent / "facts"


def vectors(binary, passages):
    """A vector a passage."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("".join(p + "\n" for p in passages))
        file.flush()
        output = subprocess.run([binary, "encode", file.name, "--vectors"], check=True, capture_output=True, text=True).stdout
    return [[float(n) for n in line.split()] for line in output.splitlines()]


def average_precision(pairs):
    """Of (score, is right), right ones first at best."""
    found, total = 0, 0.0
    for rank, (_, is_right) in enumerate(sorted(pairs, key=lambda p: -p[0]), 1):
        if is_right:
            found += 1
            total += found / rank
    return total / found if found else None


def mean(values):
    values = [v for v in values if v is not None]
    return sum(values) / len(values) if values else 0.0


def main():
    files = sys.argv[2:] or sorted(map(str, FOLDER.glob("*.tsv")))
    passages = [row for file in files for row in rows(Path(file))]
    sets = defaultdict(list)
    for (name, kind, language, _), vector in zip(passages, vectors(sys.argv[1], [p[3] for p in passages])):
        sets[name].append((kind == "same", language, vector))
    for figure, is_across in (("cosine", False), ("cosine-across", True)):
        scores, chance = [], []
        for members in sets.values():
            pairs = [(sum(x * y for x, y in zip(a[2], b[2])), a[0] and b[0])
                     for a, b in combinations(members, 2) if (a[0] or b[0]) and (a[1] != b[1]) == is_across]
            scores.append(average_precision(pairs))
            chance.append(sum(right for _, right in pairs) / len(pairs) if pairs else None)
        print(f"{figure} {mean(scores):.3f}  # {len(sets)} sets; chance {mean(chance):.3f}")


if __name__ == "__main__":
    main()
