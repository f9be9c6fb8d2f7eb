"""The endpoints of links: made, found, ended. Never who may ask."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from bot.http.api.access import program_of
from bot.http.api.answers import describe, describe_made, encode_answer
from bot.http.api.orders import names_in, parse_order
from bot.http.api.problems import ApiProblem, Fault
from bot.http.api.reading import read_idempotency_key, read_object, read_parameters
from bot.ports import Clock
from bot.turns.programs import Answered, LinkSeen, OverAlready, ProgramTurns, Unknown, WhyNotMade
from conversations.agents.programs import LinkMade, NoSuchAgent, NotSpoken, OpenAlready
from conversations.ended_links import state_of
from conversations.external_reference import parse_external_reference
from conversations.link import Addresses
from conversations.minting import parse_reference
from storage.program_answers import AnsweredBefore, AskedOnce

SECOND = timedelta(seconds=1)
NO_SUCH_LINK = "There is no link of that reference, or it was forgotten, 30 days after its end."


class LinkEndpoints:
    """What each address of links does. Raises `ApiProblem`."""

    def __init__(self, programs: ProgramTurns, addresses: Callable[[], Addresses], clock: Clock) -> None:
        self._programs = programs
        self._addresses = addresses
        self._clock = clock

    async def make(self, request: Request) -> Response:
        read_parameters(request, ())
        key = read_idempotency_key(request)
        content = await read_object(request)
        order = parse_order(content)
        if isinstance(order, list):
            unknown = await self._programs.look_for(*names_in(content))
            raise ApiProblem("invalid", "The link cannot be made as it is described.", [*order, *_faults_of(unknown)])
        # The same members in another order, or with other blanks between, are the same request.
        same = encode_answer(dict(sorted(content.items()))).decode()
        once = AskedOnce(str(program_of(request)), key, same) if key else None
        outcome = await self._programs.make(program_of(request), order, self._describe_made, once)
        if not isinstance(outcome, Answered):
            raise self._explain(outcome)
        headers = {"Idempotent-Replayed": "true"} if outcome.again else {}
        return Response(outcome.content, HTTPStatus.CREATED, headers, "application/json")

    async def find(self, request: Request) -> Response:
        read_parameters(request, ())
        seen = await self._programs.find(_reference_in(request))
        if not seen:
            raise ApiProblem("not-found", NO_SUCH_LINK)
        return self._show(seen)

    async def find_external(self, request: Request) -> Response:
        given = read_parameters(request, ("external_reference",)).get("external_reference", "")
        external = parse_external_reference(given)
        if not external:
            fault = Fault("external_reference", "must be what the business calls the link")
            raise ApiProblem("invalid", "Say which links: `?external_reference=`.", [fault])
        found = await self._programs.find_external(external)
        shown = encode_answer({"links": [describe(seen, self._addresses()) for seen in found]})
        return Response(shown, media_type="application/json")

    async def cancel(self, request: Request) -> Response:
        read_parameters(request, ())
        outcome = await self._programs.cancel(program_of(request), _reference_in(request))
        match outcome:
            case LinkSeen():
                return self._show(outcome)
            case OverAlready(seen):
                state = state_of(seen.link).value
                raise ApiProblem("link-over", "It has ended already, and is not cancelled.", state=state)
            case None:
                raise ApiProblem("not-found", NO_SUCH_LINK)

    def _show(self, seen: LinkSeen) -> Response:
        return Response(encode_answer(describe(seen, self._addresses())), media_type="application/json")

    def _describe_made(self, made: LinkMade, agent: str) -> bytes:
        return encode_answer(describe_made(made, agent, self._addresses()))

    def _explain(self, why: AnsweredBefore | WhyNotMade) -> ApiProblem:
        match why:
            case AnsweredBefore():
                said = "Within 24 hours one Idempotency-Key stands for one request. Take a new key for a new link."
                return ApiProblem("idempotency-key-reused", said)
            case Unknown():
                return ApiProblem("invalid", "The link cannot be made.", _faults_of(why))
            case OpenAlready(link):
                said = "Use that one, or end it first. One that an agent made in the chat is the agent's to pass on."
                return ApiProblem("link-open-already", said, reference=link.reference)
            case _:
                seconds = str(max(1, -(-(why.until - self._clock.now()) // SECOND)))
                said = f"`{why.limit.name.upper()}` is reached. Ask again in {seconds} seconds."
                return ApiProblem("limit-reached", said, headers={"Retry-After": seconds})


def _faults_of(unknown: Unknown) -> list[Fault]:
    return [_fault_of(each) for each in unknown.what]


def _fault_of(unknown: NotSpoken | NoSuchAgent) -> Fault:
    match unknown:
        case NotSpoken(languages):
            return Fault("/language", f"must be {' or '.join(languages)}")
        case NoSuchAgent():
            return Fault("/agent", "is no agent's name")


def _reference_in(request: Request) -> str:
    """Raises `ApiProblem` for what is no reference at all: there is no such link either."""
    reference = parse_reference(request.path_params["reference"])
    if not reference:
        raise ApiProblem("not-found", NO_SUCH_LINK)
    return reference
