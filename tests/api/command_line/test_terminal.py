"""On a terminal: colour, width and progress; in a pipe: plain lines. And what a fault of ours looks like."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from tests.api.command_line.conftest import CHECKOUT, PROGRAM, SEEDS, TIMEOUT_S, environment, organica
from tests.api.command_line.files import founding

PAGE = SEEDS / "cl.chilecompra" / "sources" / "division-gestion-usuaria.txt"
ESCAPE = "\x1b["


def on_a_terminal(*arguments: str, url: str | None = None, **more: str) -> str:
    """Run the program with a terminal for stdout and stderr; return what it wrote there."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        env=environment(url, TERM="xterm-256color", COLUMNS="80", **more),
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    # Linux ends a terminal that nobody holds with an error instead of an empty read.
    with suppress(OSError):
        while chunk := os.read(ours, 65_536):
            written += chunk
    process.wait(timeout=TIMEOUT_S)
    os.close(ours)
    return written.decode()


def test_a_tree_has_colour_and_width_on_a_terminal_only() -> None:
    shown = on_a_terminal("read", str(PAGE))
    assert ESCAPE in shown
    plain = organica("read", PAGE).out
    assert ESCAPE not in plain
    assert max(map(len, plain.splitlines())) > 500


COLOUR = re.compile(r"\x1b\[(?:\d+;)*3\d(?:;\d+)*m")


@pytest.mark.parametrize("arguments", [("read", str(PAGE)), ("structure",)], ids=["tree", "error"])
def test_no_color_is_honoured(arguments: tuple[str, ...]) -> None:
    assert COLOUR.search(on_a_terminal(*arguments))
    assert not COLOUR.search(on_a_terminal(*arguments, NO_COLOR="1"))


def test_the_headings_of_the_help_are_bold_on_a_terminal_unless_no_color() -> None:
    assert f"{ESCAPE}1mOpciones" in on_a_terminal("--help")
    assert ESCAPE not in on_a_terminal("--help", NO_COLOR="1")


def heeding_interrupts() -> None:
    """Restore Ctrl-C: nohup, jobs in the background and some runners of CI start their children deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_at_the_question_leaves_the_register_as_it_was(empty: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [PROGRAM, "enact", founding(tmp_path)],
        env=environment(empty),
        stdin=theirs,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=heeding_interrupts,
    )
    os.close(theirs)
    try:
        assert process.stderr is not None
        assert process.stderr.read(len("¿Promulgar? [s/N] ".encode())) == "¿Promulgar? [s/N] ".encode()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=TIMEOUT_S)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert process.returncode == 130
    assert said.decode().strip().startswith("error[interrupted]: Interrumpido.")
    assert organica("verify", url=empty).out.splitlines()[-1] == "Asientos: 0. Filas: 0. Todo coincide."


def test_progress_shows_on_a_terminal_only(seeded: str) -> None:
    assert "Verificando" in on_a_terminal("verify", url=seeded)
    assert organica("verify", url=seeded).err == ""


def test_a_reader_that_leaves_early_ends_the_command_quietly(seeded: str) -> None:
    process = subprocess.Popen(
        [PROGRAM, "diff", "cl.chilecompra", "2023-01-01", "2025-01-01", "--full"],
        env=environment(seeded),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=TIMEOUT_S) == 1


def test_the_traceback_comes_only_when_asked_for() -> None:
    asked = organica("structure", "cl.x", "--as-of", "nunca", ORGANICA_DEBUG="1").err
    assert asked.startswith("Traceback (most recent call last):\n")
    assert asked.splitlines()[-1].startswith("error[bad_date]: ")
    assert "Traceback" not in organica("structure", "cl.x", "--as-of", "nunca").err
