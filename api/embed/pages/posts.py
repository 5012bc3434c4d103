"""The posts of a unit as its page shows them: who holds each, since when, who stands in, by which act.

Takes views of one snapshot; returns plain values. Called by `api.embed.pages.unit`. A name that is read here
makes the page one that is always asked for again, because it may be withheld at any time.
"""

from __future__ import annotations

from collections.abc import Iterator

from api.embed.pages.versions import basis_cited
from organica.domain.errors import Language, Says
from organica.register.views import AppointmentVersion, Occupancy, PostVersion, Substitute
from organica.render.days import since_text, until_text
from organica.render.pages.values import Cited, PostEntry

_UNNAMED = Says(es="Cargo sin denominación", en="Post without a name")
_HEAD = Says(es="Jefatura", en="Head")
_WITHHELD = Says(es="nombre reservado", en="name withheld")
_HOLDER = Says(es="{name}{capacity}, {days}", en="{name}{capacity}, {days}")
_NOBODY = {
    Occupancy.VACANT: Says(es="Vacante", en="Vacant"),
    Occupancy.UNKNOWN: Says(es="Sin titular conocido", en="Holder not known"),
}
_GONE = Says(es="{code} (suprimido)", en="{code} (abolished)")


def post_entry(post: PostVersion, language: Language) -> PostEntry:
    """Return one post."""
    unnamed = _HEAD if post.state.heads else _UNNAMED
    holders = [_holder(each, language) for each in post.appointments]
    return PostEntry(
        title=post.state.name or unnamed.render(language, {}),
        heads=post.state.heads,
        holders=tuple(holders or [_NOBODY[post.occupancy].render(language, {})]),
        cited=tuple(dict.fromkeys(_cited(post, language))),
        substitutes=tuple(_substitute(each, language) for each in post.substitutes),
    )


def _holder(held: AppointmentVersion, language: Language) -> str:
    words = [each.replace("_", " ") for each in (held.state.capacity, held.state.employment) if each]
    days = since_text(held.in_force_from, language)
    if held.in_force_until:
        days = f"{days} {until_text(held.in_force_until, language)}"
    facts = {
        "name": held.holder or _WITHHELD.render(language, {}),
        "capacity": f" ({', '.join(words)})" if words else "",
        "days": days,
    }
    return _HOLDER.render(language, {**facts})


def _cited(post: PostVersion, language: Language) -> Iterator[Cited]:
    """Yield what the post and its holders rest on: a norm may create it, and only an attestation name who."""
    for seen in (post, *post.appointments):
        for basis in seen.legal_basis[-1:]:
            yield basis_cited(basis, language)


def _substitute(substitute: Substitute, language: Language) -> str:
    """Return a post that stands in; one that was abolished since stays in the order, and says so."""
    if substitute.post is None:
        named = _GONE.render(language, {"code": substitute.code})
    else:
        named = substitute.post.state.name or substitute.code
    return f"{substitute.rank}. {named}"
