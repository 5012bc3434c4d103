"""What one order does to the amended text: its amendments, or a doubt where it is not understood.

Takes a clause of an `OrderText` and what the orders around it aim at; returns an `Effect`. Called by
`reading`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from organica.domain.outline import AmendmentAction
from organica.importer.orders.aims import GIVES_TEXT, Aim, Effect, OrderWords
from organica.importer.orders.labels import Labels, labels_in
from organica.importer.orders.new_items import NewItem, new_articles
from organica.importer.orders.targets import Relabelled, Target, behind_in, relabelled_in, targets_in
from organica.importer.orders.units import unit_in
from organica.importer.orders.verbs import Deed
from organica.importer.orders.words import rename, replace_words
from organica.text.labels import first_in, rows_of

_LISTS = re.compile(
    r"\b(?:las|los|sus)\s+(?:siguientes\s+|actuales\s+)?(?:funciones|objetivos|acciones"
    r"|atribuciones|competencias|facultades|cometidos)\b|"
    r"\bresponsabilidad\s+primaria\b",
    re.IGNORECASE,
)
_LARGER = re.compile(
    r"\b(?:anexos?|cap[ií]tulos?|t[ií]tulos?|secci[oó]n(?:es)?|p[aá]rrafos?\s+\d|organigrama)\b",
    re.IGNORECASE,
)
PARAGRAPHS = re.compile(
    r"\b(?:incisos?|p[aá]rrafos?)\s+(?:primer|segund|tercer|cuart|quint|sext|s[eé]ptim|octav"
    r"|final|[uú]ltim|pen[uú]ltim)|"
    r"\b(?:primer|segundo|tercer|cuarto|quinto|[uú]ltimo)\s+(?:inciso|p[aá]rrafo)\b"
    r"|\bpar[aá]grafo|\bencabezado\b|\bep[ií]grafe\b",
    re.IGNORECASE,
)
_WHOLE_ACTS = re.compile(
    r"\s*,?\s*(?:(?:toda|todas|todo|todos|el|la|los|las|en\s+todas?\s+sus\s+partes|a"
    r"\s+partir[^,]{3,60},)\s+){0,3}(?:presente\s+|dem[aá]s\s+|siguientes\s+)?"
    r"(?:decretos?|resoluci[oó]n(?:es)?|ley(?:es)?|reglamentos?|ordenanzas?|normas?|normativa"
    r"|disposici[oó]n(?:es)?|acuerdos?|directivas?|"
    r"circular(?:es)?|oficios?|instructivos?|estatutos?|manual(?:es)?|otras?|cualquier|aquellas?)\b",
    re.IGNORECASE,
)
# What has letters or numbers: "los siguientes numerales", "la siguiente función".
_ITEMS = re.compile(
    r"\b(?:letras?|literal(?:es)?|numeral(?:es)?|incisos?|fracci[oó]n(?:es)?|funci[oó]n(?:es)?"
    r"|atribuci[oó]n(?:es)?|facultad(?:es)?|"
    r"competencias?|cometidos?|acci[oó]n(?:es)?|objetivos?|puntos?|[ií]tems?|responsabilidad(?:es)?)\b",
    re.IGNORECASE,
)
# Several letters that one takes the place of: "las letras b) y c), por la siguiente".
_FOR_ONE = re.compile(r"\bpor\s+(?:la|el)\s+siguiente\b", re.IGNORECASE)
_BEFORE_AN_OBJECT = re.compile(
    r"\s*,?\s*(?:en\s[^,]{3,80},\s*)?(?:(?:el|la|los|las|su|sus)\s+)?(?:actual(?:es)?\s+)?", re.IGNORECASE
)

_NEW_ARTICLE = re.compile(
    r"\b(?:siguientes?|nuev[oa]s?|como|un)\s+art[ií]culos?\b|\bart[ií]culos?\s+nuevos?\b", re.IGNORECASE
)
_NEW_LABEL = re.compile(
    r"(?:\bsiguientes?|\bnuev[oa]s?|\bcomo|\bun[oa])\s+(?:el\s+|la\s+|nuev[oa]s?\s+)?$", re.IGNORECASE
)


class Order(OrderWords):
    """One order while it is read."""

    def effect(self, label_before: str | None = None) -> Effect:
        """Return what the order does; `label_before` is the letter of the order whose sentence it goes on
        with.
        """
        deed = self.verb.deed
        found = Effect(self.aim(), self.clause.told)
        new = self.new_text()
        if rename(self, found) or replace_words(self, found, label_before):
            return found
        relabelled, rest = relabelled_in(self.with_tail(new))
        found.open_ended = relabelled.open_ended
        if deed is Deed.RELABEL:
            self._relabel(relabelled, found)
            return found
        if new:
            found.end = max(found.end, new[-1][1])
            found.text_at = new[0][0]
            found.articles = new_articles(self.text.text[new[0][0] : new[-1][1]])
            found.targets = targets_in(rest[: len(self.words)])
            if found.articles:
                found.whole = all(article.whole for article in found.articles)
                return found
        self._deed(deed, rest[: len(self.words)], new, found)
        self._relabel(relabelled, found)
        return found

    # Letters.

    def _relabel(self, relabelled: Relabelled, found: Effect) -> None:
        for old, new in relabelled.pairs:
            found.amendments.append(
                self.amendment(
                    AmendmentAction.RELABEL, aim=replace(found.aim, label=None), label=old, new_label=new
                )
            )

    def _deed(self, deed: Deed, rest: str, new: Sequence[tuple[int, int]], found: Effect) -> None:
        if deed is Deed.ADD:
            self._add(rest, new, found)
        elif deed is Deed.REMOVE:
            self._remove(rest, found)
        elif deed is Deed.REPLACE or (deed is Deed.MODIFY and new and self._gives_text()):
            self._replace(rest, new, found)

    def _gives_text(self) -> bool:
        return GIVES_TEXT.search(self.words) is not None or self.verb.bare

    def _replace(self, rest: str, new: Sequence[tuple[int, int]], found: Effect) -> None:
        before = self.up_to_the_new(rest)
        targets = self._joined(before)
        labels = [one.label for one in targets if one.label]
        if not labels and (new or self.announces):
            self._replace_larger(before, found)
        if not labels or not new or self._aims_at_a_paragraph(before):
            return
        announced = [label for one in labels_in(rest[len(before) :]) for label in one.labels] or labels
        items = [item for start, end in new for item in self.items(start, end, announced)]
        if len(items) < len(labels) and not _FOR_ONE.search(rest):
            return
        for place, target in enumerate(one for one in targets if one.label):
            item = _fitting(items, target.label or "", place, len(labels))
            where = self._where(found.aim, target)
            if item is None:
                found.amendments.append(self.amendment(AmendmentAction.REMOVE, aim=where, label=target.label))
                continue
            items.remove(item)
            found.amendments.append(
                self.amendment(AmendmentAction.REPLACE, aim=where, label=target.label, text=item.text)
            )
            own = (target.label or "").rsplit("/", 1)[-1]
            if item.label and item.label.casefold() != own.casefold():
                found.amendments.append(
                    self.amendment(
                        AmendmentAction.RELABEL, aim=where, label=target.label, new_label=item.label
                    )
                )
        for item in items:
            self._add_item(found, self._where(found.aim, targets[0]), item, None)

    def _replace_larger(self, before: str, found: Effect) -> None:
        """Take the replacement of what is more than a letter; that of a paragraph is left to a person."""
        if PARAGRAPHS.search(before):
            return
        if _LISTS.search(before):
            found.left = True
        elif _LARGER.search(before) or targets_in(before):
            found.whole = True

    def _add(self, rest: str, new: Sequence[tuple[int, int]], found: Effect) -> None:
        after, rest = behind_in(rest)
        mentions = labels_in(rest)
        added, above = self._added(rest, mentions)
        if not new or above or PARAGRAPHS.search(rest[self.verb_end :]):
            return
        if not added and not after and not _ITEMS.search(rest, min(self.verb_end, len(rest))):
            found.whole = _LARGER.search(rest) is not None or _NEW_ARTICLE.search(rest) is not None
            return
        labels = list(added.labels) if added else []
        items = [item for start, end in new for item in self.items(start, end, labels)]
        aim = found.aim
        article = next((one.article for one in targets_in(rest) if one.article), None)
        where = Aim(article or aim.article, None, aim.unit)
        # "Adiciónase la siguiente función: 1. …": the order counts what it adds; the amended text goes on.
        own_count = not labels and after is None and bool(items) and _begins_a_row(items[0].label)
        for place, item in enumerate(items):
            label = item.label or (labels[place] if place < len(labels) else None)
            label = None if own_count else label
            self._add_item(found, where, replace(item, label=label), after)
            after = label

    def _added(self, rest: str, mentions: Sequence[Labels]) -> tuple[Labels | None, str | None]:
        """Return the letters that are new, and the one in which they are put when there is one."""
        new = [one for one in mentions if _NEW_LABEL.search(rest[: one.start])]
        if not new and mentions:
            new = [mentions[-1]]
        above = [one.labels[0] for one in mentions if one not in new or "/" in one.labels[0]]
        return (new[0] if new else None), (above[0] if above else self.around.label)

    def _add_item(self, found: Effect, where: Aim, item: NewItem, after: str | None) -> None:
        found.amendments.append(
            self.amendment(
                AmendmentAction.ADD, aim=where, label=None, new_label=item.label, text=item.text, after=after
            )
        )

    def _remove(self, rest: str, found: Effect) -> None:
        behind = rest[self.verb_end :]
        if _WHOLE_ACTS.match(behind):
            found.repeals = True
            return
        if self._aims_at_a_paragraph(rest):
            return
        for target in self._joined(rest):
            where = self._where(found.aim, target)
            found.amendments.append(self.amendment(AmendmentAction.REMOVE, aim=where, label=target.label))
        if found.amendments or found.open_ended:
            return
        direct = re.match(r"(?:\s*,[^,]{3,80},|\s+en\s[^,]{3,80},)?\s+(?:el|la)\s+(?=[A-ZÁÉÍÓÚÑ])", behind)
        while (
            direct and (unit := unit_in(behind[direct.end() - 3 :])) and behind.startswith(unit, direct.end())
        ):
            found.amendments.append(self.amendment(AmendmentAction.REMOVE, unit=unit))
            behind = behind[direct.end() + len(unit) :]
            direct = re.match(r"(?:\s*,|,?\s+[ye])\s+(?:el|la)\s+(?=[A-ZÁÉÍÓÚÑ])", behind)

    def _aims_at_a_paragraph(self, rest: str) -> bool:
        """Return whether what is replaced or ends is one paragraph of a letter, not the whole of it."""
        said = rest if self.verb.bare else rest[self.verb_end :]
        found = PARAGRAPHS.search(said)
        return found is not None and _BEFORE_AN_OBJECT.fullmatch(said[: found.start()]) is not None

    def _joined(self, rest: str) -> list[Target]:
        """Return the targets, a letter behind the verb being within the number that is named before it."""
        lead, own = targets_in(rest[: self.verb_at]), targets_in(rest[self.verb_at :])
        parents = [one for one in lead if one.label]
        if len(parents) == 1 and any(one.label for one in own):
            parent = parents[0]
            joined = [
                Target(one.article or parent.article, f"{parent.label}/{one.label}")
                for one in own
                if one.label
            ]
        else:
            joined = targets_in(rest)
        return [replace(one, label=self.path(one.label)) if one.article is None else one for one in joined]

    def _where(self, aim: Aim, target: Target) -> Aim:
        return Aim(target.article or aim.article, None, aim.unit)


def _fitting(items: Sequence[NewItem], label: str, place: int, count: int) -> NewItem | None:
    """Return the new item for a letter: the one that bears it, else the one in its place."""
    own = label.rsplit("/", 1)[-1].casefold()
    for item in items:
        if item.label and item.label.casefold() == own:
            return item
    if count == 1:
        return items[0] if items else None
    bare = [item for item in items if item.label is None]
    return bare[0] if bare and place < count else None


def _begins_a_row(label: str | None) -> bool:
    return label is not None and label in {first_in(row) for row in rows_of(label)}
