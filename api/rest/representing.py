"""An answer in a format: its bytes, and the headers that tell where its other formats are.

Takes an operation, an answer as plain values and a format; returns a Made. Called by `api.rest.routing`, and
by what prints the examples of the description.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

import orjson

from api.delivery.made import Made
from api.rest.answers.answering import Answer
from api.rest.deprecation import Deprecation, headers_of
from api.rest.formats import CSV, JSON, JSON_LD, JSON_LINES, TEXT, XLSX, Choice, Format
from api.rest.operation import Operation
from api.rest.tables.prescribed import as_file, as_prescribed_xlsx, content_type
from api.rest.tables.writing import as_csv, as_json_lines, as_xlsx
from organica.domain.errors import Language
from organica.register.turns import listed
from organica.render.json_ld.names import Names

TABLE_SCHEMAS = "/v1/tables"


@dataclass(frozen=True, slots=True)
class Address:
    """Where an answer was asked for: the path without its suffix, the suffix if it had one, the query."""

    path: str
    suffix: str | None
    query: bytes

    def with_suffix(self, suffix: str | None) -> str:
        """Return the address of one format, or of all of them, as a URI reference in ASCII."""
        path = quote(self.path) + (f".{suffix}" if suffix else "")
        query = quote(self.query, safe="%=&+:/?@!$'()*,;-._~")
        return f"{path}?{query}" if query else path


def formats_of_answer(operation: Operation, answer: Answer) -> tuple[Format, ...]:
    """Return the formats in which an answer can be had, the usual one first."""
    if answer.text is not None:
        return (TEXT,)
    return (JSON,) if answer.json_only else operation.formats


async def body_of(operation: Operation, format_: Format, answer: Answer, names: Names, address: str) -> bytes:
    """Return the bytes of an answer in a format for programs; `address` has no suffix."""
    if format_ is JSON:
        return orjson.dumps(answer.body)
    if format_ is CSV and answer.prescribed is not None:
        return await as_file(answer.prescribed)
    if format_ is XLSX and answer.prescribed is not None:
        return await as_prescribed_xlsx(answer.prescribed, names.document(address))
    if format_ is CSV and operation.table is not None:
        return await as_csv(operation.table, answer, names)
    if format_ is XLSX and operation.table is not None:
        return await as_xlsx(operation.table, answer, names, names.document(address))
    if format_ is JSON_LINES and operation.table is not None:
        return await as_json_lines(operation.table, answer)
    if format_ is JSON_LD and operation.linked is not None:
        document = operation.linked(names, address, answer.body)
        return orjson.dumps(document.whole(await listed(document.topics)))
    raise AssertionError(f"{operation.id} has no {format_.media_type}")


async def represented(
    operation: Operation,
    choice: Choice,
    answer: Answer,
    names: Names,
    address: Address,
    language: Language,
    deprecated: Sequence[Deprecation] = (),
) -> Made:
    """Return the answer in the format that was chosen, with what its reader should know of it."""
    warning = dict(headers_of(deprecated))
    if answer.text is not None:
        headers = {"content-language": language, "vary": "Accept-Language", **warning}
        return Made(answer.text(language).encode(), choice.format.sent_as(choice.name), headers)
    body = await body_of(operation, choice.format, answer, names, address.with_suffix(None))
    links = [*_links(operation, choice.format, answer, address), *filter(None, [warning.pop("link", None)])]
    headers = {
        **warning,
        **({} if address.suffix else {"vary": "Accept", "content-location": _own(choice, address)}),
        **({"link": ", ".join(links)} if links else {}),
        **_of_table(operation, choice.format, answer),
    }
    if choice.format is CSV and answer.prescribed is not None:
        return Made(body, content_type(answer.prescribed), headers)
    return Made(body, choice.format.sent_as(choice.name), headers)


def _own(choice: Choice, address: Address) -> str:
    return address.with_suffix(choice.format.suffix)


def _links(operation: Operation, format_: Format, answer: Answer, address: Address) -> Sequence[str]:
    """Return the next page, in the format of this one, the schema of a table, and the other formats."""
    links = []
    if answer.next is not None:
        path, _, query = answer.next.partition("?")
        following = f"{path}.{address.suffix}?{query}" if address.suffix else answer.next
        links.append(f'<{following}>; rel="next"')
    schema = operation.table.name if operation.table else answer.prescribed and answer.prescribed.schema
    if schema and format_ in (CSV, XLSX):
        links.append(f'<{TABLE_SCHEMAS}/{schema}>; rel="describedby"; type="{JSON.media_type}"')
    others = [each for each in formats_of_answer(operation, answer) if each is not format_]
    links.extend(
        f'<{address.with_suffix(each.suffix)}>; rel="alternate"; type="{each.media_type}"' for each in others
    )
    return links


def _of_table(operation: Operation, format_: Format, answer: Answer) -> dict[str, str]:
    """Return how a table is saved, and how far it is covered: one without rows may be unknown, not empty."""
    if format_ not in (CSV, JSON_LINES, XLSX):
        return {}
    member = operation.table.member if operation.table else ""
    stem = answer.prescribed.name if answer.prescribed else _saved_as(answer, member)
    name = f"{stem}.{format_.suffix}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    covered = answer.body.get("coverage")
    return {**headers, "organica-coverage": covered["status"]} if covered else headers


def _saved_as(answer: Answer, member: str) -> str:
    """Return a file name that tells what is in it: codes and days only, so it needs no quoting."""
    body = answer.body
    organization = body.get("organization")
    code = organization["code"] if isinstance(organization, dict) else organization
    if "base" in body:
        days = f"{body['base']['as_of']}_{body['target']['as_of']}"
    elif "from" in body:
        days = f"{body['from'] or ''}_{body['until'] or ''}"
    else:
        days = body.get("month") or body.get("as_of", "")
    template = body["template"]["code"] if "template" in body else ""
    return "-".join(part for part in (code, template, member, days) if part)
