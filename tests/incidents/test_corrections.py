"""Later versions, corrections, retractions, and one report collected twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import MONITOR, TOWNS, a_claim, a_count, a_report, by_id, monitor
from fogline.claims.claim import Claim
from fogline.incidents import corrections_linking
from fogline.incidents.corrections import Change, canonical_url, corrected, notices, same_reports
from fogline.incidents.corrections_linking import link_standing
from fogline.incidents.former_ids import now_at
from fogline.incidents.incident import IncidentStatus
from fogline.incidents.linking import Constraints, incident_id, link
from fogline.intake.report import Part, PartKind, Report
from fogline.span import Span

STORY = (
    "Jets struck the market of Hajin on Wednesday and killed {n} civilians, the monitor said. Ambulances took the wounded to a clinic across "
    "the river while residents searched the ruins of six shops for those who were still missing that evening."
)
URL = "https://herald.example/2018/strike-on-hajin"


def story(n: int, on: str = "2018-12-13", outlet: str = "Herald", **fields: object) -> tuple[Report, Claim]:
    notice = str(fields.pop("notice", ""))
    report = a_report(notice + STORY.format(n=n), on, outlet, **fields)  # type: ignore[arg-type]
    return report, killed(report, n)


def killed(report: Report, n: int) -> Claim:
    quote = f"killed {n} civilians"
    return a_claim(report, quote, "air-strike", trigger="killed", by=monitor(), target="civilians", place="Hajin", on="2018-12-12",
                   counts=[a_count("killed", n, "civilians")])  # fmt: skip


def flags(claims: tuple[Claim, ...], claim: Claim) -> tuple[str, ...]:
    return next(c.flags for c in claims if c.id == claim.id)


def test_a_later_version_at_the_same_address_supersedes_the_earlier() -> None:
    (first, ten), (second, twelve) = story(10, url=URL), story(12, "2018-12-14", url=f"{URL}?utm_source=feed#top")
    found = corrected([first, second], [ten, twelve])
    assert flags(found.claims, ten) == ("retracted", "later-version")
    assert flags(found.claims, twelve) == ()
    assert [(s.report_id, s.by, s.change) for s in found.superseded] == [(first.id, second.id, Change.LATER_VERSION)]
    assert found.reports == (first, second)


def test_what_was_taken_back_is_kept_with_its_incident_and_counts_nowhere() -> None:
    (first, ten), (second, twelve) = story(10, url=URL), story(12, "2018-12-14", url=URL)
    found = corrected([first, second], [ten, twelve])
    (incident,), _ = link_standing(found.claims, by_id(first, second))
    figure = incident.figure("killed")
    assert figure is not None and (figure.low, figure.best, figure.high) == (12, 12, 12)
    assert (incident.claim_ids, incident.superseded_claim_ids) == ((twelve.id,), (ten.id,))
    assert [o.claim_ids for o in incident.origins] == [(twelve.id,)]
    assert "superseded-claims" in incident.flags


def test_before_the_correction_was_known_the_first_version_stood() -> None:
    first, ten = story(10, url=URL)
    found = corrected([first], [ten])
    assert found.superseded == () and flags(found.claims, ten) == ()


def test_another_text_at_the_same_address_is_no_version_and_is_said() -> None:
    page = a_report(
        "Shells fell on Idlib overnight, residents said, and the road to the north was closed to lorries.",
        "2018-12-13",
        "Herald",
        url=URL,
    )
    other = a_report(
        "The envoy will meet ministers in Geneva next week to talk about detainees held by all sides.",
        "2018-12-20",
        "Herald",
        url=URL,
    )
    found = corrected([page, other], [])
    assert found.superseded == ()
    assert [i.code for i in found.issues] == ["address-reused"]


def test_a_live_page_that_keeps_its_title_is_not_taken_back_by_its_next_day() -> None:
    one, ten = story(10, url=URL)
    other = a_report(
        "Updated 9:06 AM\nThe envoy will meet ministers in Geneva next week to talk about detainees held by all sides.",
        "2018-12-14",
        "Herald",
        url=URL,
    )
    pages = [replace(r, title="Syria: live updates") for r in (one, other)]
    found = corrected(pages, [ten])
    assert found.superseded == () and [i.code for i in found.issues] == ["address-reused"]


def test_a_correction_by_the_same_outlet_under_another_address_supersedes() -> None:
    (first, forty) = story(40, url=URL)
    (second, four) = story(4, "2018-12-14", url=f"{URL}-corrected", notice="CORRECTED: the toll\n")
    found = corrected([first, second], [forty, four])
    assert flags(found.claims, forty) == ("retracted", "correction")
    assert flags(found.claims, four) == ()


def test_two_outlets_never_supersede_each_other() -> None:
    (first, forty) = story(40, outlet="Herald")
    (second, four) = story(4, "2018-12-14", outlet="Courier", notice="CORRECTED: the toll\n")
    found = corrected([first, second], [forty, four])
    assert flags(found.claims, forty) == ()


def test_a_retraction_names_its_story_by_title_and_takes_itself_back_too() -> None:
    text = "Jets strike market in Hajin\n" + STORY.format(n=40)
    first = replace(a_report(text, "2018-12-13", "Herald"), title="Jets strike market in Hajin")
    notice = a_report(
        "RETRACTION: Jets strike market in Hajin. The Herald said on Thursday that jets killed 40 civilians. The report could not be stood up.",
        "2018-12-15",
        "Herald",
    )
    told, retold = killed(first, 40), killed(notice, 40)
    found = corrected([first, notice], [told, retold])
    assert "retraction" in flags(found.claims, told) and "retraction" in flags(found.claims, retold)
    (incident,), _ = link_standing(found.claims, by_id(first, notice))
    assert incident.status is IncidentStatus.DISCOUNTED
    assert incident.status_reason == "discounted: every claim of it was retracted"


def test_a_retraction_whose_story_is_not_at_hand_is_an_issue() -> None:
    notice = a_report("RETRACTION: our story about a hospital in Douma.", "2018-12-15", "Herald")
    (issue,) = corrected([notice], []).issues
    assert issue.code == "correction-unmatched" and "fogline review retract-report" in issue.message


def test_what_an_earlier_version_is_said_to_have_said_is_taken_back_and_the_rest_stands() -> None:
    tail = "An earlier version of this article said that the raid killed 40 civilians."
    report = a_report(f"{STORY.format(n=4)}\n{tail}", "2018-12-13", "Herald")
    stands, recanted = killed(report, 4), killed(report, 40)
    found = corrected([report], [stands, recanted])
    assert (flags(found.claims, stands), flags(found.claims, recanted)) == ((), ("retracted", "correction"))


def test_a_page_that_corrects_itself_needs_no_other_story_at_hand() -> None:
    report = a_report(
        f"Correction: an earlier version said that the raid killed 40 civilians.\n{STORY.format(n=4)}", "2018-12-13", "Herald"
    )
    recanted, stands = killed(report, 40), killed(report, 4)
    found = corrected([report], [recanted, stands])
    assert (flags(found.claims, recanted), flags(found.claims, stands)) == (("retracted", "correction"), ())
    assert found.issues == ()


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("CORRECTED-Strike kills six", Change.CORRECTION),
        ("(Corrects number of dead in second paragraph)", Change.CORRECTION),
        ("This article was amended on 14 December to correct the name of the village.", Change.CORRECTION),
        ("A previous version of this story misstated the day of the raid.", Change.CORRECTION),
        ("Clarification: the clinic was not hit.", Change.CORRECTION),
        ("UPDATE 2-Strike kills six", Change.UPDATE),
        ("(Adds quotes, background)", Change.UPDATE),
        ("This story has been updated with a new toll.", Change.UPDATE),
        ("This story has been withdrawn.", Change.RETRACTION),
        ("MANDATORY KILL: strike on Hajin", Change.RETRACTION),
        ("Please disregard our earlier story on Hajin.", Change.RETRACTION),
    ],
)
def test_notices_are_told_by_their_wording(words: str, change: Change) -> None:
    assert [n.change for n in notices(a_report(f"{words}\n{STORY.format(n=6)}"))][:1] == [change]


@pytest.mark.parametrize(
    "words",
    [
        "The ministry withdrew its report on the attack.",
        "The army withdrew from the town after the correction of the front line.",
        "The council called for the updated list of detainees.",
        "He retracted his confession before the judge.",
        "Officials removed the article of the constitution that bars it.",
    ],
)
def test_news_of_others_taking_something_back_is_no_notice(words: str) -> None:
    assert notices(a_report(f"{words} {STORY.format(n=6)}")) == ()


def test_one_report_from_two_addresses_is_one_report() -> None:
    (first, ten), (again, same) = story(10, url=URL), story(10, url="https://herald.example/amp-feed/77")
    found = corrected([first, again], [ten, same])
    assert (found.reports, found.claims, dict(found.same)) == ((first,), (ten,), {again.id: first.id})
    assert [i.code for i in found.issues] == ["same-report"]


def test_menus_do_not_make_two_reports_of_one() -> None:
    first, _ = story(10, url=URL)
    text = first.text + "\nShare this"
    again = replace(
        first, id="report-again", text=text, parts=(*first.parts, Part(PartKind.FURNITURE, Span(len(first.text) + 1, len(text))))
    )
    assert same_reports([first, again]) == {"report-again": first.id}


def test_a_wire_story_under_two_outlets_names_stays_two_reports() -> None:
    first, again = story(10, outlet="Herald")[0], story(10, outlet="Courier")[0]
    assert same_reports([first, again]) == {}


def test_a_reviewers_retraction_marks_and_keeps() -> None:
    report, ten = story(10)
    found = corrected([report], [ten], {report.id: "R. Viewer: a hoax"})
    assert flags(found.claims, ten) == ("retracted", "retracted-by-reviewer")
    assert found.superseded[0].reason == "retracted by a reviewer (R. Viewer: a hoax)"


def test_a_claim_dated_after_its_report_is_flagged_and_an_issue() -> None:
    report = a_report("Jets struck Hajin on 20 December.", "2018-12-13")
    claim = a_claim(report, "Jets struck Hajin", trigger="struck", place="Hajin", on="2018-12-20", by=monitor())
    planned = a_claim(
        report, "Jets struck Hajin on 20 December", trigger="December", place="Hajin", on="2018-12-20", modality="planned"
    )
    found = corrected([report], [claim, planned])
    assert flags(found.claims, claim) == ("dated-after-report",) and flags(found.claims, planned) == ()
    assert [i.code for i in found.issues] == ["claim-after-report"]
    incidents, _ = link_standing(found.claims, by_id(report))
    assert any("dated-after-report" in i.flags and claim.id in i.claim_ids for i in incidents)


def test_a_reviewers_grade_of_an_incident_survives_a_later_version() -> None:
    (first, ten), (second, twelve) = story(10, url=URL), story(12, "2018-12-14", url=URL)
    found = corrected([first, second], [ten, twelve])
    grades = {ten.id: (IncidentStatus.CONFIRMED, "R. Viewer: admitted")}
    (incident,), _ = link_standing(found.claims, by_id(first, second), Constraints(statuses=grades))
    assert incident.status is IncidentStatus.CONFIRMED and incident.id == incident_id(ten.id)


def test_an_incident_keeps_its_id_when_its_first_claim_is_taken_back() -> None:
    (first, ten), (second, twelve), (third, eleven) = story(10), story(12, "2018-12-14", "Post"), story(11, "2018-12-15", "Times")
    reports = by_id(first, second, third)
    (before,), _ = link_standing([ten, twelve, eleven], reports)
    taken_back = replace(ten, flags=("retracted",))
    (after,), _ = link_standing([taken_back, twelve, eleven], reports)
    assert before.id == after.id == incident_id(ten.id)
    assert after.superseded_claim_ids == (ten.id,) and ten.id not in after.claim_ids
    grades = {after.id: (IncidentStatus.CONFIRMED, "R. Viewer: admitted")}
    (graded,), _ = link_standing([taken_back, twelve, eleven], reports, Constraints(statuses=grades))
    assert graded.status is IncidentStatus.CONFIRMED and graded.id == before.id


def test_a_large_ledger_files_what_was_taken_back_where_a_small_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    (first, ten), (second, twelve) = story(10), story(12, "2018-12-14", "Post")
    taken_back = replace(ten, flags=("retracted",))
    others = [
        a_report(f"Shells hit {town} on Monday and killed {n}.", "2018-12-11", f"Outlet {n}") for n, town in enumerate(TOWNS)
    ]
    told = [
        a_claim(r, r.text.rstrip("."), "shelling", trigger="killed", place=town, on="2018-12-10", killed=n)
        for n, (r, town) in enumerate(zip(others, TOWNS, strict=True))
    ]  # fmt: skip
    claims, reports = [taken_back, twelve, *told], by_id(first, second, *others)
    small = link_standing(claims, reports)
    linked: list[int] = []
    monkeypatch.setattr(corrections_linking, "REMEMBERED", 0)
    monkeypatch.setattr(corrections_linking, "link", lambda cs, *rest, **more: linked.append(len(cs)) or link(cs, *rest, **more))
    assert link_standing(claims, reports) == small
    # Of the shells on ten towns only those on Hajin were near enough to be asked about.
    assert linked == [3, len(claims) - 1]


def test_an_id_from_before_an_earlier_report_came_leads_to_the_incident() -> None:
    (first, ten), (second, twelve) = story(10), story(12, "2018-12-14", "Post")
    (old,), _ = link_standing([twelve], by_id(second))
    (now,), _ = link_standing([ten, twelve], by_id(first, second))
    assert old.id != now.id
    assert now_at(old.id, [now]) == now_at(old.id[:20], [now]) == (now,)
    assert now_at("incident-0", [now]) == now_at("", [now]) == ()


def test_the_last_of_three_versions_stands() -> None:
    versions = [story(n, f"2018-12-{13 + k}", url=URL) for k, n in enumerate((10, 12, 15))]
    found = corrected([r for r, _ in versions], [c for _, c in versions])
    assert [bool(c.flags) for c in found.claims] == [True, True, False]
    assert {s.report_id: s.by for s in found.superseded} == {
        versions[0][0].id: versions[1][0].id,
        versions[1][0].id: versions[2][0].id,
    }


def test_addresses_are_one_page_whatever_the_reader_came_from() -> None:
    one = canonical_url("https://www.herald.example/a/b/?utm_medium=x&id=7#c")
    assert one == canonical_url("http://m.herald.example/a/b?id=7&fbclid=9") == "herald.example/a/b?id=7"
    assert canonical_url("https://herald.example/a?id=8") != canonical_url("https://herald.example/a?id=7")
    assert canonical_url("not an address") is None


def test_the_monitors_word_counts_once_over_versions() -> None:
    (first, ten), (second, twelve) = story(10, url=URL), story(12, "2018-12-14", url=URL)
    found = corrected([first, second], [ten, twelve])
    (incident,), _ = link_standing(found.claims, by_id(first, second))
    assert [o.name for o in incident.origins] == [MONITOR]


SHELLED = "Mortars hit the market of Salqin on Tuesday, killing 12 traders, the monitor said."
TAKEN_BACK = (
    "RETRACTION: Herald withdraws its report of 12 March that mortars hit Salqin and killed 12 traders. There was no attack."
)
PUT_RIGHT = "Correction: In a report on March 12, the number of traders killed in Salqin was given as 12. The right figure is 2."


@pytest.mark.parametrize(("words", "change"), [(TAKEN_BACK, Change.RETRACTION), (PUT_RIGHT, Change.CORRECTION)])
def test_a_notice_finds_its_story_by_day_place_and_figure(words: str, change: Change) -> None:
    told = a_report(SHELLED, "2019-03-12", "Herald")
    other = a_report("Mortars hit the market of Harem on Tuesday, killing 12 drivers.", "2019-03-12", "Herald")
    notice = a_report(words, "2019-03-14", "Herald")
    found = corrected([told, other, notice], [])
    assert {(s.report_id, s.change) for s in found.superseded if s.report_id != notice.id} == {(told.id, change)}
    assert found.issues == ()


def test_a_notice_that_fits_two_stories_takes_back_neither() -> None:
    told = a_report(SHELLED, "2019-03-12", "Herald")
    again = a_report("Three more shells fell on Salqin, where 12 died earlier, and shops stayed shut.", "2019-03-12", "Herald")
    notice = a_report(PUT_RIGHT, "2019-03-14", "Herald")
    found = corrected([told, again, notice], [])
    assert found.superseded == ()
    assert [i.code for i in found.issues] == ["correction-unmatched"]


def test_of_a_correction_in_one_sentence_only_what_was_wrong_is_taken_back() -> None:
    wrong, right = "put the dead in Salqin at 12", "the right number of dead is 2"
    notice = a_report(f"Correction: Our report of 12 March {wrong}; {right}.", "2019-03-14", "Herald")
    claims = [
        a_claim(notice, words, "casualty-toll", trigger="dead", place="Salqin", on="2019-03-12", killed=n)
        for words, n in ((wrong, 12), (right, 2))
    ]
    found = corrected([a_report(SHELLED, "2019-03-12", "Herald"), notice], claims)
    assert [c.flags for c in found.claims] == [("retracted", "correction"), ()]


LONG = (
    "Mortars hit the market of Salqin on Tuesday, killing 12 traders, the monitor said. In Harem 7 drivers died when rockets fell on a bus "
    "station. A clinic in Kafr Hud was struck at dusk, and doctors there counted four wounded nurses."
)


@pytest.mark.parametrize(
    "words",
    [
        "Correction: In a report on March 12, the number of traders killed in Salqin was given as 12. The right figure is 2.",
        "Correction: In our report of 12 March, 2 traders were killed in Salqin, not 12.",
    ],
)
def test_a_short_correction_takes_back_the_number_it_names_and_leaves_the_rest(words: str) -> None:
    report, notice = a_report(LONG, "2019-03-12", "Herald"), a_report(words, "2019-03-14", "Herald")
    wrong = a_claim(report, "killing 12 traders", "shelling", trigger="killing", place="Salqin", on="2019-03-12", killed=12)
    right = a_claim(report, "In Harem 7 drivers died", "shelling", trigger="died", place="Harem", on="2019-03-12", killed=7)
    clinic = a_claim(report, "A clinic in Kafr Hud was struck", "shelling", trigger="struck", on="2019-03-12")
    found = corrected([report, notice], [wrong, right, clinic])
    assert [c.flags for c in found.claims] == [("retracted", "correction"), (), ()]
    (superseded,) = found.superseded
    assert superseded.numbers == {"12"} and "the rest stands" in superseded.reason


FORTY = (
    "Jets struck the market of Hajin on Wednesday and killed forty soldiers, the monitor said. In Salqin shells fell on a bakery at dusk, and "
    "rescue workers searched the ruins for those who were still missing that evening."
)


def forty(*, spelled: bool = True) -> tuple[Report, list[Claim]]:
    """Return a story of a strike on forty soldiers and of an unrelated shelling."""
    report = a_report(FORTY if spelled else FORTY.replace("forty", "40"), "2018-12-13", "Herald", url=URL)
    quote = "killed forty soldiers" if spelled else "killed 40 soldiers"
    strike = a_claim(report, quote, "air-strike", trigger="killed", place="Hajin", on="2018-12-12", killed=40)
    shells = a_claim(report, "shells fell on a bakery", "shelling", trigger="fell", place="Salqin", on="2018-12-12")
    return report, [strike, shells]


@pytest.mark.parametrize(
    "words",
    [
        f"Correction: the name of the market in {URL} was misspelt.",
        f"Correction: a photograph published with {URL} showed another town.",
        f"Correction: a photograph of 2017, published with {URL} at 9:06, was not of the 40th brigade.",
    ],
)
@pytest.mark.parametrize("spelled", [True, False])
def test_a_small_correction_that_names_no_figure_takes_nothing_back_and_is_an_issue(words: str, spelled: bool) -> None:
    report, claims = forty(spelled=spelled)
    notice = a_report(words, "2018-12-15", "Herald", url="https://herald.example/corrections")
    found = corrected([report, notice], claims)
    assert [c.flags for c in found.claims] == [(), ()] and found.superseded == ()
    (issue,) = found.issues
    assert issue.code == "correction-unmatched" and f"fogline review retract-report {report.id}" in issue.message


@pytest.mark.parametrize(
    "words",
    [
        f"Correction: Our report {URL} said that forty soldiers had died. The number is fourteen.",
        f"Correction: In {URL}, fourteen soldiers died, not forty.",
        f"Correction: In {URL}, fourteen soldiers died, not 40 as stated.",
    ],
)
@pytest.mark.parametrize("spelled", [True, False])
def test_a_spelled_figure_is_corrected_as_one_in_digits_is(words: str, spelled: bool) -> None:
    report, claims = forty(spelled=spelled)
    notice = a_report(words, "2018-12-15", "Herald", url="https://herald.example/corrections")
    found = corrected([report, notice], claims)
    assert [c.flags for c in found.claims] == [("retracted", "correction"), ()]
    assert [s.numbers for s in found.superseded] == [{"40"}] and found.issues == ()


@pytest.mark.parametrize("words", ["This story has been retracted: {url}", "We have withdrawn our story {url}."])
def test_a_notice_that_takes_a_story_back_takes_back_all_of_it(words: str) -> None:
    report, claims = forty()
    notice = a_report(words.format(url=URL), "2018-12-15", "Herald", url="https://herald.example/corrections")
    found = corrected([report, notice], claims)
    assert [c.flags for c in found.claims] == [("retracted", "retraction")] * 2


def test_an_article_that_amends_itself_leaves_the_story_it_links_to_alone() -> None:
    report, claims = forty()
    text = f"Ministers met in Geneva to talk of detainees, a week after the strike ({URL}). This article was amended to correct a name."
    found = corrected([report, a_report(text, "2018-12-15", "Herald", url="https://herald.example/talks")], claims)
    assert [c.flags for c in found.claims] == [(), ()] and found.issues == ()


def test_a_correction_that_tells_the_story_anew_takes_back_all_of_it() -> None:
    report = a_report(LONG, "2019-03-12", "Herald", url=URL)
    again = a_report(
        "Correction: the number of traders has been corrected. " + LONG.replace("12", "2"), "2019-03-14", "Herald", url=URL
    )
    harem = a_claim(report, "In Harem 7 drivers died", "shelling", trigger="died", place="Harem", on="2019-03-12", killed=7)
    found = corrected([report, again], [harem])
    assert [c.flags for c in found.claims] == [("retracted", "correction")]
