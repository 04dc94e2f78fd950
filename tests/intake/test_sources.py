from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from fogline.intake.article import reports_from
from fogline.intake.capture import Capture, Hints
from fogline.intake.sources import captures_from
from fogline.issue import Issue
from fogline.settings import Settings


def taken(source: Path | str, **limits: int) -> tuple[list[Capture], list[Issue]]:
    captures: list[Capture] = []
    issues: list[Issue] = []
    for item in captures_from(str(source), Settings(**limits)):  # type: ignore[arg-type]
        issues.append(item) if isinstance(item, Issue) else captures.append(item)
    return captures, issues


def test_missing_file_is_an_issue_that_names_it(tmp_path: Path) -> None:
    captures, (issue,) = taken(tmp_path / "gone.txt")
    assert captures == [] and issue.code == "missing-file" and "gone.txt" in issue.message


def test_a_file_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\n.txt").write_text("Shelling hit the town.")
    (tmp_path / "b\udcff.txt").write_text("Shelling hit the town.")
    assert [c.location for c in taken(tmp_path)[0]] == [f"{tmp_path}/a\\x1b[31m\\n.txt", f"{tmp_path}/b\\xff.txt"]


def test_a_broken_line_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n{broken\n\n[1]\n{"id": "b", "text": "y"}\n')
    captures, issues = taken(path)
    assert [json.loads(c.data)["id"] for c in captures] == ["a", "b"]
    assert [i.location for i in issues] == [f"{path}:2", f"{path}:4"]


def test_packed_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n'))
    captures, issues = taken(path)
    assert len(captures) == 1 and issues == []


def test_damaged_archive_is_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "r.txt.gz"
    path.write_bytes(b"this was never packed")
    assert [i.code for i in taken(path)[1]] == ["unreadable-file"]


def test_folder_is_walked_in_order_and_hidden_files_are_left(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", ".hidden", "a/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    captures, _ = taken(tmp_path)
    assert [Path(c.location).name for c in captures] == ["z.txt", "b.txt"]


def test_item_over_the_limit_is_refused_and_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" * 101)
    captures, issues = taken(path, max_item_bytes=100)
    assert captures == [] and [i.code for i in issues] == ["too-large"]


FEED = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Test Wire</title>
<item><title>Town shelled</title><link>http://wire.example/1</link><pubDate>Thu, 13 Dec 2018 08:00:00 GMT</pubDate>
<content:encoded><![CDATA[<p>Shells hit the town, the council said.</p>]]></content:encoded></item>
<item><title>Talks</title><link>http://wire.example/2</link><description>Envoys met.</description></item></channel></rss>"""


def test_feed_entries_carry_the_feeds_date_title_and_name(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    captures, issues = taken(path)
    first: Hints = captures[0].hints
    assert (first.outlet, first.title, str(first.published_on), first.url) == (
        "Test Wire",
        "Town shelled",
        "2018-12-13",
        "http://wire.example/1",
    )
    assert [i.code for i in issues] == ["feed-summary-only"]


@pytest.mark.parametrize("data", [b"not xml at all", b"<html><body>no feed</body></html>"])
def test_what_is_no_feed_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    assert [i.code for i in taken(path)[1]] == ["not-a-feed"]


def test_archived_pages_come_with_their_address(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(
                "http://wire.example/p", "response", payload=io.BytesIO(b"<html>x</html>"), http_headers=headers
            )
        )
    captures, issues = taken(path)
    assert [(c.location, c.data, c.hints.url) for c in captures] == [
        ("http://wire.example/p", b"<html>x</html>", "http://wire.example/p")
    ]
    assert issues == []


def test_a_bad_address_costs_no_other_record(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    records = [
        {"text": "Shells hit Hajin.", "url": "http://[bad/x"},
        {"text": "The army denied it.", "url": "https://wire.example/p"},
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    captures, _ = taken(path)
    reports = [report for capture in captures for report in reports_from(capture, Settings())[0]]
    assert [r.url for r in reports] == [None, "https://wire.example/p"]


def test_a_feed_hands_no_credentials_on(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    link = "https://ada:s3cret@wire.example/p"
    path.write_text(
        f"<rss><channel><title>Wire</title><item><title>Hajin</title><link>{link}</link><description>Shells hit Hajin.</description></item>"
        f"<item><link>{link}</link></item></channel></rss>",
        encoding="utf-8",
    )
    (capture,), issues = taken(path)
    assert capture.hints.url == capture.location == "https://wire.example/p"
    assert len(issues) == 2 and "s3cret" not in str(issues)
