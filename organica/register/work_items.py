"""One thing to find out: its kind, what it is about, in words, and its place in the work list.

Takes what the use case found; returns values. Made by work_list; shown by schema, REST and the command line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from organica.domain.errors import BadInput, Fact, Language, Says

MAX_PLACE_CHARACTERS = 600
BETWEEN = "\n"
_PLACE = re.compile(r"[a-z0-9.-]+\n\d\d\n[^\n]+\n[0-9a-f]{16}", re.ASCII)


class BadWorkCursor(BadInput):
    """What should be the place of an item in a work list, and is none."""

    code = "bad_work_cursor"
    says = Says(
        es="«{value}» no es un lugar de la lista de pendientes.",
        en="“{value}” is no place in the work list.",
    )
    remedy = Says(
        es="Use el enlace `next` de la misma lista, o quite `after` para empezar.",
        en="Follow the link `next` of the same list, or leave `after` out to start.",
    )


class WorkKind(StrEnum):
    """What is missing, in the order in which a work list tells it.

    A unit without a known head is none of them unless a file declares it; nor is a doubt that was settled.
    """

    DECLARED_GAP = "declared_gap"
    UNDECIDED_DOUBT = "undecided_doubt"
    UNKNOWN_PARENT = "unknown_parent"
    UNRESOLVED_MENTION = "unresolved_mention"
    CONTENTS_NOT_AT_HAND = "contents_not_at_hand"
    SOURCE_WITHOUT_DATE = "source_without_date"
    SOURCE_WITHOUT_TEXT = "source_without_text"
    UNCERTAIN_DATE = "uncertain_date"
    BASIS_WITHOUT_ARTICLE = "basis_without_article"


class WorkThing(StrEnum):
    """The kind of thing of which something is missing."""

    ORGANIZATION = "organization"
    UNIT = "unit"
    FUNCTION = "function"
    PROGRAMME = "programme"
    SOURCE = "source"


_ORDER = {kind: order for order, kind in enumerate(WorkKind)}
_WORDS: dict[WorkKind, Says] = {
    WorkKind.DECLARED_GAP: Says(es="No se sabe: {text}", en="Not known: {text}"),
    WorkKind.UNDECIDED_DOUBT: Says(
        es="Duda por decidir ({code}): {text}", en="Doubt to be decided ({code}): {text}"
    ),
    WorkKind.UNKNOWN_PARENT: Says(
        es="Ninguna fuente dice de qué unidad depende {text}.", en="No source says what {text} hangs from."
    ),
    WorkKind.UNRESOLVED_MENTION: Says(
        es="La función {code} nombra «{text}», que no es ninguna unidad conocida.",
        en="Function {code} names “{text}”, which is no known unit.",
    ),
    WorkKind.CONTENTS_NOT_AT_HAND: Says(
        es="No se tiene a mano el contenido de {text}.", en="The contents of {text} are not at hand."
    ),
    WorkKind.SOURCE_WITHOUT_DATE: Says(
        es="{text} no tiene fecha de firma ni de publicación.",
        en="{text} has no date of signing or publication.",
    ),
    WorkKind.SOURCE_WITHOUT_TEXT: Says(
        es="{text} no tiene la dirección de su texto íntegro.", en="{text} has no address of its full text."
    ),
    WorkKind.UNCERTAIN_DATE: Says(
        es="La vigencia de {text} es supuesta o imprecisa: {code}.",
        en="The entry into force of {text} is assumed or imprecise: {code}.",
    ),
    WorkKind.BASIS_WITHOUT_ARTICLE: Says(
        es="{text}: {count} datos se apoyan en la fuente sin artículo.",
        en="{text}: {count} facts rest on the source without an article.",
    ),
}


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing to find out. `thing` is a code, or the key of a source.

    `text` is what was declared, printed or named; `detail` a code beside it, or a date. `reference` is how a
    file that settles it names it (`answers`). `source`, `file` and `lines` tell where to look: the key of the
    source, the file that it was transcribed from and its lines. `count`: how many facts lack it.
    """

    kind: WorkKind
    organization: str
    noun: WorkThing
    thing: str
    text: str
    detail: str = ""
    source: str | None = None
    file: str | None = None
    lines: str | None = None
    reference: str | None = None
    count: int = 1

    def sentence(self, language: Language) -> str:
        """Return what is to be found out, in one sentence."""
        facts: dict[str, Fact] = {"text": self.text, "code": self.detail, "count": self.count}
        return _WORDS[self.kind].render(language, facts)

    @property
    def place(self) -> str:
        """Return where it stands in the list: the same for as long as the item is the same."""
        rest = (self.source or "", self.reference or "", self.detail, self.text, self.lines or "")
        told = sha256(BETWEEN.join(rest).encode()).hexdigest()[:16]
        return BETWEEN.join((self.organization, f"{_ORDER[self.kind]:02}", self.thing, told))


def checked_place(value: str) -> str:
    """Return the place of an item as a page was told it. Raises: BadWorkCursor."""
    if len(value) > MAX_PLACE_CHARACTERS or not _PLACE.fullmatch(value):
        raise BadWorkCursor(value=value[:MAX_PLACE_CHARACTERS])
    return value
