"""What is said to who asks whether they were forgotten, and to who did not link what is linked."""

from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Scope
from conversations.link import LinkOrigin
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent, ConfirmingUnlink, Idle
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, LINKED, MEMORY, OTHER_LINKED, session_at
from tests.talk import Talk

GONE = (
    *("you forget me?", "did you forget me", "did you delete my data", "have you forgotten me", "is it gone"),
    *("do kudi still have my data", "u still get my data?", "is everything deleted?", "does Kudi still have my number"),
    *("what did you delete", "what do you still have about me", "wetin una delete", "wetin you still get about me"),
    *("una don forget me?", "una don comot am?", "dem still get my number?", "dem don delete my details?"),
)
STILL_LINKED = ("am i still linked", "have you unlinked me", "have I been unlinked", "i still dey linked?")
WITHOUT_THEM = (
    *("they linked my line without asking me", "somebody link am without my permission"),
    *("una link my line without my consent", "they registered my number without my knowledge"),
    *("i no be the person wey agree", "i am not the person that agreed", "no be me gree"),
)
WHO = ("who link my line", "who linked my line", "na who link am", "when did I link this line")
NO_MORE = (
    *("no i dont agree again", "i do not agree again", "i dont accept again", "I no longer agree"),
    *("i dont consent anymore", "no i don't want to share again", "no i dont want again", "no i never agreed"),
    *("i no gree again", "i no gree anymore", "no, i no want again"),
)


def linked() -> Talk:
    return Talk(session_at(Idle(), lines=(LINKED,)))


# Whether it is gone


@for_every("asked", GONE)
def test_after_deleting_it_is_said_what_is_kept_and_nothing_is_begun(asked: str) -> None:
    talk = linked().types("delete").taps(Choice.CONFIRM).types(asked)
    assert talk.keys == ["mydata-nobody", "mydata-kept", "mydata-read-before"], asked
    assert isinstance(talk.step, Idle)
    assert "On record: 1 agreement of this chat, kept for good as proof" in talk.text
    assert "What Kudi Loans read while a line was linked, it may still have: about that ask Ngozi" in talk.text


@for_every("asked", [*GONE, *STILL_LINKED])
def test_at_the_question_whether_to_delete_it_is_answered_and_deletes_nothing(asked: str) -> None:
    talk = Talk(session_at(ConfirmingUnlink(None), lines=(LINKED,))).types(asked)
    assert talk.keys[0] in {"mydata-line", "account-line"}, asked
    assert talk.session.lines == (LINKED,)
    assert isinstance(talk.step, ConfirmingUnlink)


@for_every("asked", GONE)
def test_with_a_line_linked_it_is_shown_that_it_is_and_nothing_is_asked(asked: str) -> None:
    talk = linked().types(asked)
    assert talk.keys == ["mydata-line", "mydata-read", "mydata-kept"], asked
    assert isinstance(talk.step, Idle)


def test_a_number_that_is_remembered_is_named() -> None:
    talk = Talk(session_at(Idle(), memory=MEMORY)).types("do you still have my number")
    assert "I also keep your number 0803 ••• 4567" in talk.text


@for_every("asked", STILL_LINKED)
def test_who_asks_whether_they_are_linked_hears_of_what_is(asked: str) -> None:
    assert linked().types(asked).keys == ["account-line"], asked
    assert Talk(session_at(Idle())).types(asked).keys[0] == "nothing-linked", asked


@for_every("said", ["forget me", "can you forget me?", "delete my data", "can you delete my data now"])
def test_who_wishes_it_is_still_asked(said: str) -> None:
    assert linked().types(said).keys == ["ask-delete"]


@for_every("said", ["i don delete am", "my money don comot", "una don comot my money", "did you see, delete my data"])
def test_other_things_that_are_gone_are_no_such_question(said: str) -> None:
    assert "mydata-kept" not in linked().types(said).keys


def test_what_is_said_of_privacy_holds_without_a_line_too() -> None:
    assert "your number" not in Talk(session_at(Idle())).types("privacy").text


# Linked without them


@for_every("said", WITHOUT_THEM)
def test_who_was_linked_without_their_consent_is_told_whom_to_call_and_never_no(said: str) -> None:
    assert linked().types(said).keys == ["answer-phone-lost"], said
    assert Talk(session_at(Idle())).types(said).keys == ["answer-phone-lost"], said


@for_every("said", ["you see my balance without my permission", "una dey check my balance without my consent"])
def test_who_was_read_without_it_is_shown_the_agreement_and_no_balance(said: str) -> None:
    talk = linked().types(said)
    assert talk.keys == ["who-linked-line", "who-linked-stop"]
    assert not talk.readings


@for_every(
    "asked",
    [
        *("can you link my line without my permission", "will you see my balance without my permission"),
        *("una fit link my line without my consent", "can you see my balance before I agree"),
    ],
)
def test_who_asks_whether_that_can_be_is_told_that_it_cannot(asked: str) -> None:
    for at in (AskingConsent(), ChoosingScopes((Scope.BALANCES,), (Scope.IDENTITY,))):
        assert Talk(session_at(at)).types(asked).keys[0] == "answer-before"


@for_every("asked", WHO)
def test_who_asks_who_linked_hears_when_under_which_receipt_and_how_to_stop(asked: str) -> None:
    line = replace(LINKED, reference="K7M-4Q2", origin=LinkOrigin(agent="Tunde"))
    talk = Talk(session_at(Idle(), lines=(line,))).types(asked)
    assert talk.keys == ["who-linked-line", "who-linked-stop"], asked
    assert f"23 November 2026, 13:00, receipt {AGREEMENT.reference}, by link K7M-4Q2." in talk.text
    assert talk.offered == [Choice.RECEIPT, Choice.UNLINK, Choice.PERSON]


def test_of_several_lines_each_is_told_and_without_one_none() -> None:
    two = Talk(session_at(Idle(), lines=(LINKED, OTHER_LINKED))).types("who linked my line")
    assert two.keys == ["who-linked-line", "who-linked-line", "who-linked-stop"]
    assert Talk(session_at(Idle())).types("who linked my line").keys == ["answer-who-linked"]
    other = Talk(session_at(ASKING_OTP, lines=(LINKED,))).types("who linked my line")
    assert other.keys == ["who-linked-line", "who-linked-stop"]
    assert other.step == ASKING_OTP


# Not agreed any more


@for_every("said", NO_MORE)
def test_who_does_not_agree_any_more_is_asked_whether_to_stop(said: str) -> None:
    assert linked().types(said).keys == ["ask-unlink"], said


@for_every("said", ["don't unlink", "no unlink am", "i agree again", "no be say i no gree again"])
def test_who_denies_that_is_not(said: str) -> None:
    assert "ask-unlink" not in linked().types(said).keys


@for_every("said", ["i do not agree again", "no i dont agree again"])
def test_at_the_consent_it_declines(said: str) -> None:
    assert Talk(session_at(AskingConsent())).types(said).keys == ["declined"]
