"""The endpoint of figures: how far the links of some days came. Never one link."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.http.api.answers import describe_funnels, encode_answer
from bot.http.api.problems import ApiProblem, Fault
from bot.http.api.reading import read_parameters
from bot.ports import Clock
from bot.turns.programs import ProgramTurns
from conversations.lagos import start_of_day

MOST_DAYS = 30  # as long as links are kept after their end


class ReportEndpoint:
    """`days` days of Lagos, today the last of them; 1 where nothing is said. Raises `ApiProblem`."""

    def __init__(self, programs: ProgramTurns, clock: Clock) -> None:
        self._programs = programs
        self._clock = clock

    async def show(self, request: Request) -> Response:
        days = _read_days(read_parameters(request, ("days",)).get("days", "1"))
        now = self._clock.now()
        since = start_of_day(now) - timedelta(days=days - 1)
        tallies = await self._programs.tally(since)
        return Response(encode_answer(describe_funnels(tallies, days, since, now)), media_type="application/json")


def _read_days(text: str) -> int:
    days = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_DAYS)) else 0
    if not 1 <= days <= MOST_DAYS:
        raise ApiProblem("invalid", "Say how many days.", [Fault("days", f"must be a whole number, 1 to {MOST_DAYS}")])
    return days
