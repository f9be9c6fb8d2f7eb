"""Which of several lines is meant: by its network, in the wish itself or as the answer; never another one unsaid."""

from conversations.changing import replace
from conversations.effects import DeleteMessage, ReadLine
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.reading import Reading
from conversations.secret import AccountId
from conversations.session import AskingConsent, ChoosingLine, ConfirmingUnlink, Idle, Waiting
from tests.for_every import for_every
from tests.scenes import ACCOUNT, BEGUN, LINKED, OTHER_ACCOUNT, OTHER_LINKED, PROVEN, session_at
from tests.talk import Talk

BOTH = (LINKED, OTHER_LINKED)  # MTN and Airtel


def at_rest(*lines: object) -> Talk:
    return Talk(session_at(Idle(), lines=lines or BOTH))


@for_every("typed", ["airtel", "the airtel one", "AIRTEL please", "balance airtel"])
def test_a_line_is_chosen_by_its_network(typed: str) -> None:
    talk = Talk(session_at(ChoosingLine(Reading.BALANCE), lines=BOTH)).types(typed)
    assert [wish.account for wish in talk.wishes(ReadLine)] == [OTHER_ACCOUNT]


@for_every("typed", ["airtel", "balance airtel", "airtel balance", "how much is on my airtel"])
def test_two_lines_of_one_network_are_asked_about(typed: str) -> None:
    talk = Talk(session_at(ChoosingLine(Reading.BALANCE), lines=(OTHER_LINKED, OTHER_LINKED))).types(typed)
    assert (talk.keys[-1], talk.wishes(ReadLine)) == ("ask-which-line", [])


@for_every("typed", ["balance airtel", "how much is on my airtel", "check my airtel balance"])
def test_a_wish_that_names_the_network_asks_nothing_more(typed: str) -> None:
    assert [wish.account for wish in at_rest().types(typed).wishes(ReadLine)] == [OTHER_ACCOUNT]


def test_the_line_that_is_to_end_is_asked_about_by_name_all_the_same() -> None:
    talk = at_rest().types("unlink the mtn one")
    assert (talk.step, talk.session.lines) == (ConfirmingUnlink(ACCOUNT), BOTH)
    assert talk.text.startswith("Stop sharing MTN 0803 ••• 4567 with")


@for_every("typed", ["unlink 0803", "unlink •••4567", "unlink my line 4567"])
def test_a_part_of_its_number_behind_the_word_is_no_code(typed: str) -> None:
    assert at_rest(LINKED).types(typed).step == ConfirmingUnlink(ACCOUNT)
    named = "0803" in typed  # both numbers end alike
    assert at_rest(*BOTH).types(typed).step == (ConfirmingUnlink(ACCOUNT) if named else ChoosingLine(None))


@for_every("typed", ["do not unlink 0803", "should I unlink 0803?", "unlink 482913", "0803"])
def test_and_ends_nothing_where_it_is_denied_or_asked_or_may_be_a_code(typed: str) -> None:
    assert at_rest(LINKED).types(typed).step == Idle()


@for_every("typed", ["unlink the 0803 one", "remove 0803"])
def test_a_part_of_its_number_names_the_line_that_is_to_end(typed: str) -> None:
    assert at_rest(*BOTH).types(typed).step == ConfirmingUnlink(ACCOUNT)


@for_every("typed", ["balance 0802", "unlink 0802", "transactions 0802", "usage 0802"])
def test_a_part_of_its_number_beside_a_wish_is_not_asked_to_be_deleted_as_a_code(typed: str) -> None:
    talk = at_rest().types(typed)
    done = talk.step == ConfirmingUnlink(OTHER_ACCOUNT) or [w.account for w in talk.wishes(ReadLine)] == [OTHER_ACCOUNT]
    assert (done, talk.asks_to_delete, talk.wishes(DeleteMessage)) == (True, False, [])


@for_every("typed", ["balance 4829", "balance 482913", "my code is 0802", "0802 is the code"])
def test_what_may_be_a_code_beside_a_wish_or_is_called_one_still_is(typed: str) -> None:
    assert at_rest().types(typed).asks_to_delete


def test_a_year_behind_the_word_is_a_time_also_where_a_number_begins_or_ends_so() -> None:
    ending_so = replace(OTHER_LINKED, claim=replace(PROVEN, line=Line(PhoneNumber("+2348021232026"), Network.AIRTEL)))
    talk = at_rest(LINKED, ending_so).types("transactions 2026")
    assert isinstance(talk.step, ChoosingLine)
    assert talk.step.selection.span


@for_every("typed", ["balance for 0802", "0802 balance", "how much is on 0802"])
def test_a_part_of_its_number_names_the_line_that_is_to_be_read(typed: str) -> None:
    assert [wish.account for wish in at_rest().types(typed).wishes(ReadLine)] == [OTHER_ACCOUNT]


@for_every(
    "typed",
    ["balance 0802 123 4567", "check balance for 08021234567", "usage +2348021234567", "transactions 08021234567"],
)
def test_its_whole_number_beside_the_wish_asks_nothing_more(typed: str) -> None:
    talk = at_rest().types(typed)
    assert [wish.account for wish in talk.wishes(ReadLine)] == [OTHER_ACCOUNT]


def test_a_wish_with_a_number_leaves_what_the_question_which_line_was_about() -> None:
    """The newest word counts, not the one before it."""
    read = at_rest().types("unlink").types("balance 0802 123 4567")
    assert [(wish.account, wish.reading) for wish in read.wishes(ReadLine)] == [(OTHER_ACCOUNT, Reading.BALANCE)]
    ends = at_rest().types("balance").types("unlink 0802 123 4567")
    assert (ends.step, ends.wishes(ReadLine)) == (ConfirmingUnlink(OTHER_ACCOUNT), [])


@for_every("typed", ["balance 0802 123 4567 and 0803 123 4567", "don't unlink 0802 123 4567", "balance 0805 123 4567"])
def test_two_numbers_a_denied_wish_and_a_number_that_is_not_linked_name_no_line(typed: str) -> None:
    talk = at_rest().types(typed)
    assert (talk.wishes(ReadLine), isinstance(talk.step, ConfirmingUnlink)) == ([], False)


@for_every(
    "typed",
    [
        "balance of the second line",
        "balance for my second line",
        "check my 2nd line balance",
        "how much dey the second line",
    ],
)
def test_its_place_names_the_line_that_is_to_be_read_and_begins_no_other(typed: str) -> None:
    assert [wish.account for wish in at_rest().types(typed).wishes(ReadLine)] == [OTHER_ACCOUNT]


@for_every("typed", ["unlink the second one", "unlink line 2", "Unlink my 2nd line"])
def test_its_place_names_the_line_that_is_to_end(typed: str) -> None:
    assert at_rest().types(typed).step == ConfirmingUnlink(OTHER_ACCOUNT)
    assert at_rest().types("balance").types(typed).step == ConfirmingUnlink(OTHER_ACCOUNT)


def test_a_place_alone_shows_the_lines_and_answers_which_line() -> None:
    shown = at_rest().types("my second line")
    assert (shown.step, shown.keys) == (Idle(), ["account-line", "account-line"])
    chosen = at_rest().types("balance").types("my second line")
    assert [wish.account for wish in chosen.wishes(ReadLine)] == [OTHER_ACCOUNT]


@for_every("typed", ["link my second line", "I have a second line", "add a second line"])
def test_who_says_to_link_a_second_line_begins_one(typed: str) -> None:
    assert isinstance(at_rest().types(typed).step, AskingConsent)


@for_every("typed", ["should I unlink my second line?", "don't unlink the second line", "unlink the third line"])
def test_a_place_ends_nothing_that_is_denied_asked_about_or_not_there(typed: str) -> None:
    assert not isinstance(at_rest().types(typed).step, ConfirmingUnlink)


@for_every("at", BEGUN)
def test_while_another_line_is_being_linked_the_one_that_is_named_ends_or_none(at: Waiting) -> None:
    talk = Talk(session_at(at, lines=(LINKED,))).types("unlink airtel")
    assert (talk.step, talk.keys[0]) == (at, "no-line-on")
    assert talk.types("unlink mtn").step == ConfirmingUnlink(ACCOUNT, at)


def test_what_is_not_linked_is_not_answered_with_another_line() -> None:
    talk = at_rest(LINKED).types("how much is on my airtel")
    assert talk.text.startswith("No Airtel line is linked here, only MTN.")
    assert talk.wishes(ReadLine) == []


@for_every("typed", ["both", "all of them", "the two"])
def test_all_of_them_are_taken_one_after_the_other(typed: str) -> None:
    talk = Talk(session_at(ChoosingLine(None), lines=BOTH)).types(typed)
    assert talk.keys == ["one-line-first", "ask-which-line"]


@for_every("typed", ["unlink both", "unlink both lines", "unlink all lines", "unlink my two lines"])
def test_who_wants_to_end_all_at_once_reads_that_it_is_one_after_the_other(typed: str) -> None:
    for talk in (at_rest(), at_rest().types("balance"), at_rest().types("unlink mtn")):
        told = talk.types(typed)
        assert (told.step, told.keys) == (ChoosingLine(None), ["one-line-first", "ask-which-line"])


def test_where_one_line_is_linked_all_are_that_one() -> None:
    assert at_rest(LINKED).types("unlink all lines").step == ConfirmingUnlink(ACCOUNT)


@for_every("typed", ["stop", "stop it", "i no want again"])
def test_a_second_stop_does_not_keep_what_the_first_was_to_end(typed: str) -> None:
    talk = at_rest().types("stop").types(typed)
    assert (talk.step, talk.keys) == (ChoosingLine(None), ["ask-which-line"])


def test_a_cancel_leaves_the_question_which_line_and_says_that_nothing_changed() -> None:
    talk = at_rest().types("unlink").types("cancel")
    assert (talk.step, talk.keys[0]) == (Idle(), "kept")


@for_every("typed", ["no", "no thanks", "never mind", "not now"])
def test_a_no_leaves_it_and_is_not_asked_once_more(typed: str) -> None:
    talk = at_rest().types("unlink").types(typed)
    assert (talk.step, talk.session.lines, talk.keys) == (Idle(), BOTH, ["menu"])


@for_every("typed", ["no the other one", "the other one", "sorry I mean airtel", "no, airtel", "airtel"])
def test_whoever_means_the_other_line_is_asked_about_that_one(typed: str) -> None:
    talk = at_rest().types("unlink the mtn one").types(typed)
    assert (talk.step, talk.session.lines) == (ConfirmingUnlink(OTHER_ACCOUNT), BOTH)


@for_every("typed", ["the other one", "I mean airtel"])
def test_but_not_where_there_is_no_other(typed: str) -> None:
    assert at_rest(LINKED).types("unlink").types(typed).step == ConfirmingUnlink(ACCOUNT)


@for_every(
    ("typed", "account"),
    [
        ("unlink everything but airtel", ACCOUNT),
        ("unlink all except mtn", OTHER_ACCOUNT),
        ("unlink mtn not airtel", ACCOUNT),
        ("don't remove mtn, remove airtel", OTHER_ACCOUNT),
    ],
)
def test_what_is_to_stay_is_not_asked_about(typed: str, account: AccountId) -> None:
    assert at_rest().types(typed).step == ConfirmingUnlink(account)


def test_what_is_not_to_end_brings_no_question_about_another() -> None:
    assert at_rest().types("please but don't unlink airtel").step == Idle()


def test_where_nothing_else_is_linked_nothing_is_asked() -> None:
    talk = at_rest(LINKED).types("unlink all except mtn")
    assert (talk.step, talk.keys[0]) == (Idle(), "account-line")


@for_every(
    "typed",
    [
        *("delete 0802 123 4567", "delete 0802", "delete airtel", "delete my airtel line", "delete my airtel number"),
        *("delete airtel only", "wipe just the airtel one", "delete my airtel data", "delete line 2", "delete 2"),
        *("delete the second line", "unlink 2", "i don't want airtel again", "I no want airtel again", "erase airtel"),
        *("comot airtel nahin", "I don't need my airtel line anymore"),
    ],
)
def test_one_line_that_is_named_is_not_deleted_with_all_the_others(typed: str) -> None:
    for talk in (at_rest(), at_rest().types("balance"), at_rest().types("delete")):
        assert talk.types(typed).step == ConfirmingUnlink(OTHER_ACCOUNT)
        assert talk.text.startswith("Stop sharing Airtel 0802 ••• 4567 with")


@for_every("typed", ["only airtel", "airtel", "0802 123 4567", "just the airtel one"])
def test_nor_where_it_is_asked_whether_to_delete_all(typed: str) -> None:
    assert at_rest().types("delete").types(typed).step == ConfirmingUnlink(OTHER_ACCOUNT)


def test_a_number_that_is_not_linked_is_not_answered_with_the_end_of_everything() -> None:
    assert at_rest().types("delete 0805 123 4567").step == ChoosingLine(None)
    assert at_rest(LINKED).types("delete 0805 123 4567").step == ConfirmingUnlink(ACCOUNT)
    assert at_rest(LINKED).types("delete my airtel data").keys[0] == "no-line-on"


def test_but_the_number_of_the_chat_is_forgotten_with_everything() -> None:
    talk = Talk(session_at(Idle(), lines=BOTH, own_number=PhoneNumber("+2348051234567")))
    assert talk.types("delete my number 0805 123 4567").step == ConfirmingUnlink(None)


@for_every("typed", ["delete everything", "delete my data"])
def test_everything_is_asked_about_as_such(typed: str) -> None:
    assert at_rest().types(typed).step == ConfirmingUnlink(None)
    assert at_rest(LINKED).types(typed.replace("my data", "my mtn data")).step == ConfirmingUnlink(None)


@for_every("typed", ["don't delete airtel", "should I delete airtel?", "I don't want to unlink airtel"])
def test_and_ends_nothing_where_the_end_of_a_line_is_denied_or_wondered_about(typed: str) -> None:
    assert at_rest().types(typed).step == Idle()


def test_a_place_at_which_no_line_stands_shows_those_there_are() -> None:
    for typed in ("unlink 3", "delete the second line"):
        assert at_rest(LINKED).types(typed).keys == ["account-line"]
