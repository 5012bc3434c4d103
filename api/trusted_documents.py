"""Trusted documents (consultas de confianza): queries that a front end registered and asks for by their id.

Takes the manifest that its build wrote, a JSON object from id to text; returns the text that a request means.
Made by `api.app` at start, used by `graphql_http`. Source: GraphQL over HTTP, "Persisted documents" (the
member `documentId`); `@graphql-codegen/client-preset` and Relay write such manifests.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from api.graphql_refusals import (
    BadTrustedDocuments,
    DocumentNotTrusted,
    MissingQuery,
    PersistedQueryNotSupported,
    QueryAndDocument,
    UnknownDocument,
)
from api.graphql_request import Asked
from api.settings import Settings
from schema.documents import reasons_against

MAX_ID_CHARACTERS = 200
PREFIX = "sha256:"


class TrustedDocuments:
    """The documents of one manifest. `only`: nothing else may be asked."""

    def __init__(self, texts: Mapping[str, str], *, only: bool = False) -> None:
        self._texts = texts
        self._trusted = frozenset(texts.values())
        self._only = only

    @classmethod
    def of(cls, settings: Settings) -> TrustedDocuments:
        """Return the documents that the settings name. Raises: BadTrustedDocuments."""
        path = settings.trusted_documents
        return cls(_read(path) if path else {}, only=settings.trusted_only)

    def text_of(self, asked: Asked) -> str:
        """Return the text that a request means.

        Raises: MissingQuery, PersistedQueryNotSupported, QueryAndDocument, UnknownDocument,
        DocumentNotTrusted.
        """
        if asked.document_id is None:
            if asked.query is None:
                raise PersistedQueryNotSupported() if asked.by_digest else MissingQuery()
            if self._only and asked.query not in self._trusted:
                raise DocumentNotTrusted()
            return asked.query
        if asked.query is not None:
            raise QueryAndDocument()
        name = asked.document_id
        # Some builds write the digest alone, and some clients ask for it with what it is a digest by.
        text = self._texts.get(name) or self._texts.get(name.removeprefix(PREFIX))
        if text is None:
            raise UnknownDocument(document=name[:MAX_ID_CHARACTERS])
        return text


def _read(path: Path) -> dict[str, str]:
    """Return the texts of a manifest by their ids, each of which fits the schema.

    Raises: BadTrustedDocuments, which names the document.
    """
    try:
        written = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BadTrustedDocuments(path=str(path), reason=str(error)) from None
    if not isinstance(written, dict):
        raise BadTrustedDocuments(path=str(path), reason="{…} ≠ " + type(written).__name__)
    for name, text in written.items():
        against = reasons_against(text) if isinstance(text, str) else type(text).__name__
        if against:
            raise BadTrustedDocuments(path=str(path), reason=f"{name[:MAX_ID_CHARACTERS]}: {against}")
    return written
