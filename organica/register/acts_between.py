"""The acts that took effect between two days, as known at an entry, each with what it changed.

Takes the reads, an archive and the changes of a difference; reads the entries' documents and folds nothing.
Called by consult. Names of persons are opened only while they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from organica.domain.acts import Act, Appoint, Holder
from organica.domain.change import Change
from organica.domain.dates import LegalDate
from organica.domain.desk import read
from organica.domain.schedule import Calendar, Scheduled
from organica.domain.source import LegalBasis, LegalSource, Provision, SourceNature, citation_of
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect, Effect, taking_effect
from organica.files import Plain, act_to_plain, write_plain
from organica.register.archive import Archive
from organica.register.family import family_of
from organica.register.holders import act_with
from organica.register.ports import Reads
from organica.register.views import BasisView
from organica.register.watching import note_name


@dataclass(frozen=True, slots=True)
class TakenAct:
    """An act on a day between the two: what it orders, as it reads now, and what it changed.

    `organization` is that of its file. `changes` are those of the difference that rest on it: none where a
    later act took its place before the second day.
    """

    source: LegalSource
    entry: int
    organization: str
    ref: str
    day: date
    since: LegalDate
    effect: ActEffect
    act: Act
    rectified_by: tuple[BasisView, ...]
    changes: tuple[Change, ...] = ()

    @property
    def provision(self) -> Provision | None:
        """Return the place in the source."""
        return self.act.provision

    @property
    def citation(self) -> str:
        """Return the source and the place in it, as people cite them."""
        return citation_of(self.source, self.provision)

    @property
    def normative(self) -> bool:
        """Tell whether the source is a norm."""
        return self.source.normative

    @property
    def nature(self) -> SourceNature:
        """Tell whether the source is a norm or attests; what only proposes takes no effect."""
        return self.source.nature

    @property
    def plain(self) -> dict[str, Plain]:
        """Return the act in the words of its file."""
        act_with(self.act, "", _shown)
        return act_to_plain(self.act, self.organization)

    @property
    def words(self) -> str:
        """Return the act in the words of its file, as YAML."""
        return write_plain(self.plain)


@dataclass(frozen=True, slots=True)
class ActsBetween:
    """The acts in their order. `others` are changes that rest on no act of these days.

    So is what was only attested and gave way to a norm, or shows again where a norm no longer hides it.
    """

    acts: tuple[TakenAct, ...]
    others: tuple[Change, ...]


async def acts_of(reads: Reads, archive: Archive, known: int) -> list[TakenAct]:
    """Return every act that bears on an organization, in the order in which they take effect."""
    family = await family_of(reads, archive.organization)
    enacted = [each for each in family.enacted if each.entry <= known]
    effects = taking_effect(Calendar(read(enacted)), archive.organization)
    sources = {key: record.source for key, record in archive.sources_at(known).items()}
    return [
        _taken(each, family.names, sources)
        for each in effects
        if each.effect is not ActEffect.LAPSES or _lapsed_then(each, archive, known)
    ]


def between(
    acts: Iterable[TakenAct], base: date, target: date, changes: Sequence[Change] = ()
) -> ActsBetween:
    """Return the acts after `base` up to and including `target`, each with its part of the changes."""
    chosen = [each for each in acts if base < each.day <= target]
    own: dict[int, list[Change]] = {}
    others: list[Change] = []
    for change in changes:
        place = _behind(change.legal_basis, chosen)
        if place is None:
            others.append(change)
        else:
            own.setdefault(place, []).append(change)
    taken = (replace(each, changes=tuple(own.get(place, ()))) for place, each in enumerate(chosen))
    return ActsBetween(tuple(taken), tuple(others))


def _behind(basis: LegalBasis | None, acts: Sequence[TakenAct]) -> int | None:
    """Return the place of the act behind a change; of one that began and lapsed, by the date of the basis."""
    if basis is None:
        return None
    named = [
        place for place, each in enumerate(acts) if (each.source.key, each.ref) == (basis.source, basis.act)
    ]
    on = basis.since.value if basis.since else None
    dated = [place for place in named if acts[place].since.value == on]
    return next(iter((*dated, *named)), None)


def _lapsed_then(effect: Effect, archive: Archive, known: int) -> bool:
    """Tell whether what an act gave for a time was still there when its time was over."""
    act = effect.scheduled.act
    code = act.bound_appointment if isinstance(act, Appoint) else None
    if code is None:
        return False
    return any(end == effect.day for _, end in archive.runs(Noun.APPOINTMENT, code, known))


def _taken(effect: Effect, names: Mapping[str, str], sources: Mapping[str, LegalSource]) -> TakenAct:
    scheduled = effect.scheduled
    lapses = scheduled.until if effect.effect is ActEffect.LAPSES else None

    def opened(_path: str, holder: Holder) -> Holder:
        return Holder(names.get(holder.seal or ""), holder.seal)

    return TakenAct(
        source=scheduled.source,
        entry=scheduled.key[0],
        organization=scheduled.organization,
        ref=scheduled.ref,
        day=effect.day,
        since=lapses or _since(scheduled),
        effect=effect.effect,
        act=act_with(scheduled.act, "", opened),
        rectified_by=tuple(
            BasisView(sources[each.source], each.provision, each.role, each.act)
            for each in scheduled.rectified_by
        ),
    )


def _shown(_path: str, holder: Holder) -> Holder:
    if holder.name is not None:
        note_name()
    return holder


def _since(scheduled: Scheduled) -> LegalDate:
    """Return when the act takes effect, with the rule that led to the day."""
    since = scheduled.since
    return since if scheduled.rule is None else replace(since, rule=scheduled.rule)
