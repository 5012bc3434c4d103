"""The sentence before a list: what it announces, and whose it is."""

from __future__ import annotations

import pytest

from organica.importer.leads import Announced, begins_with_a_verb, lead_in

FUNCTIONS, PERHAPS, OBJECTIVE = Announced.FUNCTIONS, Announced.PERHAPS, Announced.OBJECTIVE
UNITS, OTHER = Announced.UNITS, Announced.OTHER


@pytest.mark.parametrize(
    ("sentence", "announced", "subject"),
    [
        ("Funciones:", FUNCTIONS, None),
        ("Sus funciones son las siguientes:", FUNCTIONS, None),
        ("Las funciones de la Oficina de las Partes son:", FUNCTIONS, "Oficina de las Partes"),
        ("Las funciones de la Oficina de Partes son las siguientes:", FUNCTIONS, "Oficina de Partes"),
        ("Son funciones de la Oficina de Partes:", FUNCTIONS, "Oficina de Partes"),
        ("Son funciones de la Oficina de Partes las siguientes:", FUNCTIONS, "Oficina de Partes"),
        ("Son atribuciones y deberes del Directorio:", FUNCTIONS, "Directorio"),
        ("Son funciones y responsabilidades específicas de la Sección de Archivo:", FUNCTIONS, "Sección de Archivo"),
        ("Serán funciones generales del Consejo Directivo, además de las legales, las siguientes:", FUNCTIONS, "Consejo Directivo"),
        ("Constituyen atribuciones exclusivas del Alcalde:", FUNCTIONS, "Alcalde"),
        ("Las atribuciones del Rector serán las siguientes:", FUNCTIONS, "Rector"),
        ("Principales funciones de la Tesorería:", FUNCTIONS, "Tesorería"),
        ("La Oficina de Partes tendrá las siguientes funciones:", FUNCTIONS, "Oficina de Partes"),
        ("La Oficina de Partes tendrá como principales funciones:", FUNCTIONS, "Oficina de Partes"),
        ("La Gerencia cumplirá las funciones siguientes:", FUNCTIONS, "Gerencia"),
        ("El Director General ejercerá las siguientes atribuciones:", FUNCTIONS, "Director General"),
        ("El Servicio ejerce, en el ámbito de su competencia, las siguientes funciones:", FUNCTIONS, "Servicio"),
        ("El/La Jefe/a de la Sección desempeñará las siguientes tareas:", FUNCTIONS, "Jefe/a de la Sección"),
        ("La Unidad de Compras, que depende del Director, tendrá las siguientes funciones:", FUNCTIONS, "Unidad de Compras"),
        ("Para cumplir su objeto, la Agencia tendrá las siguientes funciones:", FUNCTIONS, "Agencia"),
        ("En el ejercicio de su cargo, el Gerente tendrá las siguientes facultades:", FUNCTIONS, "Gerente"),
        ("Además, el Consejo tendrá las siguientes competencias:", FUNCTIONS, "Consejo"),
        ("La Dirección posee los siguientes cometidos:", FUNCTIONS, "Dirección"),
        ("Corresponderá a la Oficina de Partes las siguientes atribuciones:", FUNCTIONS, "Oficina de Partes"),
        ("Corresponden al Centro las siguientes atribuciones:", FUNCTIONS, "Centro"),
        ("Corresponde al Directorio:", FUNCTIONS, "Directorio"),
        ("Corresponderá especialmente al Secretario General:", FUNCTIONS, "Secretario General"),
        ("En particular compete al Directorio:", FUNCTIONS, "Directorio"),
        ("Compete a la Secretaría:", FUNCTIONS, "Secretaría"),
        ("Incumbe al Contador:", FUNCTIONS, "Contador"),
        ("A la Unidad encargada de obras le corresponderán las siguientes funciones:", FUNCTIONS, "Unidad encargada de obras"),
        ("Al Director le corresponde:", FUNCTIONS, "Director"),
        ("Le corresponderá:", FUNCTIONS, None),
        ("Le corresponderá las siguientes funciones:", FUNCTIONS, None),
        ("Esta Unidad tendrá las siguientes funciones:", FUNCTIONS, None),
        ("Dicha Oficina cumplirá las siguientes funciones:", FUNCTIONS, None),
        ("La citada Dirección tendrá las siguientes atribuciones:", FUNCTIONS, None),
        ("La Oficina de Partes será responsable de:", FUNCTIONS, "Oficina de Partes"),
        ("La Oficina de Partes estará a cargo de:", FUNCTIONS, "Oficina de Partes"),
        ("La Oficina de Partes tendrá a su cargo:", FUNCTIONS, "Oficina de Partes"),
        ("La Oficina de Partes es la encargada de:", FUNCTIONS, "Oficina de Partes"),
        ("El Comité velará por:", FUNCTIONS, "Comité"),
        ("Queda facultado el Director para:", FUNCTIONS, None),
        ("Habrá una Oficina. Son sus funciones:", FUNCTIONS, None),
        ("Es un órgano de apoyo. La Oficina de Partes tendrá las siguientes funciones:", FUNCTIONS, "Oficina de Partes"),
        ("Adscrito a la unidad existirá el asesor jurídico, quien tendrá las siguientes funciones:", FUNCTIONS, "asesor jurídico"),
        ("Cada departamento tendrá las siguientes funciones:", FUNCTIONS, "departamento"),
        ("Compete à Secretaria:", FUNCTIONS, "Secretaria"),
        ("São funções da Secretaria as seguintes:", FUNCTIONS, "Secretaria"),
        ("Às Comissões, em razão da matéria, cabe:", FUNCTIONS, "Comissões"),
        ("As Comissões, em razão da matéria, cabe:", FUNCTIONS, "Comissões"),
        ("§ 2° — As Comissões, em razão da matéria, cabe:", FUNCTIONS, "Comissões"),
        ("À Diretoria compete:", FUNCTIONS, "Diretoria"),
        ("São atribuições do Secretário:", FUNCTIONS, "Secretário"),
        ("Adiciónase la siguiente función al Consejo Directivo:", FUNCTIONS, "Consejo Directivo"),
        ("La Oficina de Partes deberá:", PERHAPS, "Oficina de Partes"),
        ("El Director podrá:", PERHAPS, "Director"),
        ("La Oficina tendrá por finalidad:", OBJECTIVE, "Oficina"),
        ("El Servicio tiene como objetivos:", OBJECTIVE, "Servicio"),
        ("Son fines de la Agencia:", OBJECTIVE, None),
        ("La estructura orgánica de la Agencia es la siguiente:", UNITS, "Agencia"),
        ("La Agencia tendrá la siguiente estructura:", UNITS, "Agencia"),
        ("La Dirección General está conformada por los siguientes departamentos:", UNITS, "Dirección General"),
        ("La División se compone de las siguientes secciones:", UNITS, "División"),
        ("La Gerencia contará con las siguientes unidades:", UNITS, "Gerencia"),
        ("Del Director dependerán las siguientes oficinas:", UNITS, None),
        ("El Consejo estará integrado por:", OTHER, "Consejo"),
        ("Son requisitos para ser Director:", OTHER, None),
        ("Constituyen recursos del Servicio:", OTHER, None),
        ("Para los efectos de esta ley se entenderá por:", OTHER, None),
        ("El patrimonio de la Agencia está formado por:", OTHER, None),
        ("Los ingresos serán:", OTHER, None),
        ("Se aplicarán las siguientes sanciones:", OTHER, None),
    ],
)  # fmt: skip
def test_a_sentence_announces_a_list(sentence: str, announced: Announced, subject: str | None) -> None:
    lead = lead_in(sentence)
    assert lead is not None
    assert lead.announced is announced
    if announced is not OTHER:
        assert lead.subject == subject


@pytest.mark.parametrize(
    "sentence",
    [
        "La Oficina de Partes recibe la correspondencia.",
        "El Director cumple las funciones que le encarga la ley.",
        "El Consejo sesionará dos veces al mes.",
        "La Oficina ejercerá funciones en todo el país.",
        "Quien ejerza esas funciones responderá por ellas.",
    ],
)
def test_a_sentence_that_only_tells_announces_nothing(sentence: str) -> None:
    assert lead_in(sentence) is None


@pytest.mark.parametrize(
    ("item", "is_done"),
    [
        ("Dirigir la oficina.", True),
        ("Coordinarse con los demás.", True),
        ("Oír a los vecinos.", True),
        ("“Abrir las cartas.", True),
        ("Titular de la Oficina.", False),
        ("Lugar de trabajo.", False),
        ("La dirección de la oficina.", False),
        ("El Alcalde;", False),
        ("", False),
    ],
)
def test_an_item_says_what_is_done_when_it_begins_with_an_infinitive(item: str, is_done: bool) -> None:
    assert begins_with_a_verb(item) is is_done
