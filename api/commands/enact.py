"""`organica enact`: files into the register, after a person has seen what they change.

Takes files; for each shows the difference at every change point, asks, and enacts against the very head that
was shown. A file that the register holds already changes nothing and is no error.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.asking import Json, language_of, run, settings
from api.commands.changes import change_lines
from api.commands.failing import WrongUsage
from api.commands.filing_lines import own_lines, source_of, title_of
from api.commands.opening import opened
from api.commands.paper import print_json, print_lines, say
from api.commands.resolutions import filing_in, located_in
from api.commands.speech import both
from api.commands.terms import notice_lines, plain_notices, vocabularies_in_use
from api.rest.presenting import things
from organica.domain.change import Change
from organica.domain.errors import BadInput, Language, NotFound, Refused, Says
from organica.domain.filings import Filing
from organica.domain.resolution import Resolution
from organica.domain.source import LegalSource
from organica.domain.vocabulary.lookup import Vocabularies
from organica.domain.vocabulary.terms import notices
from organica.register.consult import Consult
from organica.register.difference import unit_names
from organica.register.effect import Effect
from organica.register.enact import Outcome, Preview, preview
from organica.register.enact import enact as enact_filing
from organica.register.ports import Appends
from organica.register.views import BasisView
from organica.render.days import day_text
from organica.render.sentences import cited
from organica.render.tree import Line, Style

HELP = both(
    "Promulga archivos de resolución: muestra la diferencia, pregunta y la asienta en el registro.",
    "Enact resolution files: show the difference, ask, and enter it in the register.",
)
EPILOG = both(
    """Ejemplo:
  organica enact seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml

Sin terminal (en un script) agregue --yes. Un archivo ya promulgado no cambia nada.""",
    """Example:
  organica enact seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml

Without a terminal (in a script) add --yes. A file that was enacted before changes nothing.""",
)
Ask = Callable[[Path, Filing], None]
_YES = frozenset({"s", "si", "sí", "y", "yes"})


class ConfirmationNeeded(BadInput):
    """Nobody is there to confirm, and `--yes` was not given."""

    code = "confirmation_needed"
    says = Says(
        es="No hay una terminal en que confirmar; nada se promulgó.",
        en="There is no terminal to confirm on; nothing was enacted.",
    )
    remedy = Says(
        es="Agregue --yes, o ejecútelo en una terminal sin --json.",
        en="Add --yes, or run it on a terminal without --json.",
    )


class Declined(Refused):
    """The person did not confirm."""

    code = "declined"
    says = Says(es="No se promulgó {file}.", en="{file} was not enacted.")
    remedy = Says(es="Corrija el archivo y repita.", en="Correct the file and repeat.")


def enact(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=both("ARCHIVO", "FILE"),
            help=both("Archivos de resolución, en orden.", "Resolution files, in order."),
        ),
    ],
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=both("No pregunta; para scripts.", "Do not ask; for scripts."))
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help=both("Muestra los textos completos.", "Show whole texts."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what each file changes, ask, and enact it."""
    language = language_of(context)
    vocabularies = vocabularies_in_use()
    # All files are read before the first is enacted: a typing error in the last stops them all.
    filings = [(path, filing_in(path)) for path in files]
    ask = None if yes else _asker(language, interactive=sys.stdin.isatty() and not as_json)
    done: list[dict[str, Any]] = []
    _enact_all(filings, ask, _Report(language, full, vocabularies, done if as_json else None))
    if as_json:
        print_json({"files": done})


class _Report:
    """How results are shown: at once for people; kept for one JSON document where `gathered` is a list."""

    def __init__(
        self,
        language: Language,
        full: bool,
        vocabularies: Vocabularies,
        gathered: list[dict[str, Any]] | None,
    ) -> None:
        self._language = language
        self._full = full
        self._vocabularies = vocabularies
        self._gathered = gathered

    def preview(self, path: Path, previewed: Preview, known: _Known) -> None:
        """Show what would change."""
        if self._gathered is None:
            print_lines(_preview_lines(path, previewed, known, self._language, self._full))
            print_lines(notice_lines(notices(previewed.filing, self._vocabularies), self._language))

    def outcome(self, path: Path, filing: Filing, outcome: Outcome, known: _Known) -> None:
        """Show what was done."""
        if self._gathered is not None:
            told = plain_notices(notices(filing, self._vocabularies))
            self._gathered.append({**_outcome_plain(path, outcome, known), "notices": told})
            return
        # A supplement, a correction and the like are entered; only what orders or attests is enacted.
        law = isinstance(filing, Resolution) and not filing.proposed
        es, en = ("promulgado", "enacted") if law else ("asentado", "entered")
        if outcome.new:
            es = f"{es.capitalize()}: asiento {outcome.entry}."
            en = f"{en.capitalize()}: entry {outcome.entry}."
        else:
            es = f"{path.as_posix()}: ya estaba {es} (asiento {outcome.entry}); nada cambia."
            en = f"{path.as_posix()}: {en} before (entry {outcome.entry}); nothing changes."
        say(es if self._language == "es" else en)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a preview needs of the register: sources, to cite them, and names of units by organization."""

    sources: Mapping[str, LegalSource]
    names: Mapping[str, Mapping[str, str]]

    def view(self, change: Change) -> BasisView | None:
        """Return the act behind a change."""
        basis = change.legal_basis
        source = self.sources.get(basis.source) if basis else None
        return BasisView(source, basis.provision, basis.role, basis.act) if basis and source else None


def _enact_all(filings: list[tuple[Path, Filing]], ask: Ask | None, report: _Report) -> None:
    """Preview, ask and enact file by file: a later one may stand on an earlier one.

    The question comes outside the event loop, where Ctrl-C ends the program at once, and with no connection
    open. What moves the register meanwhile is caught by the head that the preview saw.
    """
    for path, filing in filings:
        with located_in(path):
            previewed, known = run(_preview(filing))
            if previewed.already is not None:
                report.outcome(path, filing, Outcome(previewed.already, new=False), known)
                continue
            report.preview(path, previewed, known)
            if ask is not None:
                ask(path, filing)
            outcome = run(_enact(filing, previewed.head))
        report.outcome(path, filing, outcome, known)


async def _preview(filing: Filing) -> tuple[Preview, _Known]:
    async with opened(settings().database_url) as register:
        previewed = await preview(register, filing)
        return previewed, await _known(register, previewed)


async def _enact(filing: Filing, expected_head: int) -> Outcome:
    async with opened(settings().database_url) as register:
        return await enact_filing(register, filing, expected_head=expected_head)


def _asker(language: Language, *, interactive: bool) -> Ask:
    """Return what asks a person. It raises WrongUsage where nobody can answer, Declined for a no."""

    def ask(path: Path, filing: Filing) -> None:
        if not interactive:
            raise WrongUsage(ConfirmationNeeded())
        law = isinstance(filing, Resolution) and not filing.proposed
        es, en = ("¿Promulgar?", "Enact?") if law else ("¿Asentar?", "Enter it?")
        typer.echo(f"{es} [s/N] " if language == "es" else f"{en} [y/N] ", nl=False, err=True)
        if sys.stdin.readline().strip().casefold() not in _YES:
            raise Declined(file=path.as_posix())

    return ask


async def _known(register: Appends, previewed: Preview) -> _Known:
    consult = Consult(register)
    sources: dict[str, LegalSource] = {}
    names: dict[str, Mapping[str, str]] = {}
    affected = {effect.organization for effect in previewed.effects}
    for organization in sorted(affected | {previewed.filing.organization}):
        effects = (effect for effect in previewed.effects if effect.organization == organization)
        changes = [change for effect in effects for change in effect.changes]
        try:
            present = [await consult.structure(organization)]
        except NotFound:
            present = []
        else:
            archive = await consult.archive(organization)
            known = archive.sources_at(archive.head)
            sources |= {key: record.source for key, record in known.items()}
        names[organization] = unit_names(present, changes)
    return _Known({**sources, **{each.source.key: each.source for each in previewed.sources}}, names)


def _preview_lines(
    path: Path, previewed: Preview, known: _Known, language: Language, full: bool
) -> Iterator[Line]:
    filing = previewed.filing
    own = known.sources.get(source_of(filing) or "")

    def other_act(change: Change) -> str:
        # The file's own source and day stand above; only another act is worth its room.
        view = known.view(change)
        if view is None or view.source == own:
            return ""
        return cited(view.citation, language, view.nature)

    yield Line(0, title_of(filing, own.citation if own else "", language), Style.TITLE, path.as_posix())
    said = list(own_lines(filing, language))
    yield from said
    if not previewed.effects and not said:
        yield Line(0, "Ninguna respuesta cambia." if language == "es" else "No answer changes.", Style.NOTE)
    for effect in previewed.effects:
        names = known.names[effect.organization]
        yield Line(0, _heading(effect, filing, language), Style.TITLE, _doubt(effect, language))
        yield from change_lines(effect.changes, names, other_act, language, indent=1, full=full)


def _heading(effect: Effect, filing: Filing, language: Language) -> str:
    """Return from when, and where in another organization than the file's own."""
    day = day_text(effect.day, language)
    elsewhere = "" if effect.organization == filing.organization else f" ({effect.organization})"
    return f"Desde el {day}{elsewhere}:" if language == "es" else f"From {day}{elsewhere}:"


def _doubt(effect: Effect, language: Language) -> str:
    if effect.certain:
        return ""
    return "fecha no segura" if language == "es" else "date not certain"


def _outcome_plain(path: Path, outcome: Outcome, known: _Known) -> dict[str, Any]:
    return {
        "file": path.as_posix(),
        "entry": outcome.entry,
        "new": outcome.new,
        "effects": [
            {
                "organization": effect.organization,
                "day": effect.day.isoformat(),
                "certain": effect.certain,
                "changes": [things.change(change, known.view(change)) for change in effect.changes],
            }
            for effect in outcome.effects
        ],
    }
