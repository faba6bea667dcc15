#!/usr/bin/env python3
"""Scores the near-duplicates that `stemma group --duplicates` tells of a stream of news pages, beside datasketch's.

Usage: duplicates.py DATA_FOLDER STEMMA_BINARY [--verbose]
Prints a line a figure, `name value  # note`, as the gate reads them; --verbose tells the pairs that are wrong or missed on standard error.
The stream: the 711 pages of stream-telegram2019 and six versions of each of 200 of its English pages, made here, on invented hosts:
- furniture: other boilerplate around it, that of its host; half: its first half; reordered: its sentences in another order;
- edited-10, -20, -30: so many of a hundred words replaced by other words of the collection.
A pair is right where Evaluation/near-duplicates.tsv says `near`, or where both are versions of one page; every other pair is wrong.
datasketch (PyPI) is asked about the same texts (its lines begin with #, and the gate holds them to nothing), with runs of five words and 128 permutations, if it is installed in Evaluation/.venv-duplicates:
    python3 -m venv Evaluation/.venv-duplicates && Evaluation/.venv-duplicates/bin/pip install datasketch
Standard library only but for that.
"""
import html.parser
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from html import escape
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEER = HERE / ".venv-duplicates/bin/python"
KINDS = ("furniture", "half", "reordered", "edited-10", "edited-20", "edited-30")
PLANTED = 200
# The kinds of the labels, as the contract calls them.
LABELS = {"copy": "verbatim", "update": "update", "rewrite": "rewritten", "shared-source": "carried", "quotation": "quoted"}
BOILERPLATE = """Sign up for our morning letter and have the day's news before breakfast.
Our newsroom is paid for by its readers, and every contribution goes into reporting.
Have you seen something that we should know about? Write to the desk in confidence.
You can change what we may remember about your visits on the page of settings.
The opinions of columnists are their own and not those of the publisher.
Listen to the programme on weekdays at seven or whenever it suits you.
Subscribers read without advertisements on every device that they own.
Download the application to be told about breaking stories in your region.
Readers who find a mistake are asked to tell us so that it can be put right.
All rights are reserved and nothing may be republished without our written consent.
The weather, the traffic and the tides of the coast are on our service page.
Photographs in this section are taken by members of our own staff.
Puzzles, recipes and the crossword of the weekend await you in the magazine.
Our archive reaches back for ninety years and can be searched free of charge.
Share this with your friends or print it on a single sheet of paper.
We correct errors openly, and the page of corrections lists all of them.
Tickets for the talks of the winter season can be had at the counter.
Comments are open for two days and are read before they are shown.""".splitlines()


def metric(name, value, note=""):
    print(f"{name} {int(value * 1000 + 1e-6) / 1000:.3f}{'  # ' + note if note else ''}", flush=True)


class ArticleText(html.parser.HTMLParser):
    """The paragraphs of an `<article>`, headings too, without the address line, the figures and their captions."""
    BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "td", "th", "div", "section", "br", "pre"}
    LEFT_OUT = {"address", "figure", "figcaption", "script", "style"}

    def __init__(self, page):
        super().__init__()
        self.paragraphs, self.inside, self.out = [""], False, 0
        self.feed(page)
        self.paragraphs = [p for p in (" ".join(p.split()) for p in self.paragraphs) if p]

    def handle_starttag(self, tag, _):
        self.inside |= tag == "article"
        self.out += tag in self.LEFT_OUT
        self.block(tag)

    def handle_endtag(self, tag):
        self.inside &= tag != "article"
        self.out -= tag in self.LEFT_OUT
        self.block(tag)

    def block(self, tag):
        if tag in self.BLOCKS:
            self.paragraphs.append("")

    def handle_data(self, text):
        if self.inside and not self.out:
            self.paragraphs[-1] += text


def words(text):
    return re.findall(r"\w+", text.lower())


# ---------------------------------------------------------------- the planted pages

def halved(paragraphs):
    left, kept = len(words(" ".join(paragraphs))) // 2, []
    for paragraph in paragraphs:
        parts = paragraph.split(" ")
        kept.append(" ".join(parts[:left]))
        left -= len(words(kept[-1]))
        if left <= 0:
            break
    return [p for p in kept if p]


def reordered(paragraphs, chance):
    sentences = [s for p in paragraphs for s in re.split(r"(?<=[.!?])\s+", p) if s]
    chance.shuffle(sentences)
    return [" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]


def edited(paragraphs, share, vocabulary, chance):
    """So many of all words, each replaced by any word of the collection (frequent ones more often), in its letter case."""
    count = sum(len(re.findall(r"\w+", p)) for p in paragraphs)
    chosen, place = set(chance.sample(range(count), round(share * count))), -1

    def other(match):
        nonlocal place
        place += 1
        if place not in chosen:
            return match.group(0)
        word = chance.choice(vocabulary)
        while word == match.group(0).lower():
            word = chance.choice(vocabulary)
        return word.capitalize() if match.group(0)[0].isupper() else word

    return [re.sub(r"\w+", other, p) for p in paragraphs]


def version(kind, title, paragraphs, vocabulary, chance, furniture):
    if kind == "furniture":
        return title, furniture[:3] + paragraphs + furniture[3:]
    if kind == "half":
        return title, halved(paragraphs)
    if kind == "reordered":
        return title, reordered(paragraphs, chance)
    title, *paragraphs = edited([title, *paragraphs], int(kind[-2:]) / 100, vocabulary, chance)
    return title, paragraphs


def planted(pages):
    """Six versions of each of 200 English pages; those of one kind are spread over five hosts."""
    texts = {p["id"]: ArticleText(p["html"]).paragraphs for p in pages}
    vocabulary = [w for p in pages if p["lang"] == "en" for w in words(" ".join(texts[p["id"]]))]
    english = [p for p in pages if p["lang"] == "en" and len(words(" ".join(texts[p["id"]]))) >= 100]
    chance = random.Random(2019)
    hosts = {(kind, n): chance.sample(BOILERPLATE, 6) for kind in KINDS for n in range(5)}
    for page in chance.sample(english, PLANTED):
        title, *paragraphs = texts[page["id"]]
        for kind in KINDS:
            host = (kind, chance.randrange(5))
            headline, body = version(kind, title, paragraphs, vocabulary, chance, hosts[host])
            yield made(page, kind, f"{kind}-{host[1]}.example", headline, body)


def made(page, kind, host, title, paragraphs):
    body = "".join(f"<p>{escape(p)}</p>\n" for p in paragraphs)
    head = f'<meta charset="utf-8"/><meta property="og:site_name" content="{host}"/>' \
        f'<meta property="article:published_time" content="{page["published"]}"/>'
    text = f"<!DOCTYPE html>\n<html><head>{head}</head><body><article><h1>{escape(title)}</h1>\n{body}</article></body></html>"
    return {
        "id": f"{kind}/{page['id']}", "lang": "en", "url": f"https://{host}/{page['id']}", "outlet": host, "title": title,
        "published": page["published"], "html": text,
    }


# ---------------------------------------------------------------- asking

def asked(stemma, stream):
    """(article, other) -> the line that tells of them, of all that share text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(p) + "\n" for p in stream)
        file.flush()
        run = subprocess.run([stemma, "group", "--duplicates", "--no-encoder", file.name], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"duplicates.py: stemma group ended with status {run.returncode}: {run.stderr[-500:]}")
    lines = [line for line in map(json.loads, run.stdout.splitlines()) if "coverage" in line]
    return {pair(line["article"], line.get("duplicateOf") or line["sharesWith"]): line for line in lines}


def pair(a, b):
    return (a, b) if a < b else (b, a)


PEER_PROGRAM = """
import json, sys
from datasketch import MinHash, MinHashLSH
texts = json.load(sys.stdin)
made = {}
for name, words in texts.items():
    m = MinHash(num_perm=128)
    m.update_batch([" ".join(words[i:i + 5]).encode() for i in range(max(1, len(words) - 4))])
    made[name] = m
found = {}
for threshold in (0.3, 0.5):
    lsh, pairs = MinHashLSH(threshold=threshold, num_perm=128), []
    for name, m in made.items():
        pairs += [(other, name) for other in lsh.query(m)]
        lsh.insert(name, m)
    found[threshold] = pairs
json.dump(found, sys.stdout)
"""


def peer(stream):
    """Threshold -> the pairs that datasketch finds; none where it is not installed."""
    if not PEER.exists():
        print("duplicates.py: skipped datasketch: it is not in Evaluation/.venv-duplicates", file=sys.stderr)
        return {}
    texts = {p["id"]: words(" ".join(ArticleText(p["html"]).paragraphs)) for p in stream}
    run = subprocess.run([PEER, "-c", PEER_PROGRAM], input=json.dumps(texts), capture_output=True, text=True, check=True)
    return {t: {pair(*p) for p in pairs} for t, pairs in json.loads(run.stdout).items()}


# ---------------------------------------------------------------- judging

def base(name):
    return name.rsplit("/", 1)[-1]


class Labels:
    def __init__(self, path):
        lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
        self.rows = {pair(r[0], r[1]): r for r in lines}
        self.near = {p for p, r in self.rows.items() if r[5] == "yes"}
        self.story = {}
        for a, b in self.near:
            joined = self.story.get(a, {a}) | self.story.get(b, {b})
            self.story.update({page: joined for page in joined})

    def right(self, p):
        a, b = map(base, p)
        return p in self.near or a == b or ("/" in p[0] + p[1] and b in self.story.get(a, ()))


def told(prefix, found, labels, stream, note, say):
    kinds = Counter()
    for page in stream:
        if "/" in page["id"]:
            kinds[page["id"].split("/")[0]] += pair(page["id"], base(page["id"])) in found
    right = [p for p in found if labels.right(p)]
    real = labels.near & set(found)
    metric(f"{prefix}.precision", len(right) / max(1, len(found)), f"{len(right)} of {len(found)} pairs; {note}")
    alone = [p for p in found if "/" not in p[0] + p[1]]
    metric(f"{prefix}.real-precision", len(real) / max(1, len(alone)), f"{len(real)} of {len(alone)} pairs without a planted page")
    metric(f"{prefix}.real-recall", len(real) / len(labels.near), f"{len(real)} of {len(labels.near)}")
    for kind in KINDS:
        metric(f"{prefix}.{kind}", kinds[kind] / PLANTED, f"{kinds[kind]} of {PLANTED}")
    metric(f"{prefix}.recall", (len(real) + sum(kinds.values())) / (len(labels.near) + PLANTED * len(KINDS)), "real and planted")
    for p in sorted(set(found) - set(right)):
        say(f"{prefix}: wrong {p[0]} {p[1]} {labels.rows.get(p, [''] * 4)[3]}")
    for p in sorted(labels.near - real):
        say(f"{prefix}: missed {p[0]} {p[1]} {labels.rows[p][3]}")


def macro(gold, answers):
    """Macro F1 over the values of `gold`."""
    scores = {}
    for value in sorted(set(gold.values())):
        both = sum(gold[k] == value == answers.get(k) for k in gold)
        all_ = sum(v == value for v in gold.values()) + sum(answers.get(k) == value for k in gold)
        scores[value] = 2 * both / all_
    return sum(scores.values()) / len(scores), scores


def direction(line, first, second):
    if line is None:
        return "none"
    if line["from"]:
        return "first" if line["from"] == first else "second"
    return "common" if line["common"] else "none" if line["kind"] == "quoted" else "unclear"


def derivations(lines, labels, say):
    """The kinds and directions of the labelled pairs that share text that somebody wrote."""
    rows = {p: r for p, r in labels.rows.items() if r[3] in LABELS}
    kinds = {p: LABELS[r[3]] for p, r in rows.items()}
    answers = {p: lines[p]["kind"] for p in rows if p in lines}
    f, each = macro(kinds, answers)
    metric("kind-f", f, f"macro F1 of {len(kinds)} labelled pairs: " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))
    ways = {p: r[4] for p, r in rows.items()}
    said = {p: direction(lines.get(p), r[0], r[1]) for p, r in rows.items()}
    f, each = macro(ways, said)
    metric("direction-f", f, "macro F1 of the same: " + ", ".join(f"{k} {v:.2f}" for k, v in each.items()))
    for p, r in sorted(rows.items(), key=lambda item: item[1][3]):
        if answers.get(p) != kinds[p] or said[p] != ways[p]:
            say(f"derivation {r[0]} {r[1]} is {kinds[p]} {ways[p]} ({r[6]}), told {answers.get(p)} {said[p]}")
    quiet = [p for p, r in labels.rows.items() if r[3] in ("boilerplate", "unrelated")]
    metric("quiet", sum(p not in lines for p in quiet) / len(quiet), f"of {len(quiet)} labelled pairs that share furniture or names, no word is said")


def main():
    arguments = [a for a in sys.argv[1:] if a != "--verbose"]
    say = (lambda text: print(f"  {text}", file=sys.stderr)) if "--verbose" in sys.argv else lambda text: None
    pages = [json.loads(line) for line in open(Path(arguments[0]) / "stream-telegram2019/pages.jsonl", encoding="utf-8")]
    labels = Labels(HERE / "near-duplicates.tsv")
    stream = pages + list(planted(pages))
    random.Random(1).shuffle(stream)
    lines = asked(arguments[1], stream)
    near = {p for p, line in lines.items() if line.get("duplicateOf")}
    told("stream", near, labels, stream, f"{len(stream)} pages, {PLANTED * len(KINDS)} of them planted", say)
    alone = asked(arguments[1], pages)
    derivations(alone, labels, say)
    for threshold, found in sorted(peer(stream).items()):
        told(f"# datasketch-{threshold}", found, labels, stream, "the peer, on the same texts", lambda text: None)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main()
