"""The options of a page that can be wrong, checked before any work begins."""

from timeline.errors import BadOption

TILES = 'Online map that readers may switch on, like "https://tile.openstreetmap.org/{z}/{x}/{y}.png"; off until they do.'
LANGUAGE = "The language that the page itself speaks, like en or de."
CREDIT = "Who made the page; shown at its head."


def check_look(tiles: str | None, language: str) -> None:
    """Refuse a template of tiles or a language that no page can have; raises BadOption."""
    from maps.page import check_look as check

    try:
        check(tiles=tiles, language=language)
    except ValueError as error:
        raise BadOption(str(error)) from error
