"""Random structures for charts, as Hypothesis draws them.

Gives a strategy. Used by tests of the chart.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from organica.render.chart.drawn import DrawnUnit
from tests.support.charts import HOSTILE, random_units

MOST_UNITS = 300
# A structure is made of two numbers, so what fails is small to tell; how long one takes is no concern here.
PROFILE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def structures(draw: st.DrawFn) -> list[DrawnUnit]:
    """Return the units of a random structure; any name among them may be a fearsome one, or any text at all."""
    texts = draw(st.lists(st.text(max_size=60), max_size=8))
    return random_units(
        draw(st.integers(0, MOST_UNITS)),
        draw(st.integers(0, 2**32)),
        bushy=draw(st.sampled_from((0.0, 0.1, 0.5, 0.9, 1.0))),
        fearsome=draw(st.sampled_from((0.0, 0.1, 1.0))),
        feared=(*HOSTILE, *texts),
    )
