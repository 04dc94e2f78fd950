"""What a report says of a voice elsewhere than in the words that name it."""

from __future__ import annotations

import pytest

from fogline.grounding.grounding import ActorKind, GroundedActor
from fogline.grounding.told_callings import calling_told, kind_of_speaker


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ada Byrne, 58, is a historian of the valleys in Orvat.", ActorKind.EXPERT),
        ("Ada Byrne, a political scientist at a university in Orvat, agreed.", ActorKind.EXPERT),
        ("We asked Ada Byrne, who studies the general staff at an institute in Orvat.", ActorKind.EXPERT),
        ("Ada Byrne, who keeps a tally for a research institute, counts 40.", ActorKind.EXPERT),
        ("Ada Byrne teaches strategy in Orvat and is known for her lectures on the war.", ActorKind.EXPERT),
        ("Ada Byrne, who spent 20 years in Delmar's foreign service, breeds dogs.", ActorKind.EXPERT),
        ("Ada Byrne, director of the valleys programme at the Orvat Institute, agreed.", ActorKind.EXPERT),
        ("Ada Byrne, a 23-year-old fighter from Orvat, agreed.", ActorKind.PARTY),
        ("Ada Byrne, a former rebel, agreed.", ActorKind.WITNESS),
        ("Ada Byrne a local activist agreed.", ActorKind.WITNESS),
        ("Ada Byrne advised three prime ministers on grain.", ActorKind.EXPERT),
        ("Ada Byrne, who sells bicycles, said so.", ActorKind.WITNESS),
        ("Ada Byrne, who lost a wife and two sons, said so.", ActorKind.WITNESS),
        ("Ada Byrne, 52, who walked with four children to Orvat, said so.", ActorKind.WITNESS),
        ("Ada Byrne, who was asleep, said so.", ActorKind.WITNESS),
        ("Ada Byrne, speaking from a cellar in Orvat, said so.", ActorKind.WITNESS),
        ("Ada Byrne, who owns a small bakery, said so.", ActorKind.WITNESS),
        ("Ada Byrne, a mother of five, said so.", ActorKind.WITNESS),
        ("Ada Byrne, a woman in her thirties, said so.", ActorKind.WITNESS),
        ("I sat with the camel trader Ada Byrne.", ActorKind.WITNESS),
        ("The charity's director, Ada Byrne, said so.", ActorKind.AID),
        ("Dr Ada Byrne left on Thursday.", ActorKind.WITNESS),
    ],
)
def test_what_stands_beside_a_name_tells_the_kind_of_its_bearer(text: str, kind: ActorKind) -> None:
    assert calling_told("Ada Byrne", text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Ada Byrne, a minister, said so.",
        "Ada Byrne followed her brother to the university.",
        "Ada Byrne spent five years in prison under several governments.",
        "Ada Byrne is a member of parliament.",
        "Ada Byrne, who owns a television station, said so.",
        "Ada Byrne, director of the Orvat Centre for Human Rights, said so.",
        "Ada Byrne advised the president to go.",
        "Ada Byrne, a lawyer, said so.",
        "Ada Byrne, who lost the election, said so.",
        "Ada Byrne, who fled to Delmar in 2011, said so.",
        "Ada Byrne, speaking in the parliament, said so.",
    ],
)
def test_holders_of_posts_and_deeds_tell_of_no_calling(text: str) -> None:
    assert calling_told("Ada Byrne", text) is None


def test_single_letters_name_nobody() -> None:
    assert calling_told("I", "I, a mother of five, said so.") is None


def test_whoever_studies_law_is_a_student() -> None:
    assert calling_told("Ada Byrne", "Ada Byrne, who studies law at the university, fled.") is ActorKind.WITNESS


def speaks(name: str, text: str = "", kind: ActorKind = ActorKind.OTHER, actor_id: str | None = None) -> ActorKind:
    return kind_of_speaker(GroundedActor(name, kind, actor_id), kind, text)


def test_a_doctor_who_studies_armies_is_an_expert() -> None:
    assert speaks("Ada Byrne", "Dr Ada Byrne, who studies armies at an institute, spoke.", ActorKind.WITNESS) is ActorKind.EXPERT
    assert speaks("Ada Byrne", "Dr Ada Byrne, a surgeon, spoke.", ActorKind.WITNESS) is ActorKind.WITNESS


def test_actors_on_file_and_surer_kinds_stay() -> None:
    text = "Orvat Aid, a charity, said so."
    assert speaks("Orvat Aid", text, actor_id="orvat-aid") is ActorKind.OTHER
    assert speaks("Orvat Aid", text, ActorKind.MEDIA) is ActorKind.MEDIA
    assert speaks("Orvat Aid", text) is ActorKind.AID


def test_words_without_a_name_tell_the_kind_themselves() -> None:
    assert speaks("his neighbour") is ActorKind.WITNESS
    assert speaks("women") is speaks("Women") is ActorKind.WITNESS
    assert speaks("second Canadian woman") is speaks("activist there") is speaks("refugees interviewed") is ActorKind.WITNESS
    assert speaks("Western attaches") is speaks("Western intelligence") is ActorKind.OFFICIAL_ANONYMOUS
    assert speaks("armed men") is ActorKind.OTHER
    assert speaks("Baker") is speaks("reports") is speaks("group") is ActorKind.OTHER


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Orvat Rights Project", ActorKind.MONITOR),
        ("Justice Watch International", ActorKind.MONITOR),
        ("Union of Relief Physicians", ActorKind.AID),
        ("National Human Rights Commission", ActorKind.OTHER),
        ("Civil Rights Movement", ActorKind.OTHER),
        ("Orvat Council", ActorKind.OTHER),
        ("The Arkonan human rights commission", ActorKind.OTHER),
        ("Orvat Times", ActorKind.MEDIA),
        ("Orvat Media Centre", ActorKind.MEDIA),
        ("Activist Ada Byrne", ActorKind.WITNESS),
    ],
)
def test_a_bodys_own_name_tells_what_it_does(name: str, kind: ActorKind) -> None:
    assert speaks(name) is kind


def test_officials_of_relief_and_sources_among_neighbours_are_no_states() -> None:
    assert speaks("aid officials", kind=ActorKind.OFFICIAL_ANONYMOUS) is ActorKind.AID
    assert speaks("aid workers", kind=ActorKind.WITNESS) is ActorKind.AID
    assert speaks("sources", kind=ActorKind.OFFICIAL_ANONYMOUS) is ActorKind.OFFICIAL_ANONYMOUS
    assert speaks("local sources", kind=ActorKind.OFFICIAL_ANONYMOUS) is ActorKind.WITNESS
    assert speaks("security sources", kind=ActorKind.OFFICIAL_ANONYMOUS) is ActorKind.OFFICIAL_ANONYMOUS


def test_letters_behind_a_noun_for_somebody_are_a_body() -> None:
    assert calling_told("XRBO", "He may have been a comrade or a hostage XRBO said.") is None
