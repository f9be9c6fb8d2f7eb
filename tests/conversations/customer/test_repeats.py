"""What is said again a moment later is answered once; what was meant for an earlier question answers no later one."""

from datetime import timedelta

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import ButtonTapped, Oddity, OddityReceived, TextReceived
from conversations.customer.repeats import AGAIN, ALBUM
from conversations.effects import DeleteMessage, RecordConsent, RequestOtp, Say, Toast
from conversations.session import AskingConsent, AskingNumber, Idle, SendingOtp
from tests.for_every import for_every
from tests.scenes import LINKED, session_at
from tests.talk import Talk

PICTURE = OddityReceived(Oddity.PHOTO)


def tap(talk: Talk, choice: Choice, prompt: int) -> Talk:
    return talk.hears(ButtonTapped(choice.value, prompt))


def asked() -> tuple[Talk, int]:
    """Somebody who reads the consent, and the number of that question."""
    talk = Talk().types("hello")
    return talk, talk.session.dialog.prompt


def test_five_taps_are_answered_once_and_four_of_them_with_a_toast() -> None:
    talk, prompt = asked()
    answers = [tap(talk, Choice.AGREE, prompt).turn for _ in range(5)]
    assert [sum(isinstance(effect, Say) for effect in turn.effects) for turn in answers] == [1, 0, 0, 0, 0]
    assert [turn.toast is not None for turn in answers] == [False, True, True, True, True]
    assert isinstance(talk.step, AskingNumber)


def test_the_same_tap_neither_adds_to_a_row_of_stumbles_nor_ends_it() -> None:
    talk, prompt = asked()
    tap(talk, Choice.AGREE, prompt)
    talk.session = replace(talk.session, stumbles=1)
    assert tap(talk, Choice.AGREE, prompt).session.stumbles == 1


def test_the_same_tap_later_is_a_wish_again() -> None:
    talk, prompt = asked()
    tap(tap(talk, Choice.AGREE, prompt), Choice.AGREE, prompt)
    talk.now += AGAIN + timedelta(seconds=1)
    assert tap(talk, Choice.AGREE, prompt).keys[0] == "old-button"


def test_so_it_is_when_something_else_was_said_between() -> None:
    talk, prompt = asked()
    tap(talk, Choice.HELP, prompt)
    talk.types("what?")
    assert tap(talk, Choice.HELP, prompt).wishes(Toast) == []
    assert talk.wishes(Say)


def test_another_button_of_the_same_question_is_not_the_same_tap() -> None:
    talk, prompt = asked()
    tap(talk, Choice.AGREE, prompt)
    assert tap(talk, Choice.DECLINE, prompt).keys[0] == "old-button"


@for_every("text", ["1", "1.", " 1 ", "(1)", "1!", "/1", "one", "the first one"])
def test_a_number_that_was_typed_before_the_question_was_shown_does_not_answer_it(text: str) -> None:
    talk, prompt = asked()
    talk.hears(TextReceived(text, "m1", seen=prompt))
    talk.types("0803 123 4567")
    network = talk.session.dialog.prompt
    assert talk.hears(TextReceived(text, "m2", seen=network - 1)).wishes(RequestOtp) == []
    assert talk.keys[0] == "old-button"
    assert talk.hears(TextReceived(text, "m3", seen=talk.session.dialog.prompt)).wishes(RequestOtp)
    assert isinstance(talk.step, SendingOtp)


def test_the_same_number_again_is_swallowed_while_the_next_question_is_on_its_way() -> None:
    talk, prompt = asked()
    answers = [talk.hears(TextReceived("1", f"m{place}", seen=prompt)).turn.effects for place in range(3)]
    assert [bool(effects) for effects in answers] == [True, False, False]


def test_the_same_number_again_is_answered_at_rest_where_nothing_more_is_on_its_way() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("unlink")
    prompt = talk.session.dialog.prompt
    ended = talk.hears(TextReceived("1", "m1", seen=prompt))
    assert (ended.keys, ended.session.lines) == (["unlinked"], ())
    assert talk.hears(TextReceived("1", "m2", seen=prompt)).keys[0] == "not-understood"


def test_the_same_tap_at_rest_is_still_answered_once() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("unlink")
    prompt = talk.session.dialog.prompt
    assert tap(talk, Choice.CONFIRM, prompt).keys == ["unlinked"]
    assert tap(talk, Choice.CONFIRM, prompt).wishes(Say) == []


def test_the_same_number_again_is_no_second_wish_while_the_line_is_read() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("menu")
    prompt = talk.session.dialog.prompt
    assert len(talk.hears(TextReceived("1", "m1", seen=prompt)).readings) == 1
    assert talk.hears(TextReceived("1", "m2", seen=prompt)).turn.effects == ()


def test_a_number_before_anything_was_shown_agrees_to_nothing() -> None:
    talk, _ = asked()
    talk.hears(TextReceived("1", "m2", seen=0))
    assert isinstance(talk.step, AskingConsent)


def test_where_the_channel_cannot_tell_a_number_counts() -> None:
    talk, _ = asked()
    assert isinstance(talk.hears(TextReceived("1", "m2")).step, AskingNumber)


def test_an_album_is_answered_once_and_whatever_is_typed_behind_it_at_once() -> None:
    talk, _ = asked()
    answers = []
    for _ in range(10):
        answers.append(talk.hears(PICTURE).wishes(Say))
        talk.now += timedelta(seconds=1)
    assert [len(said) for said in answers] == [1] + 9 * [0]
    assert isinstance(talk.types("I agree").step, AskingNumber)
    assert talk.hears(PICTURE).wishes(Say)


def test_a_picture_that_comes_later_is_another_one() -> None:
    talk, _ = asked()
    talk.hears(PICTURE)
    talk.now += ALBUM + timedelta(seconds=1)
    assert talk.hears(PICTURE).wishes(Say)


def test_a_code_under_any_picture_of_an_album_is_taken_out() -> None:
    talk, _ = asked()
    talk.hears(PICTURE)
    talk.hears(OddityReceived(Oddity.PHOTO, "482913", "m7"))
    assert (talk.wishes(DeleteMessage), talk.keys[0]) == ([DeleteMessage("m7")], "code-not-typed")


def test_a_yes_that_began_and_comes_again_before_the_consent_can_be_read_agrees_to_nothing() -> None:
    talk = Talk().types("YES").waits(seconds=3).types("yes")
    assert (talk.step, talk.keys[0], talk.wishes(RecordConsent)) == (AskingConsent(), "old-button", [])
    assert isinstance(talk.waits(seconds=8).types("yes").step, AskingNumber)


def test_a_yes_is_one_at_once_for_who_began_otherwise() -> None:
    assert isinstance(asked()[0].types("yes").step, AskingNumber)
    assert isinstance(Talk().types("yes").types("I agree").step, AskingNumber)
