"""A route of the API: whose line is meant, and what is done. Never at which path."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import MonoAccount
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.lines import EmulatedLine, Operation
from bot.sandbox.emulators.mono.state import MonoState

Work = Callable[[MonoAccount, ApiRequest], ASGIApp]


@dataclass(frozen=True, slots=True)
class ApiRoute:
    """`whose` finds the line by which the faults of a test number are known; `bare`: a failure is `{message}`."""

    operation: Operation
    whose: Callable[[ApiRequest], EmulatedLine | None]
    work: Callable[[ApiRequest], ASGIApp]
    bare: bool = False


ApiRoutes = Mapping[tuple[str, str], ApiRoute]


def about_account(state: MonoState, operation: Operation, work: Work, *, bare: bool = False) -> ApiRoute:
    """A route to something about the account that its path names first."""
    return ApiRoute(
        operation,
        lambda request: state.line_of_account(request.ids[0]),
        lambda request: work(state.account(request.ids[0]), request),
        bare,
    )
