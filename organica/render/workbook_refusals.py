"""Why a table is not written as XLSX: a sheet has bounds that a table of ours has not, and others come first.

Raised by `workbook`, and by what makes one after another; nothing is ever cut to fit.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Says, Unavailable


class DoesNotFitSheet(BadInput):
    """A table that a sheet cannot hold: a text too long for a cell, or too many rows.

    Facts: sheet, limit, and either `rows` or `column`, `row` (1 is the first below the headers) and
    `characters`.
    """

    code = "does_not_fit_sheet"
    says = Says(
        es="«{sheet}» no cabe en una hoja XLSX, y nada se recorta.",
        en="“{sheet}” does not fit into a sheet of XLSX, and nothing is cut.",
    )
    remedy = Says(es="Pida el CSV, que no tiene ese límite.", en="Ask for CSV, which has no such bound.")


class CellTooLong(DoesNotFitSheet):
    """A text that is longer than a cell can hold."""

    code = "cell_too_long"
    says = Says(
        es="«{sheet}», columna «{column}», fila {row}: {characters} caracteres no caben en una celda XLSX "
        "({limit}), y nada se recorta.",
        en="“{sheet}”, column “{column}”, row {row}: {characters} characters do not fit into a cell of XLSX "
        "({limit}), and nothing is cut.",
    )


class TooManyRows(DoesNotFitSheet):
    """More rows than a sheet can hold."""

    code = "too_many_rows"
    says = Says(
        es="«{sheet}»: {rows} filas no caben en una hoja XLSX ({limit}), y nada se recorta.",
        en="“{sheet}”: {rows} rows do not fit into a sheet of XLSX ({limit}), and nothing is cut.",
    )


class WorkbookNotMade(Unavailable):
    """So many workbooks are asked for at once that one more would have to wait too long."""

    code = "workbook_not_made"
    says = Says(es="El XLSX no se pudo preparar ahora.", en="The XLSX could not be prepared now.")
    remedy = Says(
        es="Repita en unos segundos, o pida el CSV, que no espera.",
        en="Try again in a few seconds, or ask for CSV, which does not wait.",
    )
