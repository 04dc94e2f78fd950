"""Pages copied as plain text: what is menu, teaser and article when no markup tells."""

from __future__ import annotations

from fogline.intake.parts import parts_of
from fogline.intake.report import PartKind

MENU = ["Home", "World", "Sport", "Weather", "Opinion", "Video", "Our newsletter", "Contact us"]
HEADLINE = "Shells hit the grain port at Orvat for a third night"
PARAGRAPH = (
    "Shells hit the grain port at Orvat before dawn on Tuesday and set two silos on fire, the harbour master said, "
    "adding that nobody was hurt because the crews had been sent home on Monday evening."
)
TEASERS = ["Bridge over the Lund reopens after repairs", "Harvest begins early in the south", "Read more"]


def kinds(lines: list[str]) -> dict[str, PartKind]:
    text = "\n".join(lines)
    return {p.span.of(text): p.kind for p in parts_of(text)}


def test_menus_around_an_article_are_furniture_and_its_headline_is_not() -> None:
    found = kinds([*MENU, HEADLINE, PARAGRAPH, *MENU[:7]])
    assert all(found[label] is PartKind.FURNITURE for label in MENU)
    assert found[HEADLINE] is PartKind.HEADLINE and found[PARAGRAPH] is PartKind.BODY


def test_teasers_between_menus_are_furniture() -> None:
    found = kinds(
        [*MENU, HEADLINE, PARAGRAPH, *TEASERS, "Most read this week", "Corrections", "Terms", "Jobs", "Archive", "Help"]
    )
    assert all(found[teaser] is PartKind.FURNITURE for teaser in TEASERS)


def test_list_of_losses_inside_an_article_stays_body() -> None:
    losses = ["Orvat: 12 killed", "Lund: 3 wounded", "Tessmark: 1 missing", "Harl: 4 killed", "Vey: 2 killed", "Ost: 9 wounded"]
    found = kinds([*MENU, HEADLINE, PARAGRAPH, *losses, PARAGRAPH + " "])
    assert all(found[line] is PartKind.BODY for line in losses)


def test_few_short_lines_are_no_menu() -> None:
    found = kinds(
        [
            HEADLINE,
            PARAGRAPH,
            "In the north",
            PARAGRAPH.replace("Orvat", "Lund"),
            "In the south",
            PARAGRAPH.replace("Orvat", "Harl"),
        ]
    )
    assert found["In the north"] is PartKind.BODY


def test_stamps_of_a_live_blog_stay_with_their_entries() -> None:
    lines = [HEADLINE]
    for hour in range(50):
        lines += [f"{hour % 24:02d}:{hour:02d} GMT", f"Entry {hour}: {PARAGRAPH}"]
    found = kinds(lines)
    assert sum(kind is PartKind.BODY for line, kind in found.items() if line.startswith("Entry")) == 50
    assert PartKind.FURNITURE not in found.values()


def test_sections_above_a_headline_are_furniture() -> None:
    found = kinds(["Home", "World", "Orvat valley", HEADLINE, "Two silos burn as the truce frays", PARAGRAPH])
    assert all(found[label] is PartKind.FURNITURE for label in ("Home", "World", "Orvat valley"))
    assert found[HEADLINE] is PartKind.HEADLINE and found["Two silos burn as the truce frays"] is PartKind.STANDFIRST


def test_section_without_a_menu_is_furniture_if_its_name_is_usual() -> None:
    assert kinds(["Middle East", HEADLINE, PARAGRAPH])["Middle East"] is PartKind.FURNITURE
    found = kinds(["Orvat falls", "Army takes the port after a siege of nine weeks", PARAGRAPH])
    assert found["Orvat falls"] is PartKind.HEADLINE
