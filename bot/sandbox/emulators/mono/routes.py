"""What stands behind a place of the API: whose line is meant, and what is done. Never the places themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import Account
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.lines import Line, Operation
from bot.sandbox.emulators.mono.world import World

Work = Callable[[Account, ApiRequest], ASGIApp]


@dataclass(frozen=True, slots=True)
class Route:
    """`whose` finds the line by which the faults of a test number are known; `bare`: a failure is `{message}`."""

    operation: Operation
    whose: Callable[[ApiRequest], Line | None]
    work: Callable[[ApiRequest], ASGIApp]
    bare: bool = False


Routes = Mapping[tuple[str, str], Route]


def about_account(world: World, operation: Operation, work: Work, *, bare: bool = False) -> Route:
    """A route to something about the account that its path names first."""
    return Route(
        operation,
        lambda request: world.line_of_account(request.ids[0]),
        lambda request: work(world.account(request.ids[0]), request),
        bare,
    )
