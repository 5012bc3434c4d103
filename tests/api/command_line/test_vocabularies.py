"""`vocabularies`, and what the vocabularies make `check`, `enact` and `read` tell; also with an operator's folder."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.api.command_line.conftest import SEEDS, held, organica
from tests.support.instance import instance
from tests.support.vocabulary_page import PAGE, files_of_the_page, write_files_of_the_page

FOUNDED = """\
organica: resolution/1
organization: {body}
source: {{kind: {kind}, number: "7", in_force_from: "2020-03-01"}}
coverage: {{complete_under: [{body}]}}
acts:
  - establish: {{organization: {body}, name: Concejo Ficticio, time_zone: America/Santiago}}
  - create:
      unit: pagos
      parent: none
      kind: {rank}
      name: Pagos
      posts: [{{heads: true, holder: Ana Ficticia, capacity: {capacity}}}]
"""


def founded(folder: Path, **said: str) -> Path:
    """Write a file that founds a body, and return it."""
    path = folder / "fundacion.yaml"
    path.write_text(FOUNDED.format(**said), encoding="utf-8")
    return path


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with the files that docs/vocabularies.md shows."""
    return write_files_of_the_page(tmp_path / "mine")


def test_the_terms_of_a_country_are_listed_with_those_that_nobody_verified() -> None:
    ran = organica("vocabularies", "--country", "bo", "--scheme", "unit_classes")
    assert ran.out.splitlines() == [
        "Clases de unidad  [unit_classes]",
        "  Unidades administrativas  [unidades_administrativas; bo; sin verificar]",
        "  Unidades de asesoramiento  [unidades_de_asesoramiento; bo; sin verificar]",
        "  Unidades desconcentradas  [unidades_desconcentradas; bo; sin verificar]",
        "  Unidades sustantivas  [unidades_sustantivas; bo; sin verificar]",
        "Términos: 4. Sin verificar: 4.",
    ]
    english = organica("--lang", "en", "vocabularies", "--country", "BR", "--scheme", "source_kinds").out
    assert "  Provisional measure (Medida provisória)  [medida_provisoria; br]\n" in english
    assert "  Web page  [pagina_web; common; attestation]\n" in english
    plain = json.loads(
        organica("vocabularies", "--country", "bo", "--scheme", "relation_kinds", "--json").out
    )
    assert [each["code"] for each in plain["concepts"]] == ["abrogar", "derogar"]


def test_an_unknown_scheme_is_wrong_usage() -> None:
    assert organica("vocabularies", "--scheme", "rangos").code == 2


def test_check_gives_notices_and_refuses_nothing(empty: str, tmp_path: Path) -> None:
    file = founded(
        tmp_path, body="cl.concejo-ficticio", kind="pagina_web", rank="Departameto", capacity="de facto"
    )
    ran = organica("check", file, url=empty)
    assert ran.code == 0, ran.err
    told = ran.out.splitlines()
    assert "sin errores" in told[0]
    assert told[1:] == [
        "  Aviso: «pagina_web» solo deja constancia y el archivo lo promulga: ¿falta «kind: attestation»?",
        "  Aviso: «Departameto» no está en el vocabulario de cl (tipos de unidad). "
        "¿Quiso decir «Departamento»?  [acto 2]",
        "  Aviso: «de facto» no está en el vocabulario de cl (calidades).  [acto 2]",
    ]
    [plain] = json.loads(organica("check", file, "--json", url=empty).out)["files"]
    assert [(each["code"], each["suggestion"]) for each in plain["notices"]] == [
        ("attestation_enacted", None),
        ("unknown_term", "Departamento"),
        ("unknown_term", None),
    ]


def test_what_no_vocabulary_knows_is_enacted_as_it_stands_after_a_notice(empty: str, tmp_path: Path) -> None:
    file = founded(
        tmp_path, body="cl.concejo-ficticio", kind="resolucion_exenta", rank="Negociado", capacity="titular"
    )
    ran = organica("--lang", "en", "enact", file, "--yes", url=empty)
    assert ran.code == 0, ran.err
    assert "  Notice: “Negociado” is not in the vocabulary of cl (kinds of unit).  [act 2]\n" in ran.out
    assert (
        '"kind": "Negociado"'
        in organica("structure", "cl.concejo-ficticio", "--as-of", "2021-01-01", "--json", url=empty).out
    )


def test_the_seed_of_chilecompra_gives_no_notice(empty: str) -> None:
    files = sorted((SEEDS / "cl.chilecompra" / "resolutions").glob("000[12]*.yaml"))
    ran = organica("check", *files, url=empty)
    assert ran.code == 0, ran.err
    assert "Aviso" not in ran.out


def test_read_doubts_a_rank_that_no_country_knows(tmp_path: Path) -> None:
    page = tmp_path / "pagina.txt"
    page.write_text(
        "Prosecretaría de Compras\nObjetivo: Comprar bien.\nFunciones:\na) Comprar.\nb) Pagar.\n",
        encoding="utf-8",
    )
    told = organica("read", page, "--doubts").out
    assert "ningún vocabulario conoce «Prosecretaría»; el término más parecido: Secretaría." in told
    assert "Duda: term_unknown" in told


def test_a_folder_adds_a_country_that_check_and_the_program_know(
    empty: str, tmp_path: Path, mine: Path
) -> None:
    file = founded(tmp_path, body="zz.concejo-ficticio", kind="bando", rank="Negociado", capacity="tenienta")
    unknown = organica("check", file, url=empty)
    assert "Aviso: No hay vocabulario de zz: sus términos no se revisan." in unknown.out
    ran = organica("check", file, url=empty, ORGANICA_VOCABULARIES=str(mine))
    assert ran.code == 0, ran.err
    assert "Aviso" not in ran.out
    listed = organica(
        "vocabularies", "--country", "zz", "--scheme", "unit_kinds", ORGANICA_VOCABULARIES=str(mine)
    )
    assert "  Negociado (Bulegoa)  [negociado; zz; sin verificar]\n" in listed.out


def test_the_served_register_knows_the_country_of_a_folder(empty: str, mine: Path) -> None:
    with instance(empty, ORGANICA_VOCABULARIES=str(mine)) as served:
        with urlopen(f"{served.address}/v1/vocabularies/source_kinds?country=zz") as answer:
            concepts = json.load(answer)["concepts"]
        query = "%7Bvocabularies(country:%22zz%22,scheme:CAPACITIES)%7Bcode%7D%7D"
        with urlopen(f"{served.address}/graphql?query={query}") as answer:
            capacities = json.load(answer)["data"]["vocabularies"]
    assert {"bando", "pregon", "pagina_web"} <= {each["code"] for each in concepts}
    assert {"code": "teniente"} in capacities


@pytest.mark.parametrize(
    "command",
    [
        ("serve",),
        ("vocabularies",),
        ("check", "seeds/cl.chilecompra/resolutions/0001-resolucion-exenta-35b-2024.yaml"),
    ],
)
def test_a_wrong_file_stops_the_start_with_place_and_remedy(
    empty: str, mine: Path, command: tuple[str, ...]
) -> None:
    wrong = mine / "zz.yaml"
    page = files_of_the_page()["zz"]
    teniente = "also: [tenienta, lugarteniente], verified: false"
    assert teniente in page
    wrong.write_text(page.replace(teniente, "verified: true"), encoding="utf-8")
    before = held(empty)
    ran = organica(*command, url=empty, ORGANICA_VOCABULARIES=str(mine), PORT="0")
    assert (ran.code, ran.out) == (2, "")
    line = next(n for n, text in enumerate(page.splitlines(), start=1) if "teniente" in text)
    assert ran.err.startswith(f"error[verified_without_source]: {wrong.as_posix()}:{line}:")
    assert "Remedio: Indique en `source` la norma" in ran.err
    assert held(empty) == before


def test_the_page_shows_what_a_wrong_file_is_told(mine: Path) -> None:
    wrong = mine / "zz.yaml"
    text = wrong.read_text(encoding="utf-8").replace(
        "lugarteniente], verified: false", "lugarteniente], verified: true"
    )
    wrong.write_text(text, encoding="utf-8")
    command = ("vocabularies", "--country", "zz", "--scheme", "capacities")
    ran = organica(*command, cwd=mine.parent, ORGANICA_VOCABULARIES="mine")
    assert ran.code == 2
    assert ran.err in PAGE.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_stops_the_start(empty: str, tmp_path: Path) -> None:
    ran = organica("serve", url=empty, ORGANICA_VOCABULARIES=str(tmp_path / "none"), PORT="0")
    assert ran.code == 2
    assert ran.err.startswith("error[vocabulary_folder_missing]: ")
