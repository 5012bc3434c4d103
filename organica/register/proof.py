"""Proof: that an entry stands in the record, for whoever holds a root and trusts nobody's database.

Takes the register and the number of an entry; returns what ties that entry to the root. A checkpoint is a
root that somebody remembered or published together with the number of entries it stands for. Called by the
command line and by verify.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from organica.domain.errors import BadInput, Says
from organica.ledger.canonical import digest, header, leaf
from organica.ledger.tree import inclusion_path, root
from organica.register.ports import Entry, Reads
from organica.register.refusals import NoSuchEntry

# Nine digits are more entries than a register will have, and less than any engine's integers.
_CHECKPOINT = re.compile(r"(\d{1,9}):([0-9a-fA-F]{64})", re.ASCII)


class BadCheckpoint(BadInput):
    """A text that is no checkpoint."""

    code = "bad_checkpoint"
    says = Says(
        es="«{value}» no dice una cantidad de asientos y su raíz.",
        en="“{value}” does not say a number of entries and their root.",
    )
    remedy = Says(
        es="Escriba CANTIDAD:RAÍZ como lo imprime «organica verify»: un número, dos puntos y 64 cifras "
        "hexadecimales.",
        en="Write SIZE:ROOT as `organica verify` prints it: a number, a colon and 64 hexadecimal digits.",
    )


@dataclass(frozen=True, slots=True, order=True)
class Checkpoint:
    """The root (32 bytes) of the first `size` entries."""

    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.size}:{self.root.hex()}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What ties an entry to the root of all entries.

    `header` is the plain value whose RFC 8785 text the leaf hashes; `path` holds the sibling hashes, leaf
    side first, for leaf `header["index"] - 1` of `checkpoint.size` leaves.
    """

    header: dict[str, Any]
    leaf: bytes
    checkpoint: Checkpoint
    path: Sequence[bytes]


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint written as SIZE:ROOT, the root in hexadecimal. Raises: BadCheckpoint."""
    found = _CHECKPOINT.fullmatch(text)
    if found is None:
        raise BadCheckpoint(value=text[:100])
    return Checkpoint(int(found[1]), bytes.fromhex(found[2]))


def leaf_of(entry: Entry) -> bytes:
    """Return the leaf of an entry, computed from its header and document: the stored one is not asked."""
    return leaf(entry.index, entry.kind, entry.organizations, entry.recorded_at, digest(entry.document))


async def proof(register: Reads, index: int) -> Proof:
    """Return the proof of an entry against the root of all entries.

    It tells what stands in the storage; whether that is sound is for `verify`, and for whoever holds a
    checkpoint.
    Raises: NoSuchEntry; Unavailable.
    """
    entries = await register.entries()
    if not 0 < index <= len(entries):
        raise NoSuchEntry(entry=index, head=len(entries))
    leaves = [leaf_of(entry) for entry in entries]
    own = entries[index - 1]
    return Proof(
        header=header(own.index, own.kind, own.organizations, own.recorded_at, digest(own.document)),
        leaf=leaves[index - 1],
        checkpoint=Checkpoint(len(leaves), root(leaves)),
        path=inclusion_path(leaves, index - 1),
    )
