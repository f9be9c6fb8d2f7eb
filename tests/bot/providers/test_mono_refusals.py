"""The table of what Mono's answers mean, read row by row; and that nothing but status and `status` decides."""

from hypothesis import given
from hypothesis import strategies as st

from bot.outgoing.errors import AnswerTooLarge, ConnectionBroke, MaybeSent, NoAnswerInTime, NotSent
from bot.providers.mono.operations import UNREADABLE, MonoAnswer, Operation
from bot.providers.mono.refusals import Judgement, Plain, judge
from conversations.refusal import Refusal
from tests.for_every import for_every

READS = (
    Operation.FETCH_DETAILS,
    Operation.FETCH_IDENTITY,
    Operation.FETCH_BALANCES,
    Operation.FETCH_TRANSACTIONS,
)
EVERY = tuple(Operation)
NEEDING_A_BODY = (*READS, Operation.REQUEST_OTP, Operation.CHECK_OTP, Operation.EXCHANGE)

# operations · HTTP statuses · meaning
TABLE: list[tuple[tuple[Operation, ...], tuple[int, ...], Judgement]] = [
    (EVERY, (200, 201, 202), Plain.DONE),
    (EVERY, (401, 402), Refusal.NOT_ALLOWED),
    ((*NEEDING_A_BODY, Operation.REFRESH, Operation.UNLINK), (403,), Refusal.NOT_ALLOWED),
    ((Operation.CHECK_KEY,), (403,), Plain.NOTHING),
    (EVERY, (429,), Refusal.TOO_MANY_REQUESTS),
    (EVERY, (408, 500, 502, 503, 504, 599), Plain.SILENT),
    (EVERY, (301, 302, 307, 405, 406, 415, 418), Refusal.NOT_UNDERSTOOD),
    ((Operation.REQUEST_OTP,), (400, 404, 422), Refusal.NUMBER_NOT_ON_NETWORK),
    ((Operation.CHECK_OTP,), (400, 422), Refusal.WRONG_CODE),
    ((Operation.CHECK_OTP,), (404, 409, 410), Refusal.REQUEST_EXPIRED),
    ((Operation.EXCHANGE,), (400, 404, 409, 410, 422), Refusal.CODE_SPENT),
    ((*READS, Operation.REFRESH, Operation.UNLINK, Operation.CHECK_KEY), (400, 422), Refusal.NOT_UNDERSTOOD),
    ((Operation.FETCH_DETAILS,), (404, 410), Refusal.ACCOUNT_GONE),
    ((Operation.FETCH_BALANCES, Operation.FETCH_TRANSACTIONS), (404, 410), Refusal.ACCOUNT_GONE),
    ((Operation.FETCH_IDENTITY,), (404,), Plain.NOTHING),
    ((Operation.FETCH_IDENTITY, Operation.REFRESH), (410,), Refusal.ACCOUNT_GONE),
    ((Operation.UNLINK,), (404, 410), Plain.NOTHING),
    ((Operation.UNLINK,), (409,), Plain.SILENT),
]
ROWS = [
    (operation, status, verdict)
    for operations, statuses, verdict in TABLE
    for operation in operations
    for status in statuses
]


@for_every(("operation", "status", "verdict"), ROWS)
def test_a_status_means(operation: Operation, status: int, verdict: Judgement) -> None:
    assert judge(operation, MonoAnswer(status, {})) is verdict


@for_every("operation", EVERY)
@for_every("word", ["failed", "FAILED", "Failed"])
def test_a_success_that_says_failed_means_what_a_400_means(operation: Operation, word: str) -> None:
    assert judge(operation, MonoAnswer(200, {"status": word})) is judge(operation, MonoAnswer(400, {}))


@for_every("operation", EVERY)
@for_every("content", [{"status": "successful"}, {"status": None}, {"status": 5}, [], None, "failed"])
def test_only_the_word_failed_fails_a_success(operation: Operation, content: object) -> None:
    assert judge(operation, MonoAnswer(200, content)) is Plain.DONE


@for_every("operation", NEEDING_A_BODY)
def test_a_success_that_cannot_be_read_tells_nothing(operation: Operation) -> None:
    assert judge(operation, MonoAnswer(200, UNREADABLE)) is Plain.SILENT


@for_every("operation", [Operation.UNLINK, Operation.REFRESH, Operation.CHECK_KEY])
def test_a_success_whose_body_nobody_needs_is_one_in_any_form(operation: Operation) -> None:
    assert judge(operation, MonoAnswer(200, UNREADABLE)) is Plain.DONE


@for_every("operation", EVERY)
def test_what_was_never_sent_was_not_done(operation: Operation) -> None:
    assert judge(operation, NotSent("upstream words")) is Refusal.UNAVAILABLE


@for_every("operation", EVERY)
@for_every("kind", [NoAnswerInTime, ConnectionBroke, AnswerTooLarge])
@for_every("status", [0, 200, 404])
def test_what_broke_after_it_was_sent_is_not_known(operation: Operation, kind: type[MaybeSent], status: int) -> None:
    assert judge(operation, kind("upstream words", status)) is Plain.SILENT


@given(st.sampled_from(EVERY), st.integers(100, 599), st.text())
def test_no_message_ever_decides(operation: Operation, status: int, message: str) -> None:
    plain, wordy = {"status": "successful"}, {"status": "successful", "message": message}
    assert judge(operation, MonoAnswer(status, wordy)) is judge(operation, MonoAnswer(status, plain))
