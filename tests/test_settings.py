"""What a user sets in the environment is taken as written or refused, never passed over."""

from __future__ import annotations

import pytest

from fogline.errors import UsageError
from fogline.settings import Settings


@pytest.mark.parametrize(("value", "allowed"), [("1", True), ("0", False), ("", False)])
def test_private_addresses_are_allowed_by_one_and_not_by_nought(
    monkeypatch: pytest.MonkeyPatch, value: str, allowed: bool
) -> None:
    monkeypatch.setenv("FOGLINE_ALLOW_PRIVATE", value)
    assert Settings.from_environment().allow_private_addresses is allowed


def test_a_word_that_switches_nothing_is_refused_with_those_that_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_ALLOW_PRIVATE", "true")
    with pytest.raises(UsageError, match="FOGLINE_ALLOW_PRIVATE is 'true'; it must be 1 or 0"):
        Settings.from_environment()
