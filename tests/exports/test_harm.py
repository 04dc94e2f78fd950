from __future__ import annotations

import pytest

from fogline.exports.harm import (
    Cleaner,
    _index,
    coarse,
    is_sensitive_place,
    looks_like_a_person,
    place_words,
    public_address,
    site_strings,
)


@pytest.mark.parametrize(
    "name", ["Samir Haddad", "Abu Omar al-Shami", "Mr Hassan Ali", "María de la Cruz", "Олена Коваль", "سمير حداد"]
)
def test_capitalised_names_are_taken_for_people(name: str) -> None:
    assert looks_like_a_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "residents",
        "a witness",
        "Syrian Army",
        "White Helmets",
        "Local Coordination Committees",
        "ISIS fighters",
        "SDF",
        "Kurds",
        "al-Qaeda",
        "",
        "12",
    ],
)
def test_groups_and_descriptions_are_not(name: str) -> None:
    assert not looks_like_a_person(name)


def test_single_name_counts_for_a_witness_only() -> None:
    assert looks_like_a_person("Fatima", single=True) and not looks_like_a_person("Fatima")


@pytest.mark.parametrize(
    "name", ["Rahma hospital", "al-Hol camp", "a women's shelter", "field clinic in Douma", "IDP camps", "St Anne orphanage"]
)
def test_places_of_the_wounded_and_displaced_are_sensitive(name: str) -> None:
    assert is_sensitive_place(name)


@pytest.mark.parametrize("name", ["Hajin", "Campeche", "military camp", "a training camp", "Kempton"])
def test_towns_and_armed_camps_are_not(name: str) -> None:
    assert not is_sensitive_place(name)


def test_coarse_coordinates_keep_a_tenth_of_a_degree() -> None:
    assert coarse(35.93471) == 35.9 and coarse(-0.04) == 0.0 and coarse(None) is None


def test_cleaner_takes_whole_words_the_longest_first() -> None:
    cleaner = Cleaner(_index({"Samir Haddad": "X", "Samir": "Y"}), _index({"Haddad": "Z"}))
    assert cleaner.clean("Samir Haddad, SAMIR, Haddad's and Haddadin") == "X, Y, Z's and Haddadin"


def test_single_word_needs_its_capitals() -> None:
    cleaner = Cleaner({}, _index({"Brown": "X"}))
    assert cleaner.clean("Brown saw BROWN in a brown coat") == "X saw X in a brown coat"


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("the Rahma hospital in Idlib", "Rahma hospital"),
        ("Rahma general hospital", "Rahma general hospital"),
        ("Hospital San Lucas", "Hospital San Lucas"),
        ("the al-Hol camp in north-eastern Syria", "al-Hol camp"),
        ("the shelter in Rose Street, Idlib", "shelter in Rose Street"),
        ("Idlib hospital", "Idlib hospital"),
    ],
)
def test_own_name_of_a_site_is_found(words: str, own: str) -> None:
    assert own in site_strings(words, place_words(["Idlib"]), place_words(["Syria"]))
    assert all(
        "Syria" not in s and not s.endswith("Idlib") for s in site_strings(words, place_words(["Idlib"]), place_words(["Syria"]))
    )


@pytest.mark.parametrize(
    "words",
    ["the hospital", "the hospital of Idlib", "a clinic in Idlib", "a Syrian camp", "Idlib's main hospital", "camps in Lebanon"],
)
def test_site_known_only_by_its_town_or_country_has_no_name_to_withhold(words: str) -> None:
    assert site_strings(words, place_words(["Idlib"]), place_words(["Syria"])) == set()


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://lena:s3@cret@x.example/a", "https://x.example/a"),
        ("lena:s3cret@x.example/a", "x.example/a"),
        ("https://archive.example/2019/https://lena:s3cret@x.example/a", "https://archive.example/2019/https://x.example/a"),
        ("https://x.example/?id=3&api_key=k&X-Amz-Signature=ab%20c", "https://x.example/?id=3&api_key=withheld&X-Amz-Signature=withheld"),
        ("https://x.example/?%74oken=k#access_token=k", "https://x.example/?%74oken=withheld#access_token=withheld"),
        ("https://x.example/a;jsessionid=4F", "https://x.example/a;jsessionid=withheld"),
        ("https://x.example/?sessionId=4&PHPSESSID=4", "https://x.example/?sessionId=withheld&PHPSESSID=withheld"),
        ("file:///home/lena/a.html", None),
        ("/home/lena/crawl.warc#3", None),
        (None, None),
    ],
)  # fmt: skip
def test_what_lets_the_bearer_of_an_address_in_is_taken_out(url: str | None, public: str | None) -> None:
    assert public_address(url) == public


@pytest.mark.parametrize(
    "url",
    ["https://x.example/?keywords=a&authors=b&id=3#top", "https://x.example/@lena/12", "https://x.example/?mail=a@b.example", "//x.example/1"],
)  # fmt: skip
def test_any_other_address_stays_to_the_letter(url: str) -> None:
    assert public_address(url) == url
