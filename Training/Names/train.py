"""Trains the type model: multinomial logistic regression (AdaGrad) over hashed features, one signed byte a weight. Deterministic.

Half of the features are hidden at random in each pass, so that no single word carries a type; features seen once are left out.
Usage: train.py SAMPLES... OUT   A sample is a line: label TAB buckets parted by spaces (label PER, ORG, LOC or O).
"""
import math
import random
import sys
from collections import Counter

CLASSES = ["PER", "ORG", "LOC", "O"]
BUCKETS = 1 << 18
EPOCHS, HIDDEN, DECAY, RATE, LEAST = 12, 0.5, 0.003, 0.1, 2


def read(paths):
    samples = []
    for path in paths:
        for line in open(path):
            label, features = line.rstrip("\n").split("\t")
            samples.append((CLASSES.index(label), sorted(set(map(int, features.split())))))
    return samples


def train(samples):
    counts = Counter(f for _, features in samples for f in features)
    samples = [(label, [f for f in features if counts[f] >= LEAST]) for label, features in samples]
    weights, squares, order, chance = {}, {}, list(range(len(samples))), random.Random(1)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        loss = 0.0
        for n in order:
            label, features = samples[n]
            features = [f for f in features if chance.random() >= HIDDEN]
            rows = [weights.setdefault(f, [0.0] * len(CLASSES)) for f in features]
            sums = [sum(row[c] for row in rows) for c in range(len(CLASSES))]
            top = max(sums)
            powers = [math.exp(s - top) for s in sums]
            total = sum(powers)
            loss -= math.log(powers[label] / total)
            for f, row in zip(features, rows):
                square = squares.setdefault(f, [1e-6] * len(CLASSES))
                for c in range(len(CLASSES)):
                    step = powers[c] / total - (c == label) + DECAY * row[c]
                    square[c] += step * step
                    row[c] -= RATE * step / math.sqrt(square[c])
        print("epoch", epoch, "loss", round(loss / len(samples), 4), file=sys.stderr)
    return weights


def pack(model):
    largest = max(abs(v) for row in model.values() for v in row)
    scale = min(48.0, 127 / largest)
    out = bytearray(BUCKETS * len(CLASSES))
    for f, row in model.items():
        for c, value in enumerate(row):
            out[f * len(CLASSES) + c] = max(-127, min(127, round(value * scale))) & 0xFF
    print("buckets used", len(model), "largest", round(largest, 2), "scale", round(scale, 2), file=sys.stderr)
    return bytes(out)


if __name__ == "__main__":
    open(sys.argv[-1], "wb").write(pack(train(read(sys.argv[1:-1]))))
