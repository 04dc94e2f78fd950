"""Whatever comes in: no crash, and every span is within the text and says what it says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stub_encoder import Stub

from fogline.intake.report import Part, PartKind, Report
from fogline.reading.encoder import OnnxEncoder, default_encoder
from fogline.reading.read import read
from fogline.reading.reading import Reading
from fogline.reading.segment import WINDOW, words_of
from fogline.span import Span

WORDS = ["shelled", "killed", "rebels", "monitor", "said", "nour", "12"]
STUB = Stub(
    {
        "trigger": WORDS[:2],
        "cue": ["said"],
        "source": ["monitor"],
        "content": WORDS[:3],
        "toponym": ["nour"],
        "victim": ["rebels"],
    },
    {"quote": WORDS[:3], "actor": ["rebels"], "place": ["nour"], "origin": ["monitor"], "count": ["12"]},
)


def spans_in(found: Any) -> list[Span]:
    """Return every span of a reading, however deep it lies."""
    if isinstance(found, Span):
        return [found]
    if isinstance(found, tuple):
        return [s for item in found for s in spans_in(item)]
    if is_dataclass(found):
        return [s for f in fields(found) for s in spans_in(getattr(found, f.name))]
    return []


def a_report(text: str, *parts: Part) -> Report:
    return Report("r", text, parts, "", "", language="en")


def exact(reading: Reading, text: str) -> bool:
    return all(0 <= s.start < s.end <= len(text) and s.of(text).strip() == s.of(text) for s in spans_in(reading))


# News words between whatever a keyboard, a phone or a broken converter puts in.
NOISE = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        [
            "\u200b",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\u00ad",
            "\ud83d",
            "\udc00",
            "👨‍👩‍👧",
            "🇸🇾",
            "e\u0301",
            "ﷺ",
            "İ",
            "ß",
            "\x00",
            "\u2028",
        ]
    ),
    st.sampled_from(
        ["&nbsp;", "<br/>", "&#39;", "</div>", "[[", "| ", "\t", "\n\n", "\r\n", "قتل", "убит", "遇难", "(" * 9, '"' * 9]
    ),
)
TEXTS = st.lists(st.one_of(st.sampled_from([w + " " for w in WORDS] + [". ", "Kafr Nour ", "12,000 "]), NOISE), max_size=60).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_lies_within_the_text_and_has_no_blank_at_its_ends(text: str) -> None:
    assert exact(read(a_report(text), STUB), text)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_no_mention_is_in_furniture_or_reaches_from_the_body_into_a_caption(first: str, furniture: str, caption: str) -> None:
    text = first + furniture + caption
    at, end = len(first), len(first) + len(furniture)
    cut = [(PartKind.BODY, 0, at), (PartKind.FURNITURE, at, end), (PartKind.CAPTION, end, len(text))]
    reading = read(a_report(text, *(Part(kind, Span(a, b)) for kind, a, b in cut if b > a)), STUB)
    assert exact(reading, text)
    for trigger in (e.trigger for e in reading.events):
        assert trigger.end <= at or trigger.start >= end


def test_a_text_that_is_all_furniture_is_said_to_be_unread() -> None:
    text = "Sign up for our newsletter"
    (issue,) = read(a_report(text, Part(PartKind.FURNITURE, Span(0, len(text)))), STUB).issues
    assert issue.code == "nothing-to-read"


def test_half_an_emoji_costs_one_word_and_not_the_text() -> None:
    text = "Rebels \ud83d shelled Nour."
    (event,) = read(a_report(text), STUB).events
    assert event.trigger.of(text) == "shelled"


def test_one_paragraph_without_a_full_stop_is_read_to_its_end() -> None:
    text = "rebels shelled nour and moved on " * 3000
    reading = read(a_report(text), STUB)
    assert len(text) > 90_000 and reading.events[-1].trigger.end > len(text) - 30
    assert exact(reading, text)


def test_a_word_of_more_pieces_than_a_window_holds_is_still_one_word() -> None:
    text = "x" + "-" * (2 * WINDOW) + " rebels shelled nour"
    (event,) = read(a_report(text), STUB).events
    assert event.trigger.of(text) == "shelled"
    assert len(words_of("é" * 5000, STUB.tokenizer)) == 1


def test_each_entry_of_a_live_blog_keeps_its_own_words() -> None:
    text = "\n\n".join(f"{hour % 24:02d}:05 GMT\nRebels shelled village {hour}." for hour in range(50))
    reading = read(a_report(text), STUB)
    assert len({e.trigger for e in reading.events}) == 50
    assert all(text.count("\n", e.quote.start, e.quote.end) == 0 for e in reading.events)


@pytest.fixture(scope="module")
def reader() -> OnnxEncoder:
    return default_encoder()


SHELLING = "Rebels shelled the village of Kafr Nour on Tuesday, killing 12 people, the monitor said. " * 12
TALKS = "The minister said talks with the army would begin on Friday in the capital. He added that troops had left. " * 9


def test_a_text_reads_the_same_in_any_company_order_and_thread(reader: OnnxEncoder) -> None:
    alone = [read(a_report(t), reader) for t in (SHELLING, TALKS)]
    assert alone[0].sentences
    assert [read(a_report(t), reader) for t in (TALKS, SHELLING)] == alone[::-1]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda t: read(a_report(t), reader), (SHELLING, TALKS) * 4))
    assert together == alone * 4


def test_no_processor_clips_the_sums_of_the_int8_weights(reader: OnnxEncoder) -> None:
    # Where int8 lacks instructions of its own ONNX Runtime adds products up in sixteen bits unless it is told not to.
    for session in reader.sessions.values():
        assert session.get_session_options().get_session_config_entry("session.x64quantprecision") == "1"


def test_windows_read_at_once_say_what_they_say_one_by_one(reader: OnnxEncoder) -> None:
    text = (SHELLING + TALKS) * 3
    parts = (Part(PartKind.BODY, Span(0, len(text) - 200)), Part(PartKind.CAPTION, Span(len(text) - 200, len(text))))
    one, three = (read(a_report(text, *parts), replace(reader, threads=n)) for n in (1, 3))
    assert len(words_of(text, reader.tokenizer).pieces) > 3 * WINDOW
    assert one.events and one.attributions and one == three


@pytest.mark.parametrize(
    "text",
    [
        SHELLING.upper(),
        "Re\u200bbels \u202eshelled\u202c Kafr N\u00adour, \ud83dkilling 12 👨‍👩‍👧 people, the monitor said.",
        "Date\tPlace\tKilled\n" + "2 March\tKafr Nour\t12\n" * 40,
        "قصف الجيش القرية Rebels shelled Kafr Nour, убито 12 человек, the monitor said.",
        "&lt;p&gt;Rebels&#39; shells</div> hit Kafr Nour &amp;nbsp; killing 12 [[x]] | the monitor said",
    ],
    ids=["capitals", "marks", "table", "scripts", "markup"],
)
def test_the_real_reader_quotes_exactly(reader: OnnxEncoder, text: str) -> None:
    reading = read(a_report(text), reader)
    assert exact(reading, text)
