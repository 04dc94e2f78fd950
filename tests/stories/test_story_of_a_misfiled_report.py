"""Two papers tell of Tuesday's raid; one of them was filed two weeks early."""

from __future__ import annotations

from datetime import date

from builders import a_report, by_id
from fogline.incidents.linking import link
from fogline.pipeline import Pipeline
from fogline.reading.reading import Argument, EventMention, Modality, Reading, Role
from fogline.span import Span


def test_a_misfiled_report_joins_the_raid_by_the_day_that_it_prints() -> None:
    sentence = "Jets struck the mill in Hajin and killed 14 people on Tuesday"
    right = a_report(f"Published July 19 2016 {sentence}.", "2016-07-19", "Herald")
    wrong = a_report(f"Tuesday 19 Jul 2016 {sentence}, a monitor said.", "2016-07-06", "Courier")
    pipeline, claims, issues = Pipeline(), [], []
    for report in (right, wrong):
        text = report.text

        def at(words: str, text: str = text) -> Span:
            return Span(text.index(words), text.index(words) + len(words))

        arguments = (
            Argument(Role.PLACE, at("Hajin"), 0.9),
            Argument(Role.TIME, at("on Tuesday"), 0.9),
            Argument(Role.COUNT, at("14 people"), 0.9, "killed"),
        )
        event = EventMention(at("struck"), at(sentence), "air-strike", Modality.ACTUAL, arguments)
        done = pipeline.grounded(report, Reading(report.id, "stub", (Span(0, len(text)),), events=(event,)))
        claims += done.claims
        issues += done.issues
    assert {(c.published_on, c.time and c.time.start) for c in claims} == {(date(2016, 7, 19), date(2016, 7, 19))}
    ((incident,), _) = link(claims, by_id(right, wrong))
    assert (incident.date_start, len(incident.report_ids)) == (date(2016, 7, 19), 2)
    assert [i.report_id for i in issues if i.code == "date-contradicts-text"] == [wrong.id]
