"""A decree that amends letters, as printed: read, planned and taken by the register."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.source import Provision
from organica.importer import read_text
from organica.plan import Mode, ModeReason
from tests.support.plan.texts import (
    a_body,
    a_plan,
    a_text,
    acts_of,
    structure_of,
    the_text_of_the_body,
)

DECREE = """DECRETO 100 DE 2025

MODIFICA REGLAMENTO ORGÁNICO DEL SERVICIO FICTICIO

Santiago, 31 de diciembre de 2025.

DECRETO:

Artículo 1.- Modifícase el decreto N° 99, de 2025, en el sentido que se indica:

1) Sustitúyese la letra b) del artículo 7 por la siguiente:

"b) Publicar las licitaciones y responder las consultas;"

2) Agrégase, a continuación de la letra d) del artículo 7, la siguiente letra e):

"e) Rendir cuenta anual de las compras."

3) Reemplázase en el artículo 8, letra a), la expresión "funcionarios" por "servidores".

4) Elimínase la letra c) del artículo 9.
"""


def test_each_order_is_one_act_and_rests_on_its_number() -> None:
    units = the_text_of_the_body()
    for place, article in ((1, "7"), (2, "8"), (3, "9")):
        units[place] = replace(units[place], provision=f"Artículo {article}")
    book = a_body()
    a_plan(book, a_text(*units))
    proposal = a_plan(book, read_text(DECREE), None)
    assert (proposal.mode, proposal.scope.because) == (Mode.PARTIAL, ModeReason.AMENDMENTS)
    assert acts_of(proposal) == [
        "remove function archivo/c",
        "assign function e",
        "amend function compras/b",
        "amend function personas/a",
    ]
    assert proposal.acts[0].act.provision == Provision(
        article="1", paragraph="4", printed="Artículo 1, número 4"
    )
    assert proposal.doubts == ()
    after = structure_of(book)
    assert after.functions["personas.1"].text == "Llevar la hoja de vida de los servidores"
    assert [each.label for each in after.functions_by_unit["compras"]] == list("abcde")
