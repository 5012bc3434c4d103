"""The words of a question that ask and do not tell: what finds nothing, and turns of phrase around it.

Takes folded words; returns those that tell what is looked for. Called by `search_words`. All words stand here
as folding leaves them: in lower case, without accents.
"""

from __future__ import annotations

from collections.abc import Sequence


def _each_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Stand in every sentence, so that they are neither indexed nor looked for.
STOP_WORDS = _each_of(
    """
    a al algo alguien alguna algunas alguno algunos ambas ambos ante aquel aquella aquellas aquello
    aquellos aqui asi aun aunque bajo cada como con contra cual cuales cualquier cuando cuanta cuantas
    cuanto cuantos cuya cuyas cuyo cuyos de del desde donde durante e el ella ellas ellos en entre era
    eran es esa esas ese eso esos esta estan estar estas este esto estos fue fueron ha han hasta hay la
    las le les lo los mas me mi mis muy ni no nos nuestra nuestras nuestro nuestros o otra otras otro
    otros para pero por porque pues que quien quienes se sea sean segun ser si sido sin sino sobre son su
    sus tal tales tambien tan tanto te tiene tienen toda todas todo todos tras tu tus u un una unas uno
    unos usted ustedes ve vea vean ven veo ver vio y ya yo
    """
)

# Found like any word, but beside another word of a question they only ask who it is.
ASKING_WORDS = _each_of(
    """
    busca buscar busco conocer corresponde corresponden debe debo dedica dedican dime encarga encargada
    encargadas encargado encargados encargan existe favor gustaria hace hacen lleva llevan necesito ocupa
    ocupan puede puedo quiero responsable responsables saber trata tratan
    """
)

# What a question asks for by its kind ("¿qué unidad…?"), which says nothing of its name.
_ASKED_KINDS = _each_of(
    """
    area areas cargo cargos departamento departamentos direccion direcciones division divisiones entidad
    entidades funcion funcionaria funcionario funciones institucion instituciones oficina oficinas
    organismo organismos organo organos persona personas seccion secciones servicio servicios subdivision
    unidad unidades
    """
)
_BEFORE_A_KIND = frozenset({"que", "cual", "cuales"})
_BETWEEN = frozenset({"es", "son", "de", "la", "el", "las", "los"})
_IN_CHARGE = ("a", "cargo")


def telling(words: Sequence[str]) -> list[int]:
    """Return the places of the words that tell what is looked for, in order; none where all only ask."""
    asking = _turns_of_phrase(words)
    told = [place for place, word in enumerate(words) if word not in STOP_WORDS and place not in asking]
    sure = [place for place in told if words[place] not in ASKING_WORDS]
    return sure or told


def _turns_of_phrase(words: Sequence[str]) -> set[int]:
    """Return the places of "cargo" in "a cargo de", of "unidad" in "qué unidad" and "cuál es la unidad"."""
    found: set[int] = set()
    for place, word in enumerate(words):
        if tuple(words[place : place + 2]) == _IN_CHARGE:
            found.add(place + 1)
        if word in _BEFORE_A_KIND:
            kind = place + 1
            while kind < len(words) and words[kind] in _BETWEEN:
                kind += 1
            if kind < len(words) and words[kind] in _ASKED_KINDS:
                found.add(kind)
    return found
