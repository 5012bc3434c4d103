"""GraphQL shows an entry into force with the rule that the source prints and the calendar that was used."""

from __future__ import annotations

from db.store import Store
from organica.files.reading import read_text
from organica.register.consult import Consult
from organica.register.enact import enact
from tests.schema.test_execute import data

FILE = """
organica: resolution/1
organization: pe.alfa
source:
  kind: decreto_supremo
  number: "9"
  year: 2025
  published_on: 2025-04-14
  notified_on: 2025-04
  in_force_from: {rule: {days: 3, after: published_on, printed: a los tres días calendario}}
coverage: {complete_under: [pe.alfa]}
acts:
  - state: {organization: pe.alfa, name: Alfa, time_zone: America/Lima}
  - create: {unit: u, parent: none, kind: Unidad, name: Unidad}
  - create:
      unit: v
      parent: none
      kind: Unidad
      name: Otra Unidad
      in_force_from: {rule: {days: 5, working: true, after: published_on}}
"""
RULE = "value basis rule { after days working monthAfter printed calendar }"


async def test_a_date_comes_with_its_rule_in_the_source_and_in_what_rests_on_it(store: Store) -> None:
    await enact(store, read_text(FILE, "alfa.yaml"))
    query = f"""{{ organization(code: "pe.alfa") {{
      legalSources {{ edges {{ node {{ source {{ notifiedOn {{ value rule {{ days }} }} inForceFrom {{ {RULE} }} }} }} }} }}
      structure(asOf: "2025-05-01") {{ roots {{ code inForceFrom {{ {RULE} }} }} }}
    }} }}"""
    found = (await data(Consult(store), query))["organization"]
    source = found["legalSources"]["edges"][0]["node"]["source"]
    by_calendar_days = {
        "value": "2025-04-17",
        "basis": "COMPUTED",
        "rule": {
            "after": "PUBLISHED_ON",
            "days": 3,
            "working": False,
            "monthAfter": None,
            "printed": "a los tres días calendario",
            "calendar": None,
        },
    }
    assert source == {"notifiedOn": {"value": "2025-04", "rule": None}, "inForceFrom": by_calendar_days}
    dates = {root["code"]: root["inForceFrom"] for root in found["structure"]["roots"]}
    assert dates["u"] == by_calendar_days
    assert dates["v"]["value"] == "2025-04-23"
    assert dates["v"]["rule"]["calendar"].endswith(", PE")
