"""The command `dateline`: one verb a file, each a thin typer function over a plain one."""

from timeline.cli.app import main

__all__ = ["main"]
