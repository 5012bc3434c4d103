"""How wide Arial and its metric equals (Helvetica, Liberation Sans, Arimo) draw each character.

Gives two tables, in thousandths of the size of the letters. Read by `measuring`. An accented letter is as
wide as its plain one. Source: the metrics of Helvetica and Helvetica-Bold, published with PostScript.
"""

from __future__ import annotations

_REGULAR = {
    191: "'",
    222: "ijl‚‘’",
    260: "|¦",
    278: " !,./:;I[\\]ft\u00a0·ıìíîï",
    333: "()-`r„ˆ‹“”˜›¡¨¯²³´¸¹‐",
    334: "{}",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyz",
    537: "¶",
    556: "#$0123456789?L_abdeghnopqu€ƒ†‡–¢£¤¥§«µ»ðþ",
    584: "+<=>~¬±×÷",
    611: "FTZ¿ßø",
    667: "&ABEKPSVXYÞ",
    722: "CDHNRUwÐ",
    737: "©®",
    778: "GOQØ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "Wœ",
    1000: "…‰Œ—™Æ→",
    1015: "@",
}
_BOLD = {
    238: "'",
    278: " ,./I\\ijl‚‘’\u00a0·ı",
    280: "|¦",
    333: "!()-:;[]`ftˆ‹˜›¡¨¯²³´¸¹‐",
    350: "•",
    365: "º",
    370: "ª",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "z„“”",
    556: "#$0123456789J_aceksvxy€ƒ†‡–¢£¤¥§«¶»",
    584: "+<=>^~¬±×÷",
    611: "?FLTZbdghnopquµ¿ßðøþ",
    667: "EPSVXYÞ",
    722: "&ABCDHKNRUÐ",
    737: "©®",
    778: "GOQwØ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "Wœ",
    975: "@",
    1000: "…‰Œ—™Æ→",
}


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


REGULAR = _by_character(_REGULAR)
BOLD = _by_character(_BOLD)
