"""The rows of statutory tables: one a unit and a provision, every text literal, nothing invented."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.acts import (
    AmendFunction,
    AssignFunction,
    FunctionItem,
    PostRef,
    Rectify,
    RemoveFunction,
    SetObjective,
    StateUnit,
    TransferFunction,
)
from organica.domain.dates import LegalDate
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.source import Provision, Relation, RelationKind
from organica.domain.states import Noun
from organica.render.statutory.day import LeftFunction
from tests.makers import (
    ORGANIZATION,
    Book,
    a_function,
    a_post,
    a_resolution,
    a_statement,
    a_unit,
    an_assignment,
    an_attestation,
    an_item,
    items,
    key_of,
)
from tests.support.statutory import a_table, a_template, cells, lacking

CHECKED = CoverageClaim(complete_under=(ORGANIZATION,), checked_on=LegalDate("2026-01-01").earliest)
FIRST = "Resolución exenta 1 de 2015"
SECOND = "Resolución exenta 2 de 2020"


def with_facts(resolution: Resolution, **facts: object) -> Resolution:
    """Return the resolution with more facts printed on its source."""
    return replace(resolution, source=replace(resolution.source, **facts))  # type: ignore[arg-type]


def founding(*acts: object, **facts: object) -> Resolution:
    """Return a resolution of 2015 of which every date and the text are known."""
    known = {
        "signed_on": LegalDate("2014-12-01"),
        "published_on": LegalDate("2014-12-20"),
        "text_url": "https://ley.example/1",
        **facts,
    }
    return with_facts(a_resolution(*acts, coverage=CHECKED), **known)  # type: ignore[arg-type]


def amending(*acts: object, day: str = "2020-03-05", **facts: object) -> Resolution:
    return with_facts(a_resolution(*acts, number="2", in_force_from=day, coverage=None), **facts)  # type: ignore[arg-type]


def test_a_unit_has_one_row_for_the_act_that_grants_it_all() -> None:
    book = Book(founding(replace(a_unit("faros", functions=items("a b")), objective="Alumbrar la costa.")))
    table = a_table(book, "2016-01-31")
    assert cells(table) == [
        {
            "unit_name": "Departamento Faros",
            "description": "Alumbrar la costa.\na) Ejercer la función a.\nb) Ejercer la función b.",
            "granted_by": FIRST,
            "published_on": "20/12/2014",
            "text_url": "https://ley.example/1",
            "amended_on": "Sin modificación",
            "signed_on": "01/12/2014",
        }
    ]
    assert lacking(table) == [("no_article", "faros", f"{FIRST}: falta el artículo.")]
    assert [each.sentence("en") for each in table.missing] == [f"{FIRST}: the article is missing."]


def test_each_article_has_its_row_and_its_letters_share_it() -> None:
    def lettered(label: str) -> AssignFunction:
        act = an_assignment("faros", label)
        return replace(
            act, provision=Provision(article="7", label=label, printed=f"artículo 7, letra {label}")
        )

    unit = replace(
        a_unit("faros"), objective="Alumbrar.", provision=Provision(article="6", printed="Artículo 6°")
    )
    table = a_table(Book(founding(unit, lettered("a"), lettered("b"))), "2016-01-31")
    assert [(row["granted_by"], row["description"]) for row in cells(table)] == [
        (f"{FIRST}, Artículo 6°", "Alumbrar."),
        (f"{FIRST}, artículo 7", "a) Ejercer la función a.\nb) Ejercer la función b."),
    ]
    assert table.missing == ()


def test_sub_items_lists_and_posts_are_told_as_printed() -> None:
    nested = FunctionItem(
        text="Vigilar:", label="a", children=(an_item("1", "los faros;"), an_item("2", "las boyas."))
    )
    unit = a_unit(
        "faros",
        functions=[
            replace(nested, list="generales"),
            an_item(None, "Sin letra.", list="generales"),
            an_item("a", "Otra a.", list="específicas"),
        ],
        posts=[a_post("Jefatura", heads=True)],
    )
    of_post = replace(an_assignment("faros", "a", "Firmar."), post=PostRef(at="faros/head"))
    [row] = cells(a_table(Book(founding(unit, of_post)), "2016-01-31"))
    assert row["description"] == (
        "específicas:\na) Otra a.\n"
        "generales:\na) Vigilar:\n   1) los faros;\n   2) las boyas.\nSin letra.\n"
        "Jefatura:\na) Firmar."
    )


def test_a_sub_item_that_another_act_adds_says_where_it_belongs() -> None:
    nested = FunctionItem(text="Vigilar:", label="a", children=(an_item("1", "los faros."),))
    added = replace(an_assignment("faros", "2", "las boyas."), parent=a_function("faros/a"))
    table = a_table(Book(founding(a_unit("faros", functions=[nested])), amending(added)), "2021-01-31")
    assert [(row["granted_by"], row["description"]) for row in cells(table)] == [
        (FIRST, "a) Vigilar:\n   1) los faros."),
        (SECOND, "a) 2) las boyas."),
    ]


def test_an_amendment_dates_the_row_and_the_first_act_stays_the_one_that_grants() -> None:
    book = Book(
        founding(a_unit("faros", functions=items("a b"))),
        amending(AmendFunction(function=a_function("faros/a"), text="Otro texto.")),
    )
    [before] = cells(a_table(book, "2020-02-29"))
    [after] = cells(a_table(book, "2020-03-31"))
    assert (before["granted_by"], before["amended_on"]) == (FIRST, "Sin modificación")
    assert (after["granted_by"], after["amended_on"]) == (FIRST, "05/03/2020")
    assert after["description"] == "a) Otro texto.\nb) Ejercer la función b."


def test_a_new_name_of_the_unit_amends_none_of_its_powers_and_a_new_objective_does() -> None:
    unit = replace(a_unit("faros", functions=items("a")), objective="Alumbrar.")
    renamed = StateUnit(unit="faros", name="Departamento de Balizas")
    [same] = cells(a_table(Book(founding(unit), amending(renamed)), "2021-01-31"))
    assert (same["unit_name"], same["amended_on"]) == ("Departamento de Balizas", "Sin modificación")
    aimed = SetObjective(unit="faros", objective="Alumbrar más.")
    [row] = cells(a_table(Book(founding(unit), amending(aimed)), "2021-01-31"))
    assert (row["granted_by"], row["amended_on"]) == (FIRST, "05/03/2020")


def test_an_imprecise_date_stays_empty_and_the_work_list_says_what_is_known() -> None:
    book = Book(
        founding(a_unit("faros", functions=items("a")), published_on=LegalDate("2014-12"), signed_on=None),
        amending(AmendFunction(function=a_function("faros/a"), text="Otro texto."), day="2020"),
    )
    table = a_table(book, "2021-01-31")
    [row] = cells(table)
    assert (row["published_on"], row["amended_on"], row["signed_on"]) == (None, None, None)
    assert lacking(table)[1:] == [
        ("imprecise_date", "faros", f"{FIRST}: de la fecha de publicación solo consta 2014-12."),
        ("imprecise_date", "faros", f"{FIRST}: de la fecha de la última modificación solo consta 2020."),
        ("absent", "faros", f"{FIRST}: no consta la fecha en que se dictó."),
    ]
    assert [each.sentence("en") for each in table.missing[1:]] == [
        f"{FIRST}: of the date of publication only 2014-12 is known.",
        f"{FIRST}: of the date of the last amendment only 2020 is known.",
        f"{FIRST}: the date of signature is not known.",
    ]


def test_of_two_amendments_the_last_is_told_only_where_it_is_known_which_one_it_is() -> None:
    """One of some day in 2020 may be later than that of 5 March, and not than that of 31 December."""
    vague = AmendFunction(function=a_function("faros/a"), text="Otro texto.")
    exact = AmendFunction(function=a_function("faros/b"), text="Otro texto más.")

    def told(day: str) -> tuple[str | None, list[str]]:
        book = Book(
            founding(a_unit("faros", functions=items("a b"))),
            amending(vague, day="2020"),
            a_resolution(exact, number="3", in_force_from=day, coverage=None),
        )
        table = a_table(book, "2021-01-31")
        return cells(table)[0]["amended_on"], [reason for reason, _, _ in lacking(table)][1:]

    assert told("2020-03-05") == (None, ["imprecise_date"])
    assert told("2020-12-31") == ("31/12/2020", [])
    assert told("2019-12-31") == (None, ["imprecise_date"])


def test_a_rectification_amends_nothing() -> None:
    wrong = AmendFunction(function=a_function("faros/a"), text="Otro testo.")
    right = replace(wrong, text="Otro texto.")
    book = Book(
        founding(a_unit("faros", functions=items("a"))),
        amending(wrong),
        a_resolution(
            Rectify(target=f"{key_of('2', '2020')}#1", to=right),
            number="3",
            in_force_from="2022-01-01",
            coverage=None,
        ),
    )
    [row] = cells(a_table(book, "2022-06-30"))
    assert (row["description"], row["amended_on"]) == ("a) Otro texto.", "05/03/2020")


def test_an_act_that_states_a_list_anew_grants_it_from_then_on() -> None:
    """What it words differently is part of its text, and no amendment of the former one."""
    stated = a_statement("faros", functions=[an_item("a"), an_item("b", "Otro texto."), an_item("c")])
    book = Book(founding(a_unit("faros", functions=items("a b"))), amending(stated))
    [row] = cells(a_table(book, "2021-01-31"))
    assert (row["granted_by"], row["amended_on"]) == (SECOND, "Sin modificación")
    assert row["description"] == "a) Ejercer la función a.\nb) Otro texto.\nc) Ejercer la función c."


def test_the_act_that_hands_a_function_over_grants_it_to_the_unit_that_has_it() -> None:
    book = Book(
        founding(a_unit("faros", functions=items("a b")), a_unit("boyas", functions=items("a"))),
        amending(TransferFunction(function=a_function("faros/b"), to="boyas", label="b")),
    )
    rows = cells(a_table(book, "2021-01-31"))
    assert [(row["unit_name"], row["granted_by"], row["description"]) for row in rows] == [
        ("Departamento Faros", FIRST, "a) Ejercer la función a."),
        ("Departamento Boyas", FIRST, "a) Ejercer la función a."),
        ("Departamento Boyas", SECOND, "b) Ejercer la función b."),
    ]


def test_a_function_that_was_taken_away_amended_what_granted_it() -> None:
    book = Book(
        founding(a_unit("faros", functions=items("a b"))),
        amending(RemoveFunction(function=a_function("faros/b"))),
    )
    removed = book.history.structure_on(LegalDate("2019-01-01").earliest).functions["faros.2"]
    ending = book.history.structure_on(LegalDate("2021-01-01").earliest).endings[Noun.FUNCTION, "faros.2"]
    left = (LeftFunction("faros", removed.legal_basis, ending.on, ending.basis),)
    [row] = cells(a_table(book, "2021-01-31", left=left))
    assert (row["description"], row["amended_on"]) == ("a) Ejercer la función a.", "05/03/2020")


def test_a_norm_that_says_so_amended_another() -> None:
    amends = Relation(RelationKind.AMENDS, key_of("1", "2015"))
    book = Book(
        founding(a_unit("faros", functions=items("a"))), amending(a_unit("boyas"), relations=(amends,))
    )
    assert cells(a_table(book, "2019-01-31"))[0]["amended_on"] == "Sin modificación"
    assert cells(a_table(book, "2021-01-31"))[0]["amended_on"] == "05/03/2020"


def test_what_amended_an_act_did_so_also_after_it_was_repealed_itself() -> None:
    amends = Relation(RelationKind.AMENDS, key_of("1", "2015"))
    repeals = Relation(RelationKind.REPEALS, key_of("2", "2020"))
    book = Book(
        founding(a_unit("faros", functions=items("a"))),
        amending(a_unit("boyas"), relations=(amends,)),
        with_facts(
            a_resolution(a_unit("redes"), number="3", in_force_from="2022-01-01"), relations=(repeals,)
        ),
    )
    assert cells(a_table(book, "2022-06-30"))[0]["amended_on"] == "05/03/2020"


def test_what_only_an_attestation_says_is_left_out_and_told() -> None:
    book = Book(
        founding(a_unit("faros", functions=items("a"))),
        an_attestation(
            a_statement("boyas", functions=[an_item("a"), an_item(None)], objective="Señalar."),
            a_statement("redes"),
            coverage=None,
        ),
    )
    table = a_table(book, "2017-01-31")
    assert [row["unit_name"] for row in cells(table)] == ["Departamento Faros"]
    assert lacking(table)[1:] == [
        (
            "attested_objective",
            "boyas",
            "Departamento Boyas: su objetivo queda fuera; solo lo dice Constancia c1 de 2016, que no es una norma.",
        ),
        (
            "attested_functions",
            "boyas",
            "Departamento Boyas: quedan fuera las funciones a, boyas.2; solo las dice Constancia c1 de 2016, que no es una norma.",
        ),
        ("nothing_known", "redes", "Departamento Redes: no constan funciones ni objetivo."),
    ]
    column = "Descripción de las facultades, funciones y atribuciones"
    assert {each.column for each in table.missing[1:]} == {column}


def test_an_objective_that_an_attestation_fills_in_is_left_out_and_that_of_a_norm_is_not() -> None:
    said = a_statement("faros", parent=None, name="Departamento Faros", objective="Señalar.")
    filled = a_table(
        Book(founding(a_unit("faros", functions=items("a"))), an_attestation(said, coverage=None)),
        "2017-01-31",
    )
    assert [row["description"] for row in cells(filled)] == ["a) Ejercer la función a."]
    assert [reason for reason, _, _ in lacking(filled)] == ["no_article", "attested_objective"]
    ordered = replace(a_unit("faros", functions=items("a")), objective="Alumbrar.")
    beside = replace(said, acronym="DF")
    kept = a_table(Book(founding(ordered), an_attestation(beside, coverage=None)), "2017-01-31")
    assert [row["description"] for row in cells(kept)] == ["Alumbrar.\na) Ejercer la función a."]
    assert [reason for reason, _, _ in lacking(kept)] == ["no_article"]


def test_a_table_says_what_it_does_not_cover_and_up_to_when_it_was_checked() -> None:
    claim = CoverageClaim(complete_under=("faros",), checked_on=LegalDate("2016-01-15").earliest)
    book = Book(a_resolution(a_unit("faros"), coverage=claim))
    table = a_table(book, "2016-01-31")
    assert [(each.reason.value, each.column, each.sentence()) for each in table.missing[:2]] == [
        (
            "partly_covered",
            None,
            "cl.servicio-ficticio: la planilla está incompleta; el registro solo cubre una parte (Departamento Faros).",
        ),
        ("unchecked", None, "cl.servicio-ficticio: no se ha revisado si hubo actos después del 15/01/2016."),
    ]
    never = a_table(Book(a_resolution(a_unit("faros"))), "2016-01-31")
    assert lacking(never)[0] == (
        "unchecked",
        None,
        "cl.servicio-ficticio: no se ha revisado hasta qué día consta todo acto.",
    )
    partial = CoverageClaim(partial_under=(ORGANIZATION,), checked_on=LegalDate("2026-01-15").earliest)
    vague = a_table(Book(a_resolution(a_unit("faros"), coverage=partial)), "2016-01-31")
    assert lacking(vague)[0][2] == (
        "cl.servicio-ficticio: la planilla está incompleta; el registro solo cubre una parte."
    )


def test_the_structure_names_what_is_above_each_unit_also_of_one_that_is_only_attested() -> None:
    book = Book(
        founding(a_unit("faros"), a_unit("boyas", "faros", kind="Sección")),
        an_attestation(a_statement("redes", "faros"), a_statement("mareas", parent=None), coverage=None),
    )
    table = a_table(book, "2017-01-31", a_template("estructura"))
    assert [
        (row["unit_name"], row["unit_kind"], row["unit_above"], row["granted_by"]) for row in cells(table)
    ] == [
        ("Departamento Faros", "Departamento", ORGANIZATION, FIRST),
        ("Sección Boyas", "Sección", "Departamento Faros", FIRST),
        ("Departamento Redes", "Departamento", "Departamento Faros", None),
        ("Departamento Mareas", "Departamento", None, None),
    ]
    assert [(reason, unit) for reason, unit, _ in lacking(table)] == [
        ("attested_unit", "redes"),
        ("attested_unit", "redes"),
        ("absent", "mareas"),
        ("attested_unit", "mareas"),
        ("attested_unit", "mareas"),
    ]
    assert lacking(table)[0][2] == (
        "Departamento Redes: no hay acto que citar; solo la nombra Constancia c1 de 2016, que no es una norma."
    )
    assert lacking(table)[2][2] == "Departamento Mareas: no consta de qué depende."


def test_the_norms_are_those_in_force_the_oldest_first_and_none_that_was_repealed() -> None:
    repeals = Relation(RelationKind.REPEALS, key_of("1", "2015"))
    book = Book(
        founding(a_unit("faros"), subject="Organiza el servicio"),
        amending(a_unit("boyas"), relations=(repeals,), series="B"),
        an_attestation(a_statement("redes"), coverage=None),
    )
    norms = a_template("marco-normativo")

    def told(day: str) -> list[tuple[str | None, ...]]:
        names = ("source_kind", "source_number", "source_title", "amended_on")
        return [tuple(row[name] for name in names) for row in cells(a_table(book, day, norms))]

    assert told("2019-12-31") == [("Resolución exenta", "1", "Organiza el servicio", "Sin modificación")]
    assert told("2020-03-31") == [("Resolución exenta", "2-B", None, "Sin modificación")]
    table = a_table(book, "2020-03-31", norms)
    assert lacking(table)[0][2] == "Resolución exenta 2-B de 2020: no constan su nombre ni su materia."


def test_nothing_is_said_of_what_amended_a_norm_whose_contents_the_register_has_not() -> None:
    book = Book(founding(a_unit("faros")))
    norms = a_template("marco-normativo")
    table = a_table(book, "2016-01-31", norms, not_held=frozenset({key_of("1", "2015")}))
    [row] = cells(table)
    assert row["amended_on"] is None
    assert lacking(table)[-1] == ("absent", None, f"{FIRST}: no consta si fue modificado.")
