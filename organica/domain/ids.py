"""The grammar of the permanent codes: organizations, units, functions, posts, sources.

Takes text; returns it unchanged or refuses it. A code says nothing that can change with time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from organica.domain.errors import BadInput, Language, Says

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ORGANIZATION = re.compile(rf"(?:[a-z]{{2}}|int)\.{_SLUG}", re.ASCII)
_UNIT = re.compile(_SLUG, re.ASCII)
_FUNCTION = re.compile(rf"({_SLUG})\.([1-9]\d*)", re.ASCII)
_POST = re.compile(rf"({_SLUG})\.p([1-9]\d*)", re.ASCII)
_APPOINTMENT = re.compile(rf"({_SLUG})\.p[1-9]\d*\.[1-9]\d*", re.ASCII)
_KIND = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*", re.ASCII)
MAX_CODE_CHARACTERS = 120
# NFKD would turn them into letters, and then "Nº 5" and "N° 5" would be two names.
_ORDINAL_SIGNS = str.maketrans("", "", "°ºª")


class BadCode(BadInput):
    """A code that breaks its grammar."""

    code = "bad_code"
    says = Says(
        es="«{value}» no es un código válido: {what}.",
        en="“{value}” is not a valid code: {what}.",
    )
    remedy = Says(
        es="Use minúsculas sin tilde, cifras y guiones, como «{example}».",
        en="Use lower-case letters without accents, digits and hyphens, such as “{example}”.",
    )

    def sentence(self, language: Language = "es") -> str:
        """Return what happened, with the thing that the code should name in the same language."""
        what = _WHAT.get(str(self.facts.get("what")))
        facts = self.facts if what is None else {**self.facts, "what": what.render(language, {})}
        return self.says.render(language, facts)


_WHAT = {
    "organization": Says(es="de una organización", en="of an organization"),
    "unit": Says(es="de una unidad", en="of a unit"),
    "function": Says(es="de una función", en="of a function"),
    "post": Says(es="de un cargo", en="of a post"),
    "appointment": Says(es="de un nombramiento", en="of an appointment"),
    "programme": Says(es="de un programa", en="of a programme"),
    "indicator": Says(es="de un indicador", en="of an indicator"),
    "kind": Says(es="de un tipo", en="of a kind"),
    "country": Says(es="de un país", en="of a country"),
    "template": Says(es="de una planilla", en="of a statutory table"),
    "table": Says(es="de una tabla", en="of a table"),
}


def organization_code(value: str) -> str:
    """Return the code, `<ISO 3166-1 alpha-2 or int>.<slug>`. Raises: BadCode."""
    return _checked(_ORGANIZATION, value, "organization", "cl.chilecompra")


def unit_code(value: str) -> str:
    """Return the code, a slug given at the unit's birth in the register. Raises: BadCode."""
    return _checked(_UNIT, value, "unit", "atencion-usuaria")


def function_code(value: str) -> str:
    """Return the code, `<unit of birth>.<n>`. Raises: BadCode."""
    return _checked(_FUNCTION, value, "function", "atencion-usuaria.2")


def post_code(value: str) -> str:
    """Return the code, `<unit of birth>.p<n>`. Raises: BadCode."""
    return _checked(_POST, value, "post", "atencion-usuaria.p1")


def appointment_code(value: str) -> str:
    """Return the code, `<post>.<n>`. Raises: BadCode."""
    return _checked(_APPOINTMENT, value, "appointment", "atencion-usuaria.p1.1")


def programme_code(value: str) -> str:
    """Return the code, a slug given at the programme's birth in the register. Raises: BadCode."""
    return _checked(_UNIT, value, "programme", "plan-de-accion")


def kind_code(value: str) -> str:
    """Return the code of a kind of source, post or link. Raises: BadCode."""
    return _checked(_KIND, value, "kind", "resolucion_exenta")


def indicator_code(value: str) -> str:
    """Return the code, `<programme>.<n>`. Raises: BadCode."""
    return _checked(_FUNCTION, value, "indicator", "plan-de-accion.1")


# What each check takes, for whoever tells it to an editor before anything is checked.
GRAMMARS: Mapping[Callable[[str], str], str] = {
    organization_code: _ORGANIZATION.pattern,
    unit_code: _UNIT.pattern,
    function_code: _FUNCTION.pattern,
    post_code: _POST.pattern,
    appointment_code: _APPOINTMENT.pattern,
    programme_code: _UNIT.pattern,
    indicator_code: _FUNCTION.pattern,
    kind_code: _KIND.pattern,
}


def _checked(grammar: re.Pattern[str], value: str, what: str, example: str) -> str:
    if len(value) > MAX_CODE_CHARACTERS or not grammar.fullmatch(value):
        raise BadCode(value=value, what=what, example=example)
    return value


@dataclass(frozen=True, slots=True)
class FunctionPath:
    """Where people find a function: `<unit>/[<list>:]<label>[/<sub-label>…]`.

    Raises: BadCode from `parse`. A path means what it says on one day only.
    """

    unit: str
    list: str | None
    labels: tuple[str, ...]

    @classmethod
    def parse(cls, value: str) -> FunctionPath:
        """Read `atencion-usuaria/b`, `atencion-usuaria/específicas:b` or `atencion-usuaria/b/1`."""
        unit, _, rest = value.partition("/")
        name, colon, labels = rest.partition(":")
        parts = tuple((labels if colon else rest).split("/"))
        if not all(parts):
            raise BadCode(value=value, what="function", example="atencion-usuaria/b")
        return cls(unit_code(unit), name if colon else None, parts)


class NamelessReference(BadInput):
    """A name with no letter and no digit, by which nothing can be referred to."""

    code = "nameless_reference"
    says = Says(
        es="«{name}» no tiene letras ni cifras por las que se le pueda nombrar.",
        en="“{name}” has no letter and no digit by which to refer to it.",
    )
    remedy = Says(es="Escriba el nombre antiguo tal como se usaba.", en="Write the old name as it was used.")


def reference_code(name: str) -> str:
    """Return the code of the references to a name: its words without case, accents and punctuation.

    Two ways of printing one name have one code, so that the later carry-over of it replaces the earlier.
    Shape: words of a-z and 0-9 joined by hyphens, however long. Raises: NamelessReference.
    """
    apart = unicodedata.normalize("NFKD", name.translate(_ORDINAL_SIGNS).casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
    words = re.findall(r"[a-z0-9]+", plain)
    if not words:
        raise NamelessReference(name=name)
    return "-".join(words)


class Minter:
    """Gives out the next free number of each prefix; a number once given is never given again."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known: set[str] = set()
        self._highest: dict[str, int] = {}
        for code in known:
            self.note(code)

    def note(self, code: str) -> None:
        """Remember a code that exists already, so that it is not minted again."""
        stem = code.rstrip("0123456789")
        self.known.add(code)
        self._highest[stem] = max(self._highest.get(stem, 0), int(code[len(stem) :]))

    def mint(self, stem: str) -> str:
        """Return `<stem><n>` with the next n, counted from 1."""
        self._highest[stem] = number = self._highest.get(stem, 0) + 1
        self.known.add(f"{stem}{number}")
        return f"{stem}{number}"
