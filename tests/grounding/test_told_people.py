"""Single people told of by post or trade: whom "he" may mean without standing in a claim."""

import pytest

from fogline.grounding.registry import words
from fogline.grounding.told_people import told_people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A colonel in Torit said so.", ["A colonel in Torit"]),
        ("The front's spokesman, Ada Byrne, agreed.", ["The front's spokesman, Ada Byrne"]),
        ("Then Kenya's foreign minister left.", ["Kenya's foreign minister"]),
        ("The minister for national security resigned.", ["The minister for national security"]),
        ("The chief of Chad's general staff was there.", ["The chief of Chad's general staff"]),
        ("She met her husband, then a nurse.", ["her husband", "a nurse"]),
        # The general staff is a body, ministers are several, and nobody is a member before "of".
        ("The general staff met the ministers and every member.", []),
        ("The president's men fled.", []),
    ],
)
def test_one_person_is_told_of_by_post_or_trade(text: str, people: list[str]) -> None:
    assert [span.of(text) for span in told_people(text, words(text))] == people
