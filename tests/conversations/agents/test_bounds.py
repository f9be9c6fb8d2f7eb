"""A question about links is bound by the days and the networks that it names, in whatever words it is asked."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.reading import read
from conversations.agents.report_commands import ShowReport, Until
from conversations.agents.session import AgentSession
from conversations.agents.standing import Which
from conversations.customer.events import TextReceived
from conversations.effects import sentence
from conversations.network import Network
from tests.conversations.agents.scenes import BOSS, TUNDE
from tests.for_every import for_every

MTN, AIRTEL = (Network.MTN,), (Network.AIRTEL,)


def board(which: Which = Which.ALL, *on: Network, today: bool = False, counts: bool = False) -> commands.ShowBoard:
    return commands.ShowBoard(which, today=today, counts=counts, networks=on)


@for_every(
    ("text", "command"),
    [
        *((text, board(Which.ALL, *MTN)) for text in ("mtn links", "links mtn", "/links mtn", "show me my mtn links")),
        *((text, board(Which.ALL, *MTN)) for text in ("links on mtn", "my mtn customers", "/links on the mtn line")),
        *((text, board(Which.ALL, *MTN, counts=True)) for text in ("how many mtn links", "how many on mtn")),
        *((text, board(Which.ALL, *MTN, counts=True)) for text in ("how many links dey for mtn", "how many m t n")),
        *((text, board(Which.ALL, *AIRTEL, counts=True)) for text in ("how many links not on mtn", "how many airtell")),
        *((text, board(Which.ALL, *MTN, today=True)) for text in ("mtn today", "mtn links today", "/links today mtn")),
        *((text, board(Which.STUCK, *MTN)) for text in ("who is stuck on mtn", "any mtn link stuck", "stuck on mtn")),
        ("which airtel links are open", board(Which.OPEN, *AIRTEL)),
        ("how many mtn and airtel links", board(Which.ALL, *MTN, *AIRTEL, counts=True)),
        ("how many mtn and glo links", board(Which.ALL, *MTN, counts=True)),
        ("did the mtn customer open", board(Which.OPEN, *MTN)),
        ("how far with mtn", board(Which.OPEN, *MTN)),
        ("how many mtn today", commands.ShowToday(networks=MTN)),
        ("/today mtn", commands.ShowToday(networks=MTN)),
        ("/today mtn Bisi", commands.ShowToday("Bisi", MTN)),
        ("links on airtel this week", ShowReport(7, networks=AIRTEL)),
        ("/links on airtel this week", ShowReport(7, networks=AIRTEL)),
        ("how many mtn did I link last week", ShowReport(7, until=Until.SUNDAY, networks=MTN)),
        ("report on airtel yesterday", ShowReport(1, until=Until.YESTERDAY, networks=AIRTEL)),
        ("/report 30 mtn", ShowReport(30, networks=MTN)),
        *((text, commands.SmallTalk("agent-answer-not-served")) for text in ("how many glo links", "/links glo")),
        *((text, commands.SmallTalk("agent-answer-not-served")) for text in ("/today 9mobile", "/report glo")),
    ],
)
def test_a_network_that_is_named_bounds_the_question(text: str, command: Command) -> None:
    assert asked(text) == command


@for_every("text", ["mtn", "mtn link", "my customer is on mtn", "sorry, mtn"])
def test_a_network_alone_asks_for_no_links(text: str) -> None:
    assert not isinstance(asked(text), commands.ShowBoard | commands.ShowToday | ShowReport)


@for_every(
    ("text", "command"),
    [
        *((f"/report {text}", ShowReport(1, "Bisi", Until.YESTERDAY)) for text in ("Bisi yesterday", "yesterday Bisi")),
        *((f"/report {text}", ShowReport(1, "Bisi Ade")) for text in ("Bisi Ade today", "today for Bisi Ade")),
        *((f"/report {text}", ShowReport(7, "Bisi")) for text in ("Bisi this week", "of Bisi", "this week of Bisi")),
        ("/report Bisi for last week", ShowReport(7, "Bisi", Until.SUNDAY)),
        ("/report Bisi 3", ShowReport(3, "Bisi")),
        ("Bisi report yesterday", ShowReport(1, "Bisi", Until.YESTERDAY)),
        *((text, ShowReport(3, "Bisi")) for text in ("Bisi report 3 days", "Bisi report 3", "Bisi's report, 3days?")),
        ("show Bisi report for 30 days", ShowReport(30, "Bisi")),
        ("Bisi report 31 days", commands.Refuse(sentence("report-days", most=30))),
        ("report yesterday", ShowReport(1, until=Until.YESTERDAY)),
        ("links this week", ShowReport(7)),
        ("show me my links this week", ShowReport(7)),
        *((f"/report {text}", commands.Refuse(sentence("report-days", most=30))) for text in ("Bisi last month", "0")),
        *((f"/report {text}", commands.Refuse(sentence("report-days", most=30))) for text in ("3 yesterday", "month")),
        ("how many did Bisi link on mtn last week", ShowReport(7, "Bisi", Until.SUNDAY, MTN)),
        ("how many mtn links did Bisi make", commands.ShowBoard(Which.ALL, whose="Bisi", counts=True, networks=MTN)),
    ],
)
def test_days_and_a_name_stand_in_any_order(text: str, command: Command) -> None:
    assert asked(text) == command


def asked(text: str) -> Command:
    return read(BOSS if "Bisi" in text else TUNDE, AgentSession(), TextReceived(text, "m1"))
