"""What no proposal repeats of a person: e-mail addresses and identity numbers.

Takes texts, facts of sentences and whole acts; tells what holds such a thing, or leaves it out. Called by
everything in this folder that prints. A name belongs in `holder`, where the register seals it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from organica.domain.acts import Holder
from organica.domain.errors import Fact
from organica.domain.outline import Outline, OutlineFunction, OutlineUnit, Place
from organica.text.personal_data import has_email_address, identity_number_in

LEFT_OUT = "…"


def is_personal(text: str) -> bool:
    """Tell whether a text holds an e-mail address or an identity number."""
    return has_email_address(text) or identity_number_in(text) is not None


def without_personal(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """Return the facts of a sentence, what is personal left out of them."""
    return {name: _shown(fact) for name, fact in facts.items()}


def _shown(fact: Fact) -> Fact:
    if isinstance(fact, str):
        return LEFT_OUT if is_personal(fact) else fact
    if isinstance(fact, tuple):
        return tuple(LEFT_OUT if is_personal(str(each)) else each for each in fact)
    return fact


def holds_personal(thing: object) -> bool:
    """Tell whether an act, or any part of one, holds such a text; the name of a holder is no such part."""
    if isinstance(thing, str):
        return is_personal(thing)
    if isinstance(thing, tuple):
        return any(map(holds_personal, thing))
    if isinstance(thing, Holder) or not is_dataclass(thing):
        return False
    return any(holds_personal(getattr(thing, each.name)) for each in fields(thing))


def personal_places(outline: Outline) -> Iterator[Place]:
    """Yield the lines of what goes into acts, or into the text's own source, and holds such a text."""
    for source in outline.sources:
        if source.role == "self" and _any(source.printed, source.title):
            yield source.place
    for unit in outline.units:
        if not unit.repealed:
            yield from _of_unit(unit)
    for order in outline.amendments:
        if _any(order.text):
            yield order.place


def _of_unit(unit: OutlineUnit) -> Iterator[Place]:
    if _any(unit.name, unit.kind, unit.acronym):
        yield unit.place
    if _any(unit.objective):
        yield unit.objective_place or unit.place
    for function in unit.functions:
        yield from _of_function(function)


def _of_function(function: OutlineFunction) -> Iterator[Place]:
    if _any(function.text):
        yield function.place
    for child in function.children:
        yield from _of_function(child)


def _any(*texts: str | None) -> bool:
    return any(text is not None and is_personal(text) for text in texts)
