"""JSON Schemas of what is only proposed: the published half of `presenting_proposals`.

Takes nothing; gives `PROPOSALS`, by name.
"""

from __future__ import annotations

from api.rest.schemas.exports import MOMENT, NOT_COVERED
from api.rest.schemas.words import COUNT, DAY, TEXT, TRUTH, JsonSchema, an_object, list_of, or_null, ref, said

_HEAD: dict[str, JsonSchema] = {
    "organization": said(TEXT, "The organization's code."),
    "known_at": or_null(ref("KnownAt")),
    "proposed": said({"const": True}, "Always true: nothing here is in force."),
    "proposal": ref("Proposal"),
    "applies": said(TRUTH, "Whether its acts can still take effect on what the register knows."),
    "refusal": said(or_null(ref("ProposalRefusal")), "Why it can no longer apply; null where it can."),
}
_DAY = {"as_of": said(DAY, "The day that the answer is about; by default the proposal's own.")}

PROPOSALS: dict[str, JsonSchema] = {
    "Sentence": an_object("One sentence in both languages.", es=TEXT, en=TEXT),
    "Proposal": an_object(
        "What a source proposes, and what became of it. It is never part of what is in force.",
        id=said(TEXT, "The key of its source: GET /v1/proposals/{id}."),
        organization=TEXT,
        entry=said(COUNT, "The entry that brought it in."),
        source=ref("Source"),
        day=said(
            DAY, "From when it would be in force or, where it does not say, the day on which it was made."
        ),
        replaces=said(list_of(TEXT), "The keys of the proposals in whose place it comes."),
        replaced_by=list_of(ref("CitedSource")),
        enacted_by=said(list_of(ref("CitedSource")), "The norms that say that they implement it."),
    ),
    "ProposalRefusal": an_object(
        "Why a proposal can no longer apply: the law moved on.",
        code=said(TEXT, "Stable."),
        says=ref("Sentence"),
        remedy=ref("Sentence"),
        facts=said({"type": "object"}, "The place and the codes, under English names."),
    ),
    "ProposedAct": an_object(
        "One act of a proposal.",
        act=said(TEXT, "Its reference inside the source."),
        provision=or_null(ref("Provision")),
        since=said(ref("LegalDate"), "From when it would be in force."),
        words=said({"type": "object"}, "The act in the words of a resolution file; names are seals."),
        sentences=said(list_of(ref("Sentence")), "What it would change on the proposal's own day."),
    ),
    "ProposalList": an_object(
        "The proposals of an organization, as the register learnt them.",
        organization=said(TEXT, "The organization's code."),
        known_at=or_null(ref("KnownAt")),
        proposals=list_of(ref("Proposal")),
    ),
    "ProposalAnswer": an_object("One proposal with its acts.", **_HEAD, acts=list_of(ref("ProposedAct"))),
    "ProposedStructureAnswer": an_object(
        "What the structure would be on a day with a proposal.",
        **_HEAD,
        **_DAY,
        structure=said(or_null(ref("ProposedStructure")), "Null where it can no longer apply."),
    ),
    "ProposedStructure": an_object(
        "A structure that is not in force.",
        organization=ref("Organization"),
        **MOMENT,
        units=said(or_null(list_of(ref("Unit"))), NOT_COVERED),
        references=list_of(ref("Reference")),
    ),
    "ProposalDiff": an_object(
        "What a proposal would change on a day.",
        **_HEAD,
        **_DAY,
        changes=said(or_null(list_of(ref("Change"))), "Null where it can no longer apply."),
        sentences=said(
            or_null(list_of(ref("Sentence"))), "The same changes as sentences, in the same order."
        ),
    ),
}
