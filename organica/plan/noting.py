"""What a comparison leaves for a person to decide: a closed set of codes, each with what the proposal did.

Takes a comparison; returns notes for the resolution file, beside those of the reader. Called by propose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum

from organica.domain.dates import Precision
from organica.domain.outline import Outline, Place
from organica.domain.resolution import DoubtNote
from organica.domain.source import LegalSource
from organica.plan.comparison import Comparison, same_label
from organica.plan.doubts import lines
from organica.plan.facts import PageFacts
from organica.plan.function_acts import begins_a_list, left_out, states_whole_list
from organica.plan.personal import LEFT_OUT, is_personal
from organica.plan.posting import unit_above
from organica.plan.printed import posts_in
from organica.plan.proposal import Mode, ModeReason
from organica.plan.sourcing import comparison_day
from organica.plan.unit_acts import left_without, parent_of
from organica.text.fold import folded


class PlanDoubt(StrEnum):
    """The closed set of doubts of a comparison. A new one needs its row in `PLAN_DECISIONS`."""

    SCOPE_ASSUMED = "scope_assumed"
    SUPPRESSION = "suppression"
    LIST_INCOMPLETE = "list_incomplete"
    LABEL_LEFT_OUT = "label_left_out"
    LIST_ABSENT = "list_absent"
    HEADING_REPEALED = "heading_repealed"
    KIND_UNSTATED = "kind_unstated"
    STILL_NAMED = "still_named"
    PARENT_ENDS = "parent_ends"
    PARENT_RING = "parent_ring"
    HEAD_ASTRAY = "head_astray"
    YEAR_ONLY = "year_only"
    POST_ASTRAY = "post_astray"
    AMENDED_PLACE_UNKNOWN = "amended_place_unknown"
    AMENDED_PLACE_SEVERAL = "amended_place_several"
    LABEL_TAKEN = "label_taken"
    WORDS_NOT_FOUND = "words_not_found"
    WORDS_SEVERAL = "words_several"
    ORDER_UNCLEAR = "order_unclear"
    AMENDED_SOURCE_UNKNOWN = "amended_source_unknown"
    AMENDED_SOURCE_OTHER = "amended_source_other"
    PERSONAL_DATA = "personal_data"


PLAN_DECISIONS: dict[PlanDoubt, str | None] = {
    PlanDoubt.SCOPE_ASSUMED: (
        "Se tomó como un texto parcial: lo que no menciona queda como está. Contiene {found} de las {all} "
        "unidades vigentes; si enuncia el todo, agregue `scope: full` a los datos."
    ),
    PlanDoubt.SUPPRESSION: "Se propone suprimirla, porque el texto lo dice o ya no la tiene; confirme.",
    PlanDoubt.LIST_INCOMPLETE: "Quedan las funciones vigentes que la lista del texto no tiene: {functions}.",
    PlanDoubt.LABEL_LEFT_OUT: "Queda la letra vigente de {function}: {label}.",
    PlanDoubt.LIST_ABSENT: "Quedan las funciones vigentes: el texto no da ninguna lista.",
    PlanDoubt.HEADING_REPEALED: "No se propone suprimirla: el texto no enuncia el todo.",
    PlanDoubt.KIND_UNSTATED: "Se toma como tipo la primera palabra del nombre.",
    PlanDoubt.STILL_NAMED: "Queda vigente: el texto, que enuncia el todo, no la describe, pero la nombra.",
    PlanDoubt.PARENT_ENDS: "Se propone dejarla sin dependencia conocida: termina la unidad de que dependía.",
    PlanDoubt.PARENT_RING: "No se toma la dependencia impresa: la unidad dependería de sí misma.",
    PlanDoubt.HEAD_ASTRAY: "No se propone nada: la unidad a cargo no está entre las del texto.",
    PlanDoubt.YEAR_ONLY: (
        "Del texto solo se sabe el año, {year}, y hay otras fuentes de ese año: {sources}. Se comparó con lo "
        "vigente el {day}; si se sabe el día, agregue `in_force_from` a los datos."
    ),
    PlanDoubt.POST_ASTRAY: "No se propone nada: no se sabe de qué unidad es el cargo.",
    PlanDoubt.AMENDED_PLACE_UNKNOWN: (
        "No se propone nada: no se encontró qué modifica. Candidatas: {functions}."
    ),
    PlanDoubt.AMENDED_PLACE_SEVERAL: "No se propone nada: puede ser más de una, {functions}.",
    PlanDoubt.LABEL_TAKEN: "Queda por decidir: la letra {label} está ocupada por {function}.",
    PlanDoubt.WORDS_NOT_FOUND: "No se propone nada: «{words}» no está en el texto vigente de {function}.",
    PlanDoubt.WORDS_SEVERAL: "Queda por decidir en cuáles se reemplaza «{words}»: {functions}.",
    PlanDoubt.ORDER_UNCLEAR: "No se propone nada: la orden no dice qué hacer con qué.",
    PlanDoubt.AMENDED_SOURCE_UNKNOWN: (
        "No se propone nada: nada vigente se basa en lo que el texto modifica ({source})."
    ),
    PlanDoubt.AMENDED_SOURCE_OTHER: (
        "Queda por decidir: la unidad no se basa en lo que el texto modifica ({source})."
    ),
    PlanDoubt.PERSONAL_DATA: (
        "Queda por decidir: hay un correo electrónico o un número de identidad, que ningún archivo admite."
    ),
}

# What attests heads orders nothing, so its place among the texts of a year does not matter.
_PAGE = "pagina-web"
# From this part of the units in force on, a text taken as partial looks like the whole.
_LOOKS_WHOLE = 0.5


def note(
    code: PlanDoubt,
    *,
    unit: str | None = None,
    place: Place | None = None,
    printed: str | None = None,
    **facts: object,
) -> DoubtNote:
    """Return a doubt as the resolution file keeps it, without what no file may hold."""
    decision = PLAN_DECISIONS[code]
    words = {name: LEFT_OUT if is_personal(str(fact)) else fact for name, fact in facts.items()}
    return DoubtNote(
        code=code.value,
        unit=unit,
        lines=None if place is None else lines(place),
        printed=None if printed is None or is_personal(printed) else printed,
        decision=None if decision is None else decision.format_map(words),
    )


def of_the_year(
    outline: Outline, source: LegalSource, facts: PageFacts, known: Collection[str]
) -> Iterator[DoubtNote]:
    """Yield a doubt where only the year of the text is known, and the register holds other norms of it."""
    if source.in_force_from.precision is not Precision.YEAR:
        return
    keys = (key.split("/", 4) for key in known if key != source.key)
    same = sorted("/".join(key) for key in keys if key[3] == source.year and key[2] != _PAGE)
    if same:
        day = comparison_day(outline, facts)
        sources = ", ".join(same)
        yield note(PlanDoubt.YEAR_ONLY, year=source.year, sources=sources, day=day.isoformat())


def comparison_notes(found: Comparison) -> tuple[DoubtNote, ...]:
    """Return the doubts that a comparison leaves."""
    return (*_of_scope(found), *_of_units(found), *_of_functions(found), *_of_posts(found))


def _of_scope(found: Comparison) -> Iterator[DoubtNote]:
    known, all_known = len(found.units.chosen), len(found.sides.units)
    if found.scope.because is ModeReason.CAUTION and known >= _LOOKS_WHOLE * all_known:
        yield note(PlanDoubt.SCOPE_ASSUMED, found=known, all=all_known)


def _of_units(found: Comparison) -> Iterator[DoubtNote]:
    for unit in found.ending:
        state = found.sides.units[unit]
        yield note(PlanDoubt.SUPPRESSION, unit=state.code, printed=state.name)
    for unit in found.still_named:
        state = found.sides.units[unit]
        yield note(PlanDoubt.STILL_NAMED, unit=state.code, printed=state.name)
    names = {
        name.key: unit.code for unit, name in zip(found.sides.units, found.sides.unit_names, strict=True)
    }
    for entry in found.outline.units:
        known = names.get(folded(entry.name))
        if entry.repealed and known is not None and found.scope.mode is Mode.PARTIAL:
            yield note(PlanDoubt.HEADING_REPEALED, unit=known, place=entry.place, printed=entry.name)
    for number, pair in sorted(found.units.chosen.items()):
        entry = found.sides.entries[number]
        orphaned = parent_of(found, number) is None
        if orphaned and left_without(found, found.sides.units[pair.unit]) is not None:
            yield note(PlanDoubt.PARENT_ENDS, unit=found.codes[number], place=entry.place)
    for number in sorted(found.parents.rings):
        yield note(PlanDoubt.PARENT_RING, unit=found.codes[number], place=found.sides.entries[number].place)
    for number, entry in enumerate(found.sides.entries):
        if found.created(number) and entry.kind is None:
            code = found.codes[number]
            yield note(PlanDoubt.KIND_UNSTATED, unit=code, place=entry.place, printed=entry.name)


def _of_functions(found: Comparison) -> Iterator[DoubtNote]:
    for number, pair in sorted(found.units.chosen.items()):
        entry, unit = found.sides.entries[number], found.codes[number]
        missing = left_out(found, pair.unit)
        if missing and not entry.functions and found.scope.mode is Mode.FULL:
            yield note(PlanDoubt.LIST_ABSENT, unit=unit, place=entry.place)
        elif missing and entry.functions and not states_whole_list(found, number):
            labels = [item.label for item in entry.functions]
            if begins_a_list(labels) or found.scope.mode is Mode.FULL:
                codes = ", ".join(held.state.code for held in missing)
                yield note(PlanDoubt.LIST_INCOMPLETE, unit=unit, place=entry.place, functions=codes)
    for index, match in sorted(found.functions.chosen.items()):
        said, state = found.sides.said[index], found.sides.held[match.held].state
        if said.item.label is None and state.label is not None and not same_label(None, state.label):
            unit = found.codes[said.entry]
            facts = {"function": state.code, "label": state.label}
            yield note(PlanDoubt.LABEL_LEFT_OUT, unit=unit, place=said.item.place, **facts)


def _of_posts(found: Comparison) -> Iterator[DoubtNote]:
    for post in posts_in(found.outline):
        if unit_above(found, post) is None:
            yield note(PlanDoubt.POST_ASTRAY, place=post.place, printed=post.name)
