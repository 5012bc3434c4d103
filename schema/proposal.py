"""Proposals (propuestas): what is only planned, what the structure would be with it, and what became of it.

Shown from the register's Proposal, which is without a day; what hangs on a day or on what the register knows
takes both as arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from organica.domain.states import Noun
from organica.files import act_to_plain, write_plain
from organica.register import proposals
from organica.register.difference import StructureDiff
from organica.register.ports import SourceRecord
from organica.register.proposals import WouldBe
from organica.render.sentences import change_sentence
from schema.dates import LegalDate
from schema.diff import Change, shown_change
from schema.ids import Timeless, proposal_in
from schema.known_at import AtKnowledge, known_at_of
from schema.node import Node
from schema.request import Info
from schema.source import LegalSource, Provision
from schema.structure import Structure

if TYPE_CHECKING:
    from schema.organization import Organization

Parent = strawberry.Parent[proposals.Proposal]
AsOf = Annotated[
    date | None,
    strawberry.argument(description="The day; by default that from which it would be in force (fecha)."),
]


@strawberry.type(description="One sentence in both languages (frase).")
class Sentence:
    """A sentence for people."""

    es: str = strawberry.field(description="In Spanish (en español).")
    en: str = strawberry.field(description="In English (en inglés).")


@strawberry.type(description="One of the facts of a refusal (dato).")
class RefusalFact:
    """A name and what it holds."""

    name: str = strawberry.field(description="Its English name, such as act or unit (nombre).")
    values: list[str] = strawberry.field(description="What it holds; several for a list (valores).")


@strawberry.type(
    description="Why a proposal can no longer apply (rechazo): the law moved on since it was entered."
)
class ProposalRefusal:
    """Shows organica.domain.errors.Refused, as an answer."""

    code: str = strawberry.field(description="What sort of refusal it is; stable (código).")
    says: Sentence = strawberry.field(description="What stands in its way (qué lo impide).")
    remedy: Sentence = strawberry.field(description="What to do about it (remedio).")
    facts: list[RefusalFact] = strawberry.field(
        description="The place and the codes, under English names (datos)."
    )


@strawberry.type(description="One act of a proposal (acto propuesto). It has no id: it is part of it.")
class ProposedAct:
    """Shows organica.register.proposals.ProposedAct."""

    ref: str = strawberry.field(description="Its reference inside the source (referencia).")
    provision: Provision | None = strawberry.field(description="The place in the source (disposición).")
    since: LegalDate = strawberry.field(description="From when it would be in force (desde).")
    words: str = strawberry.field(
        description="The act in the words of its resolution file, in YAML; the name of a person is a seal "
        "(texto del acto)."
    )


@strawberry.type(
    description="What differs on one day between what is in force and what a proposal would bring about "
    "(diferencia con lo vigente)."
)
class ProposalDiff:
    """Shows organica.register.difference.StructureDiff of one day and two archives."""

    base: Structure = strawberry.field(description="The structure in force (vigente).")
    target: Structure = strawberry.field(description="The structure as it would be (propuesta).")
    changes: list[Change] = strawberry.field(description="The changes, in printed order (cambios).")
    sentences: list[Sentence] = strawberry.field(
        description="The same changes as sentences, in the same order (cambios en frases)."
    )


def _organization(parent: Parent) -> Any:
    return Timeless(Noun.ORGANIZATION, parent.organization, parent.organization)


async def _source(parent: Parent, info: Info) -> Any:
    return await info.context.source(parent.key)


def _acts(parent: Parent) -> list[ProposedAct]:
    shown: Any = ProposedAct
    return [
        shown(
            ref=each.ref,
            provision=each.act.provision,
            since=each.since,
            words=write_plain(act_to_plain(each.act, parent.organization)),
        )
        for each in parent.acts()
    ]


async def _previewed(parent: proposals.Proposal, info: Info, known_at: Any) -> tuple[WouldBe, int]:
    known = await info.context.known(known_at_of(known_at))
    return await info.context.preview(parent, known), known


async def _structure(
    parent: Parent, info: Info, as_of: AsOf = strawberry.UNSET, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    made, _ = await _previewed(parent, info, known_at)
    return made.archive.snapshot(as_of or parent.day, made.known) if made.archive else None


async def _diff(
    parent: Parent, info: Info, as_of: AsOf = strawberry.UNSET, known_at: AtKnowledge = strawberry.UNSET
) -> Any:
    made, known = await _previewed(parent, info, known_at)
    archive = await info.context.archive_of(parent.organization, known)
    found = made.against(archive, as_of or parent.day, known)
    return _shown_diff(found) if found else None


def _shown_diff(found: StructureDiff) -> ProposalDiff:
    shown: Any = ProposalDiff
    names = found.names
    made: ProposalDiff = shown(
        base=found.base,
        target=found.target,
        changes=[shown_change(change, found.basis_view(change)) for change in found.changes],
        sentences=[
            Sentence(
                es=change_sentence(change, names, "es", None), en=change_sentence(change, names, "en", None)
            )
            for change in found.changes
        ],
    )
    return made


async def _applies(parent: Parent, info: Info, known_at: AtKnowledge = strawberry.UNSET) -> bool | None:
    made, _ = await _previewed(parent, info, known_at)
    return made.applies


async def _refusal(
    parent: Parent, info: Info, known_at: AtKnowledge = strawberry.UNSET
) -> ProposalRefusal | None:
    made, _ = await _previewed(parent, info, known_at)
    if made.refusal is None:
        return None
    return ProposalRefusal(
        code=made.refusal.code,
        says=Sentence(es=made.refusal.sentence("es"), en=made.refusal.sentence("en")),
        remedy=Sentence(es=made.refusal.cure("es"), en=made.refusal.cure("en")),
        facts=[
            RefusalFact(name=name, values=list(held) if isinstance(held, tuple) else [str(held)])
            for name, held in made.refusal.facts.items()
            if held is not None
        ],
    )


async def _fate(parent: proposals.Proposal, info: Info, known_at: Any) -> proposals.Fate:
    known = await info.context.known(known_at_of(known_at))
    siblings = await info.context.proposals(parent.organization, known)
    return await info.context.consult.proposals.fate(parent, siblings, known)


async def _enacted_by(parent: Parent, info: Info, known_at: AtKnowledge = strawberry.UNSET) -> Any:
    return await _sources((await _fate(parent, info, known_at)).enacted_by, info)


async def _replaced_by(parent: Parent, info: Info, known_at: AtKnowledge = strawberry.UNSET) -> Any:
    return await _sources((await _fate(parent, info, known_at)).replaced_by, info)


async def _replaces(parent: Parent, info: Info) -> Any:
    return [await info.context.source(key) for key in parent.replaces]


async def _sources(records: Sequence[SourceRecord], info: Info) -> list[Any]:
    return [await info.context.source(record.source.key) for record in records]


@strawberry.type(
    description="What a source proposes for an organization (propuesta). It is kept and can be previewed; it "
    "is never part of what is in force."
)
class Proposal(Node):
    """Shows organica.register.proposals.Proposal."""

    source: LegalSource = strawberry.field(
        resolver=_source, description="Its source, which is no norm (fuente)."
    )
    organization: Annotated[Organization, strawberry.lazy("schema.organization")] = strawberry.field(
        resolver=_organization, description="The organization that it is about (organización)."
    )
    entry: int = strawberry.field(description="The entry that brought it in (asiento).")
    acts: list[ProposedAct] = strawberry.field(resolver=_acts, description="What it proposes (actos).")
    structure: Structure | None = strawberry.field(
        resolver=_structure,
        description="What the structure would be (estructura propuesta); null where it can no longer apply.",
    )
    diff: ProposalDiff | None = strawberry.field(
        resolver=_diff,
        description="What would change on a day (diferencia con lo vigente); null where it can no longer "
        "apply.",
    )
    applies: bool | None = strawberry.field(
        resolver=_applies,
        description="Whether its acts can still take effect on what the register knows (aplicable); null "
        "only with an error.",
    )
    refusal: ProposalRefusal | None = strawberry.field(
        resolver=_refusal, description="Why it can no longer apply; null where it can (rechazo)."
    )
    enacted_by: list[LegalSource] | None = strawberry.field(
        resolver=_enacted_by,
        description="The norms that say that they implement it (recogida por); null only with an error.",
    )
    replaces: list[LegalSource] | None = strawberry.field(
        resolver=_replaces,
        description="The proposals in whose place it comes (reemplaza a); null only with an error.",
    )
    replaced_by: list[LegalSource] | None = strawberry.field(
        resolver=_replaced_by,
        description="The proposals that came in its place (reemplazada por); null only with an error.",
    )

    @classmethod
    def is_type_of(cls, value: object, _info: object) -> bool:
        """Tell whether a value is shown as this type."""
        return isinstance(value, proposals.Proposal)


async def proposal(
    info: Info,
    id: Annotated[
        strawberry.ID,
        strawberry.argument(
            description="Its id, or the key of its source where that proposes something in one organization "
            "alone (identificador o clave)."
        ),
    ],
    known_at: AtKnowledge = strawberry.UNSET,
) -> Any:
    """Resolve `Query.proposal`."""
    known = await info.context.known(known_at_of(known_at))
    key, organization = proposal_in(id.removeprefix("proposal/"))
    return await info.context.proposal(key, known, organization)
