"""`organica plan`: from a text, or its corrected outline, to resolution files that a person checks.

Takes a document and the facts that it does not print; compares it with what is in force on its day, and
writes files into a folder. It reads the register and enacts nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from api.commands.asking import Json, day_asked, language_of, run, settings
from api.commands.documents import outline_in
from api.commands.failing import WrongUsage
from api.commands.opening import opened
from api.commands.paper import print_json, say
from api.commands.proposal_lines import plain_proposal, remark, scope_sentence, summary_lines
from api.commands.speech import both
from api.commands.writing_files import write_all
from organica.domain.errors import Language, Refused
from organica.domain.outline import Outline
from organica.domain.resolution import Resolution
from organica.files import read_plain
from organica.files.errors import FileUnreadable
from organica.files.filing_schema import contract_of, schema_of
from organica.files.proposal_file import Remark, write_proposal
from organica.plan import (
    Mode,
    ModeReason,
    PageFacts,
    PlanRefused,
    Proposal,
    Scope,
    comparison_day,
    propose,
    read_facts,
    with_source,
)
from organica.plan.errors import MissingFact, ScopeNotInForce, StartUnknown
from organica.register.refusals import DatabaseNotMigrated
from organica.register.standing import Standing, standing
from organica.render.days import day_text

HELP = both(
    "Propone los archivos de resolución de un texto: los actos que llevan de lo vigente a lo que el texto "
    "dice, para que una persona los revise.",
    "Propose the resolution files of a text: the acts that lead from what is in force to what the text says, "
    "for a person to check.",
)
EPILOG = both(
    """Ejemplo:
  organica facts pagina.txt > pagina.facts.yaml
  organica plan pagina.txt --facts pagina.facts.yaml --out propuesta

En vez del texto se puede dar lo que imprime «organica read --json», ya corregido, o lo mismo en YAML.
Compara con lo vigente el día del texto. Lo dudoso queda marcado con «undecided»: mientras alguien no decida,
«organica check» y «organica enact» no admiten el archivo. El registro no cambia.""",
    """Example:
  organica facts page.txt > page.facts.yaml
  organica plan page.txt --facts page.facts.yaml --out proposal

In place of the text, what `organica read --json` prints may be given, corrected, or the same in YAML.
It compares with what is in force on the day of the text. What is uncertain is marked `undecided`: until
somebody decides, `organica check` and `organica enact` refuse the file. The register does not change.""",
)
# Beside each proposed file, so that an editor finds it wherever the folder goes, and offline.
SCHEMA_FILE = "resolution-1.schema.json"


@dataclass(frozen=True, slots=True)
class _Compared:
    """A proposal, and what it was compared with on which day."""

    proposal: Proposal
    standing: Standing
    day: date

    @property
    def source(self) -> str:
        """Return the key of the text's own source."""
        return self.proposal.resolution.source.key

    @property
    def attested_before(self) -> int | None:
        """Return the entry that holds the attestation of heads already; None where there is none."""
        attested = self.proposal.attestation
        return None if attested is None else self.standing.sources.get(attested.source.key)

    def resolutions(self) -> Iterator[tuple[Resolution, bool]]:
        """Yield what is to be written, and whether its acts are those that were planned one by one.

        What the register holds of a source is never replaced, so nothing more is proposed of that.
        """
        if self.source in self.standing.sources:
            return
        if self.proposal.resolution.acts:
            yield self.proposal.resolution, True
        if self.proposal.attestation is not None and self.attested_before is None:
            yield self.proposal.attestation, False


def plan(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar=both("DOCUMENTO", "DOCUMENT"),
            help=both("El texto, o su esquema corregido.", "The text, or its corrected outline."),
        ),
    ],
    facts: Annotated[
        Path,
        typer.Option(
            "--facts",
            metavar=both("DATOS.yaml", "FACTS.yaml"),
            help=both("Lo que el texto no imprime.", "What the text does not print."),
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar=both("CARPETA", "FOLDER"),
            help=both("Dónde escribir la propuesta.", "Where to write the proposal."),
        ),
    ],
    full: Annotated[
        bool | None,
        typer.Option(
            "--full/--partial",
            help=both(
                "El texto enuncia el todo, y lo que no nombra termina; o solo una parte. Por defecto, lo que "
                "digan los datos o, si no, lo prudente.",
                "The text states the whole, and what it does not name ends; or only a part. By default what "
                "the facts say, else the cautious one.",
            ),
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar=both("FECHA", "DAY"),
            help=both(
                "Con qué día se compara; por defecto, desde cuándo rige el texto.",
                "With which day to compare; by default since when the text is in force.",
            ),
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help=both("Sobrescribe.", "Overwrite what is there."))
    ] = False,
    as_json: Json = False,
) -> None:
    """Write the resolution files that a text proposes."""
    language = language_of(context)
    day = day_asked(as_of)
    outline, known = outline_in(file), _facts_in(facts, full)
    try:
        compared = run(_compared(outline, known, day))
    except PlanRefused as refusal:
        about_facts = isinstance(refusal, MissingFact | StartUnknown | ScopeNotInForce)
        refusal.located(file=(facts if about_facts else file).as_posix())
        raise
    written = {
        out / _name(resolution): _written(resolution, compared, file, language, planned=planned)
        for resolution, planned in compared.resolutions()
    }
    if written:
        schema = out / SCHEMA_FILE
        renewed = [schema] if _is_ours(schema) else []
        write_all({**written, schema: contract_of("resolution")}, force=force, renewed=renewed)
    if as_json:
        print_json(_plain(compared, list(written)))
        return
    for line in _told(compared, list(written), language):
        say(line)


def _facts_in(path: Path, full: bool | None) -> PageFacts:
    """Return the facts; what the command says of the scope goes before what they say."""
    try:
        facts = read_facts(read_plain(path))
    except FileUnreadable as refusal:
        raise WrongUsage(refusal) from refusal
    except Refused as refusal:
        refusal.located(file=path.as_posix())
        raise
    if full is None:
        return facts
    under = facts.scope.under if full and facts.scope else None
    return replace(facts, scope=Scope(Mode.FULL if full else Mode.PARTIAL, ModeReason.GIVEN, under))


async def _compared(outline: Outline, facts: PageFacts, asked: date | None) -> _Compared:
    outline = with_source(outline, facts.source)
    day = asked or comparison_day(outline, facts)
    found = await _standing(facts.organization, day)
    return _Compared(
        propose(outline, found.structure, facts, taken=found.taken, known=found.sources), found, day
    )


async def _standing(organization: str, day: date) -> Standing:
    """Return what is in force; nothing where the register has not even been made."""
    try:
        async with opened(settings().database_url) as register, register.reading() as reads:
            return await standing(reads, organization, day)
    except DatabaseNotMigrated as refusal:
        if refusal.facts.get("found") is not None:
            raise
        return Standing()


def _written(
    resolution: Resolution, compared: _Compared, file: Path, language: Language, *, planned: bool
) -> str:
    remarks: Sequence[Remark] = [Remark()] * len(resolution.acts)
    if planned:
        remarks = [remark(each, language) for each in compared.proposal.acts]
    heading = _heading(compared, file, language)
    return write_proposal(resolution, remarks, heading, SCHEMA_FILE)


def _heading(compared: _Compared, file: Path, language: Language) -> Iterator[str]:
    day, scope = day_text(compared.day, language), scope_sentence(compared.proposal.scope, language)
    if language == "es":
        yield f"Propuesto según {file.name}, comparado con lo vigente el {day}. {scope}"
        yield "Revise cada acto: «organica check» dice si el registro lo admite; «organica enact» qué cambia."
    else:
        yield f"Proposed from {file.name}, compared with what is in force on {day}. {scope}"
        yield "Check every act: `organica check` tells if it can be enacted, `organica enact` what changes."


def _told(compared: _Compared, written: list[Path], language: Language) -> Iterator[str]:
    spanish, day = language == "es", day_text(compared.day, language)
    known, acts = compared.standing.sources.get(compared.source), compared.proposal.acts
    if known is not None:
        es = f"La fuente {compared.source} ya está en el registro (asiento {known}): nada que proponer."
        en = f"The register holds the source {compared.source} already (entry {known}): nothing to propose."
        yield es if spanish else en
    elif not acts:
        es = f"El texto no cambia nada de lo vigente el {day}."
        en = f"The text changes nothing of what is in force on {day}."
        yield es if spanish else en
    else:
        yield scope_sentence(compared.proposal.scope, language)
        yield from summary_lines(compared.proposal, language)
    if known is None and compared.proposal.attestation is not None and compared.attested_before is not None:
        key, entry = compared.proposal.attestation.source.key, compared.attested_before
        es = f"La constancia de jefaturas {key} ya está en el registro (asiento {entry}): no se escribe."
        en = f"The register holds the attestation of heads {key} already (entry {entry}): it is not written."
        yield es if spanish else en
    if not written:
        yield "No se escribió ningún archivo." if spanish else "No file was written."
        return
    yield from (path.as_posix() for path in written)
    count = len(compared.proposal.doubts)
    es = f"Dudas del lector: {count}. Revise los archivos antes de promulgarlos."
    en = f"The reader's doubts: {count}. Check the files before enacting them."
    yield es if spanish else en


def _plain(compared: _Compared, written: list[Path]) -> dict[str, Any]:
    known = compared.standing.sources.get(compared.source)
    told = {
        "source": compared.source,
        "entry": known,
        "compared_with": compared.day.isoformat(),
        "files": [path.as_posix() for path in written],
    }
    return told if known is not None else {**told, **plain_proposal(compared.proposal)}


def _is_ours(path: Path) -> bool:
    """Tell whether a file is the schema of resolution files, of this version or of another one."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(known, dict) and known.get("title") == schema_of("resolution")["title"]


def _name(resolution: Resolution) -> str:
    """Return a file's name: the end of its source's key, so that names sort by year."""
    _, _, kind, year, name = resolution.source.key.split("/", 4)
    return f"{year}-{kind}-{name}.yaml".lower()
