"""`dateline make`: sources in, a folder with the timeline as CSV, JSON, GeoJSON and a page out."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.look import CREDIT, LANGUAGE, TILES, check_look
from timeline.cli.online import GAZETTEER, GEOCODER, GEOCODER_ONLY, USER_AGENT
from timeline.errors import BadOption, BadSource, CannotWrite
from timeline.records import Document, Extraction, Problem, Timeline


def make_command(  # noqa: PLR0917 - typer reads the parameters' names, nobody calls it by position
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Text, Markdown, HTML or JSONL files, folders; - is standard input.")
    ],
    output: Annotated[str, typer.Option("-o", "--output", metavar="FOLDER", help="Where the four files go; made where missing.")],
    published: Annotated[str | None, typer.Option(metavar="DAY", help="The day the sources were published on, like 2008-03-01.")] = None,
    from_name: Annotated[
        bool, typer.Option("--published-from-name", help="Where nothing else tells that day, take one in a file's or folder's name.")
    ] = False,
    title: Annotated[str, typer.Option(help="The page's title.")] = "",
    intro: Annotated[str, typer.Option(help="A line or two under the page's title.")] = "",
    credit: Annotated[str, typer.Option(help=CREDIT)] = "",
    tiles: Annotated[str | None, typer.Option(metavar="TEMPLATE", help=TILES)] = None,
    lang: Annotated[str, typer.Option(metavar="LANGUAGE", help=LANGUAGE)] = "en",
    about: Annotated[str | None, typer.Option(metavar="NAME", help="Keep the events in which a person, thing or place takes part.")] = None,
    gazetteer: Annotated[Path | None, typer.Option(metavar="FILE", help=GAZETTEER)] = None,
    geocoder: Annotated[str | None, typer.Option(metavar="NAME", help=GEOCODER)] = None,
    geocoder_only: Annotated[bool, typer.Option("--geocoder-only", help=GEOCODER_ONLY)] = False,
    user_agent: Annotated[str | None, typer.Option(metavar="NAME", envvar="DATELINE_USER_AGENT", help=USER_AGENT)] = None,
    workers: Annotated[int, typer.Option(help="How many processes work.")] = 1,
    excel: Annotated[bool, typer.Option("--excel", help="Begin timeline.csv with the mark by which Excel knows UTF-8.")] = False,
    show: Annotated[bool, typer.Option("--open", help="Open the page when it is done.")] = False,
) -> None:
    """Read articles and write timeline.csv, timeline.json, map.geojson and map.html to a folder.

    Example: dateline make article.txt other-article.html -o out --published 2024-09-05 --open
    """
    timeline = make(
        sources,
        output,
        published=published,
        published_from_name=from_name,
        title=title,
        intro=intro,
        credit=credit,
        tiles=tiles,
        language=lang,
        about=about,
        gazetteer=gazetteer,
        geocoder=geocoder,
        geocoder_only=geocoder_only,
        user_agent=user_agent,
        workers=workers,
        excel=excel,
        progress=sys.stderr.isatty(),
    )
    from timeline.cli.table import show_timeline

    page = Path(output) / "map.html"
    show_timeline(timeline, page, about=about)
    if show:
        typer.launch(page.resolve().as_uri())


def make(
    sources: Sequence[str | Path],
    output: str | Path,
    *,
    published: str | None = None,
    published_from_name: bool = False,
    title: str = "",
    intro: str = "",
    credit: str = "",
    tiles: str | None = None,
    language: str = "en",
    about: str | None = None,
    gazetteer: Path | None = None,
    geocoder: str | None = None,
    geocoder_only: bool = False,
    user_agent: str | None = None,
    workers: int = 1,
    excel: bool = False,
    progress: bool = False,
    opener: Callable[[], Callable[[Document], Extraction]] | None = None,
) -> Timeline:
    """Write the timeline of all sources to the folder `output`, and answer it.

    Args:
        credit, tiles, language: what the page shows, see `maps.page.render_page`.
        about: keep the events in which this name takes part; none found is an empty timeline.
        gazetteer: a file of own places, see `maps.gazetteer.read_places`.
        geocoder, user_agent: an online geocoder for names that the gazetteer lacks, and the name by which it shall know the user.
        geocoder_only: ask that geocoder for the places of all events, instead of the gazetteer.
        progress: show on stderr how far it is.
        opener: answers the per-document function; the pipeline's by default.

    Raises:
        BadSource: a named source cannot be read, or none of all holds a document that can.
        BadOption: `published` is not one day, less than one worker, tiles or a language that no page can have, a mistake in the file of
            own places, or a geocoder that cannot be opened.
        CannotWrite: the folder cannot be written.
    """
    from timeline.cli.about import only_about
    from timeline.cli.online import open_asker
    from timeline.cli.progress import counted
    from timeline.corpus import each
    from timeline.documents import read
    from timeline.places.asked import fill_unlisted, place_anew

    check_look(tiles, language)
    opener = opener or _opener(gazetteer)
    if geocoder_only and not geocoder:
        raise BadOption("--geocoder-only needs a geocoder; with --geocoder nominatim it would work")
    asker = open_asker(geocoder, user_agent) if geocoder else None
    ask = place_anew if geocoder_only else fill_unlisted
    if Path(output).exists() and not Path(output).is_dir():
        raise CannotWrite(f"cannot write into {output}: it is a file; a folder, or a name that is not taken, would work")
    found = read(sources, published=published, published_from_name=published_from_name)
    problems: list[Problem] = []
    extractions: list[Extraction] = []
    for answer in counted(each(found, opener, workers=workers), progress):
        if isinstance(answer, Problem):
            problems.append(answer)
        else:
            extractions.append(ask(answer, asker) if asker else answer)
    if asker and asker.failure:
        failed = f"did not answer ({asker.failure}); what it was not asked before is as the gazetteer has it, or without a place"
        problems.append(Problem(document_id=None, source=f"geocoder {asker.name}", reason=failed))
    if not extractions:
        first = f"{problems[0].source}: {problems[0].reason}" if problems else "the folder is empty"
        raise BadSource(f"no document could be read ({first}); a .txt, .md, .html or .jsonl file would work")
    from timeline.export import write_all
    from timeline.stories import merge

    extractions.sort(key=lambda extraction: _rank(extraction.document))
    timeline = merge(extractions)
    timeline = replace(timeline, problems=(*timeline.problems, *sorted(problems, key=lambda p: (p.source, p.reason))))
    if about is not None:
        timeline = only_about(timeline, about)
    write_all(timeline, Path(output), title=title, intro=intro, credit=credit, tiles=tiles, language=language, excel=excel)
    return timeline


def open_extractor(places: Path | None = None) -> Callable[[Document], Extraction]:
    """The per-document function of the pipeline, opened; with the user's own `places` in front of the gazetteer's."""
    from maps.gazetteer import open_with
    from timeline.pipeline import open_pipeline

    pipeline = open_pipeline()
    return (replace(pipeline, gazetteer=open_with(places)) if places else pipeline).extract


def _opener(places: Path | None) -> Callable[[], Callable[[Document], Extraction]]:
    """What opens the pipeline in a worker; the file of own places is read once before, so that a mistake in it ends the run at once."""
    if places is None:
        return open_extractor
    from maps.gazetteer import read_places

    try:
        read_places(places)
    except ValueError as error:
        raise BadOption(f"--gazetteer {error}") from error
    return partial(open_extractor, places)


def _rank(document: Document) -> tuple[str, str, str]:
    """By day of publication, those without one last: the order in which the sources were named changes nothing."""
    return document.published or "~", document.source, document.id
