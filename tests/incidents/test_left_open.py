"""Where one origin leaves open who did it or what caused it."""

from __future__ import annotations

from typing import Any

from raid_tolls import disputed

from builders import IS, a_claim, a_report, a_voice, by_id, monitor
from fogline.incidents.contradiction import contradictions, is_dispute
from fogline.incidents.incident import ContradictionKind
from fogline.incidents.linking import link


def test_whose_planes_it_was_can_be_left_open_in_the_claim_itself() -> None:
    either = ("nine died in Syrian or Russian air raids on Hajin", "air-strike", {"trigger": "raids", "by": monitor()})
    cities = ("nine died in air raids on Hajin or Baghuz", "air-strike", {"trigger": "raids", "by": monitor()})
    assert disputed(either) == [ContradictionKind.RESPONSIBILITY]
    assert disputed(cities) == []


def test_planes_believed_to_be_of_one_or_the_other_leave_it_open() -> None:
    quote = "Jets believed to be Russian or Syrian struck a fuel market"
    report = a_report(f"{quote}, a rescuer said.")
    claim = a_claim(report, quote, trigger="struck", by=a_voice("a rescuer", "witness"))
    assert [c.kind for c in contradictions([claim], by_id(report))] == [ContradictionKind.RESPONSIBILITY]


def test_sides_that_blame_each_other_leave_it_open_who_did_it() -> None:
    one = a_report("A missile hit a school in Odesa and killed 5 people.", "2022-07-20", "Herald")
    two = a_report(
        "The two armies blamed each other for the missile that hit a school in Odesa and killed 5.", "2022-07-21", "Post"
    )
    day: dict[str, Any] = {"place": "Odesa", "on": "2022-07-19", "killed": 5}
    claims = [
        a_claim(
            one,
            "A missile hit a school in Odesa and killed 5 people",
            "shelling",
            trigger="hit",
            by=a_voice("governor", "government"),
            **day,
        ),
        a_claim(two, "the missile that hit a school in Odesa and killed 5", "shelling", trigger="hit", **day),
    ]
    ((incident,)) = link(claims, by_id(one, two))[0]
    assert [c.kind for c in incident.contradictions if is_dispute(c)] == [ContradictionKind.RESPONSIBILITY]


def test_a_cause_that_one_origin_leaves_open_and_another_names_is_in_dispute() -> None:
    one = a_report("The monitor said it was unclear what caused the blast in Afrin that killed 7.", "2018-03-21", "Herald")
    two = a_report("A suicide bomber killed 7 in Afrin, the group said.", "2018-03-21", "Post")
    day: dict[str, Any] = {"place": "Afrin", "on": "2018-03-21", "killed": 7}
    open_cause = a_claim(
        one, "it was unclear what caused the blast in Afrin that killed 7", "explosive", trigger="blast", by=monitor(), **day
    )
    named = a_claim(two, "A suicide bomber killed 7 in Afrin", "suicide-bomb", trigger="bomber", by=IS, actor=IS, **day)
    ((incident,)) = link([open_cause, named], by_id(one, two))[0]
    assert [c.kind for c in incident.contradictions if is_dispute(c)] == [ContradictionKind.RESPONSIBILITY]
    ((alone,)) = link([open_cause], by_id(one))[0]
    assert not alone.contradictions
