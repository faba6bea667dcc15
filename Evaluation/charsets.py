#!/usr/bin/env python3
"""Share of files in 27 encodings that `stemma read` decodes to the text that the named encoding gives (Python's codecs judge).

    python3 Evaluation/charsets.py .build/release/evaluate [--data ../shared/data] [--verbose] [--peers]

The folder's name is the encoding. `evaluate text` prints the decoded text. Equal means equal but for line ends and a byte order mark;
windows-1252 is taken for iso-8859-1, as browsers do. `--peers` puts the same files to charset-normalizer and chardet, where this
Python has them; they see the bytes alone, while the reader also sees what the file declares, so its share without declarations is given too.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

from labels import unpacked

CODECS = {"GB2312": "gb18030", "MacRoman": "mac_roman", "SHIFT_JIS": "cp932", "EUC-KR": "cp949", "Big5": "big5hkscs", "utf-8-sig": "utf-8-sig",
          "iso-8859-1": "cp1252", "iso-8859-9": "cp1254", "EUC-JP": "euc_jp", "UTF-16": "utf-16", "UTF-32": "utf-32"}


def plain(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff").strip()


def wanted(folder, data):
    name = re.sub(r"-(polish|russian|greek|turkish|hebrew|arabic)$", "", folder)
    return plain(data.decode(CODECS.get(name, name), "replace"))


def same(a, b):
    """Equal, or with at most one character in a thousand other: the tables of two libraries differ in rare signs."""
    if a == b:
        return True
    if abs(len(a) - len(b)) > len(b) // 500 + 1:
        return False
    return sum(x != y for x, y in zip(a, b)) <= len(b) // 1000


def undeclared(data):
    return re.sub(rb"(charset|encoding)(\s*=\s*)", lambda m: b"x" * len(m.group(1)) + m.group(2), data, flags=re.I)


def peer_text(name, data):
    if name == "chardet":
        import chardet
        found = chardet.detect(data)["encoding"]
    else:
        import charset_normalizer
        best = charset_normalizer.from_bytes(data).best()
        found = best.encoding if best else None
    try:
        return plain(data.decode(found or "utf-8", "replace"))
    except LookupError:
        return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluate")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    archive = pathlib.Path(given.data) / "formats/charsets.tar.gz"
    if not archive.exists():
        print(f"charsets: skipped, {archive} is not there", file=sys.stderr)
        return
    with unpacked(archive) as folder:
        files = sorted(f for f in folder.rglob("*") if f.is_file() and f.parent.parent.name == "charsets")
        for how in ("declared", "undeclared"):
            if how == "undeclared":
                for f in files:
                    f.chmod(0o644)
                    f.write_bytes(undeclared(f.read_bytes()))
            done = subprocess.run([given.evaluate, "text", *map(str, files)], capture_output=True, text=True, check=True)
            got = [json.loads(line) for line in done.stdout.split("\n") if line]
            bad = [(f, g) for f, g in zip(files, got) if not same(plain(g["text"]), wanted(f.parent.name, f.read_bytes()))]
            print(f"charsets.{how} {1 - len(bad) / len(files):.4f}  # {len(files) - len(bad)} of {len(files)} files")
            if given.verbose:
                for f, g in bad:
                    print("  -", f.relative_to(folder), "read as", g["encoding"])
        for name in ("charset_normalizer", "chardet") if given.peers else ():
            good = sum(same(peer_text(name, f.read_bytes()), wanted(f.parent.name, f.read_bytes())) for f in files)
            print(f"charsets.{name} {good / len(files):.4f}  # {good} of {len(files)} files, undeclared")


if __name__ == "__main__":
    main()
