"""The codebook page and the code say the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_type_hints

from fogline.claims.claim import Claim
from fogline.grounding.grounding import ActorKind
from fogline.reading.labels import COUNTS
from fogline.reading.reading import Modality
from fogline.reading.types import TYPES

DOCS = Path(__file__).parents[1] / "docs"
CODEBOOK = (DOCS / "codebook.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return the text beneath a heading, up to the next one."""
    return CODEBOOK.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of all table rows in a text, headings and rules left out."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    kept = []
    for at, cells in enumerate(table):
        rule = set("".join(cells)) <= {"-"}
        heads_a_rule = at + 1 < len(table) and set("".join(table[at + 1])) <= {"-"}
        if not rule and not heads_a_rule:
            kept.append(cells)
    return kept


def test_table_of_types_is_the_crosswalk_of_the_code() -> None:
    printed = [[cell.strip("`") for cell in (row[0], row[1], *row[3:])] for row in rows(section("Types"))]
    coded = [[t.code, t.family.value, t.acled_event or "—", t.acled_sub_event or "—", t.plover or "—"] for t in TYPES.values()]
    assert printed == coded
    assert len(printed) == 32


def test_every_type_is_explained() -> None:
    for code, _, covers, *_ in rows(section("Types")):
        assert len(covers.split()) >= 3 and covers.endswith("."), code


def test_every_modality_kind_and_count_is_listed() -> None:
    first = {row[0].strip("`") for row in rows(section("Fields"))}
    assert {m.value for m in Modality} <= first
    assert {k.value for k in ActorKind} <= first
    assert all(f"`{what}`" in section("Fields") for what in COUNTS)


def test_every_coded_field_of_a_claim_has_a_paragraph() -> None:
    kept_by_program = {"id", "report_id", "outlet", "published_on", "part", "score", "probability", "model", "flags"}
    coded = {name for name in get_type_hints(Claim) if not name.endswith("_span")} - kept_by_program
    assert {name for name in re.findall(r"\*\*`(\w+)`\*\*", section("Fields"))} == coded


def test_claims_page_lists_every_field_of_the_record() -> None:
    listed = set(re.findall(r"`(\w+)`", "\n".join(row[0] for row in rows((DOCS / "claims.md").read_text(encoding="utf-8")))))
    assert {name for name in get_type_hints(Claim) if not name.endswith("_span")} <= listed


def test_borderline_cases_name_existing_types() -> None:
    for case, types in rows(section("Borderline cases")):
        named = set(re.findall(r"`([\w-]+)`", types)) - {m.value for m in Modality}
        assert named <= set(TYPES), case


def test_vocabulary_defines_each_word_once() -> None:
    words = re.findall(r"^\*\*(.+?)\*\*", (DOCS / "vocabulary.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(words) == len(set(words)) > 30
