"""Every claim on a line of JSON, with the codebook's keys, spans and bases."""

from __future__ import annotations

import json
from typing import TextIO

from fogline.exports.harm import made_public
from fogline.exports.material import Material, claims_in_order
from fogline.exports.records import claim_record


class ClaimsJsonl:
    """The fullest export: one claim a line. Spans count code points of the report's kept text."""

    name = "claims-jsonl"
    media_type = "application/x-ndjson"
    suffix = ".jsonl"

    def write(self, material: Material, out: TextIO, *, public: bool = True) -> None:
        shown = made_public(material) if public else material
        for claim in claims_in_order(shown):
            record = claim_record(claim, reviewed=claim.id in shown.reviewed)
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
