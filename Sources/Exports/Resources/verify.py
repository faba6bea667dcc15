#!/usr/bin/env python3
"""Checks an evidence pack of Stemma: python3 verify.py [PACK.zip | FOLDER] [--seal HASH]

Needs nothing but Python 3.8 or later. Says what holds and what does not; ends with status 1 where something does not hold, and with 2
where there is no pack. Without an argument it checks the folder that it lies in.
"""
import argparse
import hashlib
import html
import json
import pathlib
import sys
import zipfile

MOST_SHOWN = 10
# The labels of the WHATWG encoding standard that Python knows by other names, or reads otherwise.
ENCODINGS = {"windows-1252": "cp1252", "iso-8859-1": "cp1252", "shift_jis": "cp932", "gbk": "gb18030", "euc-kr": "cp949"}


class Pack:
    """The files of a pack, in a folder or in a zip."""

    def __init__(self, path):
        self.files = {}
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts:
                    self.files[file.relative_to(path).as_posix()] = file.read_bytes()
        else:
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    if name in self.files:
                        raise ValueError(f"{name} stands in the zip twice")
                    self.files[name] = archive.read(name)
        if "SHA256SUMS" not in self.files:
            raise ValueError("it has no SHA256SUMS")

    def text(self, name):
        return self.files[name].decode("utf-8")


class Findings:
    """What was checked: how many held, and what did not."""

    def __init__(self):
        self.failed = 0

    def tell(self, what, count, wrong, note=""):
        self.failed += len(wrong)
        state = "holds" if not wrong else "DOES NOT HOLD"
        print(f"{state:14} {what}: {count - len(wrong)} of {count}{note}")
        for line in wrong[:MOST_SHOWN]:
            print(f"               {line}")
        if len(wrong) > MOST_SHOWN:
            print(f"               and {len(wrong) - MOST_SHOWN} more")


def check_hashes(pack, findings):
    listed, wrong = {}, []
    for line in pack.text("SHA256SUMS").split("\n"):
        if line:
            digest, _, name = line.partition("  ")
            listed[name] = digest
    for name, digest in listed.items():
        if name not in pack.files:
            wrong.append(f"{name} is missing")
        elif hashlib.sha256(pack.files[name]).hexdigest() != digest:
            wrong.append(f"{name} was changed")
    added = sorted(set(pack.files) - set(listed) - {"SHA256SUMS"})
    findings.tell("files are as they were packed", len(listed) + len(added), wrong + [f"{name} was added" for name in added])


def check_documents(pack, manifest, articles, findings):
    """Every document has the hash that the story names, and reads as the pack says."""
    wrong, decoded, missing = [], {}, 0
    for entry in manifest["articles"]:
        name = entry["article"]
        article = articles.get(name)
        if article is None:
            wrong.append(f"{name} is in no story")
            continue
        if entry["sha256"] != article["sha256"]:
            wrong.append(f"{name}: the manifest and the story name different hashes")
        if pack.files.get(entry["text"], b"").decode("utf-8", "replace") != article["text"]:
            wrong.append(f"{name}: {entry['text']} is not the text of the story")
        if "received" not in entry:
            missing += 1
            continue
        received = pack.files.get(entry["received"])
        if received is None or hashlib.sha256(received).hexdigest() != article["sha256"]:
            wrong.append(f"{name}: {entry['received']} does not have the hash of the story")
            continue
        decoded[name] = pack.files.get(entry["decoded"], b"").decode("utf-8", "replace")
        if not reads_as(received, entry["encoding"], decoded[name]):
            wrong.append(f"{name}: {entry['decoded']} is not what {entry['received']} says in {entry['encoding']}")
    absent = sorted(set(articles) - {entry["article"] for entry in manifest["articles"]})
    wrong += [f"{name} is not in the manifest" for name in absent]
    note = f"; of {missing} the document is not in the pack" if missing else ""
    findings.tell("documents have the hashes of the story", len(manifest["articles"]) + len(absent), wrong, note)
    return decoded


def reads_as(received, encoding, decoded):
    """Whether the bytes read as the text, where Python knows the encoding; what is no text in it may be repaired in any way."""
    try:
        text = received.decode(ENCODINGS.get(encoding, encoding), "replace")
    except LookupError:
        return True
    known = {"\ufeff", "\ufffd", "\x00"}
    plain = [letter for letter in text if letter not in known]
    if "\ufffd" in text or "\ufffd" in decoded:
        return True
    return plain == [letter for letter in decoded if letter not in known]


def part(article, decoded, place):
    """The text that an anchor counts in."""
    if place == "source":
        return decoded.get(article["id"])
    return article[place]


def check_anchor(anchor, articles, decoded, owner=None):
    """None where the words stand there, "unchecked" where the document is missing, else what is wrong."""
    name = anchor.get("article") or owner
    article = articles.get(name)
    if article is None:
        return f"{name} is in no story"
    if "sha256" in anchor and anchor["sha256"] != article["sha256"]:
        return f"{name}: an anchor names another document's hash"
    text = part(article, decoded, anchor.get("in", "text"))
    if text is None:
        return "unchecked" if anchor.get("in") == "source" else f"{name}: there is no {anchor.get('in')}"
    start, end = anchor["start"], anchor["end"]
    if not 0 <= start <= end <= len(text) or text[start:end] != anchor["exact"]:
        return f"{name} {anchor.get('in', 'text')} {start}-{end}: \"{anchor['exact'][:60]}\" does not stand there"
    return None


def anchors_in(value, owner=None):
    """Every anchor of a JSON value, with the article that it is in where it does not say so itself."""
    if isinstance(value, list):
        for item in value:
            yield from anchors_in(item, owner)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str) and "sha256" in value and "paragraphs" in value:
            yield from article_anchors(value)
            return
        if {"start", "end", "exact"} <= value.keys():
            yield value, owner
        for item in value.values():
            yield from anchors_in(item, owner)


def article_anchors(article):
    name = article["id"]
    for removal in article.get("removed", []):
        yield {**removal, "in": "source"}, name
    for key, value in article.items():
        if key not in ("removed", "paragraphs"):
            yield from anchors_in(value, name)


def check_anchors(what, anchors, articles, decoded, findings):
    count, unchecked, wrong = 0, 0, []
    for anchor, owner in anchors:
        problem = check_anchor(anchor, articles, decoded, owner)
        count += problem != "unchecked"
        unchecked += problem == "unchecked"
        if problem and problem != "unchecked":
            wrong.append(problem)
    note = f"; {unchecked} point into documents that are not in the pack" if unchecked else ""
    findings.tell(what, count, wrong, note)
    if count == 0:
        findings.tell("there are anchors to check", 1, ["there is none"])


def check_listed(listed, story, findings):
    """Every passage of every claim is among the anchors."""
    known = {(a["article"], a["in"], a["start"], a["end"], a["exact"]) for a in listed if a["for"] == "claim"}
    told = [(s["article"], s.get("in") or "text", s["start"], s["end"], s["exact"])
            for one in story["stories"] for claim in one["claims"] for s in claim["support"]]
    wrong = [f"{one[0]} {one[2]}-{one[3]} is not in anchors.jsonl" for one in told if one not in known]
    findings.tell("passages of the story's claims are in anchors.jsonl", len(told), wrong)


def check_paragraphs(articles, decoded):
    """How many paragraphs stand word for word in the document where the story says: between its tags, letters that it writes as markup read."""
    found = total = 0
    for name, article in articles.items():
        if name not in decoded:
            continue
        for paragraph in article["paragraphs"]:
            ranges = paragraph["source"]
            ranges = ranges if isinstance(ranges, list) else [ranges]
            total += 1
            words = "".join(decoded[name][r["start"]:r["end"]] for r in ranges)
            clean = "".join(article["text"][paragraph["start"]:paragraph["end"]].split())
            found += clean in ("".join(words.split()), "".join(html.unescape(words).split()))
    print(f"{'told':14} paragraphs of the clean texts that stand word for word in their documents: {found} of {total}"
          + ("" if found == total else " (the others were put together from several places of a page)"))


def check(pack, seal):
    findings = Findings()
    own = hashlib.sha256(pack.files["SHA256SUMS"]).hexdigest()
    check_hashes(pack, findings)
    if seal:
        findings.tell("the seal is the one that was given", 1, [] if own == seal.lower() else [f"it is {own}"])
    try:
        check_story(pack, findings)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        findings.tell("the rest can be read", 1, [f"{type(error).__name__}: {error}"])
    print(f"{'seal':14} {own}")
    return findings.failed


def check_story(pack, findings):
    story = json.loads(pack.text("story.json"))
    manifest = json.loads(pack.text("manifest.json"))
    articles = {article["id"]: article for one in story["stories"] for article in one["articles"]}
    decoded = check_documents(pack, manifest, articles, findings)
    listed = [json.loads(line) for line in pack.text("anchors.jsonl").split("\n") if line]
    check_anchors("anchors in anchors.jsonl hold their words", ((a, None) for a in listed), articles, decoded, findings)
    check_anchors("anchors in story.json hold their words", anchors_in(story["stories"]), articles, decoded, findings)
    check_listed(listed, story, findings)
    check_paragraphs(articles, decoded)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent)
    parser.add_argument("--seal", help="the SHA-256 of SHA256SUMS as it was published")
    arguments = parser.parse_args()
    try:
        failed = check(Pack(arguments.pack), arguments.seal)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        print(f"this is no whole evidence pack: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
    print("Everything holds." if failed == 0 else f"{failed} things do not hold.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
