#!/usr/bin/env python3
"""Share of feedparser's well-formed cases whose expectation holds, for the fields that the model of this project has.

    python3 Evaluation/feeds.py .build/release/evaluate [--data ../shared/data] [--verbose] [--peer PYTHON]

Each case states a Python expression over feedparser's result (`Expect:`). It is evaluated over what `evaluate feeds` prints, mapped to
feedparser's names. Markup is compared by the text that it shows, since cleaning markup is the extraction's work. Cases that ask for a
field that the model has not (copyright, generator, positions, …), that need HTTP headers, or whose expected text is empty, are left out
and counted. `--peer` is a Python that has feedparser: the same cases are put to it, compared in the same way.
"""
import argparse
import ast
import collections
import datetime
import email.utils
import html
import html.parser
import json
import pathlib
import re
import subprocess
import sys

from labels import unpacked

MODEL_FEED = {"title", "link", "links", "id", "guid", "subtitle", "tagline", "description", "updated", "updated_parsed", "modified",
              "modified_parsed", "published", "published_parsed", "author", "authors", "language", "tags", "category", "categories",
              "title_detail", "subtitle_detail", "tagline_detail", "author_detail", "summary", "info"} - {"info"}
MODEL_ENTRY = {"title", "link", "links", "id", "guid", "summary", "description", "content", "updated", "updated_parsed", "modified",
               "modified_parsed", "published", "published_parsed", "author", "authors", "tags", "category", "categories", "enclosures",
               "title_detail", "summary_detail", "author_detail", "source", "language"}
INNER = {"title_detail": {"value"}, "subtitle_detail": {"value"}, "tagline_detail": {"value"}, "summary_detail": {"value"},
         "content": {"value"}, "author_detail": {"name"}, "authors": {"name"}, "tags": {"term"}, "categories": set(), "links": {"href"},
         "enclosures": {"href", "url"}, "source": {"title"}}
DATES = {"updated", "modified", "published"}
DROPPED = {"script", "style"}
ADDRESS = re.compile(r" \(\S+@\S+\)$")


class Shown(html.parser.HTMLParser):
    """The text that markup shows, white space single."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.depth = [], []

    def handle_starttag(self, tag, attrs):
        if tag in DROPPED:
            self.depth.append(tag)

    def handle_endtag(self, tag):
        if tag in self.depth:
            while self.depth and self.depth.pop() != tag:
                pass

    def handle_data(self, data):
        if not self.depth:
            self.parts.append(data)


def shown(markup):
    if not isinstance(markup, str):
        return markup
    reader = Shown()
    reader.feed(markup)
    reader.close()
    return " ".join(html.unescape("".join(reader.parts)).split())


class Outside(Exception):
    """The expectation is beyond the model."""


def constants(node):
    return [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]


def check_inside(tree):
    """Raises Outside where the expression asks for more than the model has."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in {"bozo", "feed", "entries", "version", "len", "None", "True", "False"}:
            raise Outside(node.id)
        if isinstance(node, (ast.Call,)) and not (isinstance(node.func, ast.Name) and node.func.id == "len"):
            raise Outside("call")
        if isinstance(node, ast.Dict):
            raise Outside("a whole dictionary")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "127.0.0.1:8097" in node.value:
            raise Outside("HTTP header")
        if isinstance(node, ast.Compare) and any(isinstance(op, (ast.In, ast.NotIn)) for op in node.ops):
            raise Outside("in")
        if not isinstance(node, ast.Subscript):
            continue
        keys, base = [], node
        while isinstance(base, ast.Subscript):
            keys.insert(0, base.slice.value if isinstance(base.slice, ast.Constant) else None)
            base = base.value
        names = [k for k in keys if isinstance(k, str)]
        if not names or not isinstance(base, ast.Name):
            continue
        if names[0] not in (MODEL_FEED if base.id == "feed" else MODEL_ENTRY):
            raise Outside(names[0])
        if len(names) > 1 and names[1] not in INNER.get(names[0], set()):
            raise Outside(names[0] + "." + names[1])
        if names[0] == "tags" and len(names) < 2 and isinstance(keys[-1], int):
            raise Outside("tags.scheme")


class Keyed(ast.NodeTransformer):
    """`entry.tags` as `entry['tags']`."""

    def visit_Attribute(self, node):
        self.generic_visit(node)
        return ast.Subscript(node.value, ast.Constant(node.attr), ast.Load())


class Quoted(ast.NodeTransformer):
    """Comparisons for equality as `same(…)`."""

    def visit_Compare(self, node):
        self.generic_visit(node)
        if not all(isinstance(op, (ast.Eq, ast.Is)) for op in node.ops):
            return node
        return ast.Call(ast.Name("same", ast.Load()), [node.left, *node.comparators], [])


def same(*values):
    """Equal as instants or in the text that they show, read as markup or as plain text; an absent text is an empty one."""
    first = values[0]
    for other in values[1:]:
        a, b = ("" if v is None else v for v in (first, other))
        if not (norm(a) == norm(b) or isinstance(a, str) and isinstance(b, str) and norm(html.escape(b, quote=False)) == norm(a)):
            return False
    return True


def instant(text):
    text = text.strip()
    try:
        stamp = email.utils.parsedate_to_datetime(text) if re.match(r"[A-Z][a-z]{2},", text) else None
        if stamp is None:
            m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?", text)
            if not m:
                return None
            y, mo, d, h, mi, s = (int(g) if g else dflt for g, dflt in zip(m.groups()[:6], (1, 1, 1, 0, 0, 0)))
            zone = m.group(7)
            off = datetime.timedelta()
            if zone and zone != "Z":
                sign = -1 if zone[0] == "-" else 1
                digits = zone[1:].replace(":", "")
                off = sign * datetime.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            stamp = datetime.datetime(y, mo, d, h, mi, min(s, 59), tzinfo=datetime.timezone(off))
        if stamp.tzinfo is None:
            stamp = stamp.replace(tzinfo=datetime.timezone.utc)
        return stamp.astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        return None


def norm(value):
    if isinstance(value, str):
        stamp = instant(value)
        return stamp.isoformat() if stamp else shown(ADDRESS.sub("", value))
    if isinstance(value, tuple) and len(value) == 9:
        return value[:6]
    return value


def parsed(text):
    stamp = instant(text) if text else None
    return stamp.timetuple()[:6] + (0, 0, 0) if stamp else None


class Fields(dict):
    """A result whose absent fields are None."""

    def __missing__(self, key):
        return None


def mapped(ours, is_feed):
    """Our fields under feedparser's names."""
    title = html.escape(ours["title"], quote=False) if ours.get("title") else None
    out = Fields(title=title, link=ours.get("link"), id=ours.get("id"), language=ours.get("language"))
    # feedparser: without a permanent link the guid is the link.
    out["guid"] = out["id"]
    out["links"] = [Fields(href=ours["link"])] if ours.get("link") else []
    out["links"] += [Fields(href=e) for e in ours["enclosures"]]
    summary = ours.get("summary")
    content = ours.get("content")
    if is_feed:
        out["subtitle"] = out["tagline"] = out["description"] = summary
        out["subtitle_detail"] = out["tagline_detail"] = Fields(value=summary)
    else:
        out["summary"] = out["description"] = summary or content
        out["summary_detail"] = Fields(value=out["summary"])
        out["content"] = [Fields(value=c) for c in (content or summary,) if c]
    out["title_detail"] = Fields(value=title)
    published, modified = ours.get("published"), ours.get("modified")
    out["published"], out["published_parsed"] = published, parsed(published)
    # feedparser falls back from updated to published.
    out["updated"] = out["modified"] = modified or published
    out["updated_parsed"] = out["modified_parsed"] = parsed(modified or published)
    out["authors"] = [Fields(name=a) for a in ours["authors"]]
    out["author"] = ours["authors"][-1] if ours["authors"] else None
    out["author_detail"] = Fields(name=out["author"])
    out["tags"] = [Fields(term=c) for c in ours["categories"]]
    out["category"] = ours["categories"][0] if ours["categories"] else None
    out["enclosures"] = [Fields(href=e, url=e) for e in ours["enclosures"]]
    out["source"] = Fields(title=html.escape(ours["source"], quote=False) if ours.get("source") else None)
    return out


PEER = r"""
import feedparser, json, sys
for line in sys.stdin:
    f = line.strip()
    try:
        d = feedparser.parse(open(f, "rb").read(), response_headers={"content-type": "application/xml"})
        def full(e):
            out = dict(e)
            for k in list(e.keymap) + ["category", "enclosures", "content"]:
                try: out[k] = e[k]
                except KeyError: pass
            return out
        print(json.dumps({"file": f, "version": d.version, "bozo": bool(d.bozo), "feed": full(d.feed), "entries": [full(e) for e in d.entries]}, default=lambda v: None))
    except Exception as error:
        print(json.dumps({"file": f, "version": "", "bozo": True, "feed": {}, "entries": []}))
"""


def peer_value(value):
    if isinstance(value, dict):
        return Fields({k: peer_value(v) for k, v in value.items()})
    if isinstance(value, list):
        items = [peer_value(v) for v in value]
        return tuple(items) if len(items) == 9 and all(isinstance(v, int) for v in items) else items
    return value


def cases(folder):
    """(file, expression) of every case that the model covers; and how many are outside, by reason."""
    inside, outside = [], collections.Counter()
    for file in sorted(folder.rglob("*.xml")):
        head = file.read_bytes()[:20000]
        if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] in (b"\x00\x00\xfe\xff",):
            head = head.decode("utf-16", "replace").encode()
        if head.startswith(b"\x4c\x6f\xa7\x94"):
            head = head.decode("cp037").encode()
        found = re.search(rb"Expect:\s*(.*)", head.replace(b"\x00", b""))
        if not found:
            outside["no expectation"] += 1
            continue
        text = found.group(1).decode("utf-8", "replace").strip()
        if re.search(rb"^Header:\s*(?!Content-type:\s*application/(atom|rss|xml))", head, re.M | re.I):
            outside["HTTP header"] += 1
            continue
        try:
            tree = Keyed().visit(ast.parse(text, mode="eval"))
            check_inside(tree)
            texts = [c for c in constants(tree) if isinstance(c, str) and (" " in c or "<" in c or not c.isidentifier())]
            if any("<" in c and not shown(c) for c in texts):
                raise Outside("markup without text")
        except SyntaxError:
            outside["no Python 3"] += 1
        except Outside as reason:
            outside[str(reason)] += 1
        else:
            inside.append((file, ast.fix_missing_locations(Quoted().visit(tree))))
    return inside, outside


def holds(tree, row, is_ours):
    if is_ours:
        feed, entries = mapped(row["feed"], True), [mapped(e, False) for e in row["entries"]]
    else:
        feed, entries = peer_value(row["feed"]), peer_value(row["entries"])
    scope = {"bozo": row["bozo"], "version": row["version"], "feed": feed, "entries": entries, "same": same, "len": len}
    try:
        return bool(eval(compile(tree, "expect", "eval"), {"__builtins__": {}}, scope))
    except (IndexError, TypeError, KeyError):
        return False


def rows(command, files):
    listing = "".join(f"{f}\n" for f in files)
    done = subprocess.run(command, input=listing, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{command[0]}: {done.stderr[-500:]}")
    return {pathlib.Path(r["file"]): r for r in map(json.loads, done.stdout.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluate")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--peer", help="a Python that has feedparser")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    archive = pathlib.Path(given.data) / "formats/feedparser-wellformed.tar.gz"
    if not archive.exists():
        print(f"feeds: skipped, {archive} is not there", file=sys.stderr)
        return
    with unpacked(archive) as folder:
        inside, outside = cases(folder)
        every = [f for f in folder.rglob("*.xml")]
        sides = [("ours", [given.evaluate, "feeds", "-"])]
        if given.peer:
            sides.append(("feedparser", [given.peer, "-c", PEER]))
        for name, command in sides:
            got = rows(command, every)
            good, kinds, bad = 0, collections.defaultdict(lambda: [0, 0]), []
            for file, tree in inside:
                ok = holds(tree, got[file], name == "ours")
                good += ok
                kind = file.relative_to(folder).parts[1]
                kinds[kind][0] += ok
                kinds[kind][1] += 1
                if not ok:
                    bad.append((file, tree))
            print(f"feeds.{name} {good / len(inside):.4f}  # {good} of {len(inside)} cases; {sum(outside.values())} beyond the model")
            if given.verbose:
                print("  ", {k: f"{a}/{b}" for k, (a, b) in sorted(kinds.items())})
                if name == "ours":
                    for file, tree in bad:
                        print("  -", file.relative_to(folder), ast.unparse(tree).replace("norm(", "("))
        if given.verbose:
            print("beyond the model:", dict(outside.most_common()))


if __name__ == "__main__":
    main()
