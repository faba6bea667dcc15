"""Trains the type model: a multi-class averaged perceptron over hashed features, one signed byte a weight. Deterministic.

Usage: train.py SAMPLES... OUT   A sample is a line: label TAB buckets parted by spaces (label PER, ORG, LOC or O).
"""
import random
import sys

CLASSES = ["PER", "ORG", "LOC", "O"]
BUCKETS = 1 << 17
EPOCHS = 12


def read(paths):
    samples = []
    for path in paths:
        for line in open(path):
            label, features = line.rstrip("\n").split("\t")
            samples.append((CLASSES.index(label), sorted(set(map(int, features.split())))))
    return samples


def train(samples, epochs=EPOCHS):
    weights, totals, stamps = {}, {}, {}
    order, clock = list(range(len(samples))), 0
    for epoch in range(epochs):
        random.Random(epoch).shuffle(order)
        errors = 0
        for n in order:
            clock += 1
            label, features = samples[n]
            sums = [0.0] * len(CLASSES)
            for f in features:
                row = weights.get(f)
                if row:
                    for c in range(len(CLASSES)):
                        sums[c] += row[c]
            # A margin keeps the weights from resting on the first feature that works.
            guess = max(range(len(CLASSES)), key=lambda c: sums[c] + (0 if c == label else 1.0))
            if guess == label:
                continue
            errors += 1
            for f in features:
                row = weights.setdefault(f, [0.0] * len(CLASSES))
                total = totals.setdefault(f, [0.0] * len(CLASSES))
                stamp = stamps.setdefault(f, [0] * len(CLASSES))
                for c, step in ((label, 1.0), (guess, -1.0)):
                    total[c] += row[c] * (clock - stamp[c])
                    stamp[c] = clock
                    row[c] += step
        print("epoch", epoch, "updates", errors, file=sys.stderr)
    return {f: [(totals[f][c] + weights[f][c] * (clock - stamps[f][c])) / clock for c in range(len(CLASSES))] for f in weights}


def pack(model):
    largest = max(abs(v) for row in model.values() for v in row)
    scale = min(24.0, 127 / largest)
    out = bytearray(BUCKETS * len(CLASSES))
    for f, row in model.items():
        for c, value in enumerate(row):
            out[f * len(CLASSES) + c] = max(-127, min(127, round(value * scale))) & 0xFF
    print("buckets used", len(model), "largest", round(largest, 2), "scale", round(scale, 2), file=sys.stderr)
    return bytes(out)


if __name__ == "__main__":
    open(sys.argv[-1], "wb").write(pack(train(read(sys.argv[1:-1]))))
