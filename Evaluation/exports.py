#!/usr/bin/env python3
"""Validates every export with the public validators of its format, as far as they are installed.

    python3 Evaluation/exports.py .build/release/stemma Examples/grain-ship [more folders] [--keep FOLDER] [--dot PROGRAM]

Each folder holds the pages of one story. Checks that need no package always run (what is JSON parses, anchors hold their words, two runs
give the same bytes); the rest say which package is missing and are skipped:

    pip install stix2-validator==3.2.0 stix2 networkx lxml prov jsonschema pyld pydot

(The wheel of stix2-validator 3.3.1 has no schemas in it.) Ends with status 1 where a validator finds fault.
"""
import argparse
import csv
import importlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

FORMATS = ["json", "jsonl", "csv", "graphml", "dot", "ninjs", "schema-org", "prov", "web-annotation", "plover", "stix", "evidence",
           "markdown", "html"]
HERE = pathlib.Path(__file__).resolve().parent
PLOVER_TYPES = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
                "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "INVESTIGATE", "DEMAND", "DISAPPROVE", "FIGHT", "CRIME"}


class Skipped(Exception):
    """A validator that is not here."""


def package(name):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Skipped(f"{error.name} is not installed") from error


def archive(binary, pages, folder):
    """An archive of the pages: a story is traced once, and printed from there."""
    target = folder / "archive.stemma"
    subprocess.run([binary, "add", *map(str, pages), "--archive", str(target)], check=True, capture_output=True)
    return target


def export(binary, source, form, folder):
    target = folder / f"story.{form}"
    subprocess.run([binary, "export", "--archive", str(source), "--format", form, "-o", str(target)], check=True, stderr=subprocess.DEVNULL)
    return target.read_bytes()


# One function a format: takes the bytes and the contract's JSON, gives what it checked in words, and fails with an AssertionError.

def check_json(data, story, _):
    assert json.loads(data) == story
    return f"{len(story['stories'])} stories"


def check_jsonl(data, story, _):
    assert [json.loads(line) for line in data.decode().splitlines()] == story["stories"]
    return "a line a story, the same as json"


def check_csv(data, story, _):
    text = data.decode("utf-8")
    assert text.replace("\r\n", "").count("\n") == sum(cell.count("\n") for row in csv.reader(io.StringIO(text, newline="")) for cell in row)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    passages = sum(len(claim["support"]) for one in story["stories"] for claim in one["claims"])
    assert len(rows) == passages, f"{len(rows)} rows of {passages} passages"
    assert all(None not in row and None not in row.values() for row in rows), "a row has another number of cells"
    risky = [cell for row in rows for cell in row.values() if cell and cell[0] in "=+-@\t\r"]
    assert not risky, risky[:3]
    return f"{len(rows)} rows of {len(rows[0]) if rows else 0} cells (csv, strict)"


def check_graphml(data, story, _):
    lxml = package("lxml.etree")
    root = lxml.fromstring(data)
    keys = {key.get("id") for key in root.iter("{*}key")}
    assert all(value.get("key") in keys for value in root.iter("{*}data"))
    networkx = package("networkx")
    graph = networkx.read_graphml(io.BytesIO(data))
    articles = [node for node, facts in graph.nodes(data=True) if facts["role"] == "article"]
    assert len(articles) == sum(len(one["articles"]) for one in story["stories"])
    assert graph.is_directed() and all("weight" in facts for *_, facts in graph.edges(data=True))
    return f"lxml {lxml.__version__}, networkx {networkx.__version__}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"


def check_dot(data, _, options):
    notes = []
    if options.dot:
        drawn = subprocess.run([*options.dot.split(), "-Tsvg"], input=data, capture_output=True, check=False)
        assert drawn.returncode == 0 and b"<svg" in drawn.stdout, drawn.stderr.decode()
        assert b"arning" not in drawn.stderr, drawn.stderr.decode()
        notes.append("dot draws it")
    pydot = package("pydot")
    graphs = pydot.graph_from_dot_data(data.decode())
    assert graphs and len(graphs) == 1
    return ", ".join(notes + [f"pydot {pydot.__version__}: {len(graphs[0].get_edges())} edges"])


def check_ninjs(data, story, options):
    jsonschema = package("jsonschema")
    schema = json.loads((options.ninjs or HERE / "exports" / "ninjs-subset.json").read_text())
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    lines = data.decode().splitlines()
    for line in lines:
        faults = list(validator.iter_errors(json.loads(line)))
        assert not faults, f"{faults[0].json_path}: {faults[0].message[:300]}"
    texts = [article["text"] for one in story["stories"] for article in one["articles"]]
    items = [json.loads(line) for line in lines]
    assert [item["bodies"][0]["value"] for item in items if item["type"] == "text"] == texts
    return f"jsonschema: {len(items)} items, {schema['title']}"


def check_schema_org(data, story, _):
    pyld = package("pyld")
    document = json.loads(data)
    assert "ClaimReview" not in data.decode() and "ating\"" not in data.decode()
    document["@context"] = {"@vocab": "https://schema.org/", "inLanguage": {"@id": "https://schema.org/inLanguage"}}
    graph = pyld.jsonld.expand(document)
    quads = pyld.jsonld.to_rdf(document)["@default"]
    defined = {node["@id"] for node in graph if "@id" in node}
    named = set(re.findall(r'"@id": "(urn:stemma:[^"]*)"', data.decode()))
    assert named <= defined, sorted(named - defined)[:3]
    claims = [node for node in document["@graph"] if node["@type"] == "Claim"]
    assert len(claims) == sum(len(one["claims"]) for one in story["stories"])
    return f"pyld: {len(quads)} triples, every reference is defined"


def check_prov(data, story, _):
    model = package("prov.model")
    document = model.ProvDocument.deserialize(content=data.decode(), format="json")
    again = model.ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again, "it does not survive a round"
    document.serialize(format="provn")
    known = {record.identifier for record in document.get_records(model.ProvElement)}
    for relation in document.get_records(model.ProvRelation):
        for role, end in relation.formal_attributes:
            assert end is None or not hasattr(end, "localpart") or end in known, f"{role} {end} is nowhere defined"
    return f"prov: {len(known)} elements, {len(list(document.get_records(model.ProvRelation)))} relations, every end is defined"


def check_web_annotation(data, story, _):
    document = json.loads(data)
    texts = {article["id"]: article for one in story["stories"] for article in one["articles"]}
    names = {quoted(name): name for name in texts}
    items = document["first"]["items"]
    assert document["total"] == len(items)
    for item in items:
        source = item["target"]["source"]["id"].removeprefix("urn:stemma:text:").split(":")
        text = texts[names[source[0]]][source[1] if len(source) > 1 else "text"]
        quote, place = item["target"]["selector"]
        assert text[place["start"]:place["end"]] == quote["exact"]
        assert text[:place["start"]].endswith(quote.get("prefix", "")) and text[place["end"]:].startswith(quote.get("suffix", ""))
    pyld = package("pyld")
    context = json.loads((HERE / "exports" / "anno-subset.jsonld").read_text())
    document["@context"] = context["@context"]
    expanded = pyld.jsonld.expand(document)
    lost = [key for key in keys_of(document) if key not in context["@context"] and not key.startswith("@")]
    assert not lost, f"terms that the model does not have: {sorted(set(lost))}"
    return f"{len(items)} annotations hold their words; pyld: {len(pyld.jsonld.to_rdf(document)['@default'])} triples" if expanded else ""


def keys_of(value):
    if isinstance(value, dict):
        for key, item in value.items():
            if key != "@context":
                yield key
                yield from keys_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from keys_of(item)


def quoted(name):
    import urllib.parse
    return urllib.parse.quote(name, safe="-._~")


def check_plover(data, story, _):
    records = [json.loads(line) for line in data.decode().splitlines()]
    texts = {article["id"]: article for one in story["stories"] for article in one["articles"]}
    for record in records:
        assert record["event"] in PLOVER_TYPES, record["event"]
        assert {"id", "event", "eventText"} <= record.keys()
        at = record["at"]
        assert texts[at["article"]][at["in"]][at["start"]:at["end"]] == at["exact"] == record["eventText"]
    assert len({record["id"] for record in records}) == len(records)
    return f"{len(records)} events hold their words (there is no public validator)"


def check_stix(data, story, _):
    validator = package("stix2validator")
    options = validator.ValidationOptions(version="2.1", strict=False)
    if not list(pathlib.Path(validator.__file__).parent.glob("schemas-2.1/**/*.json")):
        raise Skipped("stix2-validator is installed without its schemas")
    result = validator.validate_string(data.decode(), options)
    assert result.is_valid, [str(error)[:300] for error in (result.errors or [])[:3]]
    warnings = {re.sub(r"--[0-9a-f-]{36}|^.*?: ", "", str(warning), count=2) for warning in result.warnings or []}
    stix2 = package("stix2")
    bundle = stix2.parse(data.decode(), version="2.1")
    ids = {one["id"] for one in bundle.objects}
    for one in json.loads(data)["objects"]:
        for key, value in one.items():
            for end in [value] if key.endswith("_ref") else value if key.endswith("_refs") else []:
                assert end in ids, f"{one['id']} {key} {end}"
        if one["type"] in ("file", "url"):
            made = stix2.parse({k: v for k, v in one.items() if k != "id"}, version="2.1")
            assert made["id"] == one["id"], "the id is not made as STIX asks"
    told = "; ".join(sorted(warnings))[:200]
    return f"stix2-validator: valid, {len(warnings)} kinds of warnings{' (' + told + ')' if told else ''}; " \
           f"stix2: {len(ids)} objects, every reference is there"


def check_evidence(data, story, _):
    with tempfile.TemporaryDirectory() as folder:
        pack = pathlib.Path(folder) / "pack.zip"
        pack.write_bytes(data)
        with zipfile.ZipFile(pack) as archive:
            assert archive.testzip() is None
            archive.extractall(pathlib.Path(folder) / "pack")
        whole = subprocess.run([sys.executable, "-I", "verify.py"], cwd=pathlib.Path(folder) / "pack", capture_output=True, text=True,
                               check=False)
        assert whole.returncode == 0, whole.stdout + whole.stderr
        tampered = pathlib.Path(folder) / "pack" / "articles" / "0001" / "text.txt"
        tampered.write_text(tampered.read_text() + "!")
        broken = subprocess.run([sys.executable, "-I", "verify.py"], cwd=pathlib.Path(folder) / "pack", capture_output=True, text=True,
                                check=False)
        assert broken.returncode == 1, "a changed text passes"
    return "verify.py: everything holds; a changed text does not"


def check_text(data, *_):
    data.decode("utf-8")
    return "UTF-8"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="keep the exports here")
    parser.add_argument("--dot", default=shutil.which("dot"), help="the program that draws DOT")
    parser.add_argument("--ninjs", type=pathlib.Path, help="ninjs's own schema, instead of the subset that lies here")
    options = parser.parse_args()
    failures = 0
    for folder in options.folders:
        pages = sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html"))
        with tempfile.TemporaryDirectory() as scratch:
            target = options.keep / folder.name if options.keep else pathlib.Path(scratch)
            target.mkdir(parents=True, exist_ok=True)
            source = archive(options.binary, pages, pathlib.Path(scratch))
            story = json.loads(export(options.binary, source, "json", target))
            for form in FORMATS:
                check = globals().get("check_" + form.replace("-", "_"), check_text)
                try:
                    data = export(options.binary, source, form, target)
                    assert data == export(options.binary, source, form, pathlib.Path(scratch)), "two runs give other bytes"
                    print(f"{folder.name:12} {form:15} ok       {check(data, story, options)}")
                except Skipped as reason:
                    print(f"{folder.name:12} {form:15} skipped  {reason}")
                except Exception as fault:  # a validator may raise anything
                    failures += 1
                    print(f"{folder.name:12} {form:15} FAILED   {type(fault).__name__}: {fault}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
