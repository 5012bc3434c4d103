"""Texts of functions as Spanish-speaking bodies print them, made of words that all of them share.

Takes a source of chance; returns texts, names and rewordings. Called by the generator of pairs. Each unit has a
few matters of its own; everything else ("coordinar", "informar", "gestión") is common to all.
"""

from __future__ import annotations

from random import Random


def _parted(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


VERBS = _parted(
    "Coordinar|Supervisar|Proponer|Elaborar|Ejecutar|Administrar|Evaluar|Diseñar|Difundir|Fiscalizar|"
    "Asesorar|Gestionar|Mantener|Desarrollar|Implementar|Controlar|Revisar|Informar|Dirigir|Registrar|"
    "Tramitar|Atender|Planificar|Sistematizar|Verificar|Promover|Formular|Organizar|Preparar|Actualizar|"
    "Custodiar|Representar"
)
THINGS = _parted(
    "los planes|las políticas|los procesos|los procedimientos|los informes|las estadísticas|"
    "los proyectos|las solicitudes|los contratos|los convenios|las bases|los registros|las actividades|"
    "los programas|los instrumentos|las normas internas|los requerimientos|los expedientes|los sistemas|"
    "las consultas|los estudios|las propuestas|los indicadores|los protocolos|las auditorías|"
    "las capacitaciones|los recursos|las resoluciones|los inventarios|las campañas|los compromisos|"
    "los presupuestos"
)
MATTERS = _parted(
    "compras|proveedores|usuarios|archivo|tesorería|remuneraciones|tecnología|ciberseguridad|"
    "infraestructura|transporte|bibliotecas|estadística|puertos|pesca|bosques|aguas|minería|turismo|"
    "becas|vivienda|catastro|litigios|sumarios|prensa|ceremonial|cooperación|fronteras|aduanas|"
    "laboratorio|vacunas|alimentos|deporte|museos|patrimonio|juventud|adultos|migraciones|refugio|"
    "emergencias|sismología|meteorología|satélites|energía|residuos|humedales|glaciares|subsidios|"
    "créditos|seguros|pensiones|licitaciones|convenios|datos|interoperabilidad|bienestar|calidad|riesgos|"
    "transparencia|participación|género|territorios|caminos|puentes|aeródromos|telecomunicaciones|"
    "radioaficionados|imprenta|publicaciones|traducciones|cartografía"
)
LINKS = ("en materia de", "relativos a", "en el ámbito de", "vinculados con", "referidos a", "que requieran")
ENDS = _parted(
    "conforme a la normativa vigente|en coordinación con las demás unidades|de acuerdo con el plan anual|"
    "y emitir los informes correspondientes|para el cumplimiento de los objetivos institucionales|"
    "velando por la correcta aplicación de los procedimientos|dentro de los plazos establecidos|"
    "según las instrucciones de la jefatura superior|a nivel nacional y regional|"
    "con criterios de eficiencia|y proponer las mejoras que correspondan|"
    "en los casos que determine el reglamento|resguardando la confidencialidad de la información|"
    "mediante los sistemas dispuestos al efecto"
)
CLOSING = (
    "Las demás funciones que le encomiende la jefatura superior del servicio",
    "Otras funciones que le sean encomendadas en el ámbito de su competencia",
    "Realizar las demás tareas que le asigne la Dirección",
)
KINDS = ("División", "Departamento", "Subdepartamento", "Sección", "Oficina", "Unidad")
_SPARE = _parted(
    "oportuno|sistemático|integral|permanente|adecuado|respectivo|anual|semestral|técnico|operativo|"
    "digital|territorial|preventivo|conjunto|especializado|transversal|documentado|trazable|periódico|"
    "eficaz"
)


def a_function(chance: Random, matters: tuple[str, ...]) -> str:
    """Return the text of one function of a unit with these matters."""
    words = [chance.choice(VERBS), chance.choice(THINGS), chance.choice(LINKS), chance.choice(matters)]
    if chance.random() < 0.5:
        words += ["y", chance.choice((*matters, chance.choice(MATTERS)))]
    if chance.random() < 0.4:
        words += ["así como", chance.choice(VERBS).lower(), chance.choice(THINGS)]
    if chance.random() < 0.8:
        words.append(chance.choice(ENDS))
    return " ".join(words)


def reworded(chance: Random, text: str, share: float) -> str:
    """Return the text with this share of its words replaced, left out or joined by others."""
    words = text.split()
    places = chance.sample(range(len(words)), max(1, round(share * len(words))))
    for place in sorted(places, reverse=True):
        happens = chance.random()
        if happens < 0.6:
            words[place] = chance.choice((*_SPARE, *MATTERS))
        elif happens < 0.8 and len(words) > 3:
            del words[place]
        else:
            words.insert(place, chance.choice(_SPARE))
    return " ".join(words)


def some_matters(chance: Random) -> tuple[str, ...]:
    """Return the matters of one unit."""
    return tuple(chance.sample(MATTERS, 3))


def a_name(chance: Random, kind: str, used: set[str]) -> str:
    """Return the name of a unit of that rank that none in `used` bears, its rank aside, and note it there."""
    while True:
        one, other = (matter.capitalize() for matter in some_matters(chance)[:2])
        if f"{one} y {other}" not in used:
            used.add(f"{one} y {other}")
            return f"{kind} de {one} y {other}"


def named_for(kind: str, matters: tuple[str, ...], used: set[str]) -> str | None:
    """Return the name of a unit of that rank with these matters; None where another bears it."""
    one, other = (matter.capitalize() for matter in matters[:2])
    if f"{one} y {other}" in used:
        return None
    used.add(f"{one} y {other}")
    return f"{kind} de {one} y {other}"
