"""The style sheet's promise: text stands out from what it stands on, in light and in dark (WCAG 2, 4.5 to 1)."""

from __future__ import annotations

import re

import pytest

from fogline.workbench.assets import STATIC

CSS = (STATIC / "fogline.css").read_text(encoding="utf-8")


def scheme(name: str) -> dict[str, str]:
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS.split("@media (prefers-color-scheme: dark)")[0]))
    dark = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS.split("@media (prefers-color-scheme: dark)")[1].split("}\n}")[0]))
    assert set(dark) <= set(light)
    return light if name == "light" else light | dark


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(left: str, right: str) -> float:
    high, low = sorted((luminance(left), luminance(right)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXT_ON = [
    *((text, ground) for text in ("ink", "soft", "accent", "good", "bad", "purple", "warn-ink") for ground in ("paper", "panel")),
    *((text, "chosen") for text in ("ink", "accent", "good", "bad", "purple", "warn-ink", "soft")),
    *(("ink", ground) for ground in ("mark", "mark-deep", "land", "warn-bg")),
    ("warn-ink", "warn-bg"),
    ("soft", "warn-bg"),
    ("country", "land"),
    ("panel", "accent"),
]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_stands_out_from_its_ground(name: str, text: str, ground: str) -> None:
    colours = scheme(name)
    assert contrast(colours[text], colours[ground]) >= 4.5, f"{contrast(colours[text], colours[ground]):.2f}"


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    ("sign", "ground"),
    [
        ("focus", "paper"),
        ("focus", "panel"),
        ("point", "land"),
        ("area", "land"),
        ("bar", "paper"),
        ("for", "paper"),
        ("against", "paper"),
    ],
)
def test_signs_stand_out_from_their_ground(name: str, sign: str, ground: str) -> None:
    colours = scheme(name)
    assert contrast(colours[sign], colours[ground]) >= 3.0
