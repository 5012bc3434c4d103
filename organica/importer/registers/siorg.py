"""SIORG, the register of the organisational structure of Brazil's federal executive, as its service answers.

Takes the tree of a JSON answer (`unidades`, one entry a unit); returns an `Outline`. Called by `registers`.
Source: https://www.gov.br/gestao/pt-br/assuntos/gestaoeinovacao/siorg
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from organica.domain.outline import (
    Doubt,
    DoubtCode,
    Outline,
    OutlineFunction,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    Place,
)
from organica.importer.registers.entries import doubts_of_place, required, required_name, without_markup
from organica.importer.registers.json_tree import Node
from organica.importer.registers.running_items import Item, Running, running_items
from organica.text.fold import words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# The types of a whole body; the units within one are administrative or collegiate.
_BODIES = ("orgao", "entidade")
# The words of rank with which names of Brazil's units begin.
_KINDS = frozenset(
    {
        "assessoria", "auditoria", "câmara", "centro", "chefia", "comissão",
        "comitê", "conselho", "consultoria", "coordenação", "coordenação-geral", "coordenadoria",
        "corregedoria", "delegacia", "departamento", "diretoria", "divisão", "escritório",
        "gabinete", "gerência", "gerência-geral", "inspetoria", "núcleo", "ouvidoria",
        "presidência", "procuradoria", "seção", "secretaria", "secretaria-executiva", "secretaria-geral",
        "serviço", "setor", "subchefia", "subsecretaria", "superintendência", "unidade",
    }
)  # fmt: skip


def recognises(root: Node) -> bool:
    """Return whether this is an answer of SIORG."""
    units = root.member("unidades")
    first = units.items()[:1] if units else []
    return bool(first) and first[0].text("codigoUnidade") is not None and first[0].text("nome") is not None


def outline(root: Node, file: str) -> Outline:
    """Return what the register says; a text whose items are unclear stays whole, with a doubt.

    Raises: RegisterIncomplete when an entry has no code or no name.
    """
    listed = root.member("unidades")
    entries = listed.items() if listed else []
    # Where a code stands twice, whoever names it as the parent means the first.
    names: dict[str, str] = {}
    for entry in entries:
        names.setdefault(_code(entry, file), required_name(entry, "nome", file))
    read = [_unit(entry, file, names) for entry in entries]
    units = tuple(unit for unit, _ in read)
    doubts: list[Doubt] = []
    for (unit, running), (called, found) in zip(read, doubts_of_place(units), strict=True):
        doubts += [*found, *_doubts(unit, called, running)]
    service = root.member("servico")
    return Outline(
        units=units,
        heads=(),
        sources=tuple(_sources(entries)),
        doubts=tuple(doubts),
        body=next((unit.name for unit in units if unit.sort is OutlineSort.BODY), None),
        dated=_day(service, "data") if service else None,
    )


def code_of(address: str) -> str:
    """Return the code at the end of the address by which SIORG names a thing."""
    return address.rstrip("/").rsplit("/", 1)[-1]


def _code(entry: Node, file: str) -> str:
    return code_of(required(entry, "codigoUnidade", file))


def _unit(entry: Node, file: str, names: dict[str, str]) -> tuple[OutlineUnit, Running]:
    competence = entry.member("competencia")
    running = running_items(without_markup(entry.text("competencia") or ""))
    objective, objective_place = _objective(entry, running)
    name, parent = required_name(entry, "nome", file), entry.text("codigoUnidadePai")
    parent_code = code_of(parent) if parent else None
    sort, word = entry.text("codigoTipoUnidade"), name.split()[0]
    unit = OutlineUnit(
        name=name,
        kind=word if word.casefold() in _KINDS else None,
        parent=names.get(parent_code or ""),
        objective=objective,
        functions=_functions(running.items, competence.place if competence else entry.place),
        place=entry.place,
        objective_place=objective_place,
        sort=OutlineSort.BODY if sort and code_of(sort) in _BODIES else OutlineSort.UNIT,
        acronym=entry.text("sigla"),
        code=_code(entry, file),
        parent_code=parent_code,
        in_force_from=_day(entry, "dataInicialVersaoConsulta"),
    )
    return unit, running


def _objective(entry: Node, running: Running) -> tuple[str | None, Place | None]:
    """Return purpose, mission and what of the competence is no item, with the lines of what is there."""
    parts = {
        "finalidade": without_markup(entry.text("finalidade") or ""),
        "missao": without_markup(entry.text("missao") or ""),
        "competencia": "\n\n".join(part for part in running.prose if words(part)),
    }
    said = {key: text for key, text in parts.items() if words(text)}
    places = [member.place for key in said if (member := entry.member(key))]
    return "\n\n".join(said.values()) or None, reduce(Place.through, places) if places else None


def _functions(items: list[Item], place: Place) -> tuple[OutlineFunction, ...]:
    """Return the items as functions; where the numbering begins anew, each list has a name."""
    lists: dict[int, str | None] = {item.series: item.heading for item in items}
    if len(lists) == 1:
        named = dict.fromkeys(lists)
    else:
        taken: set[str] = set()
        named = {}
        for number, (series, heading) in enumerate(lists.items(), start=1):
            # Without an article of its own, the place of the list among the lists is all there is to say.
            title = str(number) if heading is None or heading in taken else heading
            taken.add(title)
            named[series] = title
    return tuple(_function(item, place, named[item.series]) for item in items)


def _function(item: Item, place: Place, name: str | None) -> OutlineFunction:
    return OutlineFunction(
        label=item.label,
        text=item.text,
        place=place,
        list=name,
        children=tuple(_function(child, place, name) for child in item.children),
        provision=item.heading,
    )


def _doubts(unit: OutlineUnit, called: str, running: Running) -> Iterator[Doubt]:
    place = unit.objective_place or unit.place
    if running.unclear:
        yield Doubt(DoubtCode.ITEMS_UNCLEAR, place, called)
    for beginning in [*running.passed_over, *_empty(running.items)]:
        yield Doubt(DoubtCode.UNREAD_TEXT, place, called, beginning)
    for slip in running.slips:
        code = DoubtCode.LABEL_REPEATED if slip.repeated else DoubtCode.LABEL_SKIPPED
        yield Doubt(code, unit.functions[0].place, called, slip.printed, slip.expected)


def _empty(items: list[Item]) -> Iterator[str]:
    """Yield the labels behind which nothing stands."""
    for item in items:
        if not words(item.text):
            yield item.label
        yield from _empty(item.children)


def _sources(entries: list[Node]) -> Iterator[OutlineSource]:
    """Yield the acts that the entries name, each once; the register says of none what it did."""
    seen: set[tuple[str, str, str | None]] = set()
    for entry in entries:
        act = entry.member("atoNormativo")
        kind, number = (act.text("tipoAto"), act.text("numero")) if act else (None, None)
        if act is None or not kind or not number:
            continue
        day = _day(act, "dataAssinatura") or _day(act, "dataPublicacao")
        if (kind, number, day) in seen:
            continue
        seen.add((kind, number, day))
        yield OutlineSource(
            kind="_".join(words(kind)),
            number=number.replace(".", ""),
            series=None,
            year=int(day[:4]) if day else None,
            issuer=None,
            printed=" ".join(part for part in (kind, number, day) if part),
            role="cited",
            place=act.place,
            date=day,
            title=act.text("ementa"),
        )


def _day(node: Node, key: str) -> str | None:
    day = node.text(key)
    return day if day and _DAY.fullmatch(day) else None
