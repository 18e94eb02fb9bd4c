"""Pin the figures as they are now: python -m tests.quality.repin [--lower --reason TEXT] [SET...].

A figure that is better than its floor (or new) raises it. A figure that is worse is refused, unless `--lower` is given with a reason,
which is kept beside the floor.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from typing import Any

from tests.quality.measure import FLOORS, SETS, digest, is_worse, measured, rows


def repinned(old: Mapping[str, Any], now: Mapping[str, float], fingerprint: str, reason: str | None) -> tuple[dict[str, Any], list[str]]:
    """The new entry of a set, and the figures that would be lowered without leave.

    Args:
        old: the set's entry so far (empty for a new set).
        now: its figures as measured.
        reason: why figures may be lowered; None for not at all.
    """
    floors = dict(old.get("figures", {}))
    worse = [figure for figure, floor in floors.items() if figure in now and is_worse(figure, now[figure], floor)]
    kept = {figure: floors[figure] if figure in worse and reason is None else value for figure, value in now.items()}
    lowered = [*old.get("lowered", [])]
    if worse and reason is not None:
        lowered.append({"reason": reason, "figures": {figure: [floors[figure], now[figure]] for figure in worse}})
    entry: dict[str, Any] = {"digest": fingerprint, "figures": kept}
    return (entry | {"lowered": lowered} if lowered else entry), ([] if reason is not None else worse)


def main(arguments: list[str] | None = None) -> int:
    """Re-pin; 1 where something was refused, and then nothing is written."""
    parser = argparse.ArgumentParser(prog="repin", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(SETS))
    parser.add_argument("--lower", action="store_true", help="allow lower figures; needs --reason")
    parser.add_argument("--reason", default="", help="why they may be lower")
    options = parser.parse_args(arguments)
    if options.lower != bool(options.reason.strip()):
        parser.error("--lower and --reason go together")
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    refused = []
    for name in options.sets:
        if rows(name):
            pinned[name], worse = repinned(pinned.get(name, {}), measured(name), digest(name), options.reason if options.lower else None)
            refused += [f"{name} {figure}" for figure in worse]
    if refused:
        print(
            "not pinned, since these are worse than their floors (--lower --reason '...' allows it):", *refused, sep="\n  ", file=sys.stderr
        )
        return 1
    FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
