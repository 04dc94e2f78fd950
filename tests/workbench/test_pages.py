from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from workbench_sample import (
    clash,
    entered,
    first,
    hostile,
    killed_12,
    killed_20,
    make_claim,
    make_report,
    nowhere,
    pocket,
    sample,
    second,
    trapped,
    village,
)

from fogline.intake.report import PartKind
from fogline.workbench.app import create_app, web_address
from fogline.workbench.source import MemorySource

PAGES = [
    "/",
    "/incidents/incident-clash",
    "/incidents/incident-village",
    "/reports",
    f"/reports/{first.id}",
    f"/reports/{hostile.id}",
    "/control",
    "/issues",
    "/about",
    "/no-such-page",
]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    # A folder without a build: pages must work without one.
    with TestClient(create_app(sample(), build=tmp_path), base_url="http://127.0.0.1:8765") as client:
        yield client


def page(client: TestClient, address: str, status: int = 200) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status
    return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_list_gives_each_incident_its_status_support_and_figures(client: TestClient) -> None:
    rows = [words(row) for row in page(client, "/").xpath("//li[contains(@class, 'row')]")]
    assert len(rows) == 4
    assert "Armed clash in Hajin" in rows[0]
    assert "contested" in rows[0] and "20 killed" in rows[0] and "2 reports, 2 independent origins" in rows[0]


def test_unlocated_and_undated_stand_under_their_own_headings(client: TestClient) -> None:
    tree = page(client, "/")
    for group, title in (("unlocated", nowhere.title), ("undated", village.title)):
        (heading,) = tree.xpath(f"//h2[@id='{group}']")
        assert title in words(heading.getnext())


def test_machine_made_is_said_until_a_person_has_looked(client: TestClient) -> None:
    rows = {row.xpath(".//h3")[0].text_content(): words(row) for row in page(client, "/").xpath("//li[contains(@class, 'row')]")}
    assert "machine-made" in rows[clash.title]
    assert "reviewed by R. Analyst" in rows[pocket.title] and "machine-made" not in rows[pocket.title]
    for address in PAGES[:-1]:
        assert "Machine-made." in words(page(client, address))


def test_map_holds_every_located_incident_and_links_to_it(client: TestClient) -> None:
    tree = page(client, "/")
    links = {a.get("href") for a in tree.xpath("//*[local-name()='svg'][@class='outline']//*[local-name()='a']")}
    assert links == {f"/incidents/{clash.id}", f"/incidents/{pocket.id}"}
    data = json.loads(tree.xpath("//script[@type='application/json']")[0].text)
    assert {p["kind"] for p in data["places"]} == {"exact", "region"}


def test_filter_form_keeps_what_was_asked(client: TestClient) -> None:
    tree = page(client, "/?q=hajin&status=contested&type=armed-clash")
    assert tree.xpath("//input[@name='q']/@value") == ["hajin"]
    assert tree.xpath("//select[@name='status']/option[@selected]/@value") == ["contested"]
    assert len(tree.xpath("//li[contains(@class, 'row')]")) == 1


@pytest.mark.parametrize(
    ("asked", "open_"), [("", False), ("?q=hajin&group=undated", False), ("?status=weak", True), ("?origins=2", True)]
)
def test_filters_that_are_in_use_are_never_folded_away(client: TestClient, asked: str, open_: bool) -> None:
    (switch,) = page(client, f"/{asked}").xpath("//input[@id='more-filters']")
    assert (switch.get("checked") is not None) is open_


def test_unreadable_filter_is_said_on_the_page(client: TestClient) -> None:
    assert "from=soon" in words(page(client, "/?from=soon").xpath("//*[@role='alert']")[0])


def test_long_lists_are_paged_and_no_incident_is_lost(tmp_path: Path) -> None:
    many = tuple(replace(clash, id=f"incident-{n:03}", title=f"Clash {n}") for n in range(95))
    client = TestClient(create_app(MemorySource("many", all_incidents=many), build=tmp_path), base_url="http://localhost")
    seen: list[str] = []
    address: str | None = "/"
    while address:
        tree = page(client, address)
        seen += [h.text_content() for h in tree.xpath("//li[contains(@class, 'row')]//h3")]
        after = tree.xpath("//a[@rel='next']/@href")
        address = after[0] if after else None
    assert len(seen) == 95 and len(set(seen)) == 95


def test_incident_prints_the_rules_behind_status_and_figures(client: TestClient) -> None:
    text = words(page(client, f"/incidents/{clash.id}"))
    assert clash.status_reason in text
    assert clash.figures[0].rule in text
    assert "2 reports, 2 independent origins (Syrian Democratic Forces, a party; Syrian Observatory for Human Rights)" in text


def test_contradiction_shows_both_quotes_and_both_speakers(client: TestClient) -> None:
    dispute = words(page(client, f"/incidents/{clash.id}").xpath("//div[contains(@class, 'dispute-figure')]")[0])
    for part in (killed_12.quote, killed_20.quote, "Syrian Democratic Forces (a party to the fighting)", "(a monitor)"):
        assert part in dispute


def test_claims_stand_under_their_origin_and_passing_mentions_apart(client: TestClient) -> None:
    tree = page(client, f"/incidents/{clash.id}")
    origins = [words(o) for o in tree.xpath("//div[@class='origin']")]
    assert killed_20.quote in next(o for o in origins if "Observatory" in o)
    assert "the alliance lost a village" in words(tree.xpath("//h2[@id='h-background']/..")[0])


def test_link_is_explained_by_signals_that_add_up(client: TestClient) -> None:
    (table,) = page(client, f"/incidents/{clash.id}").xpath("//table[@class='waterfall']")
    bits = [float(cell.text_content()) for cell in table.xpath("./tbody/tr/td[1]")]
    assert bits == [5.0, 4.0, -1.8, 2.0]
    assert float(table.xpath("./tfoot/tr/td[1]")[0].text_content()) == pytest.approx(sum(bits))


def test_claim_that_the_ledger_lacks_is_named(client: TestClient) -> None:
    assert "claim-gone" in words(page(client, f"/incidents/{village.id}"))


def test_reading_pane_marks_claims_and_greys_furniture(client: TestClient) -> None:
    tree = page(client, f"/reports/{first.id}")
    marked = {a.get("href").split("#")[0] for a in tree.xpath("//article//a[contains(@class, 'seg')]")}
    assert f"?claim={trapped.id}" in marked and f"?claim={entered.id}" in marked
    assert "Read more" in words(tree.xpath("//div[contains(@class, 'part-furniture')]")[0])
    assert not tree.xpath("//div[contains(@class, 'part-furniture')]//a")


def test_chosen_claim_is_open_and_lit_without_script(client: TestClient) -> None:
    tree = page(client, f"/reports/{first.id}?claim={trapped.id}")
    (panel,) = tree.xpath("//details[contains(@class, 'claim')][@open]")
    assert panel.get("data-id") == trapped.id
    assert [s.text_content() for s in tree.xpath("//article//*[contains(@class, 'lit-hedge')]")] == ["are believed to be"]


def test_script_finds_a_number_on_every_panel_that_marks_refer_to(client: TestClient) -> None:
    tree = page(client, f"/reports/{first.id}")
    panels = {d.get("data-i") for d in tree.xpath("//details[contains(@class, 'claim')]")}
    marks = {n for s in tree.xpath("//article//*[@data-c]") for n in s.get("data-c").split()}
    assert marks <= panels and marks


def test_issues_of_a_report_stand_beside_its_text(client: TestClient) -> None:
    text = words(page(client, f"/reports/{first.id}").xpath("//details[@class='report-issues']")[0])
    assert "unknown-place" in text and "a village" in text


@pytest.mark.parametrize("address", PAGES)
def test_text_of_reports_never_becomes_markup(client: TestClient, address: str) -> None:
    tree = html.fromstring(client.get(address).text)
    for script in tree.xpath("//script"):
        assert script.get("type") == "application/json" or (script.get("src") or "").startswith("/static/")
    assert not tree.xpath("//img") and not tree.xpath("//*[@onerror]") and not tree.xpath("//article//b")
    assert not [h for h in tree.xpath("//@href") if h.lower().startswith(("javascript:", "data:"))]


def test_hostile_text_is_shown_as_it_was_printed(client: TestClient) -> None:
    article = page(client, f"/reports/{hostile.id}").xpath("//article")[0]
    assert "<script>alert(2)</script>" in article.text_content()
    assert "<script>alert('headline')</script>" in article.text_content()


@pytest.mark.parametrize("address", PAGES)
def test_page_asks_no_other_machine_and_needs_no_inline_code(client: TestClient, address: str) -> None:
    tree = html.fromstring(client.get(address).text)
    loaded = tree.xpath("//script/@src | //link/@href | //img/@src | //iframe/@src | //form/@action")
    assert loaded and all(value.startswith("/") and not value.startswith("//") for value in loaded)
    assert not tree.xpath("//style") and not tree.xpath("//@style")
    assert not [name for name in tree.xpath("//@*[starts-with(name(), 'on')]")]


@pytest.mark.parametrize("address", PAGES)
def test_page_has_one_main_heading_and_no_repeated_ids(client: TestClient, address: str) -> None:
    tree = html.fromstring(client.get(address).text)
    assert len(tree.xpath("//h1")) == 1
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(tree.xpath("//main")) == 1


@pytest.mark.parametrize("address", PAGES)
def test_every_inner_link_leads_somewhere(client: TestClient, address: str) -> None:
    tree = html.fromstring(client.get(address).text)
    for link in set(tree.xpath("//@href")):
        target = link.split("#")[0]
        if target.startswith("/") and not target.startswith("/static/build"):
            assert client.get(target).status_code == 200, link


def test_locked_down_headers_are_on_every_answer(client: TestClient) -> None:
    for address in ("/", "/no-such-page", "/api/incidents", "/static/fogline.css"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert (
            "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy and "http" not in policy
        )
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost:1:2", "[::1", "127.0.0.1, evil.example"]
)
def test_foreign_host_header_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == (200 if host == "[::1" else 421)
    assert host == "[::1" or "incident" not in answer.text.lower()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:80", "LOCALHOST", "[::1]:8765"])
def test_loopback_hosts_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_changed_over_the_web(client: TestClient, method: str) -> None:
    for address in ("/", f"/incidents/{clash.id}", "/api/incidents", f"/api/reports/{first.id}"):
        assert getattr(client, method)(address).status_code == 405


def test_no_documentation_page_loads_foreign_scripts(client: TestClient) -> None:
    for address in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://harbour.example/a?b=c", "https://harbour.example/a?b=c"),
        ("HTTP://harbour.example", "HTTP://harbour.example"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//harbour.example/a", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, shown: str | None) -> None:
    assert web_address(url) == shown


def test_megabyte_of_text_is_shown_whole(tmp_path: Path) -> None:
    sentence = "Shells fell near the bridge on Monday, residents said. "
    report = make_report([(PartKind.BODY, sentence * 20_000)], "Long Page (sample)", None)
    claim = make_claim(report, "Shells fell near the bridge on Monday", "fell", "shelling")
    client = TestClient(create_app(MemorySource("long", (report,), (claim,)), build=tmp_path), base_url="http://127.0.0.1")
    answer = client.get(f"/reports/{report.id}")
    assert answer.status_code == 200 and len(report.text) > 1_000_000
    assert words(html.fromstring(answer.text).xpath("//div[contains(@class, 'part-body')]")[0]) == report.text.strip()


def test_lone_surrogate_does_not_cost_the_page(tmp_path: Path) -> None:
    report = replace(second, text=second.text + " \ud800")
    client = TestClient(create_app(MemorySource("odd", (report,)), build=tmp_path), base_url="http://127.0.0.1")
    assert client.get(f"/reports/{report.id}").status_code == 200
    assert client.get(f"/api/reports/{report.id}").status_code == 200


def test_json_twin_of_a_report_quotes_exactly(client: TestClient) -> None:
    record = client.get(f"/api/reports/{first.id}").json()
    assert len(record["claims"]) == 4
    for claim in record["claims"]:
        start, end = claim["quote_span"]
        assert record["text"][start:end] == claim["quote"]
        assert claim["machine_made"] is True


def test_json_twin_of_an_incident_brings_its_claims(client: TestClient) -> None:
    record = client.get(f"/api/incidents/{clash.id}").json()
    assert {c["id"] for c in record["claims"]} == {*clash.claim_ids, *clash.background_claim_ids}
    assert record["status"] == "contested" and record["machine_made"] is True


def test_json_list_takes_the_same_filters_and_refuses_what_it_cannot_read(client: TestClient) -> None:
    assert [i["id"] for i in client.get("/api/incidents?origins=2").json()["incidents"]] == [clash.id]
    answer = client.get("/api/incidents?from=soon")
    assert answer.status_code == 400 and "from=soon" in answer.json()["error"]


def test_geojson_twin_lists_the_unlocated_beside_the_features(client: TestClient) -> None:
    collection = client.get("/api/incidents.geojson").json()
    assert {f["id"] for f in collection["features"]} == {clash.id, pocket.id}
    assert {u["id"] for u in collection["unlocated"]} == {nowhere.id, village.id}


def test_missing_record_is_named_on_page_and_in_json(client: TestClient) -> None:
    assert "incident 'nobody'" in words(page(client, "/incidents/nobody", 404))
    assert "report 'nobody'" in client.get("/api/reports/nobody").json()["error"]


def test_control_shows_the_current_state_and_whose_word_it_is(client: TestClient) -> None:
    text = words(page(client, "/control").xpath("//section[@class='place-control']")[0])
    assert (
        "As last reported: contested holder Islamic State claimed by Syrian Democratic Forces on the word of sides alone" in text
    )
    assert "10 Sep – 11 Dec 2018" in text and "held until entered" in text


def test_issues_are_counted_by_kind_and_narrowed_to_one(client: TestClient) -> None:
    assert re.search(r"3 issues", words(page(client, "/issues")))
    tree = page(client, "/issues?code=no-date")
    assert len(tree.xpath("//ol[@class='issues']/li")) == 1


def test_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    client = TestClient(create_app(MemorySource("empty"), build=tmp_path), base_url="http://127.0.0.1")
    for address in ("/", "/reports", "/control", "/issues", "/about"):
        assert client.get(address).status_code == 200
    assert "fogline collect" in client.get("/").text


def test_page_without_build_says_that_the_map_is_plain(client: TestClient) -> None:
    tree = page(client, "/")
    assert not tree.xpath("//script[@type='module']")
    assert "the map is the plain one" in words(tree.xpath("//footer")[0])


def test_page_with_build_loads_it_from_this_machine(tmp_path: Path) -> None:
    (tmp_path / "workbench.js").write_text("export {};")
    (tmp_path / "fingerprint.txt").write_text("abc123\n")
    client = TestClient(create_app(sample(), build=tmp_path), base_url="http://127.0.0.1")
    (source,) = page(client, "/").xpath("//script[@type='module']/@src")
    assert source == "/static/build/workbench.js?v=abc123"
    assert client.get(source).text == "export {};"


def test_page_is_drawn_from_one_state_of_a_growing_ledger(tmp_path: Path) -> None:
    class Growing(MemorySource):
        looks = 0

        def now(self) -> MemorySource:
            Growing.looks += 1
            return sample() if Growing.looks > 1 else MemorySource("still empty")

    client = TestClient(create_app(Growing("growing"), build=tmp_path), base_url="http://127.0.0.1")
    assert "holds no incidents yet" in client.get("/").text and Growing.looks == 1
    assert clash.title in client.get("/").text and Growing.looks == 2
