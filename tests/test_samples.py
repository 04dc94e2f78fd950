"""The packaged sample reports: ours, marked as samples, and as varied as the manifest says."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html

SAMPLES = Path(__file__).parents[1] / "src" / "fogline" / "data" / "samples"
REPORTS = SAMPLES / "reports"
NOTE = "Sample report written for Fogline; the outlet is invented, the events are public record."
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
MANIFEST: dict[str, Any] = json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))

PAGES = sorted(REPORTS.glob("*.html"))
TEXTS = sorted(REPORTS.glob("*.txt"))
LINES = sorted(REPORTS.glob("*.jsonl"))
FEEDS = sorted(REPORTS.glob("*.xml"))

# Outlets that exist. A sample under one of these names would put our words into their mouths.
REAL_OUTLETS = {
    "afp", "agence france-presse", "al arabiya", "al jazeera", "al-monitor", "anadolu", "anf", "ap", "arab news",
    "asharq al-awsat", "associated press", "bbc", "cnn", "daily sabah", "daily star", "deutsche welle", "dpa", "enab baladi",
    "eurasia daily", "financial times", "fox news", "france 24", "haaretz", "hawar", "hurriyet", "interfax", "irish times",
    "kurdistan 24", "le monde", "los angeles times", "middle east eye", "new arab", "new york times", "npr", "orient news",
    "plain dealer", "press tv", "reuters", "ria novosti", "rt", "rudaw", "sana", "sky news", "sputnik", "syria direct",
    "syrian observer", "tass", "the guardian", "the independent", "the national", "the times", "trt", "voice of america",
    "wall street journal", "washington post", "xinhua", "zaman",
}  # fmt: skip


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for path in LINES for line in path.read_text(encoding="utf-8").splitlines()]


def entries() -> list[ElementTree.Element]:
    return [item for path in FEEDS for item in ElementTree.parse(path).getroot().iter("item")]


def visible_text(path: Path) -> str:
    """Return what a reader sees of a page, paragraphs a line each."""
    tree = lxml_html.fromstring(path.read_bytes())
    for hidden in tree.xpath("//script | //style | //head"):
        hidden.drop_tree()
    blocks = (" ".join(e.text_content().split()) for e in tree.xpath("//*[not(.//p or .//div or .//li)]") if e.tag in BLOCKS)
    return "\n".join(block for block in blocks if block)


BLOCKS = {"p", "div", "h1", "h2", "h3", "figcaption", "time", "li", "font", "td"}


def report_text(entry: dict[str, Any]) -> str:
    """Return the text of the report that a manifest entry names."""
    path: Path = SAMPLES / str(entry["file"])
    if path.suffix == ".html":
        return visible_text(path)
    if path.suffix == ".jsonl":
        return next(str(r["text"]) for r in records() if r["id"] == entry["record"])
    if path.suffix == ".xml":
        markup = next(e.findtext(CONTENT) or "" for e in entries() if e.findtext("guid") == entry["record"])
        return "\n".join(p.text_content() for p in lxml_html.fromstring(f"<div>{markup}</div>").xpath("//p"))
    return path.read_text(encoding="utf-8")


ENTRIES: list[dict[str, Any]] = MANIFEST["reports"]
named = pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["record"] or Path(e["file"]).stem)


def test_there_are_enough_reports_in_every_format() -> None:
    assert len(PAGES) >= 10
    assert len(TEXTS) >= 6
    assert len(records()) >= 6
    assert len(entries()) >= 4
    assert len(ENTRIES) >= 26


def test_manifest_lists_every_report_once() -> None:
    listed = [(e["file"], e["record"]) for e in ENTRIES]
    there: list[tuple[str, str | None]] = [(f"reports/{p.name}", None) for p in PAGES + TEXTS]
    there += [(f"reports/{LINES[0].name}", r["id"]) for r in records()]
    there += [(f"reports/{FEEDS[0].name}", e.findtext("guid")) for e in entries()]
    assert sorted(map(str, listed)) == sorted(map(str, there))


def test_readable_manifest_and_manifest_for_programs_agree() -> None:
    page = (SAMPLES / "MANIFEST.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and "`reports/" in line]
    assert len(rows) == len(ENTRIES)
    for row, entry in zip(rows, ENTRIES, strict=True):
        assert f"`{entry['file']}`" in row
        assert entry["outlet"] in row and entry["shows"] in row and entry["facts"] in row


@named
def test_every_report_says_that_it_is_a_sample(entry: dict[str, Any]) -> None:
    text = report_text(entry)
    assert NOTE.casefold() in text.casefold()
    if entry["file"].endswith((".txt", ".jsonl", ".xml")):
        assert text.strip().splitlines()[-1].casefold() == NOTE.casefold()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_every_page_says_so_in_a_meta_tag_too(page: Path) -> None:
    tree = lxml_html.fromstring(page.read_bytes())
    assert tree.xpath('//meta[@name="fogline-sample"]/@content') == [NOTE]


@named
def test_report_has_the_length_of_a_news_report(entry: dict[str, Any]) -> None:
    words = len(report_text(entry).split())
    assert (80 if "arabic" in entry["file"] else 150) <= words <= 520


@named
def test_outlet_is_not_a_real_one(entry: dict[str, Any]) -> None:
    name = entry["outlet"].casefold()
    assert name not in REAL_OUTLETS and name.removeprefix("the ") not in REAL_OUTLETS


@named
def test_nobody_is_quoted_at_length(entry: dict[str, Any]) -> None:
    # Real officials appear in the samples, so what they say must not look like a transcript.
    quoted = re.findall(r"[\"“«]([^\"”»]*)[\"”»]", report_text(entry))
    assert [q for q in quoted if len(q.split()) > 3] == []


@named
def test_addresses_are_reserved_for_examples(entry: dict[str, Any]) -> None:
    raw = (SAMPLES / entry["file"]).read_text(encoding="utf-8")
    allowed = ("schema.org", "purl.org", "www.w3.org")
    hosts = {h for h in re.findall(r"https?://([\w.-]+)", raw) if not h.startswith(allowed)}
    assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page_parses_with_a_headline_and_a_menu(page: Path) -> None:
    tree = lxml_html.fromstring(page.read_bytes())
    assert len(tree.xpath("//h1")) == 1
    links = tree.xpath("//nav//a | //ul[@class='menu']/li | //div[@role='navigation']/a | //div[@class='nav']//a | //td[1]/a")
    assert len(links) >= 4


def test_pages_mark_their_parts_in_different_ways() -> None:
    markup = {page: page.read_text(encoding="utf-8") for page in PAGES}
    for sign in ("<article", "<figcaption", "<table", "application/ld+json", "og:site_name", "<time ", "LiveBlogPosting"):
        assert any(sign in text for text in markup.values()), sign
        if sign != "og:site_name":
            assert any(sign not in text for text in markup.values()), sign
    for words in ("Read more:", "cookies", "translated automatically", "Most read", "Correction: an earlier version said"):
        assert any(words in text for text in markup.values()), words


def test_structured_data_in_pages_is_json() -> None:
    blocks = [
        b for page in PAGES for b in lxml_html.fromstring(page.read_bytes()).xpath('//script[@type="application/ld+json"]/text()')
    ]
    assert len(blocks) >= 3
    assert all(json.loads(block)["@context"] == "https://schema.org" for block in blocks)


def test_json_records_carry_date_outlet_and_title() -> None:
    for record in records():
        assert date(2018, 1, 20) <= date.fromisoformat(record["date"]) <= date(2019, 3, 31)
        assert record["outlet"] and record["title"] and record["note"] == NOTE
    assert len({r["id"] for r in records()}) == len(records())
    assert len({r["outlet"] for r in records()}) >= 3


def test_feed_entries_carry_full_content_and_a_date() -> None:
    for entry in entries():
        assert len(entry.findtext(CONTENT) or "") > len(entry.findtext("description") or "")
        assert re.fullmatch(r"\w{3}, \d\d \w{3} 20(18|19) [\d:]{8} \+0000", entry.findtext("pubDate") or "")


def test_weekdays_of_feed_dates_are_right() -> None:
    from email.utils import parsedate_to_datetime

    for entry in entries():
        stamp = entry.findtext("pubDate") or ""
        assert parsedate_to_datetime(stamp).strftime("%a") == stamp[:3]


def test_weekdays_printed_with_a_date_are_right() -> None:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    days = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    found = 0
    for path in PAGES + TEXTS:
        for weekday, day, month, year in re.findall(rf"({days}),? (\d+) ({months}) (20\d\d)", path.read_text(encoding="utf-8")):
            found += 1
            number = months.split("|").index(month) + 1
            assert date(int(year), number, int(day)).strftime("%A") == weekday, path.name
    assert found >= 4


def test_only_the_undated_report_has_no_date() -> None:
    undated = [e for e in ENTRIES if e["date"] is None]
    assert [Path(e["file"]).name for e in undated] == ["undated-tollhouse-review-susah.txt"]
    assert not re.search(r"\b(2018|2019)\b", report_text(undated[0]))
    for entry in ENTRIES:
        if entry["file"].endswith(".txt") and entry["date"]:
            assert str(date.fromisoformat(entry["date"]).year) in report_text(entry)


def test_one_agency_text_is_in_capitals() -> None:
    capitals = [p for p in TEXTS if p.read_text(encoding="utf-8").isupper()]
    assert [p.name for p in capitals] == ["2018-03-18-harbour-wire-afrin-falls.txt"]


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter text's five-word runs that the longer one has too."""
    runs = []
    for text in (left, right):
        words = re.findall(r"\w+", text.casefold())
        runs.append({tuple(words[i : i + 5]) for i in range(len(words) - 4)})
    return len(runs[0] & runs[1]) / min(map(len, runs))


def test_two_outlets_copy_one_agency_text() -> None:
    original = (REPORTS / "2018-12-14-harbour-wire-hajin-captured.txt").read_text(encoding="utf-8")
    full = visible_text(REPORTS / "2018-12-14-quayside-herald-hajin-captured.html")
    trimmed = visible_text(REPORTS / "2018-12-15-eastern-star-daily-jihadists-lose-hajin.html")
    assert overlap(original, full) > 0.9
    assert overlap(original, trimmed) > 0.7
    assert len(trimmed) < 0.8 * len(full)
    assert original.splitlines()[0] not in trimmed
    assert "Harbour Wire" in full and "Harbour Wire" in trimmed


def test_other_reports_are_no_copies_of_each_other() -> None:
    wire = "hajin-captured", "jihadists-lose-hajin"
    texts = [
        (e["record"] or e["file"], report_text(e).replace(NOTE, "")) for e in ENTRIES if not any(w in e["file"] for w in wire)
    ]
    for position, (left, left_text) in enumerate(texts):
        for right, right_text in texts[position + 1 :]:
            # Outlets print their own menus on each page; two sentences in common would still exceed this.
            assert overlap(left_text, right_text) < 0.25, (left, right)


def test_a_figure_grows_over_three_days() -> None:
    figures = [("2018-11-24", "24 "), ("2018-11-25", "47 "), ("2018-11-26", "92 ")]
    for day, figure in figures:
        of_day = [report_text(e) for e in ENTRIES if e["date"] == day]
        assert len(of_day) == 1 and figure in of_day[0]


def test_arabic_report_is_in_arabic() -> None:
    text = (REPORTS / "2018-12-14-green-window-hajin-arabic.html").read_text(encoding="utf-8")
    assert 'lang="ar"' in text
    assert len(re.findall(r"[\u0600-\u06ff]+", text)) > 80


def test_text_is_plain_utf8_without_odd_characters() -> None:
    for path in [*PAGES, *TEXTS, *LINES, *FEEDS]:
        text = path.read_bytes().decode("utf-8")
        assert "\r" not in text and "\u00a0" not in text and "\ufeff" not in text
