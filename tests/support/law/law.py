"""The accepted filings, what they mean on every day and at every entry, and the verdict on the next one.

Takes filings as files give them; says whether the register must refuse one, and for which reasons. Called by the
machine that drives the register and by the tests of the model itself.

Where the model is loose. All looseness stands here:
- several reasons: where more than one thing is wrong, any of them may be named (`Verdict.may` holds them all);
- a post that is not there: `post_not_in_force` and `post_abolished` are not told apart;
- a new act that stands until an older act upon acts takes its ground away: either of them may be named;
- a group of acts of which some are new and some old: its fault may be laid on either;
- `order_unknown` must come where two sources say different things of one field and may be of one day, or where the
  other order of one day gives another answer; where they only name a same thing it may come;
- a name that was withheld is not written again, because whether it then shows is a matter of policy;
- the order of print: of two functions with one text in one unit either may be the one that a list repeats.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from organica.domain.filings import ExternalId, Filing, IdMapping, Withholding
from organica.domain.resolution import EntryKind, Resolution
from tests.support.law.calendar import Calendar
from tests.support.law.disagreeing import codes_of, differ, is_new, meet_now, one_layer
from tests.support.law.given import Answers, Given
from tests.support.law.persons import named_in
from tests.support.law.reading import Desk, Filed, Readings, Upon
from tests.support.law.replay import Replay
from tests.support.law.saying import named
from tests.support.law.state import Picture, State, Wrong

Tie = tuple[str, str, str, str]
NOTHING = State().picture()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the register must answer: `same` entry as before, one of `must`, or else it may refuse for `may`."""

    must: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    same: int | None = None

    def allows(self, code: str) -> bool:
        """Tell whether a refusal under this code fits."""
        return code in self.must | self.may


@dataclass(slots=True)
class _Judged:
    """A filing that was judged last, so that accepting it does not replay everything again."""

    filing: Filing
    readings: Readings
    replay: Replay
    given: Given


@dataclass(slots=True)
class Known:
    """What was answered at one entry: the days in order, and the ties to other systems."""

    answers: list[Answers] = field(default_factory=list)
    ties: list[tuple[str, Tie]] = field(default_factory=list)


class Law:
    """The filings that were accepted, from the first on."""

    def __init__(self) -> None:
        self.filed: list[Filed] = []
        self.given = Given()
        self.known: list[Known] = [Known()]
        self._judged: _Judged | None = None

    def judge(self, filing: Filing) -> Verdict:
        """Tell what the register must answer to a filing."""
        for each in self.filed:
            if each.filing == filing:
                return Verdict(same=each.entry)
            if _key(each.filing) == _key(filing) is not None:
                return Verdict(must=frozenset({"source_already_enacted"}))
        if isinstance(filing, Resolution) and not set(filing.replaces) <= self.proposed(filing.organization):
            return Verdict(must=frozenset({"unknown_proposal"}))
        try:
            match filing:
                case Withholding():
                    self._names(filing)
                case IdMapping():
                    self._tied(filing)
                case _:
                    return self._replayed(filing)
        except Wrong as wrong:
            return Verdict(must=wrong.codes)
        self._judged = None
        return Verdict()

    def _replayed(self, filing: Filing) -> Verdict:
        entry = len(self.filed) + 1
        filed = [*self.filed, Filed(entry, as_norm(filing))]
        readings = Desk(filed, entry).read()
        calendar = Calendar(readings)
        given = self.given.copy()
        replay = Replay(readings, calendar, given).run()
        self._judged = _Judged(filing, readings, replay, given)
        must, may = set(replay.faults), set[str]()
        must |= set() if must else set(replay.declared.wrong_with(filing, replay.answers))
        for code, sure in self._contradictions(filing, readings, calendar, replay):
            (must if sure else may).add(code)
        return Verdict(frozenset(must), frozenset(may))

    def _contradictions(
        self, filing: Filing, readings: Readings, calendar: Calendar, replay: Replay
    ) -> Iterator[tuple[str, bool]]:
        """Yield what is wrong between two acts, and whether it surely is."""
        own = [act for act in calendar.acts if is_new(act, filing, readings)]
        sources = {act.source.key for act in own}
        swapped: set[tuple[str, str]] = set()
        for number, one in enumerate(own):
            for other in own[:number]:
                one_day = calendar.day_of[one.key] == calendar.day_of[other.key]
                together = one.source is other.source and one_day and meet_now(one, other, filing, readings)
                if together and differ(one, other, replay):
                    yield "acts_contradict", True
            for other in calendar.acts:
                apart = other.source.key in sources or not one_layer(one, other)
                if apart or calendar.ordered(one, other) or not calendar.may_be_of_one_day(one, other):
                    continue
                if differ(one, other, replay):
                    yield "order_unknown", True
                elif named(one.act, codes_of(one, replay)) & named(other.act, codes_of(other, replay)):
                    yield "order_unknown", False
                # What takes an act away comes after it, whoever says so.
                upon = isinstance(one.act, Upon) and other in readings.targets(one)
                if calendar.day_of[one.key] == calendar.day_of[other.key] and not upon:
                    swapped.add((one.source.key, other.source.key))
        for pair in sorted(swapped) if not replay.faults else ():
            again = Replay(readings, Calendar(readings, pair), self.given.copy()).run()
            if not again.faults and _pictures(again) != _pictures(replay):
                yield "order_unknown", True

    def accept(self, filing: Filing) -> None:
        """Keep a filing that the register took in, with the codes that it gave."""
        entry = len(self.filed) + 1
        filed = Filed(entry, filing)
        known = Known(self.known[-1].answers, self.known[-1].ties)
        if isinstance(filing, Withholding):
            self.given.withheld |= self._names(filing)
        elif isinstance(filing, IdMapping):
            known.ties = self._tied(filing)
        else:
            judged = self._judged
            assert judged is not None
            assert judged.filing is filing
            for act in judged.readings.acts:
                if act.said_by[0] == entry and act.key in judged.replay.codes:
                    filed.codes[act.said_by[1]] = judged.replay.codes[act.key]
            self.given = judged.given
            if not is_proposal(filing):
                known.answers = judged.replay.answers
        self.filed.append(filed)
        self.known.append(known)

    # --- Answers ----------------------------------------------------------------------------------

    def days(self, entry: int = -1) -> list[date]:
        """Return the days on which the answer of some organization may change, as known at an entry."""
        return [each.day for each in self.known[entry].answers]

    def on(self, organization: str, day: date, entry: int = -1) -> Picture:
        """Return what an answer must show; names that are withheld now are shown at no entry."""
        answers = self.known[entry].answers
        index = bisect_right(answers, day, key=lambda each: each.day)
        if not index:
            return {**NOTHING, "certain": True, "coverage": set(), "gaps": set(), "not_at_hand": set()}
        found = answers[index - 1]
        picture = found.pictures.get(organization, NOTHING)
        held = {code: self._nameless(code, each) for code, each in picture["appointments"].items()}
        told = {
            "certain": organization not in found.uncertain,
            "coverage": found.parts.get(organization, set()),
            "gaps": {key for key, _ in found.gaps.get(organization, ())},
            "not_at_hand": found.not_at_hand.get(organization, set()),
        }
        return picture | told | {"appointments": held}

    def _nameless(self, code: str, held: dict[str, object]) -> dict[str, object]:
        return held | {"holder": None} if (code, held["holder"]) in self.given.withheld else held

    def organizations(self) -> list[str]:
        """Return the organizations about which something is filed."""
        return sorted({each.filing.organization for each in self.filed})

    def proposed(self, organization: str) -> set[str]:
        """Return the keys of what is proposed for an organization."""
        return {
            each.filing.source.key
            for each in self.filed
            if isinstance(each.filing, Resolution)
            and is_proposal(each.filing)
            and each.filing.organization == organization
        }

    # --- What is no law ---------------------------------------------------------------------------

    def names_of(self, organization: str) -> set[tuple[str, str]]:
        """Return every appointment with every name that a filing gave for it."""
        own = (filed for filed in self.filed if filed.filing.organization == organization)
        return {pair for filed in own for pair in named_in(filed)}

    def writes_a_withheld_name(self, filing: Filing) -> bool:
        """Tell whether a filing says the name of somebody whose name was withheld."""
        return any(f"{name!r}" in repr(filing) for _, name in self.given.withheld)

    def _names(self, filing: Withholding) -> set[tuple[str, str]]:
        """Return the names that a withholding erases. Raises: Wrong."""
        known = self.names_of(filing.organization)
        found = {pair for pair in known if pair[0] in filing.appointments}
        if {code for code, _ in found} != set(filing.appointments):
            raise Wrong("unknown_appointment")
        if found <= self.given.withheld:
            raise Wrong("nothing_to_withhold")
        return found

    def _tied(self, filing: IdMapping) -> list[tuple[str, Tie]]:
        """Return the ties to other systems as a mapping leaves them. Raises: Wrong."""
        ties = list(self.known[-1].ties)
        own = filing.organization
        for said in filing.external_ids:
            tie = (said.noun.value, said.code, said.system, said.value)
            current = [each for code, each in ties if code == own and each[2:] == tie[2:]]
            if not self._ever_was(own, said):
                raise Wrong("nothing_by_that_code")
            if said.withdrawn:
                if tie not in current:
                    raise Wrong("external_id_not_held")
                ties.remove((own, tie))
            elif tie in current:
                raise Wrong("external_id_changes_nothing")
            elif current:
                raise Wrong("external_id_taken")
            else:
                ties.append((own, tie))
        return ties

    def _ever_was(self, organization: str, said: ExternalId) -> bool:
        pictures = [each.pictures.get(organization, NOTHING) for each in self.known[-1].answers]
        if said.noun.value == "organization":
            return said.code == organization and any(each["organization"] for each in pictures)
        return any(said.code in each[f"{said.noun.value}s"] for each in pictures)


def is_proposal(filing: Filing) -> bool:
    """Tell whether a filing only proposes: it is entered, and everything in force stays as it is."""
    return isinstance(filing, Resolution) and filing.kind is EntryKind.PROPOSAL


def as_norm(filing: Filing) -> Filing:
    """Return a proposal as the norm that it would be: it is refused where that one is."""
    if not isinstance(filing, Resolution) or not is_proposal(filing):
        return filing
    return replace(
        filing, kind=EntryKind.ENACTMENT, source=replace(filing.source, normative=True), replaces=()
    )


def _key(filing: Filing) -> tuple[str, str] | None:
    return (filing.organization, filing.source.key) if isinstance(filing, Resolution) else None


def _pictures(replay: Replay) -> dict[date, dict[str, Picture]]:
    return {each.day: each.pictures for each in replay.answers}
