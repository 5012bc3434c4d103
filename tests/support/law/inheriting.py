"""What an act in the place of another goes on to mean: the codes of what both name.

Takes the new words, the old ones and the codes behind these; returns codes for what is the same thing. Source:
design, section 3: *rectify* replaces the target's content in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organica.domain import acts
from organica.domain.acts import FunctionItem, IndicatorItem, PlainAct, PostItem
from tests.support.law.functions import places
from tests.support.law.programmes import ON_PROGRAMMES, figures
from tests.support.law.state import Codes

_Placed = tuple[str, FunctionItem, str | None]


def inherited(new: PlainAct, old: PlainAct, codes: Codes) -> Codes:
    """Return the codes that the new words keep; what only they name gets its code like anything new."""
    found: Codes = {}
    for slot in ("function", "post", "parent"):
        said, was = getattr(new, slot, None), getattr(old, slot, None)
        if isinstance(said, acts.FunctionRef | acts.PostRef) and said == was and slot in codes:
            found[slot] = codes[slot]
    if "units" in codes and getattr(new, "units", None) is None:
        found["units"] = codes["units"]
    if "appointment" in codes and _same_appointment(new, old):
        found["appointment"] = codes["appointment"]
    for number, said in enumerate(_named_functions(new)):
        for was_number, was in enumerate(_named_functions(old)):
            if said == was and f"function:{was_number}" in codes:
                found[f"function:{number}"] = codes[f"function:{was_number}"]
    # What is reported of another programme is another figure.
    reported = figures(old) if getattr(new, "programme", None) == getattr(old, "programme", None) else ()
    for number, was_number in _figure_pairs(figures(new), reported):
        if f"figure:{was_number}" in codes:
            found[f"figure:{number}"] = codes[f"figure:{was_number}"]
    named = {item.code for _, item, _ in places(_functions(new))}
    left = [each for each in places(_functions(old)) if codes.get(f"item:{each[0]}") not in named]
    for place, was_at in _pairs(list(places(_functions(new))), left):
        if f"item:{was_at}" in codes:
            found[f"item:{place}"] = codes[f"item:{was_at}"]
    alone = len(_posts(new)) == len(_posts(old)) == 1
    holders = [] if alone else [each.holder for each in _posts(old) if each.holder is not None]
    for number, was_number in _post_pairs(_posts(new), _posts(old)):
        item, other = _posts(new)[number], _posts(old)[was_number]
        if item.code not in (None, codes.get(f"post:{was_number}")):
            continue
        found[f"post:{number}"] = codes[f"post:{was_number}"]
        # Whom the old list had at another post came from there; any other name is a name mended.
        came = item.holder in holders and item.holder != other.holder
        if item.holder is not None and not came and f"held:{was_number}" in codes:
            found[f"held:{number}"] = codes[f"held:{was_number}"]
    return found


def _same_appointment(new: PlainAct, old: PlainAct) -> bool:
    """Tell whether it is one appointment: a name is mended, but another post, or another who ceases, is not."""
    match new, old:
        case acts.Appoint(), acts.Appoint():
            return new.post == old.post
        case acts.EndAppointment(), acts.EndAppointment():
            return (new.post, new.holder) == (old.post, old.holder)
        case _:
            return False


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


def _named_functions(act: PlainAct) -> Sequence[acts.FunctionRef]:
    """Return the functions that a programme fulfils."""
    return getattr(act, "functions", None) or () if isinstance(act, ON_PROGRAMMES) else ()


def _figure_pairs(new: Sequence[IndicatorItem], old: Sequence[IndicatorItem]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of figures that are the same: one in the place of one, or those of a name and period."""
    if len(new) == len(old) == 1:
        yield 0, 0
        return
    told_apart = {(was.name, was.period.written): number for number, was in enumerate(old)}
    for number, item in enumerate(new):
        if (item.name, item.period.written) in told_apart:
            yield number, told_apart[item.name, item.period.written]


def _pairs(new: Sequence[_Placed], old: Sequence[_Placed]) -> Iterator[tuple[str, str]]:
    """Yield the places of items that are the same: both words, or the text, or the letter of one list.

    Sub-items are looked for among all. An item that names a code is what it names.
    """
    left = list(old)
    if len(new) == len(left) == 1 and new[0][1].code is None:
        yield "0", "0"
        return
    found: set[str] = set()
    for surest in ("both", "text", "letter"):
        for place, item, _ in new:
            same = (each for each in left if item.code is None and _same(item, each[1], surest))
            if place not in found and (other := next(same, None)) is not None:
                found.add(place)
                left.remove(other)
                yield place, other[0]


def _same(item: FunctionItem, other: FunctionItem, surest: str) -> bool:
    text = (item.text, item.list) == (other.text, other.list)
    letter = item.label is not None and (item.label, item.list) == (other.label, other.list)
    return {"both": text and letter, "text": text, "letter": letter}[surest]


def _post_pairs(new: Sequence[PostItem], old: Sequence[PostItem]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of posts that are the same: those of one name, then those that head the unit."""
    if len(new) == len(old) == 1:
        yield 0, 0
        return
    found: set[int] = set()
    left = list(range(len(old)))
    for by_name in (True, False):
        for number, item in enumerate(new):
            same = (each for each in left if _one_post(item, old[each], by_name=by_name))
            if number not in found and (other := next(same, None)) is not None:
                found.add(number)
                left.remove(other)
                yield number, other


def _one_post(item: PostItem, other: PostItem, *, by_name: bool) -> bool:
    return item.name is not None and item.name == other.name if by_name else item.heads and other.heads
