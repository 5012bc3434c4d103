"""The posts of a unit as its page shows them: who holds each, since when, who stands in, by which act.

Takes views of one snapshot; returns plain values. Called by `api.embed.pages.unit`. A name that is read here
makes the page one that is always asked for again, because it may be withheld at any time.
"""

from __future__ import annotations

from collections.abc import Iterator

from api.embed.pages.versions import Version, basis_cited
from api.rest.presenting.things import country_of
from organica.domain.errors import Language, Says
from organica.domain.states import Noun, PostState
from organica.domain.vocabulary.concepts import Scheme
from organica.register.consult import Consult
from organica.register.views import AppointmentVersion, Occupancy, PostVersion, Substitute
from organica.render.days import since_text, until_text
from organica.render.pages.values import Cited, PostEntry
from organica.render.pages.wording import apart

_UNNAMED = Says(es="Cargo sin denominación", en="Post without a name")
_HEAD = Says(es="Jefatura", en="Head")
_WITHHELD = Says(es="nombre reservado", en="name withheld")
_HOLDER = Says(es="{name}{capacity}, {days}", en="{name}{capacity}, {days}")
_NOBODY = {
    Occupancy.VACANT: Says(es="Vacante", en="Vacant"),
    Occupancy.UNKNOWN: Says(es="Sin titular conocido", en="Holder not known"),
}
_GONE = Says(es="{name} (suprimido)", en="{name} (abolished)")


def post_entry(consult: Consult, post: PostVersion, version: Version, language: Language) -> PostEntry:
    """Return one post of a version; `consult` knows what the codes of capacities and links are called."""
    unnamed = _HEAD if post.state.heads else _UNNAMED
    country = country_of(version.organization)
    holders = [_holder(consult, country, each, language) for each in post.appointments]
    return PostEntry(
        title=apart(post.state.name) if post.state.name else unnamed.render(language, {}),
        heads=post.state.heads,
        holders=tuple(holders or [_NOBODY[post.occupancy].render(language, {})]),
        cited=tuple(dict.fromkeys(_cited(post, language))),
        substitutes=tuple(_substitute(each, version, language) for each in post.substitutes),
    )


def _holder(consult: Consult, country: str, held: AppointmentVersion, language: Language) -> str:
    manner = {Scheme.CAPACITIES: held.state.capacity, Scheme.EMPLOYMENT_LINKS: held.state.employment}
    words = [_in_words(consult, scheme, country, each) for scheme, each in manner.items() if each]
    days = since_text(held.in_force_from, language)
    if held.in_force_until:
        days = f"{days} {until_text(held.in_force_until, language)}"
    facts = {
        "name": apart(held.holder) if held.holder else _WITHHELD.render(language, {}),
        "capacity": f" ({apart(', '.join(words))})" if words else "",
        "days": days,
    }
    return _HOLDER.render(language, {**facts})


def _in_words(consult: Consult, scheme: Scheme, country: str, word: str) -> str:
    """Return a printed word as it is, and the code of a vocabulary's term as Spanish writes the term."""
    found = consult.concept(scheme, country, word)
    if found is None or found.code != word:
        return word.replace("_", " ")
    return found.es[0].lower() + found.es[1:]


def _cited(post: PostVersion, language: Language) -> Iterator[Cited]:
    """Yield what the post and its holders rest on: a norm may create it, and only an attestation name who."""
    for seen in (post, *post.appointments):
        for basis in seen.legal_basis[-1:]:
            yield basis_cited(basis, language)


def _substitute(substitute: Substitute, version: Version, language: Language) -> str:
    """Return a post that stands in; one that was abolished since stays in the order, and says so."""
    if substitute.post is None:
        former = version.archive.versions_of(Noun.POST, substitute.code, version.pin)
        last = former[-1].state if former else None
        name = last.name if isinstance(last, PostState) else None
        named = _GONE.render(language, {"name": apart(name or substitute.code)})
    else:
        named = apart(substitute.post.state.name or substitute.code)
    return f"{substitute.rank}. {named}"
