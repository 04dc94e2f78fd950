"""One capture in, a report or a clear answer out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from fogline.intake.article import reports_from
from fogline.intake.capture import Capture, Hints
from fogline.intake.report import DateBasis, PartKind, Report
from fogline.issue import Issue
from fogline.settings import Settings

PAGE = """<!doctype html><html lang="en"><head><title>Shells hit Kafr Nour | The Test Gazette</title>
<meta property="og:site_name" content="The Test Gazette"><meta property="article:published_time" content="2018-12-13T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Shells hit the market of Kafr Nour</h1><p class="standfirst">Doctors say that the wounded were taken across the river</p>
<figure><img src="x.jpg"><figcaption>(FILES) Smoke over the old bridge in October, when another strike killed three. / AFP /</figcaption></figure>
<p>KAFR NOUR (Reuters) - Rocket fire hit the market of Kafr Nour on Wednesday, killing at least six people, two doctors said.</p>
<p>The army denied that its batteries had fired. A monitor said that it could not tell who was responsible for the attack.</p>
<p>Read more: Who holds the river towns?</p>
<p>Residents said that the road to the hospital was closed for several hours after the attack on the town.</p></article>
<footer>© The Test Gazette. All rights reserved.</footer></body></html>"""


def taken(
    data: bytes | str, location: str = "page.html", media_type: str | None = None, hints: Hints | None = None
) -> tuple[tuple[Report, ...], tuple[Issue, ...]]:
    data = data.encode() if isinstance(data, str) else data
    return reports_from(Capture(data, location, media_type, hints=hints or Hints()), Settings())


def kinds(report: Report) -> dict[PartKind, list[str]]:
    out: dict[PartKind, list[str]] = {}
    for part in report.parts:
        out.setdefault(part.kind, []).append(part.span.of(report.text))
    return out


def test_page_is_taken_apart_and_menus_are_left_out() -> None:
    (report,), _ = taken(PAGE)
    parts = kinds(report)
    assert parts[PartKind.HEADLINE] == ["Shells hit the market of Kafr Nour"]
    assert parts[PartKind.STANDFIRST] == ["Doctors say that the wounded were taken across the river"]
    assert parts[PartKind.CAPTION][0].startswith("(FILES) Smoke over the old bridge")
    assert parts[PartKind.DATELINE] == ["KAFR NOUR (Reuters) -"]
    assert parts[PartKind.FURNITURE] == ["Read more: Who holds the river towns?"]
    assert "Home" not in report.text and "All rights reserved" not in report.text


def test_page_tells_its_outlet_date_and_agency() -> None:
    (report,), _ = taken(PAGE)
    assert report.outlet == "The Test Gazette"
    assert (report.published_on, report.date_basis) == (date(2018, 12, 13), DateBasis.METADATA)
    assert "Reuters" in [c.agency for c in report.credits]


def test_parts_follow_each_other_without_overlap() -> None:
    (report,), _ = taken(PAGE)
    for before, after in zip(report.parts, report.parts[1:], strict=False):
        assert before.span.end <= after.span.start


def test_told_an_agency_is_no_credit() -> None:
    (report,), _ = taken("A commander told AFP that his men had left the town on Monday.", "a.txt")
    assert report.credits == ()


def test_wire_text_in_capitals_is_english_with_a_date_in_its_dateline() -> None:
    text = "TOWN FALLS\n\nPORT ALBA, 3 JAN 90 -- THE ARMY SAID THAT FIVE SOLDIERS WERE KILLED IN A CLASH WITH GUERRILLAS NEAR THE TOWN ON TUESDAY NIGHT."
    (report,), issues = taken(text, "a.txt")
    assert (report.language, report.published_on, report.date_basis) == ("en", date(1990, 1, 3), DateBasis.DATELINE)
    assert issues == ()


def test_a_date_inside_the_story_is_not_the_date_of_publication() -> None:
    (report,), issues = taken(
        "The army, which took the town on 3 January 2012, withdrew its last troops, residents said by telephone.", "a.txt"
    )
    assert report.published_on is None
    assert [i.code for i in issues] == ["no-date"]
    assert "--date YYYY-MM-DD" in issues[0].message


STORY = "Hundreds of people were killed when fighters overran the district, residents who had crossed the border said."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (f"ADRE, Nov. 7, 2023. {STORY}", date(2023, 11, 7)),
        (f"Situation update no. 41 on the river provinces (20 February 2025)\n\n{STORY}", date(2025, 2, 20)),
        (f"River provinces: humanitarian flash update, 14 May 2025\n\n{STORY}", date(2025, 5, 14)),
        (
            f"Market burned, forty dead\nRiver provinces: daily humanitarian note, Wednesday, 14 May 2025\n{STORY}",
            date(2025, 5, 14),
        ),
        (f"Ouagadougou, 26 August 2024: {STORY}", date(2024, 8, 26)),
        (f"NIAMEY, March 22, 2025 (Agency) {STORY}", date(2025, 3, 22)),
        (f"Deir ez-Zor, Tuesday, 3 May 2016 | {STORY}", date(2016, 5, 3)),
        (f"Many dead in the east\n\nYangon, 3 May 2024. {STORY}", date(2024, 5, 3)),
    ],
)
def test_a_day_behind_a_place_or_at_the_end_of_a_title_is_the_reports(head: str, day: date) -> None:
    (report,), _ = taken(head, "a.txt")
    assert (report.published_on, report.date_basis) == (day, DateBasis.DATELINE)


@pytest.mark.parametrize(
    "head",
    [
        f"On 3 May 2012. {STORY}",
        f"The army of the river provinces withdrew its last troops on Friday, 14 May 2012\n{STORY}",
        f"Soldiers who had taken the town on 3 May 2012: {STORY}",
        f"3 May 2012: The army shelled the town of Kafr Nour.\n14 May 2012: The rebels left the town of Kafr Nour.\n{STORY}",
        f"{STORY}\n{STORY}\n{STORY[:-1]}, 14 May 2012\n{STORY}",
    ],
)
def test_a_day_of_a_sentence_or_of_a_chronology_is_not_the_reports(head: str) -> None:
    (report,), _ = taken(head, "a.txt")
    assert report.published_on is None


def test_the_date_that_the_user_gives_wins() -> None:
    (report,), _ = taken(PAGE, hints=Hints(published_on=date(2018, 12, 14)))
    assert (report.published_on, report.date_basis) == (date(2018, 12, 14), DateBasis.GIVEN)


def test_the_text_of_a_record_is_kept_as_sent() -> None:
    text = "Two killed in Kafr Nour. The title is not in the text."
    (report,), _ = taken(
        json.dumps({"id": "r1", "date": "2016-10-02", "text": text, "title": "A title", "outlet": "Sana"}),
        "r.jsonl:1",
        "application/json",
    )
    assert (report.text, report.title, report.external_id, report.outlet) == (text, "A title", "r1", "Sana")


def test_record_without_text_names_the_keys_it_has() -> None:
    reports, (issue,) = taken('{"id": "r1", "body": "x"}', "r.jsonl:1", "application/json")
    assert reports == ()
    assert issue.code == "no-text-field" and "id, body" in issue.message


@pytest.mark.parametrize("url", ["http://[bad/x", "http://a]b/", "https://ada:s3cret@[bad/x", "http://\u2100.example/"])
def test_a_report_with_an_address_that_is_none_is_kept_without_it(url: str) -> None:
    record = json.dumps({"text": "Two killed in Kafr Nour.", "date": "2018-12-13", "outlet": "Sana", "url": url})
    (report,), (issue,) = taken(record, "r.jsonl:1", "application/json")
    assert report.url is None
    assert (
        issue.code == "bad-address" and issue.message.startswith("r.jsonl:1: the address 'http") and "s3cret" not in issue.message
    )
    (page,), issues = taken(PAGE, hints=Hints(url=url))
    assert page.url is None and [i.code for i in issues] == ["bad-address"]


def test_credentials_in_an_address_reach_neither_report_nor_issue() -> None:
    address = "https://ada:s3cret@wire.example/mill"
    record = json.dumps({"text": "Two killed in Kafr Nour.", "url": address})
    bare = (
        "<html><body><article><p>" + "Rocket fire hit the market of Kafr Nour on Wednesday. " * 4 + "</p></article></body></html>"
    )
    canonical = bare.replace("<body>", f'<head><link rel="canonical" href="{address}"></head><body>')
    found = [
        taken(record, "r.jsonl:1", "application/json"),
        taken(PAGE, address),
        taken(bare, address),
        taken(canonical, "page.html"),
        taken("Two killed in Kafr Nour.", address, "text/plain"),
        taken("Two killed in Kafr Nour.", "feed.xml#1", "text/plain", Hints(url=address)),
    ]
    for (report,), issues in found:
        assert report.url == "https://wire.example/mill"
        assert "s3cret" not in f"{report} {issues}"
    _, (issue,) = taken("", address)
    assert (issue.message, issue.location) == ("https://wire.example/mill is empty.", "https://wire.example/mill")


@pytest.mark.parametrize(
    ("data", "location", "code"),
    [
        (b"", "empty.txt", "empty"),
        (b"", "zero.html", "empty"),
        (b"  \n ", "blank.txt", "empty"),
        (b"\x00\x01\x02" * 100, "noise.txt", "not-text"),
        (b"%PDF-1.4 stuff", "scan.pdf", "not-text"),
        (b"<html><body><nav><a href=/a>Home</a><a href=/b>News</a></nav></body></html>", "menu.html", "no-article-text"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_raised(data: bytes, location: str, code: str) -> None:
    reports, issues = taken(data, location)
    assert reports == ()
    assert [i.code for i in issues] == [code]
    assert location in issues[0].message


def test_wrong_encoding_is_read_and_said() -> None:
    text = "The militia’s café bombing killed four people in the old town, the mayor said on Monday after a déjà-vu of sirens."
    (report,), issues = taken(text.encode("cp1252"), "a.txt")
    assert "encoding-guessed" in [i.code for i in issues]
    assert "killed four people" in report.text


def test_language_that_the_reader_does_not_know_is_kept_and_said() -> None:
    text = "قالت القوات إنها دخلت البلدة بعد معارك استمرت ثلاثة أيام في الريف الشرقي وإن المدنيين خرجوا نحو الشمال"
    (report,), issues = taken(text, "a.txt")
    assert report.text == text
    assert "unknown-language" in [i.code for i in issues]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Date\tPlace\tKilled\tSource\n" + "".join(f"{d} March 2019\tKafr Nour\t{d}\tmonitor\n" for d in range(1, 30)), "en"),
        (
            "Date\tLieu\tTués\tSource\n"
            + "".join(f"{d} mars 2019\tKafr Nour\t{d} morts dans le village\n" for d in range(1, 30)),
            "fr",
        ),
        (
            "The dead of the market: Ahmad Khalil Mansour, Yusuf Ibrahim Darwish, Layla Qasim, Omar Saleh Jabbour, Mariam Nasser",
            "en",
        ),
        ("Войска обстреляли город утром, убито двенадцать человек. The mayor said that shelling of the town went on.", "en"),
        ("a" * 5000, None),
    ],
    ids=["table", "french table", "names", "half English", "one word"],
)
def test_a_text_is_called_foreign_only_on_evidence(text: str, language: str | None) -> None:
    (report,), _ = taken(text, "a.txt")
    assert report.language == language


def test_a_text_that_is_half_in_another_script_is_read_and_said() -> None:
    text = "قصفت القوات بلدة كفر نور يوم الثلاثاء. The army shelled the town of Kafr Nour on Tuesday, the monitor said."
    (report,), issues = taken(text, "a.txt")
    assert report.language == "en"
    assert "mixed-language" in [i.code for i in issues]


def test_a_post_of_nothing_but_short_lines_is_no_menu() -> None:
    text = "\n".join(
        ["Heavy shelling", "on Kafr Nour", "12 killed", "the monitor", "said", "army artillery", "hits homes", "in Idlib"] * 3
    )
    (report,), _ = taken(text, "a.txt")
    assert PartKind.FURNITURE not in kinds(report)


def test_a_report_from_tomorrow_is_kept_and_said() -> None:
    (report,), issues = taken("Published 5 July 2099\n\nThe army said on Monday that it had taken the town.", "a.txt")
    assert report.published_on == date(2099, 7, 5)
    assert "future-date" in [i.code for i in issues]


def test_fifty_megabytes_are_kept_whole_and_said_to_be_unread() -> None:
    data = b"Shelling hit the town on Wednesday, the monitor said. " * 1_000_000
    (report,), issues = taken(data, "big.txt")
    assert len(report.text) == len(data)
    assert "too-long" in [i.code for i in issues]


def test_one_report_under_two_outlets_is_two_reports_with_one_content() -> None:
    first, second = (
        taken("Two soldiers were killed near the dam.", "a.txt", hints=Hints(outlet=o))[0][0] for o in ("Alpha", "Beta")
    )
    assert first.id != second.id
    assert first.content_hash == second.content_hash


def test_translation_notice_is_found_and_is_furniture() -> None:
    (report,), issues = taken(
        "Town falls\n\nThis article was machine-translated\n\nThe army entered the town on Monday, officials said.", "a.txt"
    )
    assert report.translation_notice is not None
    assert report.translation_notice.of(report.text) == "This article was machine-translated"
    assert kinds(report)[PartKind.FURNITURE] == ["This article was machine-translated"]
    assert "translated" in [i.code for i in issues]
