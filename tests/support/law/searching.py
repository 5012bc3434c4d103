"""What a search must find: the things in force whose texts have a word of the question, read without any index.

Takes a picture of the law and a question of plain words; returns codes. Compared with both registers by the machine.
The words of random histories have no plurals and no kin, so that a word is found where it stands.
"""

from __future__ import annotations

import re
import unicodedata

from tests.support.law.state import Picture

# Things are named with these words and with numbers of entries; the last question names a person.
QUESTIONS = (
    "unidad 3",
    "faros archivo boyas",
    "¿quién ve la jefatura y la guardia?",
    "función 4",
    "texto 5 unidad",
    "dirección tesorería",
    "subpunto 6 función",
    "programa 4 personas",
    "Ana Marejada Bruno Rompeolas Clara Salina",
)
_ASKING = {"quien", "ve", "la", "y"}


def found_by_law(picture: Picture, question: str) -> set[str]:
    """Return the codes of the units, functions, posts and programmes that the question must find."""
    asked = _words(question) - _ASKING
    texts = [
        *(
            (code, (unit["name"], unit["acronym"], unit["objective"]))
            for code, unit in picture["units"].items()
        ),
        *((code, (function["text"],)) for code, function in picture["functions"].items()),
        *((code, (post["name"],)) for code, post in picture["posts"].items()),
        *(
            (code, (programme["name"], programme["acronym"], programme["objective"], *programme["audience"]))
            for code, programme in picture["programmes"].items()
        ),
    ]
    return {code for code, said in texts if asked & set().union(*(_words(text or "") for text in said))}


def _words(text: str) -> set[str]:
    apart = unicodedata.normalize("NFD", text.casefold())
    return set(
        re.findall(r"[a-z]{2,}|\d+", "".join(sign for sign in apart if not unicodedata.combining(sign)))
    )
