"""The program explains itself, in both languages, and says in one line what is wrong with arguments."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import typer

from api.command_line import COMMANDS, VERSION, build
from api.commands.failing import ExitCode
from api.commands.helping import WORDS
from organica.domain.errors import Language
from tests.api.command_line.conftest import CHECKOUT, PROGRAM, environment, organica

HEADINGS = {
    "es": ("Uso: organica", "Opciones:", "Ejemplo:\n  organica"),
    "en": ("Usage: organica", "Options:", "Example:\n  organica"),
}


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert organica("--version").out == f"organica {VERSION}\n"


@pytest.mark.parametrize("language", get_args(Language))
def test_the_help_lists_every_command_and_the_exit_codes(language: Language) -> None:
    shown = organica("--lang", language, "--help")
    assert (shown.code, shown.err) == (0, "")
    assert all(heading in shown.out for heading in HEADINGS[language])
    assert [name for name in COMMANDS if not re.search(rf"^  {name} ", shown.out, re.MULTILINE)] == []
    assert [code.value for code in ExitCode if not re.search(rf"\b{code.value}  \w", shown.out)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_an_example_in_both_languages(command: str) -> None:
    spanish, english = organica(command, "--help"), organica(command, "--help", ORGANICA_LANG="en")
    assert (spanish.code, english.code) == (0, 0)
    assert all(heading in spanish.out for heading in HEADINGS["es"])
    assert all(heading in english.out for heading in HEADINGS["en"])
    assert not set(words(spanish.out)) & {"Show", "Usage", "the", "by"}
    assert not set(words(english.out)) & {"Muestra", "Uso", "por", "para"}


def test_the_program_runs_through_links_to_it(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "organica").symlink_to(PROGRAM)
    (tmp_path / "org").symlink_to("bin/organica")  # A link to a link, from its own folder.
    for program in (tmp_path / "bin" / "organica", tmp_path / "org"):
        done = subprocess.run(
            [program, "--version"], env=environment(), cwd="/", capture_output=True, check=False
        )
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"organica {VERSION}\n", b"")


def test_every_help_text_is_written_in_both_languages() -> None:
    command = typer.main.get_command(build("es"))
    assert isinstance(command, typer.core.TyperGroup)
    parts = [command, *command.commands.values()]
    parameters = [parameter for part in parts for parameter in part.params]
    texts = [text for part in parts for text in (part.help, part.epilog)]
    texts += [getattr(parameter, "help", None) for parameter in parameters]
    assert [text for text in texts if not text or "\x1f" not in text] == []
    assert WORDS["es"].keys() == WORDS["en"].keys()


def test_without_arguments_the_help_comes_as_an_error() -> None:
    shown = organica()
    assert (shown.code, shown.out) == (2, "")
    assert shown.err.startswith("Uso: organica [OPCIONES] COMANDO")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ("structre",),
            "No existe el comando «structre»; ¿quiso decir 'structure'? Remedio: Vea «organica --help».",
        ),
        (("structure",), "Falta ORGANIZACIÓN. Remedio: Vea «organica structure --help»."),
        (("structure", "a", "b"), "Sobra «b». Remedio: Vea «organica structure --help»."),
        (("verify", "--nada"), "No existe la opción --nada. Remedio: Vea «organica verify --help»."),
        (("plan", "x.txt", "--out", "o"), "Falta --facts. Remedio: Vea «organica plan --help»."),
        (("serve", "--port", "70000"), "El valor de --port no sirve. Remedio: Vea «organica serve --help»."),
    ],
)
def test_wrong_arguments_get_one_line(arguments: tuple[str, ...], line: str) -> None:
    refused = organica(*arguments)
    assert (refused.code, refused.out, refused.err) == (2, "", f"error[bad_arguments]: {line}\n")


def test_wrong_arguments_get_one_line_in_english_too() -> None:
    refused = organica("--lang=en", "structure")
    assert refused.err == (
        "error[bad_arguments]: ORGANIZATION is missing. Remedy: See `organica structure --help`.\n"
    )
    assert refused.code == 2


@pytest.mark.parametrize("arguments", [("--lang", "fr", "verify"), ("verify",)])
def test_an_unknown_language_is_refused(arguments: tuple[str, ...]) -> None:
    refused = organica(*arguments, ORGANICA_LANG="fr")
    assert (refused.code, refused.err) == (
        2,
        "error[unknown_language]: Orgánica no habla «fr». "
        "Remedio: Use --lang es o --lang en (o ORGANICA_LANG).\n",
    )


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-zÀ-ÿ]+", text)
