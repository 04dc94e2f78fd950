"""How the files of the registry are read."""

from __future__ import annotations

import pytest

from fogline.grounding.registry_files import cell_list, read_actors, read_rows


def test_what_is_called_un_is_also_called_by_the_full_name() -> None:
    content = {"region": "un", "kind": "un", "actors": [{"id": "x", "name": "UNX", "aliases": ["UN Harbour Fund"]}]}
    (actor,) = read_actors("un.yaml", content)
    assert actor.aliases == ("UN Harbour Fund", "United Nations Harbour Fund")


def test_an_entry_with_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match=r"un.yaml: 'x' has unknown keys \['alias'\]"):
        list(read_actors("un.yaml", {"kind": "un", "actors": [{"id": "x", "name": "UNX", "alias": []}]}))


def test_empty_cells_of_a_table_are_filled_in_and_comments_skipped() -> None:
    assert list(read_rows("# a comment\n\nA\tAda|Byrne\n", 3)) == [["A", "Ada|Byrne", ""]]
    assert cell_list("Ada| Byrne|") == ["Ada", "Byrne"]
