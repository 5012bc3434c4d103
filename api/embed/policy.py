"""The headers of every page: our own style sheet and images alone, framed by whom the operator lets.

Takes the setting; returns headers. Used by `api.embed.serving` and by the chart. The data inside a page is no
script to a browser (HTML, 4.12.1.1: a data block is never run), so no source of scripts is named.
"""

from __future__ import annotations

from collections.abc import Mapping

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {ancestors}"
)


def page_headers(frame_ancestors: str) -> Mapping[str, str]:
    """Return the headers of a page. Cookies are never set, nor read."""
    return {"content-security-policy": _POLICY.format(ancestors=frame_ancestors)}
