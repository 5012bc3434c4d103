"""The tree of entries is that of RFC 6962: published vectors, a second implementation, and forged proofs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from organica.ledger.tree import (
    BadPath,
    NoSuchLeaf,
    consistency_path,
    inclusion_path,
    is_consistent,
    root,
    root_from_path,
)

# The eight leaves of Certificate Transparency's reference implementation and the roots of the first n of them.
CT_LEAVES = (
    *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
    "606162636465666768696a6b6c6d6e6f",
)
CT_ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
# (earlier size, later size, hashes of the consistency path), from the same reference implementation.
CT_CONSISTENCY = (
    (1, 1, ()),
    (
        1,
        8,
        (
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ),
    ),
    (
        6,
        8,
        (
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ),
    ),
    (
        2,
        5,
        (
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ),
    ),
)
MAX_SIZE = 256


def leaf_hashes(contents: Sequence[bytes]) -> list[bytes]:
    return [hashlib.sha256(b"\x00" + content).digest() for content in contents]


def numbered(size: int) -> list[bytes]:
    return leaf_hashes([number.to_bytes(2, "big") for number in range(size)])


CT = leaf_hashes([bytes.fromhex(content) for content in CT_LEAVES])
MANY = numbered(MAX_SIZE)


@pytest.mark.parametrize("size", range(len(CT_ROOTS)))
def test_the_published_roots_come_out(size: int) -> None:
    assert root(CT[:size]).hex() == CT_ROOTS[size]


@pytest.mark.parametrize(("earlier", "later", "hashes"), CT_CONSISTENCY)
def test_the_published_consistency_paths_come_out(earlier: int, later: int, hashes: Sequence[str]) -> None:
    path = consistency_path(CT[:later], earlier)
    assert [each.hex() for each in path] == list(hashes)
    assert is_consistent(
        earlier, bytes.fromhex(CT_ROOTS[earlier]), later, bytes.fromhex(CT_ROOTS[later]), path
    )


def test_roots_and_inclusion_paths_are_those_of_a_second_implementation() -> None:
    """pymerkle hashes leaves alike and counts them from 1; its paths begin with the leaf itself."""
    other = InmemoryTree(algorithm="sha256")
    for number in range(MAX_SIZE):
        other.append_entry(number.to_bytes(2, "big"))
    differing: list[tuple[int, int | None]] = []
    for size in range(1, MAX_SIZE + 1):
        leaves = MANY[:size]
        whole = root(leaves)
        differing += [] if whole == other.get_root(size) else [(size, None)]
        for index in indices(size):
            path = inclusion_path(leaves, index)
            theirs = other.prove_inclusion(index + 1, size).path
            if [leaves[index], *path] != theirs or root_from_path(leaves[index], index, size, path) != whole:
                differing.append((size, index))
    assert differing == []


def indices(size: int) -> range:
    """Return every index, of large trees every third one: three sizes in a row have them all, in half the time."""
    return range(size) if size <= MAX_SIZE // 2 else range(size % 3, size, 3)


def test_every_tree_is_consistent_with_every_earlier_one_and_with_no_other() -> None:
    roots = [root(MANY[:size]) for size in range(67)]
    for size in range(1, 67):
        for earlier in range(1, size + 1):
            path = consistency_path(MANY[:size], earlier)
            assert is_consistent(earlier, roots[earlier], size, roots[size], path)
            assert not is_consistent(earlier, roots[earlier - 1], size, roots[size], path)
            assert not is_consistent(earlier, roots[earlier], size, roots[size - 1], path)
            assert not is_consistent(earlier, roots[earlier], size, roots[size], [*path, roots[1]])
            assert not path or not is_consistent(earlier, roots[earlier], size, roots[size], path[:-1])


def another_bit(path: list[bytes], place: int, bit: int) -> list[bytes]:
    flipped = bytearray(path[place])
    flipped[bit // 8] ^= 1 << bit % 8
    return [*path[:place], bytes(flipped), *path[place + 1 :]]


# Each takes a path, a place in it and a bit, and returns another path, or the same where none is to be had.
FORGERIES: tuple[Callable[[list[bytes], int, int], list[bytes]], ...] = (
    another_bit,
    lambda path, place, bit: [*path[:place], *path[place + 1 :]],  # One hash less.
    lambda path, place, bit: [*path[:place], path[place], *path[place:]],  # One hash twice.
    lambda path, place, bit: [*path[:place], MANY[bit], *path[place:]],  # A foreign hash more.
    lambda path, place, bit: [*path[place:], *path[:place]],  # Turned round.
    lambda path, place, bit: [*path[:place], path[place][:-1], *path[place + 1 :]],  # One byte short.
    lambda path, place, bit: [*path[:place], path[place] + b"\x00", *path[place + 1 :]],
)


@given(
    size=st.integers(2, MAX_SIZE),
    where=st.floats(0, 1, exclude_max=True),
    at=st.floats(0, 1, exclude_max=True),
    bit=st.integers(0, 255),
    forge=st.sampled_from(FORGERIES),
)
def test_a_forged_path_proves_nothing(
    size: int, where: float, at: float, bit: int, forge: Callable[[list[bytes], int, int], list[bytes]]
) -> None:
    index = int(where * size)
    path = inclusion_path(MANY[:size], index)
    forged = forge(path, int(at * len(path)), bit)
    if forged != path:
        assert not proves(MANY[index], index, size, forged, root(MANY[:size]))


@given(size=st.integers(2, MAX_SIZE), where=st.floats(0, 1, exclude_max=True), other=st.integers(0, 300))
def test_a_path_proves_one_leaf_at_one_place(size: int, where: float, other: int) -> None:
    index = int(where * size)
    path, whole = inclusion_path(MANY[:size], index), root(MANY[:size])
    assert proves(MANY[index], index, size, path, whole)
    if other != index:
        assert not proves(MANY[index], other, size, path, whole)
        assert not proves(MANY[other % MAX_SIZE], index, size, path, whole) or other % MAX_SIZE == index


def proves(leaf: bytes, index: int, size: int, path: Sequence[bytes], whole: bytes) -> bool:
    try:
        return root_from_path(leaf, index, size, path) == whole
    except (BadPath, NoSuchLeaf):
        return False


def test_bytes_moved_from_a_sibling_into_the_leaf_are_refused() -> None:
    leaves = MANY[:2]
    assert proves(leaves[1], 1, 2, [leaves[0]], root(leaves))
    with pytest.raises(BadPath, match="32 bytes"):
        root_from_path(leaves[1][1:], 1, 2, [leaves[0] + leaves[1][:1]])


@pytest.mark.parametrize(("size", "index"), [(0, 0), (3, 3), (3, -1)])
def test_a_leaf_outside_the_tree_has_no_path(size: int, index: int) -> None:
    with pytest.raises(NoSuchLeaf, match=f"leaf {index} of {size}"):
        inclusion_path(MANY[:size], index)
    with pytest.raises(NoSuchLeaf):
        root_from_path(MANY[0], index, size, [])


@pytest.mark.parametrize("earlier", [0, 4, -1])
def test_no_tree_begins_with_none_or_more_of_its_leaves(earlier: int) -> None:
    with pytest.raises(NoSuchLeaf):
        consistency_path(MANY[:3], earlier)
    assert not is_consistent(earlier, root(()), 3, root(MANY[:3]), [])


def test_the_root_needs_no_list_of_its_leaves() -> None:
    assert root(iter(MANY)) == root(MANY)
