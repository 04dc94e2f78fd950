"""What an attacker, a bad export or a very large file must not do."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.article import reports_from
from fogline.intake.capture import Capture, Hints
from fogline.intake.decode import decode
from fogline.intake.duplicates import near_copies
from fogline.intake.fetch import fetch
from fogline.intake.language import language_code, language_of
from fogline.intake.normalise import normalise, normalise_with_map
from fogline.intake.parts import credits_in, dateline_in, parts_of, translation_notice, worded_kind
from fogline.intake.published import stated_day
from fogline.intake.report import PartKind, Report
from fogline.intake.sources import captures_from
from fogline.issue import Issue
from fogline.settings import Settings

# Letters that melt into their neighbours, and what is dropped between them.
MELTING = st.text(
    alphabet=st.sampled_from("e\u0301\u0323\u0344\u1100\u1161\u11a8\u09c7\u09be\u1025\u102e\r\n\x85\u200b\ufeff\ud800é가")
)


@given(MELTING)
def test_text_and_map_agree_where_letters_melt(text: str) -> None:
    mapped, offsets = normalise_with_map(text)
    assert mapped == normalise(text) == normalise(mapped)
    assert len(offsets) == len(mapped) and offsets == sorted(offsets)
    assert unicodedata.is_normalized("NFC", mapped)


def test_a_page_break_does_not_glue_two_words() -> None:
    assert normalise("the town\x0cThe army\u2028left") == "the town\nThe army\nleft"


def test_the_non_joiner_that_persian_spells_with_stays() -> None:
    assert normalise("می\u200cرود") == "می\u200cرود"


def test_an_endless_pile_of_accents_is_left_uncomposed() -> None:
    text = "e" + "\u0301\u0323" * 50_000
    assert normalise(text) == text


@given(st.text(alphabet="ABCabc ./-–—()[]|:,©\n\u00a0019", max_size=300))
def test_parts_of_any_text_are_in_order_and_hold_all_its_words(text: str) -> None:
    text = normalise(text)
    parts = parts_of(text)
    for before, after in pairwise(parts):
        assert before.span.end <= after.span.start
    held = "".join(p.span.of(text) for p in parts)
    assert "".join(held.split()) == "".join(text.split())
    assert all(c.span.of(text) for c in credits_in(text))


@pytest.mark.parametrize(
    "line", ["MOSCOW" + " " * 5000 + "x", "By " + "A" * 280 + "!", "\u00a0" * 290, "(AFP)" + " " * 4000 + "x"]
)
def test_lines_made_to_stall_a_pattern_are_plain_text(line: str) -> None:
    assert worded_kind(line) is None
    assert dateline_in(line) == 0
    assert translation_notice(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Updated: 3 March 2019, 04:31",
        "Update: Sunday, March 3, 2019 at 4:31 p.m. EST.",
        "UPDATED ON: 3 Mar 2019 by Ada Byrne",
        "Last updated: the council of the town of Harl has met.",
        "(c) The Harl Post",
        "(c) 2019 The Harl Post and its partners in four countries.",
        "(c) The Harl Post. This text may not be published, sent or copied.",
        "© The Harl Post and its partners in four countries.",
        "Watch: how the siege of the town went on",
    ],
)
def test_stamps_and_rights_of_a_page_are_furniture(line: str) -> None:
    assert worded_kind(line) is PartKind.FURNITURE


@pytest.mark.parametrize(
    "line",
    [
        "Recommended by the council, the truce began on Monday.",
        "Listen now, the general said: we will take the town.",
        "Most read the statement as a threat.",
        "See also that the convoy gets through, the envoy told them.",
        "The village was shelled, handout photographs showed on Monday.",
        "Files seized by the army prove it, he said.",
        "The letter, translated from Arabic by the paper, named two officers.",
        "By Monday the army had taken the town.",
        "UPDATE: The toll in the raid on Harl rose to 10, nurses said.",
        "Updated: Ten dead in Harl",
        "Updated: It fell to them",
        "(c) Troops shelled Harl on Sunday, killing three farmers.",
    ],
)
def test_prose_that_begins_like_a_button_or_a_caption_is_read(line: str) -> None:
    assert [p.kind for p in parts_of(line)] == [PartKind.BODY]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("DAMASCUS, Dec. 13 (Xinhua) -- Troops left.", "DAMASCUS, Dec. 13 (Xinhua) --"),
        ("AL-TANF GARRISON, Syria (AP) — Troops left.", "AL-TANF GARRISON, Syria (AP) —"),
        ("MOSCOW, December 13. /TASS/. Troops left.", "MOSCOW, December 13. /TASS/."),
        ("Aleppo, Syria — Troops left.", "Aleppo, Syria —"),
        ("(Reuters) December 13, 2018 - Troops left.", "(Reuters) December 13, 2018 -"),
        ("ROME (ITALY), 28 APR 89 (ANSA) -- TROOPS LEFT.", "ROME (ITALY), 28 APR 89 (ANSA) --"),
        ("ISIL - the armed group - said that it had won.", ""),
        ("Turkey — a member of the alliance — said no.", ""),
        ("Mr Bali (a spokesman) - said no.", ""),
    ],
)
def test_dateline_needs_more_than_a_dash(line: str, head: str) -> None:
    assert line[: dateline_in(line)].rstrip() == head


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The army left.\n\n- Associated Press", ["AP"]),
        ("The army left the town on Monday.-AFP", ["AFP"]),
        ("The army left.\n\nThe Associated Press contributed to this report.", ["AP"]),
        ("The army left.\n\nReporting by A. B.; Editing by C. D.", ["Reuters"]),
        ("The army left, SANA said, and Reuters could not verify it.", []),
    ],
)
def test_agency_is_credited_only_where_the_report_credits_it(text: str, agencies: list[str]) -> None:
    assert [c.agency for c in credits_in(text)] == agencies


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    text = (
        "The army entered the town at dawn and met no resistance there, the\nministry said in a statement that was read out on state television\n"
        "by a spokesman who gave no figures for the losses of either of the\ntwo sides in the last days of the siege and took no questions from\nthe press.\n\nA second paragraph."
    )
    assert [p.kind for p in parts_of(text)] == [PartKind.BODY, PartKind.BODY]


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2018-12-13T23:30:00-05:00", date(2018, 12, 13), datetime(2018, 12, 14, 4, 30, tzinfo=UTC)),
        ("2018-12-13T08:00:00", date(2018, 12, 13), None),
        ("Thu, 13 Dec 2018 08:00:00 +0200", date(2018, 12, 13), datetime(2018, 12, 13, 6, 0, tzinfo=UTC)),
        ("1/2/2018", None, None),
        ("yesterday", None, None),
    ],
)
def test_stated_day_is_the_day_as_written(value: str, day: date | None, moment: datetime | None) -> None:
    assert stated_day(value) == (day, moment)


def test_record_whose_date_is_no_date_says_so_with_the_value() -> None:
    record = {"text": "Two soldiers were killed near the dam.", "date": "last week"}
    (report,), issues = reports_from(Capture(json.dumps(record).encode(), "r.jsonl:1", "application/json"), Settings())
    assert report.published_on is None
    assert [i.code for i in issues] == ["bad-date", "no-date"]
    assert "'last week'" in issues[0].message


@pytest.mark.parametrize(("said", "code"), [("English", "en"), ("en-GB", "en"), ("eng", "en"), ("Arabic", "ar"), ("??", None)])
def test_language_is_known_by_any_of_its_usual_names(said: str, code: str | None) -> None:
    assert language_code(said) == code


def test_a_few_words_of_english_are_no_norwegian() -> None:
    assert language_of("Two killed in Kafr Nour") is None


def test_packed_bytes_are_no_text_even_without_a_zero_byte() -> None:
    noise = bytes((n * 7919 + n // 3) % 255 + 1 for n in range(20_000))
    text, (issue,) = decode(noise, "noise.bin")
    assert text is None and issue.code == "not-text"


def test_charset_that_the_server_names_is_used() -> None:
    text, issues = decode("Армия вошла в город".encode("koi8-r"), "http://wire.example/1", "text/html; charset=koi8-r")
    assert (text, issues) == ("Армия вошла в город", ())


def test_caption_of_another_storys_teaser_is_not_taken() -> None:
    words = (
        "Soldiers crossed the river at dawn and reached the edge of the town, a monitoring group and two residents said on Monday. "
        * 2
    )
    page = (
        f"<html><body><main><article><h1>Soldiers cross the river</h1><figure><figcaption>Smoke over the bridge on Monday</figcaption></figure>"
        f"<p>{words}</p><p>Later {words}</p><p>At night {words}</p></article></main>"
        "<aside><figure><figcaption>Rebels parade in another country</figcaption></figure></aside></body></html>"
    )
    (report,), _ = reports_from(Capture(page.encode(), "page.html"), Settings())
    assert [p.span.of(report.text) for p in report.parts if p.kind is PartKind.CAPTION] == ["Smoke over the bridge on Monday"]


def test_year_of_a_copyright_line_is_no_date_of_publication() -> None:
    words = "Soldiers crossed the river at dawn and reached the edge of the town, a monitoring group and two residents said. " * 3
    page = f"<html><body><article><h1>Soldiers cross</h1><p>{words}</p></article><footer>© 2019 The Test Gazette</footer></body></html>"
    (report,), issues = reports_from(Capture(page.encode(), "page.html"), Settings())
    assert report.published_on is None and "no-date" in [i.code for i in issues]


def test_outlet_that_is_only_a_domain_is_said_to_be_one() -> None:
    hints = Hints(url="http://www.test-gazette.co.uk/a", published_on=date(2018, 12, 13))
    (report,), issues = reports_from(Capture(b"Two soldiers were killed near the dam.", "a.txt", hints=hints), Settings())
    assert report.outlet == "test-gazette.co.uk"
    assert [i.code for i in issues] == ["outlet-from-domain"]


WIRE = (
    "Government troops entered the river town on {day} after two weeks of shelling, the defence ministry said in a statement. Residents reached by "
    "telephone said that columns of vehicles had crossed the old bridge at dawn and that shops stayed shut until the evening."
)


def test_a_wire_that_a_hundred_outlets_carry_is_one_group() -> None:
    reports = [Report(f"r{n:03}", WIRE.format(day="Monday"), (), "", "", published_on=date(2018, 12, 3)) for n in range(100)]
    (group,) = near_copies(reports)
    assert len(group.report_ids) == 100


def test_a_report_given_twice_is_not_its_own_copy() -> None:
    report = Report("r", WIRE.format(day="Monday"), (), "", "", published_on=date(2018, 12, 3))
    assert near_copies([report, report]) == ()


def taken(source: Path | str, **limits: int) -> tuple[list[Capture], list[Issue]]:
    items = list(captures_from(str(source), Settings(**limits)))  # type: ignore[arg-type]
    return [i for i in items if isinstance(i, Capture)], [i for i in items if isinstance(i, Issue)]


def test_lines_are_known_by_how_they_begin(tmp_path: Path) -> None:
    path = tmp_path / "export.data"
    path.write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    captures, issues = taken(path)
    assert [c.location for c in captures] == [f"{path}:1", f"{path}:2"] and issues == []


def test_standard_input_may_be_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "a"}\n{bad\n')))
    captures, issues = taken("-")
    assert len(captures) == 1 and [i.location for i in issues] == ["standard input:2"]


def test_line_over_the_limit_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"text": "x" * 300}) + '\n{"text": "b"}\n')
    captures, issues = taken(path, max_item_bytes=100)
    assert [c.location for c in captures] == [f"{path}:2"]
    assert [(i.code, i.location) for i in issues] == [("too-large", f"{path}:1")]


def test_archive_that_breaks_off_gives_what_was_before(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": os.urandom(30).hex()}).encode() + b"\n" for _ in range(2000))
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-5000])
    captures, issues = taken(path)
    assert len(captures) > 500 and [i.code for i in issues] == ["unreadable-file"]


def test_what_a_folder_leaves_aside_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "round").symlink_to(tmp_path)
    captures, (note,) = taken(tmp_path)
    assert len(captures) == 1
    assert note.code == "left-aside" and " 2 hidden" in note.message


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_impossible_file_names_are_missing_files(name: str) -> None:
    assert [i.code for i in taken(name)[1]] == ["missing-file"]


def test_summary_of_one_line_becomes_a_report(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><title>Dam &amp; bridge hit</title>'
        "<description>Six soldiers died.</description><pubDate>Thu, 13 Dec 2018 08:00:00 GMT</pubDate></item></channel></rss>"
    )
    (capture,), _ = taken(path)
    (report,), _ = reports_from(capture, Settings())
    assert report.text == "Dam & bridge hit\n\nSix soldiers died."
    assert [p.kind for p in report.parts] == [PartKind.HEADLINE, PartKind.BODY]


class SlowHeaders(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self.server.stopping.wait(0.1):  # type: ignore[attr-defined]
                self.wfile.write(b"x")
        except OSError:
            pass  # the client has had enough, as it should

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def slow_address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), SlowHeaders)
    server.daemon_threads = True
    server.stopping = threading.Event()  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.stopping.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


def test_headers_that_never_end_are_cut_off(slow_address: str) -> None:
    found = fetch(slow_address, Settings(allow_private_addresses=True, fetch_timeout_s=0.6))
    assert isinstance(found, Issue) and found.code == "fetch-timeout"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "169.254.169.254",
        "[::1]",
        "[fd00::1]",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[2002:a00:1::]",
        "224.0.0.1",
    ],
)
def test_every_spelling_of_a_private_address_is_refused(address: str) -> None:
    found = fetch(f"http://{address}/", Settings(fetch_timeout_s=1.0))
    assert isinstance(found, Issue) and found.code == "fetch-private-address"


def test_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch, slow_address: str) -> None:
    import fogline.intake.fetch as module

    asked: list[str] = []
    answer: Callable[[str, int, Settings], str] = lambda host, port, settings: asked.append(host) or "127.0.0.1"  # type: ignore[func-returns-value]  # noqa: E731
    monkeypatch.setattr(module, "_checked_address", answer)
    # The name does not exist: only the checked address can have been reached.
    found = fetch(slow_address.replace("127.0.0.1", "wire.invalid"), Settings(fetch_timeout_s=0.5))
    assert isinstance(found, Issue) and found.code == "fetch-timeout"
    assert asked == ["wire.invalid"]


@pytest.mark.parametrize("url", ["http://[bad/", "http://wire.example:99999/", "ftp://wire.example/", "http:///x"])
def test_addresses_that_are_none_are_issues(url: str) -> None:
    found = fetch(url, Settings())
    assert isinstance(found, Issue) and found.code == "fetch-failed"
