#!/usr/bin/env python3
"""Scores what `stemma trace --format json` says of a story's pages against the EXPECTED.md beside them.

Usage: seeds.py FOLDER STEMMA_BINARY [--verbose]
Prints a line a figure, `name value`, as the gate reads them. Standard library only.
"""
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path


def fold(text):
    text = unicodedata.normalize("NFD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    for a, b in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " ")):
        text = text.replace(a, b)
    return text.lower()


def words(text):
    return re.findall(r"\w+", fold(text))


# ---------------------------------------------------------------- EXPECTED.md

def tables(markdown):
    """The tables of the page: heading -> list of rows (lists of cells)."""
    result, heading = {}, ""
    for line in markdown.splitlines():
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line.startswith("|") and not re.match(r"^\|[-| ]+\|$", line):
            cells = [c.strip() for c in line.strip("|").split("|")]
            result.setdefault(heading, []).append(cells)
    return {k: v[1:] if k != "Lines that are not the article" else v[1:] for k, v in result.items()}


def places(cell):
    """'000 L9, L7 (subhead); 001 L7' -> [('000', 9, ''), ('000', 7, 'subhead'), ('001', 7, '')]"""
    found, article = [], None
    for part in re.split(r"[;,]", cell):
        match = re.search(r"\b(00\d)\b", part)
        if match:
            article = match.group(1)
        line = re.search(r"L(\d+)(?:\s*\((\w+)\))?", part)
        if article and line:
            found.append((article, int(line.group(1)), line.group(2) or ""))
    return found


class Sheet:
    def __init__(self, folder):
        table = tables((folder / "EXPECTED.md").read_text(encoding="utf-8"))
        self.documents = table["Documents"]
        self.times = table["Times"]
        self.quotations = table["Quotations"]
        self.claims = table["Claims"]
        self.furniture = table["Lines that are not the article"]


# ---------------------------------------------------------------- the trace

class Page:
    """One seed: its lines, and the article that was made of it."""

    def __init__(self, path, article):
        self.text = path.read_text(encoding="utf-8")
        self.article = article
        self.starts = [0]
        for i, c in enumerate(self.text):
            if c == "\n":
                self.starts.append(i + 1)
        self.starts.append(len(self.text) + 1)

    def line(self, number):
        return self.text[self.starts[number - 1]:self.starts[number] - 1]

    def line_of_source(self, position):
        low = 0
        while low + 1 < len(self.starts) and self.starts[low + 1] <= position:
            low += 1
        return low + 1

    def lines_of(self, anchor):
        """The file lines on which an anchor stands."""
        place = anchor.get("in", "text")
        if place == "source":
            return {self.line_of_source(anchor["start"])}
        if place in ("title", "deck"):
            whole = self.article.get(place) or ""
            return {n + 1 for n in range(len(self.starts) - 1) if whole and fold(self.line(n + 1)).strip() == fold(whole).strip()}
        lines = set()
        for paragraph in self.article["paragraphs"]:
            if paragraph["start"] < anchor["end"] and anchor["start"] < paragraph["end"]:
                source = paragraph["source"]
                first = source[0] if isinstance(source, list) else source
                lines.add(self.line_of_source(first["start"]))
        return lines


def metric(name, value, note=""):
    print(f"{name} {value:.3f}{'  # ' + note if note else ''}")


def share(hits):
    return sum(hits) / len(hits) if hits else 0.0


# ---------------------------------------------------------------- judges

def judge_documents(sheet, pages, say):
    hits = []

    def check(key, field, ok, got):
        hits.append(bool(ok))
        if not ok:
            say(f"document {key} {field}: {got!r}")

    for row in sheet.documents:
        key, language, title, outlet, byline, agency, dateline, published = row
        page, article = pages[key], pages[key].article
        check(key, "language", article["language"] == language, article["language"])
        line = re.match(r"L(\d+)", title)
        wanted = page.line(int(line.group(1))) if line else None
        check(key, "title", (article["title"] or None) == wanted, article["title"])
        name = re.split(r"[(,;]", outlet)[0].strip()
        check(key, "outlet", article["outlet"] and fold(article["outlet"]["name"]) == fold(name), article["outlet"])
        who = [] if byline == "none" else [re.split(r"[(,;]", byline)[0].strip()]
        check(key, "byline", [words(b) for b in article["byline"]] == [words(w) for w in who], article["byline"])
        credit = [] if agency.startswith("no credit") else [re.split(r" *[(;,]", agency)[0]]
        check(key, "agency", article["agency"] == credit, article["agency"])
        place = None if dateline.startswith(("none", "an outlet")) else re.split(r"[ ,(]", dateline)[0]
        got = (article["dateline"] or {}).get("place")
        check(key, "dateline", (fold(got) if got else None) == (fold(place) if place else None), article["dateline"])
        dates = re.findall(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", published)
        value = (article["published"] or {}).get("value")
        check(key, "published", value == (dates[0] if dates else None), article["published"])
    metric("documents", share(hits), f"{sum(hits)} of {len(hits)} fields")


def furniture_lines(sheet):
    """(article, line) -> reason in the sheet's words, whole lines only; and the pieces inside body lines."""
    lines, pieces, article = {}, [], None
    for row in sheet.furniture:
        article = row[0] or article
        what, where = row[1], row[2]
        if what == "inside a body line":
            for number, words_, kind in re.findall(r"L(\d+): \"(.*?)\" \((.*?)\)", where):
                pieces.append((article, int(number), words_, kind))
        elif "belong to the story" not in what:
            for number in re.findall(r"L(\d+)", where):
                lines[(article, int(number))] = what
    return lines, pieces


REASONS = {
    "outlet and date": {"outlet", "date"}, "link to another article": {"related"}, "photo credit": {"credit"},
    "disclaimer": {"disclaimer", "credit"}, "date line with newsletter promo": {"date", "subscribe"}, "caption": {"caption"},
    "comment form": {"comments"}, "advert": {"advert"}, "lede repeated above the paywall": {"duplicate"},
    "subscription": {"subscribe"}, "buttons": {"interface", "share"}, "section label": {"section", "navigation"},
    "outlet": {"outlet"}, "byline": {"byline"}, "publication date": {"date"}, "newsletter promo": {"subscribe"},
    "embed placeholder": {"embed"}, "dateline": {"dateline"}, "wire credit": {"credit"},
}


def judge_reading(sheet, pages, say):
    lines, pieces = furniture_lines(sheet)
    hit = found = wanted = 0
    for key, page in pages.items():
        article = page.article
        expected = []
        for number in range(1, len(page.starts)):
            text = page.line(number).strip()
            if not text or (key, number) in lines or text in ((article["title"] or ""), (article["deck"] or "")):
                continue
            row = next(r for r in sheet.documents if r[0] == key)
            if re.match(rf"L{number}\b", row[2]) or re.search(rf"deck: L{number}\b", row[2]):
                continue
            for k, n, piece, _ in pieces:
                if (k, n) == (key, number):
                    text = text.replace(piece, "")
            expected += words(text)
        got = words(article["text"])
        from collections import Counter
        common = sum((Counter(expected) & Counter(got)).values())
        hit, found, wanted = hit + common, found + len(got), wanted + len(expected)
        if common < len(expected) or common < len(got):
            say(f"body {key}: {common} right of {len(got)} found, {len(expected)} expected")
    metric("body", 2 * hit / (found + wanted))
    reasons = []
    for (key, number), what in sorted(lines.items()):
        page = pages[key]
        low, high = page.starts[number - 1], page.starts[number] - 1
        got = {r["reason"] for r in page.article["removed"] if r["start"] < high and low < r["end"]}
        ok = bool(got & REASONS[what])
        reasons.append(ok)
        if not ok:
            say(f"removal {key} L{number} ({what}): {sorted(got)}")
    for key, number, piece, kind in pieces:
        page = pages[key]
        got = {r["reason"] for r in page.article["removed"] if piece.strip() in r["exact"] or r["exact"] in piece and r["exact"].strip()}
        ok = bool(got & REASONS[kind])
        reasons.append(ok)
        if not ok:
            say(f"removal {key} L{number} {piece!r}: {sorted(got)}")
    metric("removals", share(reasons), f"{sum(reasons)} of {len(reasons)}")


def judge_times(sheet, pages, say):
    hits = []
    for where, exact, kind, value, note in sheet.times:
        key, number = where.split(" L")
        page = pages[key]
        lines, _ = furniture_lines(sheet)
        if (key, int(number)) in lines:
            continue
        if "dateline" in note or (key, exact) == ("002", "December 11, 2025"):
            continue
        here = [t for t in page.article["times"] if int(number) in page.lines_of(t)]
        same = [t for t in here if fold(exact) in fold(t["exact"]) or fold(t["exact"]) in fold(exact)]
        ok = any(t["value"] == value for t in same)
        hits.append(ok)
        if not ok:
            say(f"time {where} {exact!r} = {value}: {[(t['exact'], t['value']) for t in same]}")
    metric("times", share(hits), f"{sum(hits)} of {len(hits)}")


def stems(text):
    return {w[:5] for w in words(text) if len(w) > 1 and w not in {"the", "government", "statement", "unnamed", "sources", "office"}}


def names_match(wanted, link, entities):
    entity = entities.get(link.get("entity") or "", {})
    names = [link.get("name") or "", link.get("exact") or "", entity.get("name") or "", link.get("description") or ""]
    names += [n for ns in entity.get("names", {}).values() for n in ns]
    return bool(stems(wanted) & stems(" ".join(names)))


def judge_quotations(sheet, pages, story, say):
    entities = {e["id"]: e for e in story["entities"]}
    speakers, chains = [], []
    for where, quote, directness, speaker, chain, note in sheet.quotations:
        key, number = where.split(" L")
        page = pages[key]
        wanted = words(quote)[:4]
        best = None
        for q in page.article["quotations"]:
            anchors = [q["content"]] + q["quoted"] + (q.get("parts") or [])
            if int(number) not in page.lines_of(q["content"]):
                continue
            text = words(q["content"]["exact"])
            at = next((i for i in range(len(text)) if text[i:i + len(wanted)] == wanted), None)
            if at is None:
                continue
            if best is None or at < best[0] or (at == best[0] and len(q["chain"]) > len(best[1]["chain"])):
                best = (at, q)
        if best is None:
            speakers.append(False)
            chains.append(False)
            say(f"quotation {where} {quote!r}: not found")
            continue
        links = best[1]["chain"]
        who = re.sub(r"\*\(implied\)\*", "", speaker).strip()
        ok = bool(links) and names_match(who, links[0], entities)
        if "anonymous" in who or "unnamed" in who:
            ok = bool(links) and links[0]["anonymous"]
        speakers.append(ok)
        if not ok:
            say(f"speaker {where} {who!r}: {[l.get('name') for l in links]}")
        relays = [] if chain in ("none", "") else [re.sub(r"\*\(implied\)\*", "", p).strip() for p in re.split(r", then ", chain)]
        got = links[1:]
        same = ok and len(got) == len(relays) and all(
            (l["anonymous"] if "anonymous" in r else names_match(r, l, entities)) for r, l in zip(relays, got))
        chains.append(same)
        if ok and not same:
            say(f"chain {where} {relays}: {[l.get('name') for l in got]}")
    metric("speakers", share(speakers), f"{sum(speakers)} of {len(speakers)}")
    metric("chains", share(chains), f"{sum(chains)} of {len(chains)}")


def judge_claims(sheet, pages, story, say):
    origins = {o["id"]: o for o in story["origins"]}
    entities = {e["id"]: e for e in story["entities"]}
    outlet_of = {k: (p.article["outlet"] or {}).get("name", k) for k, p in pages.items()}
    candidates = []
    for g, row in enumerate(sheet.claims):
        spots = places(row[1])
        for c, claim in enumerate(story["claims"]):
            lines = set()
            for s in claim["support"]:
                key = s["article"][:3]
                for n in pages[key].lines_of(s):
                    lines.add((key, n))
            hit = sum((k, n) in lines for k, n, _ in spots)
            if hit * 2 >= len(spots):
                def likeness(text):
                    a, b = stems(row[0]), stems(text)
                    return 2 * len(a & b) / max(1, len(a) + len(b))

                alike = max(likeness(s["exact"]) for s in claim["support"])
                extra = len(lines) - hit
                candidates.append((2 * alike + hit / len(spots) - 0.03 * extra, g, c))
    candidates.sort(reverse=True)
    taken, claim_of = set(), {}
    for score, g, c in candidates:
        if g in claim_of or c in taken or score < 0.9:
            continue
        claim_of[g] = c
        taken.add(c)
    found, outlets, names, over = [], [], [], 0
    numbers = {"one": [], "two": [], "more": []}
    for g, row in enumerate(sheet.claims):
        number = row[3].replace("–", "-")
        low, high = (int(x) for x in (number.split("-") if "-" in number else (number, number)))
        bucket = "one" if high == 1 else "two" if high == 2 else "more"
        found.append(g in claim_of)
        if g not in claim_of:
            say(f"claim not found: {row[0][:90]}")
            continue
        claim = story["claims"][claim_of[g]]
        ok = claim["outlets"] == int(row[2])
        outlets.append(ok)
        if not ok:
            say(f"claim outlets {claim['outlets']} not {row[2]}: {row[0][:60]} <- {claim['text'][:60]}")
        right = claim["origins"]["lower"] == low and claim["origins"]["upper"] == high
        numbers[bucket].append(right)
        if claim["origins"]["lower"] > high:
            over += 1
        if not right:
            say(f"claim bounds {claim['origins']['lower']}-{claim['origins']['upper']} not {low}-{high}: {row[0][:60]}")
        got = [origins[i] for i in claim["origins"]["ids"]]
        wanted = row[4]

        def known(o):
            entity = entities.get(o.get("entity") or "", {})
            label = " ".join([o["name"], o.get("via") or ""] + [n for ns in entity.get("names", {}).values() for n in ns])
            if o["kind"] == "anonymous" and "anonymous" not in wanted:
                return False
            if "itself" in wanted:
                page = re.search(r"00\d", wanted)
                own = outlet_of.get(page.group(0), "") if page else wanted.split(" itself")[0]
                return o["kind"] == "outlet" and fold(o["name"]) == fold(own)
            if "own reporting" in wanted and o["kind"] not in ("agency", "outlet") and "," not in wanted:
                return False
            return bool(stems(label) & stems(wanted))

        ok = bool(got) and all(known(o) for o in got) and (len(got) >= low) and (len(got) <= high)
        names.append(ok)
        if not ok:
            say(f"claim origins {[(o['name'], o['kind'], o.get('via')) for o in got]} not {wanted!r}: {row[0][:60]}")
    metric("claims", share(found), f"{sum(found)} of {len(found)}")
    metric("claim-outlets", share(outlets), f"{sum(outlets)} of {len(outlets)}")
    metric("claim-origins", share(names), f"{sum(names)} of {len(names)}")
    metric("claim-numbers", sum(share(v) for v in numbers.values()) / 3, str({k: f"{sum(v)}/{len(v)}" for k, v in numbers.items()}))
    metric("claim-overcounts", float(over))


def judge_derivations(folder, pages, story, say):
    own = folder / "derivations.tsv"
    table = own if own.exists() else Path(__file__).parent / "seeds-derivations.tsv"
    rows = [l.split("\t") for l in table.read_text().splitlines() if l and l[0] != "#"]
    rows += [[k, "", "", ""] for k in sorted(pages) if k not in {r[0] for r in rows}]
    origins = {o["id"]: o for o in story["origins"]}
    got = {}
    for d in story["derivations"]:
        got.setdefault(d["article"][:3], []).append(d)
    hits = []
    for article, origin, kinds, sources in rows:
        mine = got.get(article, [])
        ok = not mine if not origin else len(mine) == 1 and origins[mine[0]["origin"]]["name"] == origin and mine[0]["kind"] in kinds.split() \
            and ((mine[0]["from"] or "-")[:3] in sources.split() or (mine[0]["from"] is None and "-" in sources.split()))
        hits.append(ok)
        if not ok:
            say(f"derivation {article}: {[(origins[d['origin']]['name'], d['kind'], d['from'], d['coverage']) for d in mine]}")
    metric("derivations", share(hits), f"{sum(hits)} of {len(hits)}")


def main():
    folder, binary = Path(sys.argv[1]), sys.argv[2]
    verbose = "--verbose" in sys.argv
    files = sorted(folder.glob("00*.txt"))
    run = subprocess.run([binary, "trace", "--format", "json", *map(str, files)], capture_output=True, text=True, check=True)
    trace = json.loads(run.stdout)
    metric("stories", float(len(trace["stories"])))
    story = max(trace["stories"], key=lambda s: len(s["articles"]))
    articles = {Path(a["id"]).name[:3]: a for s in trace["stories"] for a in s["articles"]}
    for a in [a for s in trace["stories"] for a in s["articles"]]:
        a["short"] = Path(a["id"]).name[:3]

    def shorten(value):
        if isinstance(value, dict):
            return {k: (Path(v).name if k in ("article", "from") and isinstance(v, str) else shorten(v)) for k, v in value.items()}
        return [shorten(v) for v in value] if isinstance(value, list) else value

    story = {k: (v if k == "articles" else shorten(v)) for k, v in story.items()}
    pages = {f.name[:3]: Page(f, articles[f.name[:3]]) for f in files}
    sheet = Sheet(folder)
    say = (lambda text: print("  " + text)) if verbose else (lambda text: None)
    judge_documents(sheet, pages, say)
    judge_reading(sheet, pages, say)
    judge_times(sheet, pages, say)
    judge_quotations(sheet, pages, story, say)
    judge_claims(sheet, pages, story, say)
    judge_derivations(folder, pages, story, say)


if __name__ == "__main__":
    main()
