"""The root of the error tree: every refusal carries a stable code, the facts and a remedy.

Takes the facts of a refusal; gives its sentences in Spanish (the default) and English.
Raised everywhere; turned into HTTP answers only by `api/problems.py`.

    Refused
    ├── BadInput        what was asked or written is not well formed
    ├── NotFound        the register holds no such thing
    ├── Inapplicable    an act meets a structure on which it cannot take effect
    ├── Conflict        what was asked contradicts what the register already holds
    └── Unavailable     the storage cannot serve or keep anything now
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

Fact = str | int | None | tuple[str, ...]
Language = Literal["es", "en"]


@dataclass(frozen=True, slots=True)
class Says:
    """One sentence in the two languages of the register; `{name}` stands for a fact."""

    es: str
    en: str

    def render(self, language: Language, facts: dict[str, Fact]) -> str:
        """Return the sentence with its facts filled in; a list is written with commas."""
        words = {name: _written(fact) for name, fact in facts.items()}
        return (self.es if language == "es" else self.en).format_map(_Lenient(words))


class _Lenient(dict[str, str]):
    """A fact that a sentence names and a refusal lacks prints as a dash, never as a second error."""

    def __missing__(self, key: str) -> str:
        return "—"


def _written(fact: Fact) -> str:
    if isinstance(fact, tuple):
        return ", ".join(fact)
    return "—" if fact is None else str(fact)


class Refused(Exception):
    """A refusal that changed nothing.

    `code` is stable and part of the public contract; `facts` are plain values under English names.
    """

    code: ClassVar[str] = "refused"
    says: ClassVar[Says] = Says(es="No se aceptó.", en="Refused.")
    remedy: ClassVar[Says] = Says(es="Revise lo pedido.", en="Check what was asked.")

    def __init__(self, **facts: Fact) -> None:
        self.facts: dict[str, Fact] = facts
        super().__init__(self.sentence("en"))

    def located(self, **facts: Fact) -> Self:
        """Add where it happened (source, act, line); what an inner step already said stays."""
        self.facts = {**facts, **self.facts}
        self.args = (self.sentence("en"),)
        return self

    def sentence(self, language: Language = "es") -> str:
        """Return what happened, in one sentence."""
        return self.says.render(language, self.facts)

    def cure(self, language: Language = "es") -> str:
        """Return what to do about it, in one sentence."""
        return self.remedy.render(language, self.facts)


class BadInput(Refused):
    """What was asked or written is not well formed."""

    code = "bad_input"


class NotFound(Refused):
    """The register holds no such thing."""

    code = "not_found"


class Inapplicable(Refused):
    """An act meets a structure on which it cannot take effect."""

    code = "inapplicable"


class Conflict(Refused):
    """What was asked contradicts what the register already holds."""

    code = "conflict"


class Unavailable(Refused):
    """The storage cannot serve or keep anything now."""

    code = "unavailable"


def error_tree(root: type[Refused] = Refused) -> Iterator[type[Refused]]:
    """Yield every class of refusal below `root`, itself first: what the tables of codes are held to."""
    yield root
    for child in root.__subclasses__():
        yield from error_tree(child)
