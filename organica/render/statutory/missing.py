"""The work list of a table: each thing that the law asks for and the register has not, in both languages.

Made by `powers` and `table`, by `csv_file` for characters; shown beside the table by REST, GraphQL and the
command line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from organica.domain.errors import Fact, Language, Says
from organica.domain.source import LegalSource
from organica.domain.states import UnitState
from organica.domain.statutory import Value


class Reason(StrEnum):
    """Why something is on the work list. Each has its sentence below."""

    ABSENT = "absent"
    NO_ARTICLE = "no_article"
    IMPRECISE_DATE = "imprecise_date"
    ATTESTED_UNIT = "attested_unit"
    ATTESTED_OBJECTIVE = "attested_objective"
    ATTESTED_FUNCTIONS = "attested_functions"
    NOTHING_KNOWN = "nothing_known"
    PARTLY_COVERED = "partly_covered"
    UNCHECKED = "unchecked"
    UNWRITABLE = "unwritable"
    TOO_LONG = "too_long"


_ABSENT: Mapping[Value, Says] = {
    Value.UNIT_NAME: Says(es="No consta el nombre de la unidad.", en="The name of the unit is not known."),
    Value.UNIT_KIND: Says(es="{unit}: no consta de qué tipo es.", en="{unit}: its kind is not known."),
    Value.UNIT_ABOVE: Says(
        es="{unit}: no consta de qué depende.", en="{unit}: what is above it is not known."
    ),
    Value.DESCRIPTION: Says(
        es="{unit}: no constan sus funciones.", en="{unit}: its functions are not known."
    ),
    Value.GRANTED_BY: Says(
        es="{unit}: no consta el acto que la establece.", en="{unit}: the act behind it is not known."
    ),
    Value.SOURCE_KIND: Says(es="{act}: no consta de qué tipo es.", en="{act}: its kind is not known."),
    Value.SOURCE_NUMBER: Says(es="{act}: no consta su número.", en="{act}: its number is not known."),
    Value.SOURCE_TITLE: Says(
        es="{act}: no constan su nombre ni su materia.", en="{act}: neither its title nor subject is known."
    ),
    Value.SIGNED_ON: Says(
        es="{act}: no consta la fecha en que se dictó.", en="{act}: the date of signature is not known."
    ),
    Value.PUBLISHED: Says(
        es="{act}: no consta si se publicó.", en="{act}: whether it was published is not known."
    ),
    Value.PUBLISHED_ON: Says(
        es="{act}: no consta la fecha de publicación, si se publicó.",
        en="{act}: the date of publication is not known, if it was published.",
    ),
    Value.PUBLISHED_OR_SIGNED_ON: Says(
        es="{act}: no constan la fecha de publicación ni la fecha en que se dictó.",
        en="{act}: neither the date of publication nor that of signature is known.",
    ),
    Value.AMENDED_ON: Says(
        es="{act}: no consta si fue modificado.", en="{act}: whether it was amended is not known."
    ),
    Value.TEXT_URL: Says(
        es="{act}: falta el enlace al texto íntegro.", en="{act}: the link to the full text is missing."
    ),
}
_IMPRECISE: Mapping[Value, Says] = {
    Value.SIGNED_ON: Says(
        es="{act}: de la fecha en que se dictó solo consta {detail}.",
        en="{act}: of the date of signature only {detail} is known.",
    ),
    Value.PUBLISHED_ON: Says(
        es="{act}: de la fecha de publicación solo consta {detail}.",
        en="{act}: of the date of publication only {detail} is known.",
    ),
    Value.PUBLISHED_OR_SIGNED_ON: Says(
        es="{act}: de la fecha en que se publicó o se dictó solo consta {detail}.",
        en="{act}: of the date of publication or of signature only {detail} is known.",
    ),
    Value.AMENDED_ON: Says(
        es="{act}: de la fecha de la última modificación solo consta {detail}.",
        en="{act}: of the date of the last amendment only {detail} is known.",
    ),
}
_SENTENCES: Mapping[Reason, Says] = {
    Reason.NO_ARTICLE: Says(es="{act}: falta el artículo.", en="{act}: the article is missing."),
    Reason.ATTESTED_UNIT: Says(
        es="{unit}: no hay acto que citar; solo la nombra {act}, que no es una norma.",
        en="{unit}: there is no act to cite; only {act} names it, which is no norm.",
    ),
    Reason.ATTESTED_OBJECTIVE: Says(
        es="{unit}: su objetivo queda fuera; solo lo dice {act}, que no es una norma.",
        en="{unit}: its objective is left out; only {act} says it, which is no norm.",
    ),
    Reason.ATTESTED_FUNCTIONS: Says(
        es="{unit}: quedan fuera las funciones {detail}; solo las dice {act}, que no es una norma.",
        en="{unit}: the functions {detail} are left out; only {act} says them, which is no norm.",
    ),
    Reason.NOTHING_KNOWN: Says(
        es="{unit}: no constan funciones ni objetivo.",
        en="{unit}: neither functions nor objective are known.",
    ),
    Reason.PARTLY_COVERED: Says(
        es="{organization}: la planilla está incompleta; el registro solo cubre una parte ({detail}).",
        en="{organization}: the table is incomplete; the register covers a part only ({detail}).",
    ),
    Reason.UNCHECKED: Says(
        es="{organization}: no se ha revisado si hubo actos después del {detail}.",
        en="{organization}: nobody has checked whether there were acts after {detail}.",
    ),
    Reason.UNWRITABLE: Says(
        es="Latin-1 no tiene estos caracteres y la celda lleva su código: {detail}.",
        en="Latin-1 lacks these characters and the cell has their codes: {detail}.",
    ),
    Reason.TOO_LONG: Says(
        es="{unit}: el texto no cabe en una celda de hoja de cálculo ({detail}); el CSV lo lleva entero.",
        en="{unit}: the text does not fit into a cell of a spreadsheet ({detail}); only CSV has it whole.",
    ),
}

_WITHOUT_DETAIL: Mapping[Reason, Says] = {
    Reason.PARTLY_COVERED: Says(
        es="{organization}: la planilla está incompleta; el registro solo cubre una parte.",
        en="{organization}: the table is incomplete; the register covers a part only.",
    ),
    Reason.UNCHECKED: Says(
        es="{organization}: no se ha revisado hasta qué día consta todo acto.",
        en="{organization}: nobody has checked up to which day every act is known.",
    ),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: why, of which value and column, of which unit and of which act.

    `column` is the header of the column, None for what is of the whole table. `detail`: what is known all the
    same, what was left out, or which characters.
    """

    reason: Reason
    value: Value | None = None
    column: str | None = None
    unit: UnitState | None = None
    source: LegalSource | None = None
    organization: str | None = None
    detail: str | None = None

    def sentence(self, language: Language = "es") -> str:
        """Return what is missing, in one sentence."""
        facts: dict[str, Fact] = {
            "unit": self.unit.name if self.unit else None,
            "act": self.source.citation if self.source else None,
            "organization": self.organization,
            "detail": self.detail,
        }
        return self._says.render(language, facts)

    @property
    def _says(self) -> Says:
        if self.value is not None and self.reason is Reason.ABSENT:
            return _ABSENT[self.value]
        if self.value is not None and self.reason is Reason.IMPRECISE_DATE:
            return _IMPRECISE[self.value]
        if self.detail is None and self.reason in _WITHOUT_DETAIL:
            return _WITHOUT_DETAIL[self.reason]
        return _SENTENCES[self.reason]
