"""A proposal in words: the remarks beside each act of its file, the summary, and the same as plain values.

Takes proposals of `organica.plan`; returns texts in Spanish or English. Called by `organica plan`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from organica.domain.acts import Act, kind_of
from organica.domain.errors import Language, Says
from organica.files import act_to_plain
from organica.files.act_table import said_in_law
from organica.files.proposal_file import Remark
from organica.plan import Level, Mode, ModeReason, PlannedAct, Proposal, Scope
from organica.plan.reasons import ReasonCode

LEVELS: dict[Level, Says] = {
    Level.SURE: Says(es="seguro", en="sure"),
    Level.LIKELY: Says(es="probable", en="likely"),
    Level.UNCERTAIN: Says(es="dudoso", en="uncertain"),
}
MODES: dict[Mode, Says] = {
    Mode.FIRST: Says(es="Se enuncia todo lo que dice el texto.", en="All that the text says is stated."),
    Mode.FULL: Says(
        es="Se toma el texto por completo: lo que no nombra termina.",
        en="The text is taken as complete: what it does not name ends.",
    ),
    Mode.PARTIAL: Says(
        es="Se toma el texto por parcial: lo que no nombra sigue igual.",
        en="The text is taken as partial: what it does not name stays as it is.",
    ),
}
REASONS: dict[ModeReason, Says] = {
    ModeReason.NOTHING_IN_FORCE: Says(
        es="El registro no tiene nada vigente de la organización ese día.",
        en="The register has nothing of the organization in force on that day.",
    ),
    ModeReason.GIVEN: Says(es="Así se indicó.", en="It was so given."),
    ModeReason.AMENDMENTS: Says(es="El texto modifica otro.", en="The text amends another one."),
    ModeReason.CAUTION: Says(
        es="Nada dice que enuncie el todo; si es así, repita con --full.",
        en="Nothing says that it states the whole; if it does, repeat with --full.",
    ),
}
_DECIDE = Says(
    es="DECIDA: si el texto lo ordena, borre la línea «undecided»; si no, borre el acto.",
    en="DECIDE: if the text orders it, delete the line `undecided`; if it does not, delete the act.",
)
_INSTEAD = Says(es="En lugar de", en="Instead of")


def undecided(planned: PlannedAct) -> bool:
    """Tell whether a person must decide on an act before any file with it is read."""
    return planned.confirm or planned.confidence.level is Level.UNCERTAIN


def remark(planned: PlannedAct, language: Language) -> Remark:
    """Return what the file says above an act: how sure it is, why, and what it was chosen over."""
    reasons = [each for each in planned.because if each.code is not ReasonCode.FIRST_STATEMENT]
    must_decide = undecided(planned)
    lines: list[str] = []
    # Of a first statement the heading of the file says it once for all acts.
    if reasons or must_decide or planned.confidence.level is not Level.SURE:
        sure = _said(LEVELS[planned.confidence.level], language).capitalize()
        score = _number(planned.confidence.score, language)
        lines.append(" ".join([f"{sure} ({score}).", *(each.sentence(language) for each in reasons)]))
    lines += [
        f"{_said(_INSTEAD, language)} ({_number(each.score, language)}): {each.sentence(language)}"
        for each in planned.instead_of
    ]
    if must_decide:
        lines.append(_said(_DECIDE, language))
    return Remark(tuple(lines), must_decide)


def scope_sentence(scope: Scope, language: Language) -> str:
    """Return how much the text was taken to state, and why."""
    mode = _said(MODES[scope.mode], language)
    if scope.under is not None:
        below = (
            f"({scope.under} y lo que de ella depende)" if language == "es" else f"({scope.under} and below)"
        )
        mode = f"{mode[:-1]} {below}."
    return f"{mode} {_said(REASONS[scope.because], language)}"


def summary_lines(proposal: Proposal, language: Language) -> Iterator[str]:
    """Yield a line for each kind of act: how many, and how sure."""
    kinds: dict[str, Counter[Level]] = {}
    for each in proposal.acts:
        kinds.setdefault(_name(each.act, language), Counter())[each.confidence.level] += 1
    width = max(map(len, kinds), default=0)
    for name, levels in kinds.items():
        told = ", ".join(_counted(levels[level], level, language) for level in Level if levels[level])
        yield f"{name:<{width}}  {levels.total():>4}  {told}"
    waiting = sum(map(undecided, proposal.acts))
    if waiting:
        es = f"Esperan una decisión: {waiting}. Están marcados con «undecided»."
        en = f"Awaiting a decision: {waiting}. They are marked `undecided`."
        yield es if language == "es" else en


def plain_proposal(proposal: Proposal) -> dict[str, Any]:
    """Return the proposal as values that JSON can carry, its sentences in both languages."""
    scope, organization = proposal.scope, proposal.resolution.organization
    return {
        "scope": {"mode": scope.mode.value, "because": scope.because.value, "under": scope.under},
        "acts": [
            {
                "act": act_to_plain(each.act, organization),
                "confidence": {"level": each.confidence.level.value, "score": each.confidence.score},
                "undecided": undecided(each),
                "because": [_plain(reason.code, reason.says) for reason in each.because],
                "instead_of": [
                    {**_plain(other.code, other.says), "score": other.score} for other in each.instead_of
                ],
            }
            for each in proposal.acts
        ],
        "doubts": [
            {"code": each.code, "unit": each.unit, "lines": each.lines, "decision": each.decision}
            for each in proposal.doubts
        ],
    }


def _plain(code: str, says: Says) -> dict[str, Any]:
    return {"code": str(code), "es": says.es, "en": says.en}


def _name(act: Act, language: Language) -> str:
    return said_in_law(act) if language == "es" else kind_of(act)


def _counted(count: int, level: Level, language: Language) -> str:
    ending = "s" if language == "es" and count > 1 else ""
    return f"{count} {_said(LEVELS[level], language)}{ending}"


def _number(score: float, language: Language) -> str:
    written = f"{score:.2f}"
    return written.replace(".", ",") if language == "es" else written


def _said(says: Says, language: Language) -> str:
    return says.es if language == "es" else says.en
