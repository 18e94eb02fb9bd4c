"""Print the pins of constraints.txt: what Dateline and its dev and browser extras need, at the versions installed here."""

import re
from importlib.metadata import PackageNotFoundError, distribution

_SKIPPED = {"dateline"}
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def closure(start: str, extras: set[str]) -> dict[str, str]:
    """Name and version of every distribution that `start` with its extras needs on any machine and is installed here."""
    found: dict[str, str] = {}
    waiting = [(start, frozenset(extras))]
    seen = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[_name(name)] = package.version
        for line in package.requires or ():
            marker = re.search(r"extra\s*==\s*['\"]([^'\"]+)['\"]", line)
            match = _REQUIREMENT.match(line)
            if match and (marker is None or marker[1] in wanted):
                waiting.append((match[1], frozenset(_name(extra) for extra in (match[2] or "").replace(" ", "").split(",") if extra)))
    return found


if __name__ == "__main__":
    pins = closure("dateline", {"dev", "browser"})
    print("# Versions that Dateline was tested with; written by `make pins`.")
    for name in sorted(set(pins) - _SKIPPED):
        print(f"{name}=={pins[name].partition('+')[0]}")
