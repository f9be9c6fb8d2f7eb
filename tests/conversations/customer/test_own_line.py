"""Only one's own line: no code goes to one that is said to be somebody else's, and a refusal is heard at any time."""

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import ButtonTapped, Event, TextReceived
from conversations.effects import CheckOtp, RecordConsent, RequestOtp
from conversations.session import AskingConsent, AskingNetwork, AskingNumber, Idle, Step
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKING_OTP, FOR_ONE_LINE, INVITATION, LINKED, NUMBER, OTHER_NUMBER, session_at
from tests.talk import Talk


def at_number() -> Talk:
    return Talk(session_at(AskingNumber(AGREEMENT)))


@for_every(
    "typed",
    [
        "it's 0803 123 4567 mtn, my wife's line",
        "use my husband number 08031234567 mtn",
        "0803-123-4567 (this is my mum's line)",
        "08031234567 not mine, mtn",
        "08031234567 somebody else's number",
        "08031234567 mtn it belongs to my father",
        "na my broda line 08031234567 mtn",
        "can I use my friend's line",
    ],
)
def test_no_code_goes_to_a_line_that_is_said_to_be_somebody_elses(typed: str) -> None:
    talk = at_number().types(typed)
    assert (talk.keys, talk.turn.immediate) == (["answer-others-line"], ())
    assert isinstance(talk.step, AskingNumber)
    assert isinstance(talk.types("08031234567").step, AskingNetwork)


@for_every(
    "typed", ["08031234567 mtn called me", "is 08031234567 your number?", "not 08031234567", "no be 08031234567"]
)
def test_a_number_that_may_not_be_meant_is_asked_back_by_itself(typed: str) -> None:
    talk = at_number().types(typed)
    assert (talk.keys, talk.offered, talk.turn.immediate) == (["is-this-the-line"], [Choice.NUMBER_1], ())
    assert "0803 123 4567" in talk.text


@for_every("typed", ["yes", "yes it is mine", "1", "mine"])
def test_a_yes_to_that_is_about_that_number_also_where_the_chats_own_is_known(typed: str) -> None:
    talk = (
        Talk(session_at(AskingNumber(AGREEMENT), own_number=OTHER_NUMBER)).types("08031234567 called me").types(typed)
    )
    assert isinstance(talk.step, AskingNetwork)
    assert talk.step.number == NUMBER


def test_a_no_to_that_sends_nothing_and_another_number_counts() -> None:
    talk = at_number().types("08031234567 called me").types("no")
    assert (talk.keys, talk.offered) == (["ask-number"], [])
    assert isinstance(talk.types("08021234567").step, AskingNetwork)


@for_every("typed", ["my husband told me: 08031234567", "08031234567, my line, not my wife's line"])
def test_who_speaks_of_others_still_gives_their_own_number(typed: str) -> None:
    assert isinstance(at_number().types(typed).step, AskingNetwork)


@for_every(
    ("typed", "told"),
    [
        *(("it is not my own line", "ask-number"), ("not mine", "ask-number"), ("no be my own", "ask-number")),
        *(("mtn, it is my wife's", "answer-others-line"), ("na my husband own", "answer-others-line")),
    ],
)
def test_at_the_network_a_line_that_is_not_theirs_is_not_taken(typed: str, told: str) -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, NUMBER, proven=False))).types(typed)
    assert (talk.keys[0], talk.turn.immediate) == (told, ())


def test_at_the_code_they_are_told_to_type_none_unless_the_line_is_theirs() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("it's my wife's line")
    assert (talk.keys, talk.step) == (["answer-others-line-code"], ASKING_OTP)
    assert Choice.CHANGE_NUMBER in talk.session.dialog.offered


IN_ANOTHERS_NAME = [
    "the name on the line is not mine",
    "the sim is not registered in my name",
    "this sim is not in my name",
    "I did not register it in my name",
    "sim no dey my name",
    "no be my name dey the sim",
    "the name wey dey the line no be my own",
]


@for_every("typed", [*IN_ANOTHERS_NAME, "not my name"])
def test_a_line_in_anothers_name_takes_no_code_away_and_the_code_still_counts(typed: str) -> None:
    for at in (ASKING_OTP, replace(ASKING_OTP, tries_left=0)):
        talk = Talk(session_at(at)).types(typed)
        assert (talk.keys[0], talk.step) == ("answer-others-line-code", at)
    assert Talk(session_at(ASKING_OTP)).types(typed).types("482913").wishes(CheckOtp)


@for_every("typed", [*IN_ANOTHERS_NAME, "not my name"])
def test_where_no_code_is_out_yet_a_line_in_anothers_name_is_not_gone_on_with(typed: str) -> None:
    for at in (AskingNumber(AGREEMENT), AskingNetwork(AGREEMENT, NUMBER, proven=False)):
        talk = Talk(session_at(at)).types(typed)
        assert (talk.keys[0], talk.step) == ("answer-others-line", AskingNumber(AGREEMENT))


def test_a_name_on_a_linked_line_that_is_not_theirs_is_a_persons_to_look_at() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("the name on the line is not mine")
    assert (talk.keys, talk.step) == (["not-my-name"], Idle())


@for_every("typed", ["08031234567 is not registered in my name", "08031234567 but the name on it is not mine"])
def test_a_number_beside_which_that_is_said_is_not_taken(typed: str) -> None:
    talk = at_number().types(typed)
    assert (talk.keys, talk.step) == (["answer-others-line"], AskingNumber(AGREEMENT))


@for_every("agreeing", [TextReceived("I agree", "m1"), ButtonTapped(Choice.AGREE, 1)])
def test_who_agrees_after_declining_is_asked_anew(agreeing: Event) -> None:
    talk = Talk(session_at(AskingConsent(), offer=INVITATION)).taps(Choice.DECLINE).hears(agreeing)
    assert (talk.step, talk.keys, talk.wishes(RecordConsent)) == (AskingConsent(), ["consent"], [])


def test_the_refusal_above_counts_while_what_is_read_is_being_chosen() -> None:
    talk = Talk(session_at(AskingConsent())).types("choose").taps(Choice.ALLOW).hears(ButtonTapped(Choice.DECLINE, 7))
    assert (talk.step, talk.keys, talk.wishes(RecordConsent)) == (Idle(), ["declined"], [])


@for_every("typed", ["no", "no o", "No."])
def test_a_no_at_the_code_sends_no_other_one(typed: str) -> None:
    """Whoever was asked whether the line is theirs after all says it of the line."""
    for at in (ASKING_OTP, replace(ASKING_OTP, tries_left=0)):
        talk = Talk(session_at(at)).types("it is my wife's line").types(typed)
        assert (talk.turn.immediate, talk.step) == ((), at)


@for_every("said", ["that is my neighbour's number", "na my brother get that number"])
@for_every("step", [AskingConsent(), AskingNetwork(AGREEMENT, NUMBER, proven=False)])
def test_after_the_number_of_an_agents_link_was_denied_a_bare_yes_agrees_to_nothing(said: str, step: Step) -> None:
    talk = Talk(session_at(step, offer=FOR_ONE_LINE)).types(said)
    assert talk.keys[0] == "answer-others-line-link"
    talk.types("yes")
    assert type(talk.step) is type(step)
    assert not talk.wishes(RequestOtp)


def test_a_number_that_is_somebody_elses_is_not_offered_any_more() -> None:
    talk = at_number().types("dont use 08030000101")
    assert talk.offered == [Choice.NUMBER_1]
    talk.types("08030000101 is my boss number")
    assert (talk.step, talk.offered) == (AskingNumber(AGREEMENT), [])
