"""What each of Mono's answers means: one table from operation and HTTP status to our words; never by message text.

Mono documents the statuses (docs.mono.co/docs/errors) but no error body of a `telecom` call, so a 400 is read by what
was asked: at log-in the number, at the check the code typed, at the exchange its code. A 200 that says `failed` is read
as a 400.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.outgoing.errors import NotSent, RequestFailed
from bot.providers.mono.operations import UNREADABLE, MonoAnswer, Operation
from conversations.refusal import Refusal


class Plain(StrEnum):
    """What an answer can be that is not a refusal."""

    DONE = "done"  # the body holds what was asked for
    NOTHING = "nothing"  # what was asked about is not there, and that is an answer
    SILENT = "silent"  # it is not known whether anything happened


Judgement = Plain | Refusal

_ANYWHERE: Mapping[int, Judgement] = {
    401: Refusal.NOT_ALLOWED,
    402: Refusal.NOT_ALLOWED,
    403: Refusal.NOT_ALLOWED,
    408: Plain.SILENT,
    429: Refusal.TOO_MANY_REQUESTS,
}
_LINE_READ: Mapping[int, Judgement] = {404: Refusal.ACCOUNT_GONE, 410: Refusal.ACCOUNT_GONE}
_BY_OPERATION: Mapping[Operation, Mapping[int, Judgement]] = {
    Operation.REQUEST_OTP: dict.fromkeys((400, 404, 422), Refusal.NUMBER_NOT_ON_NETWORK),
    Operation.CHECK_OTP: {
        **dict.fromkeys((400, 422), Refusal.WRONG_CODE),
        **dict.fromkeys((404, 409, 410), Refusal.REQUEST_EXPIRED),
    },
    Operation.EXCHANGE: dict.fromkeys((400, 404, 409, 410, 422), Refusal.CODE_SPENT),
    Operation.FETCH_DETAILS: _LINE_READ,
    # A line without an identity is a 404 too ("document"); whether the line exists is what the details tell.
    Operation.FETCH_IDENTITY: {404: Plain.NOTHING, 410: Refusal.ACCOUNT_GONE},
    Operation.FETCH_BALANCES: _LINE_READ,
    Operation.FETCH_TRANSACTIONS: _LINE_READ,
    Operation.REFRESH: _LINE_READ,
    Operation.UNLINK: {404: Plain.NOTHING, 409: Plain.SILENT, 410: Plain.NOTHING},
    Operation.CHECK_KEY: {403: Plain.NOTHING},  # a key of the telco product alone may not list accounts, and is one
}
_BODY_UNKNOWN = frozenset({Operation.REFRESH, Operation.UNLINK, Operation.CHECK_KEY})  # nothing of it is needed


def judge(operation: Operation, reply: MonoAnswer | RequestFailed) -> Judgement:
    """What `reply` to `operation` means."""
    if isinstance(reply, RequestFailed):
        return Refusal.UNAVAILABLE if isinstance(reply, NotSent) else Plain.SILENT
    if reply.status // 100 == 2:
        return _judge_success(operation, reply)
    return _judge_status(operation, reply.status)


def _judge_success(operation: Operation, answer: MonoAnswer) -> Judgement:
    if answer.says_failed:
        return _judge_status(operation, 400)
    if answer.content is UNREADABLE and operation not in _BODY_UNKNOWN:
        return Plain.SILENT
    return Plain.DONE


def _judge_status(operation: Operation, status: int) -> Judgement:
    if status >= 500:
        return Plain.SILENT
    return _BY_OPERATION[operation].get(status) or _ANYWHERE.get(status, Refusal.NOT_UNDERSTOOD)
