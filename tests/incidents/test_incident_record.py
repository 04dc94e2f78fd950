from __future__ import annotations

from builders import SDF, a_claim, a_report, by_id, monitor
from fogline.incidents.linking import link
from fogline.incidents.record import as_record


def test_a_record_carries_the_senders_ids_and_marks_parties() -> None:
    one, two = (
        a_report("Jets struck Hajin, killing at least 8.", "2018-12-12", "Herald"),
        a_report("Jets struck Hajin, killing 8.", "2018-12-13", "Courier"),
    )
    claims = [
        a_claim(
            one,
            "Jets struck Hajin, killing at least 8",
            trigger="struck",
            place="Hajin",
            on="2018-12-12",
            killed=(8, None),
            by=monitor(),
        ),
        a_claim(two, "Jets struck Hajin, killing 8", trigger="struck", place="Hajin", on="2018-12-12", killed=8, by=SDF),
    ]
    ((incident,), _) = link(claims, by_id(one, two))
    record = as_record(incident, {one.id: "sent-1"})
    assert record["reports"] == [{"id": "sent-1", "background": False}, {"id": two.id, "background": False}]
    assert record["independent_origins"] == ["Syrian Democratic Forces (party)", "Syrian Observatory for Human Rights"]
    assert record["killed"] == {"low": 8, "best": 8, "high": None}
    assert (record["type"], record["date_start"], record["place"], record["country"]) == (
        "air-strike",
        "2018-12-12",
        "Hajin",
        "SY",
    )
    assert record["contested"] is None
