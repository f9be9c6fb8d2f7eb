"""Every error that Twilio documents and that can meet us has its meaning in our words, and quotes nobody."""

import json
from datetime import timedelta
from json import JSONDecodeError

from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException
from twilio.base.version import Version
from twilio.http.response import Response

from bot.channels.whatsapp.refusals import (
    MEANINGS,
    ContentUnfit,
    NotAnAddress,
    NotJoined,
    NotOnWhatsApp,
    NotThere,
    OnTrial,
    OursToMend,
    OutcomeUnknown,
    TooEarly,
    Withheld,
    judge,
    judge_answer,
    judge_code,
    say_code,
)
from bot.channels.whatsapp.template_messages import why_unsent
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone, WindowClosed
from bot.log.masking import mask
from bot.outgoing.errors import AnswerTooLarge, ConnectionBroke, NoAnswerInTime, NotSent
from conversations.link import Unsent
from tests.for_every import for_every

GONE = (21610, 63014)
NOT_THERE = (63003, 63024)
BUSY = (20429, 30001, 63017, 63018, 63038)
DOWN = (63009, 63010, 63012)
OURS = (20003, 20005, 21603, 63001, 63002, 63007, 63020, 63051)
REFUSED = (21617, 21620, 30036, 63005, 63013, 63019, 63021, 63030)
UNFIT = (21654, 21655, 21656, 21658, 63027, 63028, 63040, 63041, 63042)
EXPECTED: dict[int, type[DeliveryError]] = {
    **dict.fromkeys(GONE, RecipientGone),
    **dict.fromkeys(NOT_THERE, NotOnWhatsApp),
    **dict.fromkeys(BUSY, ChannelBusy),
    **dict.fromkeys(DOWN, ChannelDown),
    **dict.fromkeys(OURS, OursToMend),
    **dict.fromkeys(REFUSED, MessageRefused),
    **dict.fromkeys(UNFIT, ContentUnfit),
    **dict.fromkeys((63032, 63049), Withheld),
    20009: TooEarly,
    20404: NotThere,
    21211: NotAnAddress,
    21608: OnTrial,
    63015: NotJoined,
    63016: WindowClosed,
}
SECRET = "+2348031234567"


def rest(status: int, code: int) -> TwilioRestException:
    return TwilioRestException(status, f"/Messages.json?To={SECRET}", f"to {SECRET}", code, "POST")


def test_the_table_is_exactly_this() -> None:
    assert {code: kind for code, (kind, _) in MEANINGS.items()} == EXPECTED
    assert all(meaning for _, meaning in MEANINGS.values())


@for_every("code", EXPECTED)
def test_a_code_means_the_same_in_an_answer_and_in_a_report(code: int) -> None:
    for error in (judge(rest(400, code)), judge_code(code)):
        assert type(error) is EXPECTED[code]
        assert SECRET not in str(error)


@for_every(
    ("status", "kind"),
    [
        (400, MessageRefused),
        (401, OursToMend),
        (403, OursToMend),
        (404, NotThere),
        (429, ChannelBusy),
        (302, OutcomeUnknown),
        (408, OutcomeUnknown),
        (425, OutcomeUnknown),
        (499, OutcomeUnknown),
        (500, OutcomeUnknown),
        (503, OutcomeUnknown),
    ],
)
def test_without_a_known_code_the_status_decides(status: int, kind: type[DeliveryError]) -> None:
    assert type(judge(rest(status, status))) is kind
    assert type(judge(rest(status, 99999))) is kind
    assert type(judge(TwilioException("Unable to fetch page", Response(status, "<html>")))) is kind


def test_the_newer_form_of_an_error_means_the_same() -> None:
    error = TwilioServiceException("https://…", "Too many requests", 429, 20429)
    assert type(judge(error)) is ChannelBusy


@for_every("status", [200, 302, 400, 401, 403, 404, 408, 429, 500, 503])
@for_every("content", [None, {}, {"code": None}, {"code": "no"}, {"code": 21610}, {"code": 99999}])
def test_an_answer_read_by_ourselves_means_what_it_means_to_the_library(
    status: int, content: dict[str, object] | None
) -> None:
    if status == 200:
        assert type(judge_answer(status, content)) is OutcomeUnknown
        return
    text = "<html>" if content is None else json.dumps(content)
    theirs = judge(Version.exception("POST", f"/{SECRET}", Response(status, text), SECRET))
    ours = judge_answer(status, content)
    assert type(ours) is type(theirs)
    if content and isinstance(content.get("code"), int):
        assert str(ours) == str(theirs)


def test_a_message_that_failed_for_an_unknown_reason_may_be_tried_again() -> None:
    assert type(judge_code(0)) is ChannelDown
    assert type(judge_code(99999)) is ChannelDown


def test_what_never_left_is_known_not_to_have_happened() -> None:
    assert type(judge(NotSent(""))) is ChannelDown


@for_every(
    "error",
    [
        NoAnswerInTime("", 0),
        ConnectionBroke("", 0),
        AnswerTooLarge("", 200),
        JSONDecodeError("", "", 0),
        KeyError("sid"),
        TwilioException("Page Records can not be deserialized"),
    ],
)
def test_what_may_have_arrived_is_not_known(error: Exception) -> None:
    assert type(judge(error)) is OutcomeUnknown


@for_every(("code", "wait"), [(20429, 2), (63018, 30), (63038, 3600)])
def test_the_wait_is_as_long_as_the_limit_that_was_met(code: int, wait: int) -> None:
    error = judge_code(code)
    assert isinstance(error, ChannelBusy)
    assert error.retry_after == timedelta(seconds=wait)


@for_every("code", [*EXPECTED, 99999])
def test_every_code_means_something_to_an_agent_whose_invitation_failed(code: int) -> None:
    error = judge_code(code)
    assert why_unsent(error) in set(Unsent) - {Unsent.UNKNOWN}
    assert (why_unsent(error) is Unsent.BUSY) is isinstance(error, ChannelBusy)
    assert (why_unsent(error) is Unsent.NOT_THERE) is (code in (*NOT_THERE, 21211))
    assert (why_unsent(error) is Unsent.UNWANTED) is (code in GONE)


@for_every("code", [*MEANINGS, 99999])
def test_the_log_shows_a_code_and_its_meaning(code: int) -> None:
    assert mask(say_code(code), "reason") == say_code(code)
    assert say_code(code).startswith(f"{code}: ")
