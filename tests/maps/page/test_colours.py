"""The page's colours: contrast as WCAG 2.2 AA asks, and kinds of events that eyes without one of the cones still tell apart."""

import re
from itertools import combinations
from pathlib import Path

import pytest

BASE = (Path(__file__).parents[3] / "maps" / "page" / "assets" / "style" / "base.css").read_text(encoding="utf-8")
GROUPS = ["move", "talk", "force", "law", "harm", "help", "work"]

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
SIGHTS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def colours(scheme):
    light, dark = BASE.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light.split(":root {")[1]))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark.partition("\n}")[0])) if scheme == "dark" else {})


def linear(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour):
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    """CIE 1976 L*a*b* of linear sRGB, D65."""
    x, y, z = (
        sum(m * c for m, c in zip(row, rgb, strict=True))
        for row in ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0178, 0.1098, 0.8730))
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (max(0, x), max(0, y), max(0, z)))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour, sight):
    return [sum(m * c for m, c in zip(row, linear(colour), strict=True)) for row in SIGHTS[sight]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_have_the_contrast_of_text(scheme):
    known = colours(scheme)
    for ink in ("ink", "soft", *GROUPS):
        for ground in ("paper", "panel"):
            assert contrast(known[ink], known[ground]) >= 4.5, (ink, ground)
    for ground in ("faint", "chosen"):
        assert contrast(known["ink"], known[ground]) >= 4.5, ground
    assert contrast(known["map-text"], known["map-land"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_signs_and_the_focus_have_the_contrast_of_graphics(scheme):
    known = colours(scheme)
    for mark in (*GROUPS, "focus"):
        for ground in ("map-land", "map-sea", "paper", "panel", "chosen"):
            assert contrast(known[mark], known[ground]) >= 3, (mark, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_of_events_are_told_apart_by_eyes_without_a_cone(scheme, sight):
    """Colours that come near one another belong to signs of different shapes; none may be the same."""
    known = colours(scheme)
    for a, b in combinations(GROUPS, 2):
        apart = sum((p - q) ** 2 for p, q in zip(lab(seen(known[a], sight)), lab(seen(known[b], sight)), strict=True)) ** 0.5
        assert apart > 11, (a, b, apart)
