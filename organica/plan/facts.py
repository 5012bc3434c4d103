"""The facts that a page does not print: whose it is, where it was taken from, what was checked and when.

Takes plain values, as a strict YAML reader gives them; returns `PageFacts`. Called by the command line.
A person writes them beside the source, so that the proposal can be made again at any time.

    organica: facts/1
    organization: cl.chilecompra
    name: ChileCompra
    time_zone: America/Santiago
    in_force_from: {value: "2024", basis: assumed}    # absent: the day or the year of the source, assumed
    evidence: {file: sources/page.txt, url: "https://…", sha256: …, retrieved_on: "2026-11-20"}
    coverage: {checked_on: "2026-11-20", note: …}
    source: {kind: decreto, number: "12", series: B, year: 2024, date: …, issuer: …, title: …, citation: …}
    scope: full    # or partial, or {under: code-of-a-unit}; absent: what the text does not mention stays
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from organica.domain.dates import DateBasis, LegalDate, parse_day
from organica.domain.ids import kind_code, organization_code, unit_code
from organica.domain.source import Evidence, SourceNature, refuse_kind_of_proposals
from organica.plan.errors import MissingFact, UnknownFact, WrongFact
from organica.plan.proposal import Mode, ModeReason, Scope
from organica.plan.source_facts import SourceFacts

FORMAT = "facts/1"
_KEYS = (
    *("organica", "organization", "name", "time_zone"),
    *("in_force_from", "evidence", "coverage", "source", "scope"),
)
_EVIDENCE = ("file", "url", "sha256", "retrieved_on")
_COVERAGE = ("checked_on", "note")
_DATE = ("value", "basis")
_SCOPE = ("under",)
_SOURCE = ("kind", "number", "series", "year", "date", "issuer", "title", "citation")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a person adds to an outline. `in_force_from` None: the day or the year of the source, assumed.

    `scope` None: the planner takes the cautious one, and says so. `source` None: as the text prints it.
    """

    organization: str
    name: str
    time_zone: str
    evidence: Evidence | None = None
    in_force_from: LegalDate | None = None
    checked_on: date | None = None
    note: str | None = None
    scope: Scope | None = None
    source: SourceFacts | None = None


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
        name=" ".join(_text(plain, "name").split()),
        time_zone=_time_zone(plain),
        evidence=_evidence(_map(plain, "evidence", _EVIDENCE)),
        in_force_from=_date(plain, "in_force_from"),
        checked_on=parse_day(checked_on) if checked_on else None,
        note=_text_or_none(coverage, "note", "coverage."),
        scope=_scope(plain),
        source=_source(plain),
    )


def _time_zone(plain: Mapping[str, object]) -> str:
    """Return the time zone. A name may also be a folder of the tz database, or lead out of it."""
    name = _text(plain, "time_zone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise WrongFact(fact="time_zone") from None
    return name


def _source(plain: Mapping[str, object]) -> SourceFacts | None:
    """Return what is given of the text's own source."""
    given = _map(plain, "source", _SOURCE)
    if given is None:
        return None
    texts = {word: _text_or_none(given, word, "source.") for word in _SOURCE if word != "year"}
    if texts["kind"] is not None:
        refuse_kind_of_proposals(kind_code(texts["kind"]), SourceNature.NORM)
    if texts["date"] is not None:
        parse_day(texts["date"])
    year = _text_or_none(given, "year", "source.")
    if year is not None and not (len(year) == 4 and year.isascii() and year.isdecimal()):
        raise WrongFact(fact="source.year")
    return SourceFacts(**texts, year=None if year is None else int(year))


def _scope(plain: Mapping[str, object]) -> Scope | None:
    """Return the scope in either of its two forms: a word, or a map that names the unit above all of it."""
    if isinstance(plain.get("scope"), Mapping):
        under = unit_code(_text(_map(plain, "scope", _SCOPE) or {}, "under", "scope."))
        return Scope(Mode.FULL, ModeReason.GIVEN, under)
    word = _text_or_none(plain, "scope")
    if word is None:
        return None
    if word not in (Mode.FULL, Mode.PARTIAL):
        raise WrongFact(fact="scope")
    return Scope(Mode(word), ModeReason.GIVEN)


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
