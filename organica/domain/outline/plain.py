"""An outline as values that JSON can carry; the shape is what `organica read --json` prints."""

from __future__ import annotations

from typing import Any

from organica.domain.outline.parts import OutlineAmendment, OutlineFunction, OutlineUnit, Place
from organica.domain.outline.whole import Outline


def to_plain(outline: Outline) -> dict[str, Any]:
    """Return the outline as values that JSON can carry.

    Shape: {body, dated, units: [{name, sort, kind, parent, objective, objective_lines, functions: [{label,
    text, list, lines, functions, …}], lines, …}], heads, legal_sources, amendments, doubts}; `lines` are
    [first, last], counted from 1.
    """
    return {
        "body": outline.body,
        "dated": outline.dated,
        "units": [_plain_unit(unit) for unit in outline.units],
        "heads": [
            {
                "unit": head.unit,
                "name": head.name,
                "post": head.post,
                "capacity": head.capacity,
                "lines": _lines(head.place),
            }
            for head in outline.heads
        ],
        "legal_sources": [
            {
                "kind": source.kind,
                "number": source.whole_number,
                "series": source.series,
                "year": source.year,
                "issuer": source.issuer,
                "role": source.role,
                "date": source.date,
                "title": source.title,
                "relation": None if source.relation is None else source.relation.value,
                "printed": source.printed,
                "lines": _lines(source.place),
            }
            for source in outline.sources
        ],
        "amendments": [_plain_amendment(amendment) for amendment in outline.amendments],
        "passed_over": [
            {"because": passed.because.value, "lines": _lines(passed.place)} for passed in outline.passed_over
        ],
        "doubts": [
            {
                "code": doubt.code.value,
                "subject": doubt.subject,
                "printed": doubt.printed,
                "suggestion": doubt.suggestion,
                "lines": _lines(doubt.place),
                "es": doubt.sentence("es"),
                "en": doubt.sentence("en"),
            }
            for doubt in outline.doubts
        ],
    }


def _plain_unit(unit: OutlineUnit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "sort": unit.sort.value,
        "kind": unit.kind,
        "acronym": unit.acronym,
        "parent": unit.parent,
        "code": unit.code,
        "parent_code": unit.parent_code,
        "in_force_from": unit.in_force_from,
        "provision": unit.provision,
        "repealed": unit.repealed,
        "objective": unit.objective,
        "objective_lines": None if unit.objective_place is None else _lines(unit.objective_place),
        "functions": [_plain_function(function) for function in unit.functions],
        "lines": _lines(unit.place),
    }


def _plain_function(function: OutlineFunction) -> dict[str, Any]:
    return {
        "label": function.label,
        "text": function.text,
        "list": function.list,
        "provision": function.provision,
        "lines": _lines(function.place),
        "functions": [_plain_function(child) for child in function.children],
    }


def _plain_amendment(amendment: OutlineAmendment) -> dict[str, Any]:
    return {
        "action": amendment.action.value,
        "unit": amendment.unit,
        "article": amendment.article,
        "label": amendment.label,
        "text": amendment.text,
        "new_label": amendment.new_label,
        "after": amendment.after,
        "old_words": amendment.old_words,
        "provision": amendment.provision,
        "printed": amendment.printed,
        "lines": _lines(amendment.place),
    }


def _lines(place: Place) -> list[int]:
    return [place.first_line, place.last_line]
