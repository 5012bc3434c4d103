"""All seeds together: they load twice on both engines, verify, and hold nothing of persons but their posts."""

from __future__ import annotations

import re
from pathlib import Path

from api.commands.load import SEEDS, files_below, load_all
from db.store import Store
from organica.domain.filings import Supplement
from organica.domain.resolution import EntryKind, Resolution
from organica.register.verify import verify

DOCUMENTS = (
    "pe.perucompras",
    "pe.osce",
    "pe.mtpe",
    "py.mtess",
    "py.snpp",
    "int.oea",
    "int.un-desa",
    "bo.amb",
)


async def test_all_seeds_load_once_are_known_the_second_time_and_verify(store: Store) -> None:
    written = files_below(SEEDS)
    first = await load_all(store, written, lambda _done, _of: None)
    assert (first.new, first.known) == (len(written), 0)
    second = await load_all(store, written, lambda _done, _of: None)
    assert (second.new, second.known) == (0, len(written))
    verdict = await verify(store)
    assert (verdict.faults, verdict.entries) == ((), len(written))


def test_chilecompra_is_loaded_first_and_an_heir_before_who_it_succeeds() -> None:
    order = [filing.organization for _, filing in files_below(SEEDS)]
    chile = order.count("cl.chilecompra")
    assert order[:chile] == ["cl.chilecompra"] * chile
    assert order.index("pe.oece") < len(order) - 1 - order[::-1].index("pe.osce")


def test_each_folder_holds_the_files_of_its_own_organization() -> None:
    for path, filing in files_below(SEEDS):
        assert path.parts[-3] == filing.organization


def test_what_the_four_documents_say_is_attested() -> None:
    for path, filing in files_below(SEEDS):
        if filing.organization in DOCUMENTS and path.name.startswith("0001-"):
            assert isinstance(filing, Resolution)
            assert filing.kind is EntryKind.ATTESTATION
            assert filing.evidence is not None
            assert filing.evidence.file is None


def test_no_seed_names_an_address_a_telephone_or_a_code_of_access() -> None:
    for path in sorted(SEEDS.glob("*/resolutions/*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"[\w.]+@[\w.]+|\+\d{2}[ \d]{6,}|zoom\.us|passcode|código de acceso", text), path


def test_supplements_stand_after_the_file_of_their_source() -> None:
    known: set[tuple[str, str]] = set()
    for _, filing in files_below(SEEDS):
        if isinstance(filing, Resolution):
            known.add((filing.organization, filing.source.key))
        if isinstance(filing, Supplement):
            assert (filing.organization, filing.source) in known


def test_the_documents_themselves_are_not_in_the_project() -> None:
    kept = {path.name for path in Path(SEEDS).glob("*/sources/*")}
    assert kept == {"division-gestion-usuaria.txt", "division-gestion-usuaria.facts.yaml"}
