"""`organica load`: enact the files of a folder that the register does not hold yet.

Takes a folder with `<organization>/resolutions/*.yaml`; enacts each organization's files in the order of
their names, so that what adds to a source or mends it needs a later name. Where a file needs one of another
organization (`after`, a target, an heir), that one comes first. Repeating it changes nothing and costs
little: what is known is compared, not folded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from api.commands.asking import Json, language_of, run, settings
from api.commands.failing import WrongUsage
from api.commands.loading_order import Written, first_folders, in_order
from api.commands.opening import opened
from api.commands.paper import Progress, print_json, progress, say
from api.commands.resolutions import filing_in, located_in
from api.commands.speech import both
from organica.domain.errors import BadInput, Language, Says
from organica.register.enact import enact
from organica.register.held import held
from organica.register.ports import Appends

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
HELP = both(
    "Promulga los archivos de una carpeta que el registro aún no tiene.",
    "Enact the files of a folder that the register does not hold yet.",
)
EPILOG = both(
    """Ejemplo:
  organica load seeds

Cada organización, en el orden de los nombres: <carpeta>/<organización>/resolutions/*.yaml; antes,
las que nombre <carpeta>/order.yaml y los archivos de otras que cada uno necesite.
Repetirlo no cambia nada. Un archivo que falla detiene la carga sin dejar nada a medias.""",
    """Example:
  organica load seeds

Each organization in the order of names: <folder>/<organization>/resolutions/*.yaml; before them,
those that <folder>/order.yaml names, and the files of others that each one needs.
Repeating it changes nothing. A file that fails stops the load and leaves nothing half done.""",
)


class FolderMissing(BadInput):
    """The folder to load from does not exist."""

    code = "folder_missing"
    says = Says(es="No existe la carpeta {folder}.", en="There is no folder {folder}.")
    remedy = Says(
        es="Indique una carpeta con <organización>/resolutions/*.yaml.",
        en="Name a folder with <organization>/resolutions/*.yaml.",
    )


class NothingToLoad(BadInput):
    """The folder has no resolution file where `load` looks for them."""

    code = "nothing_to_load"
    says = Says(
        es="En {folder} no hay ningún archivo <organización>/resolutions/*.yaml.",
        en="There is no file <organization>/resolutions/*.yaml in {folder}.",
    )
    remedy = Says(
        es="Indique la carpeta que contiene las de las organizaciones, como «seeds»; para un solo archivo "
        "use «organica enact ARCHIVO».",
        en="Name the folder that holds those of the organizations, such as `seeds`; for a single file "
        "use `organica enact FILE`.",
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many files were enacted, and how many the register held already."""

    new: int
    known: int


def load(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar=both("[CARPETA]", "[FOLDER]"),
            help=both("Por defecto, los seeds del repositorio.", "By default, the checkout's seeds."),
        ),
    ] = SEEDS,
    as_json: Json = False,
) -> None:
    """Enact what is new below a folder."""
    language = language_of(context)
    with progress("Cargando", "Loading", language) as tell:
        loaded = run(_load(files_below(folder), tell))
    if as_json:
        print_json({"new": loaded.new, "known": loaded.known})
        return
    say(loaded_sentence(loaded, language))


def loaded_sentence(loaded: Loaded, language: Language) -> str:
    """Return what a load did, in one line."""
    if language == "es":
        return f"Archivos nuevos: {loaded.new}. Ya conocidos: {loaded.known}."
    return f"New files: {loaded.new}. Known already: {loaded.known}."


async def _load(written: Sequence[Written], tell: Progress) -> Loaded:
    async with opened(settings().database_url) as register:
        return await load_all(register, written, tell)


def files_below(folder: Path) -> list[Written]:
    """Return the filings below a folder in the order in which to enact them.

    All are read before the first is enacted. Raises: WrongUsage, FileRefused, FilesNeedEachOther.
    """
    if not folder.is_dir():
        raise WrongUsage(FolderMissing(folder=folder.as_posix()))
    found = list(folder.glob("*/resolutions/*.yaml"))
    if not found:
        raise WrongUsage(NothingToLoad(folder=folder.as_posix()))
    first = first_folders(folder, [path.parts[-3] for path in found])
    places = {name: place for place, name in enumerate(first)}

    def place(path: Path) -> tuple[int, str, str]:
        return places.get(path.parts[-3], len(places)), path.parts[-3], path.name

    return in_order([(path, filing_in(path)) for path in sorted(found, key=place)])


async def load_all(register: Appends, written: Sequence[Written], tell: Progress) -> Loaded:
    """Enact every filing that the register does not hold. Raises: Refused, with file and line."""
    known = await held(register, [filing for _, filing in written])
    new = 0
    for done, ((path, filing), already) in enumerate(zip(written, known, strict=True), start=1):
        if already is None or not already.same:
            with located_in(path):
                outcome = await enact(register, filing)
            new += outcome.new
        tell(done, len(written))
    return Loaded(new=new, known=len(written) - new)
