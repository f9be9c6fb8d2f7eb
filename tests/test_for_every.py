"""A test that runs over many values fails with each of those that fail, and says which."""

import pytest

from tests.for_every import for_every


@for_every("number", [1, 2, 3, 4])
def _is_odd(number: int) -> None:
    assert number % 2


@for_every("divisor", [2, 3])
@for_every(("number", "rest"), [(6, 0), (8, 0)])
def _divides(divisor: int, number: int, rest: int) -> None:
    assert number % divisor == rest


@for_every("number", [1, 2, 3])
async def _is_odd_later(number: int) -> None:
    assert number % 2


def test_every_value_that_fails_is_named_whichever_failed_before_it() -> None:
    with pytest.raises(ExceptionGroup, match="2 of 4") as failed:
        _is_odd()
    assert [each.__notes__ for each in failed.value.exceptions] == [["with number=2"], ["with number=4"]]


def test_one_that_fails_alone_is_the_failure_and_of_each_list_its_value_is_named() -> None:
    with pytest.raises(AssertionError) as failed:
        _divides()
    assert failed.value.__notes__ == ["with number=8, rest=0", "with divisor=3"]


async def test_what_waits_is_tried_with_every_value_too() -> None:
    with pytest.raises(AssertionError) as failed:
        await _is_odd_later()  # type: ignore[misc]
    assert failed.value.__notes__ == ["with number=2"]
