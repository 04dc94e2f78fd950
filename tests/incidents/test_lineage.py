from __future__ import annotations

from dataclasses import replace

from builders import IS, MONITOR, SDF, a_claim, a_report, a_voice, by_id, monitor, party
from fogline.claims.claim import Claim, Voice
from fogline.incidents.incident import Origin
from fogline.incidents.lineage import against_interest, origins
from fogline.intake.report import Report
from fogline.span import Span

SENTENCE = "Jets struck Hajin on Wednesday"


def told(outlet: str, *chain: Voice, agency: str | None = None, **fields: object) -> tuple[Report, Claim]:
    report = a_report(f"{SENTENCE}.", "2018-12-12", outlet, agency=agency)
    fields.setdefault("actor", "US-led coalition")
    return report, a_claim(report, SENTENCE, trigger="struck", by=chain or None, place="Hajin", **fields)  # type: ignore[arg-type]


def counted(*stories: tuple[Report, Claim]) -> tuple[Origin, ...]:
    return origins([c for _, c in stories], by_id(*(r for r, _ in stories)))


def test_a_hundred_outlets_quoting_the_monitor_are_one_origin() -> None:
    (origin,) = counted(*(told(f"Outlet {n}", monitor()) for n in range(100)))
    assert origin.name == MONITOR
    assert len(origin.claim_ids) == 100
    assert "count once" in origin.reason


def test_wire_copies_count_as_one_witness() -> None:
    (origin,) = counted(told("Herald", agency="AFP"), told("Courier", agency="AFP"), told("Star", agency="AFP"))
    assert origin.name == "AFP"


def test_many_stories_resting_on_one_publisher_corroborate_nothing() -> None:
    publisher = a_voice("Frontline Daily", "media")
    assert len(counted(*(told(f"Outlet {n}", publisher) for n in range(12)), told("Frontline Daily"))) == 1


def test_outlets_that_say_no_source_are_one_origin_together() -> None:
    (origin,) = counted(told("Herald"), told("Courier"))
    assert "all who tell it count once" in origin.reason


def test_unsourced_narration_adds_nothing_beside_a_named_source() -> None:
    assert [o.name for o in counted(told("Herald", monitor()), told("Courier"))] == [MONITOR]


def test_people_without_a_name_count_once_however_they_are_called() -> None:
    found = counted(
        told("Herald", monitor()), told("Courier", a_voice("residents", "witness")), told("Star", a_voice("a doctor", "witness"))
    )
    assert len(found) == 2 and found[0].name == MONITOR
    assert "cannot be told apart" in found[1].reason


def test_of_a_chain_the_monitor_answers_for_what_activists_tell_it() -> None:
    (origin,) = counted(told("Herald", a_voice("AFP", "media"), monitor(), a_voice("activists", "witness")))
    assert origin.name == MONITOR
    assert "citing activists" in origin.reason and "relayed by AFP" in origin.reason


def test_joint_speakers_are_two_origins() -> None:
    joint = Voice("White Helmets", a_voice("x", "aid").kind, "the White Helmets", joint=True)
    assert {o.name for o in counted(told("Herald", monitor(), joint))} == {MONITOR, "White Helmets"}


def test_state_media_speak_for_their_state_on_its_own_ground() -> None:
    (origin,) = counted(told("SANA"), told("Herald", a_voice("SANA", "media")))
    assert (origin.name, origin.interested) == ("Syria", True)


def test_a_foreign_state_agency_relaying_others_adds_no_origin() -> None:
    found = counted(told("Herald", monitor()), told("Courier", a_voice("Anadolu Agency", "media")))
    assert [o.name for o in found] == [MONITOR]


def test_a_force_and_its_command_are_one_origin() -> None:
    assert len(counted(told("Herald", party("United States")), told("Courier", party("US-led coalition")))) == 1


def test_a_retracted_claim_supports_nothing() -> None:
    assert counted(told("Herald", monitor(), flags=("retracted",))) == ()


def test_a_party_owning_to_losses_speaks_against_its_interest() -> None:
    report = a_report("The SDF said 14 of its fighters died in the ambush near Hajin.", "2018-12-12")
    quote = "14 of its fighters died in the ambush near Hajin"
    loss = a_claim(report, quote, "armed-clash", trigger="ambush", actor=IS, target=SDF, killed=14, by=SDF)
    boast = a_claim(report, quote, "armed-clash", trigger="ambush", actor=SDF, target=IS, killed=14, by=SDF)
    assert against_interest(loss, report) == f"{SDF} owns to losses of its own"
    assert against_interest(boast, report) is None


def test_a_party_is_not_held_to_words_that_are_its_own_by_a_guess() -> None:
    report = a_report("Russian missiles killed 12 people in Odesa, officials said.", "2024-06-05")
    fields = {"trigger": "killed", "actor": "Russia", "target": "civilians", "killed": 12}
    quote = "Russian missiles killed 12 people in Odesa"
    guessed = replace(party("Russia"), text="officials", basis="coreference")
    owned = a_claim(report, quote, "air-strike", by=party("Russia"), **fields)
    assert against_interest(owned, report) == "Russia owns to harm that it did to civilians"
    assert against_interest(a_claim(report, quote, "air-strike", by=guessed, **fields), report) is None


def test_relief_agencies_without_a_name_are_no_named_origin() -> None:
    (origin,) = counted(told("Herald", a_voice("aid agencies", "aid")), told("Star", a_voice("doctors", "witness")))
    assert "people without a name cannot be told apart" in origin.reason


def test_a_country_that_a_monitor_is_based_in_says_nothing() -> None:
    report = a_report("Jets struck Hajin, the head of the Britain-based group said.")
    at = report.text.index("Britain")
    britain = replace(a_voice("United Kingdom", "party"), span=Span(at, at + 7))
    claim = a_claim(report, "Jets struck Hajin", trigger="struck", by=(britain, replace(monitor(), joint=True)))
    assert [o.name for o in origins([claim], by_id(report))] == [MONITOR]


def test_a_body_told_twice_in_one_breath_is_one_origin() -> None:
    report = a_report("Jets struck Hajin, said the UN children's agency UNICEF. Jets struck Hajin, said residents and UNICEF.")

    def spoken(name: str, kind: str, words: str, after: int, joint: bool) -> Voice:
        at = report.text.index(words, after)
        return replace(a_voice(name, kind, text=words, joint=joint), span=Span(at, at + len(words)))

    told = (spoken("United Nations", "un", "the UN children's agency", 0, False), spoken("UNICEF", "un", "UNICEF", 0, True))
    claim = a_claim(report, "Jets struck Hajin", trigger="struck", by=told)
    assert [o.name for o in origins([claim], by_id(report))] == ["UNICEF"]
    two = (spoken("residents", "witness", "residents", 60, False), spoken("UNICEF", "un", "UNICEF", 60, True))
    assert len(origins([a_claim(report, "Jets struck Hajin", trigger="struck", by=two)], by_id(report))) == 2


def test_lawyers_under_a_name_of_their_own_are_a_body_and_doctors_are_people() -> None:
    both = counted(told("Herald", a_voice("Emergency Lawyers", "other")), told("Courier", a_voice("doctors", "witness")))
    assert [o.name for o in both] == ["Emergency Lawyers", "doctors"]


def test_only_a_voice_without_a_name_is_said_to_have_none() -> None:
    (named,) = counted(told("Herald", a_voice("Tom Byrne", "other")))
    (unnamed,) = counted(told("Herald", a_voice("a teacher", "witness")))
    assert named.reason == "Tom Byrne, who speaks for no body that is known"
    assert unnamed.reason == "a teacher, not named"


def test_joint_speakers_told_of_by_the_same_words_are_two_origins() -> None:
    report = a_report("Jets struck Hajin, Iraqi and Syrian police said.")
    at = report.text.index("Iraqi")
    both = [
        replace(a_voice(name, "government", text="Iraqi and Syrian police"), span=Span(at, at + 23))
        for name in ("Iraq", "Jordan")
    ]
    claim = a_claim(report, "Jets struck Hajin", trigger="struck", by=(both[0], replace(both[1], joint=True)))
    assert len(origins([claim], by_id(report))) == 2


def test_a_team_or_tracker_under_a_name_of_its_own_is_a_body() -> None:
    both = counted(
        told("Herald", a_voice("Gorat Information Team", "other")), told("Courier", a_voice("Gorat Security Tracker", "other"))
    )
    assert [o.name for o in both] == ["Gorat Information Team", "Gorat Security Tracker"]
    assert len(counted(told("Herald", a_voice("rescue team", "witness")), told("Courier", a_voice("residents", "witness")))) == 1
