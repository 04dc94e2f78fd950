"""The examples do what their pages say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from fogline.claims.claim import Claim, Voice
from fogline.cli.main import COMMANDS
from fogline.exports.records import claim_record
from fogline.grounding.grounding import ActorKind
from fogline.reading.reading import Modality
from fogline.span import Span

EXAMPLES = Path(__file__).parents[1] / "examples"


def claim_by(*voices: Voice) -> Claim:
    text = "Shells hit the mill."
    return Claim(
        id=Claim.id_for("report-1", Span(0, 19), Span(7, 10), "shelling", voices),
        report_id="report-1",
        outlet="The Lantern Post",
        published_on=date(2019, 1, 5),
        quote=text[:19],
        quote_span=Span(0, 19),
        trigger="hit",
        trigger_span=Span(7, 10),
        type="shelling",
        modality=Modality.ACTUAL,
        origin=voices,
    )


def test_whose_word_counts_the_voice_nearest_the_reader(tmp_path: Path) -> None:
    claims = [
        claim_by(),
        claim_by(Voice("mayor", ActorKind.WITNESS)),
        claim_by(Voice("army", ActorKind.PARTY), Voice("mayor", ActorKind.WITNESS)),
    ]
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(json.dumps(claim_record(claim)) + "\n" for claim in claims), encoding="utf-8")
    done = subprocess.run([sys.executable, EXAMPLES / "whose_word.py", file], capture_output=True, text=True, check=True)
    assert done.stdout == "shelling  3  outlet 1, party 1, witness 1\n"


def test_the_day_calls_only_commands_that_exist() -> None:
    called = re.findall(r"^fogline (\w+)", (EXAMPLES / "day" / "run.sh").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(called) >= 5 and set(called) <= set(COMMANDS)
