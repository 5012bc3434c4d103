"""The shapes of programmes in acts: who runs them, channels, bodies that take part, figures and their days.

Each shape says once which key is which field; reading and writing follow. Called by `act_table`.
"""

from __future__ import annotations

from organica.domain.acts import (
    THE_ORGANIZATION,
    UNKNOWN_RUNNER,
    Channel,
    Financing,
    IndicatorItem,
    Party,
    Period,
    ProgrammeType,
    Runner,
    run_by,
)
from organica.files.forms import (
    ADDRESS,
    CURRENCY,
    DAY,
    DECIMAL,
    INDICATOR,
    ORGANIZATION,
    PHRASE,
    SOURCE_KEY,
    TEXT,
    UNIT,
    Context,
    Form,
    choice,
    listing,
)
from organica.files.node import Node, Plain
from organica.files.record import Key, Record
from organica.files.shapes import FUNCTION_REF, LEGAL_DATE


def _read_runner(node: Node, context: Context) -> Runner:
    match node.value:
        case "unknown":
            return UNKNOWN_RUNNER
        case "none":
            return THE_ORGANIZATION
        case _:
            return run_by(UNIT.read(node, context))


def _write_runner(value: Runner, _context: Context) -> Plain:
    if value.unit is not None:
        return value.unit
    return "none" if value == THE_ORGANIZATION else "unknown"


RUNNER: Form[Runner] = Form(_read_runner, _write_runner, UNIT.shape)
CHANNEL = Record(Channel, (Key("name", PHRASE), Key("url", ADDRESS)))
PARTY = Record(Party, (Key("name", PHRASE), Key("organization", ORGANIZATION), Key("role", PHRASE)))
FINANCING = Record(
    Financing,
    (
        Key("name", PHRASE),
        Key("organization", ORGANIZATION),
        Key("amount", DECIMAL),
        Key("currency", CURRENCY),
        Key("note", PHRASE),
    ),
)
PERIOD = Record(Period, (Key("on", LEGAL_DATE), Key("from", DAY, "start"), Key("until", DAY, "end")))
INDICATOR_ITEM = Record(
    IndicatorItem,
    (
        Key("name", PHRASE),
        Key("value", DECIMAL),
        Key("unit", PHRASE),
        Key("period", PERIOD.form),
        Key("note", TEXT),
        Key("bound", INDICATOR, ledger=True),
    ),
)
OF_PROGRAMMES = (
    Key("type", choice(ProgrammeType)),
    Key("kind", PHRASE),
    Key("name", PHRASE),
    Key("acronym", PHRASE),
    Key("objective", TEXT),
    Key("unit", RUNNER, "runner"),
)
LISTS_OF_PROGRAMMES = (
    Key("functions", listing(FUNCTION_REF)),
    Key("audience", listing(PHRASE)),
    Key("channels", listing(CHANNEL.form)),
    Key("partners", listing(PARTY.form)),
    Key("financing", listing(FINANCING.form)),
    Key("rests_on", listing(SOURCE_KEY)),
)
INDICATORS = Key("indicators", listing(INDICATOR_ITEM.form))
