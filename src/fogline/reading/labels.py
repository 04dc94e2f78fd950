"""The names and the order of everything that the reader's heads put out.

Training and reading share this file, so that column 7 means the same in
both. Changing an order needs new weights; ``SCHEME`` is stored with the
weights and checked when they are loaded.
"""

from __future__ import annotations

from fogline.reading.reading import Modality, Role
from fogline.reading.types import TYPES as CLAIM_TYPES

SCHEME = "2"

# Begin, inside, outside: the three states of a word for every kind of span.
OUTSIDE, BEGIN, INSIDE = 0, 1, 2

# The slots of MUC-4 templates whose fillers are words of the text.
FILLERS = ("perp-ind", "perp-org", "physical-target", "victim", "victim-desc", "weapon")
INCIDENTS = ("ARSON", "ATTACK", "BOMBING", "FORCED WORK STOPPAGE", "HIJACKING", "KIDNAPPING", "ROBBERY")
TAGS = ("source", "cue", "content", "trigger", "toponym", *FILLERS)
TYPES = tuple(CLAIM_TYPES)
MODALITIES = tuple(m.value for m in Modality)
VERIFICATIONS = ("none", "unverified", "verified")
COUNTS = ("killed", "injured", "detained", "displaced", "trapped", "missing", "fighters", "civilians", "area-km2", "other")
ROLES = tuple(r.value for r in Role)
ATTRIBUTION_ROLES = ("source", "content")
PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
