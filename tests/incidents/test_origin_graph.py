"""Who carries, cites, quotes and republishes whom; and stories that rest on one publisher."""

from __future__ import annotations

from dataclasses import replace

from builders import MONITOR, SDF, a_claim, a_count, a_report, a_voice, by_id, monitor
from fogline.claims.claim import Claim, Voice
from fogline.incidents.incident import Incident, IncidentStatus
from fogline.incidents.lineage import origins
from fogline.incidents.linking import Constraints, link
from fogline.incidents.origin_graph import EdgeKind, NodeKind, audit, origin_graph
from fogline.incidents.owners import HOUSES, house_of, owner_of
from fogline.intake.report import Report
from fogline.span import Span

TOLD = "jets killed six people in Hajin"


def carried(
    outlet: str, by: tuple[Voice, ...], text: str = "The monitor said that jets killed six people in Hajin.", **fields: object
) -> tuple[Report, Claim]:
    report = a_report(text, "2018-12-13", outlet, **fields)  # type: ignore[arg-type]
    by = tuple(replace(v, span=Span(at, at + len(v.text))) if v.text and (at := report.text.find(v.text)) >= 0 else v for v in by)
    return report, a_claim(report, TOLD, trigger="killed", by=by, place="Hajin", on="2018-12-12", killed=6)


def edges(*stories: tuple[Report, Claim]) -> list[tuple[str, str, str]]:
    graph = origin_graph([c for _, c in stories], by_id(*(r for r, _ in stories)))
    names = {n.id: n.name for n in graph.nodes}
    return [(names[e.left], str(e.kind), names[e.right]) for e in graph.edges]


def test_a_chain_is_followed_down_to_who_knows_with_the_words_that_show_it() -> None:
    chain = (a_voice(MONITOR, text="The monitor"), a_voice("residents", "witness"))
    story = carried("Herald", chain)
    graph = origin_graph([story[1]], by_id(story[0]))
    cited = next(e for e in graph.edges if e.right == f"monitor:{MONITOR.casefold()}")
    assert cited.span is not None and cited.span.of(story[0].text) == "The monitor"
    assert edges(story) == [("Herald", "cites", MONITOR), (MONITOR, "cites", "residents")]
    assert [(n.name, n.kind) for n in graph.roots] == [("residents", NodeKind.WITNESS)]


def test_joint_speakers_are_two_roots() -> None:
    story = carried("Herald", (monitor(), a_voice("residents", "witness", joint=True)))
    graph = origin_graph([story[1]], by_id(story[0]))
    assert {n.name for n in graph.roots} == {MONITOR, "residents"}


def test_words_in_quotation_marks_are_quoted() -> None:
    story = carried("Herald", (a_voice(SDF, "party"),), f"The SDF said: “{TOLD}”.")
    assert edges(story) == [("Herald", "quotes", SDF)]


def test_a_credit_line_and_a_copied_text_are_republishing() -> None:
    long = f"The monitor said that {TOLD}. The town has been under fire for nine days, and the only bakery in it shut on Monday after flour ran out."
    first, copy = carried("Herald", (monitor(),), long, agency="AFP"), carried("Courier", (monitor(),), f"Late raid. {long}")
    found = edges(first, copy)
    assert ("Herald", "republishes", "AFP") in found
    assert any(kind == "republishes" and {left, right} == {"Herald", "Courier"} for left, kind, right in found)


def test_footage_hangs_on_who_offers_it_and_knows_nothing_itself() -> None:
    report, claim = carried("Herald", (a_voice(SDF, "party"),), f"The SDF said in a video that {TOLD}.")
    claim = replace(claim, evidence=(("a video", Span(16, 23)),))
    graph = origin_graph([claim], by_id(report))
    assert (SDF, "shows", "a video") in edges((report, claim))
    assert NodeKind.FOOTAGE not in {n.kind for n in graph.roots}


def test_a_state_agency_speaks_for_its_state_and_titles_have_owners() -> None:
    assert ("SANA", "speaks-for", "Syria") in edges(carried("SANA", (monitor(),)))
    assert ("Al Arabiya", "owned-by", "MBC Group") in edges(carried("Al Arabiya", (monitor(),)))


def test_a_claim_that_was_taken_back_has_no_edge() -> None:
    report, claim = carried("Herald", (monitor(),))
    assert origin_graph([replace(claim, flags=("retracted",))], by_id(report)).edges == ()


def test_two_titles_of_one_owner_are_one_origin() -> None:
    stories = [carried("Herald", (a_voice(name, "media"),)) for name in ("Al Arabiya", "Al Hadath")]
    other = carried("Courier", (a_voice("Al Jazeera", "media"),))
    claims, reports = [c for _, c in (*stories, other)], by_id(*(r for r, _ in (*stories, other)))
    assert len(origins(claims[:2], reports)) == 1
    assert len(origins(claims, reports)) == 2


def test_a_third_of_stories_that_look_corroborated_rest_on_one_publisher() -> None:
    """Nine raids, each in two outlets; three of them only in two titles of one house that cite each other."""
    towns = ("Hajin", "Baghuz", "Afrin", "Manbij", "Idlib", "Raqqa", "Douma", "Harasta", "Aleppo")
    reports: list[Report] = []
    incidents: list[Incident] = []
    for n, town in enumerate(towns):
        one_house = n % 3 == 0
        outlets = ("Al Arabiya", "Al Hadath") if one_house else ("Herald", "Courier")
        told = []
        for k, outlet in enumerate(outlets):
            report = a_report(
                f"Raid {n} killed {n + 4} people in {town} on Wednesday.", "2018-12-13", outlet, url=f"https://x.example/{n}/{k}"
            )
            by = a_voice(outlets[1 - k], "media") if one_house else (monitor() if k else a_voice("White Helmets", "aid"))
            reports.append(report)
            told.append(a_claim(report, f"Raid {n} killed {n + 4} people in {town}", trigger="killed", by=by, place=town, on="2018-12-12",
                                counts=[a_count("killed", n + 4, "people")]))  # fmt: skip
        found, _ = link(told, by_id(*reports), Constraints(must_link=frozenset({(told[0].id, told[1].id)})))
        incidents += found
    found_ = audit(incidents, by_id(*reports))
    assert (len(found_.several_outlets), len(found_.one_publisher)) == (9, 3)
    assert set(found_.one_publisher) <= set(found_.one_origin)
    for incident in incidents:
        if incident.id in found_.one_publisher:
            assert len(incident.origins) == 1 and incident.status is IncidentStatus.WEAK
        else:
            assert len(incident.origins) == 2 and incident.status is IncidentStatus.FAIR


def test_an_outlet_has_one_owner_and_an_unlisted_one_is_its_own_house() -> None:
    listed = [outlet for outlets in HOUSES.values() for outlet in outlets]
    assert len(listed) == len(set(listed))
    assert (owner_of("al arabiya"), owner_of("Quayside Herald"), house_of("Quayside Herald")) == (
        "MBC Group",
        None,
        "Quayside Herald",
    )


def test_kinds_of_edges_are_those_of_the_docs() -> None:
    assert {str(k) for k in EdgeKind} == {"cites", "quotes", "republishes", "shows", "owned-by", "speaks-for"}
