"""Names of persons on their way into and out of an entry: sealed before, opened after.

Takes a resolution; returns it with every holder's name sealed, and the disclosures to keep beside the
entry. Called by enact; `holders_of` by verify, `with_holders` by documents, `act_with` by acts_between.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import cast

from organica.domain.acts import (
    Act,
    Appoint,
    CreatePost,
    CreateUnit,
    EndAppointment,
    Holder,
    PlainAct,
    PostItem,
    Rectify,
    StateUnit,
)
from organica.domain.filings import Correction, Filing, Supplement
from organica.domain.resolution import Resolution
from organica.ledger.sealing import new_salt, seal
from organica.register.ports import Disclosure

Change = Callable[[str, Holder], Holder]


def sealed(filing: Filing, entry: int) -> tuple[Filing, list[Disclosure]]:
    """Return the filing with sealed names, and the names with their salts."""
    disclosures: list[Disclosure] = []

    def close(path: str, holder: Holder) -> Holder:
        if holder.name is None:
            return holder
        # The seal is over the composed form, so the name beside it must be that form too.
        name = unicodedata.normalize("NFC", holder.name)
        salt = new_salt()
        closed = seal(salt, path, name)
        disclosures.append(
            Disclosure(
                seal=closed,
                entry=entry,
                organization=filing.organization,
                path=path,
                salt=salt,
                name=name,
            )
        )
        return Holder(name=name, seal=closed)

    return with_holders(filing, close), disclosures


def with_holders(filing: Filing, change: Change) -> Filing:
    """Return the filing with each holder replaced; `change` receives the path and the holder."""
    match filing:
        case Resolution() | Supplement():
            acts = tuple(act_with(act, f"acts/{at}", change) for at, act in enumerate(filing.acts))
            return replace(filing, acts=acts)
        case Correction():
            corrected = tuple(
                each if each.to is None else replace(each, to=act_with(each.to, f"acts/{at}/to", change))
                for at, each in enumerate(filing.acts)
            )
            return replace(filing, acts=corrected)
        case _:
            return filing


def holders_of(filing: Filing) -> Iterator[tuple[str, Holder]]:
    """Yield every holder with the path at which it stands in the document."""
    found: list[tuple[str, Holder]] = []

    def note(path: str, holder: Holder) -> Holder:
        found.append((path, holder))
        return holder

    with_holders(filing, note)
    yield from found


def seals_of(filing: Filing, appointments: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (appointment, seal) of every name that a recorded filing gives for one of these appointments."""
    acts: Iterable[Act | None] = ()
    match filing:
        case Resolution() | Supplement():
            acts = filing.acts
        case Correction():
            acts = (each.to for each in filing.acts)
    for act in acts:
        plain = act.to if isinstance(act, Rectify) else act
        for appointment, holder in _appointments_in(plain) if plain is not None else ():
            if appointment in appointments and holder is not None and holder.seal is not None:
                yield appointment, holder.seal


def _appointments_in(act: Act) -> Iterator[tuple[str, Holder | None]]:
    match act:
        case StateUnit() | CreateUnit():
            yield from ((post.bound_appointment or "", post.holder) for post in act.posts or ())
        case CreatePost():
            yield act.post.bound_appointment or "", act.post.holder
        case Appoint() | EndAppointment():
            yield act.bound_appointment or "", act.holder


def act_with(act: Act, path: str, change: Change) -> Act:
    """Return one act with each holder replaced; `path` is where the act stands in its document."""
    match act:
        case StateUnit() if act.posts is not None:
            return replace(act, posts=_posts_with(act.posts, path, change))
        case CreateUnit():
            return replace(act, posts=_posts_with(act.posts, path, change))
        case CreatePost():
            return replace(act, post=_post_with(act.post, f"{path}/post", change))
        case Appoint():
            return replace(act, holder=change(f"{path}/holder", act.holder))
        case Rectify():
            # A rectification never holds another one, so that what it holds stays what it may be.
            return replace(act, to=cast(PlainAct, act_with(act.to, f"{path}/to", change)))
        case EndAppointment() if act.holder is not None:
            return replace(act, holder=change(f"{path}/holder", act.holder))
        case _:
            return act


def _posts_with(posts: tuple[PostItem, ...], path: str, change: Change) -> tuple[PostItem, ...]:
    return tuple(_post_with(post, f"{path}/posts/{index}", change) for index, post in enumerate(posts))


def _post_with(post: PostItem, path: str, change: Change) -> PostItem:
    if post.holder is None:
        return post
    return replace(post, holder=change(f"{path}/holder", post.holder))
