"""Pages as of a day of knowledge: what was published later is not there, nor anything that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from builders import IS, SDF, a_claim, a_report, monitor
from fogline.workbench.app import create_app
from fogline.workbench.source import MemorySource

held = a_report("Islamic State fighters captured Hajin.", "2018-12-01", "Herald")
taken = a_report("SDF fighters captured Hajin.", "2018-12-14", "Courier")
CLAIMS = (
    a_claim(
        held,
        "Islamic State fighters captured Hajin",
        "territory-gained",
        trigger="captured",
        actor=IS,
        place="Hajin",
        on="2018-11-30",
        by=monitor(),
    ),
    a_claim(
        taken,
        "SDF fighters captured Hajin",
        "territory-gained",
        trigger="captured",
        actor=SDF,
        place="Hajin",
        on="2018-12-14",
        by=monitor(),
    ),
)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    source = MemorySource("knowledge", (held, taken), CLAIMS).as_known_on(date.max)
    with TestClient(create_app(source, build=tmp_path), base_url="http://127.0.0.1:8765") as client:
        yield client


def test_every_page_can_be_asked_as_of_a_day(client: TestClient) -> None:
    for page in ("/", "/reports", "/control", "/issues", "/about"):
        answer = client.get(page, params={"known": "2018-12-05"})
        assert answer.status_code == 200 and "As known on 2018-12-05." in answer.text, page
        assert "As known on 20" not in client.get(page).text


def test_a_later_capture_is_not_known_before_its_report(client: TestClient) -> None:
    assert "by <strong>Islamic State</strong>" in client.get("/control?known=2018-12-05").text.split("interval")[0]
    assert "by <strong>Syrian Democratic Forces</strong>" in client.get("/control").text.split("interval")[0]
    assert client.get("/api/incidents", params={"known": "2018-12-05"}).json()["total"] == 1
    assert client.get("/api/incidents").json()["total"] == 2
    assert client.get(f"/reports/{taken.id}?known=2018-12-05").status_code == 404


def test_a_chosen_day_stays_until_it_is_given_back(client: TestClient) -> None:
    answer = client.get("/known", params={"day": "2018-12-05", "back": "/control"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/control")
    assert "As known on 2018-12-05." in client.get("/reports").text
    client.get("/known", params={"back": "/"})
    assert "As known on 2018-12-05." not in client.get("/reports").text


@pytest.mark.parametrize("sender", ["cross-site", "same-site"])
def test_another_site_cannot_choose_the_day(client: TestClient, sender: str) -> None:
    answer = client.get("/known", params={"day": "2018-12-05"}, headers={"sec-fetch-site": sender}, follow_redirects=False)
    assert answer.status_code == 403 and sender in answer.text
    assert "set-cookie" not in answer.headers
    assert "As known on 2018-12-05." not in client.get("/reports").text


@pytest.mark.parametrize("sender", ["same-origin", "none"])
def test_the_day_is_chosen_on_our_own_pages_or_by_typing_the_address(client: TestClient, sender: str) -> None:
    client.get("/known", params={"day": "2018-12-05"}, headers={"sec-fetch-site": sender})
    assert "As known on 2018-12-05." in client.get("/reports").text


def test_ledgers_at_two_ports_keep_a_day_each(client: TestClient) -> None:
    client.get("http://127.0.0.1:8765/known", params={"day": "2018-12-05"})
    assert "As known on" in client.get("http://127.0.0.1:8765/reports").text.split("<main")[0]
    assert "As known on" not in client.get("http://127.0.0.1:8766/reports").text.split("<main")[0]
    client.get("http://127.0.0.1:8766/known", params={"day": "2018-12-20"})
    assert "As known on 2018-12-05." in client.get("http://127.0.0.1:8765/reports").text


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_the_way_back_never_leads_off_this_machine(client: TestClient, back: str) -> None:
    assert client.get("/known", params={"day": "", "back": back}, follow_redirects=False).headers["location"] == "/"


def test_a_day_that_is_none_is_refused_with_its_words(client: TestClient) -> None:
    for address in ("/?known=yesterday", "/known?day=yesterday"):
        answer = client.get(address)
        assert answer.status_code == 400 and "yesterday" in answer.text


def test_an_incident_shows_what_other_projects_would_record(client: TestClient) -> None:
    incident = next(i for i in client.get("/api/incidents").json()["incidents"] if i["date_start"] == "2018-12-14")
    text = client.get(f"/incidents/{incident['id']}").text
    assert "As other projects would record it" in text
    assert "Non-state actor overtakes territory" in text
    assert "no death in the low, best or high estimate" in text


def test_a_side_alone_saying_that_it_took_a_place_stands_on_the_claimed_map(tmp_path: Path) -> None:
    report = a_report("Our fighters captured Hajin.", "2018-12-05", "Herald")
    own = a_claim(
        report,
        "Our fighters captured Hajin",
        "territory-gained",
        trigger="captured",
        actor=SDF,
        place="Hajin",
        on="2018-12-05",
        by=SDF,
    )
    source = MemorySource("claimed", (held, report), (CLAIMS[0], own)).as_known_on(date.max)
    with TestClient(create_app(source, build=tmp_path), base_url="http://127.0.0.1:8765") as client:
        text = client.get("/control").text
    assert "As claimed, every side taken at its word" in text and "on the word of Syrian Democratic Forces" in text


def test_what_was_taken_back_is_shown_apart(tmp_path: Path) -> None:
    url = "https://herald.example/1"
    words = "Jets struck the market of Hajin on Wednesday and killed {} civilians, and the road to the river was cut for the night, the monitor said."
    first, second = (a_report(words.format(n), f"2018-12-1{k}", "Herald", url=url) for k, n in ((3, 40), (4, 4)))
    claims = tuple(
        a_claim(
            r,
            f"killed {n} civilians",
            trigger="killed",
            by=monitor(),
            target="civilians",
            place="Hajin",
            on="2018-12-12",
            killed=n,
        )
        for r, n in ((first, 40), (second, 4))
    )
    source = MemorySource("corrected", (first, second), claims).as_known_on(date.max)
    with TestClient(create_app(source, build=tmp_path), base_url="http://127.0.0.1:8765") as client:
        text = client.get(f"/incidents/{source.incidents()[0].id}").text
    assert "Taken back since" in text and "later-version" in text and "killed 40 civilians" in text
