"""The headers of every page: our own style sheet and images alone, framed by whom the operator lets.

Takes the setting and the form of the page; returns headers. Used by `api.embed.serving`. The data inside a
page is no script to a browser (HTML, 4.12.1.1: a data block is never run), so no source of scripts is named
but for the one script of a page in a frame.
"""

from __future__ import annotations

from collections.abc import Mapping

from api.embed.forms import Form

_POLICY = (
    "default-src 'none'; {scripts}style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {ancestors}"
)
_SCRIPTS = "script-src 'self'; "
EVERYBODY, NOBODY, SELF = "*", "'none'", "'self'"


def page_headers(frame_ancestors: str, form: Form) -> Mapping[str, str]:
    """Return the headers of a page. Cookies are never set, nor read.

    Searches show the whole page alone: the other two are pieces of somebody else's.
    """
    scripts = _SCRIPTS if form is Form.FRAME else ""
    ancestors = with_self(frame_ancestors) if form is Form.FRAME else frame_ancestors
    policy = _POLICY.format(scripts=scripts, ancestors=ancestors)
    unlisted = {} if form is Form.WHOLE else {"x-robots-tag": "noindex"}
    return {"content-security-policy": policy, **unlisted}


def with_self(frame_ancestors: str) -> str:
    """Return who may frame a page for frames: the page for editors too, which previews it."""
    if frame_ancestors in (EVERYBODY, NOBODY) or SELF in frame_ancestors.split():
        return frame_ancestors
    return f"{SELF} {frame_ancestors}"
