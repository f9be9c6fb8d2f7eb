"""A sentence that begins with the word for a link makes none: it is answered, or the number is asked for first."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.report_commands import ShowReport
from conversations.agents.session import AskingWhichNumber, Draft
from conversations.agents.standing import Which
from conversations.network import Network
from tests.conversations.agents.test_reading import typed
from tests.for_every import for_every
from tests.scenes import NUMBER


@for_every(
    ("text", "command"),
    [
        *(
            (told, commands.SmallTalk("agent-answer-mend"))
            for told in ("link sent to wrong person", "link to wrong person", "link get wrong number")
        ),
        *(
            (told, commands.SmallTalk("agent-answer-not-opening"))
            for told in ("link never reach", "link no reach am", "link has not come", "link did not reach her")
        ),
        *(
            (told, commands.ShowBoard(Which.OPEN))
            for told in ("link don reach am", "link has reached her", "link sent")
        ),
        *((told, commands.SmallTalk("agent-answer-lasts")) for told in ("link already used", "link don used")),
        *(
            (bare, commands.BeginLink())
            for bare in ("link am", "link me", "link please", "link for customer", "Link her")
        ),
        ("link status", commands.ShowBoard(Which.OPEN)),
        ("link report", ShowReport(7)),
        ("link today", commands.ShowToday()),
        ("link yesterday", commands.ShowBoard(Which.ALL, yesterday=True)),
        ("link this week", ShowReport(7)),
        ("link again", commands.ShowBoard(Which.ALL)),
        ("link help", commands.ShowHelp()),
        ("link done", commands.ShowBoard(Which.DONE)),
        ("link stuck", commands.ShowBoard(Which.STUCK)),
        ("link cancel", commands.LeaveDialog()),
    ],
)
def test_a_sentence_about_links_makes_none(text: str, command: Command) -> None:
    assert typed(text) == command


@for_every(
    ("text", "draft"),
    [
        ("link school fees", Draft(note="school fees")),
        ("link Ada Obi mtn rent", Draft(network=Network.MTN, note="Ada Obi rent")),
        ("please link Mama Bose", Draft(note="Mama Bose")),
        ("link airtel", Draft(network=Network.AIRTEL)),
        ("pidgin link rent", Draft(note="rent", language="pcm")),
        ("link the customer now", Draft(note="the customer now")),
        ("link not paid for", Draft(note="not paid for")),
        ("link ref:LN-9 rent", Draft(note="rent", external_reference="LN-9")),
        ("link mtn airtel rent", Draft(note="rent")),
    ],
)
def test_without_a_number_it_is_asked_for_and_the_words_stay(text: str, draft: Draft) -> None:
    assert typed(text) == commands.BeginLink(draft)


def test_with_its_slash_a_number_or_any_number_a_link_is_made() -> None:
    assert typed("/link school fees") == commands.MakeLink(Draft(note="school fees"))
    assert typed("/link me") == commands.MakeLink(Draft(note="me"))
    assert typed("link any number mtn") == commands.MakeLink(Draft(network=Network.MTN))
    assert typed("link any") == commands.MakeLink(Draft())
    assert typed(f"link school fees {NUMBER.local}") == commands.MakeLink(Draft(NUMBER, note="school fees"))


def test_what_was_said_before_the_number_is_kept() -> None:
    asked = AskingWhichNumber(Draft(network=Network.MTN, note="rent"))
    assert typed(NUMBER.local, asked) == commands.AnswerQuestion(Draft(NUMBER, Network.MTN, "rent"))
    assert typed(f"{NUMBER.local} airtel", asked) == commands.AnswerQuestion(Draft(NUMBER, Network.AIRTEL, "rent"))
