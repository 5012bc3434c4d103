"""The machine that Hypothesis drives: one history on both engines, each step held to the law.

Takes two registers; files whatever is drawn and compares. Source: design section 11; the numbers beside the checks
are those of its invariants. Called by the test of the register and by `make histories`.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from organica.domain.filings import Filing, Withholding
from organica.register.enact import Outcome
from tests.support.law.drafting import Drafts
from tests.support.law.law import Law, Verdict, is_proposal
from tests.support.law.opening import HEIR, OWN, openings
from tests.support.law.registers import Registers
from tests.support.law.searching import QUESTIONS, found_by_law
from tests.support.law.state import Picture

ORGANIZATIONS = [HEIR, OWN]
KINDS = (
    *("norm",) * 9,
    *("attestation",) * 2,
    *("upon",) * 4,
    *("supplement", "correction", "again", "withholding", "mapping", "succession"),
    *("proposal", "proposal", "unread"),
)
DAYS_A_STEP = 4
# More bytes than a filing takes, so that none is made of first options only.
DRAWN = 80
Asked = tuple[str, date, int]


class LawMachine(RuleBasedStateMachine):
    """One random history. `registers` is set once by whoever runs it; `counts` tells what was done."""

    registers: ClassVar[Registers]
    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.law = Law()
        self.answered: dict[Asked, Picture] = {}
        self.held: tuple[str, ...] | None = None

    @initialize()
    def open_the_registers(self) -> None:
        """Begin with two organizations."""
        self.registers.empty()
        for filing in openings():
            self._file(filing, self.law.judge(filing))

    @rule(
        kind=st.sampled_from(KINDS),
        drawn=st.binary(min_size=DRAWN, max_size=DRAWN),
        checks=st.integers(0, 255),
    )
    def file(self, kind: str, drawn: bytes, checks: int) -> None:
        """File something, hold the answer to the law's verdict, and look at some days."""
        filing: Filing = getattr(Drafts(self.law, drawn), kind)()
        if self.law.writes_a_withheld_name(filing):
            return
        verdict = self.law.judge(filing)
        self.counts["steps"] += 1
        if checks % 4 == 0:
            self._as_previewed(filing, verdict)
        else:
            self._file(filing, verdict, looks=checks % 4 == 1)
        self._look(checks)
        self._look_back(checks)

    def _as_previewed(self, filing: Filing, verdict: Verdict) -> None:
        """4: the preview equals what enactment then does."""
        told, shown = self.registers.preview(filing)
        outcome = self._file(filing, verdict, looks=True)
        if isinstance(outcome, str) or isinstance(shown, str):
            assert outcome == shown, told
        else:
            assert shown.already == (None if outcome.new else outcome.entry)
            assert shown.effects == outcome.effects

    def _file(self, filing: Filing, verdict: Verdict, *, looks: bool = False) -> Outcome | str:
        """Enact a filing and hold the answer to the verdict. 5: what is refused leaves everything as it was."""
        if isinstance(filing, Withholding):
            self.registers.learn_names()
        before = self._everything() if looks and verdict.must else None
        in_force = self.registers.in_force(ORGANIZATIONS) if is_proposal(filing) else None
        outcome = self.registers.enact(filing)
        if in_force is not None:
            assert self.registers.in_force(ORGANIZATIONS) == in_force
            self.counts["proposals"] += 1
        if isinstance(outcome, str):
            assert verdict.allows(outcome), (outcome, verdict, filing)
            self.counts["refused"] += 1
            if before is not None:
                assert self.registers.fingerprint(ORGANIZATIONS) == before
            return outcome
        assert not verdict.must, (verdict, filing)
        if verdict.same is not None:
            assert (outcome.entry, outcome.new) == (verdict.same, False)
            self.counts["same"] += 1
            return outcome
        assert (outcome.entry, outcome.new) == (len(self.law.filed) + 1, True)
        self.law.accept(filing)
        self.held = None
        self.counts["accepted"] += 1
        return outcome

    def _everything(self) -> tuple[str, ...]:
        if self.held is None:
            self.held = self.registers.fingerprint(ORGANIZATIONS)
        return self.held

    def _look(self, number: int) -> None:
        """Look at some days as they are known now: they are as the law says. 2: they are sound, on both engines."""
        entry = len(self.law.filed)
        days = [each for day in self.law.days() for each in (day - timedelta(days=1), day)]
        for step in range(DAYS_A_STEP):
            self._agree(
                ORGANIZATIONS[(number + step) % 4 != 0], days[(number * 7 + step * 31) % len(days)], entry
            )

    def _look_back(self, number: int) -> None:
        """Ask as was known at an entry before. 3: what was answered once is answered again."""
        asked = sorted(self.answered)
        organization, day, entry = asked[number * 13 % len(asked)]
        self._agree(organization, day, entry)
        earlier = 2 + number % (len(self.law.filed) - 1)
        self._agree(organization, day, earlier)
        if number % 3 == 0:
            self._search_agrees(QUESTIONS[number % len(QUESTIONS)], day, earlier)

    def _agree(self, organization: str, day: date, entry: int) -> None:
        picture = self.registers.picture(organization, day, entry)
        lawful = self.law.on(organization, day, entry)
        assert picture == lawful, (organization, day, entry, differences(lawful, picture))
        first = self.answered.setdefault((organization, day, entry), picture)
        assert _nameless(picture) == _nameless(first)
        self.counts["answers"] += 1

    def _search_agrees(self, question: str, day: date, entry: int) -> None:
        """A search finds what has its words on that day, by what was known then, and nothing else."""
        found = self.registers.searched(question, day, entry, ORGANIZATIONS)
        for organization in ORGANIZATIONS:
            codes = {hit[1] for hit in found if hit[0] == organization}
            assert codes == found_by_law(self.law.on(organization, day, entry), question)
        self.counts["hits"] += len(found)

    def teardown(self) -> None:
        """At the end look at every day. 1 and 7: replaying gives the stored rows, the same on both engines."""
        if not self.law.filed:
            return
        for day in self.law.days():
            for organization in ORGANIZATIONS:
                for each in (day - timedelta(days=1), day):
                    self._agree(organization, each, len(self.law.filed))
        self._ties_agree()
        self.registers.rebuilt(ORGANIZATIONS)
        self.counts["histories"] += 1

    def _ties_agree(self) -> None:
        """The ties to other systems are those that mappings made and did not withdraw."""
        for organization in ORGANIZATIONS:
            store = self.registers.both[0].store
            ties = self.registers.run(store.rows(organization)).external_ids
            now = {(tie.noun.value, tie.code, tie.system, tie.value) for tie in ties if tie.until is None}
            assert now == {tie for code, tie in self.law.known[-1].ties if code == organization}


def differences(lawful: Picture, seen: Picture) -> Picture:
    """Return what is not as it should be: what the law says of each thing, and what was answered."""
    found: Picture = {}
    for noun in lawful:
        said, was = lawful[noun], seen[noun]
        if isinstance(said, dict) and isinstance(was, dict):
            wrong = [code for code in sorted(said.keys() | was.keys()) if said.get(code) != was.get(code)]
            found |= {f"{noun} {code}": (said.get(code), was.get(code)) for code in wrong}
        elif said != was:
            found[noun] = (said, was)
    return found


def _nameless(picture: Picture) -> Picture:
    """Return a picture apart from names: what is withheld later was shown before."""
    held = {code: each | {"holder": None} for code, each in picture["appointments"].items()}
    return picture | {"appointments": held}
