#!/usr/bin/env python3
"""Scores what `stemma read` makes of web pages: bodies and publication dates.

Usage: pages.py DATA_FOLDER STEMMA_BINARY SCRATCH_FOLDER
Prints a line a figure, `name value  # note`, as the gate reads them. Sets that are absent are skipped with a line on standard error.
The metrics are those of each set: WCXB's word F1, trafilatura's snippets in and out, htmldate's exact day. Standard library only.
"""
import gzip
import json
import re
import subprocess
import sys
import tarfile
from collections import Counter
from pathlib import Path


def metric(name, value, note=""):
    print(f"{name} {int(value * 1000 + 1e-6) / 1000:.3f}{'  # ' + note if note else ''}", flush=True)


def lines(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file if line.strip()]


def unpacked(archive, folder):
    """The folder of pages in an archive, unpacked once."""
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as pages:
            for member in pages:
                name = Path(member.name).name
                if member.isfile() and not name.startswith("."):
                    (folder / "html").mkdir(exist_ok=True)
                    (folder / "html" / name).write_bytes(pages.extractfile(member).read())
        (folder / "complete").touch()
    return folder / "html"


def read(stemma, folder):
    """File name -> article, for every page of the folder."""
    run = subprocess.run([stemma, "read", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if run.returncode not in (0, 1):
        sys.exit(f"pages.py: stemma read ended with status {run.returncode} on {folder}")
    articles = (json.loads(line) for line in run.stdout.splitlines())
    return {Path(a["id"]).name: a for a in articles}


def words(text):
    return re.findall(r"\w+", text.lower())


def share(right, all_):
    return right / all_ if all_ else 0.0


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def squeezed(text):
    return " ".join(text.split())


def wcxb(articles, gold):
    def score(pages):
        total = 0.0
        for page in pages:
            wanted = Counter(words(page["main_content"]))
            found = Counter(words(articles.get(page["id"] + ".html", {}).get("text", "")))
            common = sum((wanted & found).values())
            total += f1(share(common, sum(found.values())), share(common, sum(wanted.values())))
        return share(total, len(pages))

    metric("wcxb.f", score(gold), f"{len(gold)} pages, mean word F1")
    news = [g for g in gold if g["newsLike"]]
    metric("wcxb.news-f", score(news), f"{len(news)} pages")


def trafilatura(articles, gold):
    def score(pages):
        hit = missed = wrong = 0
        for page in pages:
            text = squeezed(articles.get(page["id"], {}).get("text", ""))
            with_ = sum(squeezed(snippet) in text for snippet in page["with"])
            hit, missed = hit + with_, missed + len(page["with"]) - with_
            wrong += sum(squeezed(snippet) in text for snippet in page["without"])
        return f1(share(hit, hit + wrong), share(hit, hit + missed))

    metric("trafilatura.f", score(gold), f"{len(gold)} pages, snippets in and out")
    for language in ("en", "es"):
        pages = [g for g in gold if g["lang"] == language]
        metric(f"trafilatura.{language}-f", score(pages), f"{len(pages)} pages")


def htmldate(articles, gold):
    right = wrong = absent = 0
    for page in gold:
        published = articles.get(page["id"], {}).get("published")
        day = published["value"][:10] if published and len(published["value"]) >= 10 else None
        right, wrong, absent = right + (day == page["date"]), wrong + (day not in (None, page["date"])), absent + (day is None)
    precision, recall = share(right, right + wrong), share(right, right + absent)
    metric("htmldate.precision", precision, f"{len(gold)} pages, exact day")
    metric("htmldate.accuracy", share(right, len(gold)))
    metric("htmldate.f", f1(precision, recall))


SETS = [
    ("extraction-wcxb", "gold.jsonl.gz", wcxb),
    ("extraction-trafilatura", "gold.jsonl", trafilatura),
    ("dates-htmldate", "gold.jsonl", htmldate),
]


def main():
    data, stemma, scratch = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    for name, gold, score in SETS:
        if not (data / name / gold).exists():
            print(f"pages.py: skipped {name}: it is not under {data}", file=sys.stderr)
            continue
        pages = unpacked(data / name / "html.tar.gz", scratch / name)
        score(read(stemma, pages), lines(data / name / gold))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()
