"""A unit and an appointment lead to the term of their country; what no vocabulary has leads nowhere."""

from __future__ import annotations

from db.store import Store
from organica.domain.vocabulary.concepts import Concept, Scheme
from organica.domain.vocabulary.lookup import Vocabularies
from organica.files import read_text
from organica.register.consult import Consult
from organica.register.enact import enact
from schema.execute import execute

FILE = """\
organica: resolution/1
organization: pe.central-ficticia
source: {kind: resolucion_jefatural, number: "7", in_force_from: "2020-03-01"}
coverage: {complete_under: [pe.central-ficticia]}
acts:
  - establish: {organization: pe.central-ficticia, name: Central Ficticia, time_zone: America/Lima}
  - create:
      unit: compras
      parent: none
      kind: OFICINA
      name: Oficina de Compras
      posts:
        - {heads: true, holder: Ana Ficticia, capacity: Encargatura}
        - {name: Especialista, holder: Luz Ficticia, capacity: a cargo}
        - {name: Asistente, holder: Eva Ficticia, capacity: de facto}
        - {name: Auxiliar, holder: Sol Ficticia}
  - create: {unit: pagos, parent: compras, kind: Negociado, name: Pagos}
"""
QUERY = """{ organization(code: "pe.central-ficticia") { structure(asOf: "2021-01-01") {
  units { edges { node {
    kindConcept { code country } legalBasis { source { kindConcept { code country verified } } }
    posts { appointments { capacityConcept { code country } } }
  } } }
} } }"""


async def units(store: Store, vocabularies: Vocabularies | None = None) -> list[dict[str, object]]:
    answer = await execute(QUERY, Consult(store, vocabularies=vocabularies))
    assert answer.data is not None
    assert not answer.faults
    edges = answer.data["organization"]["structure"]["units"]["edges"]
    return [edge["node"] for edge in edges]


async def test_what_is_printed_leads_to_its_term_or_to_null(store: Store) -> None:
    await enact(store, read_text(FILE, "file"))
    compras, pagos = await units(store)
    assert compras["kindConcept"] == {"code": "oficina", "country": "pe"}
    assert pagos["kindConcept"] is None
    [basis] = compras["legalBasis"]  # type: ignore[misc]
    assert basis["source"]["kindConcept"] == {  # type: ignore[has-type]
        "code": "resolucion_jefatural",
        "country": "pe",
        "verified": False,
    }
    capacities = [each["capacityConcept"] for post in compras["posts"] for each in post["appointments"]]  # type: ignore[attr-defined]
    assert capacities == [
        {"code": "encargo", "country": "pe"},
        {"code": "encargado", "country": None},
        None,
        None,
    ]


async def test_a_process_answers_with_the_vocabularies_that_it_was_given(store: Store) -> None:
    await enact(store, read_text(FILE, "file"))
    own = Vocabularies([Concept(Scheme.UNIT_KINDS, "negociado", "Negociado", "Bureau", "pe")])
    compras, pagos = await units(store, own)
    assert compras["kindConcept"] is None
    assert pagos["kindConcept"] == {"code": "negociado", "country": "pe"}
