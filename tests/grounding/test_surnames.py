"""Surnames of those whom a text introduces."""

from __future__ import annotations

from fogline.grounding.surnames import surnames


def test_a_full_name_between_commas_behind_an_office_is_a_persons() -> None:
    assert surnames("The prime minister, Tolom Rasan, spoke. Rasan denied it.") == {"Rasan"}
    assert surnames("The prime minister, Rasan officials said, spoke.") == set()
