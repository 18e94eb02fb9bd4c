"""The command's entry: our errors become one line on stderr and exit code 2."""

import os
import sys
from typing import Annotated

import typer

from timeline import __version__
from timeline.cli.annotate import annotate_command
from timeline.cli.explain import explain_command
from timeline.cli.make import make_command
from timeline.cli.map import map_command
from timeline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Turn news and other narrative text into an ordered, mapped, sourced record of what happened.",
    epilog="Begin with: dateline make article.txt -o out",
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("make")(make_command)
app.command("annotate")(annotate_command)
app.command("map")(map_command)
app.command("explain")(explain_command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")] = False,
) -> None:
    """Turn news and other narrative text into an ordered, mapped, sourced record of what happened."""
    if context.invoked_subcommand is None and not version:
        typer.echo(context.get_help())


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its code: 0 done, 2 for an error that the line on stderr names, 130 when interrupted."""
    try:
        code = app(arguments, prog_name="dateline", standalone_mode=False)
    except DatelineError as error:
        code = _fail(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:
        # typer's usage errors: their class moved between its versions, their method did not
        told = getattr(error, "format_message", None)
        if told is None:
            raise
        code = _fail(f"{told()} (see dateline --help)")
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> int:
    print("dateline:", " ".join(message.split()), file=sys.stderr)
    return 2
