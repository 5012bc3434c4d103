"""What a text may not say of a person: e-mail addresses and identity numbers.

Takes a text; says what it finds, never the value. Called by `files` for every name and text that is written.
A number counts when its check digit holds, or when the words before it say that it identifies a person; so
the numbers of laws, of files, of tenders and of public bodies pass. A new kind is one row of `_NUMBERS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from stdnum.ar import cuit
from stdnum.br import cpf
from stdnum.cl import rut
from stdnum.mx import curp

# From here on Chile numbers companies and public bodies, below it persons.
_FIRST_RUT_OF_A_BODY = 50_000_000
_DIGITS_OF_RUN_AND_CHECK = 9
_FEWEST_DIGITS = 6
_DIGIT = re.compile(r"\d")
# º and ª would become letters, and dashes are typed in many ways.
_AS_TYPED = str.maketrans("ºª‐‑‒–−", "°°-----")
# No part of a longer number or word: "1057976-7-LP24" is a tender, "12.345.678-5/2024" a file.
_BEFORE = r"(?<![\w,/-])(?<!\d\.)"
_BEHIND = r"(?!\w|-\w|[.,/]\d)"
_INTRODUCED = (
    r"(?:[\s:,#.°()]|\b(?:n|no|nro|n[uú]m|n[uú]mero)\b){0,8}"
    r"(?P<number>\d{1,3}(?:[. ]\d{3}){2,3}(?:-[\dk])?|\d{3}[. ]\d{3}|\d{6,11}(?:-[\dk])?)(?!\d|[.,/]\d)"
)
_EMAIL = re.compile(r"[\w.+%'-]@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Numbers:
    """One kind of identity number: its name in law, its shape, and what makes a match one."""

    kind: str
    shape: re.Pattern[str]
    holds: Callable[[str], bool] = bool


def has_email_address(text: str) -> bool:
    """Return whether the text holds an e-mail address."""
    return "@" in (plain := _plain(text)) and _EMAIL.search(plain) is not None


def identity_number_in(text: str) -> str | None:
    """Return the kind of the first identity number of a person ("RUN", "DNI", …), or None."""
    plain = _plain(text)
    if len(_DIGIT.findall(plain)) < _FEWEST_DIGITS:
        return None
    for numbers in _NUMBERS:
        if any(numbers.holds(found["number"]) for found in numbers.shape.finditer(plain)):
            return numbers.kind
    return None


def _plain(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text.translate(_AS_TYPED))


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?P<number>{pattern}){_BEHIND}", re.IGNORECASE)


def _introduced_by(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w){_INTRODUCED}", re.IGNORECASE)


def _run(number: str) -> bool:
    return rut.is_valid(number) and _of_a_person(number)


def _of_a_person(number: str) -> bool:
    """Return whether a RUN or RUT is below those of bodies; its check digit may be missing."""
    digits = re.sub(r"[^\dk-]", "", number.lower())
    if "-" in digits:
        digits = digits.partition("-")[0]
    elif len(digits) == _DIGITS_OF_RUN_AND_CHECK:
        digits = digits[:-1]
    return int(digits) < _FIRST_RUT_OF_A_BODY


def _cuil(number: str) -> bool:
    return cuit.is_valid(number.replace(".", ""))


_NUMBERS: tuple[_Numbers, ...] = (
    _Numbers("RUN", _shape(r"\d{1,2}\.\d{3}\.\d{3}\s?-\s?[\dk]|\d{7,8}-[\dk]"), _run),
    _Numbers("CPF", _shape(r"\d{3}\.\d{3}\.\d{3}-\d{2}|\d{9}-\d{2}|\d{11}"), cpf.is_valid),
    _Numbers("CURP", _shape(r"[a-z]{4}\d{6}[a-z]{6}[a-z\d]\d"), curp.is_valid),
    # The prefixes of persons; those of companies begin with 3.
    _Numbers("CUIL", _shape(r"2[03-7]-\d{2}\.?\d{3}\.?\d{3}-\d"), _cuil),
    _Numbers(
        "RUN",
        _introduced_by(r"RU[NT]|R\.\s?U\.\s?[NT]\.?|rol\s+[uú]nico\s+(?:nacional|tributario)"),
        _of_a_person,
    ),
    _Numbers("DNI", _introduced_by(r"DNI|D\.\s?N\.\s?I\.?|documento\s+nacional\s+de\s+identidad")),
    _Numbers("C.C.", _introduced_by(r"(?-i:CC|C\.\s?C\.?)|c[eé]dulas?\s+de\s+ciudadan[ií]a")),
    _Numbers(
        "C.I.",
        _introduced_by(
            r"(?-i:CI|C\.\s?I\.?)|c[eé]dulas?\s+(?:nacional\s+)?de\s+(?:identidad|extranjer[ií]a|identificaci[oó]n)"
            r"|(?:documentos?|carn[eé]t?)\s+de\s+identidad"
        ),
    ),
)
