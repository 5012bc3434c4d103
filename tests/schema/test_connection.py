"""Pages: keyset cursors survive what is inserted or removed between two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.connection import MAX_FIRST, page
from schema.refusals import BadCursor, PageSizeOutOfRange

KEYS = st.lists(st.text(min_size=1, max_size=6), unique=True).map(sorted)


def plain(key: str) -> str:
    return key


@given(keys=KEYS, size=st.integers(1, 5), data=st.data())
def test_what_is_inserted_or_removed_in_between_causes_no_loss_and_no_repeat(
    keys: list[str], size: int, data: st.DataObject
) -> None:
    first = page("words", keys, plain, size, None)
    shown = [edge.node for edge in first.edges]
    inserted = data.draw(KEYS)
    removed = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
    changed = sorted((set(keys) | set(inserted)) - removed)
    after = first.page_info.end_cursor
    rest = []
    while after is not None:
        following = page("words", changed, plain, size, after)
        rest += [edge.node for edge in following.edges]
        after = following.page_info.end_cursor if following.page_info.has_next_page else None
    assert len(rest) == len(set(rest))
    assert not set(rest) & set(shown)
    stayed = [key for key in keys if key not in removed]
    assert [key for key in rest if key in stayed] == [key for key in stayed if key not in shown]


@given(keys=KEYS, size=st.integers(1, MAX_FIRST))
def test_a_page_says_whether_more_follows(keys: list[str], size: int) -> None:
    shown = page("words", keys, plain, size, None)
    assert [edge.node for edge in shown.edges] == keys[:size]
    assert shown.page_info.has_next_page is (len(keys) > size)
    assert shown.page_info.has_previous_page is False


def test_a_cursor_holds_for_its_own_list_only() -> None:
    cursor = page("words", ["a", "b"], plain, 1, None).page_info.end_cursor
    assert page("words", ["a", "b"], plain, 1, cursor).edges[0].node == "b"
    with pytest.raises(BadCursor):
        page("others", ["a", "b"], plain, 1, cursor)


@given(st.text())
def test_any_other_text_is_refused_as_a_cursor(text: str) -> None:
    with pytest.raises(BadCursor):
        page("words", ["a"], plain, 1, f"{text}!")


@pytest.mark.parametrize("first", [-1, 0, MAX_FIRST + 1])
def test_a_page_has_1_to_200_items(first: int) -> None:
    with pytest.raises(PageSizeOutOfRange) as refusal:
        page("words", ["a"], plain, first, None)
    assert refusal.value.facts == {"first": first, "limit": MAX_FIRST}
