"""`dateline map`: a timeline.csv that a person edited -> a page."""

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.look import CREDIT, LANGUAGE, TILES, check_look
from timeline.errors import BadSource


def map_command(  # noqa: PLR0917 - typer reads the parameters' names, nobody calls it by position
    source: Annotated[str, typer.Argument(metavar="TIMELINE.csv", help="A timeline.csv, edited or not.")],
    output: Annotated[str, typer.Option("-o", "--output", metavar="MAP.html", help="Where to write; - is standard output.")] = "map.html",
    title: Annotated[str, typer.Option(help="The page's title; the file's name where none is given.")] = "",
    intro: Annotated[str, typer.Option(help="A line or two under the title.")] = "",
    credit: Annotated[str, typer.Option(help=CREDIT)] = "",
    tiles: Annotated[str | None, typer.Option(metavar="TEMPLATE", help=TILES)] = None,
    lang: Annotated[str, typer.Option(metavar="LANGUAGE", help=LANGUAGE)] = "en",
) -> None:
    """Make a page from a timeline.csv that you edited.

    Example: dateline map out/timeline.csv -o out/map.html --title "Our trip"
    """
    make_page(source, output, title=title, intro=intro, credit=credit, tiles=tiles, language=lang)


def make_page(
    source: str, output: str, *, title: str = "", intro: str = "", credit: str = "", tiles: str | None = None, language: str = "en"
) -> None:
    """Write the page of a timeline.csv.

    Raises:
        BadSource: `source` is missing, or no timeline.csv; the message says which line and column.
        BadOption: tiles or a language that no page can have.
        CannotWrite: `output` cannot be written.
    """
    check_look(tiles, language)
    path = Path(source)
    if not path.is_file():
        raise BadSource(f"{source} is no file; a timeline.csv that dateline make wrote would work")
    from maps.page import render_page
    from timeline.cli.writing import whole
    from timeline.documents.encoding import decode
    from timeline.export import from_csv

    try:
        collection = from_csv(decode(path.read_bytes(), path.name))
    except OSError as error:
        raise BadSource(f"{source} cannot be read ({error.strerror}); a readable file would work") from error
    html = render_page(collection, title=title or path.stem, intro=intro, credit=credit, tiles=tiles, language=language)
    with whole(output) as file:
        file.write(html)
