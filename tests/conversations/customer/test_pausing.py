"""While linking is paused no code is asked for or checked, nothing that was told is lost, and what ends, ends."""

from datetime import timedelta

from conversations.changing import replace
from conversations.customer.events import (
    ButtonTapped,
    Chosen,
    ContactShared,
    Event,
    LinkOpened,
    OptedOut,
    OtpSent,
    TextReceived,
    TimeRanOut,
    WarningDue,
)
from conversations.customer.stepping import step
from conversations.customer.traits import is_linking
from conversations.customer.turn import Turn
from conversations.effects import CheckOtp, ForgetCustomer, ForgetLine, RequestOtp, Say
from conversations.pause import Pause
from conversations.session import AskingConsent, AskingNumber, AskingOtp, ConfirmingUnlink, Idle, SendingOtp, Session
from tests.explored import Scene
from tests.for_every import for_every
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    FORM,
    INVITATION,
    LINKED,
    MEMORY,
    NOON,
    REFERENCE,
    RULES,
    session_at,
)
from tests.texts import flaws_in_any_language

PAUSED = replace(RULES, pause=Pause("back at 15:00", NOON))


def told(turn: Turn) -> list[str]:
    return [sentence.key for each in turn.effects if isinstance(each, Say) for sentence in each.sentences]


def hears(session: Session, event: Event) -> Turn:
    """Its time runs out when it does."""
    return step(session, event, (session.expires_at if isinstance(event, TimeRanOut) else None) or NOON, PAUSED)


def test_at_no_step_does_anything_lead_to_a_code_and_the_pause_is_told_once_a_turn(every_scene: list[Scene]) -> None:
    for place, (session, event, _) in enumerate(every_scene):
        if place % 20 and not isinstance(event, Chosen | LinkOpened | ContactShared | TimeRanOut | WarningDue):
            continue  # words and taps are read as choices before that, and each choice is here
        turn = hears(session, event)
        assert not [each for each in turn.effects if isinstance(each, RequestOtp | CheckOtp)], (session, event)
        assert told(turn).count("paused") <= 1, (session, event)


@for_every("event", [TextReceived("123456", "m1"), TimeRanOut(), WarningDue(), ButtonTapped("new-code", 7)])
def test_who_has_a_code_is_put_to_rest_with_what_one_tap_goes_on_with(event: Event) -> None:
    turn = hears(session_at(ASKING_OTP), event)
    assert told(turn)[0] == "paused"
    assert {"paused-code", "paused-kept"} <= set(told(turn))
    assert isinstance(turn.session.step, Idle)
    memory = turn.session.memory
    assert memory
    assert (memory.number, memory.network) == (CLAIM.line.number, CLAIM.line.network)
    assert step(turn.session, ButtonTapped("resume"), NOON + timedelta(hours=3), RULES).immediate


def test_who_comes_by_an_agents_link_keeps_it_and_agrees_afterwards() -> None:
    turn = hears(Session(session_at(Idle()).contact), LinkOpened(INVITATION))
    assert told(turn) == ["paused", "paused-later"]
    assert (turn.session.offer, turn.fact) == (INVITATION, None)
    began = step(turn.session, ButtonTapped("begin", turn.session.dialog.prompt), NOON, RULES)
    assert isinstance(began.session.step, AskingConsent)
    assert began.session.offer == INVITATION


@for_every("words", ["I agree", "08031234567", "hello", "is this real", "help", "wetin be this"])
def test_nobody_who_has_not_agreed_is_led_on(words: str) -> None:
    turn = hears(session_at(AskingConsent()), TextReceived(words))
    assert not is_linking(turn.session.step)
    assert turn.records == ()


def test_what_is_asked_at_any_time_is_answered() -> None:
    at = session_at(AskingNumber(AGREEMENT))
    assert told(hears(at, TextReceived("person")))[0] == "person"
    assert told(hears(at, TextReceived("privacy")))[0] == "privacy"
    assert hears(at, TextReceived("mydata")).questions


def test_who_would_go_on_hears_of_the_pause_and_loses_nothing() -> None:
    waiting = session_at(Idle(), memory=MEMORY)
    for event in (ButtonTapped("resume", 7), ButtonTapped("begin", 7), TextReceived("hello")):
        turn = hears(waiting, event)
        assert (told(turn), turn.session.memory) == (["paused", "paused-kept"], MEMORY)


def test_withdrawing_unlinking_deleting_and_reading_go_on() -> None:
    linked = session_at(Idle(), lines=(LINKED,))
    assert isinstance(hears(linked, TextReceived("unlink")).session.step, ConfirmingUnlink)
    ended = hears(session_at(ConfirmingUnlink(ACCOUNT)), ButtonTapped("confirm", 7))
    assert any(isinstance(each, ForgetLine) for each in ended.effects)
    gone = hears(session_at(ConfirmingUnlink(None)), ButtonTapped("confirm", 7))
    assert any(isinstance(each, ForgetCustomer) for each in gone.effects)
    assert hears(linked, TextReceived("balance")).immediate
    assert hears(session_at(ASKING_OTP), OptedOut()).session.silent
    assert "paused-lines" in told(hears(linked, TextReceived("link another line")))


def test_what_was_asked_of_the_provider_before_comes_to_its_end() -> None:
    turn = hears(session_at(SendingOtp(1, CLAIM)), OtpSent(1, REFERENCE, FORM))
    assert isinstance(turn.session.step, AskingOtp)


@for_every("words", ["", "back at 15:00", "x" * 160])
def test_it_can_be_read_in_every_language(words: str) -> None:
    rules = replace(RULES, pause=Pause(words))
    for session in (session_at(ASKING_OTP), session_at(AskingConsent()), session_at(ASKING_OTP, lines=(LINKED,))):
        for effect in step(session, TextReceived("123456"), NOON, rules).durable:
            assert not isinstance(effect, Say) or not flaws_in_any_language(effect)
