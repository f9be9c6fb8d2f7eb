"""What is said while a link is described and is no answer is done, answered or asked back: no link is made of it."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.session import AskingNote, AskingOwnName, AskingWhichNetwork, AskingWhichNumber, Draft
from conversations.agents.standing import Which
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.problems import not_served
from conversations.effects import sentence
from conversations.network import Network, OtherNetwork
from tests.conversations.agents.scenes import do, keys, texts
from tests.conversations.agents.test_reading import BOSS, REF, typed
from tests.for_every import for_every
from tests.scenes import NUMBER, OTHER_NUMBER

DRAFT = Draft(NUMBER, Network.MTN)
NOTE, NETWORK = AskingNote(DRAFT), AskingWhichNetwork(Draft(NUMBER))
EVERY_STEP = (AskingWhichNumber(Draft()), NETWORK, NOTE, AskingOwnName(DRAFT))
ANEW = commands.Correct(AskingWhichNumber(Draft()))
OTHER = OTHER_NUMBER.spaced


def doubted(note: str) -> Command:
    return commands.Refuse(sentence("agent-doubt-note", note=note))


@for_every(
    "text",
    [
        *("wrong number", "change number", "not that number", "no, the other number", "number no correct"),
        *("I made a mistake", "that is not the number", "use another number", "sorry, wrong one"),
        *("wrong person", "no be this person", "na another person get am", "not this customer"),
    ],
)
@for_every("step", [NETWORK, NOTE, AskingOwnName(DRAFT)])
def test_a_number_that_is_taken_back_is_asked_for_anew(text: str, step: AskingNote) -> None:
    assert typed(text, step, offered=(Choice.SKIP, Choice.CANCEL)) == ANEW


@for_every(
    "text",
    [
        *(
            f"no, the number is {OTHER}",
            f"no, {OTHER}",
            f"sorry it is {OTHER}",
            f"use {OTHER} instead",
            f"no wait {OTHER}",
        ),
        *(f"the number is {OTHER}", f"{OTHER} is the right one", f"it should be {OTHER}", f"her line is {OTHER}"),
    ],
)
@for_every("step", [NETWORK, NOTE, AskingOwnName(DRAFT)])
def test_a_number_that_is_put_right_is_the_drafts(text: str, step: AskingNote) -> None:
    mended = replace(step, draft=replace(step.draft, number=OTHER_NUMBER))
    assert typed(text, step) == commands.Correct(mended)


@for_every(
    "text",
    [
        *("it ends 68", "no it ends 68", "sorry it ends with 68", "the last digits are 68", "it ends 4568"),
        "na e end with 4568",
    ],
)
@for_every("step", [NETWORK, NOTE])
def test_of_a_number_of_which_only_the_end_is_said_the_whole_is_asked_for(text: str, step: AskingNote) -> None:
    assert typed(text, step, offered=(Choice.SKIP, Choice.CANCEL)) == ANEW


@for_every("text", ["contract ends 2027", "loan ends 30 June", "ends meet shop", "she pays the last 68"])
def test_of_what_else_ends_the_note_may_speak(text: str) -> None:
    assert typed(text, NOTE) == commands.AnswerQuestion(replace(DRAFT, note=text))


@for_every(
    "text",
    ["sorry, airtel", "no, airtel", "the network is airtel not mtn", "airtel", "na airtel", "change it to airtel"],
)
def test_a_network_that_is_put_right_is_the_drafts(text: str) -> None:
    assert typed(text, NOTE) == commands.Correct(AskingNote(Draft(NUMBER, Network.AIRTEL)))


@for_every(
    "text", ["wrong network", "it is not mtn", "no be mtn", "change the network", "mtn or airtel", "no wait na airtel"]
)
def test_a_network_that_is_taken_back_is_asked_for_anew(text: str) -> None:
    assert typed(text, NOTE) == commands.Correct(NETWORK)


def test_where_the_number_was_taken_back_it_is_asked_for_before_the_network() -> None:
    assert typed("wrong network", AskingWhichNumber(Draft(None, Network.MTN))) == commands.Correct(
        AskingWhichNumber(Draft())
    )


@for_every("text", ["wait till salary", "wait until month end"])
def test_what_a_link_is_for_may_begin_with_such_a_word(text: str) -> None:
    assert typed(text, NOTE) == commands.AnswerQuestion(replace(NOTE.draft, note=text))


@for_every("text", ["rent, second shop send  it", "rent, second shop  send\nit", "rent, second shop and send  it"])
def test_blanks_between_the_words_of_the_wish_break_nothing(text: str) -> None:
    command = typed(text, NOTE)
    assert isinstance(command, commands.AnswerQuestion)
    assert (command.draft.note, command.draft.send) == ("rent, second shop", "send it")


def test_what_may_be_a_note_throws_away_nothing() -> None:
    assert typed("unlink old SIM later", NOTE) == commands.SmallTalk("agent-answer-unlink")


@for_every("text", ["school fees send", "school fees, send it", "school fees please send"])
def test_send_behind_the_note_is_a_wish_here_too(text: str) -> None:
    command = typed(text, NOTE)
    assert isinstance(command, commands.AnswerQuestion)
    assert command.draft.note.startswith("school fees")
    assert command.draft.send in ("send", "send it")


def test_a_number_is_put_right_with_its_network() -> None:
    described = Draft(OTHER_NUMBER, Network.AIRTEL)
    assert typed(f"no {OTHER} airtel", NOTE) == commands.Correct(AskingNote(described))
    assert typed(f"no {OTHER} airtel", NETWORK) == commands.AnswerQuestion(described)
    assert typed("sorry glo", NOTE) == commands.Refuse(not_served(OtherNetwork.GLO))


@for_every("text", ["don't make it", "stop", "forget it", "no link", "I don't want it again", "make you no do am"])
@for_every("step", EVERY_STEP)
def test_a_refusal_ends_what_is_being_described(text: str, step: AskingNote) -> None:
    assert typed(text, step) == commands.LeaveDialog()


@for_every("text", ["wait", "hold on", "not yet", "let me check", "don't make it yet"])
@for_every("step", EVERY_STEP)
def test_who_is_not_ready_is_waited_for(text: str, step: AskingNote) -> None:
    assert typed(text, step) == commands.SmallTalk("agent-waits")


@for_every(
    ("text", "command"),
    [
        ("how many today", commands.ShowToday()),
        ("who is stuck", commands.ShowBoard(Which.STUCK)),
        ("did Ada finish", commands.ShowBoard(Which.ALL, sought="Ada")),
        ("list my open links", commands.ShowBoard(Which.OPEN)),
        (f"resend the link to {OTHER}", commands.ShowBoard(Which.ALL, sought=OTHER_NUMBER.local)),
        ("how long does the link last", commands.SmallTalk("agent-answer-lasts")),
        ("is it free", commands.SmallTalk("agent-answer-free")),
        ("my customer has not got the code", commands.SmallTalk("agent-answer-no-code")),
    ],
)
@for_every("step", EVERY_STEP)
def test_a_question_or_an_order_is_done_while_the_link_waits(text: str, command: Command, step: AskingNote) -> None:
    assert typed(text, step) == command


def test_where_a_note_is_asked_for_courtesies_and_orders_are_none() -> None:
    assert typed("thanks", NOTE) == commands.SmallTalk("agent-answer-thanks")
    assert typed(f"cancel {REF}", NOTE) == commands.CancelLink(REF)
    assert typed("cancel the link", NOTE) == commands.LeaveDialog()
    assert typed(f"{OTHER} airtel", NOTE) == commands.BeginLink(Draft(OTHER_NUMBER, Network.AIRTEL))


@for_every(
    "text",
    [
        *("cancel Ada's link", "find Ada", "remind Ada", "who owns shop B", "what is a note?", "weekly report"),
        *("yes", "ok", "no stop", "sorry, for Mama Nkechi", "mistake in invoice"),
        *("link already used", "link don reach am", "link status", "send it again", "send am again"),
    ],
)
def test_what_may_be_none_is_asked_about_and_behind_the_word_is_one(text: str) -> None:
    assert typed(text, NOTE) == doubted(text)
    assert (
        typed(f"note: {text}", NOTE)
        == typed(f"Note:{text}", NOTE)
        == commands.AnswerQuestion(replace(DRAFT, note=text))
    )


@for_every(
    "note",
    [
        *("rent", "Mrs Ade wrong delivery", "today's order", "stop order", "bus stop shop", "Wait and Take shop"),
        *("mtn staff loan", "airtel shop", "her second line", "her husband's line", "lost phone", "real estate"),
        *("customer balance", "no 5 Allen avenue", "not paid yet", "no interest loan", "pay later", "change of name"),
        *("God is good", "Thank You Jesus stores", "OK supermarket", "Never Say Never boutique", "the one for Ada"),
        *("last minute order", "checking account", "hold for Musa", "help for her mother", "Back to school", "handbag"),
    ],
)
def test_what_a_link_is_for_is_its_note(note: str) -> None:
    assert typed(note, NOTE) == commands.AnswerQuestion(replace(DRAFT, note=note))


@for_every("text", ["I don't know", "she has not come", "who is Ada?", "yes", "ok"])
def test_what_no_customer_is_to_read_is_no_name(text: str) -> None:
    assert typed(text, AskingOwnName(DRAFT), agent=BOSS) == commands.Wonder()


# What follows


def test_the_question_names_the_line_as_it_is_known_now() -> None:
    """Whoever answers "rent" sees for which number."""
    asked = do(commands.Correct(AskingNote(Draft(OTHER_NUMBER, Network.AIRTEL))), step=NOTE)
    assert asked.session.step == AskingNote(Draft(OTHER_NUMBER, Network.AIRTEL))
    assert f"the link for {OTHER} (Airtel)" in texts(asked)[0]
    assert f"the link for {OTHER}," in texts(do(commands.Correct(AskingNote(Draft(OTHER_NUMBER))), step=NOTE))[0]
    assert "the link for" not in texts(do(commands.Correct(AskingNote(Draft())), step=NOTE))[0]


def test_a_draft_waits_while_something_else_is_answered() -> None:
    for command in (commands.SmallTalk("agent-waits"), doubted("yes"), commands.ShowToday()):
        assert do(command, step=NOTE).session.step == NOTE
    assert keys(do(commands.SmallTalk("agent-waits"), step=NOTE))[:2] == ["agent-waits", "agent-ask-note"]
