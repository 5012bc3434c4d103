"""From bytes to characters: UTF-8, UTF-16 with its mark, what the file declares, else Windows-1252.

Takes the bytes of a text; returns its characters and whether the encoding was a guess. Called by `opening`
and by the formats that are text. Nothing is repaired: what is garbled stays as it is, and `garbled` says so.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from organica.domain.outline import Doubt, DoubtCode, Place
from organica.importer.errors import TextIsBinary

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN_BYTES = 4_096
# Programs say ISO 8859-1 or ASCII and mean Windows-1252. Source: WHATWG Encoding, section 4.2.
_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252"})
# Control characters that no text has; more than a few of them, and these bytes are no text.
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS_PER_THOUSAND = 5
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SHOWN_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file; `guessed` names the encoding when neither file nor bytes say which it is."""

    text: str
    guessed: str | None = None

    def doubts(self) -> tuple[Doubt, ...]:
        """Return the doubt about a guessed encoding, at the first line where it mattered."""
        if self.guessed is None:
            return ()
        found = _NOT_ASCII.search(self.text)
        at = found.start() if found else 0
        number = self.text.count("\n", 0, at) + 1
        printed = self.text[:at].rpartition("\n")[2] + self.text[at:].partition("\n")[0]
        place = Place(number, number)
        shown = printed.strip()[:_SHOWN_CHARACTERS]
        return (Doubt(DoubtCode.ENCODING_GUESSED, place, printed=shown, suggestion=self.guessed),)


def decoded(content: bytes, name: str) -> Decoded:
    """Return the characters of a text, line ends as `\\n`. Raises: TextIsBinary.

    UTF-8 with a few damaged bytes stays UTF-8, with U+FFFD in their places: reading all of it as
    Windows-1252 would garble every accent for the sake of one byte.
    """
    found = _decoded(content, name)
    text = found.text.replace("\r\n", "\n").replace("\r", "\n")
    controls = len(_CONTROLS.findall(text))
    if controls * 1_000 > _MOST_CONTROLS_PER_THOUSAND * len(text):
        first = _CONTROLS.search(text)
        raise TextIsBinary(file=name, line=text.count("\n", 0, first.start() if first else 0) + 1)
    return Decoded(text, found.guessed)


def _decoded(content: bytes, name: str) -> Decoded:
    mark = next((encoding for bom, encoding in _MARKS if content.startswith(bom)), None)
    text = content.decode(mark or "utf-8", "replace")
    nul = text.find("\0")
    if nul >= 0:
        raise TextIsBinary(file=name, line=text.count("\n", 0, nul) + 1)
    if mark is not None:
        return Decoded(text)
    damaged = text.count("\ufffd") - content.count("\ufffd".encode())
    if damaged == 0:
        return Decoded(text)
    declared = _declared(content)
    if declared is not None:
        try:
            return Decoded(content.decode(declared))
        except (UnicodeDecodeError, UnicodeError):
            pass
    sound = len(_NOT_ASCII.findall(text)) - text.count("\ufffd")
    if sound > damaged:
        return Decoded(text)
    try:
        return Decoded(content.decode("cp1252"), "Windows-1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; ISO 8859-1 gives every byte a character.
        return Decoded(content.decode("latin-1"), "ISO 8859-1")


def _declared(content: bytes) -> str | None:
    """Return the encoding that an XML declaration or an HTML meta element names, if Python knows it."""
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN_BYTES)
    if found is None:
        return None
    try:
        label = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return "cp1252" if label in _WINDOWS else label
