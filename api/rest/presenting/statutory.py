"""Statutory tables as plain values: templates, rows, and what is missing.

Takes values of the register; returns dicts that JSON can carry, in a fixed order of keys. Called by
`answers_statutory`; `schemas_statutory` describes each.
"""

from __future__ import annotations

from api.rest.presenting.law import Plain
from organica.domain.statutory import Template
from organica.render.statutory.csv_file import cell_text
from organica.render.statutory.missing import Missing
from organica.render.statutory.table import TableRow


def template(seen: Template, organization: str) -> Plain:
    """Return a template with its columns, and where the organization's table is."""
    return {
        "code": seen.code,
        "country": seen.country,
        "title": {"es": seen.title.es, "en": seen.title.en},
        "kind": seen.kind.value,
        "law": seen.law,
        "instruction": seen.instruction,
        "confirmed": seen.confirmed,
        "source": seen.source,
        "note": seen.note,
        "newer": seen.newer,
        "columns": [
            {"header": each.header, "value": each.value.value, "unamended": each.unamended}
            for each in seen.columns
        ],
        "href": f"/v1/organizations/{organization}/statutory/{seen.code}",
    }


def row(seen: TableRow) -> Plain:
    """Return a row with its cells as the file has them, and what it is about."""
    return {
        "unit": seen.unit.code if seen.unit else None,
        "source": seen.source.key if seen.source else None,
        "cells": [cell_text(cell) for cell in seen.cells],
    }


def missing(seen: Missing) -> Plain:
    """Return one thing that is missing: why, where, and in a sentence of each language."""
    return {
        "reason": seen.reason.value,
        "column": seen.column,
        "value": seen.value.value if seen.value else None,
        "unit": seen.unit.code if seen.unit else None,
        "unit_name": seen.unit.name if seen.unit else None,
        "source": seen.source.key if seen.source else None,
        "citation": seen.source.citation if seen.source else None,
        "detail": seen.detail,
        "says": {"es": seen.sentence("es"), "en": seen.sentence("en")},
    }
