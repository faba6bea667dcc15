#!/usr/bin/env python3
"""Scores the events that `stemma annotate` finds in labelled sentences.

Usage: events.py STEMMA_BINARY [--split dev|test] [--verbose]
The sentences are those of Evaluation/events; its README says how they are labelled. Prints a line a figure, `name value  # note`, for each language;
--verbose tells what is wrong. Events are matched one to one, the best pairs first: a labelled event is found where one of the same sentence has its
type, or has another type and shares a party in the same role. Standard library only.
- Of the labelled events: `recall`, found; `right`, found with the right type; `whole`, and with the right parties.
- Of the events that Stemma finds: `extra`, match none.
- Of the pairs: `type`, `mode`, `status`; `actor`, `recipient`, complete and with nothing beside them; `parties`, both; `named`, both where unnamed
  ones ("gunmen") may be missing; `date` and `place`, where one is labelled.
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

from labels import FUNCTION, annotated
from seeds import metric, share, words

FOLDER = Path(__file__).resolve().parent / "events"
LANGUAGES = ("en", "es")
ROLES = ("actor", "recipient")
FIGURES = ("recall", "right", "whole", "extra", "type", "mode", "status", "actor", "recipient", "parties", "named", "date", "place")


class Party:
    """A participant or a place, by all the words that it goes by."""

    def __init__(self, *names):
        self.name = names[0]
        self.words = {w for name in names for w in words(name) if w not in FUNCTION} or set(words(self.name))
        self.is_named = self.name != self.name.lower()

    def is_same(self, other):
        return bool(self.words & other.words)


class Event:
    """An event, labelled or found, in the same terms."""

    def __init__(self, record, actor, recipient, place):
        self.type, self.mode, self.status, self.date = (record[key] for key in ("type", "mode", "status", "date"))
        self.actor, self.recipient, self.place = actor, recipient, place
        self.trigger = record.get("exact")

    @classmethod
    def labelled(cls, record):
        parties = [[Party(name) for name in record[role]] for role in ROLES]
        return cls(record, *parties, Party(record["place"]) if record["place"] else None)

    @classmethod
    def found(cls, record, article):
        names = {e["id"]: e["name"] for e in article["entities"]}
        spoken = defaultdict(list)
        for mention in article["mentions"]:
            spoken[mention["entity"]].append(mention["exact"])
        parties = [[Party(p["at"]["exact"], names.get(p["entity"], "")) for p in record["participants"] if p["role"] == role] for role in ROLES]
        place = record["place"]
        return cls(record, *parties, Party(names[place], *spoken[place]) if place in names else None)

    def __str__(self):
        actor, recipient = ("+".join(p.name for p in side) or "–" for side in (self.actor, self.recipient))
        text = f"{self.type}/{self.mode or '–'} {actor} > {recipient} | {self.status} {self.date or '–'} {self.place.name if self.place else '–'}"
        return text + (f" ⟦{self.trigger}⟧" if self.trigger else "")


def is_complete(wanted, got):
    """Each wanted party is there, and nothing else."""
    return all(any(w.is_same(g) for g in got) for w in wanted) and all(any(g.is_same(w) for w in wanted) for g in got)


def is_complete_in_names(wanted, got):
    unnamed = [w for w in wanted if not w.is_named]
    named = [w for w in wanted if w.is_named]
    return is_complete(named, [g for g in got if any(g.is_same(w) for w in named) or not any(g.is_same(w) for w in unnamed)])


def likeness(wanted, got):
    """How well a found event fits a labelled one; 0 where it is another event."""
    shared = sum(any(w.is_same(g) for g in side) for role, side in (("actor", got.actor), ("recipient", got.recipient)) for w in getattr(wanted, role))
    if wanted.type != got.type:
        return 0.1 * shared
    return 10 + 3 * (wanted.mode == got.mode) + shared + 0.5 * (wanted.status == got.status)


def pairs(wanted, got):
    """Indices of labelled and found events that are one: the best pairs first."""
    candidates = sorted(((-likeness(w, g), n, m) for n, w in enumerate(wanted) for m, g in enumerate(got) if likeness(w, g)))
    taken, used = {}, set()
    for _, n, m in candidates:
        if n not in taken and m not in used:
            taken[n] = m
            used.add(m)
    return taken


def judge(wanted, got):
    """The figures of a pair."""
    yield "type", wanted.type == got.type
    yield "mode", (wanted.type, wanted.mode) == (got.type, got.mode)
    yield "status", wanted.status == got.status
    complete = {role: is_complete(getattr(wanted, role), getattr(got, role)) for role in ROLES}
    yield from complete.items()
    yield "parties", all(complete.values())
    yield "named", all(is_complete_in_names(getattr(wanted, role), getattr(got, role)) for role in ROLES)
    if wanted.date:
        yield "date", wanted.date == got.date
    if wanted.place:
        yield "place", bool(got.place) and wanted.place.is_same(got.place)


def score(items, articles, say):
    sums = defaultdict(list)
    for item in items:
        article = articles[item["id"]]
        wanted = [Event.labelled(e) for e in item["events"]]
        got = [Event.found(e, article) for e in article["events"]]
        taken = pairs(wanted, got)
        complaints = []
        for n, event in enumerate(wanted):
            sums["recall"].append(n in taken)
            sums["right"].append(n in taken and got[taken[n]].type == event.type)
            if n not in taken:
                sums["whole"].append(False)
                complaints.append(f"missing: {event}")
                continue
            judged = list(judge(event, got[taken[n]]))
            for name, is_right in judged:
                sums[name].append(is_right)
            sums["whole"].append(dict(judged)["type"] and dict(judged)["parties"])
            wrong = [name for name, is_right in judged if not is_right and name not in ("parties", "named")]
            if wrong:
                complaints.append(f"{', '.join(wrong)}: {got[taken[n]]}\n      not: {event}")
        sums["extra"] += [m not in taken.values() for m in range(len(got))]
        complaints += [f"extra: {event}" for m, event in enumerate(got) if m not in taken.values()]
        if complaints:
            say("\n    ".join([f"{item['id']} {item['text']}", *complaints]))
    return sums


def main():
    arguments = sys.argv[1:]
    split = arguments[arguments.index("--split") + 1] if "--split" in arguments else None
    say = (lambda text: print(f"  {text}")) if "--verbose" in arguments else (lambda text: None)
    items = [(language, item) for language in LANGUAGES
             for item in map(json.loads, (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines())
             if split in (None, item["split"])]
    articles = annotated(arguments[0], [{k: i[k] for k in ("id", "text", "published")} | {"language": language} for language, i in items])
    for language in LANGUAGES:
        sums = score([item for own, item in items if own == language], articles, say)
        for name in FIGURES:
            metric(f"{language}.{name}", share(sums[name]), f"{sum(sums[name])} of {len(sums[name])}")


if __name__ == "__main__":
    main()
