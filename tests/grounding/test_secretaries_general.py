"""Of which body a bare secretary general is."""

from __future__ import annotations

import pytest
from marked_mentions import resolve

from fogline.reading.reading import Role


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Nobody was heard. The secretary-general was alarmed.", "The secretary-general", "United Nations"),
        ("Nobody was heard. The Secretary-General's envoy flew in.", "The Secretary-General's envoy", "United Nations"),
        ("Ada Byrne, the envoy of the Secretary General, flew in.", "Ada Byrne, the envoy of the Secretary General", "United Nations"),
        ("Nato jets were out. The secretary general spoke in Brussels.", "The secretary general", "NATO"),
        ("Nato jets were out. UN Secretary-General Ada Byrne wrote. The secretary general spoke.", "The secretary general", "United Nations"),
        ("The party met. The party's secretary general spoke.", "The party's secretary general", "party's secretary general"),
        ("Nobody was heard. The government secretary general spoke.", "The government secretary general", "government secretary general"),
    ],
)  # fmt: skip
def test_a_secretary_general_is_no_general_of_the_state_at_war(text: str, mention: str, name: str) -> None:
    (found,) = resolve(text, (mention, Role.ORIGIN), country="SV", year=1995)
    assert found.name == name
