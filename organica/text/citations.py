"""Citations of legal sources as officials write them: "Resolución exenta 35B de 2024", "Ley N° 19.886".

Takes text; returns the citations in it with kind, number, series, year, day and where they stand. Lists
count: "los Decretos 3620 de 2004 y 485 de 2009" are two. Called by the importer. Kinds are rows of
`source_kinds`, numbers rows of `_NUMBERS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from organica.text.fold import words
from organica.text.printed_dates import date_at, year_of_two_or_three
from organica.text.source_kinds import SOURCE_KINDS, SourceKind, spelled

__all__ = ["SOURCE_KINDS", "Citation", "citations"]

_MOST_CHARACTERS_OF_ISSUER = 140
_YEAR = r"(?:18|19|20)\d{2}(?!\d)"
_DIGIT = re.compile(r"\d")
# In lower-case text: the first word of a kind stands alone, or a format left it stuck to the word before.
_HEAD = re.compile(
    "(?=[acdeilmnopr])(?:"
    + "|".join(f"(?P<{kind.code}>{spelled(kind)})" for kind in SOURCE_KINDS)
    + r")(?![^\W_])"
)
_HEAD_AT = re.compile(rf"(?<![^\W_]){_HEAD.pattern}")
_STUCK = re.compile(r"(?<=[a-záéíóúñ])(?=Ley|Decreto|Resolución|Disposición|Decisión)")
_KIND_BY_CODE = {kind.code: kind for kind in SOURCE_KINDS}
_EXEMPT = {"resolucion": "resolucion_exenta", "decreto": "decreto_exento"}

# "N°", "Nº.", "N.º", "Nros.", "N°s", "Núm.", "No.-", and how scans misread the sign: "N9 5", "N* 5".
_SIGN = (
    r"(?:[nN](?:\.?\s?[°ºª]\s?(?:s(?![a-z]))?|[oO0][sS]?(?![a-zA-Z])|[rR][oO]?[sS]?(?![a-zA-Z])"
    r"|[uúUÚ][mM](?:[eE][rR][oO])?[sS]?(?![a-zA-Z])|[*?]|9(?=\s)|(?![^\W\d_]))"
    r"\.?\s?[-–]?|#)"
)
_SIGN_AT = re.compile(rf"\s{{0,3}}{_SIGN}\s{{0,3}}(?=[\dA-Z])")
_BLANKS_AT = re.compile(r"\s{0,3}")
# The body or the adjective between kind and sign: "Resolución del Ministerio de Salud Nº 424/96".
_ISSUER_AT = re.compile(rf"(?P<words>(?:\s+[^\W\d_][^\s\d,;:()\[\]]*){{1,14}}?)\s+(?={_SIGN}\s{{0,3}}\d)")
_OF_AN_ISSUER = frozenset(
    words(
        "de del la las los el y e sobre da do das dos em organica organico constitucional general "
        "marco especial federal nacional provincial regional municipal conjunta conjunto ministerial "
        "ordinaria reglamentario reglamentaria electronica presidencial administrativa"
    )
)
_NOT_OF_AN_ISSUER = frozenset(
    words(
        "que por mediante segun conforme oficio expediente acta articulo art inciso anexo informe solicitud "
        "formulario proyecto contrato convenio memorando carta dictamen boletin titulo capitulo capitulos"
    )
)

_INTEGER = r"\d{1,3}(?:\.\d{3}){1,2}(?!\d)|\d{1,7}(?!\d)"
_INITIALS = r"[A-ZÑ][A-ZÑ\d]*(?:[-/.][A-ZÑ\d]+)*"
_YEAR_OF_NUMBER = rf"(?:{_YEAR}|2\.0\d{{2}}(?!\d))"
_BAR = r"\s?[-–/]\s?"
# A format may have left the official journal stuck to the number: "569/2019B.O. 20/8/2019".
_ENDS = r"(?:(?!\w)|(?=[BD]\.O))"
# How a number is printed, the special before the general.
_NUMBERS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        # "119123/129/2019": resolutions about staff in Chile.
        rf"(?P<number>\d{{1,7}}/\d{{1,5}})/(?P<year>{_YEAR})",
        # "052-2019-EF", "002-2021-EF/54.01", "054-2018- PCM", "1926/2018", "1/2.005"
        rf"(?P<number>{_INTEGER}){_BAR}(?P<year>{_YEAR_OF_NUMBER})(?:\s?[-–/]\s?(?P<issuer>{_INITIALS}))?{_ENDS}",
        # "463-GCABA-AJG/19", "40200-MP-MEIC-MC"
        rf"(?P<number>{_INTEGER})-(?P<issuer>[A-Z]{{2,}}(?:[-/][A-Z]+)*)(?:/(?P<short>\d{{2}}))?(?!\w)",
        # "SERCOP-2021-0112", "MDT-2020-001", "ARCOTEL-0123-2020"
        rf"(?P<issuer>[A-Z]{{2,}}(?:-[A-Z]+)*)-(?P<year>{_YEAR})-(?P<number>\d{{1,7}})(?![\w/]|-\w)",
        rf"(?P<issuer>[A-Z]{{2,}}(?:-[A-Z]+)*)-(?P<number>\d{{1,7}})-(?P<year>{_YEAR})(?![\w/]|-\w)",
        # "1628/96", "94/012"
        rf"(?P<number>{_INTEGER})/(?P<short>\d{{2}}|[089]\d{{2}})(?![/\d]|-\d){_ENDS}",
        # "35B", "370-B", "370 B, de", "35 «B»"
        rf"(?P<number>{_INTEGER}|\d{{1,7}})(?:[-–]?(?P<series>[A-Za-z])(?!\w)"
        r"|\s(?P<apart>[A-Z])(?=,?\s+del?\s|\s*/?\s*$)|\s?[\"“«](?P<quoted>[A-Z])[\"”»])",
        rf"(?P<number>{_INTEGER})(?![\w/]|[-–]\d|\.\d|\s?%)",
    )
)
# "1-19.704", "1/19.653": the law that the decree restates is part of its number.
_NUMBER_WITH_LAW = re.compile(
    rf"(?P<number>\d{{1,3}}{_BAR}(?!{_YEAR_OF_NUMBER})(?:\d{{1,2}}\.\d{{3}}|\d{{4,5}}))(?![\w/]|-\w|\.\d)"
)

_PUBLISHED = (
    r"(?:\(?\s*(?:(?:D\.?\s?O\.?(?:\s?U\.?)?|B\.?\s?O\.?)(?!\w)|Diario\s+Oficial|Bolet[ií]n\s+Oficial)"
    r"(?:\s+N[°º]\s?[\d.]+)?(?:\s+(?:de|del|de\s+fecha))?[\s:,]*)"
)
_WHEN = re.compile(
    rf"(?:\s*,?\s+(?i:de|del|do|con)\s+(?i:(?:fecha|data|d[ií]a)\s+(?:de\s+)?)?|\s*,\s+"
    rf"|\s*,?(?:\s+(?i:art)[^;:(]{{0,40}}?)?\s*{_PUBLISHED})"
)
_JOURNAL = re.compile(rf"\s*,?\s*{_PUBLISHED}")
_OF_YEAR = re.compile(rf",?\s+(?i:del?|do)\s+(?i:a[nñ]o\s+)?(?P<year>{_YEAR})")
# "N° 250, del Ministerio de Hacienda, de 2004"
_BODY_BETWEEN = re.compile(
    r",?\s+del?\s+(?:la\s+|el\s+|los\s+)?[A-ZÁÉÍÓÚÑ][^\d,.;:()]{2,80},(?=\s+del?\s+(?:a[nñ]o\s+)?(?:\d))"
)
_EXEMPT_BEHIND = re.compile(r"\s{1,3}exent[ao](?![^\W_])", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:d[ií]as?|meses|a[nñ]os|horas|por\s+ciento|personas|veces|miembros|art[ií]culos)(?!\w)"
)

_NEXT_IN_LIST = re.compile(
    r"(?:\s+y\s+sus?\s+(?:[^\W\d_]+\s?){1,3}|\s?\([^()]{1,80}\))?(?:\s*[,;]\s*(?:[yeo]\s+)?|\s+[yeo]\s+)(?:(?:la|el|las|los)\s+)?"
    rf"(?P<sign>{_SIGN}\s{{0,3}})?(?=\d)"
)
_ENDS_AN_ITEM = re.compile(
    r"\s*(?:[,.;:)\]\"”»-]|$)|\s+(?:[yeo]|del?|que|sobre|ambos|ambas|todos|todas|respectivamente|sus|[A-Z(])(?!\w)"
)
_ALL_OF_YEAR = re.compile(
    rf",?\s+(?:amb[oa]s|tod[oa]s)(?:\s+ell[oa]s)?,?\s+del?\s+(?:a[nñ]o\s+)?(?P<year>{_YEAR})"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation. `number` has no points of thousands and keeps leading zeros; `issuer` as printed.

    `date` is the day printed behind the number, "2011-11-03", of signing or of publication. `start` and `end`
    are offsets in the text that was searched, end excluded.
    """

    kind: str
    number: str
    series: str | None
    year: int | None
    issuer: str | None
    printed: str
    start: int
    end: int
    date: str | None = None


def citations(text: str) -> tuple[Citation, ...]:
    """Return the citations in the text, in its order; a kind without a number is none."""
    if _DIGIT.search(text) is None:
        return ()
    low = text.replace("İ", "I").lower()
    found: list[Citation] = []
    heads = list(_heads(text, low))
    for position, (start, end, kind) in enumerate(heads):
        limit = heads[position + 1][0] if position + 1 < len(heads) else len(text)
        if not found or start >= found[-1].end:
            found += _cited(text, start, end, kind, limit)
    return tuple(found)


def _heads(text: str, low: str) -> Iterator[tuple[int, int, SourceKind]]:
    """Yield start, end and kind of each word that may begin a citation."""
    stuck = {place.start() for place in _STUCK.finditer(text)}
    places = list(_HEAD_AT.finditer(low))
    places += [head for at in sorted(stuck) if (head := _HEAD.match(low, at))]
    for head in sorted(places, key=re.Match.start):
        kind = _KIND_BY_CODE[head.lastgroup or ""]
        capitals = kind.capitals
        if capitals and head[0] == capitals.lower() and text[head.start() : head.end()] != capitals:
            continue
        yield head.start(), head.end(), kind


def _cited(text: str, start: int, end: int, kind: SourceKind, limit: int) -> list[Citation]:
    """Return the citation that begins with this kind and, behind a plural, those of its list."""
    sign = _SIGN_AT.match(text, end) or _issuer_and_sign(text, end, limit)
    at = sign.end() if sign else _blanks(text, end)
    first = _one(text, start, at, kind, sign is not None)
    if first is None:
        return []
    found = [first]
    plural = text[start:end].split()[0].lower()
    marked = sign is not None and re.search(r"s\W*$", sign[0], re.IGNORECASE) is not None
    if marked or (plural.endswith("s") and len(plural) > 4):
        found += _rest_of_list(text, first.end, _KIND_BY_CODE[first.kind])
        if len(found) == 1 and not (sign or first.year):
            return []
        everyone = _ALL_OF_YEAR.match(text, found[-1].end)
        if everyone:
            found = [replace(one, year=one.year or int(everyone["year"])) for one in found]
    return found


def _rest_of_list(text: str, at: int, kind: SourceKind) -> list[Citation]:
    found: list[Citation] = []
    while joint := _NEXT_IN_LIST.match(text, at):
        sign = joint["sign"] is not None
        one = _one(text, joint.end(), joint.end(), kind, sign)
        if one is None or not (sign or one.year or _ENDS_AN_ITEM.match(text, one.end)):
            break
        found.append(one)
        at = one.end
    return found


def _one(text: str, start: int, at: int, kind: SourceKind, sign: bool) -> Citation | None:
    """Return the citation whose number stands at this offset, or None."""
    found = _number_at(text, at, kind, sign)
    if found is None:
        return None
    groups = found.groupdict()
    end, code = found.end(), kind.code
    if kind.code in _EXEMPT and (exempt := _EXEMPT_BEHIND.match(text, end)):
        end, code = exempt.end(), _EXEMPT[kind.code]
    year = int(groups["year"].replace(".", "")) if groups.get("year") else None
    if groups.get("short"):
        year = year_of_two_or_three(groups["short"])
    end, when, day = _when(text, end)
    year = year or when
    if not year and not sign and (kind.signed or _COUNTED.match(text, found.end())):
        return None
    series = groups.get("series") or groups.get("apart") or groups.get("quoted")
    if series and not (sign or year or (series.isupper() and text[start].isupper())):
        return None
    number = re.sub(r"\s?[-–/]\s?", "-", found["number"].replace(".", ""))
    return Citation(
        kind=code,
        number=number,
        series=series.upper() if series else None,
        year=year,
        issuer=groups.get("issuer"),
        printed=text[start:end],
        start=start,
        end=end,
        date=day,
    )


def _number_at(text: str, at: int, kind: SourceKind, sign: bool) -> re.Match[str] | None:
    if kind.code == "decreto_con_fuerza_de_ley" and (found := _NUMBER_WITH_LAW.match(text, at)):
        return found
    if not sign and not text[at : at + 1].isdigit():
        return None
    return next((found for pattern in _NUMBERS if (found := pattern.match(text, at))), None)


def _when(text: str, at: int) -> tuple[int, int | None, str | None]:
    """Return where the date or year behind a number ends, the year and the day; unmoved without either."""
    between = _BODY_BETWEEN.match(text, at)
    for begin in (at, between.end()) if between else (at,):
        lead = _WHEN.match(text, begin)
        day = date_at(text, lead.end()) if lead else None
        if day:
            return day.end, day.year, day.day
        year = _OF_YEAR.match(text, begin)
        if year:
            behind = _journal_day(text, year.end())
            return (behind[0] if behind else year.end()), int(year["year"]), behind[1] if behind else None
    return at, None, None


def _journal_day(text: str, at: int) -> tuple[int, str] | None:
    lead = _JOURNAL.match(text, at)
    day = date_at(text, lead.end()) if lead else None
    return (day.end, day.day) if day else None


def _issuer_and_sign(text: str, at: int, limit: int) -> re.Match[str] | None:
    """Return the match up to the sign when nothing but a body or an adjective stands before it."""
    found = _ISSUER_AT.match(text, at, min(limit, at + _MOST_CHARACTERS_OF_ISSUER))
    if found is None:
        return None
    for word in found["words"].split():
        key = words(word)
        if any(part in _NOT_OF_AN_ISSUER for part in key):
            return None
        if not (word[0].isupper() or all(part in _OF_AN_ISSUER for part in key)):
            return None
    return _SIGN_AT.match(text, found.end("words"))


def _blanks(text: str, at: int) -> int:
    found = _BLANKS_AT.match(text, at)
    return found.end() if found else at
