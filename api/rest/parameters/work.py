"""The parameters of the work list: which kinds, and where its next page begins.

Read like those of `api.rest.parameters.common`, from which they are apart only in this file.
"""

from __future__ import annotations

import base64
import binascii

from api.rest.parameters.common import MAX_LIMIT, Parameter, limit
from organica.domain.errors import BadInput, Says
from organica.register.work_items import BadWorkCursor, WorkItem, WorkKind, WorkThing, checked_place
from organica.register.work_list import DEFAULT_ITEMS

MAX_AFTER_CHARACTERS = 800
_KINDS = "|".join(kind.value for kind in WorkKind)
_PATTERN = rf"(?:{_KINDS})(?:,(?:{_KINDS}))*"


class UnknownWorkKind(BadInput):
    """A kind of item that no work list has. Facts: value, known."""

    code = "unknown_work_kind"
    says = Says(
        es="«{value}» no es un tipo de pendiente.",
        en="“{value}” is no kind of thing to find out.",
    )
    remedy = Says(es="Use alguno de estos, separados por comas: {known}.", en="Use some of these: {known}.")


def kinds_in(text: str) -> tuple[WorkKind, ...]:
    """Return the kinds that a text names. Raises: UnknownWorkKind."""
    found = []
    for word in text.split(","):
        if word not in set(WorkKind):
            raise UnknownWorkKind(value=word, known=tuple(WorkKind))
        found.append(WorkKind(word))
    return tuple(found)


def written(place: str) -> str:
    """Return the place of an item as an address carries it."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _place(text: str) -> str:
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        place = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError):
        raise BadWorkCursor(value=text[:MAX_AFTER_CHARACTERS]) from None
    if written(place) != text:
        raise BadWorkCursor(value=text[:MAX_AFTER_CHARACTERS])
    return checked_place(place)


KINDS = Parameter(
    "kinds",
    "query",
    kinds_in,
    {"type": "string", "pattern": f"^{_PATTERN}$"},
    WorkKind.UNKNOWN_PARENT.value,
    Says(es="Solo estos tipos, separados por comas.", en="Only these kinds, separated by commas."),
)
ITEMS = Parameter(
    "limit",
    "query",
    limit,
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_ITEMS},
    str(DEFAULT_ITEMS),
    Says(es="Pendientes por página.", en="Items in a page."),
)
_EXAMPLE = WorkItem(WorkKind.DECLARED_GAP, "cl.chilecompra", WorkThing.ORGANIZATION, "cl.chilecompra", "")
AFTER_ITEM = Parameter(
    "after",
    "query",
    _place,
    {"type": "string", "pattern": "^[A-Za-z0-9_-]+$", "maxLength": MAX_AFTER_CHARACTERS},
    written(_EXAMPLE.place),
    Says(
        es="Pendiente tras el cual sigue la página; lo da el enlace `next` de la misma lista.",
        en="The item after which the page goes on; the link `next` of the same list gives it.",
    ),
)
