"""Stories of two to four reports on one raid: what is one happening, what is an update, and what is disputed."""

from __future__ import annotations

from datetime import date

from builders import MONITOR, a_claim, a_count, a_place, a_report, a_time, a_voice, by_id, monitor, party
from fogline.claims.claim import Claim
from fogline.incidents.contradiction import is_dispute
from fogline.incidents.incident import ContradictionKind, Incident
from fogline.incidents.linking import link
from fogline.intake.report import Report

FILLER = "The district council met on the matter and adjourned without a word to the press. " * 5


def incidents(*told: tuple[Report, list[Claim]]) -> tuple[Incident, ...]:
    return link([c for _, cs in told for c in cs], by_id(*(r for r, _ in told)))[0]


def bakery(
    outlet: str, published_on: str, killed: int | tuple[int | None, int | None], day: str = "2018-12-11"
) -> tuple[Report, list[Claim]]:
    quote = f"Jets struck the bakery in Hajin, killing {killed if isinstance(killed, int) else killed[0]} people"
    report = a_report(f"{quote}, the monitor said.", published_on, outlet)
    return report, [a_claim(report, quote, trigger="struck", place="Hajin", on=day, killed=killed, by=monitor(), actor="Russia")]


def test_a_toll_that_grows_over_days_from_one_origin_is_an_update() -> None:
    (incident,) = incidents(
        bakery("Herald", "2018-12-11", 8), bakery("Courier", "2018-12-12", 13), bakery("Post", "2018-12-14", 17)
    )
    assert [o.name for o in incident.origins] == [MONITOR]
    assert {c.kind for c in incident.contradictions} == {ContradictionKind.UPDATE}
    killed = incident.figure("killed")
    assert killed is not None and killed.best == 17


def test_the_toll_told_in_another_sentence_is_the_raids() -> None:
    """Strike, toll and ruin stand in three sentences of one report; a second report has them in one."""
    report = a_report(
        "Jets struck the bakery in Hajin on Tuesday. At least 13 people died, a monitor said. The bombing flattened two houses.",
        "2018-12-12",
        "Post",
    )
    claims = [
        a_claim(report, "Jets struck the bakery in Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11"),
        a_claim(report, "At least 13 people died", "casualty-toll", trigger="died", killed=(13, None), by=monitor()),
        a_claim(report, "The bombing flattened two houses", "destruction", trigger="flattened"),
    ]
    (incident,) = incidents((report, claims), bakery("Herald", "2018-12-11", 13))
    assert len(incident.claim_ids) == 4
    killed = incident.figure("killed")
    assert killed is not None and (killed.low, killed.best) == (13, 13)


def test_a_sum_over_a_province_is_not_the_toll_of_a_town() -> None:
    report = a_report(
        "Air strikes killed 35 fighters across Deir ez-Zor province on Tuesday. In Hajin alone 30 fighters were killed in the strikes.",
        "2018-12-12",
        "Post",
    )
    province = a_place("Deir ez-Zor province", precision=4, admin1="Deir ez-Zor", located=False)
    claims = [
        a_claim(
            report,
            "Air strikes killed 35 fighters across Deir ez-Zor province",
            trigger="killed",
            place=province,
            on="2018-12-11",
            killed=35,
            by=monitor(),
        ),
        a_claim(
            report,
            "In Hajin alone 30 fighters were killed in the strikes",
            trigger="strikes",
            place="Hajin",
            killed=30,
            by=monitor(),
        ),
    ]
    told = [i for i in incidents((report, claims)) if i.place is not None and i.place.name == "Hajin"]
    assert [f.best for i in told for f in i.figures] == [30]


def test_six_more_dead_in_the_next_village_are_no_toll_of_six() -> None:
    report = a_report(
        "Raids killed 21 people in Hajin on Tuesday. Six more people died when the strikes hit a field.", "2018-12-12", "Post"
    )
    first = a_claim(
        report, "Raids killed 21 people in Hajin", trigger="Raids", place="Hajin", on="2018-12-11", killed=21, by=monitor()
    )
    count = a_claim(report, "Six more people died", "casualty-toll", trigger="died", by=monitor(), killed=6)
    count = Claim(
        **{
            **{f: getattr(count, f) for f in count.__dataclass_fields__},
            "counts": tuple(type(c)(c.what, "people", c.low, c.high, "Six more people", c.span) for c in count.counts),
        }
    )
    (incident,) = incidents((report, [first, count]))
    killed = incident.figure("killed")
    assert killed is not None and (killed.low, killed.best) == (21, 21)


def test_doers_are_disputed_between_sides_and_not_between_descriptions() -> None:
    def bombing(outlet: str, actor: str, by: str) -> tuple[Report, list[Claim]]:
        quote = "A bomber killed 16 people outside the bakery in Raqqa"
        report = a_report(f"{quote}.", "2018-12-12", outlet)
        return report, [
            a_claim(
                report,
                quote,
                "suicide-bomb",
                trigger="killed",
                place="Raqqa",
                on="2018-12-11",
                killed=16,
                actor=actor,
                by=a_voice(by, "witness"),
            )
        ]

    (told_anew,) = incidents(
        bombing("Herald", "bomber on a motorcycle", "residents"), bombing("Post", "the assailant", "doctors")
    )
    assert not [c for c in told_anew.contradictions if is_dispute(c)]
    (disputed,) = incidents(bombing("Herald", "Russia", "residents"), bombing("Post", "Turkey", "doctors"))
    assert {c.kind for c in disputed.contradictions if is_dispute(c)} == {ContradictionKind.RESPONSIBILITY}


def test_doubt_in_the_next_sentence_leaves_the_doer_open() -> None:
    quote = "Air strikes on Hajin killed at least 11 people"
    report = a_report(
        f"{quote}. The monitor said it was unclear if the strikes were carried out by Syrian or Russian planes.",
        "2018-12-12",
        "Herald",
    )
    claim = a_claim(report, quote, trigger="strikes", place="Hajin", on="2018-12-11", killed=(11, None), by=monitor())
    (incident,) = incidents((report, [claim]))
    assert [c.kind for c in incident.contradictions] == [ContradictionKind.RESPONSIBILITY]


def test_a_town_called_rebel_held_in_passing_starts_no_dispute() -> None:
    one = a_report("Jets struck the bakery in rebel-held Hajin and killed 8 people.", "2018-12-12", "Herald")
    two = a_report("Jets struck the bakery in Hajin, a town under army control, and killed 8 people.", "2018-12-12", "Post")
    (incident,) = incidents(
        (one, [
            a_claim(one, "Jets struck the bakery in rebel-held Hajin and killed 8 people", trigger="struck", place="Hajin", on="2018-12-11", killed=8, by=monitor()),
            a_claim(one, "rebel-held Hajin", "control", trigger="held", place="Hajin", actor="rebels"),
        ]),
        (two, [
            a_claim(two, "Jets struck the bakery in Hajin", trigger="struck", place="Hajin", on="2018-12-11", killed=8, by=monitor()),
            a_claim(two, "Hajin, a town under army control", "control", trigger="control", place="Hajin", actor="Syria"),
        ]),
    )  # fmt: skip
    assert not incident.contradictions


def test_a_clash_mentioned_at_the_end_waits_for_a_report_that_tells_it() -> None:
    def with_a_clash(outlet: str) -> tuple[Report, list[Claim]]:
        lead = f"Jets struck the {outlet} bakery in Hajin"
        report = a_report(f"{lead} on Tuesday. {FILLER}Troops clashed with rebels near Raqqa.", "2018-12-12", outlet)
        return report, [
            a_claim(report, lead, trigger="struck", place="Hajin", on="2018-12-11", killed=8, by=monitor()),
            a_claim(
                report, "Troops clashed with rebels near Raqqa", "armed-clash", trigger="clashed", place="Raqqa", actor="Syria"
            ),
        ]

    mentioning = with_a_clash("Herald")
    everything, issues = link(mentioning[1], by_id(mentioning[0]))
    assert [i.type for i in everything] == ["air-strike"]
    assert [i.code for i in issues] == ["mentioned-in-passing"]
    telling = a_report("Troops clashed with rebels near Raqqa on Tuesday and lost five men.", "2018-12-12", "Post")
    claim = a_claim(
        telling,
        "Troops clashed with rebels near Raqqa",
        "armed-clash",
        trigger="clashed",
        place="Raqqa",
        on="2018-12-11",
        killed=5,
        actor="Syria",
    )
    clash = next(i for i in incidents(mentioning, (telling, [claim])) if i.type == "armed-clash")
    assert clash.report_ids == (telling.id, mentioning[0].id) or set(clash.report_ids) == {telling.id, mentioning[0].id}
    assert clash.background_report_ids == (mentioning[0].id,)


def test_who_recalls_a_bombing_weeks_later_is_no_origin_of_it() -> None:
    later = a_report(
        f"Jets struck Douma on Friday. {FILLER}The bakery in Hajin was bombed on 11 December and 17 people died there.",
        "2018-12-28",
        "Post",
    )
    recalled = a_claim(
        later,
        "The bakery in Hajin was bombed on 11 December and 17 people died there",
        trigger="bombed",
        place="Hajin",
        on="2018-12-11",
        killed=17,
        by=party("Turkey"),
    )
    incident = next(i for i in incidents(bakery("Herald", "2018-12-11", 17), (later, [recalled])))
    assert incident.background_report_ids == (later.id,)
    assert [o.name for o in incident.origins] == [MONITOR]


def test_within_a_day_the_most_reported_comes_first_then_the_deadliest() -> None:
    def small(town: str, killed: int) -> tuple[Report, list[Claim]]:
        quote = f"Shells fell on {town} and killed {killed}"
        report = a_report(f"{quote}.", "2018-12-12", f"{town} Star")
        return report, [
            a_claim(report, quote, "shelling", trigger="fell", place=town, on="2018-12-11", killed=killed, by=monitor())
        ]

    found = incidents(
        small("Raqqa", 2), small("Manbij", 40), bakery("Herald", "2018-12-11", 8), bakery("Courier", "2018-12-12", 8)
    )
    assert [i.place.name for i in found if i.place] == ["Hajin", "Manbij", "Raqqa"]
    assert {i.date_start for i in found} == {date(2018, 12, 11)}


def test_years_of_siege_are_no_incident() -> None:
    report = a_report(
        "Jets struck the bakery in Hajin on Tuesday. The town has lived through two years of bombardment.", "2018-12-12", "Herald"
    )
    raid = a_claim(report, "Jets struck the bakery in Hajin on Tuesday", trigger="struck", place="Hajin", on="2018-12-11")
    years = a_claim(
        report,
        "two years of bombardment",
        "shelling",
        trigger="bombardment",
        place="Hajin",
        on=a_time("2016-12-12", "2018-12-12"),
    )
    assert [i.type for i in incidents((report, [raid, years]))] == ["air-strike"]


def test_the_dead_of_the_war_in_the_same_breath_are_not_the_raids() -> None:
    quote = "Jets struck the bakery in Hajin and killed 8 people in a war that has cost 60,000 lives"
    report = a_report(f"{quote}.", "2018-12-12", "Post")
    claim = a_claim(
        report, quote, trigger="struck", place="Hajin", on="2018-12-11", counts=[a_count("killed", 60_000)], by=monitor()
    )
    (incident,) = incidents((report, [claim]), bakery("Herald", "2018-12-11", 8))
    killed = incident.figure("killed")
    assert killed is not None and (killed.best, killed.high) == (8, 8)
    assert not incident.contradictions
