"""The words that begin the names of units, of collegiate bodies, of whole bodies and of posts.

Takes a name as it stands in a sentence; says what it would be the name of. Called by the genres. These
tables are wider than the ranks of `organica.text.kinds`, because here a sentence or a heading says that it
names a unit.
"""

from __future__ import annotations

import re

from organica.domain.outline import OutlineSort
from organica.text.fold import words
from organica.text.kinds import kind_named, kind_that_begins

_UNITS = frozenset(
    words(
        "directorio consejo comite comision junta asamblea sala tribunal pleno colegio secretaria "
        "subsecretaria alcaldia vicerrectoria rectorado decanato decanatura facultad escuela biblioteca "
        "archivo laboratorio programa centro instituto observatorio museo grupo equipo nucleo cuerpo "
        "departamento dependencia organo presidencia vicepresidencia gobernacion subgerencia "
        "superintendencia intendencia agencia servicio administracion inspectoria inspeccion oficialia "
        "notaria consultoria escribania mesa plataforma polo region regional seremi defensoria veeduria "
        "personeria relatoria planta proyecto ventanilla juzgado coordinadora coordenacao coordenadoria "
        "gerencia diretoria assessoria ouvidoria corregedoria auditoria procuradoria divisao secao setor "
        "unidade viceministerio registro circunscripcion distrito destacamento prefectura comandancia "
        "zona estacion hospital concejo cabildo ayuntamiento comissao camara casa posta consultorio "
        "cesfam liceo complejo parque fiscalia subprocuraduria visitaduria contaduria direccion "
        "adjuntia subdireccion prosecretaria vocalia pagaduria proveeduria bodega almacen taller"
    )
)
_BODIES = frozenset(
    words(
        "agencia instituto centro servicio ministerio superintendencia administracion entidad institucion "
        "organismo autoridad corporacion empresa municipalidad municipio universidad fondo banco casa "
        "caja consejo camara comision secretaria fundacion organo procuraduria contraloria defensoria "
        "ente gobierno fiscalia tribunal registro direccion intendencia"
    )
)
_POSTS = frozenset(
    words(
        "director directora directores subdirector subdirectora jefe jefa jefes secretario secretaria "
        "subsecretario subsecretaria presidente presidenta vicepresidente vicepresidenta gerente gerenta "
        "subgerente alcalde alcaldesa administrador administradora asesor asesora encargado encargada "
        "contralor contralora auditor auditora coordinador coordinadora rector rectora vicerrector "
        "vicerrectora decano decana intendente superintendente ministro ministra viceministro "
        "viceministra procurador procuradora fiscal tesorero tesorera gobernador gobernadora comisionado "
        "comisionada prosecretario prosecretaria titular titulares oficial inspector inspectora notario "
        "notaria vocal vocales delegado delegada defensor defensora comisario comisaria sindico sindica "
        "funcionario funcionaria servidor servidora responsable comandante prefecto prefecta juez jueza "
        "relator relatora bibliotecario bibliotecaria regidor regidora regidores concejal concejala "
        "concejales consejero consejera consejeros vereador profesional abogado abogada ingeniero "
        "ingeniera arquitecto arquitecta supervisor supervisora capitan"
    )
)
# Words that are a post and a unit: which one they are is told by what stands behind them.
_BOTH = frozenset(words("secretaria subsecretaria coordinadora prosecretaria tesorera comisaria notaria"))
_NO_NAME = frozenset(words("mismo misma cual que quien anterior citada citado siguiente siguientes presente"))
_POINTING = re.compile(
    r"(?:est[ea]|es[ea]|dich[oa]|mism[oa]|tal|aquell?[oa]|(?:(?:la|el)\s+)?(?:citad|referid|mencionad|precitad|aludid)[oa])\b",
    re.IGNORECASE,
)
_WHOLE_NAME = re.compile(
    r"\s+[A-ZÁÉÍÓÚÑ]\w+(?:\s+[A-ZÁÉÍÓÚÑ]\w+)*\s+(?:de|del)\s+(?:(?:la|las|los)\s+)?[A-ZÁÉÍÓÚÑ]"
)
_ARTICLES = re.compile(
    r"(?:el\s*/\s*la|el\s+o\s+la|la\s+o\s+el|la\s*/\s*el|los\s+y\s+las|el|la|los|las|lo|un|una|cada|o|a|os|as)\s+",
    re.IGNORECASE,
)


def without_article(name: str) -> str:
    """Return a name without the article before it ("El/La Jefe/a" is "Jefe/a")."""
    return _ARTICLES.sub("", name, count=1).strip() if _ARTICLES.match(name) else name.strip()


def points_back(name: str) -> bool:
    """Return whether the words point at a unit that was named before ("esta unidad", "dicha División")."""
    found = _POINTING.match(name.strip())
    # "Esta Dirección de Obras Municipales" names it again.
    return found is not None and _WHOLE_NAME.match(name.strip(), found.end()) is None


def sort_of(name: str) -> OutlineSort | None:
    """Return what the words would be the name of: a unit or a post; None when of neither."""
    said = words(name)
    if not said or said[0] in _NO_NAME:
        return None
    first = said[0]
    if first in _POSTS and not (first in _BOTH and _is_unit(said)):
        return OutlineSort.POST
    return OutlineSort.UNIT if kind_that_begins(name) or first in _UNITS else None


def may_be_a_body(name: str) -> bool:
    """Return whether the words may name a whole public body."""
    said = words(name)
    # Colombia: "Departamento Administrativo de la Función Pública".
    return bool(said) and (said[0] in _BODIES or said[:2] == ("departamento", "administrativo"))


def names_units(word: str) -> bool:
    """Return whether the word, in singular or plural, stands for units ("departamentos", "órganos")."""
    said = words(word)
    if len(said) != 1:
        return False
    one = said[0]
    singular = one.removesuffix("es") if one.endswith(("ones", "ales", "ores")) else one.removesuffix("s")
    if one.endswith("oes"):
        singular = f"{one[:-3]}ao"
    return kind_named(one) is not None or bool({one, singular} & (_UNITS | _BODIES))


def is_group(name: str) -> bool:
    """Return whether the words are a plural that names no unit of its own ("Órganos de línea")."""
    first = without_article(name).split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold().endswith("s") and names_units(first[0])


def _is_unit(said: tuple[str, ...]) -> bool:
    """Return whether "secretaría" is the unit: written with its accent, or followed by what units bear."""
    return len(said) > 1
