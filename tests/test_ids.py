import subprocess
import sys

from fogline.ids import digest


def test_the_same_content_has_the_same_id_in_another_process() -> None:
    code = "from fogline.ids import digest; print(digest('claim', 'Hajin', [1, 2], None))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert digest("claim", "Hajin", [1, 2], None) == other


def test_parts_that_read_alike_when_joined_have_different_ids() -> None:
    assert digest("x", "ab", "c") != digest("x", "a", "bc")


def test_lone_surrogates_have_an_id() -> None:
    assert digest("x", "\ud800").startswith("x-")
