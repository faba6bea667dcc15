"""What labelled data are read with: their tables, archives and passages, and the words of a passage that carry meaning."""
import contextlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

FUNCTION = set("a an the of to in on at by for with from and or but as that which who is are was were be been has have had it its his her their "
               "el la los las un una unos unas de del al a en por para con y o que se su sus es son fue fueron ha han había lo le les".split())


def rows(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip()]


def content(text, start=0):
    """Spans of the words that carry meaning; of all words where none does."""
    words = list(re.finditer(r"\w+", text))
    found = [m.span() for m in words if m.group().lower() not in FUNCTION]
    return [(start + a, start + b) for a, b in found or [m.span() for m in words]]


@contextlib.contextmanager
def unpacked(archive):
    """A folder with what an archive holds, as long as it is used."""
    with tempfile.TemporaryDirectory() as folder, tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
        yield Path(folder)


def annotated(binary, articles):
    """The articles that `stemma annotate` makes of these, by id, from one run."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
        file.flush()
        run = subprocess.run([binary, "annotate", file.name], check=True, capture_output=True, text=True)
    return {a["id"]: a for a in map(json.loads, run.stdout.splitlines())}
