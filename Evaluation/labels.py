"""What labelled stories are read with: their tables, and the words of a passage that carry meaning."""
import re

FUNCTION = set("a an the of to in on at by for with from and or but as that which who is are was were be been has have had it its his her their "
               "el la los las un una unos unas de del al a en por para con y o que se su sus es son fue fueron ha han había lo le les".split())


def rows(path):
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if line.strip()]


def content(text, start=0):
    """Spans of the words that carry meaning; of all words where none does."""
    words = list(re.finditer(r"\w+", text))
    found = [m.span() for m in words if m.group().lower() not in FUNCTION]
    return [(start + a, start + b) for a, b in found or [m.span() for m in words]]
