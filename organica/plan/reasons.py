"""Why an act is proposed and what it was chosen over: closed sets of codes, each with its sentence.

Takes plain facts; returns sentences for the person who checks the proposal. Called by the rest of this folder
and by whoever shows a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from organica.domain.errors import Fact, Language, Says
from organica.plan.personal import without_personal


class ReasonCode(StrEnum):
    """What speaks for an act. A new one needs its row in `REASON_SENTENCES`; a test holds the table."""

    FIRST_STATEMENT = "first_statement"
    ORDERED = "ordered"
    SAME_NAME = "same_name"
    SAME_CODE = "same_code"
    LIKE_NAME = "like_name"
    SAME_ACRONYM = "same_acronym"
    SAME_FUNCTIONS = "same_functions"
    SAME_PARENT = "same_parent"
    NO_FORMER_UNIT = "no_former_unit"
    NOT_IN_TEXT = "not_in_text"
    REPEATED = "repeated"
    SAME_TEXT = "same_text"
    LIKE_TEXT = "like_text"
    SAME_LABEL = "same_label"
    NO_FORMER_FUNCTION = "no_former_function"
    LEFT_OUT_OF_LIST = "left_out_of_list"
    UNIT_ENDS = "unit_ends"
    FUNCTIONS_OF_SEVERAL = "functions_of_several"
    FUNCTIONS_TO_SEVERAL = "functions_to_several"


REASON_SENTENCES: dict[ReasonCode, Says] = {
    ReasonCode.FIRST_STATEMENT: Says(
        es="No hay estructura vigente con la que comparar.",
        en="There is no structure in force to compare with.",
    ),
    ReasonCode.ORDERED: Says(es="El texto lo ordena: «{printed}».", en="The text orders it: “{printed}”."),
    ReasonCode.SAME_NAME: Says(es="Lleva el mismo nombre.", en="It bears the same name."),
    ReasonCode.SAME_CODE: Says(es="Lleva el mismo código: {code}.", en="It bears the same code: {code}."),
    ReasonCode.LIKE_NAME: Says(
        es="El nombre se parece en {percent} % al de «{name}».",
        en="The name is {percent}% like that of “{name}”.",
    ),
    ReasonCode.SAME_ACRONYM: Says(
        es="Lleva la misma sigla: {acronym}.", en="It bears the same acronym: {acronym}."
    ),
    ReasonCode.SAME_FUNCTIONS: Says(
        es="Tiene las funciones de «{name}»: {same} de {all}.",
        en="It has the functions of “{name}”: {same} of {all}.",
    ),
    ReasonCode.SAME_PARENT: Says(es="Depende de la misma unidad.", en="It is under the same unit."),
    ReasonCode.NO_FORMER_UNIT: Says(
        es="Ninguna unidad vigente hace lo mismo ni lleva ese nombre.",
        en="No unit in force does the same or bears that name.",
    ),
    ReasonCode.NOT_IN_TEXT: Says(
        es="El texto, que enuncia el todo, ya no la tiene.",
        en="The text, which states the whole, has it no more.",
    ),
    ReasonCode.REPEATED: Says(es="El texto la repite sin cambios.", en="The text repeats it unchanged."),
    ReasonCode.SAME_TEXT: Says(
        es="Es la función {function}, con el mismo texto.",
        en="It is function {function}, with the same text.",
    ),
    ReasonCode.LIKE_TEXT: Says(
        es="El texto se parece en {percent} % al de la función {function}.",
        en="The text is {percent}% like that of function {function}.",
    ),
    ReasonCode.SAME_LABEL: Says(es="Lleva la misma letra: {label}.", en="It bears the same letter: {label}."),
    ReasonCode.NO_FORMER_FUNCTION: Says(
        es="Ninguna función vigente dice algo parecido.", en="No function in force says anything like it."
    ),
    ReasonCode.LEFT_OUT_OF_LIST: Says(
        es="La lista que da el texto ya no la tiene.", en="The list that the text gives has it no more."
    ),
    ReasonCode.UNIT_ENDS: Says(
        es="Termina con su unidad: el texto no la da a otra.",
        en="It ends with its unit: the text gives it to no other.",
    ),
    ReasonCode.FUNCTIONS_OF_SEVERAL: Says(
        es="Reúne las funciones de {units}.", en="It brings together the functions of {units}."
    ),
    ReasonCode.FUNCTIONS_TO_SEVERAL: Says(
        es="Las funciones de «{name}» quedan repartidas entre {units}.",
        en="The functions of “{name}” are shared out among {units}.",
    ),
}


class AlternativeCode(StrEnum):
    """What might have been proposed in place of an act."""

    SUPPRESS_AND_CREATE = "suppress_and_create"
    RENAME = "rename"
    KEEP = "keep"
    REMOVE_AND_ASSIGN = "remove_and_assign"
    AMEND = "amend"
    TRANSFER = "transfer"
    ANOTHER_FUNCTION = "another_function"
    ANOTHER_UNIT = "another_unit"
    MERGE = "merge"
    SPLIT = "split"
    CREATE_AND_TRANSFER = "create_and_transfer"


ALTERNATIVE_SENTENCES: dict[AlternativeCode, Says] = {
    AlternativeCode.SUPPRESS_AND_CREATE: Says(
        es="Suprimir «{name}» y crear «{new}».", en="Suppress “{name}” and create “{new}”."
    ),
    AlternativeCode.RENAME: Says(es="Denominar «{new}» a «{name}».", en="Rename “{name}” to “{new}”."),
    AlternativeCode.KEEP: Says(es="Dejarla como está.", en="Leave it as it is."),
    AlternativeCode.REMOVE_AND_ASSIGN: Says(
        es="Eliminar la función {function} y agregar otra.",
        en="Remove function {function} and assign another.",
    ),
    AlternativeCode.AMEND: Says(es="Modificar la función {function}.", en="Amend function {function}."),
    AlternativeCode.TRANSFER: Says(es="Traspasar la función {function}.", en="Transfer function {function}."),
    AlternativeCode.ANOTHER_FUNCTION: Says(
        es="Que sea la función {function}.", en="That it be function {function}."
    ),
    AlternativeCode.ANOTHER_UNIT: Says(es="Que sea «{name}».", en="That it be “{name}”."),
    AlternativeCode.MERGE: Says(es="Fusionar {units} en «{name}».", en="Merge {units} into “{name}”."),
    AlternativeCode.SPLIT: Says(es="Escindir «{name}» de «{origin}».", en="Split “{name}” from “{origin}”."),
    AlternativeCode.CREATE_AND_TRANSFER: Says(
        es="Crear «{name}» y traspasarle funciones.", en="Create “{name}” and transfer functions to it."
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for an act: a stable code and the facts of its sentence."""

    code: ReasonCode
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def says(self) -> Says:
        """Return the sentence in both languages, its facts filled in."""
        return Says(es=self.sentence("es"), en=self.sentence("en"))

    def sentence(self, language: Language = "es") -> str:
        """Return the reason as one sentence."""
        return REASON_SENTENCES[self.code].render(language, without_personal(self.facts))


@dataclass(frozen=True, slots=True)
class Alternative:
    """What an act was chosen over, and how much speaks for that (0 to 1)."""

    code: AlternativeCode
    score: float
    facts: dict[str, Fact] = field(default_factory=dict)

    @property
    def says(self) -> Says:
        """Return the sentence in both languages, its facts filled in."""
        return Says(es=self.sentence("es"), en=self.sentence("en"))

    def sentence(self, language: Language = "es") -> str:
        """Return the alternative as one sentence."""
        return ALTERNATIVE_SENTENCES[self.code].render(language, without_personal(self.facts))
