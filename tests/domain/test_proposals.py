"""What is only proposed is no part of any fold; and a file that has no acts says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organica.domain.acts import RenameUnit
from organica.domain.coverage import NotCoveredReason
from organica.domain.filings import Enacted
from organica.domain.history import fold
from organica.domain.refusals.proposals import (
    ContentsBesideActs,
    KeyOfAnotherKind,
    KindOfProposals,
    UnknownProposal,
)
from organica.domain.resolution import CoverageClaim, EntryKind, SourceContents
from organica.domain.source import SourceNature, refuse_kind_of_proposals
from organica.register.proposed import refuse_unknown_proposals
from tests.makers import (
    ORGANIZATION,
    a_day,
    a_proposal,
    a_resolution,
    a_source,
    a_supplement,
    a_unit,
    key_of,
    proposal_key,
)

FOUNDING = a_resolution(a_unit("division"))
RENAMING = RenameUnit(unit="division", name="División Nueva")


def test_a_proposal_is_in_no_fold_and_its_source_can_be_told_from_every_other() -> None:
    proposed = a_proposal(RENAMING, in_force_from="2018-01-01")
    assert fold(ORGANIZATION, [Enacted(1, FOUNDING), Enacted(2, proposed)]) == fold(
        ORGANIZATION, [Enacted(1, FOUNDING)]
    )
    source = proposed.source
    assert (source.normative, source.nature) == (False, SourceNature.PROPOSAL)
    assert source.key == proposal_key("p1", "2018")
    assert replace(source, proposal=False).key != source.key


@pytest.mark.parametrize("nature", [SourceNature.NORM, SourceNature.ATTESTATION])
def test_a_kind_with_which_a_source_could_have_the_key_of_a_proposal_is_refused(nature: SourceNature) -> None:
    law = a_proposal(RENAMING, in_force_from="2018-01-01").source
    same_key = replace(law, kind=f"propuesta_{law.kind}", proposal=False)
    assert same_key.key == law.key
    with pytest.raises(KindOfProposals) as refusal:
        refuse_kind_of_proposals(same_key.kind, nature)
    assert refusal.value.facts == {"kind": same_key.kind, "rest": law.kind}
    assert refusal.value.cure("es") == (
        f"Si el documento solo propone, escriba kind: proposal en el archivo y el tipo «{law.kind}»; si no, "
        f"otro tipo, como «{law.kind}_propuesta»."
    )


def test_kinds_that_only_look_alike_are_taken() -> None:
    for kind in ("propuesta", "propuestas", "contrapropuesta_de_ley", "ley_propuesta"):
        refuse_kind_of_proposals(kind, SourceNature.NORM)
    refuse_kind_of_proposals("propuesta_de_ley", SourceNature.PROPOSAL)


def test_only_a_proposal_replaces_and_only_what_is_no_proposal_lacks_its_contents() -> None:
    with pytest.raises(KeyOfAnotherKind) as refusal:
        replace(FOUNDING, replaces=(proposal_key("p1", "2018"),))
    assert refusal.value.facts == {"key": "replaces", "kind": "enactment"}
    with pytest.raises(KeyOfAnotherKind) as refusal:
        replace(a_proposal(RENAMING), contents=SourceContents.NOT_AT_HAND)
    assert refusal.value.facts == {"key": "contents", "kind": "proposal"}


def test_a_source_that_is_not_about_structure_has_no_acts() -> None:
    with pytest.raises(ContentsBesideActs):
        replace(FOUNDING, contents=SourceContents.NONE_OF_STRUCTURE)


def test_a_proposal_replaces_only_one_that_the_register_holds_for_the_organization() -> None:
    second = replace(a_proposal(RENAMING, number="p2"), replaces=(proposal_key("p1", "2018"),))
    known = [Enacted(1, FOUNDING), Enacted(2, a_proposal(RENAMING, in_force_from="2018-01-01"))]
    refuse_unknown_proposals(second, known)
    with pytest.raises(UnknownProposal) as refusal:
        refuse_unknown_proposals(second, known[:1])
    assert refusal.value.facts == {"source": second.source.key, "proposal": proposal_key("p1", "2018")}


def test_a_source_whose_contents_are_not_at_hand_is_why_its_days_are_not_covered() -> None:
    law = replace(
        a_resolution(number="9", in_force_from="2010-01-01", coverage=None),
        contents=SourceContents.NOT_AT_HAND,
    )
    enacted = [Enacted(1, a_resolution(a_unit("division"))), Enacted(2, law)]
    before, between, later = (
        fold(ORGANIZATION, enacted).moment_on(a_day(day))
        for day in ("2009-12-31", "2010-01-01", "2015-01-01")
    )
    assert before is None
    assert between is not None
    assert later is not None
    assert between.coverage.not_at_hand == (key_of("9", "2010"),)
    assert between.coverage.reason(ORGANIZATION) is NotCoveredReason.CONTENTS_NOT_AT_HAND
    assert between.since.value == "2010-01-01"
    # The whole organization is covered from 2015 on: nothing is missing then.
    assert later.coverage.reason(ORGANIZATION) is None


def test_more_of_the_source_brings_its_contents() -> None:
    law = replace(a_resolution(number="9", coverage=None), contents=SourceContents.NOT_AT_HAND)
    whole = CoverageClaim(partial_under=(ORGANIZATION,))
    more = a_supplement(a_unit("division"), source=key_of("9", "2015"), coverage=whole)
    known = fold(ORGANIZATION, [Enacted(1, law)]).moment_on(a_day("2015-01-01"))
    after = fold(ORGANIZATION, [Enacted(1, law), Enacted(2, more)]).moment_on(a_day("2015-01-01"))
    assert known is not None
    assert after is not None
    assert known.coverage.not_at_hand == (key_of("9", "2015"),)
    assert after.coverage.not_at_hand == ()
    assert after.coverage.reason(ORGANIZATION) is NotCoveredReason.NOTHING_ENTERED


def test_the_source_of_a_norm_orders_and_so_does_a_proposal_that_is_previewed() -> None:
    norm, attests = a_source(), a_source(normative=False)
    assert (norm.nature, norm.orders) == (SourceNature.NORM, True)
    assert (attests.nature, attests.orders) == (SourceNature.ATTESTATION, False)
    assert a_proposal(RENAMING).source.orders
    assert a_proposal(RENAMING).kind is EntryKind.PROPOSAL
