"""One test over many values, where a test of its own for each costs more than what it shows; all that fail are named.

It is written as `pytest.mark.parametrize` is. That remains for what has fixtures of its own for each, or is slow.
"""

import functools
import inspect
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, cast

Test = Callable[..., None] | Callable[..., Awaitable[None]]


def for_every(names: str | Sequence[str], values: Iterable[Any]) -> Callable[[Test], Test]:
    """Run the test with every one of the values under these names; one that waits, one after the other."""
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    cases = [{names: value} if names in named else dict(zip(named, value, strict=True)) for value in values]
    assert cases, "a test of nothing"

    def repeated(test: Test) -> Test:
        @functools.wraps(test)
        def over_all(**others: Any) -> None:
            _raise(len(cases), [failure for case in cases if (failure := _try(test, case, others))])

        @functools.wraps(test)
        async def over_all_waiting(**others: Any) -> None:
            _raise(len(cases), [failure for case in cases if (failure := await _wait(test, case, others))])

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in named]
        over: Any = over_all_waiting if inspect.iscoroutinefunction(test) else over_all
        over.__signature__ = signature.replace(parameters=left)
        return cast("Test", over)

    return repeated


def _raise(tried: int, failures: list[Exception]) -> None:
    if failures:
        raise failures[0] if len(failures) == 1 else ExceptionGroup(f"{len(failures)} of {tried}", failures)


def _try(test: Test, case: dict[Any, Any], others: dict[str, Any]) -> Exception | None:
    try:
        test(**case, **others)
    except Exception as failure:  # noqa: BLE001 - whatever one of them is, the others are tried
        return _with(case, failure)
    return None


async def _wait(test: Test, case: dict[Any, Any], others: dict[str, Any]) -> Exception | None:
    try:
        await test(**case, **others)  # type: ignore[misc]
    except Exception as failure:  # noqa: BLE001 - as above
        return _with(case, failure)
    return None


def _with(case: dict[Any, Any], failure: Exception) -> Exception:
    failure.add_note("with " + ", ".join(f"{name}={value!r}" for name, value in case.items()))
    return failure
