"""Whatever way an agent types it, it is understood or told so; and no code of a customer's gets any further."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.reading import read
from conversations.agents.report_commands import ShowReport, Until, WantReports
from conversations.agents.session import (
    Agent,
    AgentSession,
    AgentStep,
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
    LinkOnScreen,
    Resting,
    ShowingBoard,
)
from conversations.agents.standing import Which
from conversations.agents.verbs import NO_CODE, read_join
from conversations.changing import replace
from conversations.choice import LINK_CHOICES, Choice
from conversations.contact import Contact
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    CustomerLeft,
    LinkOpened,
    MessageUnreadable,
    Oddity,
    OddityReceived,
    OptedOut,
    TextReceived,
    TimeRanOut,
)
from conversations.customer.problems import not_served
from conversations.dialog import Dialog
from conversations.effects import sentence
from conversations.network import Network, OtherNetwork
from conversations.secret import JoinCode, LinkToken
from tests.for_every import for_every
from tests.scenes import NOON, NUMBER, OTHER_NUMBER

AGENT = Agent(Contact("console", "2001"), "Tunde", NOON)
BOSS = Agent(Contact("console", "1000"), "Mama Boss", NOON, admin=True)
REF = "K7M-4Q2"
_HOW_MANY_OPEN = ("how many open links do I have", "how many links are open", "how many are pending", "how many open")
_OTHER_DAYS = (("who linked on", "Tuesday"), ("how many linked", "two days ago"), ("who opened on", "Friday"))
_LIMITS = (
    *(
        "how many links can I make",
        "how many links can I still make",
        "how many links do I have left",
        "what is my limit",
    ),
    *("how many more links can I make today", "how many links I fit make"),
)
_ABOUT_EMEKA = (
    *(
        "pls did Emeka open it",
        "what is the status of Emeka",
        "what's the status of Emeka?",
        "has Emeka opened the link",
        "pls where is Emeka",
    ),
    *("please has Emeka agreed", "check if Emeka has opened", "abeg Emeka don open", "any progress on Emeka"),
)
_ENDED = (
    *(("who said no", Which.DECLINED), ("who refused", Which.DECLINED), ("who rejected it", Which.DECLINED)),
    *(
        ("who cancelled", Which.HAVE_CANCELLED),
        ("whose link expired", Which.EXPIRED),
        ("who withdrew", Which.WITHDRAWN),
    ),
    *(("which customers unlinked", Which.WITHDRAWN), ("who has not declined", Which.OPEN)),
)
_LEAVING = (
    *("I want to leave", "/leave", "leave", "resign", "/resign", "remove me", "I want to stop being an agent"),
    *("I no wan be agent again", "how do I stop being an agent", "pls remove me from this", "delete my account"),
    "I want to resign",
)
_ABOUT_BISI = ("how far with Bisi", "where is Bisi", "wetin happen to Bisi", "is Bisi done", "any update on Bisi")
_WHOSE = (("cancel", ""), ("cancel", "'s"), ("remind", "’s"))


def wide(text: str) -> str:
    """As some keyboards type it: every character as wide as a Chinese one."""
    return "".join(chr(ord(character) + 0xFEE0) if character.isalnum() else character for character in text)


def typed(
    text: str, step: AgentStep | None = None, *, agent: Agent = AGENT, offered: tuple[Choice, ...] = ()
) -> Command:
    return read(agent, AgentSession(step=step or Resting(), dialog=Dialog(7, offered)), TextReceived(text, "m1"))


@for_every(
    ("text", "draft"),
    [
        ("/link 0803 123 4567 mtn school fees", Draft(NUMBER, Network.MTN, "school fees")),
        ("link mtn +2348031234567", Draft(NUMBER, Network.MTN)),
        ("LINK school fees MTN 08031234567", Draft(NUMBER, Network.MTN, "school fees")),
        ("/Link@KudiBot   mtn,0803-123-4567", Draft(NUMBER, Network.MTN)),
        ("link pidgin 0803 123 4567", Draft(NUMBER, language="pcm")),
        ("/link 0803 123 4567 rent for two months English", Draft(NUMBER, note="rent for two months", language="en")),
        ("/link books for the english class today", Draft(note="books for the english class today")),
        ("/link 0803 123 4567 2 bags", Draft(NUMBER, note="2 bags")),
        ("/link 2 0803 123 4567", Draft(NUMBER, note="2")),
        ("/link +234 (0) 803 123 4567 airtel", Draft(NUMBER, Network.AIRTEL)),
        ("/link 0 8 0 3 1 2 3 4 5 6 7", Draft(NUMBER)),
        (wide("/link 08031234567 MTN"), Draft(NUMBER, Network.MTN)),
        ("/link airtel", Draft(network=Network.AIRTEL)),
        ("/link rent of the shop in Ikeja", Draft(note="rent of the shop in Ikeja")),
        ("/link any", Draft()),
        ("/link any number mtn", Draft(network=Network.MTN)),
        ("/link 0803 123 4567 mtnn fees", Draft(NUMBER, Network.MTN, "fees")),
        ("/link airtell 0803 123 4567", Draft(NUMBER, Network.AIRTEL)),
        ("/link 0803 123 4567 air tel", Draft(NUMBER, Network.AIRTEL)),
        ("/link 0803 123 4567 mtn english books", Draft(NUMBER, Network.MTN, "english books")),
        ("/link 0803 123 4567 my man", Draft(NUMBER, note="my man")),
        ("/link customer 20260001", Draft(note="customer 20260001")),
        ("/link (0803) 123-4567 mtn", Draft(NUMBER, Network.MTN)),
        ("/link 0803,123,4567,mtn,₦12,500 loan", Draft(NUMBER, Network.MTN, "₦12,500 loan")),
        ("/link for 0803 123 4567", Draft(NUMBER)),
        ("/link please 0803 123 4567 on mtn", Draft(NUMBER, Network.MTN)),
        ("/link for Ada 0803 123 4567", Draft(NUMBER, note="for Ada")),
        ("/link number: 0803 123 4567 network: mtn note: rent", Draft(NUMBER, Network.MTN, "rent")),
        ("/link0803 123 4567 mtn", Draft(NUMBER, Network.MTN)),
        ("link08031234567", Draft(NUMBER)),
        ("/lnk 0803 123 4567 rent", Draft(NUMBER, note="rent")),
        ("/linkk 0803 123 4567", Draft(NUMBER)),
        ("create link: 0803 123 4567, mtn, fees", Draft(NUMBER, Network.MTN, "fees")),
        ("new link 0803 123 4567 airtel Ada fees", Draft(NUMBER, Network.AIRTEL, "Ada fees")),
        ("make link for 0803.123.4567 airtel rent", Draft(NUMBER, Network.AIRTEL, "rent")),
        ("pls can you send a link to 0803 123 4567 mtn for Ada", Draft(NUMBER, Network.MTN, "Ada")),
    ],
)
def test_a_link_is_described_in_any_order(text: str, draft: Draft) -> None:
    assert typed(text) == commands.MakeLink(draft)


@for_every(
    ("text", "draft"),
    [
        ("/link 0803 123 4567 mtn school fees send", Draft(NUMBER, Network.MTN, "school fees", send="send")),
        ("link 08031234567 SEND", Draft(NUMBER, send="SEND")),
        ("/link 0803 123 4567 school fees Send!", Draft(NUMBER, note="school fees", send="Send!")),
        ("/link 0803 123 4567 fees please send", Draft(NUMBER, note="fees", send="send")),
        ("/link 0803 123 4567 not mtn", Draft(NUMBER)),
        ("/link 0803 123 4567 mtn, not glo", Draft(NUMBER, Network.MTN)),
        ("/link 0803 123 4567 fees send please", Draft(NUMBER, note="fees", send="send")),
        ("/link 0803 123 4567 fees and send it", Draft(NUMBER, note="fees", send="send it")),
        ("/link 0803 123 4567 fees send on whatsapp", Draft(NUMBER, note="fees", send="send on whatsapp")),
        ("/link 0803 123 4567 send it to her whatsapp", Draft(NUMBER, send="send it to her whatsapp")),
        ("/link 0803 123 4567 books to send to them", Draft(NUMBER, note="books to send to them")),
        ("/link 0803 123 4567 fees send am", Draft(NUMBER, note="fees", send="send am")),
        ("/link 0803 123 4567 rent pidgin send", Draft(NUMBER, note="rent", language="pcm", send="send")),
        ("/link 0803 123 4567 rent send pidgin", Draft(NUMBER, note="rent", language="pcm", send="send")),
        (wide("/link 08031234567 send"), Draft(NUMBER, send=wide("send"))),
        ("/link send", Draft(send="send")),
        ("/link mtn send", Draft(network=Network.MTN, send="send")),
        ("/link ref:LN-2026-0042 0803 123 4567 rent", Draft(NUMBER, note="rent", external_reference="LN-2026-0042")),
        ("/link 0803 123 4567 REF:42, rent", Draft(NUMBER, note="rent", external_reference="42")),
        ("/link 0803 123 4567 ref: 482913 send", Draft(NUMBER, send="send", external_reference="482913")),
        ("/link ref:20260055555 0803 123 4567", Draft(NUMBER, external_reference="20260055555")),
        ("/link 0803 123 4567 pref:42", Draft(NUMBER, note="pref:42")),
        ("/link 0803 123 4567 send money home", Draft(NUMBER, note="send money home")),
        ("/link send 0803 123 4567", Draft(NUMBER, send="send")),
        ("/link 0803 123 4567 send mtn", Draft(NUMBER, Network.MTN, send="send")),
        ("/link 0803 123 4567 money to send", Draft(NUMBER, note="money to send")),
        ("/link 0803 123 4567 wetin I wan send", Draft(NUMBER, note="wetin I wan send")),
        ("/link 0803 123 4567 books to resend", Draft(NUMBER, note="books to resend")),
        ("/link 0803 123 4567 send send", Draft(NUMBER, note="send", send="send")),
    ],
)
def test_send_at_the_very_end_is_a_wish_and_anywhere_else_a_word(text: str, draft: Draft) -> None:
    assert typed(text) == commands.MakeLink(draft)


@for_every("text", ["08031234567(mtn)", "08031234567; rent", "mtn:08031234567", "O8O3 OOO 178O mtn"])
def test_a_number_that_something_sticks_to_never_ends_in_the_note(text: str) -> None:
    command = typed(f"/link {text}")
    number = isinstance(command, commands.MakeLink) and command.draft.number
    assert number or command == commands.RefuseLink(sentence("agent-number-stuck"))


@for_every(
    ("text", "draft", "key"),
    [
        ("/link 0803 123 4567 mtn airtel fees", Draft(NUMBER, note="fees"), "agent-two-networks"),
        ("/link 0803 123 4567 mtn glo", Draft(NUMBER), "agent-two-networks"),
        ("/link 0803 123 4567 mtm fees", Draft(NUMBER, note="fees"), "agent-which-network"),
    ],
)
def test_what_may_be_a_network_is_asked_back_and_is_no_note(text: str, draft: Draft, key: str) -> None:
    command = typed(text)
    assert isinstance(command, commands.AskNetwork)
    assert (command.draft, command.because.key) == (draft, key)


@for_every(
    ("text", "draft", "command"),
    [
        ("0803 123 4567 fees", Draft(), commands.AnswerQuestion(Draft(NUMBER, note="fees"))),
        ("0803 123 4567", Draft(), commands.AnswerQuestion(Draft(NUMBER))),
        ("0803 123 4567 fees", Draft(NUMBER), commands.AnswerQuestion(Draft(NUMBER, note="fees"))),
        ("0802 123 4567 fees", Draft(NUMBER), commands.Refuse(sentence("agent-several-numbers"))),
        ("ref:0802-123-4567", Draft(NUMBER), commands.Refuse(sentence("agent-reference-number"))),
    ],
)
def test_a_number_that_is_given_as_a_note_is_the_links_or_refused(text: str, draft: Draft, command: Command) -> None:
    assert typed(text, AskingNote(draft)) == command


def test_a_link_that_has_a_reference_is_given_no_other_with_its_note() -> None:
    named = AskingNote(Draft(NUMBER, external_reference="A1"))
    assert typed("rent ref:B2", named) == commands.Refuse(sentence("agent-two-references"))
    assert typed("rent ref:A1", named) == commands.AnswerQuestion(Draft(NUMBER, note="rent", external_reference="A1"))


def test_a_number_in_words_is_no_note() -> None:
    words = "zero eight zero three one two three four five six seven"
    assert typed(f"/link mtn {words}") == commands.RefuseLink(sentence("agent-number-in-words"))


def test_a_note_that_is_asked_for_may_end_with_any_word() -> None:
    command = typed("books to send", AskingNote(Draft(NUMBER)))
    assert command == commands.AnswerQuestion(Draft(NUMBER, note="books to send"))


@for_every("text", ["send", "Send!", "SEND"])
def test_send_alone_in_place_of_a_note_is_a_wish(text: str) -> None:
    command = typed(text, AskingNote(Draft(NUMBER)), offered=(Choice.SKIP, Choice.CANCEL))
    assert command == commands.AnswerQuestion(Draft(NUMBER, send=text))


def test_a_long_note_is_cut_and_cleaned() -> None:
    command = typed(f"/link mtn {'a *very* long note ' * 6}")
    assert isinstance(command, commands.MakeLink)
    assert len(command.draft.note) <= 60
    assert "*" not in command.draft.note


@for_every(
    ("text", "key"),
    [
        ("/link 0803 123 45", "number-too-short"),
        ("/link 0803 123 456789 mtn", "number-too-long"),
        ("/link +44 7911 123456", "number-foreign"),
        ("/link 0700 123 4567", "number-not-mobile"),
        ("/link 0803 123 4567 glo", "network-not-served"),
        ("/link 0803 123 4567 0802 123 4567", "agent-several-numbers"),
        ("/link ref:08055555555 0803 123 4567", "agent-reference-number"),
        ("/link mtn rent ref: 08055555555", "agent-reference-number"),
        ("/link 0803 123 4567 ref:A1 rent ref:B2", "agent-two-references"),
    ],
)
def test_what_cannot_be_a_link_is_refused_with_the_reason(text: str, key: str) -> None:
    command = typed(text)
    assert isinstance(command, commands.RefuseLink)
    assert command.because.key == key


@for_every(
    ("text", "command"),
    [
        ("/link", commands.BeginLink()),
        ("Link", commands.BeginLink()),
        ("/links", commands.ShowBoard(Which.ALL)),
        ("links OPEN", commands.ShowBoard(Which.OPEN)),
        ("/links done", commands.ShowBoard(Which.DONE)),
        ("/links failed", commands.ShowBoard(Which.FAILED)),
        ("/links stuck", commands.ShowBoard(Which.STUCK)),
        ("/links today", commands.ShowBoard(Which.ALL, today=True)),
        ("/links yesterday", commands.ShowBoard(Which.ALL, yesterday=True)),
        ("/links 3", commands.ShowBoard(Which.ALL, 2)),
        ("/links today open 2", commands.ShowBoard(Which.OPEN, 1, today=True)),
        ("/links School fees", commands.ShowBoard(Which.ALL, sought="School fees")),
        ("/links 0803 123 4567", commands.ShowBoard(Which.ALL, sought="08031234567")),
        ("/links without", commands.ShowBoard(Which.ALL, sought="without")),
        ("/status K7M-4Q2", commands.ShowLink(REF)),
        ("status k7m 4q2", commands.ShowLink(REF)),
        ("K7M4Q2", commands.ShowLink(REF)),
        ("/status", commands.ShowBoard(Which.OPEN)),
        ("/status mango", commands.ShowBoard(Which.ALL, sought="mango")),
        ("/status 08031234567", commands.ShowBoard(Which.ALL, sought="08031234567")),
        ("/cancel K7M-4Q2", commands.CancelLink(REF)),
        ("cancel k7m4q2 please", commands.CancelLink(REF)),
        ("/remind K7M-4Q2", commands.RemindOfLink(REF)),
        ("remind", commands.Misuse("remind")),
        ("/remind K7M-4Q2 send", commands.RemindOfLink(REF, "send")),
        ("/remind K7M-4Q2 please", commands.RemindOfLink(REF)),
        ("/hand K7M-4Q2 Bisi Ade", commands.HandLink(REF, "Bisi Ade")),
        ("hand k7m-4q2 to Bisi", commands.HandLink(REF, "Bisi")),
        ("/hand Bisi k7m 4q2", commands.HandLink(REF, "Bisi")),
        ("/hand", commands.Misuse("hand")),
        ("/hand K7M-4Q2", commands.Misuse("hand", wrong=True)),
        ("/hand Bisi", commands.Misuse("hand", wrong=True)),
        ("/today", commands.ShowToday()),
        ("/today yesterday", commands.Misuse("today", wrong=True)),
        ("/cancel XXX-XXX", commands.Misuse("cancel", wrong=True)),
        *(
            (f"{verb} the one for Ada Obi", commands.ShowBoard(Which.OPEN, sought="Ada Obi"))
            for verb in ("cancel", "remind")
        ),
        ("cancel 0803 123 4567", commands.ShowBoard(Which.OPEN, sought="08031234567")),
        *((f"cancel {none}", commands.LeaveDialog()) for none in ("it", "that link", "all")),
        ("remind them", commands.ShowBoard(Which.OPEN)),
        ("status of Ada", commands.ShowBoard(Which.ALL, sought="Ada")),
        ("show me my links", commands.ShowBoard(Which.ALL)),
        ("send link to 0803 123 4567 for mtn", commands.BeginLink(Draft(NUMBER, Network.MTN))),
        ("send a link to 08031234567 for school fees pls", commands.BeginLink(Draft(NUMBER, note="school fees"))),
        ("pls send link to 0803 123 4567 mtn", commands.BeginLink(Draft(NUMBER, Network.MTN))),
        ("do not send a link to 0803 123 4567 mtn for rent", commands.ExplainLink()),
        ("did you send a link to 0803 123 4567 mtn for rent?", commands.ExplainLink()),
        (
            "send a link to 0803 123 4567 and 0802 123 4567",
            commands.Refuse(sentence("agent-several-numbers")),
        ),
        ("08031234567 needs a link", commands.BeginLink(Draft(NUMBER))),
        *((f"{verb} Ada{whose} link", commands.ShowBoard(Which.OPEN, sought="Ada")) for verb, whose in _WHOSE),
        ("weekly report", ShowReport(7)),
        ("how many did I link this week", ShowReport(7)),
        ("how many customers did I link", commands.ShowBoard(Which.DONE, counts=True)),
        ("how many links do I have", commands.ShowBoard(Which.ALL, counts=True)),
        *((asks, commands.ShowBoard(Which.DONE)) for asks in ("who linked", "who has finished", "who don finish")),
        *((asks, commands.ShowBoard(Which.OPEN)) for asks in ("who never finish", "who has not linked")),
        ("who is stuck", commands.ShowBoard(Which.STUCK)),
        *((asks, commands.ShowBoard(Which.UNOPENED)) for asks in ("who has not opened", "who never open", "unopened")),
        *((asks, commands.ShowBoard(Which.OPEN)) for asks in ("who is waiting", "which customers are pending")),
        ("how many did I do this week", ShowReport(7)),
        ("how many have I done this week", ShowReport(7)),
        ("how many today", commands.ShowToday()),
        ("who finish today", commands.ShowBoard(Which.DONE, today=True)),
        ("who never finish today", commands.ShowBoard(Which.OPEN, today=True)),
        ("who declined yesterday", commands.ShowBoard(Which.DECLINED, yesterday=True)),
        ("how many people did we link last month", commands.Refuse(sentence("report-days", most=30))),
        ("how many people did we link this month", ShowReport(30)),
        ("how many last week", ShowReport(7, until=Until.SUNDAY)),
        ("how many links did I make this week", ShowReport(7)),
        ("who opened this week", ShowReport(7)),
        *((f"{asks} {day}", commands.Refuse(sentence("agent-days-known"))) for asks, day in _OTHER_DAYS),
        ("how many customers did Bisi Ade link", commands.ShowBoard(Which.DONE, whose="Bisi Ade", counts=True)),
        ("which agent's link is stuck", commands.ShowBoard(Which.STUCK)),
        *((asks, commands.ShowLinksLeft()) for asks in _LIMITS),
        *((asks, commands.ShowBoard(Which.ALL, sought="Emeka")) for asks in _ABOUT_EMEKA),
        *((asks, commands.ShowBoard(which)) for asks, which in _ENDED),
        *((asks, commands.SmallTalk("agent-answer-leave")) for asks in _LEAVING),
        ("customer wants to leave", commands.SmallTalk("agent-answer-unlink")),
        ("my agent is not answering", commands.Wonder()),
        ("how many yesterday", ShowReport(1, until=Until.YESTERDAY)),
        *((asks, commands.ShowBoard(Which.OPEN, counts=True)) for asks in _HOW_MANY_OPEN),
        ("which links are still open", commands.ShowBoard(Which.OPEN)),
        ("who can cancel a link", commands.SmallTalk("agent-answer-mend")),
        ("who will decline or accept is not my business, what matters is the money for it", commands.Wonder()),
        ("undo", commands.SmallTalk("agent-answer-mend")),
        ("please cancel K7M-4Q2", commands.CancelLink(REF)),
        ("K7M-4Q2 cancel", commands.CancelLink(REF)),
        *(
            (f"{asks} K7M-4Q2", commands.ShowLink(REF))
            for asks in ("where is", "do not cancel", "should I cancel", "pls status")
        ),
        ("has 0803 123 4567 opened", commands.ShowBoard(Which.ALL, sought="08031234567")),
        ("who declined", commands.ShowBoard(Which.DECLINED)),
        ("stuck", commands.ShowBoard(Which.STUCK)),
        ("send the link again", commands.ShowBoard(Which.ALL)),
        ("unlink my customer", commands.SmallTalk("agent-answer-unlink")),
        ("what is her balance", commands.SmallTalk("agent-answer-private")),
        ("thanks", commands.SmallTalk("agent-answer-thanks")),
        ("my customer has not got the code", commands.SmallTalk("agent-answer-no-code")),
        ("the code is wrong", commands.SmallTalk("agent-answer-wrong-code")),
        ("the link does not open", commands.SmallTalk("agent-answer-not-opening")),
        ("he says the code is not working", commands.SmallTalk("agent-answer-wrong-code")),
        *(
            (asked, commands.SmallTalk("agent-answer-code-theirs"))
            for asked in ("what is her code", "can I type the code")
        ),
        ("customer is asking if it is fraud", commands.SmallTalk("agent-answer-real")),
        ("the customer's line is glo", commands.SmallTalk("agent-answer-not-served")),
        ("how long does the link last", commands.SmallTalk("agent-answer-lasts")),
        ("delete the link", commands.SmallTalk("agent-answer-mend")),
        ("how do I cancel", commands.SmallTalk("agent-answer-mend")),
        ("how do I resend", commands.ShowBoard(Which.ALL)),
        ("customer has no smartphone", commands.Wonder()),
        ("customer asks if it is free", commands.SmallTalk("agent-answer-free")),
        ("customer say una dey chop airtime", commands.SmallTalk("agent-answer-free")),
        ("how long does it take", commands.SmallTalk("agent-answer-takes")),
        ("the customer lost her phone", commands.SmallTalk("agent-answer-lost")),
        ("it is his brother's line", commands.SmallTalk("agent-answer-own-line")),
        ("can I do it for him", commands.SmallTalk("agent-answer-code-theirs")),
        ("can I type it for her", commands.SmallTalk("agent-answer-code-theirs")),
        ("is 0803 123 4567 linked", commands.ShowBoard(Which.ALL, sought="08031234567")),
        ("I made a mistake, wrong number", commands.SmallTalk("agent-answer-mend")),
        ("I want to change the link", commands.SmallTalk("agent-answer-mend")),
        ("resend the code", commands.SmallTalk("agent-answer-no-code")),
        ("why is it stuck", commands.ShowBoard(Which.OPEN)),
        ("please make a link for Mr Ade", commands.ExplainLink()),
        ("send link to Ada", commands.ExplainLink()),
        ("how many people did I link today", commands.ShowBoard(Which.DONE, today=True, counts=True)),
        ("how many linked today", commands.ShowBoard(Which.DONE, today=True, counts=True)),
        ("how many did I do today", commands.ShowToday()),
        *(
            (asks, commands.ShowToday())
            for asks in ("wetin I do today", "wetin we don do today", "what did I do today?")
        ),
        *((asks, commands.Wonder()) for asks in ("what can I do today", "what did I do wrong today", "wetin I go do")),
        ("what have we done yesterday", ShowReport(1, until=Until.YESTERDAY)),
        ("who linked yesterday", commands.ShowBoard(Which.DONE, yesterday=True)),
        ("which customers link yesterday", commands.ShowBoard(Which.DONE, yesterday=True)),
        *((asks, commands.ShowBoard(Which.ALL, sought="Bisi")) for asks in _ABOUT_BISI),
        *(
            (told, commands.SmallTalk("agent-answer-not-opening"))
            for told in ("link no gree open", "link is not working", "link spoil", "link expired")
        ),
        ("/link not working yet", commands.MakeLink(Draft(note="not working yet"))),
        ("remind Ada abeg", commands.ShowBoard(Which.OPEN, sought="Ada")),
        ("cancel Ada own", commands.ShowBoard(Which.OPEN, sought="Ada")),
        *(
            (asks, commands.ShowBoard(Which.STUCK))
            for asks in ("which customers are stuck", "show stuck", "stuck ones")
        ),
        *((asks, commands.ShowBoard(Which.DONE)) for asks in ("show me those that linked", "people wey don link")),
        ("did anybody link today", commands.ShowBoard(Which.DONE, today=True)),
        ("has anyone opened", commands.ShowBoard(Which.HAVE_OPENED)),
        ("show me the report", ShowReport(7)),
        ("send me the report of this month", ShowReport(30)),
        ("what does stuck mean", commands.ShowBoard(Which.OPEN)),
        ("where is the qr", commands.Wonder()),
        *((told, commands.SmallTalk("agent-answer-words")) for told in ("the words are not the same", "two words?")),
        ("my customer says the words are different", commands.SmallTalk("agent-answer-words")),
        ("customer wants to stop", commands.SmallTalk("agent-answer-unlink")),
        ("she wants to delete her data", commands.SmallTalk("agent-answer-unlink")),
        ("I want to stop", commands.Wonder()),
        ("can I use one link for two people", commands.SmallTalk("agent-answer-lasts")),
        ("I want to talk to a person", commands.SmallTalk("agent-answer-person")),
        ("find Bisi", commands.ShowBoard(Which.ALL, sought="Bisi")),
        ("did she finish yet", commands.ShowBoard(Which.OPEN)),
        ("did the customer open the link", commands.ShowBoard(Which.OPEN)),
        *(
            (asks, commands.ShowBoard(Which.ALL, sought="08031234567"))
            for asks in ("what happened to 0803 123 4567", "0803 123 4567 status")
        ),
        ("update", commands.ShowBoard(Which.OPEN)),
        ("how is your family", commands.Wonder()),
        ("show me open links", commands.ShowBoard(Which.OPEN)),
        ("show me links of today", commands.ShowBoard(Which.ALL, today=True)),
        ("/links canceled", commands.ShowBoard(Which.CANCELLED)),
        ("/links completed", commands.ShowBoard(Which.DONE)),
        ("/links pending", commands.ShowBoard(Which.OPEN)),
        ("/links canceled today 2", commands.ShowBoard(Which.CANCELLED, 1, today=True)),
        ("/links complete payment", commands.ShowBoard(Which.ALL, sought="complete payment")),
        ("/links stock", commands.ShowBoard(Which.ALL, sought="stock")),
        ("hand over K7M-4Q2 to Bisi", commands.HandLink(REF, "Bisi")),
        ("where is my customer", commands.ShowBoard(Which.OPEN)),
        ("did she agree", commands.ShowBoard(Which.OPEN)),
        ("any update", commands.ShowBoard(Which.OPEN)),
        ("has he opened it", commands.ShowBoard(Which.OPEN)),
        ("my customer is at the gate", commands.Wonder()),
        ("the customer don finish", commands.ShowBoard(Which.OPEN)),
        ("/report", ShowReport(7)),
        ("report 30", ShowReport(30)),
        ("report 7 days", ShowReport(7)),
        ("report for the last 14 days", ShowReport(14)),
        ("report Bisi Ade last 14 days", ShowReport(14, "Bisi Ade")),
        ("report for Bisi Ade", ShowReport(7, "Bisi Ade")),
        ("report for this week", ShowReport(7)),
        ("report last week", ShowReport(7, until=Until.SUNDAY)),
        ("report last month", commands.Refuse(sentence("report-days", most=30))),
        ("/todya", commands.ShowToday()),
        ("/stauts K7M-4Q2", commands.ShowLink(REF)),
        ("/cancle K7M-4Q2", commands.ShowLink(REF)),
        ("/cancle", commands.Misuse("cancel", wrong=True)),
        ("/hlep", commands.ShowHelp()),
        ("/langauge", commands.AskLanguage()),
        ("/invte Bisi", commands.Wonder()),
        ("report 1 day Dayo", ShowReport(1, "Dayo")),
        ("report 7 Dayo", ShowReport(7, "Dayo")),
        ("/report 30 Bisi Ade", ShowReport(30, "Bisi Ade")),
        ("/report Bisi Ade", ShowReport(7, "Bisi Ade")),
        ("/report OFF", WantReports(wanted=False)),
        ("/report on", WantReports(wanted=True)),
        ("/report 30 <b>", commands.Misuse("report", wrong=True)),
        ("Today!", commands.Wonder()),
        ("/start", commands.ShowHelp()),
        ("help", commands.ShowHelp()),
        ("?", commands.ShowHelp()),
        ("/language", commands.AskLanguage()),
        ("pidgin", commands.SpeakLanguage("pcm")),
        ("/language pidgin", commands.SpeakLanguage("pcm")),
        ("/language English", commands.SpeakLanguage("en")),
        ("/cancel", commands.LeaveDialog()),
        ("/join 9QMAC-TDHV6", commands.Refuse(sentence("agent-join-already"))),
        ("/nonsense", commands.Wonder()),
        ("good morning", commands.SmallTalk("agent-answer-greeting")),
        ("the sky is high", commands.Wonder()),
        ("", commands.Wonder()),
        ("x " * 300, commands.Refuse(sentence("agent-too-long", most=200))),
    ],
)
def test_every_command_is_forgiving_and_wrong_usage_known(text: str, command: Command) -> None:
    assert typed(text) == command


@for_every(
    ("text", "command"),
    [
        ("/agents", commands.ShowAgents()),
        ("invite Ada Obi", commands.InviteAgent("Ada Obi")),
        ("/INVITE  Ngozi  O'Brien-Ojo", commands.InviteAgent("Ngozi O'Brien-Ojo")),
        ("/invite", commands.Misuse("invite")),
        ("/invite 7", commands.Misuse("invite", wrong=True)),
        (f"/invite {'A' * 41}", commands.Refuse(sentence("agent-name-too-long", most=40))),
        ("/remove Ada Obi", commands.RemoveAgent("Ada Obi")),
    ],
)
def test_an_administrators_command_is_for_others_as_one_that_does_not_exist(text: str, command: Command) -> None:
    assert typed(text, agent=BOSS) == command
    assert typed(text) == typed("/nonsense") == commands.Wonder()


# The dialog


@for_every(
    ("text", "command"),
    [
        ("0803 123 4567", commands.AnswerQuestion(Draft(NUMBER, note="x"))),
        ("it is 0803 123 4567, airtel", commands.AnswerQuestion(Draft(NUMBER, Network.AIRTEL, "x"))),
        ("0803 123 4567 mtn rent for Ada", commands.AnswerQuestion(Draft(NUMBER, Network.MTN, "rent for Ada"))),
        ("0803 123 4567 0802 123 4567", commands.Refuse(sentence("agent-several-numbers"))),
        ("is it a scam", commands.SmallTalk("agent-answer-real")),
        ("any number", commands.AnswerQuestion(Draft(note="x"))),
        ("1", commands.Refuse(sentence("number-too-short"))),
        ("cancel", commands.LeaveDialog()),
        ("back", commands.BeginLink()),
        ("links", commands.ShowBoard(Which.ALL)),
        ("english", commands.SpeakLanguage("en")),
    ],
)
def test_the_question_for_the_number_is_answered(text: str, command: Command) -> None:
    offered = (Choice.ANY_NUMBER, Choice.CANCEL)
    assert typed(text, AskingWhichNumber(Draft(note="x")), offered=offered) == command


@for_every(
    ("text", "key"),
    [
        ("0803 123 45", "number-too-short"),
        ("my number", "number-not-a-number"),
        ("0803 123 4567 glo", "network-not-served"),
    ],
)
def test_a_number_that_is_none_is_told_what_is_wrong(text: str, key: str) -> None:
    command = typed(text, AskingWhichNumber(Draft()))
    assert isinstance(command, commands.Refuse)
    assert command.because.key == key


@for_every(
    ("text", "command"),
    [
        ("MTN", commands.AnswerQuestion(Draft(NUMBER, Network.MTN))),
        ("na airtel", commands.AnswerQuestion(Draft(NUMBER, Network.AIRTEL))),
        *((said, commands.AnswerQuestion(Draft(NUMBER))) for said in ("skip", "not sure", "I don't know", "no idea")),
        ("0803 ••• 4567", commands.Wonder()),
        ("how long does the link last", commands.SmallTalk("agent-answer-lasts")),
        ("is it free", commands.SmallTalk("agent-answer-free")),
        ("glo", commands.Refuse(not_served(OtherNetwork.GLO))),
        ("thanks", commands.Wonder()),
        ("3", commands.AnswerQuestion(Draft(NUMBER))),
        ("which one?", commands.Wonder()),
    ],
)
def test_the_question_for_the_network_is_answered(text: str, command: Command) -> None:
    offered = (Choice.MTN, Choice.AIRTEL, Choice.SKIP)
    assert typed(text, AskingWhichNetwork(Draft(NUMBER)), offered=offered) == command


@for_every(
    ("text", "command"),
    [
        ("links to her shop", commands.AnswerQuestion(Draft(NUMBER, note="links to her shop"))),
        ("status of the rent", commands.AnswerQuestion(Draft(NUMBER, note="status of the rent"))),
        ("no", commands.AnswerQuestion(Draft(NUMBER))),
        ("no note", commands.AnswerQuestion(Draft(NUMBER))),
        ("/links", commands.ShowBoard(Which.ALL)),
        ("today", commands.ShowToday()),
        ("***", commands.Wonder()),
    ],
)
def test_a_note_may_begin_with_any_word(text: str, command: Command) -> None:
    assert typed(text, AskingNote(Draft(NUMBER)), offered=(Choice.SKIP, Choice.CANCEL)) == command


@for_every(
    ("text", "command"),
    [
        ("0802 123 4567", commands.BeginLink(Draft(OTHER_NUMBER))),
        ("08021234567 airtel", commands.BeginLink(Draft(OTHER_NUMBER, Network.AIRTEL))),
        ("make a link for 08021234567 airtel Bola", commands.MakeLink(Draft(OTHER_NUMBER, Network.AIRTEL, "Bola"))),
        ("his brother 08021234567 is on airtel", commands.ExplainLink()),
        (f"{NUMBER.local} airtel", commands.AnswerQuestion(Draft(NUMBER, Network.AIRTEL, "Chinedu"))),
    ],
)
def test_another_number_in_the_place_of_the_network_is_a_link_of_its_own(text: str, command: Command) -> None:
    assert typed(text, AskingWhichNetwork(Draft(NUMBER, note="Chinedu"))) == command


def test_a_network_that_is_not_served_is_told_so() -> None:
    command = typed("glo", AskingWhichNetwork(Draft(NUMBER)))
    assert isinstance(command, commands.Refuse)
    assert command.because.key == "network-not-served"


def test_a_name_is_letters() -> None:
    assert typed("Mama Boss", AskingOwnName(Draft())) == commands.NameOneself("Mama Boss")
    assert typed("Bọ́lá Adébáyọ̀", AskingOwnName(Draft())) == commands.NameOneself("Bọ́lá Adébáyọ̀")
    for no_name in ("B", "R2D2", "http://x", "-", "Ada<Obi>"):
        assert typed(no_name, AskingOwnName(Draft())) == commands.Wonder()


def test_a_contact_card_answers_the_question_for_the_number_and_no_other() -> None:
    card = ContactShared(NUMBER.e164, proven=False)
    assert read(AGENT, AgentSession(step=AskingWhichNumber(Draft())), card) == commands.AnswerQuestion(Draft(NUMBER))
    assert read(AGENT, AgentSession(), card) == commands.BeginLink(Draft(NUMBER))
    assert read(AGENT, AgentSession(step=AskingNote(Draft())), card) == commands.Wonder()


# Buttons


def test_a_button_counts_for_the_question_that_it_belongs_to() -> None:
    session = AgentSession(step=ShowingBoard(Which.OPEN, 2), dialog=Dialog(7, (Choice.BACK, Choice.MORE)))
    assert read(AGENT, session, ButtonTapped("more", 7)) == commands.ShowBoard(Which.OPEN, 3)
    assert read(AGENT, session, ButtonTapped("back", None)) == commands.ShowBoard(Which.OPEN, 1)
    for old in (ButtonTapped("more", 6), ButtonTapped("skip", 7), ButtonTapped("agree", 7), ButtonTapped("junk", 7)):
        assert read(AGENT, session, old) == commands.TapOldButton()


@for_every("text", ["1", "2", "3"])
def test_a_figure_chooses_nothing_where_none_was_shown(text: str) -> None:
    """Neither beside buttons nor where the answers stand as words."""
    buttons = Dialog(7, (Choice.MTN, Choice.AIRTEL, Choice.SKIP))
    asking = AgentSession(step=AskingWhichNetwork(Draft(NUMBER)), dialog=buttons, numbered=False)
    assert read(AGENT, asking, TextReceived(text)) == commands.Wonder()
    assert typed(text, AskingNote(Draft(NUMBER)), offered=(Choice.SKIP, Choice.CANCEL)) == commands.Wonder()


def test_of_links_on_the_screen_a_figure_means_one_that_was_shown_with_figures() -> None:
    shown = (LinkOnScreen(6, REF), LinkOnScreen(7, "P3X-9W4", numbered=False))
    session = AgentSession(dialog=Dialog(7, LINK_CHOICES), shown=shown, numbered=False)
    assert read(AGENT, session, TextReceived("3")) == commands.Wonder()
    assert read(AGENT, session, TextReceived("3", quoted=7)) == commands.Wonder()
    assert read(AGENT, session, TextReceived("3", quoted=6)) == commands.CancelLink(REF)


def test_a_harmless_button_counts_always() -> None:
    assert read(AGENT, AgentSession(dialog=Dialog(7)), ButtonTapped("pcm", 3)) == commands.SpeakLanguage("pcm")
    assert read(AGENT, AgentSession(dialog=Dialog(7)), ButtonTapped("help", 3)) == commands.ShowHelp()


def test_everything_else_that_a_chat_can_bring_has_its_place() -> None:
    session = AgentSession()
    assert read(AGENT, session, LinkOpened()) == commands.ShowHelp()
    for opened in (LinkOpened(token=LinkToken("t")), LinkOpened(stale=True)):
        assert read(AGENT, session, opened) == commands.OpenLinkOneself()
    for oddity in Oddity:
        assert read(AGENT, session, OddityReceived(oddity)) == commands.SendOddity(oddity)
    assert read(AGENT, session, MessageUnreadable()) == commands.BeUnreadable()
    assert read(AGENT, session, OptedOut()) == commands.WantSilence()
    assert read(AGENT, session, CustomerLeft()) == read(AGENT, session, TimeRanOut()) == commands.DoNothing()


# Codes

NUMBERS_OF_THEIRS = (
    *("APP-004512", "customer 20260001", "loan 123456", "id 4512", "5000", "50000 loan", "for 5000 naira"),
    *("LN-2026-0042", "LN-26-004512", "KL-LN-2026-0042", "LN-2026/0042", "LN/2026/0042", "school fees LN-2026-0042"),
    "twenty twenty six",
)


@for_every("note", NUMBERS_OF_THEIRS)
def test_the_businesss_own_numbers_and_amounts_are_no_codes_in_a_note(note: str) -> None:
    link = typed(f"/link 0803 123 4567 mtn {note}")
    assert isinstance(link, commands.MakeLink)
    assert (link.draft.number, link.draft.note) == (NUMBER, note)
    asked = Draft(NUMBER, Network.MTN)
    assert typed(note, AskingNote(asked)) == commands.AnswerQuestion(replace(asked, note=note))


@for_every("reference", ["LN-2026-0042", "ln-2026-0042", "APP-004512", "LN/2026/0042", "KL-LN-2026-0042"])
def test_a_link_is_looked_for_by_what_the_business_calls_it(reference: str) -> None:
    assert typed(f"/links {reference}") == commands.ShowBoard(Which.ALL, sought=reference)
    assert typed(f"/status {reference}") == commands.ShowBoard(Which.ALL, sought=reference)


@for_every("masked", ["0803 ••• 4567", "0803•••4567", "0803 *** 4567", "0803...4567"])
def test_a_number_copied_from_the_board_finds_its_link_and_is_no_code(masked: str) -> None:
    found = commands.ShowBoard(Which.ALL, sought="0803 ••• 4567")
    assert [typed(text) for text in (masked, f"/status {masked}", f"/links {masked}")] == [found] * 3
    assert typed(f"cancel {masked}") == replace(found, which=Which.OPEN)
    assert typed(f"/link {masked} mtn") == commands.RefuseLink(sentence("number-too-short"))
    assert isinstance(typed(f"{masked} 482913"), commands.TypeCode)


@for_every("text", ["/link cancel", "/LINK  Cancel"])
def test_a_command_that_holds_the_words_of_a_button_does_not_tap_it(text: str) -> None:
    assert typed(text, offered=(Choice.LINK_REMIND, Choice.LINK_STATUS, Choice.LINK_CANCEL)) == commands.LeaveDialog()
    assert typed("cancel link", offered=(Choice.LINK_CANCEL,)) != commands.LeaveDialog()


@for_every("oddity", [Oddity.EDITED, Oddity.PHOTO, Oddity.FORWARDED])
def test_a_code_that_was_not_typed_goes_nowhere_either(oddity: Oddity) -> None:
    assert read(AGENT, AgentSession(), OddityReceived(oddity, "it is 482913", "m1")) == commands.TypeCode("m1")


CODES = (
    "four eight two nine one three",
    "482913",
    "482 913",
    "482-913",
    "the code is 482913",
    "otp 4829",
    "G-482913 is your code",
    wide("482913"),
)


@for_every("code", CODES)
@for_every(
    "around",
    [
        "{}",
        "/link {}",
        "/link 0803 123 4567 mtn {}",
        "/status K7M-4Q2 {}",
        "K7M-4Q2 {}",
        "/today {}",
        "/invite {}",
        "/x {}",
    ],
)
@for_every("step", [Resting(), AskingWhichNumber(Draft()), AskingNote(Draft(NUMBER)), AskingOwnName(Draft())])
def test_a_code_goes_nowhere_wherever_it_is_typed(code: str, around: str, step: AgentStep) -> None:
    of_link = around.startswith("/link")
    assert typed(around.format(code), step, agent=BOSS) == commands.TypeCode("m1", of_link=of_link)


@for_every(
    ("text", "which"),
    [
        *(
            ("/links 4567", Which.ALL),
            ("/find 4567", Which.ALL),
            ("status 4567", Which.ALL),
            ("/links open 4567", Which.OPEN),
        ),
        *(("/cancel 4567", Which.OPEN), ("/remind 4567", Which.OPEN), ("cancel the one for 4567", Which.OPEN)),
        ("find 0803", Which.ALL),
    ],
)
@for_every("step", [Resting(), AskingWhichNetwork(Draft(NUMBER))])
def test_four_digits_behind_a_command_that_finds_links_are_of_a_number(
    text: str, which: Which, step: AgentStep
) -> None:
    found = typed(text, step)
    assert found == commands.ShowBoard(which, sought=text[-4:])


@for_every(
    "text",
    [
        *(
            "4567",
            "link 4567",
            "/today 4567",
            "/links 482913",
            "/status her code 4567",
            "/links 4567 4568",
            "/status K7M-4Q2 4567",
        ),
        *("/invite 4567", "/links code 4567", "4567 open"),
    ],
)
def test_anywhere_else_four_digits_may_be_a_code(text: str) -> None:
    assert isinstance(typed(text, agent=BOSS), commands.TypeCode)
    assert isinstance(typed("status 4567", AskingNote(Draft(NUMBER))), commands.TypeCode)


@for_every("text", ["/link 0803 123 4567 mtn 08031234567", "link 08031234567 +2348031234567 mtn 0803 123 4567"])
def test_a_number_that_is_said_again_is_one_number(text: str) -> None:
    assert typed(text) == commands.MakeLink(Draft(NUMBER, Network.MTN))


@for_every(
    "text",
    ["make links for 0803 444 1111, 0803 444 2222 and 0805 444 3333", "/link 08034441111 08034442222 08034441111"],
)
def test_several_numbers_are_not_counted_and_are_to_be_sent_one_by_one(text: str) -> None:
    refused = typed(text)
    assert isinstance(refused, commands.Refuse | commands.RefuseLink)
    assert refused.because == sentence("agent-several-numbers")


# Which link is meant


@for_every("verb", ["/cancel", "cancel", "/remind", "/status", "please cancel", ""])
@for_every("parted", [" ", " and ", ",", " & ", "\n{verb} "])
def test_of_several_references_none_is_taken(verb: str, parted: str) -> None:
    text = f"{verb} K7M-4Q2{parted.format(verb=verb)}P3X-9W4".strip()
    assert typed(text) == commands.Refuse(sentence("agent-one-link-only"))


@for_every(
    "rest",
    [
        *(REF, f"the link {REF}", f"please {REF}", f"{REF} (0803 ••• 4567)", f"{REF} please", f"{REF} {REF}"),
        *(f"{REF}, abeg", f"link {REF}", f"{REF} for her"),
    ],
)
def test_one_reference_with_its_number_or_a_courtesy_ends_its_link(rest: str) -> None:
    assert typed(f"/cancel {rest}") == commands.CancelLink(REF)


@for_every("around", ["K7M-4Q", "foo", "Sule", "0803 123 4567"])
def test_a_link_beside_which_something_else_is_named_is_shown_and_not_ended(around: str) -> None:
    assert typed(f"/cancel {REF} {around}") == commands.ShowLink(REF)


# Joining


@for_every(
    "told",
    [
        "it is 482 913, put it in for her please",
        "it is 125 419, put it in for her",
        "she says her phone shows 482913 from the network",
    ],
)
def test_a_long_sentence_does_not_hide_a_code(told: str) -> None:
    assert typed(told) == commands.TypeCode("m1")


@for_every(
    "said", ["how many of my customers came today or in 2026", "call me on 0803 123 4567 when she is done with it"]
)
def test_a_long_sentence_with_a_year_or_a_phone_number_hides_none(said: str) -> None:
    assert typed(said) == commands.Wonder()


@for_every("text", ["report october", "/report Oct"])
def test_a_month_is_nobodys_name(text: str) -> None:
    assert isinstance(typed(text), commands.Refuse)
    assert not isinstance(typed("October report"), ShowReport)


def test_a_code_that_does_not_go_is_answered_in_pidgin_too() -> None:
    assert typed("code no gree") == commands.SmallTalk("agent-answer-wrong-code")


def test_an_agent_is_named_with_or_without_what_they_are() -> None:
    assert typed("remove agent Bisi", agent=BOSS) == commands.RemoveAgent("Bisi")
    assert typed("/invite an agent Bisi Ade", agent=BOSS) == commands.InviteAgent("Bisi Ade")
    assert typed("/invite Agent", agent=BOSS) == commands.InviteAgent("Agent")


@for_every("text", ["/join 9QMAC-TDHV6", "join 9qmac tdhv6", "/JOIN@KudiBot 9QMACTDHV6", "Join  9qmactdhv6"])
def test_a_code_to_join_with_is_read_however_it_is_typed(text: str) -> None:
    assert read_join(TextReceived(text)) == JoinCode("9QMAC-TDHV6")


def test_who_only_says_join_is_no_newcomer_unless_they_use_the_slash() -> None:
    assert read_join(TextReceived("join me please")) is None
    assert read_join(TextReceived("hello")) is None
    assert read_join(ButtonTapped("join 9QMAC-TDHV6")) is None
    assert read_join(TextReceived("/join")) == read_join(TextReceived("/join abc")) == NO_CODE


def test_a_text_under_an_earlier_question_does_not_answer_this_one() -> None:
    session = AgentSession(step=AskingWhichNetwork(Draft()), dialog=Dialog(7, (Choice.MTN, Choice.AIRTEL, Choice.SKIP)))
    assert read(AGENT, session, TextReceived("1", "m1", quoted=6)) == commands.TapOldButton()
    assert read(AGENT, session, TextReceived("1", "m1", quoted=7)) == commands.AnswerQuestion(
        Draft(network=Network.MTN)
    )
    assert read(AGENT, session, TextReceived("/today", "m1", quoted=6)) == commands.ShowToday()


@for_every(
    ("text", "page", "sought"),
    [
        ("order 12", 0, "order 12"),
        ("rent 2", 0, "rent 2"),
        ("rent page 2", 1, "rent"),
        ("open 3", 2, ""),
        ("page 2", 1, ""),
    ],
)
def test_a_figure_behind_what_is_sought_is_a_part_of_it(text: str, page: int, sought: str) -> None:
    command = typed(f"/links {text}")
    assert isinstance(command, commands.ShowBoard)
    assert (command.page, command.sought) == (page, sought)
