#!/usr/bin/env python3
"""Tries `stemma mcp`, and /mcp of `stemma serve`, with the Model Context Protocol's own client from PyPI.

    python3 Evaluation/mcp_client.py .build/release/stemma Examples/grain-ship [--show]

Without the package it says so and ends well: pip install mcp. It makes an archive of the folder's pages, asks every tool over both
transports, checks that both answer alike, that the client finds the answers to follow their schemas, and that every anchor holds its words.
"""
import argparse
import asyncio
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client
    from mcp.client.streamable_http import streamable_http_client
except ImportError as error:
    print(f"skipped: {error.name} is not installed (pip install mcp)")
    sys.exit(0)


def anchors(value):
    if isinstance(value, dict):
        if {"document", "start", "end", "exact"} <= value.keys():
            yield value
        for item in value.values():
            yield from anchors(item)
    elif isinstance(value, list):
        for item in value:
            yield from anchors(item)


def check(value, articles):
    count = 0
    for anchor in anchors(value):
        if anchor["in"] != "source":
            text = articles[anchor["document"]][anchor["in"]]
            assert text[anchor["start"]:anchor["end"]] == anchor["exact"], anchor
        count += 1
    return count


async def ask_all(session, articles, show):
    """Asks every tool; gives the answers."""
    welcome = await session.initialize()
    await session.send_ping()
    tools = (await session.list_tools()).tools
    print(f"  {getattr(welcome, 'protocol_version', None) or welcome.protocolVersion}, {len(tools)} tools: "
          + ", ".join(tool.name for tool in tools))
    answers = []

    async def call(name, **arguments):
        result = await session.call_tool(name, arguments)
        failed = getattr(result, "is_error", None) or getattr(result, "isError", False)
        structured = getattr(result, "structured_content", None) or getattr(result, "structuredContent", None)
        text = result.content[0].text
        if failed:
            print(f"  {name} {json.dumps(arguments, ensure_ascii=False)}: refuses: {text}")
            answers.append(text)
            return None
        assert json.loads(text) == structured and structured["says"].startswith("In this archive"), text
        count = check(structured, articles)
        print(f"  {name} {json.dumps(arguments, ensure_ascii=False)}: {len(text)} characters, {count} anchors hold; {structured['says'][:150]}"
              + (f" | missing: {structured['missing']}" if structured["missing"] else "") + (f" | more: {structured['more']}" if structured["more"] else ""))
        if show:
            print(json.dumps(structured, ensure_ascii=False, indent=1))
        answers.append(structured)
        return structured

    stories = await call("find_stories")
    story = stories["stories"][0]["story"]
    quoted = next(q for a in articles.values() for q in a["quotations"] if q["chain"] and q["chain"][0]["entity"] and q["chain"][0]["kind"] == "person")
    speaker = next(e["name"] for a in articles.values() for e in a["entities"] if e["id"] == quoted["chain"][0]["entity"])
    await call("find_stories", query=stories["stories"][0]["title"].split()[0])
    await call("trace_claim", claim=quoted["content"]["exact"][:200], limit=3)
    await call("trace_claim", claim="a zeppelin landed on the opera of Manaus")
    await call("compare_outlets", story=story, limit=2)
    await call("who_said", speaker=speaker, limit=3)
    await call("who_said", speaker="Nobody Whatsoever")
    await call("timeline", story=story, limit=3)
    await call("timeline", story="s00000000")
    await call("find_stories", limit=1000)
    return answers


async def over_stdio(binary, archive, articles, show):
    print("over standard input and output")
    server = StdioServerParameters(command=str(binary), args=["mcp", "--archive", str(archive)])
    async with stdio_client(server) as (read, write):
        async with ClientSession(read, write) as session:
            return await ask_all(session, articles, show)


async def over_http(binary, archive, articles):
    print("over HTTP")
    server = subprocess.Popen([str(binary), "serve", "--archive", str(archive), "--port", "0", "--read-only"], stderr=subprocess.PIPE, text=True)
    try:
        address = next(word for line in server.stderr for word in line.split() if word.startswith("http://"))
        async with streamable_http_client(address.rstrip("/") + "/mcp") as streams:
            async with ClientSession(streams[0], streams[1]) as session:
                return await ask_all(session, articles, False)
    finally:
        server.terminate()
        server.wait()


async def with_newest_client(binary, archive):
    """The client that first asks which era of the protocol a server is of."""
    from mcp.client.client import Client
    server = StdioServerParameters(command=str(binary), args=["mcp", "--archive", str(archive)])
    async with Client(stdio_client(server)) as client:
        tools = (await client.list_tools()).tools
        print(f"newest client: speaks {client.protocol_version} with it, sees {len(tools)} tools")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--show", action="store_true", help="print whole answers")
    options = parser.parse_args()
    binary = options.binary.resolve()
    pages = sorted(str(p) for p in options.folder.iterdir() if p.suffix in (".txt", ".html"))
    with tempfile.TemporaryDirectory() as scratch:
        archive = pathlib.Path(scratch) / "news.stemma"
        subprocess.run([binary, "add", *pages, "--archive", archive], check=True, capture_output=True)
        exported = subprocess.run([binary, "export", "--archive", archive], check=True, capture_output=True).stdout
        articles = {a["id"]: a for story in json.loads(exported)["stories"] for a in story["articles"]}
        here = asyncio.run(over_stdio(binary, archive, articles, options.show))
        there = asyncio.run(over_http(binary, archive, articles))
        assert here == there, "the two transports answer differently"
        print("both transports answer alike")
        try:
            asyncio.run(with_newest_client(binary, archive))
        except ImportError:
            print("newest client: not in this version of the package")


if __name__ == "__main__":
    main()
