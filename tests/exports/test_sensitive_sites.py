"""Places of the wounded and displaced, and the words that are their own."""

from __future__ import annotations

import pytest

from fogline.exports.sensitive_sites import is_sensitive_place, place_words, site_strings


@pytest.mark.parametrize(
    "name", ["Rahma hospital", "al-Hol camp", "a women's shelter", "field clinic in Douma", "IDP camps", "St Anne orphanage"]
)
def test_places_of_the_wounded_and_displaced_are_sensitive(name: str) -> None:
    assert is_sensitive_place(name)


@pytest.mark.parametrize("name", ["Hajin", "Campeche", "military camp", "a training camp", "Kempton"])
def test_towns_and_armed_camps_are_not(name: str) -> None:
    assert not is_sensitive_place(name)


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
