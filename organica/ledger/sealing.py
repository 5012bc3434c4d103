"""Seals: what a document holds in place of a person's name, so that the name can be erased for good.

Takes a name and the place where it stands; returns a salted digest. Called by enact and verify.
"""

from __future__ import annotations

import hashlib
import secrets

from organica.ledger.canonical import canonical

SALT_BYTES = 16


def new_salt() -> str:
    """Return a fresh salt of 128 random bits, in hexadecimal."""
    return secrets.token_hex(SALT_BYTES)


def seal(salt: str, path: str, name: str) -> str:
    """Return the hexadecimal SHA-256 of the canonical `[salt, path, name]`.

    Source: the construction of RFC 9901 (SD-JWT), section 4.2, with RFC 8785 as the encoding.
    """
    return hashlib.sha256(canonical([salt, path, name])).hexdigest()
