"""The desk at which filings are read: which acts stand, and how each of them reads today.

Takes the filings of the ledger in the order of their entries; returns the sources and their acts, without
those that were invalidated or never were in their source. Called by history before anything is folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from organica.domain.acts import Act, ActUponActs, Invalidate, Rectify, Revoke, Suspend, Target, kind_of
from organica.domain.coverage import Reach
from organica.domain.errors import Refused
from organica.domain.filings import Correction, Enacted, Supplement
from organica.domain.mending import Mending, mended, with_facts
from organica.domain.readings import ActKey, ReadAct, Readings, SourceReading, aimed_at
from organica.domain.refusals.matters import CannotAttest
from organica.domain.refusals.upon import (
    ChangesNothing,
    OnlyInvalidated,
    RectifiedTwice,
    RectifiesAnotherAct,
    RefUsedTwice,
    TargetGone,
    TargetsSeveralActs,
    UnknownSupplementedSource,
    UnknownTarget,
)
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from organica.domain.source import BasisRole, LegalBasis


def read(
    enacted: Sequence[Enacted], fresh: Enacted | None = None, names: Mapping[str, str] | None = None
) -> Readings:
    """Return what the filings say, `fresh` (one of them, or None) being about to be enacted.

    `names` opens the seals that may still be opened, so that a name repeated is no new reading.

    Raises: the refusals of `refusals.upon`, with source and act among their facts.
    """
    desk = _Desk(fresh, names or {})
    for each in sorted(enacted, key=lambda each: each.entry):
        desk.enter(each)
    return desk.readings()


def _reaches(filing: Resolution | Supplement, source: str, open_before: int = 0) -> tuple[Reach, ...]:
    """Return how far a file reaches, or nothing where it says nothing of that.

    `open_before`: how many open questions the source has already; those of the file count on from there.
    """
    numbered = enumerate(filing.not_known, start=open_before + 1)
    gaps = tuple(replace(gap, ref=f"{source}#{gap.ref or number}") for number, gap in numbered)
    absent = isinstance(filing, Resolution) and filing.contents is SourceContents.NOT_AT_HAND
    reach = Reach(filing.coverage, (source,) if absent else (), gaps, filing.answers)
    return (reach,) if reach != Reach() else ()


@dataclass(slots=True)
class _Source:
    """A source while it is being read."""

    reading: SourceReading
    acts: list[ActKey] = field(default_factory=list)


def _judged(known: _Source, gone: Set[ActKey], dropped: Set[ActKey]) -> SourceReading:
    """Return the reading of a source that stands, or that never was: what it declares falls with it."""
    invalidated = [key in gone for key in known.acts if key not in dropped]
    if not invalidated or not all(invalidated):
        return known.reading
    claimed = (reach.of_nothing() for reach in known.reading.reaches if reach.claim)
    return replace(known.reading, reaches=tuple(claimed), invalid=True)


class _Desk:
    """Enters filings one by one, then settles which acts stand and how they read."""

    def __init__(self, fresh: Enacted | None, names: Mapping[str, str]) -> None:
        self._fresh = fresh
        self._names = names
        self._sources: dict[tuple[str, str], _Source] = {}
        self._acts: dict[ActKey, ReadAct] = {}
        self._corrections: dict[ActKey, list[Mending]] = {}

    def enter(self, enacted: Enacted) -> None:
        """Take in one filing. Raises: UnknownSupplementedSource, UnknownTarget."""
        match enacted.filing:
            case Resolution(kind=EntryKind.PROPOSAL):
                # The one gate: what is only proposed is part of no fold, whoever folds.
                pass
            case Resolution() as resolution:
                source = resolution.source
                reading = SourceReading(
                    resolution.organization,
                    source,
                    enacted.entry,
                    (enacted.entry,),
                    resolution.after,
                    _reaches(resolution, source.key),
                )
                known = _Source(reading)
                self._sources[resolution.organization, source.key] = known
                self._add(known, enacted.entry, resolution.acts)
            case Supplement() as supplement:
                known = self._source(supplement.organization, supplement.source)
                reaches = known.reading.reaches
                if supplement.acts:  # More of the source brings its contents.
                    brought = (replace(reach, not_at_hand=()) for reach in reaches)
                    reaches = tuple(reach for reach in brought if reach != Reach())
                open_before = sum(len(reach.not_known) for reach in reaches)
                self._reread(
                    known,
                    reaches=(*reaches, *_reaches(supplement, supplement.source, open_before)),
                    entries=(*known.reading.entries, enacted.entry),
                )
                self._add(known, enacted.entry, supplement.acts)
            case Correction() as correction:
                self._correct(enacted.entry, correction)
            case _:
                pass

    def _source(self, organization: str, key: str) -> _Source:
        known = self._sources.get((organization, key))
        if known is None:
            raise UnknownSupplementedSource(target=key, organization=organization)
        return known

    def _add(self, known: _Source, entry: int, acts: Sequence[Act]) -> None:
        """Take in the acts of a source. Raises: RefUsedTwice."""
        for position, act in enumerate(acts):
            ref = act.ref or str(len(known.acts) + 1)
            if self._is_fresh(entry) and any(self._acts[key].ref == ref for key in known.acts):
                raise RefUsedTwice(ref=ref).located(source=known.reading.source.key)
            known.acts.append((entry, position))
            self._acts[entry, position] = ReadAct(known.reading, (entry, position), ref, act)

    def _reread(self, known: _Source, **given: object) -> None:
        known.reading = replace(known.reading, **given)  # type: ignore[arg-type]  # Fields of SourceReading.
        for key in known.acts:
            self._acts[key] = replace(self._acts[key], reading=known.reading)

    def _correct(self, entry: int, correction: Correction) -> None:
        known = self._source(correction.organization, correction.source)
        if correction.facts is not None:
            source = with_facts(known.reading.source, correction.facts)
            if source == known.reading.source and self._is_fresh(entry):
                raise ChangesNothing(target=correction.source)
            self._reread(known, source=source)
        for position, corrected in enumerate(correction.acts):
            name = f"{correction.source}#{corrected.ref}"
            found = [key for key in known.acts if self._acts[key].ref == corrected.ref]
            if not found:
                raise UnknownTarget(target=name)
            mending = Mending((entry, position), corrected.to, name)
            self._corrections.setdefault(found[0], []).append(mending)

    def _is_fresh(self, entry: int) -> bool:
        return self._fresh is not None and entry == self._fresh.entry

    def readings(self) -> Readings:
        """Settle everything: corrections of acts upon acts first, then what is invalid, then each reading."""
        replaced: dict[ActKey, ActKey] = {}
        for key, mendings in self._corrections.items():
            if isinstance(self._acts[key].act, ActUponActs):
                self._mend(key, mendings, replaced)
        gone = self._invalid()
        self._refuse_beside_the_mark(gone)
        rectifying = self._rectifications(gone)
        for key in sorted(self._acts.keys() & (self._corrections.keys() | rectifying.keys())):
            if not isinstance(self._acts[key].act, ActUponActs) and key not in gone:
                mendings = [*self._corrections.get(key, ()), *rectifying.get(key, ())]
                self._mend(key, sorted(mendings, key=lambda each: each.by), replaced)
        standing = {key: act for key, act in sorted(self._acts.items()) if key not in gone}
        dropped = self._dropped()
        sources = (_judged(known, gone, dropped) for known in self._sources.values())
        given_by = dict(zip(replaced.values(), replaced.keys(), strict=True))
        in_order = tuple(sorted(sources, key=lambda each: each.entry))
        return Readings(in_order, standing, replaced, given_by)

    def _targets(self, act: ReadAct, key: str) -> list[ReadAct]:
        """Return every act that was entered under a target, gone or not. Raises: UnknownTarget."""
        target = Target.parse(key)
        found = [
            each
            for each in self._acts.values()
            if each.organization == act.organization
            and each.reading.entry < act.key[0]
            and each.reading.source.key != act.reading.source.key
            and aimed_at(target, each)
        ]
        if not found:
            raise UnknownTarget(target=key).located(source=act.reading.source.key, act=act.ref)
        return found

    def _invalid(self) -> set[ActKey]:
        """Return the acts that do not stand. Targets are older, so the newest is judged first."""
        gone = self._dropped()
        for key in sorted(self._acts, reverse=True):
            act = self._acts[key]
            if isinstance(act.act, Invalidate) and key not in gone:
                gone |= {each.key for each in self._targets(act, act.act.target)}
        return gone

    def _dropped(self) -> set[ActKey]:
        """Return the acts that never were in their sources."""
        return {
            key
            for key, mendings in self._corrections.items()
            if max(mendings, key=lambda each: each.by).to is None
        }

    def _refuse_beside_the_mark(self, gone: set[ActKey]) -> None:
        """Hold every act upon acts to its target. Raises: UnknownTarget, TargetGone, OnlyInvalidated."""
        for key, act in self._acts.items():
            if key in gone or not isinstance(act.act, ActUponActs):
                continue
            place = {"source": act.reading.source.key, "act": act.ref}
            if not act.reading.source.orders:
                raise CannotAttest(act=kind_of(act.act)).located(**place)
            self._refuse_supplemented(act)
            targets = self._targets(act, act.act.target)
            # The targets of an invalidation that stands are gone by it; others took what is gone before.
            older = self._gone_before(act) if isinstance(act.act, Invalidate) else gone
            if self._is_fresh(key[0]) and all(each.key in older for each in targets):
                raise TargetGone(target=act.act.target, **place)
            lasting = [each for each in targets if isinstance(each.act, Rectify | Invalidate)]
            one = Target.parse(act.act.target).ref is not None
            if lasting and one and isinstance(act.act, Revoke | Suspend):
                raise OnlyInvalidated(target=act.act.target, **place)

    def _refuse_supplemented(self, act: ReadAct) -> None:
        """Refuse more acts upon acts from a source that others took away as a whole. Raises: TargetGone.

        An act is entered before whatever takes it away; on that rests which of two acts upon acts stands.
        """
        if not self._is_fresh(act.key[0]) or act.key[0] == act.reading.entry:
            return
        whole = Target(act.reading.source.key)
        for other in self._acts.values():
            if (
                isinstance(other.act, Invalidate | Revoke | Suspend)
                and other.organization == act.organization
                and other.reading.source.key != act.reading.source.key
                and Target.parse(other.act.target) == whole
            ):
                raise TargetGone(target=act.reading.source.key, source=act.reading.source.key, act=act.ref)

    def _gone_before(self, act: ReadAct) -> set[ActKey]:
        others = _Desk(None, {})
        others._acts = {key: each for key, each in self._acts.items() if key != act.key}
        others._corrections = self._corrections
        return others._invalid()

    def _rectifications(self, gone: set[ActKey]) -> dict[ActKey, list[Mending]]:
        """Return the new readings that acts give, by target. Raises: TargetsSeveralActs, RectifiedTwice."""
        found: dict[ActKey, list[Mending]] = {}
        for key, act in sorted(self._acts.items()):
            if key in gone or not isinstance(act.act, Rectify):
                continue
            place = {"source": act.reading.source.key, "act": act.ref}
            targets = [each for each in self._targets(act, act.act.target) if each.key not in gone]
            if len(targets) > 1:
                refs = tuple(each.ref for each in targets)
                raise TargetsSeveralActs(target=act.act.target, refs=refs, **place)
            for target in targets:
                if isinstance(target.act, ActUponActs):
                    was, to = kind_of(target.act), kind_of(act.act.to)
                    raise RectifiesAnotherAct(target=act.act.target, was=was, to=to).located(**place)
                if any(each.by[0] == key[0] for each in found.get(target.key, ())):
                    raise RectifiedTwice(target=act.act.target, **place)
                basis = LegalBasis(
                    source=act.reading.source.key,
                    role=BasisRole.RECTIFIES,
                    act=act.ref,
                    provision=act.act.provision,
                    since=(act.act.in_force_from or act.reading.source.in_force_from).without_rule(),
                )
                mending = Mending(key, act.act.to, act.act.target, basis)
                found.setdefault(target.key, []).append(mending)
        return found

    def _mend(self, key: ActKey, mendings: Sequence[Mending], replaced: dict[ActKey, ActKey]) -> None:
        """Read one act as the last of its mendings says, each judged against the reading before it."""
        for mending in mendings:
            if mending.to is None:
                continue
            was = self._acts[key]
            try:
                judged = self._is_fresh(mending.by[0])
                act = mended(was.act, mending, self._names if judged else None)
            except Refused as refusal:
                raise refusal.located(target=mending.place) from None
            by = () if mending.basis is None else (mending.basis,)
            self._acts[key] = replace(was, act=act, rectified_by=(*was.rectified_by, *by))
            replaced[mending.by] = key
