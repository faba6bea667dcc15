#!/usr/bin/env python3
"""Scores what `stemma read` makes of web pages: bodies, titles, authors and publication dates.

Usage: pages.py DATA_FOLDER STEMMA_BINARY SCRATCH_FOLDER [--peers]
With --peers the titles, authors and dates of trafilatura and newspaper4k are scored too, where this Python has them (`pip install trafilatura newspaper4k`).
Prints a line a figure, `name value  # note`, as the gate reads them. Sets that are absent are skipped with a line on standard error.
The metrics are those of each set: WCXB's word F1, trafilatura's snippets in and out, htmldate's exact day. Titles are right where they are
the same but for case and marks, dates where the day is; authors are scored as sets of names, their F over all pages. Standard library only.
"""
import gzip
import importlib.util
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
    """White space folded, without soft hyphens, which some snippets have and readers do not see."""
    return " ".join(text.replace("\u00ad", "").split())


def folded(text):
    return " ".join(words(text or ""))


def names(field):
    """The names of an author field: "By Ana Ruiz and Li Wei; Harbour Post" as a set."""
    parts = field if isinstance(field, list) else re.split(r"[;,|/]| and | und | y | et |&", field or "")
    return {folded(p) for p in parts} - {""}


def metadata(name, articles, gold):
    """`articles` and `gold`: page -> (title, authors, date)."""
    titled = [p for p in gold if gold[p][0]]
    right = sum(folded(articles.get(p, ("",))[0]) == folded(gold[p][0]) for p in titled)
    metric(f"{name}.title", share(right, len(titled)), f"{len(titled)} pages, same but for case and marks")
    wanted = {p: names(gold[p][1]) for p in gold if gold[p][1]}
    found = {p: names(articles[p][1]) if p in articles else set() for p in wanted}
    common = sum(len(wanted[p] & found[p]) for p in wanted)
    value = f1(share(common, sum(map(len, found.values()))), share(common, sum(map(len, wanted.values()))))
    metric(f"{name}.authors-f", value, f"{len(wanted)} pages, names as sets")
    dated = [p for p in gold if gold[p][2]]
    right = sum((articles.get(p, ("", [], ""))[2] or "")[:10] == gold[p][2][:10] for p in dated)
    metric(f"{name}.date", share(right, len(dated)), f"{len(dated)} pages, exact day")


def ours(articles):
    return {
        p: (a.get("title"), a.get("byline") or [], (a.get("published") or {}).get("value", "")) for p, a in articles.items()
    }


def trafilatura_metadata(raw):
    from trafilatura import extract_metadata

    told = extract_metadata(raw, extensive=True) if raw else None
    return (told.title, told.author, told.date) if told else ("", "", "")


def newspaper_metadata(raw):
    from newspaper import Article

    article = Article("", fetch_images=False)
    article.download(input_html=raw.decode("utf-8", "replace"))
    article.parse()
    return article.title, list(article.authors), str(article.publish_date or "")[:10]


def peers(name, folder, gold):
    readers = [("trafilatura", "trafilatura", trafilatura_metadata), ("newspaper4k", "newspaper", newspaper_metadata)]
    for peer, module, reader in readers:
        if not importlib.util.find_spec(module):
            print(f"pages.py: skipped {peer}: this Python has it not", file=sys.stderr)
            continue
        found = {}
        for page in gold:
            try:
                found[page] = reader((folder / page).read_bytes())
            except Exception:
                found[page] = ("", "", "")
        metadata(f"{name}.{peer}", found, gold)


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
    told = {p["id"] + ".html": (p.get("title"), p.get("author"), p.get("publish_date")) for p in gold}
    metadata("wcxb", ours(articles), told)
    return told


def trafilatura(articles, gold):
    # These snippets take a standfirst as text, and the article tells it apart from the body; WCXB's texts leave it out.
    def main_text(article):
        return squeezed((article.get("deck") or "") + "\n\n" + article.get("text", ""))

    def score(pages):
        hit = missed = wrong = 0
        for page in pages:
            text = main_text(articles.get(page["id"], {}))
            with_ = sum(squeezed(snippet) in text for snippet in page["with"])
            hit, missed = hit + with_, missed + len(page["with"]) - with_
            wrong += sum(squeezed(snippet) in text for snippet in page["without"])
        return f1(share(hit, hit + wrong), share(hit, hit + missed))

    metric("trafilatura.f", score(gold), f"{len(gold)} pages, snippets in and out")
    for language in ("en", "es"):
        pages = [g for g in gold if g["lang"] == language]
        metric(f"trafilatura.{language}-f", score(pages), f"{len(pages)} pages")
    told = {p["id"]: (p.get("title"), p.get("author"), p.get("date")) for p in gold if "title" in p}
    metadata("trafilatura", ours(articles), told)
    return told


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
        told = score(read(stemma, pages), lines(data / name / gold))
        if told and "--peers" in sys.argv: peers(name.split("-")[-1], pages, told)


if __name__ == "__main__":
    if len(sys.argv) - ("--peers" in sys.argv) != 4:
        sys.exit(__doc__)
    main()
