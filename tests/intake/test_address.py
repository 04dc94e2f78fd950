"""What is kept of an address, and what never is."""

from __future__ import annotations

import pytest

from fogline.intake.address import can_be_taken_apart, without_credentials


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://ada:s3cret@news.example/mill?a=1#b", "https://news.example/mill?a=1#b"),
        ("HTTPS://ada@news.example", "HTTPS://news.example"),
        ("//ada:p@ss@news.example/mill", "//news.example/mill"),
        ("http://ada:s3cret@[bad/mill", "http://[bad/mill"),
        ("https://news.example/@ada/mill", "https://news.example/@ada/mill"),
        ("https://news.example?to=ada@mill.example", "https://news.example?to=ada@mill.example"),
        ("mailto:ada@news.example", "mailto:ada@news.example"),
        ("folder/ada@mill.txt", "folder/ada@mill.txt"),
    ],
)
def test_an_address_is_kept_as_written_but_for_its_credentials(address: str, kept: str) -> None:
    assert without_credentials(address) == kept


def test_a_host_that_never_closes_its_bracket_is_no_address() -> None:
    assert not can_be_taken_apart("http://[bad/x")
    assert can_be_taken_apart("https://news.example/mill")
