"""One test over many values, where a test of its own for each costs more than what it shows; all that fail are named.

It is written as `pytest.mark.parametrize` is. That remains for what waits, has fixtures of its own or is slow.
"""

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

Test = Callable[..., None]


def for_every(names: str | Sequence[str], values: Iterable[Any]) -> Callable[[Test], Test]:
    """Run the test with every one of the values under these names."""
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    cases = [{names: value} if names in named else dict(zip(named, value, strict=True)) for value in values]
    assert cases, "a test of nothing"

    def repeated(test: Test) -> Test:
        @functools.wraps(test)
        def over_all(**others: Any) -> None:
            failures = [failure for case in cases if (failure := _try(test, case, others))]
            if failures:
                raise (
                    failures[0] if len(failures) == 1 else ExceptionGroup(f"{len(failures)} of {len(cases)}", failures)
                )

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in named]
        over_all.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return over_all

    return repeated


def _try(test: Test, case: dict[Any, Any], others: dict[str, Any]) -> Exception | None:
    try:
        test(**case, **others)
    except Exception as failure:  # noqa: BLE001 - whatever one of them is, the others are tried
        failure.add_note("with " + ", ".join(f"{name}={value!r}" for name, value in case.items()))
        return failure
    return None
