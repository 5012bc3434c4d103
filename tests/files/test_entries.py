"""What the ledger accepted once is read for ever: documents of entries as they were written, and older rules."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

import pytest

from organica.domain import acts, source
from organica.domain.acts import Act, Holder, ParentStatus, UnitClass
from organica.domain.dates import DateBasis
from organica.domain.errors import BadInput
from organica.domain.filings import Correction, Filing, IdMapping, Supplement, Withholding
from organica.domain.resolution import EntryKind, Resolution, SourceContents
from organica.files import from_plain, to_plain
from organica.files.node import MAX_LEVELS
from organica.ledger.canonical import canonical
from organica.register.documents import opened
from tests.makers import resolution_of

# Documents of format 1: the entries of the two seeds as the register wrote them, and an invented resolution
# with every act, once with every key and once with the fewest; then one of each other kind of filing. Never
# change one; a new key or word adds a file.
DOCUMENTS = sorted((Path(__file__).parent / "fixtures").glob("entry-1-*.json"))


def entry(path: Path) -> Any:
    """Return what was filed; `test_every_kind_of_filing_has_its_word` holds the word beside it."""
    [filed] = (value for word, value in json.loads(path.read_bytes()).items() if word != "format")
    return filed


def filed_under(path: Path) -> str:
    [word] = json.loads(path.read_bytes()).keys() - {"format"}
    return str(word)


def values_in(value: Any) -> Iterator[Any]:
    """Yield a value of the domain and all that it is made of."""
    yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from values_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from values_in(each)


def everything_recorded() -> list[Any]:
    return [value for path in DOCUMENTS for value in values_in(from_plain(entry(path), ledger=True))]


def everything_words() -> set[StrEnum]:
    return {value for value in everything_recorded() if isinstance(value, StrEnum)}


def test_the_documents_are_there() -> None:
    assert [path.stem for path in DOCUMENTS] == [
        "entry-1-contents-none",
        "entry-1-contents-not-at-hand",
        "entry-1-correction",
        "entry-1-entry-into-force",
        "entry-1-every-key",
        "entry-1-gaps-supplement",
        "entry-1-gaps",
        "entry-1-mapping-of-a-programme",
        "entry-1-mapping",
        "entry-1-plain-acts",
        "entry-1-programmes",
        "entry-1-proposal",
        "entry-1-seed-0001",
        "entry-1-seed-0002",
        "entry-1-supplement",
        "entry-1-upon-and-lineage",
        "entry-1-withholding",
    ]


def test_every_kind_of_filing_has_its_word() -> None:
    words = {type(opened(path.read_bytes()).filing): filed_under(path) for path in DOCUMENTS}
    assert words == {
        Resolution: "resolution",
        Supplement: "supplement",
        Correction: "correction",
        Withholding: "withholding",
        IdMapping: "mapping",
    }
    assert words.keys() == {*get_args(Filing)}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_an_entry_of_format_1_is_read_and_written_back_to_its_bytes(path: Path) -> None:
    written = to_plain(from_plain(entry(path), ledger=True))
    assert written == entry(path)
    assert canonical({"format": "organica:entry/1", filed_under(path): written}) == path.read_bytes()


def test_the_documents_hold_every_act_and_every_field() -> None:
    """A key that is renamed or dropped makes an entry unreadable, so each must stand in some document."""
    held: dict[type, set[str]] = {cls: set() for cls in (*get_args(Act), *get_args(Filing))}
    for value in everything_recorded():
        if is_dataclass(value):
            given = {
                f.name for f in fields(value) if f.default is MISSING or getattr(value, f.name) != f.default
            }
            held.setdefault(type(value), set()).update(given)
    missing = {cls.__name__: {field.name for field in fields(cls)} - names for cls, names in held.items()}
    assert {name: absent for name, absent in missing.items() if absent} == {}
    assert {acts.FunctionItem, acts.PostItem, source.Provision, source.Relation} <= held.keys()


@pytest.mark.parametrize(
    "closed",
    [UnitClass, DateBasis, EntryKind, ParentStatus, SourceContents, source.RelationKind],
    ids=lambda cls: cls.__name__,
)
def test_the_documents_hold_every_word_of_a_closed_list(closed: type[StrEnum]) -> None:
    kinds = {value.kind for value in everything_recorded() if isinstance(value, get_args(Filing))}
    said = {*everything_words(), *kinds}
    assert {value for value in said if isinstance(value, closed)} == set(closed)


def test_no_document_holds_the_name_of_a_person() -> None:
    holders = [value for value in everything_recorded() if isinstance(value, Holder)]
    assert {holder.name for holder in holders} == {None}


def an_entry() -> dict[str, Any]:
    return {
        "organica": "resolution/1",
        "organization": "cl.x",
        "source": {"kind": "ley", "number": "1", "in_force_from": "2024"},
        "evidence": {},
        "coverage": {"checked_on": "2026-11-20"},
        "acts": [
            {"rename": {"unit": "a", "name": "Uno"}},
            {"amend": {"function": {"at": "a/b", "bound": "a.1"}, "text": "Uno"}},
            {"appoint": {"post": {"code": "a.p1", "bound": "a.p1"}, "holder": {"sealed": "ab"}}},
        ],
    }


def act_of(plain: dict[str, Any], index: int) -> dict[str, Any]:
    [content] = plain["acts"][index].values()
    assert isinstance(content, dict)
    return content


Change = Callable[[dict[str, Any]], Any]
# Each stands for what an older rule took; but for the long name, today's rules refuse or compose it in a file.
OLDER: list[tuple[str, Change]] = [
    ("two lines in a name", lambda e: act_of(e, 0).update(name="a\nb")),
    ("a tab in a name", lambda e: act_of(e, 0).update(name="a\tb")),
    ("blanks around a name", lambda e: act_of(e, 0).update(name=" a ")),
    ("a name of blanks", lambda e: act_of(e, 0).update(name=" ")),
    ("an empty text", lambda e: act_of(e, 1).update(text="")),
    ("a mark of direction", lambda e: act_of(e, 0).update(name="a\u200eb")),
    ("a soft hyphen", lambda e: act_of(e, 1).update(text="aten\u00adción")),
    ("a control", lambda e: act_of(e, 1).update(text="a\x00b")),
    ("a text that is not composed", lambda e: act_of(e, 0).update(name="cafe\u0301")),
    ("a long name", lambda e: act_of(e, 0).update(name="a" * 100_000)),
    ("an address of another scheme", lambda e: e["evidence"].update(url="ftp://x/")),
    ("a file above", lambda e: e["evidence"].update(file="../x")),
    ("a digest of another length", lambda e: e["evidence"].update(sha256="AB")),
    ("lines of another sort", lambda e: e["evidence"].update(lines="12")),
    ("a day far away", lambda e: e["coverage"].update(checked_on="1500-01-01")),
    ("a part of capitals", lambda e: e["coverage"].update(complete_under=["CL.X", "A b"])),
    ("a unit of capitals", lambda e: act_of(e, 0).update(unit="División A")),
    ("a unit by the name of a parent", lambda e: act_of(e, 0).update(unit="none")),
    ("a function's path", lambda e: act_of(e, 1).update(function={"at": "a b", "bound": "A-1"})),
    ("a post's code", lambda e: act_of(e, 2).update(post="puesto 1")),
    ("a holder's name", lambda e: act_of(e, 2).update(holder="Nombre Inventado 12.345.678-9")),
    ("a source's kind", lambda e: e["source"].update(kind="Ley Orgánica")),
    ("a norm of a kind of proposals", lambda e: e["source"].update(kind="propuesta_de_ley")),
    ("a source's issuer and country", lambda e: e["source"].update(issuer="A B", country="Chile")),
    ("a source's year", lambda e: e["source"].update(year="MMXXIV")),
    ("a source before", lambda e: e.update(after=["ley 1"])),
    ("an organization", lambda e: e.update(organization="Chile")),
    ("a time zone", lambda e: e.update(acts=[{"establish": {"organization": "cl.x", "name": "X", "time_zone": "Aquí"}}])),
    ("no acts", lambda e: [e.pop("acts"), e.pop("coverage")]),
    ("one unit twice", lambda e: e.update(acts=[{"state": {"unit": "a"}}] * 2)),
    ("one reference twice", lambda e: e.update(acts=[{"suppress": {"unit": "a", "ref": "x"}}] * 2)),
]  # fmt: skip


def recorded(change: Change) -> dict[str, Any]:
    plain = an_entry()
    source_of = dict(plain["source"])
    plain["source"] = {**source_of, "country": "cl", "issuer": "x", "year": "2024"}
    change(plain)
    return plain


@pytest.mark.parametrize(("what", "change"), OLDER, ids=[row[0] for row in OLDER])
def test_what_was_accepted_once_is_not_judged_again(what: str, change: Change) -> None:
    plain = recorded(change)
    read = from_plain(plain, ledger=True)
    assert isinstance(read, Resolution), what
    assert from_plain(to_plain(read), ledger=True) == read
    kept = json.dumps(to_plain(read), sort_keys=True)
    assert all(json.dumps(part, sort_keys=True)[1:-1] in kept for part in plain.get("acts", ())), what


@pytest.mark.parametrize(("what", "change"), OLDER, ids=[row[0] for row in OLDER])
def test_the_same_is_refused_or_composed_in_a_file(what: str, change: Change) -> None:
    plain = an_entry()
    plain["acts"] = [
        {"rename": {"unit": "a", "name": "Uno"}},
        {"amend": {"function": "a/b", "text": "Uno"}},
        {"appoint": {"post": "a.p1", "holder": "Nombre Inventado"}},
    ]
    from_plain({**plain, "evidence": {}})
    change(plain)
    if what == "a long name":
        assert resolution_of(from_plain(plain)).acts[0] == acts.RenameUnit(unit="a", name="a" * 100_000)
    elif what == "a text that is not composed":
        assert resolution_of(from_plain(plain)).acts[0] == acts.RenameUnit(unit="a", name="caf\u00e9")
    else:
        with pytest.raises(BadInput):
            from_plain(plain)


SHAPES: list[tuple[str, Change, str]] = [
    ("a number for a text", lambda e: act_of(e, 0).update(name=5), "expected_text"),
    ("a list for a text", lambda e: act_of(e, 1).update(text=["a"]), "expected_text"),
    ("a map for a list", lambda e: e.update(acts={}), "expected_list"),
    ("a text for a map", lambda e: e.update(evidence="x"), "expected_map"),
    ("null", lambda e: act_of(e, 0).update(name=None), "empty_value"),
    ("a key that is not known", lambda e: act_of(e, 0).update(nuevo="x"), "unknown_key"),
    ("a key that is missing", lambda e: act_of(e, 1).pop("text"), "missing_key"),
    ("an act that is not known", lambda e: e.update(acts=[{"cantar": {}}]), "unknown_act"),
    ("a word outside a closed list", lambda e: e.update(kind="nueva"), "unknown_choice"),
    ("another format", lambda e: e.update(organica="resolution/2"), "unknown_choice"),
    ("no day", lambda e: e["coverage"].update(checked_on="ayer"), "bad_date"),
    ("no legal date", lambda e: act_of(e, 0).update(in_force_from="ayer"), "bad_legal_date"),
]


@pytest.mark.parametrize(("what", "change", "code"), SHAPES, ids=[row[0] for row in SHAPES])
def test_an_entry_of_another_shape_is_refused_rather_than_half_read(
    what: str, change: Change, code: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        from_plain(recorded(change), ledger=True)
    assert refusal.value.code == code, what


def test_a_list_as_deep_as_a_file_may_be_is_read_again_though_the_register_adds_to_it() -> None:
    item: dict[str, Any] = {"text": "x", "bound": "a.99"}
    for number in range(MAX_LEVELS):
        item = {"text": "x", "functions": [item], "bound": f"a.{number + 1}"}
    plain = recorded(lambda e: e.update(acts=[{"state": {"unit": "a", "functions": [item]}}]))
    assert to_plain(from_plain(plain, ledger=True))["acts"] == plain["acts"]
