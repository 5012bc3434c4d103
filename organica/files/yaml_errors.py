"""Why a text is no YAML, in words for a person: one class for each slip that people make.

Takes what the YAML reader raises and the text; returns the refusal, with its place. Called by `yaml_strict`.
"""

from __future__ import annotations

from organica.domain.errors import Fact, Says
from organica.files.errors import BrokenYaml


class TabIndentation(BrokenYaml):
    """A tab where YAML wants blanks."""

    code = "tab_indentation"
    says = Says(
        es="La línea {line} no es YAML bien escrito: hay un tabulador donde van espacios.",
        en="Line {line} is not well-formed YAML: there is a tab where blanks belong.",
    )
    remedy = Says(
        es="Cambie los tabuladores de la sangría por espacios.",
        en="Put blanks for the tabs of the indentation.",
    )


class UnquotedText(BrokenYaml):
    """A text that holds a colon and a blank, outside quotes."""

    code = "unquoted_text"
    says = Says(
        es="La línea {line} no es YAML bien escrito: un texto lleva «: » sin comillas.",
        en="Line {line} is not well-formed YAML: a text holds “: ” without quotes.",
    )
    remedy = Says(
        es="Ponga el texto entre comillas dobles, o en un bloque: «text: >-» y el texto debajo, con sangría.",
        en="Put the text in double quotes, or in a block: `text: >-` and the text below it, indented.",
    )


class QuoteNotClosed(BrokenYaml):
    """A quote that opens and never closes; its place is where it opens."""

    code = "quote_not_closed"
    says = Says(
        es="La línea {line} no es YAML bien escrito: unas comillas que se abren no se cierran.",
        en="Line {line} is not well-formed YAML: a quote opens and never closes.",
    )
    remedy = Says(
        es='Cierre las comillas; unas comillas dobles dentro del texto se escriben \\".',
        en='Close the quotes; a double quote within the text is written \\".',
    )


def broken(problem: str | None, context: str | None, sign: str, spot: dict[str, Fact]) -> BrokenYaml:
    """Return the refusal that fits what the YAML reader says. `sign`: the two characters at the place."""
    if sign[:1] == "\t":
        return TabIndentation(**spot)
    if sign in (": ", ":\t"):
        return UnquotedText(**spot)
    if context is not None and "quoted scalar" in context and "end of" in (problem or ""):
        return QuoteNotClosed(**spot)
    return BrokenYaml(problem=problem or context, **spot)
