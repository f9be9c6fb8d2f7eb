"""Nothing that a person cannot take back follows from what they did not mean: one or two things said, and then a word.

Each line was once taken for a consent, a code, an end, or a wish for an SMS.
"""

from conversations.consent import EVERY_SCOPE
from conversations.effects import CheckOtp, ForgetCustomer, ForgetLine, KeepLine, RecordConsent, RequestOtp
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, ConfirmingUnlink, Idle, Session
from tests.for_every import for_every
from tests.scenes import ACCOUNT, AGREEMENT, ASKING_OTP, LINKED, MEMORY, NUMBER, USED_UP, session_at
from tests.talk import Talk

UNMEANT = (RecordConsent, RequestOtp, CheckOtp, ForgetLine, ForgetCustomer, KeepLine)
CONSENT, NUMBERLESS = session_at(AskingConsent()), session_at(AskingNumber(AGREEMENT))
LAST_SCOPE = session_at(ChoosingScopes(EVERY_SCOPE[2:], EVERY_SCOPE[:2]))
OWN_NUMBER = session_at(AskingNumber(AGREEMENT), own_number=NUMBER)
NETWORK = session_at(AskingNetwork(AGREEMENT, NUMBER, proven=False))
CODE, NO_MORE_TRIES = session_at(ASKING_OTP), session_at(USED_UP)
UNLINKING, DELETING = session_at(ConfirmingUnlink(ACCOUNT)), session_at(ConfirmingUnlink(None), lines=(LINKED,))
RESUMING = session_at(Idle(), memory=MEMORY)
RESUMING_BESIDE_A_LINE = session_at(Idle(), memory=MEMORY, lines=(LINKED,))
NARROWING = session_at(NarrowingConsent(ACCOUNT))
# After any of these the question does not stand last.
ASIDES = ("are you a robot", "somebody called me and asked for the code", "language", "the words are different")


def follows(session: Session, *said: str) -> list[str]:
    """What of it cannot be taken back."""
    talk, found = Talk(session), list[str]()
    for text in said:
        talk.types(text)
        found += [type(effect).__name__ for effect in talk.turn.effects if isinstance(effect, UNMEANT)]
    return found


@for_every("aside", ASIDES)
@for_every("word", ["yes", "no", "ok"])
@for_every("session", [CONSENT, LAST_SCOPE, UNLINKING, DELETING, RESUMING, NO_MORE_TRIES])
def test_a_word_answers_only_the_question_above_it(aside: str, word: str, session: Session) -> None:
    assert follows(session, aside, word) == []


@for_every("word", ["yes", "no", "ok"])
@for_every("session", [CONSENT, LAST_SCOPE, RESUMING])
def test_who_waits_for_a_person_goes_on_by_no_word_but_continue(word: str, session: Session) -> None:
    assert follows(session, "can I talk to a person", word) == []


@for_every("said", ["yeah how are you", "yes boss how far", "yes I hear", "yes noted", "yes I have seen it"])
@for_every("session", [CONSENT, LAST_SCOPE, UNLINKING, DELETING, RESUMING, RESUMING_BESIDE_A_LINE, OWN_NUMBER])
def test_a_yes_that_greets_or_has_heard_is_none(said: str, session: Session) -> None:
    assert follows(session, said) == []


@for_every("said", ["I don't agree", "I refuse", "I'm not interested", "I don't want to link", "count me out"])
def test_who_declines_at_the_last_of_the_scopes_agrees_to_none_of_them(said: str) -> None:
    assert follows(LAST_SCOPE, said) == []


@for_every(
    ("session", "said"),
    [
        *((RESUMING, said) for said in ("yes what do you want", "yes what is it")),
        *(
            (OWN_NUMBER, said)
            for said in ("use my number?", "same number?", "yes?", "yes later", "yes wait", "did you link my line")
        ),
        *(
            (NUMBERLESS, said)
            for said in (
                *("report 08021234567 airtel", "08021234567 mtn is disturbing me", "my opay 08021234567 mtn"),
                *("my next of kin is 08021234567 airtel", "send airtime to 08021234567 airtel"),
                *("is 08021234567 airtel your line", "did 08021234567 mtn send this"),
            )
        ),
        *(
            (NETWORK, said)
            for said in ("it wasn't mtn", "anything but mtn", "I won't use mtn", "I will ask mtn", "mtn chop my data")
        ),
        *(
            (CODE, said)
            for said in (
                *(
                    "my card pin is 482913",
                    "my banking app pin 482913",
                    "my momo pin 482913",
                    "my email code is 482913",
                ),
                *("one man call me say make I type 482913", "he told me to type 482913", "for example 482913"),
                *("his code is 482913", "I want to borrow 200000", "I earn 150000 monthly", "today is 231126"),
            )
        ),
        (NARROWING, "my name?"),
    ],
)
def test_what_is_asked_told_or_denied_is_not_given(session: Session, said: str) -> None:
    assert follows(session, said) == []


@for_every(
    "said",
    [
        *("no need to resend", "no send am", "make you no send am", "wait before you resend", "resend later"),
        *("I don't need a new code", "how much is a new code", "will the code expire", "when does the code expire"),
        *("who asked you to send it again", "does a new code cost money", "resend tomorrow"),
        "the man on phone told me to request a new code",
    ],
)
def test_an_sms_is_sent_for_nobody_who_asks_about_one_puts_it_off_or_is_told_to(said: str) -> None:
    late = Talk(CODE).waits(minutes=3).types(said)
    assert late.wishes(RequestOtp) == []
    assert Talk(CODE).waits(minutes=3).types("send me a new code").wishes(RequestOtp)


@for_every("said", ["never mind i have seen it", "leave am I don see am", "no thanks it has come"])
def test_a_code_that_has_come_ends_nothing(said: str) -> None:
    assert Talk(CODE).types(said).step == CODE.step


@for_every("said", ["wrong number", "I made a mistake", "don't use that number", "change number", "that sim is spoilt"])
def test_a_number_that_is_taken_back_before_the_consent_gets_no_code(said: str) -> None:
    assert follows(CONSENT, "08031234567 mtn", said, "I agree") == ["RecordConsent"]
    assert follows(CONSENT, "08031234567 mtn", "I agree") == ["RecordConsent", "RequestOtp"]


def test_a_number_that_is_put_right_before_the_consent_is_the_new_one() -> None:
    talk = Talk(CONSENT)
    for text in ("08031234567 mtn", "no 08021234567", "I agree"):
        talk.types(text)
    assert "0802 123 4567" in talk.text


@for_every("said", ["my agent's number is 08021234567 mtn", "is 08021234567 airtel your line"])
def test_a_doubtful_number_before_the_consent_is_asked_about_after_it(said: str) -> None:
    assert follows(CONSENT, said, "I agree") == ["RecordConsent"]
