"""Addresses as a public export prints them."""

from __future__ import annotations

import pytest

from fogline.exports.public_address import public_address


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
