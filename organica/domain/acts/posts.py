"""Acts on posts and appointments."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts.parts import Holder, Ordered, PostItem, PostRef
from organica.domain.dates import LegalDate


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePost(Ordered):
    """Create a post in a unit (crear cargo)."""

    unit: str
    post: PostItem


@dataclass(frozen=True, slots=True, kw_only=True)
class RenamePost(Ordered):
    """Give a post another name (modificar denominación del cargo)."""

    post: PostRef
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AbolishPost(Ordered):
    """End a post (suprimir cargo); its appointments end with it, the functions it holds must go first."""

    post: PostRef


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSubstitutionOrder(Ordered):
    """Say which posts stand in for this one, the first first (fijar orden de subrogación); none ends it."""

    post: PostRef
    substitutes: tuple[PostRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appoint(Ordered):
    """Appoint a person to a post (nombrar); `in_force_until` is the day on which it lapses.

    `appointment` is the code of an appointment that the register knows already from a later source.
    """

    post: PostRef
    holder: Holder
    capacity: str | None = None
    employment: str | None = None
    in_force_until: LegalDate | None = None
    appointment: str | None = None
    bound_appointment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAppointment(Ordered):
    """End the appointment, or all appointments, of a post (cesar)."""

    post: PostRef
    holder: Holder | None = None
    bound_appointment: str | None = None
