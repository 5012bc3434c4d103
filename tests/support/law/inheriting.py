"""What an act in the place of another goes on to mean: the codes of what both name.

Takes the new words, the old ones and the codes behind these; returns codes for what is the same thing. Source:
design, section 3: *rectify* replaces the target's content in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain import acts
from organica.domain.acts import FunctionItem, PlainAct, PostItem
from tests.support.law.state import Codes


def inherited(new: PlainAct, old: PlainAct, codes: Codes) -> Codes:
    """Return the codes that the new words keep; what only they name gets its code like anything new."""
    found: Codes = {}
    for slot in ("function", "post", "parent"):
        said, was = getattr(new, slot, None), getattr(old, slot, None)
        if isinstance(said, acts.FunctionRef | acts.PostRef) and said == was and slot in codes:
            found[slot] = codes[slot]
    if "appointment" in codes:
        found["appointment"] = codes["appointment"]
    for place, was_at in _pairs(_functions(new), _functions(old)):
        if f"item:{was_at}" in codes:
            found[f"item:{place}"] = codes[f"item:{was_at}"]
    for number, was_number in _post_pairs(_posts(new), _posts(old)):
        found[f"post:{number}"] = codes[f"post:{was_number}"]
        if _posts(new)[number].holder is not None and f"held:{was_number}" in codes:
            found[f"held:{number}"] = codes[f"held:{was_number}"]
    return found


def _functions(act: PlainAct) -> Sequence[FunctionItem]:
    match act:
        case acts.StateUnit() | acts.CreateUnit():
            return act.functions or ()
        case acts.AssignFunction():
            return (act.function,)
        case _:
            return ()


def _posts(act: PlainAct) -> Sequence[PostItem]:
    match act:
        case acts.StateUnit() | acts.CreateUnit():
            return act.posts or ()
        case acts.CreatePost():
            return (act.post,)
        case _:
            return ()


def _pairs(
    new: Sequence[FunctionItem], old: Sequence[FunctionItem], at: str = "", was_at: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield the places of items that are the same: both words, or the text, or the letter of one list."""
    pairs: dict[int, int] = {0: 0} if len(new) == len(old) == 1 else {}
    for surest in ("both", "text", "letter"):
        for number, item in enumerate(new):
            if number in pairs:
                continue
            same = (
                each
                for each, other in enumerate(old)
                if each not in pairs.values() and _same(item, other, surest)
            )
            if (found := next(same, None)) is not None:
                pairs[number] = found
    for number, was in pairs.items():
        yield f"{at}{number}", f"{was_at}{was}"
        yield from _pairs(new[number].children, old[was].children, f"{at}{number}.", f"{was_at}{was}.")


def _same(item: FunctionItem, other: FunctionItem, surest: str) -> bool:
    text = (item.text, item.list) == (other.text, other.list)
    letter = item.label is not None and (item.label, item.list) == (other.label, other.list)
    return {"both": text and letter, "text": text, "letter": letter}[surest]


def _post_pairs(new: Sequence[PostItem], old: Sequence[PostItem]) -> Iterator[tuple[int, int]]:
    if len(new) == len(old) == 1:
        yield 0, 0
        return
    taken: set[int] = set()
    for number, item in enumerate(new):
        same = (
            each
            for each, other in enumerate(old)
            if each not in taken
            and ((item.heads and other.heads) or (item.name is not None and item.name == other.name))
        )
        if (found := next(same, None)) is not None:
            taken.add(found)
            yield number, found
