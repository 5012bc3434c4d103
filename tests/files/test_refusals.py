"""A file that is wrong is refused with its place, a stable code, the facts and a remedy in two languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organica.domain.acts import SetObjective
from organica.domain.errors import BadInput, Fact, Refused, error_tree
from organica.domain.source import MAX_KEY_CHARACTERS, SourceKeyTooLong
from organica.files import FileRefused, from_plain, read_file, read_plain, read_text, write
from organica.files.node import MAX_LEVELS
from organica.files.yaml_strict import MAX_FILE_BYTES
from tests.makers import resolution_of

HEAD = """\
organica: resolution/1
organization: cl.chilecompra
source: {kind: resolucion_exenta, number: "35", series: B, in_force_from: "2024"}
"""
# The lines of each fragment stand after HEAD: its first line is line 4.
FRAGMENTS: list[tuple[str, str, tuple[int, int], dict[str, Fact]]] = [
    # What YAML itself forbids.
    ("acts: [", "broken_yaml", (5, 1), {}),
    ("acts:\n\t- suppress: {unit: a}", "tab_indentation", (5, 1), {}),
    ("acts:\n  - suppress: {unit: a\n", "broken_yaml", (6, 1), {}),
    ("acts:\n  - amend: {function: a/b, text: uno: dos}", "unquoted_text", (5, 37), {}),
    ('acts:\n  - suppress: {unit: "\\UFFFFFFFF"}', "broken_yaml", (5, 25), {}),
    ('acts:\n  - suppress: {unit: "\\ud800"}', "broken_yaml", (5, 25), {}),
    # What YAML allows and the register does not.
    ("acts: []\nacts: []", "duplicate_key", (5, 1), {"key": "acts", "first_line": 4}),
    ("acts:\n  - suppress: {unit: a, unit: b}", "duplicate_key", (5, 25), {"key": "unit"}),
    ("acts: &all\n  - suppress: {unit: a}", "yaml_feature_refused", (4, 7), {"feature": "anchor"}),
    ("acts: *all", "yaml_feature_refused", (4, 7), {"feature": "alias"}),
    ("acts: !!python/object:os.system []", "yaml_feature_refused", (4, 7), {"feature": "tag"}),
    ("acts: []\n---\na: b", "yaml_feature_refused", (5, 1), {"feature": "document"}),
    ("acts: " + "[" * 40 + "]" * 40, "nested_too_deep", (4, 6 + MAX_LEVELS), {"most": MAX_LEVELS}),
    ("acts: " + "[" * 5000, "nested_too_deep", (4, 6 + MAX_LEVELS), {"most": MAX_LEVELS}),
    ("? [a]\n: b", "expected_map", (4, 3), {}),
    # Characters that nobody sees.
    ("acts:\n  - rename: {unit: a, name: Uno\u202e}", "forbidden_character", (5, 32), {"character": "U+202E", "name": "RIGHT-TO-LEFT OVERRIDE", "path": "acts[0].rename.name"}),
    # The exact place of a character, also behind others that YAML counts in its own way.
    ("acts:\n  - rename: {unit: a, name: 🏛 Uno\ufffe\u2028}\n  - suppress: {unit: b}", "forbidden_character", (5, 34), {"name": "<noncharacter-FFFE>", "path": "acts[0].rename.name"}),
    ("acts:\n  - set_objective:\n      unit: a\n      objective: |\n        Uno.\n        Dos\u2067.", "forbidden_character", (9, 12), {"name": "RIGHT-TO-LEFT ISOLATE", "path": "acts[0].set_objective.objective"}),
    ("acts: [\u200e", "forbidden_character", (4, 8), {"path": "acts[0]"}),
    ('acts:\n  - rename: {unit: a, name: "U\\tn"}', "forbidden_character", (5, 29), {"name": "CHARACTER TABULATION", "path": "acts[0].rename.name"}),
    ("acts:\n  - amend: {function: a/b, text: Uno\tdos}", "forbidden_character", (5, 34), {"character": "U+0009"}),
    ('acts:\n  - rename: {unit: a, name: "U\\uFDD0n"}', "forbidden_character", (5, 29), {"name": "<noncharacter-FDD0>"}),
    ("acts: []\ndoubts:\n  - {code: x, decision: Uno\x07}", "forbidden_character", (6, 28), {"name": "<control-0007>", "path": "doubts[0].decision"}),
    ("# \u2066\nacts: []", "forbidden_character", (4, 3), {"character": "U+2066", "path": None}),
    ("acts: []\x00", "forbidden_character", (4, 9), {"character": "U+0000", "name": "NULL"}),
    ("acts: []\ud800", "forbidden_character", (4, 9), {"character": "U+D800"}),
    ("acts:\n  - rename: {unit: a, name: U\u2028n}", "forbidden_character", (5, 30), {"character": "U+2028"}),
    ('acts:\n  - rename: {unit: a, name: "U\\u200en"}', "forbidden_character", (5, 29), {"character": "U+200E"}),
    ('acts:\n  - rename: {unit: a, name: "U\\0n"}', "forbidden_character", (5, 29), {"character": "U+0000"}),
    ('acts:\n  - rename: {unit: a, name: "U\\rn"}', "forbidden_character", (5, 29), {"character": "U+000D"}),
    ("acts:\n  - rename: {unit: a, name: Aten\u00adción}", "forbidden_character", (5, 33), {"character": "U+00AD"}),
    ("acts:\n  - rename: {unit: a, name: U\u200bn}", "forbidden_character", (5, 30), {"character": "U+200B"}),
    ("acts:\n  - rename: {unit: a, name: U\ufeffn}", "forbidden_character", (5, 30), {"character": "U+FEFF"}),
    ("acts:\n  - rename: {unit: a, name: U\U000e0041n}", "forbidden_character", (5, 30), {"character": "U+E0041"}),
    ('acts:\n  - rename: {unit: a, name: "U\\u2060n"}', "forbidden_character", (5, 29), {"character": "U+2060"}),
    ('acts:\n  - rename: {unit: a, name: "U\\u2029n"}', "forbidden_character", (5, 29), {"character": "U+2029"}),
    # Keys and acts.
    ("actos: []", "unknown_key", (4, 1), {"key": "actos", "suggestion": "acts"}),
    ("acts:\n  - suppres: {unit: a}", "unknown_act", (5, 5), {"act": "suppres", "suggestion": "suppress"}),
    ("acts:\n  - cantar: {unit: a}", "unknown_act", (5, 5), {"act": "cantar", "suggestion": None}),
    ("acts:\n  - move: {unit: a, parnet: b}", "unknown_key", (5, 21), {"key": "parnet", "suggestion": "parent"}),
    ("acts:\n  - move: {unit: a}", "missing_key", (5, 5), {"key": "parent", "path": "acts[0].move"}),
    ("acts:\n  - state: {unti: a}", "unknown_key", (5, 13), {"key": "unti", "suggestion": "unit"}),
    (
        "acts:\n  - state: {name: a}",
        "one_key_of",
        (5, 5),
        {"keys": ("organization", "unit", "programme")},
    ),
    (
        "acts:\n  - state: {organization: cl.a, programme: a}",
        "one_key_of",
        (5, 5),
        {"keys": ("organization", "unit", "programme")},
    ),
    ("acts:\n  - state: {unit: a, programme: b, parent: c}", "unknown_key", (5, 36), {"key": "parent"}),
    (
        'acts:\n  - report: {programme: a, indicator: {name: b, value: "1,5", period: {on: 2017}}}',
        "bad_number",
        (5, 56),
        {"value": "1,5"},
    ),
    (
        "acts:\n  - report: {programme: a, indicator: {name: b, value: 1, period: {from: 2017-01-01}}}",
        "bad_period",
        (5, 59),
        {},
    ),
    ("acts:\n  - restate: {unit: a, function: a/b}", "one_key_of", (5, 5), {"keys": ("unit", "function")}),
    ("acts:\n  - suppress: {unit: a}\n    move: {unit: a, parent: b}", "not_one_act", (5, 5), {}),
    ("acts:\n  - suppress", "expected_map", (5, 5), {}),
    ("acts:\n  - suppress: a", "expected_map", (5, 15), {}),
    ("acts: {suppress: {unit: a}}", "expected_list", (4, 7), {}),
    ("acts:\n  - suppress: {unit: [a]}", "expected_text", (5, 22), {}),
    ("acts:\n  - suppress: {unit: a, in_force_until: 2024}", "unknown_key", (5, 25), {"key": "in_force_until"}),
    ("kind: enactmnt\nacts: []", "unknown_choice", (4, 7), {"suggestion": "enactment"}),
    ("", "nothing_ordered", (1, 1), {}),
    ("acts: []", "nothing_ordered", (1, 1), {}),
    # Values.
    ("acts:", "empty_value", (4, 1), {"path": "acts"}),
    ("acts:\n  - rename: {unit: a, name: null}", "empty_value", (5, 23), {}),
    ("acts:\n  - rename: {unit: a, name: ~}", "empty_value", (5, 23), {}),
    ('acts:\n  - rename: {unit: a, name: ""}', "empty_value", (5, 29), {}),
    ('acts:\n  - rename: {unit: a, name: "  "}', "empty_value", (5, 29), {}),
    ('acts:\n  - rename: {unit: a, name: " a"}', "not_one_line", (5, 29), {}),
    ('acts:\n  - rename: {unit: a, name: "a\\nb"}', "not_one_line", (5, 29), {}),
    ("acts:\n  - restate: {unit: a, with_functions: yes}", "expected_flag", (5, 40), {"value": "yes"}),
    ("acts:\n  - restate: {unit: a, with_functions: True}", "expected_flag", (5, 40), {"value": "True"}),
    ("acts:\n  - suppress: {unit: Atención}", "bad_code", (5, 22), {"value": "Atención", "what": "unit"}),
    ("acts:\n  - create: {unit: none, parent: none, kind: K, name: N}", "badly_written", (5, 20), {"value": "none"}),
    ("acts:\n  - suppress: {unit: a, in_force_from: 2024-02-30}", "bad_legal_date", (5, 40), {"value": "2024-02-30"}),
    ("acts:\n  - suppress: {unit: a, in_force_from: {value: 2024-13}}", "bad_legal_date", (5, 25), {}),
    ("acts:\n  - suppress: {unit: a, in_force_from: {value: 2024, basis: guess}}", "unknown_choice", (5, 61), {}),
    ("acts:\n  - report: {programme: p, indicator: {name: N, value: 1, period: {on: 2999}}}", "period_beyond_calendar", (5, 59), {"period": "2999", "path": "acts[0].report.indicator.period"}),
    ("acts:\n  - state: {programme: p, name: N, indicators: [{name: N, value: 1, period: {on: 3000}}]}", "bad_legal_date", (5, 82), {"value": "3000", "path": "acts[0].state.indicators[0].period.on"}),
    ("coverage: {checked_on: 20261120}", "bad_date", (4, 24), {"value": "20261120"}),
    ("acts:\n  - amend: {function: x, text: y}", "badly_written", (5, 23), {"example": "atencion-usuaria/b"}),
    ("acts:\n  - amend: {function: a/, text: y}", "bad_code", (5, 23), {"value": "a/"}),
    ("acts:\n  - amend: {function: {}, text: y}", "missing_key", (5, 13), {"key": "at"}),
    ("acts:\n  - end_appointment: {post: a/}", "bad_code", (5, 29), {"what": "post"}),
    ("acts:\n  - state: {organization: cl.other, name: N}", "badly_written", (5, 27), {"value": "cl.other"}),
    ("acts:\n  - state: {organization: cl.chilecompra, time_zone: America/Santiag}", "badly_written", (5, 54), {}),
    ("acts:\n  - state: {organization: cl.chilecompra, time_zone: America}", "badly_written", (5, 54), {}),
    ("acts: []\nevidence: {file: ../../etc/passwd}", "badly_written", (5, 18), {}),
    ("acts: []\nevidence: {file: /etc/passwd}", "badly_written", (5, 18), {}),
    ('acts: []\nevidence: {url: "javascript:alert(1)"}', "badly_written", (5, 17), {}),
    ("acts: []\nevidence: {lines: 12}", "badly_written", (5, 19), {"example": "12-14"}),
    ("acts: []\nevidence: {sha256: abc}", "badly_written", (5, 20), {}),
    # One file, one thing once.
    (
        "acts:\n  - state: {unit: a}\n  - create: {unit: a, parent: none, kind: K, name: N}",
        "duplicate_code",
        (6, 5),
        {"unit": "a", "first": "acts[0]"},
    ),
    ("acts:\n  - suppress: {unit: a, ref: x}\n  - suppress: {unit: b, ref: x}", "duplicate_ref", (6, 5), {"ref": "x"}),
    # Persons: a name and nothing else.
    ("acts:\n  - appoint: {post: a/head, holder: Ana Soto 12.345.678-9}", "personal_data", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: 12345678-K}", "personal_data", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: ana@ejemplo.cl}", "personal_data", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: Ana Soto +56 9 8765 4321}", "personal_data", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: Ana, run: 1-9}", "unknown_key", (5, 42), {"key": "run"}),
    ("acts:\n  - appoint: {post: a/head, holder: 12.345.678-5}", "personal_data", (5, 37), {}),
    ('acts:\n  - appoint: {post: a/head, holder: ""}', "holder_without_name", (5, 37), {"path": "acts[0].appoint.holder"}),
    ('acts:\n  - appoint: {post: a/head, holder: "\u00a0 "}', "holder_without_name", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: '- 7 -'}", "holder_without_name", (5, 37), {}),
    ("acts:\n  - appoint: {post: a/head, holder: }", "empty_value", (5, 29), {"path": "acts[0].appoint.holder"}),
    ("acts:\n  - create_post: {unit: a, post: {holder: '…'}}", "holder_without_name", (5, 43), {"path": "acts[0].create_post.post.holder"}),
    ("acts:\n  - amend: {function: a/b, text: Escribir a partes@ejemplo.cl.}", "email_address_written", (5, 34), {"path": "acts[0].amend.text"}),
    ("acts:\n  - end_appointment: {post: a/jefe@ejemplo.cl}", "email_address_written", (5, 29), {"path": "acts[0].end_appointment.post"}),
    ("acts:\n  - set_objective: {unit: a, objective: 'Juan Soto, RUN 12.345.678-5'}", "identity_number_written", (5, 41), {"kind": "RUN", "path": "acts[0].set_objective.objective"}),
    ("acts:\n  - suppress: {unit: a, provision: {printed: DNI 12345678}}", "identity_number_written", (5, 46), {"kind": "DNI", "path": "acts[0].suppress.provision.printed"}),
    ("acts: []\ncoverage: {note: C.I. N° 4.567.890}", "identity_number_written", (5, 18), {"kind": "C.I.", "path": "coverage.note"}),
    ("acts: []\ndoubts:\n  - {code: x, printed: a@ejemplo.cl}", "email_address_written", (6, 24), {"path": "doubts[0].printed"}),
    # What only the register writes.
    ("acts:\n  - appoint: {post: a/head, holder: {sealed: ab}}", "expected_text", (5, 37), {}),
    ("acts:\n  - remove: {function: {at: a/b, bound: a.1}}", "unknown_key", (5, 34), {"key": "bound"}),
    ("acts:\n  - end_appointment: {post: a/head, bound_appointment: a.p1.1}", "unknown_key", (5, 37), {}),
]  # fmt: skip


@pytest.mark.parametrize(("fragment", "code", "place", "facts"), FRAGMENTS, ids=[row[1] for row in FRAGMENTS])
def test_a_wrong_file_is_refused_with_its_place(
    fragment: str, code: str, place: tuple[int, int], facts: dict[str, Fact]
) -> None:
    with pytest.raises(BadInput) as refusal:
        read_text(HEAD + fragment, "r.yaml")
    found = refusal.value
    assert (found.code, found.facts["line"], found.facts["column"]) == (code, *place)
    assert found.facts["file"] == "r.yaml"
    assert {name: found.facts.get(name) for name in facts} == facts


def test_the_head_of_the_table_is_itself_right() -> None:
    resolution = resolution_of(read_text(HEAD + "acts:\n  - suppress: {unit: a}\n", "r.yaml"))
    assert (resolution.source.key, resolution.source.year) == (
        "cl/chilecompra/resolucion-exenta/2024/35-B",
        "2024",
    )


ONE_ACT = "acts:\n  - suppress: {unit: a}\n"
WHOLE = HEAD + ONE_ACT
HEADS: list[tuple[str, str, tuple[int, int]]] = [
    ("", "expected_map", (1, 1)),
    ("# nada", "expected_map", (1, 1)),
    ("- a", "expected_map", (1, 1)),
    (WHOLE.replace("resolution/1", "resolution/2"), "unknown_choice", (1, 11)),
    (WHOLE.replace("organica: resolution/1\n", ""), "missing_key", (1, 1)),
    (WHOLE.replace("organization: cl.chilecompra\n", ""), "missing_key", (1, 1)),
    (WHOLE.replace("cl.chilecompra", "chilecompra"), "bad_code", (2, 15)),
    (WHOLE.replace(', in_force_from: "2024"', ""), "missing_key", (3, 1)),
    (WHOLE.replace('number: "35", series: B, ', ""), "source_without_name", (3, 1)),
    (WHOLE.replace("resolucion_exenta", "propuesta_de_ley"), "kind_of_proposals", (3, 16)),
    (
        WHOLE.replace("source: {kind: r", "kind: attestation\nsource: {kind: propuesta_de_r"),
        "kind_of_proposals",
        (4, 16),
    ),
]


@pytest.mark.parametrize(("text", "code", "place"), HEADS, ids=[row[1] for row in HEADS])
def test_a_wrong_head_is_refused_with_its_place(text: str, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(BadInput) as refusal:
        read_text(text, "r.yaml")
    found = refusal.value
    assert (found.code, found.facts["line"], found.facts["column"]) == (code, *place)


def test_a_suggestion_comes_first_in_the_remedy() -> None:
    with pytest.raises(FileRefused) as refusal:
        read_text(HEAD + "acts:\n  - mov: {unit: a, parent: b}", "r.yaml")
    assert refusal.value.sentence("es") == "«mov» no es un acto."
    assert refusal.value.cure("es").startswith("¿Quiso decir «move»? Actos posibles: state, establish,")
    assert refusal.value.cure("en").startswith("Did you mean “move”? Possible acts: state,")


def test_what_is_personal_is_never_repeated_by_the_refusal() -> None:
    with pytest.raises(FileRefused) as refusal:
        read_text(HEAD + "acts:\n  - appoint: {post: a/head, holder: Ana Soto 12.345.678-9}", "r.yaml")
    assert "Soto" not in f"{refusal.value.facts} {refusal.value} {refusal.value.cure()}"


@pytest.mark.parametrize("error", list(error_tree(FileRefused)), ids=lambda cls: cls.__name__)
def test_every_refusal_has_a_code_of_its_own_and_speaks_both_languages(error: type[Refused]) -> None:
    codes = [cls.code for cls in error_tree(Refused)]
    assert codes.count(error.code) == 1
    for said in (error.says, error.remedy):
        assert said.es
        assert said.en
        assert said.es != said.en
    error().cure("es")


@pytest.mark.parametrize(
    ("plain", "code", "path"),
    [
        ({"acts": [{"suppress": {"unit": 5}}]}, "expected_text", "acts[0].suppress.unit"),
        ({"acts": [{"rename": {"unit": "a", "name": None}}]}, "empty_value", "acts[0].rename.name"),
        ({"acts": [{"rename": {"unit": "a", "name": "\u202e"}}]}, "forbidden_character", "acts[0].rename.name"),
        ({"acts": [{"restate": {"unit": "a", "with_functions": "si"}}]}, "expected_flag", "acts[0].restate.with_functions"),
        ({"acts": [{"move": {"unit": "a", "parent": "b", "x": "y"}}]}, "unknown_key", "acts[0].move.x"),
        ({"acts": {1: "a"}}, "expected_map", "acts"),
        ({"acts": b"x"}, "expected_text", "acts"),
        ({"kind": True}, "expected_text", "kind"),
    ],
)  # fmt: skip
def test_a_wrong_draft_in_json_is_refused_with_its_path(
    plain: dict[str, object], code: str, path: str
) -> None:
    source = {"kind": "ley", "number": "1", "in_force_from": "2024"}
    with pytest.raises(BadInput) as refusal:
        from_plain({"organica": "resolution/1", "organization": "cl.x", "source": source, **plain})
    assert (refusal.value.code, refusal.value.facts["path"]) == (code, path)


# One of each sort: soft hyphen, Arabic mark, blanks of no width, joiners, line and paragraph separators, byte
# mark, annotation, tag letters, and what Unicode files elsewhere but is drawn as nothing.
UNSEEN = (
    "\x00\t\x1b\x85\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2060\u2063\u2066\ufeff\ufff9"
    + ("\U000e0001\U000e0061\U000e007f\u034f\u115f\u2800\u3164\ufe0f\uffa0\U000e0100")
)


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_nobody_sees_is_refused_wherever_it_stands(sign: str) -> None:
    for text in (f"{sign}Uno", f"U{sign}no", f"Uno{sign}"):
        act = {"set_objective": {"unit": "a", "objective": text}}
        source = {"kind": "ley", "number": "1", "in_force_from": "2024"}
        with pytest.raises(FileRefused) as refusal:
            from_plain({"organica": "resolution/1", "organization": "cl.x", "source": source, "acts": [act]})
        assert refusal.value.code == "forbidden_character"
        assert refusal.value.facts == {
            "character": f"U+{ord(sign):04X}",
            "name": refusal.value.facts["name"],
            "path": "acts[0].set_objective.objective",
        }


def test_what_spanish_law_is_written_with_is_kept() -> None:
    text = "Ñandú, «güe» “x” ‘y’ – — · 1.º 2.ª N°\u00a07 § ½ … • ‑ € Ḻafkeṉ 日本 🏛"
    act = {"set_objective": {"unit": "a", "objective": text}}
    source = {"kind": "ley", "number": "1", "in_force_from": "2024"}
    head = {"organica": "resolution/1", "organization": "cl.x", "source": source}
    resolution = resolution_of(from_plain({**head, "acts": [act]}))
    assert resolution.acts == (SetObjective(unit="a", objective=text),)
    assert read_text(write(resolution), "r.yaml") == resolution


def test_the_key_of_a_source_has_a_bound() -> None:
    # "cl/chilecompra/pagina-web/2024/" takes 31 of the 200 characters.
    head = "organica: resolution/1\norganization: cl.chilecompra\n"
    body = "source: {{kind: pagina_web, title: {}, in_force_from: 2024}}\nacts:\n  - suppress: {{unit: a}}\n"
    longest = resolution_of(read_text((head + body).format("a" * 169), "r.yaml"))
    assert len(longest.source.key) == MAX_KEY_CHARACTERS == 200
    with pytest.raises(SourceKeyTooLong) as refusal:
        read_text((head + body).format("a" * 170), "r.yaml")
    facts = {"file": "r.yaml", "line": 3, "column": 1, "path": "source"}
    assert refusal.value.facts == {**facts, "characters": 201, "most": 200}
    assert refusal.value.sentence("es") == "La clave de la fuente legal tendría 201 caracteres; caben 200."


def test_a_json_draft_may_say_true_in_either_way() -> None:
    head = {
        "organica": "resolution/1",
        "organization": "cl.x",
        "source": {"kind": "ley", "number": "1", "in_force_from": "2024"},
    }
    drafts = [
        {**head, "acts": [{"restate": {"unit": "a", "with_functions": said}}]} for said in (True, "true")
    ]
    assert from_plain(drafts[0]) == from_plain(drafts[1])


@pytest.mark.parametrize(
    ("content", "code", "facts"),
    [
        (b"a: \xff", "file_not_utf8", {"line": 1, "column": 4}),
        ("añ\nbé: ".encode() + b"\xc3", "file_not_utf8", {"line": 2, "column": 5}),
        (b"#" * (MAX_FILE_BYTES + 1), "file_too_large", {"most": MAX_FILE_BYTES}),
        (b"\x00" * 10, "forbidden_character", {"line": 1, "column": 1}),
    ],
)
def test_bytes_that_are_no_text_are_refused(
    tmp_path: Path, content: bytes, code: str, facts: dict[str, Fact]
) -> None:
    path = tmp_path / "r.yaml"
    path.write_bytes(content)
    for read in (read_file, read_plain):
        with pytest.raises(FileRefused) as refusal:
            read(path)
        assert refusal.value.code == code
        assert refusal.value.facts == {"file": path.as_posix(), **refusal.value.facts, **facts}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_refused_with_its_line_or_read(data: st.DataObject) -> None:
    text = (
        HEAD + "acts:\n  - amend: {function: a/b, text: Uno}\n  - restate: {unit: a, with_functions: true}\n"
    )
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 9)))
        text = (
            text[:start]
            + data.draw(st.text("{}[]:,-#&*!|>'\"%@`\n\t \\~?0aé\x85\u2028\ufeff\ud800", max_size=3))
            + text[end:]
        )
    facts: dict[str, Fact] = {"line": 0}
    try:
        read_text(text, "r.yaml")
    except BadInput as refusal:
        facts = refusal.facts
    assert "line" in facts


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.yaml", tmp_path, Path("a\x00b")):
        with pytest.raises(FileRefused) as refusal:
            read_file(path)
        assert refusal.value.code == "file_unreadable"
