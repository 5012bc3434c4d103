"""What a line looks like on a terminal: every style has its look, and a pipe has none."""

from __future__ import annotations

import os
import pty
import sys

import pytest

from api.commands.paper import _STYLES, print_lines
from organica.render.tree import Line, Style

REPEALED = Line(1, "Archivo", Style.REPEALED, "derogada; línea 4")


def on_a_terminal(*lines: Line) -> str:
    """Print lines to a real terminal of 80 columns; return what arrives there."""
    ours, theirs = pty.openpty()
    before = sys.stdout
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        sys.stdout = terminal
        try:
            print_lines(lines)
        finally:
            sys.stdout = before
        terminal.flush()
        written = os.read(ours, 65_536).decode()
    os.close(ours)
    return written


@pytest.fixture(autouse=True)
def a_plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the test a terminal of a known kind, whatever it runs in."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")


def test_every_style_has_its_look() -> None:
    assert set(_STYLES) == set(Style)


def test_what_is_repealed_is_dim_and_struck_and_its_note_is_not() -> None:
    written = on_a_terminal(REPEALED)
    assert "\x1b[2;9mArchivo\x1b[0m" in written
    assert "\x1b[2m  derogada; línea 4\x1b[0m" in written


def test_a_pipe_has_the_word_alone(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines([REPEALED])
    assert capsys.readouterr().out == "  Archivo  [derogada; línea 4]\n"


def test_the_paragraphs_of_a_text_keep_its_level(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines([Line(2, "Uno.\n\nDos.", Style.OBJECTIVE, "línea 4")])
    assert capsys.readouterr().out == "    Uno.\n    Dos.  [línea 4]\n"


def test_no_color_leaves_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    doubt = Line(0, "¿?", Style.DOUBT)
    assert "\x1b[33m" in on_a_terminal(doubt)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in on_a_terminal(doubt)
