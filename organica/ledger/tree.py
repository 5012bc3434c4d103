"""The tree of entries: one hash that stands for all of them, and short proofs that one belongs to it.

Takes leaf hashes in the order of the entries; returns roots and paths of 32-byte hashes. Called by verify and
proof. Leaves are counted from 0 here, entries from 1: entry n is leaf n - 1.
Source: RFC 6962, section 2.1; the checks are those of RFC 9162, section 2.1, which spells them out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

HASH_BYTES = 32


class NoSuchLeaf(ValueError):
    """A leaf, or a number of leaves, outside the tree."""


class BadPath(ValueError):
    """A path that no tree of this size has: too short, too long, or not of hashes."""


def root(leaf_hashes: Iterable[bytes]) -> bytes:
    """Return the root of the tree over these leaves.

    Shape: 32 bytes; of no leaves the SHA-256 of nothing. Holds one hash for each level, so leaves may stream.
    Source: RFC 6962, section 2.1 (MTH).
    """
    peaks: list[bytes] = []  # The roots of the full trees that stand so far, the largest first.
    for count, leaf_hash in enumerate(leaf_hashes):
        node = leaf_hash
        while count & 1:  # Every trailing 1 is a full tree that this one completes to one twice its size.
            node = _node(peaks.pop(), node)
            count >>= 1
        peaks.append(node)
    if not peaks:
        return hashlib.sha256().digest()
    whole = peaks.pop()
    while peaks:
        whole = _node(peaks.pop(), whole)
    return whole


def inclusion_path(leaf_hashes: Sequence[bytes], index: int) -> list[bytes]:
    """Return the sibling hashes that tie one leaf to the root.

    Shape: at most ceil(log2(len(leaf_hashes))) hashes of 32 bytes, leaf side first.
    Index: counted from 0.
    Raises: NoSuchLeaf when index is outside the tree.
    Source: RFC 6962, section 2.1.1 (PATH).
    """
    first, last = 0, len(leaf_hashes)
    if not 0 <= index < last:
        raise NoSuchLeaf(f"leaf {index} of {last}")
    path = []
    while last - first > 1:
        middle = first + _left_of(last - first)
        if index < middle:
            path.append(root(leaf_hashes[middle:last]))
            last = middle
        else:
            path.append(root(leaf_hashes[first:middle]))
            first = middle
    return path[::-1]


def root_from_path(leaf_hash: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that a leaf and its path lead to: the leaf is proved where that is the known root.

    Index: counted from 0. `size` must come from whoever vouches for the root, because trees of several
    sizes can give one leaf a path of the same form.
    Raises: NoSuchLeaf when index is outside a tree of that size; BadPath.
    Source: RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size:
        raise NoSuchLeaf(f"leaf {index} of {size}")
    _require_hashes(leaf_hash, *path)
    node, here, last = leaf_hash, index, size - 1
    for sibling in path:
        if last == 0:
            raise BadPath(f"longer than a tree of {size} leaves is high")
        if here & 1 or here == last:
            node = _node(sibling, node)
            while here and not here & 1:  # A last node without a sibling rises as it is.
                here, last = here >> 1, last >> 1
        else:
            node = _node(node, sibling)
        here, last = here >> 1, last >> 1
    if last:
        raise BadPath(f"shorter than leaf {index} needs in a tree of {size} leaves")
    return node


def consistency_path(leaf_hashes: Sequence[bytes], earlier_size: int) -> list[bytes]:
    """Return the hashes that show that the tree of the first `earlier_size` leaves is where this one began.

    Shape: at most ceil(log2(len(leaf_hashes))) + 1 hashes of 32 bytes; none where the sizes are equal.
    Raises: NoSuchLeaf when the earlier tree has no leaf, or more leaves than there are.
    Source: RFC 6962, section 2.1.2 (PROOF).
    """
    first, last = 0, len(leaf_hashes)
    if not 0 < earlier_size <= last:
        raise NoSuchLeaf(f"the first {earlier_size} of {last} leaves")
    path = []
    while earlier_size != last:
        middle = first + _left_of(last - first)
        if earlier_size <= middle:
            path.append(root(leaf_hashes[middle:last]))
            last = middle
        else:
            path.append(root(leaf_hashes[first:middle]))
            first = middle
    # Whoever checks holds the earlier root already; from the left edge that is this very node.
    return [*([root(leaf_hashes[first:last])] if first else []), *path[::-1]]


def is_consistent(
    earlier_size: int, earlier_root: bytes, size: int, later_root: bytes, path: Sequence[bytes]
) -> bool:
    """Tell whether the path shows that the earlier tree is a beginning of the tree of `size` leaves.

    Source: RFC 9162, section 2.1.4.2.
    """
    if not 0 < earlier_size <= size or any(len(each) != HASH_BYTES for each in path):
        return False
    if earlier_size == size:
        return not path and earlier_root == later_root
    steps = list(path)
    if earlier_size & (earlier_size - 1) == 0:  # A full tree: its root is the node that the path begins with.
        steps.insert(0, earlier_root)
    if not steps:
        return False
    here, last = earlier_size - 1, size - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    earlier = later = steps[0]
    for sibling in steps[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            earlier, later = _node(sibling, earlier), _node(sibling, later)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            later = _node(later, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and earlier == earlier_root and later == later_root


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _left_of(size: int) -> int:
    """Return how many of `size` leaves go left: the largest power of two that is less."""
    return 1 << (size - 1).bit_length() - 1


def _require_hashes(*hashes: bytes) -> None:
    """Refuse other lengths: bytes could move from one hash into its sibling and give the same node."""
    if any(len(each) != HASH_BYTES for each in hashes):
        raise BadPath(f"a hash has {HASH_BYTES} bytes")
