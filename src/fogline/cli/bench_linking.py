"""How linking grows: a made-up ledger of one size, linked in a process of its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from typing import Any

from fogline.errors import FoglineError


def measured(claims: int) -> dict[str, Any]:
    """Link so many claims in a fresh process and return its figures; memory is the whole process, claims and reports included."""
    command = [sys.executable, "-m", "fogline.cli.bench_linking", str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FoglineError(f"Linking {claims} made-up claims ended with {done.returncode}: {done.stderr[-500:]}")
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def run(claims: int) -> dict[str, Any]:
    from fogline.cli.synthetic import synthetic
    from fogline.incidents.linking import link

    made = synthetic(claims)
    before = _peak_mb()
    wall, cpu = time.perf_counter(), time.process_time()
    incidents, _ = link(made.claims, made.reports)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    precision, recall = agreement({c: i.id for i in incidents for c in i.claim_ids}, made.incident_of)
    return {
        "claims": len(made.claims),
        "reports": len(made.reports),
        "incidents": len(incidents),
        "seconds": round(wall, 2),
        "cpu_seconds": round(cpu, 2),
        "microseconds_per_claim": round(cpu / len(made.claims) * 1e6),
        "input_mb": before,
        "peak_mb": _peak_mb(),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
    }


def agreement(found: dict[str, str], true: dict[str, int]) -> tuple[float, float]:
    """Return B-cubed precision and recall of the incidents found, over the claims that stand in one."""
    both: dict[tuple[str, int], int] = {}
    groups: dict[str, int] = {}
    wanted: dict[int, int] = {}
    for claim, group in found.items():
        both[group, true[claim]] = both.get((group, true[claim]), 0) + 1
        groups[group] = groups.get(group, 0) + 1
        wanted[true[claim]] = wanted.get(true[claim], 0) + 1
    total = len(found) or 1
    precision = sum(n * n / groups[group] for (group, _), n in both.items()) / total
    recall = sum(n * n / wanted[incident] for (_, incident), n in both.items()) / total
    return precision, recall


def _peak_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(int(sys.argv[1]))) + "\n")
