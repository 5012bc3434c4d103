"""The sentence before a list: whether the list is one of functions, and whose.

Takes one passage; returns what it announces and the words that name the unit. Called by the genre of legal
texts. Each table grows by a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from organica.importer.unit_words import names_units, points_back, without_article
from organica.text.fold import words

FUNCTION_NOUN = (
    r"(?:funci[oó]n(?:es)?|atribuci[oó]n(?:es)?|facultad(?:es)?|competencias?|cometidos?|obligaci[oó]n(?:es)?|"
    r"responsabilidad(?:es)?|deberes|tareas|acciones|potestades|labores|actividades|fun[cç][oõ]es|atribui[cç][oõ]es|finalidades)"
)
_ADJECTIVES = (
    r"(?:\s+(?:y|e|o|,|principales|principal|espec[ií]ficas?|generales|b[aá]sicas|propias|esenciales|exclusivas|"
    r"indelegables|no delegables|permanentes|t[eé]cnicas|administrativas|especiales|fundamentales|privativas|"
    rf"{FUNCTION_NOUN})|,\s*{FUNCTION_NOUN})*"
)
_NOUNS = rf"(?:principales\s+|respectivas\s+|dem[aá]s\s+)?{FUNCTION_NOUN}{_ADJECTIVES}"


_ALSO = r"(?:tambi[eé]n\s+|adem[aá]s,?\s+|asimismo,?\s+|igualmente\s+)?"


class Announced(StrEnum):
    """What a list is of."""

    FUNCTIONS = "functions"
    PERHAPS = "perhaps"
    OBJECTIVE = "objective"
    UNITS = "units"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Lead:
    """What a sentence announces. `subject` is the name in it, None where it names none or points back."""

    announced: Announced
    subject: str | None = None


# What the words just before the list say that it is not: members, resources, requirements, definitions.
_NOT_FUNCTIONS = re.compile(
    r"\b(?:integrad[oa]s?|conformad[oa]s?|compuest[oa]s?|constituid[oa]s?|formad[oa]s?|estructurad[oa]s?|"
    r"se\s+(?:integra|compone|conforma|constituye)n?|integrar[aá]n?|conformar[aá]n?|constituir[aá]n\s+(?:recursos|el)|"
    r"miembros|integrantes|requisitos|patrimonio|recursos\s+(?:de|del|propios|financieros)|ingresos|"
    r"se\s+entender[aá]|se\s+entiende|definiciones|t[eé]rminos|causales|prohibiciones|inhabilidades|sanciones|"
    r"normas?\s+(?:legales|siguientes|sustantivas)|siguientes\s+normas|documentos|antecedentes|etapas|plazos|"
    r"criterios|principios|reglas|procedimiento|clases|tipos|casos|sesiones|fondos|bienes|modalidades)\b",
    re.IGNORECASE,
)
_STRUCTURE_NOUN = re.compile(
    r"\b(?:estructura(?:\s+(?:org[aá]nica|interna|organizativa|organizacional|b[aá]sica|administrativa))?|"
    r"organizaci[oó]n\s+interna|organigrama)\b(?!.*\bfunciones\s+siguientes)",
    re.IGNORECASE,
)
# "La estructura orgánica de la Agencia": the units are the Agency's.
_STRUCTURE_OF = re.compile(
    r"^(?:estructura|organizaci[oó]n|organigrama)(?:\s+\w+)?(?:\s+y\s+\w+)?\s+(?:del|de\s+la)\s+",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"siguientes?|as[ií]|compone|comprende|:$", re.IGNORECASE)
_COMPOSED = re.compile(
    r"\b(?:siguientes?|compuest[oa]s?|integrad[oa]s?|conformad[oa]s?|constituyen|constituid[oa]s?|formad[oa]s?|"
    r"cuenta\s+con|contar[aá]\s+con|dependen|depender[aá]n|compone|divide|organiza|estructura|comprende|(?:son|siguientes)\s*:)",
    re.IGNORECASE,
)
# "No tendrá las siguientes atribuciones:", "dejará de ejercer las siguientes funciones:"
_DENIED = re.compile(
    r"\b(?:no|ya\s+no|dejar[aá]n?\s+de|cesar[aá]n?\s+(?:de|en)|tampoco)\s+(?:le\s+|les\s+|se\s+)?"
    r"(?:tendr|tiene|ejerc|cumpl|desempe|correspond|compet|asum|ser[aá]|son|podr|incumb)",
    re.IGNORECASE,
)
# Functions that one unit has and another exercises, or that are handed over for a time.
_HANDED_OVER = re.compile(
    r"\b(?:ejercidas|asumidas|cumplidas|desempe[ñn]adas)\s+por\s+(?:el|la)\s+(?P<name>[^,:;]{3,200}?)"
    r"(?=\s*(?:[,:;]|\s[ye]\s|$))"
    r"|^(?:\w+:\s*)?(?:del[eé]ga(?:n?se)|encomi[eé]nda(?:n?se)|traspás[ae]n?se|trasl[aá]da(?:n?se))\s+(?:en|al|a)\s+(?:el\s+|la\s+)?"
    r"(?P<heir>[^,:;]{3,200}?)(?=\s*(?:,|las?\s|los\s|el\s|:))",
    re.IGNORECASE,
)
_STRONG: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:siguientes?|seguintes?)\s+(?:\w+\s+){{0,2}}?{FUNCTION_NOUN}\b",
        rf"\b{FUNCTION_NOUN}{_ADJECTIVES}(?:\s+\w+){{0,3}}\s*,?\s+(?:las?\s+|los\s+|as\s+|os\s+)?(?:siguientes?|seguintes?)\b",
        rf"^(?:son|ser[aá]n|constituyen|s[aã]o|ser[aã]o)\s+{_ALSO}(?:[la]s?\s+|los\s+|sus\s+)?{_NOUNS}\b",
        rf"\b(?:como|por|las|los|sus|son|a)\s+{_NOUNS}\s*(?:,?\s*(?:las|los|son|ser[aá]n)(?:\s+(?:las|los))?(?:\s+siguientes)?)?\s*:?$",
        rf"^(?:las?|los|sus)\s+{_NOUNS}\s+(?:de|del|que)\b.*\b(?:son|ser[aá]n|siguientes?)\b",
        rf"^(?:las?\s+|los\s+|sus\s+)?{_NOUNS}(?:\s+(?:de|del)\b[^:.]*)?\s*:$",
        rf"\b(?:tendr[aá]n?|tienen?|ejercer[aá]n?|ejercen?|cumplir[aá]n?|cumplen?|desempe[ñn]ar[aá]n?|posee|"
        rf"desarrollar[aá]n?|asumir[aá]n?)\b[^:]*\b{FUNCTION_NOUN}\b[^:]{{0,120}}:$",
    )
)
# Verbs of charge: what follows the colon is what the unit does.
_CHARGED = re.compile(
    r"\b(?:(?:le\s+)?(?:corresponde|corresponden|corresponder[aá]n?|competem?|competen|competer[aá]n?|incumbe|cabem?\w*|"
    r"correspondi[eé]ndole\w*|cabe|caber[aá])|"
    r"(?:tendr[aá]|tiene|tendr[aá]n|tienen)\s+(?:a\s+su\s+cargo|por\s+(?:objeto|finalidad|objetivo|misi[oó]n)|como\s+(?:objeto|"
    r"finalidad|objetivo|misi[oó]n)|la\s+responsabilidad)|(?:es|son|ser[aá]|ser[aá]n)\s+(?:el\s+|la\s+)?(?:responsables?|encargad[oa]s?)|"
    r"se\s+encargar?[aá]?n?|encargad[oa]\s+de|velar(?:\s+por|[aá])?|est[aá](?:r[aá])?\s+a\s+cargo\s+de|compete\s+a|"
    r"estar[aá]\s+facultad[oa]|queda\s+facultad[oa])\b[^:]*:$",
    re.IGNORECASE,
)
# What it is for, in points: "tendrá por finalidad:".
_AIMS = re.compile(
    r"\b(?:tendr[aá]n?|tienen?|son|ser[aá]n)\s+(?:por|como|sus|los)?\s*(?:siguientes\s+)?(?:objeto|finalidad(?:es)?|fines|objetivos?|misi[oó]n)"
    r"(?:\s+(?:de|del|la|los|las|siguientes?|principal(?:es)?|espec[ií]ficos?|generales)){0,3}[^:,]{0,60}:$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:deber[aá]n?|debe|podr[aá]n?|puede)\b[^:]{0,120}:$", re.IGNORECASE)

_VERB = (
    r"(?:no\s+|s[oó]lo\s+|adem[aá]s,?\s+|tambi[eé]n\s+|as[ií]\s?mismo,?\s+|en\s+\w+,?\s+)?(?:se\s+|le\s+|les\s+)?"
    r"(?:tiene|tienen|es|son|est[aá]|est[aá]n|cuenta|cuentan|ejerce|ejercen|cumple|cumplen|desempe[ñn]a|depende|dependen|"
    r"constituye|act[uú]a|debe|deben|puede|pueden|posee|goza|vela|asesora|integra|comprende|encarga|compone|conforma|"
    r"organiza|dirige|representa|coordina|corresponde|"
    # Every other verb of duty stands in the future ("asesorará"); capitals often go without their accent.
    r"tendran?|sera|seran|debera|deberan|podra|podran|estara|ejercera|cumplira|dependera|contara|"
    r"[a-záéíóúñ]{2,}(?:rá|rán))(?![a-záéíóúñ])"
)
_NAME = r"(?P<name>[^:;]{3,260}?)"
_SUBJECTS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Mexico: "Al frente de la Unidad de Asuntos Jurídicos habrá un Titular a quien le corresponde:"
        rf"^al\s+frente\s+(?:del|de\s+la|de\s+cada)\s+{_NAME},?\s+(?:habr[aá]|estar[aá]|est[aá]|existir[aá])\b",
        # "Adscrito a esta unidad existirá el asesor urbanista, quien …, correspondiéndole …"
        rf"\b(?:existir[aá]|habr[aá]|contar[aá]\s+con|cuenta\s+con)\s+(?:una?|el|la)\s+{_NAME},?\s+(?:quien|que|la\s+cual|el\s+cual|cuy[oa])\b",
        # "A la unidad encargada de obras le corresponderán las siguientes funciones:"
        rf"^(?:adem[aá]s,?\s+)?(?:al|a\s+la|a\s+el|a\s+los|a\s+las|a\s+cada|ao|aos|à|às)\s+{_NAME},?\s+(?:le\s+|les\s+)?(?:corresponde\w*|compete\w*|incumbe\w*)\b",
        # Brazil: "Às Comissões, em razão da matéria, cabe:"; often without its accent.
        r"^(?:ao|aos|à|às|as)\s+(?P<name>[^:;,]{3,260}?)(?:,.{0,200})?\s+(?:cab|compet|incumb)\w+\s*:$",
        # An amending act: "Adiciónase la siguiente función al Consejo Directivo:"
        rf"^(?:adici[oó]n[ae]n?|agr[eé]ga?n?|incorp[oó]r[ae]n?)se\b[^:]*\b{FUNCTION_NOUN}\s+(?:al|a\s+la)\s+{_NAME}\s*:$",
        # "Corresponden al Centro las siguientes atribuciones:", "En particular compete al Directorio:"
        rf"(?<!\bque\s)\b(?:corresponde\w*|compete\w*|incumbe\w*|cabe)\b,?(?:\s+(?:en\s+general|adem[aá]s|asimismo|especialmente|en\s+particular|exclusivamente),?)?"
        rf"\s+(?:al|a\s+la|a\s+el|a\s+los|a\s+las|ao|aos|à|às)\s+{_NAME},?(?:\s*:|(?<!de)(?<!para)(?<!a)(?<!\by)\s+(?:(?:las?|los|el)\s+(?:siguientes?|{_NOUNS})|"
        r"[a-záéíóú]{2,}[aei]r(?:se)?)\b|(?<!de)(?<!en)(?<!con)(?<!por)(?<!para)\s+(?:la|el|las|los)\s+[a-záéíóúñ]|\s*$)",
        # "Son funciones de la Secretaría General las siguientes:", "Funciones del Consejo Directivo"
        rf"^(?:en\s+\w+,?\s+)?(?:son|ser[aá]n|constituyen|s[aã]o|ser[aã]o|las?|los|sus)?\s*{_ALSO}{_NOUNS}\s+(?:de\s+las?|de\s+los|del?|d[ao]s?)\s+{_NAME}"
        r"(?:,?(?:(?<!\bde)(?<!\ben)(?<!\bpor)(?<!\bcon)(?<!\bpara)(?<!\sy)\s+(?:las|los|as)|"
        r"\s+(?:son|ser[aá]n|adem[aá]s|entre\s+otras))\b[^:]*)?\s*[:.]?$",
        # "La Gerencia General tendrá como principales funciones:"
        rf"^(?:(?:en\s+general|adem[aá]s|asimismo|(?:para|en|mientras|cuando|hasta|durante|sin|conforme|seg[uú]n|por|con|como|a)\s+\w[^,:]{{0,160}}),\s+)?(?:(?:el\s*/\s*la|el\s+o\s+la|el|la|los|las|o|a|cada)\s+|(?=(?:est[ea]|dich[oa])\s)){_NAME},?\s+{_VERB}",
    )
)
_CUT = re.compile(
    r",?\s+(?:en\s+su\s+caso\b|en\s+adelante\b|(?:a|con|de|por)\s+quien|(?:a|de|en)\s+(?:la|el)\s+que\b|del\s+que\b|al\s+que\b|"
    r"(?:don|do[ñn]a|sr|sra|dr|dra)\b|a\s+cargo\s+de\b|y\s+(?:las|los)\s+(?:unidades|dem[aá]s|direcciones)\b|o\s+(?:al|a\s+la)\s|como\s+ente|como\s+[oó]rgano|en\s+su\s+calidad|a\s+trav[eé]s|por\s+intermedio|dependiente|bajo\s+la|de\s+conformidad|"
    r"adem[aá]s|asimismo|(?:la|el)\s+cual|que\b|quien\b|cuy[oa]\b|sin\s+perjuicio|en\s+el\s+(?:marco|ejercicio|cumplimiento)|"
    r"para\s+(?:el|los|su)\s+(?:cumplimiento|efectos|logro)|ser[aá]n?\b|son\b|las\s+siguientes|los\s+siguientes).*$",
    re.IGNORECASE,
)
# "Habrá un Secretario Ejecutivo, a quien …"
_THIS = re.compile(r"^(?:est[ea]|dich[oa])\s+", re.IGNORECASE)
_LEFT_PREPOSITION = re.compile(r",\s+(?:a|con|de|por|en)$", re.IGNORECASE)
# Brazil numbers the paragraphs of an article: "§ 2º As Comissões …".
_PARAGRAPH_MARK = re.compile(r"^(?:[-–•]\s*)?(?:§+\s*\d{1,3}\s*[°ºo]?|Par[aá]grafo\s+[uú]nico)\s*[-–—.:]*\s*")
_SENTENCE_GAP = re.compile(r"(?<=[.;])\s+(?=[A-ZÁÉÍÓÚÑ¿“\"])")
_INFINITIVE = re.compile(
    r"[a-záéíóúñ]+(?:[aeiíáé]r)(?:se|la|lo|las|los|le|les)?(?![a-záéíóúñ])", re.IGNORECASE
)
# Some bodies write what a unit does in the present tense: "Dirige las sesiones del Concejo".
_PRESENT_VERBS = frozenset(
    words(
        "representa coordina dirige planifica ejecuta elabora tiene vela supervisa administra controla "
        "asesora propone realiza lleva emite organiza atiende apoya brinda encarga formula "
        "gestiona promueve participa recibe"
    )
)
_NOT_INFINITIVES = frozenset(
    words("lugar titular particular militar familiar escolar ser auxiliar hogar taller popular")
)


def lead_in(text: str) -> Lead | None:
    """Return what the last sentence of a passage announces, or None when it announces no list."""
    sentence = _PARAGRAPH_MARK.sub("", last_sentence(text))
    announced = _announced(sentence)
    if announced is None:
        return None
    subject = subject_of(sentence)
    if subject is not None and announced is Announced.UNITS:
        subject = _STRUCTURE_OF.sub("", subject)
    return Lead(announced, None if subject is None or points_back(subject) else subject)


def last_sentence(text: str) -> str:
    """Return the last sentence of a passage."""
    return sentences_of(text)[-1]


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a passage; clauses that end in a semicolon are sentences too."""
    return _SENTENCE_GAP.split(text)


def subject_of(sentence: str) -> str | None:
    """Return the name of what a sentence is about, without its article; None where it is not said plainly."""
    handed = _HANDED_OVER.search(sentence)
    if handed:
        return _cut(handed["name"] or handed["heir"])
    for pattern in _SUBJECTS:
        found = pattern.search(sentence)
        if found:
            return _cut(found["name"])
    return None


def grammatical_subject(sentence: str) -> str | None:
    """Return the name that stands before the verb of a sentence, without its article; None where none."""
    found = _SUBJECTS[-1].search(sentence)
    return _cut(found["name"]) if found else None


def _cut(name: str) -> str:
    name = _LEFT_PREPOSITION.sub("", _CUT.sub("", name)).strip(" ,.")
    name = name if name.count("-") % 2 == 0 else name.strip(" -–—")
    return name if points_back(name) else without_article(_THIS.sub("", name))


def begins_with_a_verb(text: str) -> bool:
    """Return whether an item says what is done: "Dirigir…", or "Dirige…"."""
    first = text.lstrip('“"¿¡(').removeprefix("Se ").split(maxsplit=1)[:1]
    if first and words(first[0]) and words(first[0])[0] in _PRESENT_VERBS:
        return True
    if not first or not _INFINITIVE.fullmatch(first[0].rstrip(",;:.")):
        return False
    return words(first[0]) != () and words(first[0])[0] not in _NOT_INFINITIVES


def _announced(sentence: str) -> Announced | None:
    ends = sentence.endswith(":")
    tail = sentence[-160:]
    if _DENIED.search(sentence):
        return Announced.OTHER if ends else None
    if ends and _AIMS.search(sentence):
        return Announced.OBJECTIVE
    if any(pattern.search(sentence) for pattern in _STRONG) and not _denied(sentence):
        return Announced.FUNCTIONS
    if _names_a_structure(sentence):
        return Announced.UNITS if ends else None
    if not ends:
        return None
    if _NOT_FUNCTIONS.search(tail):
        return Announced.OTHER
    if _CHARGED.search(sentence):
        return Announced.FUNCTIONS
    return Announced.PERHAPS if _MAY.search(sentence) else Announced.OTHER


def _denied(sentence: str) -> bool:
    """Return whether the words right before the list say that it is of something else."""
    tail = sentence[-70:]
    return _NOT_FUNCTIONS.search(tail) is not None and not re.search(FUNCTION_NOUN, tail, re.IGNORECASE)


def _names_a_structure(sentence: str) -> bool:
    tail = sentence[-200:]
    if _STRUCTURE_NOUN.search(tail) and _FOLLOWS.search(tail):
        return True
    said = words(tail)[-16:]
    return _COMPOSED.search(tail) is not None and any(
        word.endswith("s") and names_units(word) for word in said
    )
