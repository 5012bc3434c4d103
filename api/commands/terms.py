"""The vocabularies and templates that a command goes by, and what they make it tell of a file.

Takes the environment; returns vocabularies and templates, or lines and plain values of notices. Called by the
commands that read files, show terms or fill in tables.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from api.commands.failing import WrongUsage
from api.settings_table import TEMPLATES, VOCABULARIES
from organica.domain.errors import Language
from organica.domain.statutory import Template
from organica.domain.vocabulary.lookup import Vocabularies
from organica.domain.vocabulary.terms import Notice
from organica.files.errors import FileRefused
from organica.files.template_file import included_templates, templates_of
from organica.files.vocabulary_file import included_vocabularies, vocabularies_of
from organica.render.tree import Line, Style


def vocabularies_in(folder: Path | None) -> Vocabularies:
    """Return the included vocabularies with those of a folder. Raises: WrongUsage, with file and line."""
    try:
        return included_vocabularies() if folder is None else vocabularies_of(folder)
    except FileRefused as refusal:
        raise WrongUsage(refusal) from refusal


def vocabularies_in_use() -> Vocabularies:
    """Return the vocabularies of this process, without the settings that import the storage."""
    folder = os.environ.get(VOCABULARIES.variable)
    return vocabularies_in(Path(folder) if folder else None)


def templates_in(folder: Path | None) -> Sequence[Template]:
    """Return the included templates with those of a folder. Raises: WrongUsage, with file and line."""
    try:
        return included_templates() if folder is None else templates_of(folder)
    except FileRefused as refusal:
        raise WrongUsage(refusal) from refusal


def templates_in_use() -> Sequence[Template]:
    """Return the templates of this process, without the settings that import the storage."""
    folder = os.environ.get(TEMPLATES.variable)
    return templates_in(Path(folder) if folder else None)


def notice_lines(notices: Iterable[Notice], language: Language) -> Iterator[Line]:
    """Yield a line for each notice, with the act that it is about."""
    for notice in notices:
        act = "acto" if language == "es" else "act"
        word = "Aviso" if language == "es" else "Notice"
        note = f"{act} {notice.act}" if notice.act is not None else ""
        yield Line(1, f"{word}: {notice.sentence(language)}", Style.DOUBT, note)


def plain_notices(notices: Iterable[Notice]) -> list[dict[str, Any]]:
    """Return notices as plain values."""
    return [
        {
            "code": each.code.value,
            "scheme": each.scheme.value if each.scheme else None,
            "term": each.term,
            "country": each.country,
            "suggestion": each.suggestion,
            "act": each.act,
            "es": each.sentence("es"),
            "en": each.sentence("en"),
        }
        for each in notices
    ]
