#!/usr/bin/env python3
"""Puts the pages of `stemma serve` before axe-core in headless Chromium: accessibility.py BINARY ARCHIVE AXE [FOLDER]

AXE is axe-core's axe.min.js (the PyPI package axe-playwright-python carries one). Each kind of page is looked at light, dark, 400 pixels wide, in
Spanish, and at twice its size; with FOLDER pictures are left there. Prints what is found, and ends with 1 where something serious is. Standard
library only; needs chromium on the PATH.
"""
import base64
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

VIEWS = {
    "light": (1200, 1, "light", "lang=en"), "dark": (1200, 1, "dark", "lang=en"), "narrow": (400, 1, "light", "lang=en"),
    "zoom": (600, 2, "light", "lang=en"), "spanish": (1200, 1, "light", "lang=es"),
}


class Browser:
    """Chromium, asked over its pipe (Chrome DevTools Protocol)."""

    def __init__(self, folder):
        ours, theirs = os.pipe(), os.pipe()

        def place():
            # The browser reads at 3 and writes at 4; first out of each other's way.
            incoming, outgoing = os.dup(ours[0]), os.dup(theirs[1])
            os.dup2(incoming, 3)
            os.dup2(outgoing, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
             f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.write, self.read = os.fdopen(ours[1], "wb"), os.fdopen(theirs[0], "rb")
        self.number, self.rest, self.session = 0, b"", None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def message(self):
        while b"\0" not in self.rest:
            part = os.read(self.read.fileno(), 1 << 20)
            if not part:
                sys.exit("the browser ended")
            self.rest += part
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.write.write(json.dumps(message).encode() + b"\0")
        self.write.flush()
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def open(self, address, width, scale, scheme):
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=1400, deviceScaleFactor=scale, mobile=False)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Page.navigate", url=address)
        while self.message().get("method") != "Page.loadEventFired":
            pass

    def value(self, script):
        result = self.ask("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            sys.exit(str(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def picture(self, path):
        data = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=False)["data"]
        path.write_bytes(base64.b64decode(data))


def pages(port):
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def body(target):
        connection.request("GET", target)
        return connection.getresponse().read().decode()

    story = max(json.loads(body("/api/v1/stories?limit=200")), key=lambda card: card["articles"])["id"]
    text = body(f"/stories/{story}")
    claim = re.search(r"/stories/\w+/claims/\w+", text).group()
    entity = re.search(r"/entities/\w+", text).group()
    layers = "&".join("show=" + name for name in
                      "claims names times quotations attributions events quantities language".split())
    return {
        "stories": "/?articles=1", "story": f"/stories/{story}", "matrix": f"/stories/{story}?all=1", "claim": claim,
        "article": f"/stories/{story}/1", "annotations": f"/stories/{story}/1?marks=1&{layers}", "entity": entity,
        "search": "/search?q=said", "claims": "/search?q=is:single-origin", "add": "/add",
        "correct": f"/stories/{story}/correct", "problem": "/nowhere",
    }


def main():
    binary, archive, axe = sys.argv[1], sys.argv[2], Path(sys.argv[3]).read_text(encoding="utf-8")
    folder = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    server = subprocess.Popen(
        [binary, "serve", "--archive", archive, "--port", "0", "--no-encoder"], stderr=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+) shows", server.stderr.readline()).group(1))
    worst, looked = 0, 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        browser = Browser(home)
        try:
            for name, target in pages(port).items():
                for view, (width, scale, scheme, more) in VIEWS.items():
                    address = f"http://127.0.0.1:{port}{target}"
                    browser.open(address + ("&" if "?" in target else "?") + more, width, scale, scheme)
                    looked += 1
                    if folder:
                        folder.mkdir(exist_ok=True)
                        browser.picture(folder / f"{name}-{view}.png")
                    browser.value(axe + ";0")
                    found = browser.value("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map("
                                          "v => [v.impact, v.id, v.nodes.length, v.nodes[0].html]))")
                    wide = browser.value("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                    if wide > 0:
                        example = browser.value(
                            "[...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, .hidden') && "
                            "e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 120))[0]")
                        print(f"{name}, {view}: {wide} pixels wider than the window: {example}")
                    for impact, rule, count, example in found:
                        print(f"{name}, {view}: {impact}: {rule}, {count} times: {example[:160]}")
                        worst += impact in ("serious", "critical")
        finally:
            browser.process.kill()
            browser.process.wait()
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)
    print(f"{looked} views of pages looked at: {worst} serious findings")
    sys.exit(1 if worst else 0)


if __name__ == "__main__":
    main()
