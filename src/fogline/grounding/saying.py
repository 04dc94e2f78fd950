"""Verbs of saying beside somebody: who speaks, denies and admits in a text."""

from __future__ import annotations

import re

__all__ = ["CLAIMING", "SAID", "SAYING", "SAYS_THAT"]

SAYING = re.compile(
    r"[,’'s]*\s*(?:also |later |has |had )?(?:said|says|told|added|warned|reported|insisted|stressed|announced|claimed)\b"
)
# Behind whoever speaks, denies, admits: "its troops" of the same clause are the speaker's.
CLAIMING = re.compile(
    r"(?:[’']s (?:army|military|government|foreign ministry|defen[cs]e ministry))?\s+(?:also |later |has |had |have |again |repeatedly )*"
    r"(?:said|says|saying|told|denied|denies|rejects?|rejected|claimed|claims|admitted|admits|acknowledged|confirmed|insisted|insists|announced|"
    r"reported|stated|declared|vowed|warned|maintains|maintained|conceded|disputes|disputed|added|pledged|promised|ordered|accused|blamed)\b"
)
# All that stands between somebody and what they say, with who they are between commas.
SAYS_THAT = re.compile(
    r"(?:,(?:[^,.;:“”\"\n]{1,80},)?)?"
    rf"(?:,?\s+who)?(?:{CLAIMING.pattern}|\s+(?:also )?(?:say|claim|insist|swear|swore|admit|deny|vow|maintain)\b)(?:,\s+too)?(?:\s+(?:on|in)\s+(?:an?\s+)?\w+)?(?:,?\s+that)?\s+(?:(?:some|several|many|most|all|\d+)(?:\s+of)?\s+)?"
)
SAID = re.compile(r"\b(?:said|says|added|told|to)\s+(?:the\s+)?$")
