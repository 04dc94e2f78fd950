"""What people are counted as where no verb says it."""

from __future__ import annotations

import pytest
from counted_people import Range, found, marked

from fogline.grounding import ground
from fogline.grounding.counted_as import by_noun
from fogline.grounding.number import token_at, tokens
from fogline.grounding.quantity import find_quantities, read_count
from fogline.reading.reading import Argument, EventMention, Modality, Role
from fogline.span import Span


def test_fighters_of_a_strength_claim_are_fighters() -> None:
    assert found("About 2,000 troops and a 700-strong militia remain.", "strength") == [
        ("fighters", 2000, 2000),
        ("fighters", 700, 700),
    ]


def test_relatives_of_those_who_surrender_are_civilians() -> None:
    text = "Some 200 rebels surrendered with 500 of their relatives."
    assert found(text, "surrender") == [("fighters", 200, 200), ("civilians", 500, 500)]


def test_a_marked_number_of_convicts_goes_by_a_trigger_of_killing() -> None:
    text = "Iran hanged on Sunday at dawn in the prison of the city three men convicted of spying."
    span = Span(text.index("three"), text.index(" convicted"))
    count = read_count(text, span, trigger="hanged", claim_type="attack", sentence=Span(0, len(text)))
    assert count is not None and (count.what, count.low, count.high) == ("killed", 3, 3)


@pytest.mark.parametrize(
    ("text", "type", "expected"),
    [
        ("Up to 65 servicemen were destroyed.", "armed-clash", [("killed", None, 65)]),
        ("Troops destroyed 40 fighters.", "armed-clash", [("killed", 40, 40)]),
        ("The losses amounted to up to 65 servicemen and a howitzer.", "armed-clash", [("killed", None, 65)]),
        ("The staff put enemy losses on Sunday at 560 men.", "armed-clash", [("killed", 560, 560)]),
        ("After heavy losses it turned to 560 men from Homs.", "armed-clash", [("fighters", 560, 560)]),
        ("Forty servicemen were put out of action.", "armed-clash", [("other", 40, 40)]),
        ("They lost 200 men killed, wounded and missing.", "armed-clash", [("other", 200, 200)]),
        ("They tied 19 men together.", "attack", [("other", 19, 19)]),
        ("Police beat 12 students.", "attack", [("injured", 12, 12)]),
        ("Gunmen attacked 30 men at a well.", "attack", [("killed", 30, 30)]),
        ("Thirty men attacked the post.", "attack", [("fighters", 30, 30)]),
    ],
)
def test_what_was_done_to_people_decides_what_they_count_as(text: str, type: str, expected: list[Range]) -> None:
    assert found(text, type) == expected


@pytest.mark.parametrize(
    ("text", "words", "trigger", "expected"),
    [
        ("Guards hung her brother from a pipe.", "her brother", "hung", ("other", 1, 1)),
        ("Guards beat her brother.", "her brother", "beat", ("injured", 1, 1)),
        ("Guards beat her brother to death.", "her brother", "beat", ("killed", 1, 1)),
        ("Troops beat back 200 militants.", "200 militants", "beat back", ("fighters", 200, 200)),
    ],
)
def test_a_trigger_that_does_not_kill_leaves_nobody_dead(text: str, words: str, trigger: str, expected: Range) -> None:
    assert marked(text, words, trigger) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A member of the state assembly was there when they fired.", "A member of the state assembly", "killed"),
        ("Four members of her family were there when they fired.", "Four members of her family", "killed"),
        ("Four members of the Lantern Front were there when they fired.", "Four members of the Lantern Front", "fighters"),
    ],
)
def test_members_of_a_family_or_an_assembly_bear_no_arms(text: str, words: str, expected: str) -> None:
    first = text.index(words)
    spelled = tokens(text)
    last = token_at(spelled, first + len(words) - 1) + 1
    assert by_noun(spelled, 0, last, "killed", "attack") == expected


@pytest.mark.parametrize(
    ("text", "type", "label", "expected"),
    [
        ("Some 900 people remain in the school.", "hardship", "displaced", "displaced"),
        ("Some 900 people died in the school.", "hardship", "displaced", "killed"),
        ("The council gave bread to 900 people.", "aid", "displaced", "civilians"),
        ("Some 900 people remain in the school.", "hardship", "area-km2", "civilians"),
    ],
)
def test_the_encoders_word_goes_before_the_kind_of_claim_alone(text: str, type: str, label: str, expected: str) -> None:
    start = text.index("900")
    told = find_quantities(text, 0, len(text), claim_type=type, labels=[(Span(start, start + 3), label)])
    assert [q.what for q in told] == [expected]
    read = read_count(text, Span(start, start + 10), trigger="there", claim_type=type, sentence=Span(0, len(text)), label=label)
    assert read is not None and read.what == expected


@pytest.mark.parametrize(
    ("text", "words", "trigger", "type", "expected"),
    [
        ("At least 11 others have been condemned to death.", "At least 11 others", "condemned to death", "arrest", ("detained", 11, None)),
        ("Twelve wives held up placards.", "Twelve wives", "held up placards", "protest", ("other", 12, 12)),
        ("Two hundred young men marched on the square.", "Two hundred young men", "marched", "protest", ("other", 200, 200)),
        ("Sixty men held a bridge.", "Sixty men", "held", "control", ("detained", 60, 60)),
    ],
)  # fmt: skip
def test_a_trigger_is_read_with_the_words_behind_its_verb(
    text: str, words: str, trigger: str, type: str, expected: Range
) -> None:
    assert marked(text, words, trigger, type) == expected


@pytest.mark.parametrize(
    ("label", "role", "expected"),
    [("killed", Role.TARGET, "killed"), ("killed", Role.ACTOR, "fighters"), ("fighters", Role.TARGET, "fighters"), (None, Role.TARGET, "fighters")],
)  # fmt: skip
def test_fighters_to_whom_violence_is_done_are_what_the_encoder_takes_them_for(
    label: str | None, role: Role, expected: str
) -> None:
    text = "Seven men of the guard fell to the raiders."
    whole, men = Span(0, len(text)), Span(0, len("Seven men of the guard"))
    marks = (Argument(role, men, 0.9), Argument(Role.COUNT, men, 0.9, label=label))
    event = EventMention(Span(text.index("fell"), text.index(" to")), whole, "attack", Modality.ACTUAL, marks)
    assert [q.what for q, _ in ground._counts(text, event, whole)] == [expected]
