"""Verbs of saying beside somebody: who speaks, denies and admits in a text."""

from __future__ import annotations

import re

__all__ = ["CLAIMING", "SAID", "SAYING"]

SAYING = re.compile(
    r"[,’'s]*\s*(?:also |later |has |had )?(?:said|says|told|added|warned|reported|insisted|stressed|announced|claimed)\b"
)
# Behind whoever speaks, denies, admits: "its troops" of the same clause are the speaker's.
CLAIMING = re.compile(
    r"(?:[’']s (?:army|military|government|foreign ministry|defen[cs]e ministry))?\s+(?:also |later |has |had |have |again |repeatedly )*"
    r"(?:said|says|saying|told|denied|denies|rejects?|rejected|claimed|claims|admitted|admits|acknowledged|confirmed|insisted|insists|announced|"
    r"reported|stated|declared|vowed|warned|maintains|maintained|conceded|disputes|disputed|added|pledged|promised|ordered|accused|blamed)\b"
)
SAID = re.compile(r"\b(?:said|says|added|told|to)\s+(?:the\s+)?$")
