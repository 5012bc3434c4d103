"""The columns of the CSV tables. Their names never change; new ones come at the end.

Takes nothing; gives one `Table` for each kind of list. Read by the description of operations; the page
docs/rest-formats.md tells what each column means, and a test compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from api.rest.presenting.law import Plain
from api.rest.tables import Column, Row, Table
from organica.render.csv_table import Cell


def _member(name: str, member: str | None = None) -> Column:
    """Return the column of a plain member, which may be absent from some answers."""
    return Column(name, lambda row: row.seen.get(member or name))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _date(name: str, member: str | None = None) -> tuple[Column, ...]:
    """Return a legal date as its first possible day, with how precise it is and how it is known."""

    def part(of: str) -> Callable[[Row], Cell]:
        def value(row: Row) -> Cell:
            found: Plain | None = row.seen[member or name]
            return found[of] if found else None

        return value

    return (
        Column(name, lambda row: _day(_text(part("earliest")(row)))),
        Column(f"{name}_precision", part("precision")),
        Column(f"{name}_basis", part("basis")),
    )


def _text(cell: Cell) -> str | None:
    return cell if isinstance(cell, str) else None


def _act(name: str, found: Callable[[Row], Plain | None]) -> tuple[Column, ...]:
    """Return an act as its citation and the IRI of its source."""

    def citation(row: Row) -> Cell:
        act = found(row)
        return act["citation"] if act else None

    def iri(row: Row) -> Cell:
        act = found(row)
        return row.names.source(act["source"]) if act else None

    return Column(name, citation), Column(f"{name}_uri", iri)


def _granting(row: Row) -> Plain | None:
    return next(iter(row.seen["legal_basis"]), None)


def _last_amendment(row: Row) -> Plain | None:
    """Return the last amendment; none means sin modificación."""
    return next((each for each in reversed(row.seen["legal_basis"]) if each["role"] == "amends"), None)


def _normative(row: Row) -> Cell:
    granting = _granting(row)
    return granting["normative"] if granting else None


def _attested_by(row: Row) -> Cell:
    """Return the sources on which it rests that are no norms, by their keys; several stand apart by a bar."""
    keys = dict.fromkeys(each["source"] for each in row.seen["legal_basis"] if not each["normative"])
    return " | ".join(keys) or None


def _asked(name: str, member: str) -> Column:
    """Return a column that says what was asked; it is the same in every row."""
    return Column(name, lambda row: row.asked.get(member))


def _known_at(row: Row) -> Cell:
    known: Plain | None = row.body["known_at"]
    return known["entry"] if known else None


def _joined(texts: Iterable[str]) -> Cell:
    return "; ".join(texts) or None


def _figure(indicator: Plain) -> str:
    """Return a figure in one line: "Personas (2021-01-01/2021-09-01): 63354 personas", its end excluded."""
    period, unit = indicator["period"], indicator["unit"]
    days = period["on"]["value"] if period["on"] else f"{period['from']}/{period['until']}"
    return f"{indicator['name']} ({days}): {indicator['value']}{f' {unit}' if unit else ''}"


ORGANIZATION = _asked("organization", "organization")
LAW = (
    *_date("in_force_from"),
    *_date("in_force_until"),
    Column("status", lambda row: row.status),
    *_act("legal_basis", _granting),
    Column("normative", _normative),
    *_act("last_amended_by", _last_amendment),
    *_act("ended_by", lambda row: row.seen["ended_by"]),
)
KNOWN_AT = Column("known_at", _known_at)
ATTESTED_BY = Column("attested_by", _attested_by)
ASKED = (
    _asked("as_of", "as_of"),
    _asked("asked_from", "from"),
    _asked("asked_until", "until"),
    KNOWN_AT,
    _asked("certain", "certain"),
    _asked("coverage", "coverage"),
    ATTESTED_BY,
)
UNITS = Table(
    "units",
    "unit",
    (
        ORGANIZATION,
        _member("unit", "code"),
        _member("kind"),
        _member("class"),
        _member("name"),
        _member("acronym"),
        _member("objective"),
        _member("parent"),
        _member("parent_status"),
        *LAW,
        *ASKED,
    ),
)
FUNCTIONS = Table(
    "functions",
    "function",
    (
        ORGANIZATION,
        _member("unit"),
        _member("unit_name"),
        _member("function", "code"),
        _member("list"),
        _member("label"),
        _member("position"),
        _member("text"),
        _member("parent_function", "parent"),
        _member("held_by"),
        _member("misprint"),
        *LAW,
        *ASKED,
    ),
)
POSTS = Table(
    "posts",
    "post",
    (
        ORGANIZATION,
        _member("unit"),
        _member("unit_name"),
        _member("post", "code"),
        _member("name"),
        _member("heads"),
        _member("occupancy"),
        Column("substitutes", lambda row: " ".join(each["code"] for each in row.seen["substitutes"]) or None),
        *LAW,
        *ASKED,
    ),
)
APPOINTMENTS = Table(
    "appointments",
    "appointment",
    (
        ORGANIZATION,
        _member("unit"),
        _member("post"),
        _member("post_name"),
        _member("appointment", "code"),
        Column("holder", lambda row: row.seen["holder"]["name"]),
        Column("withheld", lambda row: row.seen["holder"]["withheld"]),
        _member("capacity"),
        _member("employment"),
        Column("held_from", lambda row: _day(row.seen["from"])),
        Column("held_until", lambda row: _day(row.seen["until"])),
        _member("ending"),
        *_date("lapses"),
        *LAW,
        *ASKED,
    ),
)
PROGRAMMES = Table(
    "programmes",
    "programme",
    (
        ORGANIZATION,
        _member("programme", "code"),
        _member("programme_type"),
        _member("kind"),
        _member("name"),
        _member("acronym"),
        _member("objective"),
        _member("run_by"),
        _member("unit"),
        _member("unit_name"),
        Column("functions", lambda row: " ".join(each["code"] for each in row.seen["functions"]) or None),
        Column("audience", lambda row: _joined(row.seen["audience"])),
        Column("channels", lambda row: _joined(each["name"] for each in row.seen["channels"])),
        Column("partners", lambda row: _joined(each["name"] for each in row.seen["partners"])),
        Column("financing", lambda row: _joined(each["name"] for each in row.seen["financing"])),
        Column("rests_on", lambda row: " ".join(row.seen["rests_on"]) or None),
        Column("indicators", lambda row: _joined(map(_figure, row.seen["indicators"]))),
        *LAW,
        *ASKED,
    ),
)
SOURCES = Table(
    "sources",
    "source",
    (
        _member("organization"),
        _member("source", "id"),
        Column("uri", lambda row: row.names.source(row.seen["id"])),
        _member("citation"),
        _member("country"),
        _member("issuer"),
        _member("kind"),
        _member("number"),
        _member("series"),
        _member("year"),
        _member("title"),
        _member("subject"),
        _member("normative"),
        *_date("in_force_from"),
        *_date("signed_on"),
        *_date("published_on"),
        *_date("notified_on"),
        _member("text_url"),
        _member("entry"),
        KNOWN_AT,
        _member("nature"),
        _member("contents"),
    ),
)


def _change(*, of_feed: bool) -> tuple[Column, ...]:
    """Return the columns of a change; in the feed it stands inside its entry."""

    def change(row: Row) -> Row:
        return replace(row, seen=row.seen["change"]) if of_feed else row

    columns = (
        *(_member(name) for name in ("kind", "noun", "code", "unit", "field", "before", "after")),
        *_date("since"),
        *_act("legal_basis", lambda row: row.seen["legal_basis"]),
        Column("legal_basis_nature", lambda row: (row.seen["legal_basis"] or {}).get("nature")),
    )
    return tuple(Column(column.name, _inside(column, change)) for column in columns)


def _inside(column: Column, change: Callable[[Row], Row]) -> Callable[[Row], Cell]:
    return lambda row: column.of(change(row))


DIFFERENCES = Table(
    "changes",
    "change",
    (ORGANIZATION, _asked("base", "base"), _asked("target", "target"), *_change(of_feed=False), KNOWN_AT),
)
CHANGES = Table(
    "changes",
    "change",
    (
        _member("seq"),
        _member("phase"),
        _member("nature"),
        _member("organization"),
        _member("entry"),
        Column("day", lambda row: _day(row.seen["day"])),
        _member("recorded_at"),
        *_change(of_feed=True),
    ),
)
ORGANIZATIONS = Table(
    "organizations", "organization", (_member("organization", "code"), _member("country"), KNOWN_AT)
)


def _label(name: str, language: str) -> Column:
    return Column(name, lambda row: row.seen["label"][language])


CONCEPTS = Table(
    "concepts",
    "concept",
    (
        _member("scheme"),
        _member("country"),
        _member("concept", "code"),
        _label("label_es", "es"),
        _label("label_en", "en"),
        Column("native_labels", lambda row: _joined(each["text"] for each in row.seen["native_labels"])),
        Column("alt_labels", lambda row: _joined(row.seen["alt_labels"])),
        _member("normative"),
        _member("class"),
        _member("relation"),
        _member("verified"),
        _member("source"),
        _member("note"),
    ),
)
MISSING = Table(
    "missing",
    "missing_field",
    (
        ORGANIZATION,
        _asked("template", "template"),
        _asked("as_of", "as_of"),
        KNOWN_AT,
        _member("unit"),
        _member("unit_name"),
        _member("source"),
        _member("citation"),
        _member("column"),
        _member("value"),
        _member("reason"),
        _member("detail"),
        Column("says_es", lambda row: row.seen["says"]["es"]),
        Column("says_en", lambda row: row.seen["says"]["en"]),
    ),
)
WORK = Table(
    "items",
    "item",
    (
        _member("kind"),
        _member("organization"),
        _member("noun"),
        _member("thing"),
        _member("es"),
        _member("en"),
        _member("text"),
        _member("source"),
        _member("file"),
        _member("lines"),
        _member("reference"),
        _member("count"),
        _asked("as_of", "as_of"),
        KNOWN_AT,
    ),
)
