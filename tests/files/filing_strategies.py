"""Random filings that are no resolutions and that a file can say."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from organica.domain.acts import Act
from organica.domain.filings import (
    CorrectedAct,
    CorrectedFacts,
    Correction,
    ExternalId,
    Filing,
    IdMapping,
    Supplement,
    Withholding,
)
from tests.files.strategies import (
    acts_of_a_file,
    addresses,
    an_act_of,
    appointments,
    coverages,
    doubts,
    entry_dates,
    evidences,
    function_codes,
    legal_dates,
    optional,
    organizations,
    phrases,
    post_codes,
    slugs,
    source_keys,
    texts,
    units,
)


@st.composite
def supplements(draw: st.DrawFn, classes: tuple[type[Act], ...]) -> Supplement:
    return Supplement(
        organization=draw(organizations),
        source=draw(source_keys),
        acts=draw(acts_of_a_file(classes)),
        evidence=draw(st.none() | evidences),
        coverage=draw(st.none() | coverages),
        doubts=draw(st.lists(doubts, max_size=2).map(tuple)),
    )


corrected_facts = st.builds(
    CorrectedFacts,
    in_force_from=optional(entry_dates),
    signed_on=optional(legal_dates),
    published_on=optional(legal_dates),
    notified_on=optional(legal_dates),
    subject=optional(texts),
    citation_printed=optional(phrases),
    text_url=optional(addresses),
)


@st.composite
def corrections(draw: st.DrawFn, classes: tuple[type[Act], ...]) -> Correction:
    refs = draw(st.lists(st.sampled_from(("1", "2", "denominacion")), min_size=1, max_size=3, unique=True))
    corrected = [
        CorrectedAct(ref, drop=True) if draw(st.booleans()) else CorrectedAct(ref, draw(an_act_of(classes)))
        for ref in refs
    ]
    return Correction(
        organization=draw(organizations),
        source=draw(source_keys),
        reason=draw(texts),
        acts=tuple(corrected),
        facts=draw(st.none() | corrected_facts),
        evidence=draw(st.none() | evidences),
    )


withholdings = st.builds(
    Withholding,
    organization=organizations,
    reason=texts,
    appointments=st.lists(appointments, min_size=1, max_size=3).map(tuple),
)
external_ids = st.one_of(
    *(
        st.builds(
            ExternalId,
            system=slugs,
            value=phrases,
            withdrawn=st.booleans(),
            **{noun: codes},
        )
        for noun, codes in (
            ("organization", organizations),
            ("unit", units),
            ("function", function_codes),
            ("post", post_codes),
            ("programme", units),
        )
    )
)
mappings = st.builds(
    IdMapping,
    organization=organizations,
    external_ids=st.lists(external_ids, min_size=1, max_size=3).map(tuple),
)


@st.composite
def filings(draw: st.DrawFn, classes: tuple[type[Act], ...]) -> Filing:
    """Draw any filing that is no resolution."""
    kinds: tuple[SearchStrategy[Filing], ...] = (
        supplements(classes),
        corrections(classes),
        withholdings,
        mappings,
    )
    return draw(kinds[draw(st.integers(0, 3))])
