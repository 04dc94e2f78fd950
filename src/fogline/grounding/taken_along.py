"""People who are moved to another place by whoever helps them: "took 40 families out", "ferried 2,000 people to Orvat"."""

from __future__ import annotations

from fogline.grounding.number import Token
from fogline.grounding.phrase_words import SENTENCE_ENDS
from fogline.grounding.quantity_evidence import event_of
from fogline.grounding.word_lists import word_set

__all__ = ["taken_along"]

# These move whoever they are said of; the others need "out", "off", "away" or "in" beside them.
_CARRY = word_set("carried carry carries carrying flown flew ferried bussed bused airlifted driven drove")
_MOVE = _CARRY | word_set("taken took take takes taking brought bring brings bringing sent send sending let lets letting led")
_AWAY = word_set("out off away")
_ONE = word_set("a an one his her its their the my him he she")
_HELPERS = word_set(
    "doctors doctor nurses medics rescuers workers volunteers experts surgeons engineers paramedics staff specialists team teams firefighters advisers observers troops soldiers police"
)
_BEING = word_set("was were been being be are is have has had also")


def taken_along(words: list[Token], first: int, last: int) -> str | None:
    """Return "displaced" where the counted are said to be moved away, or let in, with help; None where nothing says so."""
    inside = [w.word for w in words[first:last]]
    if inside[:1] != [] and (inside[0] in _ONE or any(event_of(w) is not None for w in inside)):
        return None  # whoever is carried alone, or hurt, is a patient
    if any(w in _HELPERS for w in inside):
        return None  # "flew 50 doctors to Orvat"
    before = [w.word for w in words[max(0, first - 3) : first]]
    behind = _up_to_the_end(words, last)
    if before[-1:] in (["in"], ["out"], ["off"], ["away"]) and before[-2:-1] != [] and before[-2] in _MOVE:
        let = before[-2].startswith(("let", "lett"))
        return "displaced" if before[-1] != "in" or let else None  # "let in 300", "brought out nine"
    if before[-1:] != [] and before[-1] in _MOVE:
        if before[-1] in _CARRY and "to" in behind[:4]:
            return "displaced"
        return "displaced" if any(w in _AWAY for w in behind[:5]) else None
    at = next((k for k, w in enumerate(behind) if w not in _BEING and w not in ("who", "that")), len(behind))
    if 0 < at < len(behind) and behind[at] in _MOVE:
        follows = behind[at + 1] if at + 1 < len(behind) else ""
        gone = follows in _AWAY or (follows == "in" and behind[at] == "let") or (follows == "to" and behind[at] in _CARRY)
        return "displaced" if gone else None
    return None


def _up_to_the_end(words: list[Token], last: int) -> list[str]:
    """Return the next words behind the counted in their sentence."""
    out: list[str] = []
    for token in words[last : last + 8]:
        if token.word in SENTENCE_ENDS:
            break
        out.append(token.word)
    return out
