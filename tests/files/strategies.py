"""Random resolutions that a file can say, for the tests that write and read them back."""

from __future__ import annotations

import re
import string
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from organica.domain import acts
from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    Act,
    FunctionItem,
    FunctionRef,
    Holder,
    PlainAct,
    PostItem,
    PostRef,
    UnitClass,
    under,
)
from organica.domain.dates import DateBasis, LegalDate
from organica.domain.entry_rule import Anchor, EntryRule
from organica.domain.resolution import CoverageClaim, DoubtNote, EntryKind, Resolution
from organica.domain.source import Evidence, LegalSource, Provision, Relation, RelationKind
from organica.text.personal_data import has_email_address, identity_number_in

# What is hard for YAML stands beside what is hard for Unicode.
AWKWARD = ": #-?&*!|>%@`'\"{}[],\\\n ~=<áéñÑü«»°§…—–·ºª\u00a0\u2009🏛"
WORDS = (
    "no",
    "NO",
    "010",
    "1.10",
    "null",
    "~",
    "2024",
    "2024-05-01",
    "true",
    "1e3",
    "0x1F",
    "12:30",
    "<<",
    "=",
)


def optional(values: SearchStrategy[object]) -> SearchStrategy[object]:
    return st.none() | values


def _allowed(text: str) -> bool:
    personal = has_email_address(text) or identity_number_in(text) is not None
    return bool(text.strip()) and unicodedata.is_normalized("NFC", text) and not personal


letters = st.characters(
    exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"],
    exclude_characters="\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))),
)
texts = (
    (
        st.sampled_from(WORDS)
        | st.text(st.sampled_from(AWKWARD + string.ascii_letters), min_size=1, max_size=220)
        | st.text(letters, min_size=1, max_size=30)
        | st.lists(
            st.sampled_from(("de", "la", "función", "- x", "# y", "z:", "\n", " ")), min_size=20, max_size=60
        ).map(" ".join)
    )
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(_allowed)
)
phrases = texts.filter(lambda text: text == text.strip() and len(text.splitlines()) == 1)
# Three of them make the key of a source, which has a bound.
short_phrases = phrases.map(lambda text: text[:15].strip())
names = phrases.filter(
    lambda name: "@" not in name and sum(c.isdigit() for c in name) < 5 and any(map(str.isalpha, name))
)

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True).filter(
    lambda s: s not in ("none", "unknown")
)
units = slugs
numbers = st.integers(1, 300)
function_codes = st.builds("{}.{}".format, slugs, numbers)
post_codes = st.builds("{}.p{}".format, slugs, numbers)
appointments = st.builds("{}.{}".format, post_codes, numbers)
organizations = st.builds("{}.{}".format, st.sampled_from(("cl", "pe", "int")), slugs)
kinds = st.from_regex(r"[a-z0-9]{1,6}(_[a-z0-9]{1,6}){0,2}", fullmatch=True)
days = st.dates(date(1800, 1, 1), date(2999, 12, 31))
legal_dates = st.builds(
    LegalDate,
    st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from((4, 7, 10))),
    st.sampled_from(DateBasis),
)
entry_rules = st.builds(
    EntryRule,
    after=st.sampled_from(Anchor),
    days=st.integers(1, 9_999),
    working=st.booleans(),
    printed=optional(phrases),
) | st.builds(
    EntryRule, after=st.sampled_from(Anchor), month_after=st.integers(1, 999), printed=optional(phrases)
)
entry_dates = (
    legal_dates
    | st.builds(LegalDate, st.just(""), st.just(DateBasis.COMPUTED), entry_rules)
    | st.builds(
        LegalDate,
        days.map(date.isoformat),
        st.sampled_from((DateBasis.COMPUTED, DateBasis.STATED)),
        entry_rules,
    )
)
lines = st.builds("{}-{}".format, numbers, numbers)
addresses = st.just("https://www.ejemplo.cl/página?a=b#c")
source_keys = st.just("cl/chilecompra/resolucion-exenta/2024/35-B")
parents = st.sampled_from((ROOT, UNKNOWN_PARENT)) | st.builds(under, units)
holders = st.builds(Holder, names)
provisions = st.builds(
    Provision,
    **{word: optional(phrases) for word in ("document", "article", "paragraph", "label", "printed")},
)

function_refs = st.builds(
    FunctionRef,
    at=st.builds("{}/{}".format, units, st.sampled_from(("a", "b/1", "específicas:ñ"))),
    code=optional(function_codes),
) | st.builds(FunctionRef, code=function_codes)
post_refs = st.builds(
    PostRef,
    at=st.builds("{}/{}".format, units, st.sampled_from(("head", "Jefe/a de gabinete"))),
    code=optional(post_codes),
) | st.builds(PostRef, code=post_codes)


def items(children: SearchStrategy[tuple[FunctionItem, ...]]) -> SearchStrategy[FunctionItem]:
    return st.builds(
        FunctionItem,
        text=texts,
        label=optional(phrases),
        list=optional(phrases),
        code=optional(function_codes),
        misprint=st.booleans(),
        children=children,
    )


def tuples_of(values: SearchStrategy[object], most: int = 3) -> SearchStrategy[object]:
    return st.lists(values, max_size=most).map(tuple)


function_items = items(tuples_of(items(st.just(()))))  # type: ignore[arg-type]
post_items = st.builds(
    PostItem,
    name=optional(phrases),
    heads=st.booleans(),
    holder=optional(holders),
    capacity=optional(phrases),
    employment=optional(phrases),
    code=optional(post_codes),
    appointment=optional(appointments),
) | st.builds(PostItem, name=optional(phrases), heads=st.booleans(), vacant=st.just(True))
new_units = st.builds(
    acts.NewUnit,
    unit=units,
    parent=parents,
    kind=phrases,
    name=phrases,
    unit_class=optional(st.sampled_from(UnitClass)),
    acronym=optional(phrases),
    objective=optional(texts),
)
shares = st.builds(acts.Share, unit=units, functions=tuples_of(function_refs)) | st.builds(
    acts.Share, create=new_units, functions=tuples_of(function_refs)
)
carried = st.builds(acts.Carried, unit=units, code=units)
targets = source_keys | st.builds(
    "{}#{}".format, source_keys, st.sampled_from(("2", "denominacion", "art:5°", "art:3 bis"))
)
decimals = st.sampled_from(("0", "57", "-3.5", "4504702937.47"))
periods = st.builds(acts.Period, on=legal_dates) | st.builds(
    lambda day, length: acts.Period(start=day, end=day + timedelta(length)),
    st.dates(date(1800, 1, 1), date(2998, 12, 31)),
    st.integers(1, 300),
)
indicators = st.builds(
    acts.IndicatorItem,
    name=phrases,
    value=decimals,
    period=periods,
    unit=optional(phrases),
    note=optional(texts),
)
channels = st.builds(acts.Channel, phrases, optional(addresses))
parties = st.builds(acts.Party, phrases, optional(organizations), optional(phrases))
financing = st.builds(
    acts.Financing,
    name=phrases,
    organization=optional(organizations),
    amount=optional(decimals),
    currency=optional(st.sampled_from(("PEN", "USD"))),
    note=optional(phrases),
)
PROGRAMME: dict[str, SearchStrategy[object]] = {
    "type": st.sampled_from(acts.ProgrammeType),
    "runner": st.sampled_from((acts.THE_ORGANIZATION, acts.UNKNOWN_RUNNER)) | st.builds(acts.run_by, units),
    "functions": tuples_of(function_refs),
    "audience": tuples_of(phrases),
    "channels": tuples_of(channels),
    "partners": tuples_of(parties),
    "financing": tuples_of(financing),
    "rests_on": tuples_of(source_keys),
    "indicators": tuples_of(indicators),
}
FIELDS: dict[str, SearchStrategy[object]] = {
    "unit": units,
    "programme": units,
    "indicator": indicators,
    "to": units,
    "body": organizations,
    "attached_to": organizations,
    "substitutes": tuples_of(post_refs),
    "parent": parents,
    "kind": phrases,
    "unit_class": st.sampled_from(UnitClass),
    "name": phrases,
    "acronym": phrases,
    "time_zone": st.sampled_from(("America/Santiago", "America/Argentina/Buenos_Aires", "UTC")),
    "objective": texts,
    "text": texts,
    "label": phrases,
    "list": phrases,
    "functions": tuples_of(function_items),
    "posts": tuples_of(post_items),
    "with_functions": st.booleans(),
    "post": post_refs,
    "holder": holders,
    "capacity": phrases,
    "employment": phrases,
    "appointment": appointments,
    "function": function_refs,
    "provision": provisions,
    "in_force_from": entry_dates,
    "target": targets,
}
OWN: dict[type[Act], dict[str, SearchStrategy[object]]] = {
    acts.AssignFunction: {"function": function_items, "parent": function_refs},
    acts.CreatePost: {"post": post_items},
    acts.AttachOrganization: {"to": st.none() | organizations},
    acts.Appoint: {"in_force_until": legal_dates},
    acts.SplitUnit: {"into": tuples_of(shares), "remains": st.booleans()},
    acts.StateProgramme: PROGRAMME,
    acts.StartProgramme: PROGRAMME,
    acts.AmendProgramme: PROGRAMME,
    acts.Succeed: {"heir": organizations, "units": tuples_of(carried)},
}


carry_overs = st.builds(
    acts.CarryOver,
    name=phrases.filter(lambda name: bool(re.search("[a-z0-9]", name))),
    provision=st.none() | provisions,
    in_force_from=st.none() | entry_dates,
    unit=units,
).flatmap(
    lambda act: st.just(act) | organizations.map(lambda body: replace(act, unit=None, organization=body))
)


merges = st.builds(
    acts.MergeUnits,
    units=tuples_of(units),
    provision=st.none() | provisions,
    in_force_from=st.none() | entry_dates,
    create=new_units,
).flatmap(lambda act: st.just(act) | units.map(lambda heir: replace(act, create=None, into=heir)))


def an_act(cls: type[Act]) -> SearchStrategy[Act]:
    """Draw every field; those that may be left out sometimes are."""
    if cls is acts.CarryOver:
        return carry_overs
    if cls is acts.MergeUnits:
        return merges
    return _drawn(cls)


@st.composite
def plain_acts(draw: st.DrawFn) -> Act:
    return draw(an_act(draw(st.sampled_from(get_args(PlainAct)))))


def _drawn(cls: type[Act]) -> SearchStrategy[Act]:
    fields = {**FIELDS, **OWN.get(cls, {})}
    if cls is acts.Rectify:
        fields["to"] = plain_acts()
    drawn = {}
    for name, field in cls.__dataclass_fields__.items():
        if name in fields:
            required = field.default is not None and field.default not in ((), False)
            drawn[name] = fields[name] if required else st.just(field.default) | fields[name]
    return st.builds(cls, **drawn)


def an_act_of(classes: tuple[type[Act], ...]) -> SearchStrategy[Act]:
    return st.one_of([an_act(cls) for cls in classes])


def acts_of_a_file(classes: tuple[type[Act], ...]) -> SearchStrategy[tuple[Act, ...]]:
    """One file states or creates a unit once."""

    def brought_in(act: Act) -> object:
        return act.unit if isinstance(act, acts.StateUnit | acts.CreateUnit) else object()

    return st.lists(an_act_of(classes), min_size=1, max_size=4, unique_by=brought_in).map(tuple)


evidences = st.builds(
    Evidence,
    file=optional(st.just("sources/página uno.txt")),
    url=optional(addresses),
    retrieved_on=optional(legal_dates),
    sha256=optional(st.just("0" * 63 + "1") | st.just("12345678" * 8)),
    lines=optional(lines),
)
coverages = st.builds(
    CoverageClaim,
    complete_under=tuples_of(units | st.just("cl.chilecompra")),
    partial_under=tuples_of(units),
    checked_on=optional(days),
    note=optional(texts),
)
doubts = st.builds(
    DoubtNote,
    kinds,
    optional(units),
    optional(lines),
    optional(texts),
    optional(texts),
)
relations = st.builds(Relation, st.sampled_from(RelationKind), source_keys)


@st.composite
def resolutions(draw: st.DrawFn, classes: tuple[type[Act], ...]) -> Resolution:
    kind = draw(st.sampled_from((EntryKind.ENACTMENT, EntryKind.ATTESTATION)))
    number = draw(optional(short_phrases.filter(lambda n: any(c.isascii() and c.isalnum() for c in n))))
    source = draw(
        st.builds(
            LegalSource,
            country=st.sampled_from(("cl", "pe", "int")),
            issuer=st.just("chilecompra") | slugs,
            kind=kinds,
            year=st.sampled_from(("2024", "1999")),
            in_force_from=entry_dates,
            number=st.just(number),
            series=optional(short_phrases),
            title=short_phrases.map("Página {}".format) if number is None else optional(phrases),
            citation_printed=optional(phrases),
            subject=optional(texts),
            signed_on=optional(legal_dates),
            published_on=optional(legal_dates),
            notified_on=optional(legal_dates),
            text_url=optional(addresses),
            normative=st.just(kind is EntryKind.ENACTMENT),
            relations=tuples_of(relations),
        )
    )
    return Resolution(
        organization=draw(st.sampled_from(("cl.chilecompra", "pe.osce"))),
        kind=kind,
        source=source,
        acts=draw(acts_of_a_file(classes)),
        evidence=draw(st.none() | evidences),
        coverage=draw(st.none() | coverages),
        after=draw(st.lists(source_keys, max_size=2).map(tuple)),
        doubts=draw(st.lists(doubts, max_size=2).map(tuple)),
    )
