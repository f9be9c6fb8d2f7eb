"""What people say beside the answers: questions, courtesies, stumbling, a person, other languages."""

from datetime import timedelta

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import Oddity, OddityReceived, OtpSent, SummaryFetched, TimeRanOut, WarningDue
from conversations.customer.facts import OfferDeclined, Stuck
from conversations.effects import CheckOtp, DeleteMessage, RecordConsent, RequestOtp, SilenceChat
from conversations.languages import LANGUAGES
from conversations.line_events import DataReady
from conversations.link import Reason
from conversations.memory import Case
from conversations.network import Line, Network
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    SendingOtp,
    Session,
)
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import (
    ADA,
    AGREEMENT,
    ASKING_OTP,
    FOR_ONE_LINE,
    INVITATION,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    OTHER_NUMBER,
    POSTPONED,
    session_at,
)
from tests.talk import Talk

ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
PIDGIN = Choice("pcm")
GIBBERISH = ("rain is falling", "my goat ate it", "purple elephants", "the sky is high", "seven sisters", "xyz")


def at(step: AskingConsent | AskingNumber | AskingNetwork | AskingOtp | Idle, **fields: object) -> Talk:
    return Talk(session_at(step, **fields))


# What is said once is known


def test_a_network_that_is_said_with_the_number_is_not_asked_for() -> None:
    talk = at(AskingNumber(AGREEMENT)).types("08031234567mtn")
    (asked,) = talk.wishes(RequestOtp)
    assert asked.line == Line(NUMBER, Network.MTN)


def test_a_network_that_is_said_after_a_number_before_the_consent_is_kept_with_it() -> None:
    talk = at(AskingConsent()).types("08031234567").types("it is mtn")
    assert "0803 123 4567 on MTN" in talk.text
    (asked,) = talk.types("I agree").wishes(RequestOtp)
    assert asked.line == Line(NUMBER, Network.MTN)
    unserved = at(AskingConsent()).types("08031234567 mtn").types("sorry, it is glo")
    assert unserved.types("I agree").wishes(RequestOtp) == []


def test_a_number_before_the_consent_is_kept_told_so_and_used_after_it() -> None:
    talk = at(AskingConsent()).types("08031234567 mtn")
    assert talk.keys == ["number-kept", "consent-again"]
    assert "0803 123 4567 on MTN" in talk.text
    assert (talk.wishes(RecordConsent), talk.wishes(RequestOtp)) == ([], [])
    (asked,) = talk.types("I agree").wishes(RequestOtp)
    assert asked.line == Line(NUMBER, Network.MTN)


def test_of_a_number_alone_the_network_is_asked_after_the_consent() -> None:
    talk = Talk().types("0803 123 4567").taps(Choice.AGREE)
    assert talk.step == ASKING_NETWORK
    assert talk.keys[0] == "ask-network"


def test_the_number_of_an_agents_link_goes_before_one_that_was_said_too_early() -> None:
    offer = replace(INVITATION, number=OTHER_NUMBER)
    talk = at(AskingConsent(), offer=offer).types("0803 123 4567 mtn").taps(Choice.AGREE)
    assert isinstance(talk.step, AskingNetwork)
    assert talk.step.number == OTHER_NUMBER


@for_every("early", [True, False])
def test_each_of_two_numbers_has_a_button(early: bool) -> None:
    talk = at(AskingConsent() if early else AskingNumber(AGREEMENT)).types("08031234567 or 08021234567")
    talk = talk.taps(Choice.AGREE) if early else talk
    assert talk.keys == ["which-number"]
    assert talk.offered == [Choice.NUMBER_1, Choice.NUMBER_2]
    assert talk.types("2").step == AskingNetwork(AGREEMENT, OTHER_NUMBER, proven=False)


@for_every("step", [AskingConsent(), AskingNumber(AGREEMENT)])
def test_a_bvn_beside_a_number_is_never_needed_and_never_kept(step: AskingConsent | AskingNumber) -> None:
    talk = at(step).types("Phone number 08031234567 BVN 22212345678")
    assert "identity-not-needed" in talk.keys
    assert "22212345678" not in repr(talk.session.step)
    talk = talk.taps(Choice.AGREE) if isinstance(step, AskingConsent) else talk
    assert talk.step == ASKING_NETWORK


def test_another_number_goes_on_under_the_agreement_that_there_is() -> None:
    talk = at(Idle(), memory=MEMORY).types("0802 123 4567")
    assert talk.step == AskingNetwork(AGREEMENT, OTHER_NUMBER, proven=False)


# No circle


@for_every("no", ["no", "No thanks", "cancel", "I no want again"])
def test_no_is_an_answer_to_shall_we_go_on_and_silence_after_it(no: str) -> None:
    talk = at(Idle(), memory=MEMORY, offer=INVITATION).types(no)
    assert talk.keys == ["declined"]
    assert isinstance(talk.turn.fact, OfferDeclined)
    assert [record.withdrawn for record in talk.wishes(RecordConsent)] == [True]
    assert talk.types("ok").keys == ["reply-ok"]
    assert talk.session.memory is None


@for_every("word", ["ok", "yes", "👍", "fine", "alright"])
def test_who_cancelled_is_not_asked_to_go_on_and_no_small_word_sends_a_code(word: str) -> None:
    talk = at(ASKING_OTP).types("cancel")
    assert talk.keys == ["cancelled-code", "continue-later"]
    assert (talk.types(word).keys, talk.step) == (["reply-ok"], Idle())
    assert isinstance(talk.waits(hours=2).types("continue").step, SendingOtp)


@for_every("signs", ["😀", "❤️", "😂😂 🎉", "💯!", "🤷🏾‍♂️"])
@for_every("step", [Idle(), AskingConsent()])
def test_a_drawn_answer_is_taken_as_a_sticker(signs: str, step: Idle | AskingConsent) -> None:
    assert at(step).types(signs).keys[0] == "oddity-sticker"


def test_later_leaves_and_one_word_goes_on_within_the_day() -> None:
    talk = at(Idle(), memory=MEMORY).types("later")
    assert talk.keys == ["reply-later"]
    assert isinstance(talk.waits(hours=22).types("continue").step, SendingOtp)


def test_hello_leaves_the_offer_to_go_on() -> None:
    talk = at(Idle(), memory=MEMORY).types("hello")
    assert talk.keys == ["reply-greeting", "ask-resume-line"]
    assert isinstance(talk.types("ok").step, SendingOtp)


@for_every(
    ("said", "word"), [("thank you", "reply-thanks"), ("ok", "reply-ok"), ("no", "reply-ok"), ("later", "reply-later")]
)
def test_after_declining_nobody_is_courted(said: str, word: str) -> None:
    talk = Talk().types("hello").taps(Choice.DECLINE).types(said)
    assert (talk.keys, talk.step) == ([word], Idle())


def test_thanks_after_linking_have_no_question_behind_them() -> None:
    talk = at(Idle(), lines=(LINKED,)).types("thank you so much")
    assert talk.keys == ["reply-thanks"]


# Questions


@for_every(
    ("typed", "answer"),
    [
        ("is it free", "answer-free"),
        ("will you take money from my account", "answer-money"),
        ("can you see my calls", "answer-calls"),
        ("why do you need my number", "answer-why-number"),
        ("who will see it", "answer-who-sees"),
        ("how long does it take", "answer-how-long"),
        ("somebody called me and asked for the code", "answer-code-asked"),
        ("how much loan can I get?", "answer-loan"),
    ],
)
@for_every("step", [AskingConsent(), AskingNumber(AGREEMENT), ASKING_NETWORK, ASKING_OTP, Idle()])
def test_a_question_is_answered_at_every_step_and_leaves_it(
    typed: str, answer: str, step: AskingConsent | AskingNumber | AskingNetwork | AskingOtp | Idle
) -> None:
    lines = (LINKED,) if isinstance(step, Idle) else ()
    talk = at(step, lines=lines).types(typed)
    assert talk.keys[0].removesuffix("-linked").removesuffix("-early") == answer
    assert talk.step == step


@for_every(
    ("step", "key"),
    [
        (AskingConsent(), "answer-code-asked-early"),
        (ASKING_NETWORK, "answer-code-asked-early"),
        (ASKING_OTP, "answer-code-asked"),
    ],
)
def test_a_code_that_nobody_has_asked_for_is_to_be_typed_nowhere(
    step: AskingConsent | AskingNetwork | AskingOtp, key: str
) -> None:
    assert at(step).types("somebody called me and asked for the code").keys[0] == key


def test_whoever_is_asked_for_their_code_can_ask_who_is_real_and_for_a_person() -> None:
    talk = at(ASKING_OTP).types("somebody called me and asked for the code")
    assert talk.keys == ["answer-code-asked"]
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER, Choice.PROOF, Choice.PERSON]


def test_a_question_is_answered_while_the_network_is_asked() -> None:
    talk = Talk(session_at(FetchingSummary(1, POSTPONED.account))).types("is it free?")
    assert talk.keys == ["answer-free", "still-reading"]


def test_a_first_message_that_asks_is_answered_before_we_ask() -> None:
    assert Talk().types("is it free?").keys == ["answer-free", "consent"]


# Languages


@for_every("first", ["sannu", "bawo ni", "kedu"])
def test_first_words_in_another_language_get_a_kind_word_and_the_languages_there_are(first: str) -> None:
    talk = Talk().types(first)
    assert (talk.keys, talk.offered) == (["answer-languages"], list(map(Choice, LANGUAGES)))
    talk.taps(PIDGIN)
    assert (talk.session.language, talk.keys) == ("pcm", ["language-changed", "consent"])


@for_every("first", ["how far", "abeg", "wetin be this"])
def test_first_words_in_pidgin_offer_pidgin_at_once(first: str) -> None:
    talk = Talk().types(first)
    assert talk.step == AskingConsent()
    assert talk.offered == [Choice.AGREE, Choice.DECLINE, Choice.PROOF, PIDGIN]
    assert talk.taps(PIDGIN).session.language == "pcm"


def test_who_speaks_pidgin_is_not_offered_it() -> None:
    assert PIDGIN not in Talk(Session(ADA, language="pcm")).types("how far").offered


# Stumbling


@for_every("step", [AskingConsent(), AskingNumber(AGREEMENT), ASKING_NETWORK, ASKING_OTP])
def test_the_second_in_a_row_is_offered_a_person_and_the_third_is_told(
    step: AskingConsent | AskingNumber | AskingNetwork | AskingOtp,
) -> None:
    talk = at(step, offer=INVITATION).types(GIBBERISH[0])
    assert (Choice.PERSON in talk.offered, talk.turn.fact) == (False, None)
    talk.types(GIBBERISH[1])
    assert (Choice.PERSON in talk.offered, talk.turn.fact) == (True, None)
    assert talk.types(GIBBERISH[2]).turn.fact == Stuck(Reason.NOT_UNDERSTOOD)
    assert talk.types(GIBBERISH[3]).turn.fact is None
    assert talk.types("person").turn.fact == Stuck(Reason.PERSON)


def test_what_is_understood_between_ends_the_row() -> None:
    talk = at(AskingNumber(AGREEMENT)).types(GIBBERISH[0]).types("is it free?").types(GIBBERISH[1])
    assert Choice.PERSON not in talk.offered


@for_every("language", LANGUAGES)
def test_the_offer_of_a_person_is_no_question_that_a_yes_would_answer(language: str) -> None:
    talk = Talk(Session(ADA, language=language, step=AskingConsent()))
    for text in GIBBERISH[:2]:
        talk.types(text)
    assert Choice.PERSON in talk.offered
    assert "?" not in talk.text.rpartition("\n\n")[2]


def test_two_voice_notes_in_a_row_are_offered_a_person() -> None:
    talk = at(AskingConsent())
    for _ in range(2):
        talk.hears(OddityReceived(Oddity.VOICE))
    assert talk.offered == [Choice.AGREE, Choice.DECLINE, Choice.PROOF, Choice.PERSON]


def test_a_bare_ok_at_the_consent_is_told_what_to_type() -> None:
    talk = at(AskingConsent()).types("ok")
    assert (talk.keys[0], talk.step) == ("ask-back-agree", AskingConsent())
    assert talk.offered == [Choice.AGREE, Choice.DECLINE, Choice.PROOF]


@for_every("typed", ["I entered the wrong number, it should be 0802 123 4567", "change number to 0802 123 4567 airtel"])
def test_the_number_that_it_should_have_been_is_asked_about_and_no_code_goes_there_before(typed: str) -> None:
    talk = at(ASKING_OTP).types(typed)
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT, (OTHER_NUMBER,)), ["is-this-the-line"])
    assert not talk.wishes(RequestOtp)
    assert isinstance(talk.taps(Choice.NUMBER_1).step, AskingNetwork)


def test_the_number_that_a_code_was_sent_to_is_no_other_one() -> None:
    assert at(ASKING_OTP).types("0803 123 4567 is the wrong number").step == AskingNumber(AGREEMENT)


def test_words_at_the_code_are_met_with_what_may_be_done() -> None:
    talk = at(ASKING_OTP).types("where is it?")
    assert "It can take two minutes. It goes to 0803 ••• 4567." in talk.text
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER, Choice.PROOF]
    talk = at(ASKING_OTP).types("the rain is too much today")
    assert talk.text.startswith("I did not understand that. I am waiting for the code that goes to 0803 ••• 4567")
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER, Choice.PROOF]


# A person


def waiting(step: AskingConsent | AskingNumber | AskingNetwork | AskingOtp | Idle, **fields: object) -> Talk:
    return at(step, **fields).types("can i talk to a person")


def test_who_asks_for_a_person_hears_who_and_by_when() -> None:
    talk = waiting(AskingNumber(AGREEMENT), offer=INVITATION)
    assert "I told Tunde of Kudi Loans" in talk.text
    assert "tomorrow at 13:00" in talk.text
    assert "Ngozi on 0700 555 0100" in talk.text
    assert talk.offered == [Choice.RESUME]


def test_it_is_told_once() -> None:
    talk = waiting(AskingNumber(AGREEMENT)).types("person")
    assert (talk.keys, talk.turn.fact) == (["person"], None)


def test_what_is_said_meanwhile_is_for_the_person() -> None:
    talk = waiting(AskingNumber(AGREEMENT)).types("my loan has not come and I am angry about it")
    talk = waiting(AskingNumber(AGREEMENT)).types(GIBBERISH[0])
    assert talk.keys == ["person-awaited"]
    for text in (*GIBBERISH, "thank you", "hello"):
        assert talk.types(text).keys == []


def test_the_clock_is_quiet_meanwhile() -> None:
    talk = waiting(AskingNumber(AGREEMENT)).waits(minutes=8).hears(WarningDue())
    assert talk.keys == []
    talk.waits(minutes=3).hears(TimeRanOut())
    assert (talk.keys, talk.step) == ([], Idle())
    assert talk.types("continue").step == AskingNumber(AGREEMENT)


def test_a_code_is_taken_out_of_the_chat_all_the_same() -> None:
    talk = waiting(AskingNumber(AGREEMENT)).types("482913", "m7")
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert isinstance(waiting(ASKING_OTP).types("482913").step, CheckingOtp)


@for_every("on", ["continue", "1", "0802 123 4567", "cancel", "help"])
def test_nobody_is_trapped(on: str) -> None:
    talk = waiting(AskingNumber(AGREEMENT)).types(on)
    assert talk.keys
    assert (talk.session.case is None) == (on != "help")


def test_after_a_day_it_is_over() -> None:
    talk = waiting(Idle(), lines=(LINKED,))
    assert talk.session.case == Case(NOON + timedelta(hours=24))
    assert talk.waits(hours=24).types(GIBBERISH[0]).keys == ["not-understood", "menu"]


# Who wants to hear no more


def test_who_wants_silence_has_it_until_they_want_something_again() -> None:
    talk = at(Idle(), lines=(POSTPONED,), memory=MEMORY, own_number=NUMBER).types("please stop messaging me")
    assert (talk.keys, talk.wishes(SilenceChat)) == (["opted-out"], [SilenceChat()])
    assert (talk.session.memory, talk.session.own_number) == (None, None)  # the session is kept as long as it is silent
    assert talk.types("hello").keys == ["reply-greeting", "menu"]
    assert talk.types("receipt").keys[0].startswith("receipt")
    talk.hears(DataReady(POSTPONED.account)).gets(SummaryFetched, SUMMARIES[0])
    assert talk.keys == []
    assert not talk.types("start").session.silent


def test_of_who_wants_silence_no_number_stays_that_a_link_named() -> None:
    talk = at(ASKING_NETWORK, offer=FOR_ONE_LINE, unshown=NUMBER)
    session = talk.types("please stop messaging me").session
    assert (session.silent, session.offer, session.unshown, session.numbers) == (True, None, None, frozenset())


def test_who_goes_on_after_silence_is_answered_again() -> None:
    talk = at(Idle(), lines=(LINKED,)).types("please stop messaging me").types("balance")
    talk.gets(SummaryFetched, SUMMARIES[0])
    assert "balances" in talk.keys


# Where a code is waited for


def test_a_code_beside_a_wish_does_not_stay() -> None:
    talk = at(ASKING_OTP).types("482913 100200 which one", "m7")
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert (talk.wishes(CheckOtp), talk.keys[0]) == ([], "which-code")


def test_an_ending_is_asked_and_not_done() -> None:
    talk = at(Idle(), lines=(LINKED,)).types("stop sharing my data")
    assert talk.step == ConfirmingUnlink(LINKED.account)
    assert talk.types("ok").step == ConfirmingUnlink(LINKED.account)
    assert talk.keys[0] == "ask-back-confirm"


def test_a_number_that_is_given_up_is_not_sent_a_code_by_the_words_of_another() -> None:
    talk = at(AskingNumber(AGREEMENT)).types("08031234567 glo")
    assert (talk.keys[0], talk.wishes(RequestOtp)) == ("network-not-served", [])
    assert talk.gets(OtpSent, ASKING_OTP.reference, ASKING_OTP.form).step == AskingNumber(AGREEMENT)
