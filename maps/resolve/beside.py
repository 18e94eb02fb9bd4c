"""The towns in which a story stands where it names a palace, a square or a station: those named just before in the same sentence."""

from collections.abc import Mapping, Sequence

from maps.place import Place, Toponym

TOWNS = frozenset({"city", "neighbourhood", "site"})
AWAY = frozenset({"from", "for", "outside", "of"})
"""What stands behind one of these is where the story is not: the town left, or aimed at, or somebody's home."""
Key = tuple[str, ...]


def towns_beside(toponyms: Sequence[Toponym], keys: Sequence[Key], read: Mapping[Key, Place | None]) -> dict[Key, Place]:
    """For each name that is not in `read`: the town named last before it in its sentence.

    The first mention that has such a town decides. Names whose sentence is not known have none.
    """
    out: dict[Key, Place] = {}
    last: tuple[int, Place] | None = None
    for key, toponym in zip(keys, toponyms, strict=True):
        if toponym.sentence is None:
            continue
        if key not in read:
            if last is not None and last[0] == toponym.sentence:
                out.setdefault(key, last[1])
            continue
        town = read[key]
        if town is not None and town.granularity in TOWNS and not toponym.demonym and toponym.preposition not in AWAY:
            last = toponym.sentence, town
    return out
