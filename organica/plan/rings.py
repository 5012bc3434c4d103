"""Units that would hang from themselves, directly or around a ring, if all parents were taken as printed.

Takes what hangs from what; returns whose parent has to go. Called by statement and parents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def closing_rings(
    above: Mapping[str, str | None], said: Sequence[str], before: Mapping[str, str | None]
) -> frozenset[str]:
    """Return the codes, of those whose parent is `said`, that must lose it so that no ring is left.

    `above` maps each code to the one above it, `before` to what it hangs from where the text says nothing.
    Of each ring it is the first one of the text.
    """
    now, cut = dict(above), set[str]()
    while True:
        closing = next((code for code in said if code not in cut and _leads_back(now, code)), None)
        if closing is None:
            return frozenset(cut)
        cut.add(closing)
        now[closing] = before.get(closing)


def _leads_back(above: Mapping[str, str | None], code: str) -> bool:
    seen, at = set[str](), above.get(code)
    while at is not None and at != code and at not in seen:
        seen.add(at)
        at = above.get(at)
    return at == code
