"""Print the figures of the program as it is, beside their floors: python -m tests.quality.board [SET...]."""

import json
import sys

from tests.quality.measure import FLOORS, is_worse, measured, rows


def board(names: list[str]) -> str:
    """One table a set: figure, now, floor, and a mark where it is worse."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lines = []
    for name in names:
        count = len(rows(name))
        lines.append(f"{name}: {count} texts" if count else f"{name}: not here")
        floors = pinned.get(name, {}).get("figures", {})
        for figure, now in measured(name).items() if count else ():
            floor = floors.get(figure)
            mark = "" if floor is None or not is_worse(figure, now, floor) else "  WORSE"
            lines.append(f"  {figure:16}{now:8.3f}{'' if floor is None else f'{floor:8.3f}'}{mark}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(board(sys.argv[1:] or ["seeds"]))
