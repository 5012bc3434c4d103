"""What the report on the cooperation of Peru and Paraguay (RIAL/OEA, 2022 and 2023) lets the register say."""

from __future__ import annotations

from starlette.testclient import TestClient

from tests.api.embed.reading import Page
from tests.seeds.conftest import Asking

POST = "gestion-operativa-territorial.p1"
UNIT = "Unidad de Gestión Operativa Territorial para la Empleabilidad"


def test_the_ministry_of_peru_has_its_programme_units_and_areas(ask: Asking) -> None:
    assert ask.units("pe.mtpe", "2023-03-01") == [
        ("Oficina General", "Oficina General de Cooperación y Asuntos Internacionales", None),
        ("Programa Nacional", "Programa Nacional para la Empleabilidad", None),
        ("Unidad", UNIT, None),
        ("Unidad", "Unidad de Gestión Técnica para la Empleabilidad", None),
        ("Área", "Área Acompañamiento y Asistencia Integral para la Empleabilidad", None),
        ("Área", "Área de Coordinación y Gestión", None),
        ("Área", "Área de la Calidad", None),
    ]
    assert ask.structure("pe.mtpe", "2023-03-01")["organization"]["acronym"] == "MTPE"


def test_whoever_heads_them_is_told_with_the_post_and_nothing_else(ask: Asking) -> None:
    assert ask.holders("pe.mtpe", "2023-03-01") == [
        ("acompanamiento-y-asistencia-integral", "Jefa", "Ma. del Pilar Cervantes", None),
        ("calidad", "Jefe", "Sergio Zamora", None),
        ("cooperacion-y-asuntos-internacionales", "Jefe", "José Hugo Chávez Cuba", None),
        ("coordinacion-y-gestion", "Jefe", "Christian Fuentes Valdivia", None),
        ("gestion-operativa-territorial", "Gerente", "Erica Sano Sanchez", None),
        ("gestion-operativa-territorial", "Gerente", "Mirko Andrade", "encargado"),
        ("gestion-tecnica", "Gerente", "Julio César Polo Guevara", None),
        ("programa-nacional-para-la-empleabilidad", "Director Ejecutivo", "Chou Dionisio Gaspar", None),
    ]


def test_one_post_had_three_holders_on_days_that_are_only_known_within_limits(ask: Asking) -> None:
    history = ask.rest(f"organizations/pe.mtpe/posts/{POST}/history")
    assert [
        (
            each["holder"]["name"],
            each["capacity"],
            each["in_force_from"]["value"],
            _value(each["in_force_until"]),
        )
        for each in history["appointments"]
    ] == [
        ("Gonzalo Talavera", None, "2022-04-07/2022-05-17", "2022-05-18/2023-02-28"),
        ("Mirko Andrade", "encargado", "2022-05-18/2023-02-28", None),
        ("Erica Sano Sanchez", None, "2022-05-18/2023-02-28", None),
    ]
    assert {each["in_force_from"]["precision"] for each in history["appointments"]} == {"period"}


def _value(date: dict[str, str] | None) -> str | None:
    return date["value"] if date else None


def test_while_the_days_are_not_known_the_answer_is_not_certain(ask: Asking) -> None:
    days = ("2022-04-07", "2022-08-10", "2023-02-28", "2023-03-01")
    assert [ask.structure("pe.mtpe", day)["certain"] for day in days] == [False, False, False, True]
    first = [each[2] for each in ask.holders("pe.mtpe", "2022-04-20") if each[0] == POST.partition(".")[0]]
    assert first == ["Gonzalo Talavera"]
    assert "orden-de-gerentes" in ask.gaps("pe.mtpe", "2022-08-10")


def test_what_names_vary_is_a_doubt_that_somebody_settled(ask: Asking) -> None:
    sources = ask.rest("organizations/pe.mtpe/sources")["sources"]
    [report] = [source for source in sources if source["kind"] == "informe"]
    variants = [each for each in report["doubts"] if each["code"] == "name_variant"]
    assert [each["printed"] for each in variants] == [
        "Unión de Gestión Operativa Territorial para la Empleabilidad",
        "Unidad de Gestión Operativa Territorial",
        "Programa Nal. para la Empleabilidad – PNPE",
    ]
    assert all(each["decision"] for each in report["doubts"])
    assert report["signed_on"] == {
        "value": "2023-02-28",
        "precision": "day",
        "earliest": "2023-02-28",
        "latest": "2023-02-28",
        "basis": "assumed",
        "rule": None,
    }


def test_the_planned_area_is_proposed_and_never_in_force(ask: Asking) -> None:
    planned = "gestion-operativa-para-la-capacitacion-virtual"
    for day in ("2023-02-28", "2026-11-20"):
        assert planned not in {unit["code"] for unit in ask.structure("pe.mtpe", day)["units"]}
    [plan] = ask.rest("organizations/pe.mtpe/proposals")["proposals"]
    assert (plan["source"]["nature"], plan["day"]) == ("proposal", "2023-02-28")
    diff = ask.rest(f"proposals/{plan['id']}/diff")
    assert [(each["kind"], each["code"], each["after"]) for each in diff["changes"]] == [
        ("unit_created", planned, "Área de gestión operativa para la capacitación virtual")
    ]


def test_the_ministry_and_the_service_of_paraguay_stand_side_by_side(ask: Asking) -> None:
    assert ask.units("py.mtess", "2023-03-01") == [
        ("", "Cooperación", None),
        ("Dirección General", "Dirección General de Planificación", None),
        ("Programa", "Programa de Capacitación a Distancia", None),
    ]
    assert ask.units("py.snpp", "2023-03-01") == [
        ("Dirección", "Dirección de Diseño Curricular", None),
        ("Dirección", "Dirección de Hospitalidad", None),
        ("Gerencia", "Gerencia Técnica", None),
    ]
    service = ask.structure("py.snpp", "2023-03-01")["organization"]
    assert (service["name"], service["attached_to"]) == ("Servicio Nacional de Promoción Profesional", None)
    assert "dependencia-snpp" in ask.gaps("py.snpp", "2023-03-01")


def test_their_directors_are_told_with_their_posts(ask: Asking) -> None:
    assert ask.holders("py.mtess", "2023-03-01") == [
        ("capacitacion-a-distancia", "Director", "José María Delgado", None),
        ("cooperacion", "Jefe", "Joyran Rossati", None),
        ("planificacion", "Directora General", "Viviana Cano", None),
    ]
    assert ask.holders("py.snpp", "2023-03-01") == [
        ("diseno-curricular", "Directora", "Norma Ruiz Díaz", None),
        ("gerencia-tecnica", "Asistente técnica", "Nara Rivas", None),
        ("gerencia-tecnica", "Gerente Técnica", "Selva Huber", None),
        ("hospitalidad", "Directora", "Lis Loncharich", None),
    ]


def test_generacion_digital_is_a_plan_of_the_ministry_of_paraguay(ask: Asking) -> None:
    plan = ask.programmes("py.mtess", "2023-03-01")["generacion-digital"]
    assert (plan["kind"], plan["name"], plan["runBy"]) == ("Plan de Acción", "Generación Digital", "UNKNOWN")


def test_the_questions_of_annex_1_on_structure_are_answered_with_not_known(ask: Asking) -> None:
    gaps = ask.gaps("py.mtess", "2023-03-01")
    assert {
        name: gaps[name]
        for name in ("unidades-desconcentradas", "estructura-organica", "area-de-la-plataforma")
    } == {
        "unidades-desconcentradas": "¿Tiene el ministerio unidades desconcentradas?",
        "estructura-organica": "¿Qué estructura orgánica tiene el ministerio?",
        "area-de-la-plataforma": "¿Qué área lleva la plataforma digital?",
    }


def test_the_section_of_the_oea_hangs_from_its_department_and_that_from_sedi(ask: Asking) -> None:
    assert ask.units("int.oea", "2023-03-01") == [
        ("", "SEDI", None),
        ("Departamento", "Departamento de Desarrollo Humano, Educación y Empleo", "sedi"),
        ("Sección", "Sección de Trabajo y Empleo", "departamento-de-desarrollo-humano"),
    ]
    assert ask.holders("int.oea", "2023-03-01") == [
        ("trabajo-y-empleo", "Jefa", "María Claudia Camacho", None),
        ("trabajo-y-empleo", "Oficial de programas", "Azul Hidalgo Sola", None),
        ("trabajo-y-empleo", "Oficial de programas", "Guillermo Calzada", None),
    ]


def test_a_document_that_states_a_unit_several_times_is_told_once(seeded: TestClient) -> None:
    page = Page(seeded, "/embed/pe.mtpe/gestion-operativa-territorial?as_of=2023-03-01", language="es")
    [told] = page.texts("//section[h2='Base legal']//li")
    assert told.endswith("consta, pero no es una norma")
