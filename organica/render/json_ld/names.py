"""The IRIs of things: permanent identifiers, dated documents about them, and our own terms.

Takes the public address of the installation, if it has one, and codes; returns IRIs, absolute where it does.
Without one they are relative and resolve against the address of the document that holds them. Source: the
three levels of legislation.gov.uk: identifier, dated document, representation.
"""

from __future__ import annotations

from dataclasses import dataclass

IDENTIFIERS = "/id"
VOCABULARY = "/ns"
# Terms must have absolute names, also where nobody gave the installation a public address. This one says the
# same on every installation; `vocabulary` ties the terms of each to it.
COMMON_NAMESPACE = "urn:uuid:13f362b3-f392-59fd-b8f9-2deca89d0c42#"


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of one installation; `public_url` has no slash at its end, and is empty where none is set."""

    public_url: str = ""

    @property
    def namespace(self) -> str:
        """Return what our own terms begin with."""
        return f"{self.public_url}{VOCABULARY}#" if self.public_url else COMMON_NAMESPACE

    def term(self, name: str) -> str:
        """Return the IRI of a term of ours."""
        return self.namespace + name

    def document(self, address: str) -> str:
        """Return the IRI of what is served at a path and query."""
        return self.public_url + address

    def organization(self, code: str) -> str:
        """Return the permanent IRI of an organization, whether or not the register has it."""
        return f"{self.public_url}{IDENTIFIERS}/organization/{code}"

    def unit(self, organization: str, code: str) -> str:
        """Return the permanent IRI of a unit."""
        return f"{self.public_url}{IDENTIFIERS}/unit/{organization}/{code}"

    def function(self, organization: str, code: str) -> str:
        """Return the permanent IRI of a function."""
        return f"{self.public_url}{IDENTIFIERS}/function/{organization}/{code}"

    def post(self, organization: str, code: str) -> str:
        """Return the permanent IRI of a post."""
        return f"{self.public_url}{IDENTIFIERS}/post/{organization}/{code}"

    def appointment(self, organization: str, code: str) -> str:
        """Return the permanent IRI of an appointment."""
        return f"{self.public_url}{IDENTIFIERS}/appointment/{organization}/{code}"

    def programme(self, organization: str, code: str) -> str:
        """Return the permanent IRI of a programme or service."""
        return f"{self.public_url}{IDENTIFIERS}/programme/{organization}/{code}"

    def source(self, key: str) -> str:
        """Return the permanent IRI of a legal source."""
        return f"{self.public_url}{IDENTIFIERS}/source/{key}"


@dataclass(frozen=True, slots=True)
class DayOf:
    """One organization on one day: names the versions of its things by the dated documents that show them.

    `known_at`: the entry at which the day is known, where the reader chose it. Two days give one version two
    names, and never two versions one name.
    """

    names: Names
    organization: str
    day: str
    known_at: int | None = None

    def _dated(self, place: str, fragment: str) -> str:
        pinned = "" if self.known_at is None else f"&known_at={self.known_at}"
        address = f"/v1/organizations/{self.organization}{place}?as_of={self.day}{pinned}#{fragment}"
        return self.names.document(address)

    def organization_version(self) -> str:
        """Return the IRI of the organization as it is on the day."""
        return self._dated("", "version")

    def unit_version(self, code: str) -> str:
        """Return the IRI of a unit as it is on the day."""
        return self._dated(f"/units/{code}", "version")

    def function_version(self, code: str) -> str:
        """Return the IRI of a function as it is on the day."""
        return self._dated("/functions", code)

    def post_version(self, code: str) -> str:
        """Return the IRI of a post as it is on the day."""
        return self._dated("/posts", code)

    def programme_version(self, code: str) -> str:
        """Return the IRI of a programme as it is on the day."""
        return self._dated(f"/programmes/{code}", "version")

    def appointment_version(self, code: str) -> str:
        """Return the IRI of an appointment as it is on the day."""
        return self._dated("/appointments", code)
