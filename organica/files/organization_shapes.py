"""The shapes of organizations in acts: the file's own, and a body that may be none.

Takes nodes and the context of their file; returns codes, and back. Called by `act_table`.
"""

from __future__ import annotations

from typing import Any

from organica.files.errors import BadlyWritten
from organica.files.forms import ORGANIZATION, Context, Form
from organica.files.json_schema import either, one_of_words
from organica.files.node import Node, quoted


def _read_own(node: Node, context: Context) -> str:
    code = ORGANIZATION.read(node, context)
    if not context.ledger and code != context.organization:
        raise BadlyWritten(value=quoted(code), example=context.organization, **node.spot.facts())
    return code


def _read_body(node: Node, context: Context) -> str | None:
    return None if node.value == "none" else ORGANIZATION.read(node, context)


BODY_OR_NONE: Form[str | None] = Form(
    _read_body,
    lambda body, _context: body or "none",
    either(ORGANIZATION.shape, one_of_words(["none"])),
)
# A file is about one organization; its acts name it for whoever reads, and must name that one.
OWN_ORGANIZATION: Form[Any] = Form(_read_own, lambda _none, context: context.organization, ORGANIZATION.shape)
