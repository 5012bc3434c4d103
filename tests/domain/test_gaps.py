"""What a file declares not to be known stays open from its day on, until another file settles it."""

from __future__ import annotations

from dataclasses import replace

from organica.domain.coverage import Gap
from organica.domain.refusals.gaps import GapNamedTwice, GapOfNothing, UnknownGap
from organica.domain.resolution import NotKnown, Resolution
from tests.makers import Book, a_day, a_resolution, a_supplement, a_unit, an_attestation, key_of
from tests.support.refusing import refused

FIRST = key_of("1", "2015")
HEAD = NotKnown("¿Quién encabeza el departamento?", unit="faros", lines="3-3", ref="jefatura")
WHOLE = NotKnown("¿Qué otros órganos hay?")


def leaving_open(*questions: NotKnown, answers: tuple[str, ...] = (), number: str = "1") -> Resolution:
    file = a_resolution(a_unit("faros"), number=number)
    return replace(file, not_known=questions, answers=answers)


def answering(*answers: str, in_force_from: str = "2018-01-01") -> Resolution:
    file = a_resolution(a_unit("muelles"), number="2", in_force_from=in_force_from)
    return replace(file, answers=answers)


def open_on(book: Book, day: str) -> list[str]:
    moment = book.history.moment_on(a_day(day))
    return [gap.key for gap in moment.coverage.gaps] if moment else []


def test_a_question_is_open_from_the_day_of_its_source_on() -> None:
    book = Book(leaving_open(HEAD, WHOLE))
    assert open_on(book, "2014-12-31") == []
    moment = book.history.moment_on(a_day("2015-01-01"))
    assert moment is not None
    assert moment.coverage.gaps == (
        Gap(f"{FIRST}#2", "¿Qué otros órganos hay?", a_day("2015-01-01")),
        Gap(
            f"{FIRST}#jefatura",
            "¿Quién encabeza el departamento?",
            a_day("2015-01-01"),
            unit="faros",
            lines="3-3",
        ),
    )
    assert moment.coverage.gaps[0].source == FIRST


def test_a_later_file_settles_it_from_its_own_day_on() -> None:
    book = Book(leaving_open(HEAD, WHOLE))
    book.enact(answering(f"{FIRST}#jefatura"))
    assert open_on(book, "2017-12-31") == [f"{FIRST}#2", f"{FIRST}#jefatura"]
    assert open_on(book, "2018-01-01") == [f"{FIRST}#2"]
    assert open_on(book, "2030-01-01") == [f"{FIRST}#2"]


def test_a_file_about_an_earlier_day_settles_it_on_every_day_on_which_it_was_open() -> None:
    book = Book(leaving_open(HEAD))
    book.enact(answering(f"{FIRST}#jefatura", in_force_from="2014-01-01"))
    assert open_on(book, "2015-01-01") == []


def test_a_supplement_leaves_more_open_counts_on_and_settles() -> None:
    book = Book(leaving_open(WHOLE))
    book.enact(replace(a_supplement(source=FIRST), not_known=(NotKnown("¿Desde cuándo?"),)))
    assert open_on(book, "2015-01-01") == [f"{FIRST}#1", f"{FIRST}#2"]
    book.enact(replace(a_supplement(source=FIRST), answers=(f"{FIRST}#1",)))
    assert open_on(book, "2015-01-01") == [f"{FIRST}#2"]


def test_an_attestation_leaves_open_what_its_document_does_not_say() -> None:
    book = Book(a_resolution(a_unit("faros")))
    book.enact(replace(an_attestation(), not_known=(HEAD,)))
    key = "cl/servicio-ficticio/constancia/2016/c1#jefatura"
    assert (open_on(book, "2015-12-31"), open_on(book, "2016-01-01")) == ([], [key])


def test_a_question_about_a_unit_or_a_programme_that_never_is_there_is_refused() -> None:
    book = Book(a_resolution(a_unit("direccion"), number="9"))
    unit = refused(book, leaving_open(replace(HEAD, unit="otra")), GapOfNothing)
    assert (unit.facts["thing"], unit.facts["day"]) == ("otra", "2015-01-01")
    programme = refused(book, leaving_open(NotKnown("¿Cuánto cuesta?", programme="plan")), GapOfNothing)
    assert programme.facts["thing"] == "plan"


def test_a_question_about_a_unit_that_begins_later_is_taken() -> None:
    late = replace(a_resolution(a_unit("faros", in_force_from="2016-01-01")), not_known=(HEAD,))
    assert open_on(Book(late), "2015-01-01") == [f"{FIRST}#jefatura"]


def test_two_questions_of_one_name_are_refused() -> None:
    book = Book(a_resolution(a_unit("direccion"), number="9"))
    refusal = refused(book, leaving_open(HEAD, replace(WHOLE, ref="jefatura")), GapNamedTwice)
    assert refusal.facts["gap"] == f"{FIRST}#jefatura"


def test_settling_what_nobody_left_open_is_refused() -> None:
    book = Book(leaving_open(HEAD))
    refusal = refused(book, answering(f"{FIRST}#otra"), UnknownGap)
    assert (refusal.facts["gap"], refusal.facts["source"]) == (f"{FIRST}#otra", key_of("2", "2018"))
