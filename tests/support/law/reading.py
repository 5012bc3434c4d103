"""What the accepted filings say today: the sources, and each act as its latest rectification or correction reads.

Takes the filings in the order of their entries; returns sources and the acts that stand. Source: design, section
3, "Acts upon acts" and "The register's own slips are not law". Raises: Wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from organica.domain.acts import Act, Invalidate, PlainAct, Rectify, Resume, Revoke, Suspend
from organica.domain.dates import LegalDate
from organica.domain.filings import Correction, Filing, Supplement
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from organica.domain.source import LegalSource
from tests.support.law.inheriting import inherited
from tests.support.law.state import Codes, Wrong

Key = tuple[int, int]
Upon = Rectify | Invalidate | Revoke | Suspend | Resume


@dataclass(slots=True)
class Filed:
    """A filing under its entry; `codes` are those behind each of its acts, once the register gave them."""

    entry: int
    filing: Filing
    codes: dict[int, Codes] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Source:
    """A source of one organization, with the facts as they are read now and what it declares.

    `claims`: the parts that it covers completely; `gaps`: its open questions, each with the unit that it is about;
    `answers`: those that it settles. `invalid`: it never was, because every act that it had was invalidated.
    """

    organization: str
    facts: LegalSource
    entry: int
    after: tuple[str, ...]
    not_at_hand: bool = False
    claims: list[str] = field(default_factory=list)
    gaps: list[tuple[str, str | None]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    invalid: bool = False

    @property
    def declares(self) -> bool:
        return bool(self.claims or self.gaps or self.answers or self.not_at_hand)

    def declare(self, said: Resolution | Supplement) -> None:
        """Take in what a file of the source says beside its acts."""
        self.claims += said.coverage.complete_under if said.coverage else ()
        self.answers += said.answers
        for gap in said.not_known:
            self.gaps.append((f"{self.key}#{gap.ref or len(self.gaps) + 1}", gap.unit))

    @property
    def key(self) -> str:
        return self.facts.key


@dataclass(slots=True, eq=False)
class Reading:
    """An act as it reads now. `said_by`: where its words were filed last, under which its codes are kept."""

    source: Source
    key: Key
    ref: str
    act: Act
    codes: Codes
    said_by: Key

    @property
    def since(self) -> LegalDate:
        """Return the date of the act: its own, else its source's."""
        return self.act.in_force_from or self.source.facts.in_force_from

    def aimed_at(self, target: str) -> bool:
        """Tell whether `<source>`, `<source>#<ref>` or `<source>#art:<article>` names this act."""
        source, _, rest = target.partition("#")
        if rest.startswith("art:"):
            article = None if self.act.provision is None else self.act.provision.article
            return (self.source.key, article) == (source, rest.removeprefix("art:"))
        return self.source.key == source and rest in ("", self.ref)


@dataclass(slots=True)
class Readings:
    """The sources by organization and key; the acts that stand; which of them the newest filing gave its words."""

    sources: dict[tuple[str, str], Source]
    acts: list[Reading]
    fresh: set[Key]

    def targets(self, upon: Reading) -> list[Reading]:
        """Return the standing acts that an act upon acts is about."""
        assert isinstance(upon.act, Upon)
        own = upon.source.organization
        return [
            each
            for each in self.acts
            if each.source.organization == own and each is not upon and each.aimed_at(upon.act.target)
        ]


class Desk:
    """Reads the filings; `newest` is the entry of the one that is judged."""

    def __init__(self, filed: Sequence[Filed], newest: int) -> None:
        self.newest = newest
        self.sources: dict[tuple[str, str], Source] = {}
        self.acts: dict[Key, Reading] = {}
        self.mended: dict[Key, list[tuple[Key, Act | None, Codes]]] = {}
        for each in filed:
            self._enter(each)

    def _enter(self, filed: Filed) -> None:
        match filed.filing:
            case Resolution(kind=EntryKind.PROPOSAL):
                pass  # What is only proposed says nothing of what is in force.
            case Resolution() as said:
                source = Source(
                    *(said.organization, said.source, filed.entry, said.after),
                    not_at_hand=said.contents is SourceContents.NOT_AT_HAND,
                )
                source.declare(said)
                self.sources[said.organization, said.source.key] = source
                self._add(source, filed, said.acts)
            case Supplement() as said:
                source = self._source(said.organization, said.source)
                source.declare(said)
                source.not_at_hand &= not said.acts  # More of the source brings its contents.
                self._add(source, filed, said.acts)
            case Correction() as said:
                self._correct(filed, said)

    def _source(self, organization: str, key: str) -> Source:
        if (organization, key) not in self.sources:
            raise Wrong("unknown_supplemented_source")
        return self.sources[organization, key]

    def _add(self, source: Source, filed: Filed, added: Sequence[Act]) -> None:
        number = sum(act.source is source for act in self.acts.values())
        for position, act in enumerate(added):
            key, number = (filed.entry, position), number + 1
            codes, ref = filed.codes.get(position, {}), act.ref or str(number)
            if filed.entry == self.newest and any(
                each.source is source and each.ref == ref for each in self.acts.values()
            ):
                raise Wrong("ref_used_twice")
            self.acts[key] = Reading(source, key, ref, act, codes, key)

    def _correct(self, filed: Filed, said: Correction) -> None:
        source = self._source(said.organization, said.source)
        if said.facts is not None:
            given = {
                each.name: value
                for each in fields(said.facts)
                if (value := getattr(said.facts, each.name)) is not None
            }
            facts = replace(source.facts, **given)
            if facts == source.facts and filed.entry == self.newest:
                raise Wrong("rectification_changes_nothing")
            source.facts = facts
        for position, corrected in enumerate(said.acts):
            named = [
                key for key, act in self.acts.items() if act.source is source and act.ref == corrected.ref
            ]
            if not named:
                raise Wrong("unknown_target")
            by = (filed.entry, position)
            self.mended.setdefault(named[0], []).append((by, corrected.to, filed.codes.get(position, {})))

    def read(self) -> Readings:
        """Return what stands, each act in its latest words."""
        gone = self._gone()
        upon = [each for each in self.acts.values() if isinstance(each.act, Upon) and each.key not in gone]
        if wrong := {code for each in upon for code in self._beside_the_mark(each, gone)}:
            raise Wrong(*wrong)
        mended = {key: list(by) for key, by in self.mended.items()}
        for key, act in sorted(self.acts.items()):
            if isinstance(act.act, Rectify) and key not in gone:
                self._rectify(act, gone, mended)
        fresh = {key for key in self.acts if key[0] == self.newest}
        for key, mendings in mended.items():
            if key in gone:
                continue
            for by, to, codes in sorted(mendings, key=lambda each: each[0]):
                if to is not None:
                    self._reword(self.acts[key], by, to, codes)
                    fresh |= {key} if by[0] == self.newest else set()
        for source in self.sources.values():
            had = [
                key for key, act in self.acts.items() if act.source is source and key not in self._dropped()
            ]
            source.invalid = bool(had) and gone.issuperset(had)
        standing = [act for key, act in sorted(self.acts.items()) if key not in gone]
        return Readings(self.sources, standing, fresh)

    def _older(self, upon: Reading) -> list[Reading]:
        """Return every act of other, older sources that an act upon acts names."""
        assert isinstance(upon.act, Upon)
        return [
            each
            for each in self.acts.values()
            if each.source.organization == upon.source.organization
            and each.source is not upon.source
            and each.source.entry < upon.key[0]
            and each.aimed_at(upon.act.target)
        ]

    def _gone(self, without: Key | None = None) -> set[Key]:
        """Return the acts that were dropped or invalidated, the newest invalidation judged first."""
        gone = self._dropped()
        for key, act in sorted(self.acts.items(), reverse=True):
            if isinstance(act.act, Invalidate) and key not in gone and key != without:
                gone |= {each.key for each in self._older(act)}
        return gone

    def _dropped(self) -> set[Key]:
        """Return the acts that the register should not have entered."""
        return {key for key, by in self.mended.items() if max(by, key=lambda each: each[0])[1] is None}

    def _beside_the_mark(self, upon: Reading, gone: set[Key]) -> Iterator[str]:
        """Yield what is wrong with the aim of an act upon acts."""
        assert isinstance(upon.act, Upon)
        fresh, targets = upon.key[0] == self.newest, self._older(upon)
        if not upon.source.facts.normative:
            yield "cannot_attest"
        if fresh and self.newest != upon.source.entry and self._taken_whole(upon.source):
            yield "target_gone"
        if not targets:
            yield "unknown_target"
            return
        before = self._gone(without=upon.key) if isinstance(upon.act, Invalidate) else gone
        if fresh and all(each.key in before for each in targets):
            yield "target_gone"
        one = "#" in upon.act.target and "#art:" not in upon.act.target
        lasting = any(isinstance(each.act, Rectify | Invalidate) for each in targets)
        if one and lasting and isinstance(upon.act, Revoke | Suspend):
            yield "only_invalidated"

    def _taken_whole(self, source: Source) -> bool:
        """Tell whether another source took this one away as a whole: then no more acts upon acts come with it."""
        return any(
            isinstance(each.act, Invalidate | Revoke | Suspend)
            and each.source is not source
            and each.source.organization == source.organization
            and each.act.target == source.key
            for each in self.acts.values()
        )

    def _rectify(
        self, act: Reading, gone: set[Key], mended: dict[Key, list[tuple[Key, Act | None, Codes]]]
    ) -> None:
        assert isinstance(act.act, Rectify)
        targets = [each for each in self._older(act) if each.key not in gone]
        if len(targets) > 1:
            raise Wrong("targets_several_acts")
        for target in targets:
            others = mended.setdefault(target.key, [])
            faults = {
                "rectified_twice": any(by[0] == act.key[0] for by, _, _ in others),
                "rectifies_another_act": isinstance(target.act, Upon),
            }
            if any(faults.values()):
                raise Wrong(*(code for code, found in faults.items() if found))
            others.append((act.key, act.act.to, act.codes))

    def _reword(self, was: Reading, by: Key, to: Act, codes: Codes) -> None:
        if type(to) is not type(was.act) or isinstance(was.act, Upon) or isinstance(to, Upon):
            raise Wrong("rectifies_another_act")
        given: dict[str, Any] = {
            "ref": was.act.ref,
            "provision": to.provision or was.act.provision,
            "in_force_from": to.in_force_from or was.act.in_force_from,
        }
        plain: PlainAct = replace(to, **given)
        if by[0] == self.newest and plain == was.act:
            raise Wrong("rectification_changes_nothing")
        was.codes = codes or inherited(plain, was.act, was.codes)
        was.act, was.said_by = plain, by
