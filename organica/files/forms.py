"""Forms: how one kind of value is read from a node and written as plain values, both ways in one place.

Takes nodes and a context; returns texts, flags, choices, dates and lists of them. Called by `record` and
by the tables of shapes. A form checks grammar; whether a thing exists is no question of a file.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from organica.domain import ids
from organica.domain.acts.programmes import decimal_text
from organica.domain.dates import BadDate, parse_day
from organica.domain.errors import Refused
from organica.domain.resolution import EntryKind
from organica.files.errors import (
    BadlyWritten,
    EmptyValue,
    ExpectedFlag,
    ExpectedList,
    ExpectedMap,
    ExpectedText,
    NotOneLine,
    UnknownChoice,
)
from organica.files.json_schema import (
    CIVIL_DAY,
    ONE_LINE,
    Shape,
    any_text,
    flag,
    list_of,
    matching,
    one_of_words,
)
from organica.files.node import Node, Plain, quoted
from organica.files.text_errors import EmailAddressWritten, IdentityNumberWritten
from organica.text.personal_data import has_email_address, identity_number_in

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_COUNT = r"\d{1,4}"
_TIME_ZONE = r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*"


@dataclass(frozen=True, slots=True)
class Context:
    """What a value's meaning hangs on: whose file it is, and whether the register itself wrote it.

    With `ledger` the keys that only the register gives are known, and what the register accepted once is
    not judged again: a rule made stricter later must not make an old entry unreadable. Only the shape is:
    maps, lists and texts where the domain's types need them, the keys and the closed lists of words.
    """

    organization: str
    ledger: bool = False
    kind: EntryKind = EntryKind.ENACTMENT


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """The two halves of one kind of value, and what an editor is told of it."""

    read: Callable[[Node, Context], T]
    write: Callable[[T, Context], Plain]
    shape: Shape


def text_in(node: Node, context: Context) -> str:
    """Return the text of a node. Raises: ExpectedText, EmptyValue."""
    if not isinstance(node.value, str):
        raise ExpectedText(**node.spot.facts())
    if not context.ledger and not node.value.strip():
        raise EmptyValue(**node.spot.facts())
    return node.value


def phrase_in(node: Node, context: Context) -> str:
    """Return a text of one line. Raises: NotOneLine and those of `text_in`."""
    found = text_in(node, context)
    if context.ledger:
        return found
    if found != found.strip() or len(found.splitlines()) > 1:
        raise NotOneLine(**node.spot.facts())
    return found


def without_personal_data(read: Callable[[Node, Context], str]) -> Callable[[Node, Context], str]:
    """Return the reading of names and texts, which say nothing of a person but a name.

    Raises: EmailAddressWritten, IdentityNumberWritten, and those of `read`.
    """

    def judged(node: Node, context: Context) -> str:
        found = read(node, context)
        if context.ledger:
            return found
        if has_email_address(found):
            raise EmailAddressWritten(**node.spot.facts())
        if (kind := identity_number_in(found)) is not None:
            raise IdentityNumberWritten(kind=kind, **node.spot.facts())
        return found

    return judged


def entries_in(node: Node) -> dict[str, Node]:
    """Return the keys and values of a node. Raises: ExpectedMap."""
    if not isinstance(node.value, dict):
        raise ExpectedMap(**node.spot.facts())
    return node.value


def items_in(node: Node) -> list[Node]:
    """Return the items of a node. Raises: ExpectedList."""
    if not isinstance(node.value, list):
        raise ExpectedList(**node.spot.facts())
    return node.value


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the known word that looks most like this one, or None when none is `alike` enough."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=alike)), None)


def checked(check: Callable[[str], str], pattern: str | None = None) -> Form[str]:
    """Return the form of codes and paths that pass a check of the domain, whose refusal gets the place.

    `pattern`: what all that pass have in common, where it is none of the domain's grammars.
    """

    def read(node: Node, context: Context) -> str:
        found = phrase_in(node, context)
        if context.ledger:
            return found
        try:
            return check(found)
        except Refused as refusal:
            raise refusal.located(**node.spot.facts()) from None

    # A path names a post or a list, and a code is made from a name.
    shape = matching(pattern) if pattern else matching(ids.GRAMMARS[check], ids.MAX_CODE_CHARACTERS)
    return Form(without_personal_data(read), _same, shape)


def grammar(pattern: str, example: str) -> Form[str]:
    """Return the form of texts that match a pattern as a whole."""
    compiled = re.compile(pattern, re.ASCII)

    def read(node: Node, context: Context) -> str:
        found = phrase_in(node, context)
        if not context.ledger and not compiled.fullmatch(found):
            raise BadlyWritten(value=quoted(found), example=example, **node.spot.facts())
        return found

    return Form(read, _same, matching(pattern))


def choice(values: type[E], only: Iterable[E] | None = None) -> Form[E]:
    """Return the form of a closed list of words: of all of an enumeration, or only of some."""
    known = tuple(value.value for value in only or values)

    def read(node: Node, context: Context) -> E:
        word = phrase_in(node, context)
        if word not in known:
            facts = node.spot.facts()
            raise UnknownChoice(value=quoted(word), known=known, suggestion=nearest(word, known), **facts)
        return values(word)

    return Form(read, lambda value, _context: value.value, one_of_words(known))


def listing(item: Form[T]) -> Form[tuple[T, ...]]:
    """Return the form of a list whose items all have one form."""
    return Form(
        lambda node, context: tuple(item.read(each, context) for each in items_in(node)),
        lambda values, context: [item.write(value, context) for value in values],
        list_of(item.shape),
    )


def _same(value: str, _context: Context) -> Plain:
    return value


def _read_flag(node: Node, _context: Context) -> bool:
    match node.value:
        case bool():
            return node.value
        case "true":
            return True
        case "false":
            return False
        case str():
            raise ExpectedFlag(value=quoted(node.value), **node.spot.facts())
        case _:
            raise ExpectedFlag(value="[…]", **node.spot.facts())


def _read_day(node: Node, context: Context) -> date:
    written = phrase_in(node, context)
    try:
        # The years that a register takes are a rule, and rules change; that it is a day is its type.
        return date.fromisoformat(written) if context.ledger else parse_day(written)
    except ValueError:
        raise BadDate(value=quoted(written), **node.spot.facts()) from None
    except Refused as refusal:
        raise refusal.located(**node.spot.facts()) from None


def _read_count(node: Node, context: Context) -> int:
    written = phrase_in(node, context)
    if not re.fullmatch(_COUNT, written, re.ASCII):
        raise BadlyWritten(value=quoted(written), example="90", **node.spot.facts())
    return int(written)


def _read_time_zone(node: Node, context: Context) -> str:
    name = phrase_in(node, context)
    # An entry must stay readable on a machine whose list of time zones is another.
    if not context.ledger and not _time_zone_exists(name):
        raise BadlyWritten(value=quoted(name), example="America/Santiago", **node.spot.facts())
    return name


@cache
def _time_zone_exists(name: str) -> bool:
    if not re.fullmatch(_TIME_ZONE, name, re.ASCII):
        return False
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        # A folder of zones ("America") is an error of the file system.
        return False
    return True


def _read_unit(node: Node, context: Context) -> str:
    code = _ANY_UNIT.read(node, context)
    if not context.ledger and code in ("unknown", "none"):
        # `parent: none` could not tell the unit from its absence.
        raise BadlyWritten(value=code, example="atencion-usuaria", **node.spot.facts())
    return code


_ANY_UNIT = checked(ids.unit_code)

TEXT: Form[str] = Form(without_personal_data(text_in), _same, any_text)
PHRASE: Form[str] = Form(without_personal_data(phrase_in), _same, matching(ONE_LINE))
FLAG: Form[bool] = Form(_read_flag, lambda value, _context: value, flag)
DAY: Form[date] = Form(_read_day, lambda value, _context: value.isoformat(), matching(CIVIL_DAY))
COUNT: Form[int] = Form(_read_count, lambda value, _context: str(value), matching(_COUNT))
TIME_ZONE: Form[str] = Form(_read_time_zone, _same, matching(_TIME_ZONE))
ORGANIZATION: Form[str] = checked(ids.organization_code)
UNIT: Form[str] = Form(_read_unit, _same, _ANY_UNIT.shape)
FUNCTION: Form[str] = checked(ids.function_code)
POST: Form[str] = checked(ids.post_code)
APPOINTMENT: Form[str] = checked(ids.appointment_code)
KIND: Form[str] = checked(ids.kind_code)
PROGRAMME: Form[str] = checked(ids.programme_code)
INDICATOR: Form[str] = checked(ids.indicator_code)
DECIMAL: Form[str] = checked(decimal_text, r"-?\d+(?:\.\d+)?")
CURRENCY: Form[str] = grammar(r"[A-Z]{3}", "PEN")
SYSTEM: Form[str] = grammar(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", "br.siorg")
SLUG: Form[str] = grammar(r"[a-z0-9]+(?:-[a-z0-9]+)*", "chilecompra")
COUNTRY: Form[str] = grammar(r"[a-z]{2}|int", "cl")
YEAR: Form[str] = grammar(r"\d{4}", "2024")
# Pages show these as links: nothing but the web's own addresses may stand there.
ADDRESS: Form[str] = grammar(r'https?://[^\s<>"]+', "https://www.chilecompra.cl/")
SHA256: Form[str] = grammar(r"[0-9a-f]{64}", "9cea28d4… (64 hex)")
LINES: Form[str] = grammar(r"[1-9]\d*-[1-9]\d*", "12-14")
# Relative to the organization's folder of seeds and never out of it.
SEED_FILE: Form[str] = grammar(r"(?!/|\.\.?(?:/|$))(?:(?!/\.\.?(?:/|$))[^\\:])+", "sources/division.txt")
_SOURCE_KEY = r"(?:[a-z]{2}|int)/[a-z0-9-]+/[a-z0-9-]+/\d{4}/[A-Za-z0-9.-]+"
SOURCE_KEY: Form[str] = grammar(_SOURCE_KEY, "cl/chilecompra/resolucion-exenta/2024/35-B")
# A whole source, one of its acts, or those of one article.
TARGET: Form[str] = grammar(
    rf"{_SOURCE_KEY}(?:#[^#\s](?:[^#]*[^#\s])?)?", "cl/chilecompra/resolucion-exenta/2024/35-B#3"
)
