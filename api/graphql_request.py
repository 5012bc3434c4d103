"""Reading a GraphQL request: from a body or from the address, and nothing that is not well formed.

Takes a request of HTTP; returns an Asked or refuses. Called by `graphql_http`. It never reads more of a body
than the limit. Source: GraphQL over HTTP, sections "GET" and "POST".
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from api.graphql_refusals import (
    BadRequestMember,
    BatchRefused,
    DuplicateJsonKey,
    InvalidText,
    JsonTooDeep,
    MalformedJson,
    NotAnObject,
)
from api.refusals import BodyTooLarge, BodyTooSlow, MalformedRequest, UnsupportedMediaType

MAX_ADDRESS_FIELDS = 50
MAX_KEY_CHARACTERS = 80
BODY_TIMEOUT_S = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation as a request asks it, by its text or by the id of a trusted document.

    The extensions of a request are read and mean nothing but `by_digest`: it offers a digest of its text.
    """

    query: str | None
    document_id: str | None
    variables: Mapping[str, Any] | None
    operation_name: str | None
    by_digest: bool

    def named_with(self, query: str) -> tuple[str, str, str]:
        """Return what tells this operation from every other one, its text being known.

        Raises: JsonTooDeep for variables that can be read and not be written.
        """
        try:
            variables = json.dumps(self.variables, sort_keys=True, separators=(",", ":"))
        except RecursionError:
            raise JsonTooDeep(place="variables") from None
        return query, variables, self.operation_name or ""


async def asked_in_body(request: Request, max_bytes: int) -> Asked:
    """Return what a POST request asks.

    Raises: UnsupportedMediaType, BodyTooLarge, BodyTooSlow, and whatever makes its JSON no request.
    """
    _check_media_type(request)
    written = _json(await _body(request, max_bytes), "body")
    if isinstance(written, list):
        raise BatchRefused()
    if not isinstance(written, dict):
        raise NotAnObject(found=_kind_of(written))
    return _asked(written)


def asked_in_address(request: Request, max_bytes: int) -> Asked:
    """Return what a GET request asks. Raises: as for a body."""
    quoted = request.scope["query_string"]
    if len(quoted) > max_bytes:
        raise BodyTooLarge(limit=max_bytes)
    try:
        pairs = parse_qsl(
            quoted.decode(), keep_blank_values=True, errors="strict", max_num_fields=MAX_ADDRESS_FIELDS
        )
    except UnicodeDecodeError:
        raise InvalidText(place="query string") from None
    except ValueError:
        raise MalformedRequest() from None
    written: dict[str, Any] = {}
    for name, value in pairs:
        if name in written:
            raise DuplicateJsonKey(key=name[:MAX_KEY_CHARACTERS])
        written[name] = value
    for name in ("variables", "extensions"):
        if name in written:
            written[name] = _json(written[name].encode(), name) if written[name] else None
    return _asked(written)


def _check_media_type(request: Request) -> None:
    """Refuse what is not plain JSON. Raises: UnsupportedMediaType."""
    media_type, *parameters = request.headers.get("content-type", "").lower().split(";")
    charsets = [
        value.strip(' "') for name, _, value in (p.partition("=") for p in parameters) if "charset" in name
    ]
    encoding = request.headers.get("content-encoding", "identity").lower()
    if media_type.strip() != "application/json" or charsets not in ([], ["utf-8"]) or encoding != "identity":
        raise UnsupportedMediaType(
            media_type=media_type.strip()[:100],
            charset=charsets[0][:40] if charsets else None,
            encoding=encoding[:40],
        )


async def _body(request: Request, max_bytes: int) -> bytes:
    """Return the body, giving up at the limit of bytes or of time.

    Raises: BodyTooLarge, BodyTooSlow, MalformedRequest.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > 12 or int(announced) > max_bytes):
        raise BodyTooLarge(limit=max_bytes)
    read = bytearray()
    try:
        async with asyncio.timeout(BODY_TIMEOUT_S):
            async for chunk in request.stream():
                read += chunk
                if len(read) > max_bytes:
                    raise BodyTooLarge(limit=max_bytes)
    except TimeoutError:
        raise BodyTooSlow(limit=BODY_TIMEOUT_S) from None
    except ClientDisconnect:
        raise MalformedRequest() from None
    return bytes(read)


def _json(written: bytes, place: str) -> Any:
    """Return the value, of which every key is given once and every character is whole.

    Raises: InvalidText, DuplicateJsonKey, JsonTooDeep, MalformedJson.
    """
    try:
        text = written.decode()
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        # JSON can write half a character, which no answer could then repeat.
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeError:
        raise InvalidText(place=place) from None
    except RecursionError:
        raise JsonTooDeep(place=place) from None
    except ValueError as error:
        raise MalformedJson(place=place, reason=str(error)[:200]) from None
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DuplicateJsonKey(key=key[:MAX_KEY_CHARACTERS].encode(errors="replace").decode())
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _asked(written: Mapping[str, Any]) -> Asked:
    """Return the operation, every member of its type. Raises: BadRequestMember."""
    for member in ("query", "documentId", "operationName"):
        if not isinstance(written.get(member), str | None):
            raise BadRequestMember(member=member, expected="string")
    for member in ("variables", "extensions"):
        if not isinstance(written.get(member), dict | None):
            raise BadRequestMember(member=member, expected="object")
    return Asked(
        written.get("query"),
        written.get("documentId"),
        written.get("variables"),
        written.get("operationName") or None,
        "persistedQuery" in (written.get("extensions") or {}),
    )


def _kind_of(value: object) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    return "string" if isinstance(value, str) else "number"
