"""Which persons a filing names, as holders of which appointments.

Takes a filing with the codes that the register gave. Called by the law, for what is withheld.
"""

from __future__ import annotations

from collections.abc import Iterator

from organica.domain import acts
from organica.domain.acts import Act, Rectify
from organica.domain.filings import Correction, Filing, Supplement
from organica.domain.resolution import Resolution
from tests.support.law.reading import Filed
from tests.support.law.state import Codes


def named_in(filed: Filed) -> Iterator[tuple[str, str]]:
    """Yield each appointment with the name that the filing gives for it."""
    for position, act in _acts(filed.filing):
        yield from _named_in(act, filed.codes.get(position, {}))


def _acts(filing: Filing) -> Iterator[tuple[int, Act]]:
    match filing:
        case Resolution() | Supplement():
            for position, act in enumerate(filing.acts):
                yield position, act.to if isinstance(act, Rectify) else act
        case Correction():
            for position, corrected in enumerate(filing.acts):
                if corrected.to is not None:
                    yield position, corrected.to


def _named_in(act: Act, codes: Codes) -> Iterator[tuple[str, str]]:
    match act:
        case acts.StateUnit() | acts.CreateUnit():
            for place, post in enumerate(act.posts or ()):
                if post.holder is not None and f"held:{place}" in codes:
                    yield codes[f"held:{place}"], post.holder.name or ""
        case acts.CreatePost() if act.post.holder is not None and "held:0" in codes:
            yield codes["held:0"], act.post.holder.name or ""
        case acts.Appoint() | acts.EndAppointment() if codes.get("appointment") and act.holder is not None:
            yield codes["appointment"], act.holder.name or ""
