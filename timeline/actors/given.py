"""Whether a given name is a man's or a woman's: names borne by one of them almost alone (`given_names.txt`)."""

import functools
import unicodedata
from collections.abc import Mapping
from importlib.resources import files


def _plain(name: str) -> str:
    """The name in lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


@functools.cache
def _genders() -> Mapping[str, str]:
    genders: dict[str, str] = {}
    gender = ""
    for line in files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            gender = line.strip("[] ")
        elif not line.startswith("#"):
            genders.update((_plain(name), gender) for name in line.split())
    return genders


def gender_of_name(name: str) -> str | None:
    """ "m" or "f" for a full name or a given name, None where it does not tell.

    >>> gender_of_name("Zoë Baird"), gender_of_name("José Mujica"), gender_of_name("Kim")
    ('f', 'm', None)
    """
    given = _plain(name).replace("-", " ").split()[:1]
    return _genders().get(given[0]) if given else None
