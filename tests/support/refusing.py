"""How a test proves that a filing is refused, and that nothing changed.

Source: design section 11, invariant 5.
"""

from __future__ import annotations

from typing import TypeVar

import pytest

from organica.domain.errors import Refused
from organica.domain.filings import Filing
from tests.makers import Book

R = TypeVar("R", bound=Refused)


def refused(book: Book, filing: Filing, why: type[R]) -> R:
    """Return the refusal of a filing, exactly of this class, having proved that nothing changed."""
    history, enacted = book.history, list(book.enacted)
    with pytest.raises(why) as refusal:
        book.enact(filing)
    assert type(refusal.value) is why
    assert refusal.value.sentence("es")
    assert "—" not in refusal.value.sentence("es") + refusal.value.sentence("en")
    assert (book.history, book.enacted) == (history, enacted)
    assert book.refold().moments == history.moments
    return refusal.value
