"""Canonical bytes and digests: one way to write an entry, so that anyone can recompute its hash.

Takes plain JSON values; returns bytes. Called by enact, rebuild and verify.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import rfc8785


def canonical(value: Any) -> bytes:
    """Return the one JSON text of a plain value, its strings in NFC.

    Source: RFC 8785; Unicode normalisation form C is ours, because the RFC leaves strings as they are.
    """
    return rfc8785.dumps(_composed(value))


def digest(document: bytes) -> bytes:
    """Return the SHA-256 of a document, 32 bytes."""
    return hashlib.sha256(document).digest()


def header(
    index: int, kind: str, organizations: Sequence[str], recorded_at: datetime, digest: bytes
) -> dict[str, Any]:
    """Return what a leaf is the hash of, as a plain value: the entry without its document."""
    return {
        "v": 1,
        "index": index,
        "kind": str(kind),
        "organizations": list(organizations),
        "recorded_at": instant(recorded_at),
        "digest": digest.hex(),
    }


def leaf(index: int, kind: str, organizations: Sequence[str], recorded_at: datetime, digest: bytes) -> bytes:
    """Return the leaf hash of an entry's header, 32 bytes.

    Source: RFC 6962, section 2.1: SHA-256 over 0x00 and the leaf's bytes, here an RFC 8785 object.
    """
    told = canonical(header(index, kind, organizations, recorded_at, digest))
    return hashlib.sha256(b"\x00" + told).digest()


def instant(moment: datetime) -> str:
    """Return an instant in UTC with microseconds, as RFC 3339 writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_composed(item) for item in value]
    return value
