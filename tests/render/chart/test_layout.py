"""Where things of a chart stand: whatever the structure, nothing overlaps, nothing is cut, nothing is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organica.render.chart.drawn import DrawnUnit
from organica.render.chart.layout import LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH, Layout, laid_out
from organica.render.chart.measuring import shown
from organica.render.chart.placing import Edge, PlacedBox, Point
from tests.support.chart_strategies import PROFILE, structures
from tests.support.charts import HOSTILE, a_chart, a_unit, random_units
from tests.support.growth import assert_grows_with_its_length

ROUNDING = 0.001
WIDTHS = st.sampled_from((LEAST_WIDTH, 360, 559, 560, 720, USUAL_WIDTH, 1280, MOST_WIDTH))


def parents_of(units: Sequence[DrawnUnit]) -> dict[str, str | None]:
    """Return the parent of each unit, by the plain rule: the nearest before it that is less deep."""
    return {
        unit.code: next((each.code for each in reversed(units[:place]) if each.depth < unit.depth), None)
        for place, unit in enumerate(units)
    }


def overlapping(boxes: Sequence[PlacedBox]) -> list[tuple[str, str]]:
    """Return the pairs of boxes that share any point."""
    found = []
    ordered = sorted(boxes, key=lambda each: each.y)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 :]:
            if second.y >= first.y + first.height:
                break
            if first.x < second.x + second.width and second.x < first.x + first.width:
                found.append((first.unit.code, second.unit.code))
    return found


def outside(layout: Layout) -> list[str]:
    """Return what stands outside the image, or a line outside its box."""
    found = [
        each.line.text
        for each in layout.lines
        if each.x < 0 or each.x + each.line.width > layout.width or not 0 < each.baseline < layout.height
    ]
    for box in layout.boxes:
        if box.x < 0 or box.y < 0 or box.x + box.width > layout.width or box.bottom > layout.height:
            found.append(box.unit.code)
        for each in box.lines:
            sideways = box.x <= each.x and each.x + each.line.width <= box.x + box.width + ROUNDING
            above = each.baseline - each.line.letters.size >= box.y
            below = each.baseline + each.line.letters.size * 0.3 <= box.bottom + ROUNDING
            if not (sideways and above and below):
                found.append(f"{box.unit.code}: {each.line.text}")
    return found


def touches(box: PlacedBox, point: Point) -> bool:
    """Tell whether a point lies on the frame of a box."""
    x, y = point
    across = box.x - ROUNDING <= x <= box.x + box.width + ROUNDING
    along = box.y - ROUNDING <= y <= box.bottom + ROUNDING
    on_side = min(abs(x - box.x), abs(x - box.x - box.width)) < ROUNDING
    on_end = min(abs(y - box.y), abs(y - box.bottom)) < ROUNDING
    return across and along and (on_side or on_end)


def crossed(edges: Iterable[Edge], boxes: Sequence[PlacedBox]) -> list[tuple[str, str]]:
    """Return edges that pass through the inside of a box."""
    found = []
    for edge in edges:
        for (x1, y1), (x2, y2) in zip(edge.points, edge.points[1:], strict=False):
            left, right, high, low = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            for box in boxes:
                inside_x = left < box.x + box.width - 0.5 and right > box.x + 0.5
                inside_y = high < box.bottom - 0.5 and low > box.y + 0.5
                if inside_x and inside_y:
                    found.append((edge.child, box.unit.code))
    return found


@PROFILE
@given(structures(), WIDTHS)
def test_no_two_boxes_overlap_and_no_text_leaves_its_box(units: list[DrawnUnit], width: int) -> None:
    layout = laid_out(a_chart(units, gone=units[:7]), width)
    assert overlapping(layout.boxes) == []
    assert outside(layout) == []
    assert layout.width == width


@PROFILE
@given(structures(), WIDTHS)
def test_every_unit_has_one_box_and_one_edge_from_its_parent(units: list[DrawnUnit], width: int) -> None:
    layout = laid_out(a_chart(units), width)
    boxes = {each.unit.code: each for each in layout.boxes}
    assert len(layout.boxes) == len(units)
    assert boxes.keys() == {unit.code for unit in units}
    drawn = {edge.child: edge.parent for edge in layout.edges}
    assert len(layout.edges) == len(drawn)
    assert drawn == {code: parent for code, parent in parents_of(units).items() if parent is not None}
    for edge in layout.edges:
        assert touches(boxes[edge.parent], edge.points[0])
        assert touches(boxes[edge.child], edge.points[-1])
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in zip(edge.points, edge.points[1:], strict=False))


@PROFILE
@given(structures().map(lambda units: units[:60]), WIDTHS)
def test_no_edge_passes_through_a_box(units: list[DrawnUnit], width: int) -> None:
    layout = laid_out(a_chart(units), width)
    assert crossed(layout.edges, layout.boxes) == []


@PROFILE
@given(structures(), WIDTHS)
def test_every_word_of_every_name_is_drawn(units: list[DrawnUnit], width: int) -> None:
    for box in laid_out(a_chart(units), width).boxes:
        drawn = "".join(each.line.text for each in box.lines).replace("-", "").replace(" ", "")
        for text in (box.unit.kind or "", box.unit.name, *box.unit.notes):
            assert shown(text).replace("-", "").replace(" ", "") in drawn


def test_three_levels_stand_across_where_they_fit_each_parent_over_the_middle_of_its_children() -> None:
    units = [
        *(a_unit("a", 0), a_unit("a1", 1), a_unit("a11", 2), a_unit("a12", 2)),
        *(a_unit("a2", 1), a_unit("a21", 2), a_unit("a22", 2), a_unit("a221", 3)),
    ]
    boxes = {each.unit.code: each for each in laid_out(a_chart(units)).boxes}
    assert boxes["a1"].y == boxes["a2"].y
    assert boxes["a11"].y == boxes["a12"].y == boxes["a21"].y == boxes["a22"].y
    assert boxes["a1"].middle == pytest.approx((boxes["a11"].middle + boxes["a12"].middle) / 2)
    assert boxes["a"].middle == pytest.approx((boxes["a1"].middle + boxes["a2"].middle) / 2)
    assert boxes["a"].middle == pytest.approx(USUAL_WIDTH / 2)
    assert boxes["a221"].y > boxes["a22"].bottom
    assert boxes["a22"].x < boxes["a221"].x


def test_where_three_levels_do_not_fit_the_third_stands_as_lists_below_the_second() -> None:
    units = [a_unit("a", 0)]
    for number in range(4):
        units += [a_unit(f"a{number}", 1), *(a_unit(f"a{number}{below}", 2) for below in range(3))]
    boxes = {each.unit.code: each for each in laid_out(a_chart(units)).boxes}
    assert len({boxes[f"a{number}"].y for number in range(4)}) == 1
    for number in range(4):
        column = [boxes[f"a{number}{below}"] for below in range(3)]
        assert len({each.x for each in column}) == 1
        assert [each.y for each in column] == sorted(each.y for each in column)
        assert column[0].x > boxes[f"a{number}"].x


def test_three_hundred_children_stand_in_rows_as_wide_as_the_image() -> None:
    units = [a_unit("a", 0), *(a_unit(f"a{number}", 1) for number in range(300))]
    layout = laid_out(a_chart(units))
    rows: dict[float, int] = {}
    for box in layout.boxes[1:]:
        rows[box.y] = rows.get(box.y, 0) + 1
    assert set(rows.values()) == {5}
    assert crossed(layout.edges, layout.boxes) == []


def test_where_it_is_narrow_everything_is_one_list_in_order() -> None:
    units = random_units(40, 7)
    boxes = laid_out(a_chart(units), 360).boxes
    assert [each.unit.code for each in boxes] == [unit.code for unit in units]
    assert [each.y for each in boxes] == sorted(each.y for each in boxes)


def test_a_box_that_hangs_too_deep_to_be_indented_says_its_level() -> None:
    units = [a_unit(f"u{depth}", depth) for depth in range(60)]
    boxes = laid_out(a_chart(units), 360).boxes
    assert [line.line.text for line in boxes[59].lines] == ["nivel 60", "Unidad"]
    assert boxes[59].width == pytest.approx(120)


def test_a_chain_of_thousands_of_levels_is_drawn() -> None:
    units = [a_unit(f"u{depth}", depth) for depth in range(5_000)]
    assert len(laid_out(a_chart(units)).boxes) == 5_000


def test_a_chart_without_units_says_what_is_said_of_it() -> None:
    layout = laid_out(a_chart([]))
    assert layout.boxes == ()
    assert [each.line.text for each in layout.lines][:3] == [
        "Ejemplo",
        "Estructura orgánica al 1 de enero de 2025",
        "Así está desde el 1 de enero de 2020.",
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_of_nothing_but_what_is_feared_stays_in_its_box(name: str) -> None:
    for width in (LEAST_WIDTH, 360, USUAL_WIDTH):
        layout = laid_out(a_chart([a_unit("a", 0, name), a_unit("b", 1, name)], title=name), width)
        assert outside(layout) == []
        assert all(box.lines for box in layout.boxes)


def test_the_same_chart_is_laid_out_the_same() -> None:
    assert laid_out(a_chart(random_units(300, 1))) == laid_out(a_chart(random_units(300, 1)))


def test_the_time_grows_with_the_number_of_units() -> None:
    assert_grows_with_its_length(lambda count: a_chart(random_units(count, 3)), laid_out, 8_000)


@pytest.mark.parametrize("letters", ["á", "á ", "W", "á-"])
def test_the_time_grows_with_the_length_of_a_name(letters: str) -> None:
    assert_grows_with_its_length(lambda length: a_chart([a_unit("a", 0, letters * length)]), laid_out, 40_000)
