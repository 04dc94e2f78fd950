"""A ledger that grows: with what an earlier run remembers, linking gives what a rebuild gives."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import MONITOR, a_claim, a_report, a_voice, by_id
from fogline.claims.claim import Claim
from fogline.incidents.incident import IncidentStatus
from fogline.incidents.linking import Constraints, link
from fogline.incidents.memory import Memory
from fogline.intake.report import Report

_TOWNS = ("Hajin", "Raqqa", "Manbij", "Douma", "Harasta")
_THINGS = ("bakery", "school", "mill", "bridge", "clinic", "market")


def a_ledger() -> list[tuple[Report, tuple[Claim, ...]]]:
    """Return thirty reports of five outlets on a dozen raids, their tolls and the clashes beside them."""
    out = []
    for n in range(30):
        raid = n % 12
        day = date(2018, 12, 1) + timedelta(days=raid)
        town, thing = _TOWNS[raid % 5], _THINGS[raid % 6]
        killed = 3 + raid * 2
        lead = f"Jets struck the {thing} in {town} and killed {killed} people"
        report = a_report(
            f"{lead}. Troops clashed with rebels near {_TOWNS[(raid + n) % 5]}.", day + timedelta(days=n % 3), f"Outlet {n % 5}"
        )
        by = a_voice(MONITOR) if n % 4 else a_voice("Russia", "party")
        told = a_claim(
            report, lead, trigger="struck", place=town, on=day, killed=killed, by=by, actor="Syria" if n % 2 else "Russia"
        )
        beside = a_claim(
            report,
            f"Troops clashed with rebels near {_TOWNS[(raid + n) % 5]}",
            "armed-clash",
            trigger="clashed",
            place=_TOWNS[(raid + n) % 5],
        )
        out.append((report, (told, beside)))
    return out


LEDGER = a_ledger()


@settings(deadline=None, max_examples=15)
@given(st.permutations(range(len(LEDGER))), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_increments_in_any_order_give_what_a_rebuild_gives(order: list[int], batches: list[int]) -> None:
    memory = Memory()
    at = 0
    for size in (*batches, len(LEDGER)):
        at = min(len(LEDGER), at + size)
        chosen = [LEDGER[n] for n in order[:at]]
        claims = [c for _, cs in chosen for c in cs]
        reports = by_id(*(r for r, _ in chosen))
        assert link(claims, reports, memory=memory) == link(list(reversed(claims)), reports)
    assert link(claims, reports, memory=memory) == link([c for _, cs in LEDGER for c in cs], by_id(*(r for r, _ in LEDGER)))


def test_nothing_is_worked_out_twice() -> None:
    memory = Memory()
    claims = [c for _, cs in LEDGER for c in cs]
    reports = by_id(*(r for r, _ in LEDGER))
    link(claims, reports, memory=memory)
    assert memory.worked_out["reports"] == len(LEDGER) and memory.worked_out["incidents"] > 10
    link(claims, reports, memory=memory)
    assert memory.worked_out == {"reports": 0, "profiles": 0, "weights": 0, "incidents": 0}


def test_a_new_report_is_read_alone_and_joins_the_incident_it_tells() -> None:
    memory = Memory()
    *old, (new, said) = LEDGER
    claims = [c for _, cs in old for c in cs]
    link(claims, by_id(*(r for r, _ in old)), memory=memory)
    incidents, _ = link([*claims, *said], by_id(*(r for r, _ in LEDGER)), memory=memory)
    assert memory.worked_out["reports"] == 1
    (joined,) = (i for i in incidents if said[0].id in i.claim_ids)
    assert new.id in joined.report_ids and len(joined.report_ids) > 1


def test_judgements_count_whatever_is_remembered() -> None:
    memory = Memory()
    claims = [c for _, cs in LEDGER for c in cs]
    reports = by_id(*(r for r, _ in LEDGER))
    before, _ = link(claims, reports, memory=memory)
    largest = max(before, key=lambda i: (len(i.claim_ids), i.id))
    split = Constraints(cannot_link=frozenset({(largest.claim_ids[0], largest.claim_ids[-1])}))
    graded = Constraints(statuses={largest.id: (IncidentStatus.CONFIRMED, "seen on site")})
    for judged in (split, graded):
        assert link(claims, reports, judged, memory=memory) == link(claims, reports, judged) != (before, ())
    assert link(claims, reports, memory=memory)[0] == before
