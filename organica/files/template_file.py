"""The templates of statutory tables, one file each: those that come with the register, and an operator's own.

Takes folders of YAML files; returns `Template` values, or refuses with file, line and column. Called by
consult and by the settings of a process.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from organica.domain.errors import Says
from organica.domain.statutory import VALUES, Column, Paper, TableKind, Template, Value
from organica.files.errors import EmptyValue, UnknownChoice
from organica.files.forms import (
    COUNTRY,
    FLAG,
    PHRASE,
    SLUG,
    Context,
    Form,
    choice,
    entries_in,
    items_in,
    listing,
    nearest,
)
from organica.files.node import Node, quoted
from organica.files.record import Key, Record
from organica.files.template_errors import (
    ConfirmedWithoutSource,
    HeaderTaken,
    NewerTemplateUnknown,
    TemplateFolderMissing,
    TemplateTaken,
    UnamendedOutOfPlace,
    ValueOutOfPlace,
)
from organica.files.text_file import text_of
from organica.files.yaml_strict import nodes_in

FORMAT = "statutory-template/1"
INCLUDED = Path(__file__).resolve().parents[1] / "templates"
_NO_CONTEXT = Context("")


def _read_format(node: Node, context: Context) -> str:
    written = PHRASE.read(node, context)
    if written != FORMAT:
        known = (FORMAT,)
        near = nearest(written, known)
        raise UnknownChoice(value=quoted(written), known=known, suggestion=near, **node.spot.facts())
    return written


_TITLE = Record(Says, (Key("es", PHRASE), Key("en", PHRASE)))
_COLUMN = Record(Column, (Key("header", PHRASE), Key("value", choice(Value)), Key("unamended", PHRASE)))
_TEMPLATE = Record(
    Template,
    (
        Key("organica", Form(_read_format, PHRASE.write, PHRASE.shape), None),
        Key("country", COUNTRY),
        Key("template", SLUG, "code"),
        Key("title", _TITLE.form),
        Key("law", PHRASE),
        Key("instruction", PHRASE),
        Key("kind", choice(TableKind)),
        Key("confirmed", FLAG),
        Key("source", PHRASE),
        Key("note", PHRASE),
        Key("newer", SLUG),
        Key("paper", choice(Paper)),
        Key("columns", listing(_COLUMN.form)),
    ),
)


@cache
def included_templates() -> tuple[Template, ...]:
    """Return the templates that come with the register, by country and code."""
    return templates_of()


def templates_of(folder: Path | None = None) -> tuple[Template, ...]:
    """Return the included templates with those of a folder, by country and code.

    A file of the folder whose code an included template of the country has takes that one's place.
    Raises: TemplateFolderMissing; FileRefused for a file that is wrong, or whose code another one has.
    """
    found = _read(INCLUDED)
    if folder is not None:
        if not folder.is_dir():
            raise TemplateFolderMissing(folder=folder.as_posix())
        found |= _read(folder)
    for template, node in found.values():
        if template.newer is not None and (template.country, template.newer) not in found:
            spot = entries_in(node)["newer"].spot
            raise NewerTemplateUnknown(newer=template.newer, country=template.country, **spot.facts())
    return tuple(found[place][0] for place in sorted(found))


def _read(folder: Path) -> dict[tuple[str, str], tuple[Template, Node]]:
    """Return the templates of a folder by country and code, each with its file's root."""
    found: dict[tuple[str, str], tuple[Template, Node]] = {}
    for path in sorted(each for each in folder.iterdir() if each.suffix in (".yaml", ".yml")):
        node = nodes_in(text_of(path), path.as_posix())
        template = template_of(node)
        place = (template.country, template.code)
        if place in found:
            spot = entries_in(node)["template"].spot
            first = found[place][1].spot.file
            raise TemplateTaken(template=template.code, country=template.country, first=first, **spot.facts())
        found[place] = (template, node)
    return found


def template_of(node: Node) -> Template:
    """Return the template that a file's root says. Raises: a subclass of FileRefused, with its place."""
    template = _TEMPLATE.read(node, _NO_CONTEXT)
    entries = entries_in(node)
    if not template.columns:
        raise EmptyValue(**entries["columns"].spot.facts())
    if template.confirmed and template.source is None:
        raise ConfirmedWithoutSource(template=template.code, **entries["confirmed"].spot.facts())
    allowed = VALUES[template.kind]
    headers = set[str]()
    for column, written in zip(template.columns, items_in(entries["columns"]), strict=True):
        spots = entries_in(written)
        if column.header in headers:
            raise HeaderTaken(header=quoted(column.header), **spots["header"].spot.facts())
        headers.add(column.header)
        if column.value not in allowed:
            known = tuple(value.value for value in Value if value in allowed)
            facts = spots["value"].spot.facts()
            raise ValueOutOfPlace(value=column.value.value, kind=template.kind.value, known=known, **facts)
        if column.unamended is not None and column.value is not Value.AMENDED_ON:
            raise UnamendedOutOfPlace(value=column.value.value, **spots["unamended"].spot.facts())
    return template
