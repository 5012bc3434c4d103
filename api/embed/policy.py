"""The headers of every page: our own style sheet and images alone, framed by whom the operator lets.

Takes the setting and the form of the page; returns headers. Used by `api.embed.serving`. The data inside a
page is no script to a browser (HTML, 4.12.1.1: a data block is never run), so no source of scripts is named
but for the one script of a page in a frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from api.embed.forms import Form

_POLICY = (
    "default-src 'none'; {scripts}style-src {own}; img-src {own}; form-action {own}; base-uri 'none'; "
    "frame-ancestors {ancestors}"
)
_SCRIPTS = "script-src {own}; "
EVERYBODY, NOBODY, SELF = "*", "'none'", "'self'"


def page_headers(frame_ancestors: str, form: Form, public_url: str) -> Mapping[str, str]:
    """Return the headers of a page. Cookies are never set, nor read.

    Searches show the whole page alone: the other two are pieces of somebody else's. `public_url` is empty
    where the installation has none.
    """
    framed = form is Form.FRAME
    own = _own(public_url) if framed else SELF
    scripts = _SCRIPTS.format(own=own) if framed else ""
    ancestors = with_self(frame_ancestors) if framed else frame_ancestors
    policy = _POLICY.format(scripts=scripts, own=own, ancestors=ancestors)
    unlisted = {} if form is Form.WHOLE else {"x-robots-tag": "noindex"}
    return {"content-security-policy": policy, **unlisted}


def _own(public_url: str) -> str:
    """Return whence a framed page may take its style and script.

    In a sandbox it has no origin, and to WebKit (Safari) its own address is then not 'self': it would stand
    there without style and never grow. An installation without a public address has none to name.
    """
    if not public_url:
        return SELF
    address = urlsplit(public_url)
    return f"{SELF} {address.scheme}://{address.netloc}"


def with_self(frame_ancestors: str) -> str:
    """Return who may frame a page for frames: the page for editors too, which previews it."""
    if frame_ancestors in (EVERYBODY, NOBODY) or SELF in frame_ancestors.split():
        return frame_ancestors
    return f"{SELF} {frame_ancestors}"
