"""How the files of the registry are written: actors of a region in YAML, tables with a tab between cells and "|" within them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from fogline.grounding.grounding import Actor, ActorKind
from fogline.grounding.word_lists import word_set

__all__ = ["cell_list", "read_actors", "read_rows", "read_yaml"]

_ENTRY = word_set("id name kind country inter sector parent since until party_in aliases ambiguous")
# What is called "UN …" is also called "United Nations …".
_UN = "UN "


def read_yaml(text: str) -> Mapping[str, Any]:
    """Return what a registry file holds."""
    loaded = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(loaded, Mapping):
        raise ValueError(f"A registry file must hold a mapping, not {type(loaded).__name__}.")
    return loaded


def read_actors(file_name: str, content: Mapping[str, Any]) -> Iterator[Actor]:
    """Yield the actors of one region's file; what a file leaves out of an entry may stand at its head."""
    for entry in content["actors"]:
        unknown = entry.keys() - _ENTRY
        if unknown:
            raise ValueError(f"{file_name}: {entry.get('id')!r} has unknown keys {sorted(unknown)}.")
        yield Actor(
            entry["id"],
            entry["name"],
            ActorKind(entry.get("kind", content.get("kind"))),
            tuple(_spelled_out([str(a) for a in entry.get("aliases", ())])),
            entry.get("country"),
            entry.get("inter"),
            entry.get("sector"),
            entry.get("parent"),
            tuple(entry.get("party_in", ())),
            since=entry.get("since"),
            until=entry.get("until"),
            region=content.get("region"),
            ambiguous=tuple(str(a) for a in entry.get("ambiguous", ())),
        )


def _spelled_out(aliases: Sequence[str]) -> list[str]:
    full = [f"United Nations {a.removeprefix(_UN)}" for a in aliases if a.startswith(_UN)]
    return list(dict.fromkeys([*aliases, *full]))


def read_rows(text: str, columns: int) -> Iterator[list[str]]:
    """Yield the cells of a table's rows, those left out as empty; lines with # are comments."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [c.strip() for c in line.split("\t")]
            yield (cells + [""] * columns)[:columns]


def cell_list(cell: str) -> list[str]:
    """Return what one cell holds, with | between."""
    return [part.strip() for part in cell.split("|") if part.strip()]
