from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from workbench_sample import arabic, denial, entered, first, killed_12, lost_village, make_report, sample, second, trapped

from fogline.claims.claim import Claim
from fogline.intake.report import PartKind, Report
from fogline.reading.reading import Modality
from fogline.span import Span
from fogline.workbench.pages.reading_pane import Segment, blocks_of, fields_of, reading_pane_page


def segments(report: Report, claims: list[Claim], chosen: str | None = None) -> list[Segment]:
    return [s for block in blocks_of(report, claims, chosen) for s in block.segments]


def test_every_word_of_the_report_is_shown_once_and_in_order() -> None:
    blocks = blocks_of(first, [entered, killed_12, trapped])
    assert "\n\n".join("".join(s.text for s in block.segments) for block in blocks) == first.text


def test_overlapping_claims_share_segments_the_shorter_first() -> None:
    shared = [s for s in segments(first, [killed_12, entered]) if len(s.claims) == 2]
    assert "".join(s.text for s in shared) == entered.quote
    assert all(s.claims == (1, 0) for s in shared)


def test_words_of_the_chosen_claim_are_lit_by_role() -> None:
    lit = {s.lit: s.text for s in segments(first, [entered, killed_12, trapped], killed_12.id) if s.lit}
    assert lit["trigger"] == "killed"
    assert lit["count"] == "12"
    assert lit["target"] == "militants"
    assert lit["origin"] == "their spokesman Mustafa Bali"
    assert "trapped" not in lit.values()


def test_name_of_a_role_stands_once_per_run_of_words() -> None:
    named = [s.text for s in segments(first, [entered, killed_12], entered.id) if s.lit_words == "where"]
    assert len(named) == 1


def test_source_outside_the_quote_is_lit_though_not_marked() -> None:
    spokesman = next(s for s in segments(first, [killed_12], killed_12.id) if s.lit == "origin")
    assert spokesman.claims == () and not spokesman.chosen


def test_furniture_and_caption_are_kept_apart_from_the_body() -> None:
    kinds = [block.kind for block in blocks_of(first, [])]
    assert kinds == [PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.CAPTION, PartKind.BODY, PartKind.BODY, PartKind.FURNITURE]


def test_text_between_parts_is_shown_as_body() -> None:
    report = replace(first, parts=first.parts[:1])
    assert [block.kind for block in blocks_of(report, [])] == [PartKind.HEADLINE, PartKind.BODY]


def test_panel_says_what_is_unknown() -> None:
    values = {line.label: line.value for line in fields_of(denial)}
    assert values["When"] == "unknown"
    assert values["Says so"] == "Meridian Wire (sample), in its own voice"


def test_panel_shows_the_chain_of_voices_and_the_candidates_of_a_place() -> None:
    lines = fields_of(trapped)
    assert [(line.label, line.words) for line in lines if line.role == "origin"] == [
        ("Says so", "the UN"),
        ("citing", "local residents"),
    ]
    place = next(line for line in lines if line.role == "place")
    assert place.basis == "explicit" and any("YE" in other for other in place.others)


def test_panel_links_to_the_incident_also_from_a_passing_mention() -> None:
    page = reading_pane_page(sample(), first)
    panel = next(p for p in page.panels if p.claim.id == lost_village.id)
    assert panel.incident_ids == ("incident-clash",)


def test_unknown_claim_in_the_address_lights_nothing() -> None:
    page = reading_pane_page(sample(), first, "claim-nobody")
    assert page.chosen is None and not any(p.open for p in page.panels)


def test_right_to_left_report_without_claims_is_one_plain_block() -> None:
    (block,) = blocks_of(arabic, [])
    assert "".join(s.text for s in block.segments) == arabic.text


spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@settings(max_examples=60)
@given(st.lists(spans, max_size=6), st.text(alphabet="abc \n", min_size=1, max_size=80).filter(str.strip))
def test_segments_never_lose_or_repeat_text_whatever_the_spans(quotes: list[Span], text: str) -> None:
    report = make_report([(PartKind.BODY, text)], "x", None)
    claims = [
        Claim(f"c{i}", report.id, "x", None, "", span, "", Span(span.start, span.start + 1), "attack", Modality.ACTUAL)
        for i, span in enumerate(quotes)
    ]
    pieces = segments(report, claims)
    assert "".join(p.text for p in pieces) == text
    at = 0
    for piece in pieces:
        for number, claim in enumerate(claims):
            inside = claim.quote_span.start <= at and at + len(piece.text) <= min(claim.quote_span.end, len(text))
            assert (number in piece.claims) == inside
        at += len(piece.text)


def test_second_report_has_its_own_claims_only() -> None:
    assert {p.claim.report_id for p in reading_pane_page(sample(), second).panels} == {second.id}
