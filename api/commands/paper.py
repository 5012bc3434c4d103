"""What a command prints: lines of a tree, JSON, progress; colour and width only on a terminal.

Takes lines of `organica.render.tree` or plain values; writes to stdout (progress to stderr). Called by the
commands. A pipe gets plain text, one line a fact, so that other tools can search it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import typer

from api.commands.failing import colourful
from organica.domain.errors import Language
from organica.render.tree import Line, Style

STEP = "  "
_STYLES: dict[Style, str] = {
    Style.TITLE: "bold",
    Style.UNIT: "bold cyan",
    Style.REPEALED: "dim strike",
    Style.FUNCTION: "",
    Style.POST: "magenta",
    Style.PROGRAMME: "cyan",
    Style.OBJECTIVE: "italic",
    Style.SOURCE: "blue",
    Style.NOTE: "dim",
    Style.DOUBT: "yellow",
    Style.GAIN: "green",
    Style.LOSS: "red",
    Style.CHANGE: "yellow",
}
_MARKED = "bold underline"
# The paragraphs of a text stay below one another, at the level of their line.
_PARAGRAPHS = re.compile(r"\n+")
Progress = Callable[[int, int], None]


def say(text: str) -> None:
    """Write one line for a person to stdout."""
    typer.echo(text)


def print_json(value: object) -> None:
    """Write one JSON document to stdout."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_lines(lines: Iterable[Line]) -> None:
    """Write lines, each level further in; on a terminal wrapped and, unless NO_COLOR is set, in colour."""
    if not sys.stdout.isatty():
        for line in lines:
            margin = STEP * line.indent
            paragraphs = _PARAGRAPHS.sub(f"\n{margin}", line.text)
            typer.echo(margin + paragraphs + (f"  [{line.note}]" if line.note else ""))
        return
    # Imported here because a pipe never needs it, and it costs as much as the rest of a quick command.
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(no_color=not colourful(True), highlight=False, emoji=False, markup=False)
    for line in lines:
        text = Text(line.text, style=_STYLES[line.style])
        for start, end in line.marks:
            text.stylize(_MARKED, start, end)
        if line.note:
            text.append(f"  {line.note}", style="not bold not italic not strike dim")
        console.print(Padding(text, (0, 0, 0, len(STEP) * line.indent), expand=False))


@contextmanager
def progress(es: str, en: str, language: Language) -> Iterator[Progress]:
    """Give a function that is told how much is done; it shows a bar on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True, no_color=not colourful(True)), transient=True) as bar:
        task = bar.add_task(es if language == "es" else en, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
