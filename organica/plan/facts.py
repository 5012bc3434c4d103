"""The facts that a page does not print: whose it is, where it was taken from, what was checked and when.

Takes plain values, as a strict YAML reader gives them; returns `PageFacts`. Called by the command line.
A person writes them beside the source, so that the proposal can be made again at any time.

    organica: facts/1
    organization: cl.chilecompra
    name: ChileCompra
    time_zone: America/Santiago
    in_force_from: {value: "2024", basis: assumed}    # absent: the year of the source, assumed
    evidence: {file: sources/page.txt, url: "https://…", sha256: …, retrieved_on: "2026-11-20"}
    coverage: {checked_on: "2026-11-20", note: …}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from organica.domain.dates import DateBasis, LegalDate, parse_day
from organica.domain.ids import organization_code
from organica.domain.source import Evidence
from organica.plan.errors import MissingFact, UnknownFact, WrongFact

FORMAT = "facts/1"
_KEYS = ("organica", "organization", "name", "time_zone", "in_force_from", "evidence", "coverage")
_EVIDENCE = ("file", "url", "sha256", "retrieved_on")
_COVERAGE = ("checked_on", "note")
_DATE = ("value", "basis")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a person adds to an outline. `in_force_from` None: the year of the source, assumed."""

    organization: str
    name: str
    time_zone: str
    evidence: Evidence | None = None
    in_force_from: LegalDate | None = None
    checked_on: date | None = None
    note: str | None = None


def read_facts(plain: Mapping[str, object]) -> PageFacts:
    """Return the facts in plain values.

    Raises: UnknownFact, MissingFact, WrongFact, and what the domain refuses (BadCode, BadDate, …).
    """
    _refuse_unknown(plain, _KEYS, "")
    if _text(plain, "organica") != FORMAT:
        raise WrongFact(fact="organica")
    coverage = _map(plain, "coverage", _COVERAGE) or {}
    checked_on = _text_or_none(coverage, "checked_on", "coverage.")
    return PageFacts(
        organization=organization_code(_text(plain, "organization")),
        name=_text(plain, "name"),
        time_zone=_text(plain, "time_zone"),
        evidence=_evidence(_map(plain, "evidence", _EVIDENCE)),
        in_force_from=_date(plain, "in_force_from"),
        checked_on=parse_day(checked_on) if checked_on else None,
        note=_text_or_none(coverage, "note", "coverage."),
    )


def _evidence(plain: Mapping[str, object] | None) -> Evidence | None:
    if plain is None:
        return None
    file, url, sha256 = (_text_or_none(plain, word, "evidence.") for word in ("file", "url", "sha256"))
    return Evidence(file=file, url=url, retrieved_on=_date(plain, "retrieved_on", "evidence."), sha256=sha256)


def _date(plain: Mapping[str, object], word: str, above: str = "") -> LegalDate | None:
    """Return a date in either of its two forms: a text, or a map of value and basis."""
    if not isinstance(plain.get(word), Mapping):
        value = _text_or_none(plain, word, above)
        return None if value is None else LegalDate(value)
    parts = _map(plain, word, _DATE) or {}
    basis = _text_or_none(parts, "basis", f"{word}.") or DateBasis.STATED.value
    if basis not in list(DateBasis):
        raise WrongFact(fact=f"{above}{word}.basis")
    return LegalDate(_text(parts, "value", f"{above}{word}."), DateBasis(basis))


def _map(plain: Mapping[str, object], word: str, known: tuple[str, ...]) -> Mapping[str, object] | None:
    found = plain.get(word)
    if found is None:
        return None
    if not isinstance(found, Mapping):
        raise WrongFact(fact=word)
    _refuse_unknown(found, known, f"{word}.")
    return found


def _text(plain: Mapping[str, object], word: str, above: str = "") -> str:
    found = _text_or_none(plain, word, above)
    if found is None:
        raise MissingFact(fact=f"{above}{word}")
    return found


def _text_or_none(plain: Mapping[str, object], word: str, above: str = "") -> str | None:
    found = plain.get(word)
    if found is None:
        return None
    if not isinstance(found, str) or not found.strip():
        raise WrongFact(fact=f"{above}{word}")
    return found


def _refuse_unknown(plain: Mapping[str, object], known: tuple[str, ...], above: str) -> None:
    for word in plain:
        if word not in known:
            raise UnknownFact(fact=f"{above}{word}", known=known)
