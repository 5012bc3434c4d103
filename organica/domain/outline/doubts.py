"""What a reader is not sure of: a closed set of codes, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.errors import Fact, Language, Says
from organica.domain.outline.parts import Place


class DoubtCode(StrEnum):
    """The closed set of doubts. A new one needs its row in `DOUBT_SENTENCES`; a test holds the table."""

    NAME_VARIANT = "name_variant"
    OTHER_UNIT_NAMED = "other_unit_named"
    REPEATED_UNIT = "repeated_unit"
    HEAD_UNCERTAIN = "head_uncertain"
    PARENT_UNSTATED = "parent_unstated"
    UNIT_COUNT = "unit_count"
    EMPTY_UNIT = "empty_unit"
    EMPTY_LIST = "empty_list"
    LABEL_SKIPPED = "label_skipped"
    LABEL_REPEATED = "label_repeated"
    ITEMS_UNCLEAR = "items_unclear"
    PARENT_OUTSIDE = "parent_outside"
    UNREAD_TEXT = "unread_text"
    UNREAD_SOURCE = "unread_source"
    SEVERAL_SOURCES = "several_sources"
    SOURCE_WITHOUT_YEAR = "source_without_year"
    NO_SOURCE = "no_source"
    NO_UNIT = "no_unit"
    ENCODING_GUESSED = "encoding_guessed"
    TEXT_GARBLED = "text_garbled"
    TRACKED_CHANGES = "tracked_changes"
    PAGE_WITHOUT_TEXT = "page_without_text"
    REPEALED_TEXT = "repealed_text"
    LABEL_MISREAD = "label_misread"
    LIST_UNCLASSIFIED = "list_unclassified"
    LIST_WITHOUT_UNIT = "list_without_unit"
    UNIT_NOT_DESCRIBED = "unit_not_described"
    DESCRIBED_IN_PROSE = "described_in_prose"
    UNIT_REPEALED = "unit_repealed"
    ITEM_REPEALED = "item_repealed"
    ARTICLE_REPEATED = "article_repeated"
    PARENTS_ASSUMED = "parents_assumed"
    UNLABELLED_LIST = "unlabelled_list"
    SEVERAL_UNITS = "several_units"
    AMENDMENT_UNREAD = "amendment_unread"
    RELABEL_OPEN_ENDED = "relabel_open_ended"
    TERM_UNKNOWN = "term_unknown"


DOUBT_SENTENCES: dict[DoubtCode, Says] = {
    DoubtCode.NAME_VARIANT: Says(
        es="Línea {line}: la lista dice «{printed}»; queda el nombre del encabezado, «{suggestion}».",
        en="Line {line}: the list says “{printed}”; the name of the heading stands, “{suggestion}”.",
    ),
    DoubtCode.OTHER_UNIT_NAMED: Says(
        es="Línea {line}: la lista bajo «{subject}» nombra otra unidad, «{printed}».",
        en="Line {line}: the list under “{subject}” names another unit, “{printed}”.",
    ),
    DoubtCode.REPEATED_UNIT: Says(
        es="Línea {line}: «{printed}» ya era el encabezado de una unidad.",
        en="Line {line}: “{printed}” was already the heading of a unit.",
    ),
    DoubtCode.HEAD_UNCERTAIN: Says(
        es="Línea {line}: «{printed}», bajo «{subject}», se repite bajo otra; puede no ser una persona.",
        en="Line {line}: “{printed}”, under “{subject}”, stands under several units; it may be no person.",
    ),
    DoubtCode.PARENT_UNSTATED: Says(
        es="Línea {line}: el texto no dice de qué unidad depende «{subject}».",
        en="Line {line}: the text does not say which unit “{subject}” belongs to.",
    ),
    DoubtCode.UNIT_COUNT: Says(
        es="Línea {line}: «{subject}» anuncia {printed} y se encontraron {suggestion}.",
        en="Line {line}: “{subject}” announces {printed}, and {suggestion} were found.",
    ),
    DoubtCode.EMPTY_UNIT: Says(
        es="Línea {line}: bajo «{subject}» no hay objetivo ni funciones; puede no ser una unidad.",
        en="Line {line}: “{subject}” has neither objective nor functions; it may not be a unit.",
    ),
    DoubtCode.EMPTY_LIST: Says(
        es="Línea {line}: se anuncian las funciones de «{subject}» y no sigue ninguna.",
        en="Line {line}: the functions of “{subject}” are announced and none follows.",
    ),
    DoubtCode.LABEL_SKIPPED: Says(
        es="Línea {line}: en «{subject}» viene «{printed}» donde se esperaba «{suggestion}».",
        en="Line {line}: in “{subject}” comes “{printed}” where “{suggestion}” was expected.",
    ),
    DoubtCode.LABEL_REPEATED: Says(
        es="Línea {line}: en «{subject}» se repite «{printed}»; se esperaba «{suggestion}».",
        en="Line {line}: in “{subject}” “{printed}” is repeated; “{suggestion}” was expected.",
    ),
    DoubtCode.ITEMS_UNCLEAR: Says(
        es="Línea {line}: «{subject}» tiene varias partes sin numerar; el texto queda entero como objetivo.",
        en="Line {line}: “{subject}” has several parts without labels; the text stays whole as objective.",
    ),
    DoubtCode.PARENT_OUTSIDE: Says(
        es="Línea {line}: «{subject}» depende de la unidad {printed}, que no está en el archivo.",
        en="Line {line}: “{subject}” belongs to the unit {printed}, which is not in the file.",
    ),
    DoubtCode.UNREAD_TEXT: Says(
        es="Línea {line}: no se reconoció qué es «{printed}».",
        en="Line {line}: it was not recognised what “{printed}” is.",
    ),
    DoubtCode.UNREAD_SOURCE: Says(
        es="Línea {line}: se anuncia la fuente y no se reconoció ninguna: «{printed}».",
        en="Line {line}: the source is announced and none was recognised: “{printed}”.",
    ),
    DoubtCode.SEVERAL_SOURCES: Says(
        es="Línea {line}: se da más de una fuente, también «{printed}»; diga cuál rige.",
        en="Line {line}: more than one source is given, also “{printed}”; say which one governs.",
    ),
    DoubtCode.SOURCE_WITHOUT_YEAR: Says(
        es="Línea {line}: el texto no dice de qué año es su fuente, «{printed}».",
        en="Line {line}: the text does not say of which year its source is, “{printed}”.",
    ),
    DoubtCode.NO_SOURCE: Says(
        es="El texto no nombra la fuente normativa en que se basa.",
        en="The text does not name the legal source that it rests on.",
    ),
    DoubtCode.NO_UNIT: Says(
        es="No se encontró el encabezado de ninguna unidad.",
        en="No heading of a unit was found.",
    ),
    DoubtCode.ENCODING_GUESSED: Says(
        es="Línea {line}: el archivo no dice su codificación; se leyó como {suggestion}: «{printed}».",
        en="Line {line}: the file does not say its encoding; it was read as {suggestion}: “{printed}”.",
    ),
    DoubtCode.TEXT_GARBLED: Says(
        es="Línea {line}: hay letras dañadas en «{printed}»; decía tal vez «{suggestion}».",
        en="Line {line}: letters are damaged in “{printed}”; it may have said “{suggestion}”.",
    ),
    DoubtCode.TRACKED_CHANGES: Says(
        es="Línea {line}: hay cambios sin aceptar; se leyó con ellos y sin lo tachado, «{printed}».",
        en="Line {line}: there are changes not accepted; read with them, less what is struck, “{printed}”.",
    ),
    DoubtCode.PAGE_WITHOUT_TEXT: Says(
        es="Línea {line}: hay páginas sin texto ({printed}); pueden ser imágenes escaneadas.",
        en="Line {line}: there are pages without text ({printed}); they may be scanned images.",
    ),
    DoubtCode.REPEALED_TEXT: Says(
        es="Línea {line}: la fuente da por derogado «{printed}».",
        en="Line {line}: the source gives “{printed}” as repealed.",
    ),
    DoubtCode.LABEL_MISREAD: Says(
        es="Línea {line}: en «{subject}» está impreso «{printed}» donde corresponde «{suggestion}».",
        en="Line {line}: in “{subject}” “{printed}” is printed where “{suggestion}” belongs.",
    ),
    DoubtCode.LIST_UNCLASSIFIED: Says(
        es="Línea {line}: la lista de «{subject}» se leyó como funciones por cómo empieza cada punto.",
        en="Line {line}: the list of “{subject}” was read as functions by how its items begin.",
    ),
    DoubtCode.LIST_WITHOUT_UNIT: Says(
        es="Línea {line}: hay una lista de funciones y el texto no dice de qué unidad: «{printed}».",
        en="Line {line}: there is a list of functions and the text does not say whose: “{printed}”.",
    ),
    DoubtCode.UNIT_NOT_DESCRIBED: Says(
        es="Línea {line}: se nombra «{printed}» y el texto no dice qué hace; no se tomó como unidad.",
        en="Line {line}: “{printed}” is named and the text does not say what it does; it was not taken.",
    ),
    DoubtCode.DESCRIBED_IN_PROSE: Says(
        es="Línea {line}: «{subject}» no tiene encabezado ni lista; se tomó de la frase que la describe.",
        en="Line {line}: “{subject}” has neither heading nor list; it was taken from a sentence about it.",
    ),
    DoubtCode.UNIT_REPEALED: Says(
        es="Línea {line}: lo dispuesto sobre «{subject}» está derogado; queda sólo el encabezado.",
        en="Line {line}: what was said of “{subject}” is repealed; only the heading is left.",
    ),
    DoubtCode.ITEM_REPEALED: Says(
        es="Línea {line}: en «{subject}» la letra «{printed}» está derogada; no se tomó como función.",
        en="Line {line}: in “{subject}” the item “{printed}” is repealed; it was not taken as a function.",
    ),
    DoubtCode.ARTICLE_REPEATED: Says(
        es="Línea {line}: el número del artículo {printed} está repetido.",
        en="Line {line}: the number of article {printed} comes twice.",
    ),
    DoubtCode.PARENTS_ASSUMED: Says(
        es="El texto no dice de qué dependen {printed} unidades; se pusieron bajo «{subject}».",
        en="The text does not say what {printed} units belong to; they were put under “{subject}”.",
    ),
    DoubtCode.UNLABELLED_LIST: Says(
        es="Línea {line}: las funciones de «{subject}» no llevan letra; cada párrafo se tomó como una.",
        en="Line {line}: the functions of “{subject}” bear no label; each paragraph was taken as one.",
    ),
    DoubtCode.SEVERAL_UNITS: Says(
        es="Línea {line}: la lista es de varias unidades a la vez, «{subject}»; quedó como una.",
        en="Line {line}: the list is of several units at once, “{subject}”; it was kept as one.",
    ),
    DoubtCode.AMENDMENT_UNREAD: Says(
        es="Línea {line}: se ordena una modificación y no se entendió cuál: «{printed}».",
        en="Line {line}: an amendment is ordered and it was not understood which: “{printed}”.",
    ),
    DoubtCode.RELABEL_OPEN_ENDED: Says(
        es="Línea {line}: no se dice qué letras reciben las demás: «{printed}».",
        en="Line {line}: it is not said which letters the others are given: “{printed}”.",
    ),
    DoubtCode.TERM_UNKNOWN: Says(
        es="Línea {line}: ningún vocabulario conoce «{printed}»; el término más parecido: {suggestion}.",
        en="Line {line}: no vocabulary knows “{printed}”; the term most like it: {suggestion}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where the reader is not sure. `subject` is the name of the unit concerned, `printed` what stands
    there, `suggestion` what the reader took instead or expected (a name, a label, a number); both are
    None when there is none.
    """

    code: DoubtCode
    place: Place
    subject: str | None = None
    printed: str | None = None
    suggestion: str | None = None

    def sentence(self, language: Language = "es") -> str:
        """Return the doubt as one sentence for a person."""
        facts: dict[str, Fact] = {
            "line": self.place.first_line,
            "subject": self.subject,
            "printed": self.printed,
            "suggestion": self.suggestion,
        }
        return DOUBT_SENTENCES[self.code].render(language, facts)
