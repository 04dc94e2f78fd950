from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_builders import claim_of, report_of

from fogline.claims.claim import Claim, ClaimTime, Count
from fogline.grounding.grounding import DateBasis
from fogline.ids import canonical_json
from fogline.intake.report import Report
from fogline.issue import Issue, Severity
from fogline.ledger.codec import CodecError, decode, encode
from fogline.ledger.records import Custody, ReportRecord
from fogline.span import Span

# Any text at all, U+0000 and lone surrogates included.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=12)
SPANS = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(str, TEXTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))


@settings(max_examples=60, deadline=None)
@given(st.from_type(Claim))
def test_any_claim_comes_back_as_it_was(claim: Claim) -> None:
    assert decode(Claim, encode(claim)) == claim


@settings(max_examples=60, deadline=None)
@given(st.from_type(Report), st.from_type(Custody))
def test_any_report_comes_back_with_its_custody(report: Report, custody: Custody) -> None:
    record = ReportRecord(report, custody)
    assert decode(ReportRecord, encode(record)) == record


@settings(max_examples=60, deadline=None)
@given(st.from_type(Claim))
def test_bodies_are_spelled_as_ids_spell_them(claim: Claim) -> None:
    body = encode(claim).decode("utf-8", "surrogatepass")
    assert body == canonical_json(json.loads(body))


def test_two_lone_surrogates_side_by_side_stay_two_characters() -> None:
    issue = Issue("odd-text", "\ud83d\ude00", "intake")
    back = decode(Issue, encode(issue)).message
    assert back == "\ud83d\ude00"
    assert len(back) == 2


def test_fields_that_are_empty_by_default_are_left_out_and_all_others_written() -> None:
    body = json.loads(encode(Issue("no-date", "The report names no day.", "intake")))
    assert body == {"code": "no-date", "message": "The report names no day.", "severity": "warning", "stage": "intake"}


def test_none_is_written_where_it_is_no_default() -> None:
    body = json.loads(encode(ClaimTime(None, date(2018, 12, 1))))
    assert body == {"basis": "none", "end": "2018-12-01", "reason": "", "start": None}


def test_a_missing_key_with_a_default_opens_as_the_default() -> None:
    time = decode(ClaimTime, b'{"end":null,"start":"2018-12-01"}')
    assert time == ClaimTime(date(2018, 12, 1), None, basis=DateBasis.NONE)


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(CodecError, match=r"Issue knows no field 'colour', 'smell'\. Was it written by a newer Fogline\?"):
        decode(Issue, b'{"code":"a","colour":1,"message":"b","smell":2,"stage":"c"}')


def test_a_missing_key_without_default_is_named() -> None:
    with pytest.raises(CodecError, match=r"Issue lacks 'message', 'stage'"):
        decode(Issue, b'{"code":"a"}')


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"code":"a","message":"b","stage":"c","severity":"grave"}', r"Issue\.severity: 'grave' is not a Severity"),
        (b'{"code":"a","message":"b","stage":"c","span":[4,2]}', r"Issue\.span: \[4, 2\] is not a span"),
        (b'{"code":"a","message":"b","stage":"c","span":[1.5,2]}', r"Issue\.span: \[1\.5, 2\] is not a span"),
        (b'{"code":"a","message":7,"stage":"c"}', r"Issue\.message: 7 is not text"),
        (b'{"code":"a"', r"A Issue is not kept as JSON"),
        (b"[]", r"\[\] is not a Issue"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_with_its_field(body: bytes, said: str) -> None:
    with pytest.raises(CodecError, match=said):
        decode(Issue, body)


def test_an_error_deep_inside_names_the_way_to_it() -> None:
    body = encode(claim_of(report_of())).replace(b'"kind":"monitor"', b'"kind":"oracle"')
    with pytest.raises(CodecError, match=r"Claim\.origin: Voice\.kind: 'oracle' is not a ActorKind"):
        decode(Claim, body)


def test_whole_numbers_in_fields_for_scores_are_kept_as_decimals() -> None:
    claim = claim_of(report_of())
    object.__setattr__(claim, "score", 1)
    assert decode(Claim, encode(claim)).score == 1.0
    assert b'"score":1.0' in encode(claim)


def test_what_is_not_a_number_is_refused_before_it_is_kept() -> None:
    claim = claim_of(report_of())
    object.__setattr__(claim, "score", float("nan"))
    with pytest.raises(CodecError, match=r"Claim\.score: nan is not a finite number"):
        encode(claim)


def test_true_is_not_a_count() -> None:
    with pytest.raises(CodecError, match=r"Count\.low: True is not a whole number"):
        encode(Count("killed", None, True, None, "one", Span(0, 3)))


def test_moments_are_kept_in_utc() -> None:
    moment = datetime.fromisoformat("2018-12-14T18:05:00+03:00")
    report = report_of()
    object.__setattr__(report, "published_at", moment)
    body = encode(report)
    assert b'"published_at":"2018-12-14T15:05:00+00:00"' in body
    assert decode(Report, body).published_at == moment


def test_an_enum_given_as_its_plain_value_means_the_same() -> None:
    issue = Issue("a", "b", "c", "note")  # type: ignore[arg-type]
    assert decode(Issue, encode(issue)).severity is Severity.NOTE
