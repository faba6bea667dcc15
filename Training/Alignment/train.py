#!/usr/bin/env python3
"""Trains the models that weigh the evidence on pairs of propositions, and writes Sources/Reuse/Resources/pairs.tsv.

Usage: train.py EVALUATE_BINARY STORY_FOLDER… [--write]
Prints what a model trained on the other stories makes of each story. Needs numpy.
"""
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from sheets import Sheet

RIDGE = 1.0
# What is believed before any story is seen: the weight of evidence that is rare in the stories stays near it.
PRIOR = {"event": 4.0, "eventAlike": 1.0, "otherEvent": -2.0}
WORDLESS = ("meaning", "meaningAcross", "near", "context", "covered", "coveredMost")


def fit(x, y, weight, kinds=()):
    """Weights of a logistic regression with a ridge towards the prior, by Newton's method; the last one is the bias."""
    x = np.hstack([x, np.ones((len(x), 1))])
    prior = np.zeros(x.shape[1])
    for n, kind in enumerate(kinds):
        prior[n] = PRIOR.get(kind, 0)
    ridge = np.full(x.shape[1], RIDGE)
    ridge[-1] = 0
    w = prior.copy()
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (p - y)) + ridge * (w - prior)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian + 1e-8 * np.eye(len(w)), gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def odds(w, x):
    return np.clip(x @ w[:-1] + w[-1], -13.8, 13.8)


def table(sheet, kinds):
    """Evidence, labels (1 same, 0 not, -1 cannot be told) of a story's pairs."""
    columns = [sheet.kinds.index(k) + 2 for k in kinds]
    x = np.array([[row[c] for c in columns] for row in sheet.pairs])
    y = np.full(len(x), -1)
    for n, row in enumerate(sheet.pairs):
        a, b = int(row[0]), int(row[1])
        if sheet.states[a] & sheet.states[b]:
            y[n] = 1
        elif (sheet.states[a] or sheet.states[b]) and not sheet.touches[a] & sheet.touches[b]:
            y[n] = 0
    return x, y


def rivals(sheet, z):
    """Of each pair: its odds, how far rivals are ahead, whether both are each other's best."""
    best = defaultdict(list)
    p = sheet.propositions
    for row, score in zip(sheet.pairs, z):
        a, b = int(row[0]), int(row[1])
        best[(a, p[b]["article"])].append((-score, b))
        best[(b, p[a]["article"])].append((-score, a))
    for key in best:
        best[key].sort()
    x = np.zeros((len(z), 4))
    for n, (row, score) in enumerate(zip(sheet.pairs, z)):
        a, b = int(row[0]), int(row[1])
        x[n, 0] = score
        if p[a]["article"] == p[b]["article"]:
            continue
        lags = []
        for one, other in ((a, b), (b, a)):
            rival = next((-s for s, k in best[(one, p[other]["article"])]
                          if not (p[k]["from"] < p[other]["to"] and p[other]["from"] < p[k]["to"])), -13.8)
            lags.append(max(0, rival - score))
        x[n, 1:] = max(lags), min(lags), float(max(lags) == 0)
    return x


def train(sheets, kinds):
    data = [table(s, kinds) for s in sheets]
    known = [y >= 0 for _, y in data]
    # Every story weighs the same, however many pairs it has.
    weight = [np.full(k.sum(), 1000 / max(1, (y == 1).sum())) for (_, y), k in zip(data, known)]
    scale = sum(w.sum() for w in weight) / sum(len(w) for w in weight)
    weight = [w / scale for w in weight]
    w1 = fit(np.vstack([x[k] for (x, _), k in zip(data, known)]), np.hstack([y[k] for (_, y), k in zip(data, known)]), np.hstack(weight), kinds)
    second = [rivals(s, odds(w1, x)) for s, (x, _) in zip(sheets, data)]
    w2 = fit(np.vstack([x[k] for x, k in zip(second, known)]), np.hstack([y[k] for (_, y), k in zip(data, known)]), np.hstack(weight))
    return w1, w2


def average_precision(z, y):
    order = np.argsort(-z, kind="stable")
    hit = y[order] == 1
    return float((np.cumsum(hit) / np.arange(1, len(hit) + 1))[hit].mean()) if hit.any() else 0.0


def best_f(z, y):
    order = np.argsort(-z, kind="stable")
    hit = np.cumsum(y[order] == 1)
    f = 2 * hit / (np.arange(1, len(hit) + 1) + hit[-1])
    k = int(f.argmax())
    return float(f[k]), float(1 / (1 + np.exp(-z[order][k])))


def report(sheets, kinds, name):
    scores = []
    for n, sheet in enumerate(sheets):
        w1, w2 = train(sheets[:n] + sheets[n + 1:], kinds)
        x, y = table(sheet, kinds)
        z1 = odds(w1, x)
        z2 = odds(w2, rivals(sheet, z1))
        k = y >= 0
        f, at = best_f(z2[k], y[k])
        scores.append((average_precision(z1[k], y[k]), average_precision(z2[k], y[k]), f))
        print(f"{name} {sheet.name}: pairs {k.sum()} same {(y == 1).sum()} AP {scores[-1][0]:.3f}, with rivals {scores[-1][1]:.3f}; best F {f:.3f} at {at:.2f}")
    print(f"{name} mean AP {np.mean([s[0] for s in scores]):.3f}, with rivals {np.mean([s[1] for s in scores]):.3f}; best F {np.mean([s[2] for s in scores]):.3f}")


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    sheets = [Sheet(f, arguments[0]) for f in sorted(arguments[1:])]
    lines = ["# Weights of the evidence on pairs of propositions; written by Training/Alignment/train.py.", "# model\tstage\tevidence\tweight"]
    for name, kinds in (("meanings", sheets[0].kinds), ("words", [k for k in sheets[0].kinds if k not in WORDLESS])):
        report(sheets, kinds, name)
        w1, w2 = train(sheets, kinds)
        lines += [f"{name}\tpair\t{k}\t{v:.4f}" for k, v in zip(kinds + ["bias"], w1)]
        lines += [f"{name}\trivals\t{k}\t{v:.4f}" for k, v in zip(["odds", "lag", "lesserLag", "mutual", "bias"], w2)]
    if "--write" in sys.argv:
        (Path(__file__).resolve().parents[2] / "Sources/Reuse/Resources/pairs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
