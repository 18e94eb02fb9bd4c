"""How often an answer is wrong, and how much is answered, as the threshold rises: the figures and the plot of docs/places.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

THRESHOLDS = (0.0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_COLOURS = ("#0b6e99", "#c4572c", "#5b8c2a")
_WIDTH, _HEIGHT, _LEFT, _TOP, _INNER_W, _INNER_H = 680, 420, 64, 24, 590, 330


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One gold name that was found and has a candidate: how likely the best one is, and whether place and country are right."""

    likely: float
    right: bool
    wrong_country: bool


def curve(answers: Sequence[Answer]) -> list[tuple[float, float, float, float]]:
    """For each threshold: share answered, precision (within the scorer's limit), answers in the wrong country per 100."""
    out = []
    for threshold in THRESHOLDS:
        kept = [answer for answer in answers if answer.likely >= threshold]
        n = max(1, len(kept))
        out.append((threshold, len(kept) / len(answers), sum(a.right for a in kept) / n, 100 * sum(a.wrong_country for a in kept) / n))
    return out


def table(curves: dict[str, list[tuple[float, float, float, float]]]) -> str:
    """The same as Markdown."""
    lines = [
        "| threshold | " + " | ".join(f"{name}: answered | right | wrong country per 100" for name in curves) + " |",
        "|---" * (1 + 3 * len(curves)) + "|",
    ]
    for index, threshold in enumerate(THRESHOLDS):
        cells = (f"{rows[index][1]:.3f} | {rows[index][2]:.3f} | {rows[index][3]:.1f}" for rows in curves.values())
        lines.append(f"| {threshold:g} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def plot(curves: dict[str, list[tuple[float, float, float, float]]], target: Path) -> None:
    """Precision against share answered as an SVG: share from 0.4 to 1, precision from 0.8 to 1; 0.5 is the threshold in use."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for tick in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        parts.append(f'<line x1="{_x(tick)}" x2="{_x(tick)}" y1="{_y(0.8)}" y2="{_y(1)}" stroke="#ddd"/>')
        parts.append(f'<text x="{_x(tick)}" y="{_y(0.8) + 18}" text-anchor="middle">{tick:g}</text>')
    for tick in (0.8, 0.85, 0.9, 0.95, 1.0):
        parts.append(f'<line x1="{_x(0.4)}" x2="{_x(1)}" y1="{_y(tick)}" y2="{_y(tick)}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    parts.append(f'<text x="{_x(0.7)}" y="{_HEIGHT - 12}" text-anchor="middle">share of the names found that are answered</text>')
    parts.append(f'<text transform="translate(16 {_y(0.9)}) rotate(-90)" text-anchor="middle">share of the answers that are right</text>')
    for colour, (name, rows) in zip(_COLOURS, curves.items(), strict=False):
        points = [(share, right, threshold) for threshold, share, right, _ in rows if share >= 0.4 and right >= 0.8]
        path = " ".join(f"{_x(share)},{_y(right)}" for share, right, _ in points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for share, right, threshold in points:
            radius = 5 if threshold == 0.5 else 2.5
            parts.append(
                f'<circle cx="{_x(share)}" cy="{_y(right)}" r="{radius}" fill="{colour}"><title>{name}, {threshold:g}</title></circle>'
            )
        row = list(curves).index(name)
        parts.append(f'<text x="{_LEFT + 12}" y="{_y(0.8) - 14 - 18 * row}" fill="{colour}">{name}</text>')
    target.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def _x(share: float) -> float:
    return round(_LEFT + (share - 0.4) / 0.6 * _INNER_W, 1)


def _y(right: float) -> float:
    return round(_TOP + (1 - right) / 0.2 * _INNER_H, 1)
