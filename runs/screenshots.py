"""Take pictures of the workbench with the Chromium that is installed.

    python runs/screenshots.py http://127.0.0.1:8765/ docs/images/workbench.png
    python runs/screenshots.py http://127.0.0.1:8765/ shots/ --all

The first form takes the picture of the README: the list of incidents at 1440
by 900, light; --path takes another page. ``--all`` takes every page given by --path (default: the main
ones) at both widths and in both schemes into a folder. The browser is spoken
to over a pipe, so nothing beyond Python's own library is needed, and it is
kept from the network.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDTHS = ((1440, 900), (390, 844))
SCHEMES = ("light", "dark")
PATHS = ("/", "/reports", "/control", "/issues", "/about")
# Drawing a map without a graphics card takes some seconds.
READY_TIMEOUT_S = 40.0


class Browser:
    """Chromium on a pipe (the DevTools protocol, messages ended by a zero byte)."""

    def __init__(self, binary: str, profile: Path) -> None:
        self.to_browser_read, self.to_browser = os.pipe()
        self.from_browser, self.from_browser_write = os.pipe()
        flags = [
            "--headless=new",
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--hide-scrollbars",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
        ]
        # The browser reads from descriptor 3 and writes to 4; the shell puts the pipe's ends there.
        read, write = self.to_browser_read, self.from_browser_write
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$0" "$@" 3<&{read} 4>&{write}', binary, *flags],
            pass_fds=(read, write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read)
        os.close(write)
        self.waiting = b""
        self.last_id = 0
        self.complaints: list[str] = []

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self.waiting:
            piece = os.read(self.from_browser, 1 << 16)
            if not piece:
                raise SystemExit("The browser ended before it answered.")
            self.waiting += piece
        message, _, self.waiting = self.waiting.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        method, params = answer.get("method"), answer.get("params", {})
        if method == "Log.entryAdded":
            self.complaints.append(f"{params['entry']['level']}: {params['entry']['text']}")
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(
                str(params["exceptionDetails"].get("exception", {}).get("description", params["exceptionDetails"]["text"]))
            )
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning"):
            self.complaints.append(" ".join(str(a.get("value", a.get("description", ""))) for a in params["args"]))
        return answer

    def ask(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        self.last_id += 1
        message: dict[str, Any] = {"id": self.last_id, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == self.last_id:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    def picture(self, address: str, width: int, height: int, scheme: str, script: str = "", whole: bool = False) -> bytes:
        """Return a PNG of a page once its map, if it has one, is drawn."""
        self.complaints.clear()
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable", session)
        self.ask(
            "Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.ask("Emulation.setEmulatedMedia", session, features=[{"name": "prefers-color-scheme", "value": scheme}])
        failure = self.ask("Page.navigate", session, url=address).get("errorText")
        if failure:
            raise SystemExit(f"{address} did not open: {failure}. Start the workbench first: fogline serve.")
        ready = (
            "document.readyState === 'complete' && location.href !== 'about:blank' && "
            "(!document.querySelector('.map-box') || !document.querySelector('script[type=module]') "
            "|| !!document.querySelector('[data-map-ready]'))"
        )
        until = time.monotonic() + READY_TIMEOUT_S
        while not self.ask("Runtime.evaluate", session, expression=ready)["result"].get("value"):
            if time.monotonic() > until:
                self.complaints.append("the map was not ready in time")
                break
            time.sleep(0.2)
        if script:
            self.ask("Runtime.evaluate", session, expression=script, awaitPromise=True)
            time.sleep(1.0)
        wide = self.ask("Runtime.evaluate", session, expression="document.documentElement.scrollWidth")["result"]["value"]
        if wide > width:
            self.complaints.append(f"the page is {wide} wide on a screen of {width}")
        data = self.ask("Page.captureScreenshot", session, format="png", captureBeyondViewport=whole)["data"]
        self.ask("Target.closeTarget", targetId=target)
        return base64.b64decode(data)

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", help="where the workbench answers, such as http://127.0.0.1:8765/")
    parser.add_argument("out", type=Path, help="a PNG file, or with --all a folder")
    parser.add_argument("--all", action="store_true", help="every path, both widths, both schemes")
    parser.add_argument("--path", action="append", help="a page's path and query; may be given several times")
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--scheme", choices=SCHEMES, default="light")
    parser.add_argument("--script", default="", help="JavaScript to run in the page before the picture is taken")
    arguments = parser.parse_args()
    binary = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if binary is None:
        raise SystemExit(f"No browser found. Install one of: {', '.join(BROWSERS)}.")
    base = arguments.address.rstrip("/")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(binary, Path(profile))
        try:
            if not arguments.all:
                path = (arguments.path or ["/"])[0]
                png = browser.picture(base + path, arguments.width, arguments.height, arguments.scheme, arguments.script)
                arguments.out.parent.mkdir(parents=True, exist_ok=True)
                arguments.out.write_bytes(png)
                print(arguments.out, *browser.complaints, sep="\n  ")
                return
            arguments.out.mkdir(parents=True, exist_ok=True)
            for path in arguments.path or PATHS:
                name = "".join(c if c.isalnum() else "-" for c in path.strip("/").partition("?")[0])[:40] or "incidents"
                for width, height in WIDTHS:
                    for scheme in SCHEMES:
                        file = arguments.out / f"{name}-{width}-{scheme}.png"
                        file.write_bytes(browser.picture(base + path, width, height, scheme, arguments.script))
                        print(file, *browser.complaints, sep="\n  ")
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main())
