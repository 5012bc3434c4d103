"""Names of persons on their way into and out of an entry: sealed before, opened after.

Takes a resolution; returns it with every holder's name sealed, and the disclosures to keep beside the
entry. Called by enact; `holders_of` by verify and `with_holders` by documents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace

from organica.domain.acts import (
    Act,
    Appoint,
    CreatePost,
    CreateUnit,
    EndAppointment,
    Holder,
    PostItem,
    StateUnit,
)
from organica.domain.resolution import Resolution
from organica.ledger.sealing import new_salt, seal
from organica.register.ports import Disclosure

Change = Callable[[str, Holder], Holder]


def sealed(resolution: Resolution, entry: int) -> tuple[Resolution, list[Disclosure]]:
    """Return the resolution with sealed names, and the names with their salts."""
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
                organization=resolution.organization,
                path=path,
                salt=salt,
                name=name,
            )
        )
        return Holder(name=name, seal=closed)

    return with_holders(resolution, close), disclosures


def with_holders(resolution: Resolution, change: Change) -> Resolution:
    """Return the resolution with each holder replaced; `change` receives the path and the holder."""
    acts = tuple(_act_with(act, f"acts/{index}", change) for index, act in enumerate(resolution.acts))
    return replace(resolution, acts=acts)


def holders_of(resolution: Resolution) -> Iterator[tuple[str, Holder]]:
    """Yield every holder with the path at which it stands in the document."""
    found: list[tuple[str, Holder]] = []

    def note(path: str, holder: Holder) -> Holder:
        found.append((path, holder))
        return holder

    with_holders(resolution, note)
    yield from found


def _act_with(act: Act, path: str, change: Change) -> Act:
    match act:
        case StateUnit() if act.posts is not None:
            return replace(act, posts=_posts_with(act.posts, path, change))
        case CreateUnit():
            return replace(act, posts=_posts_with(act.posts, path, change))
        case CreatePost():
            return replace(act, post=_post_with(act.post, f"{path}/post", change))
        case Appoint():
            return replace(act, holder=change(f"{path}/holder", act.holder))
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
