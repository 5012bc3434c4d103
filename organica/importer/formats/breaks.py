"""Whether a line goes on with the sentence above, where a format breaks lines inside a block.

Takes the two lines; returns the judgement. Called by `html` and `docx`: `<br>` and Shift+Enter stand both
inside sentences and between the items of a list.
"""

from __future__ import annotations

import re

from organica.importer.wrapped_numbers import refers_to_the_number
from organica.text.labels import labelled

_ENDS_A_CLAUSE = re.compile(r"[.:;!?][»”\"')]?$")
_LEAVES_OPEN = re.compile(
    r"(?:,|\b(?:de|del|la|el|los|las|y|e|o|u|a|al|en|con|por|para|que|su|sus|se|un|una))$", re.IGNORECASE
)


def goes_on(above: str, text: str) -> bool:
    """Return whether `text` continues the line above: one left open, with words that begin no item."""
    if not above or not text:
        return False
    if refers_to_the_number(above, text):
        return True
    if _ENDS_A_CLAUSE.search(above) or labelled(text) is not None:
        return False
    return text[0].islower() or _LEAVES_OPEN.search(above) is not None
