"""docs/command-line.md: every example on the page does what the page says, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.api.command_line.conftest import CHECKOUT, SEEDS, organica

PAGE = CHECKOUT / "docs" / "command-line.md"
LEFT_OUT = "…\n"


def examples() -> list[tuple[str, str]]:
    """Return each command of the page with what it prints."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    found = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, printed) for command, _, printed in (part.partition("\n") for part in found)]


def test_every_example_prints_what_the_page_shows(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    differing = []
    for command, shown in examples():
        program, *arguments = shlex.split(command)
        assert program == "organica"
        ran = organica(*arguments, url=f"sqlite:///{tmp_path}/organica.sqlite", cwd=tmp_path)
        pattern = ".*".join(re.escape(part) for part in shown.split(LEFT_OUT))
        if not re.fullmatch(pattern, ran.out + ran.err, re.DOTALL):
            differing.append((command, ran.out + ran.err))
    assert differing == []
    assert len(examples()) >= 12


def test_the_exit_codes_on_the_page_are_those_of_the_program() -> None:
    from api.commands.failing import ExitCode

    page = PAGE.read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == list(ExitCode)
