"""Under which names somebody may be an agent: every person's, and none that customers would take for another's."""

from conversations.agents import commands
from conversations.agents.agents_typed import parse_persons_name
from conversations.agents.arguments import parse_name
from conversations.agents.names import poses_as_business
from conversations.agents.session import AskingOwnName, Draft
from conversations.effects import sentence
from tests.conversations.agents.test_reading import BOSS, typed
from tests.for_every import for_every

BUSINESS = "Kudi Loans"
PERSONS = (
    *("Ada Obi", "Ad\u00e9 \u1eccl\u00e1", "O\u0323la\u0301 A\u0300de", "\u0181ala \u0198asimu", "Agent\u1ecd"),
    *(
        "N'Golo",
        "N\u02bcGolo Kant\u00e9",
        "Sa\u2019adatu Musa",
        "Mary-Jane",
        "Ngozi O'Brien-Eze",
        "Abdul-Malik al-Amin",
    ),
    *("A. B. Okeke", "M. T. Nwosu", "T. N. Musa", "Mary Ann C. Eze", "Gloria", "Bankole", "Botade", "Mtanda"),
    *("Kudirat Bello", "Kudi Bello", "Bola K. Udi", "\u0410\u043d\u043d\u0430", "\u0391\u03bd\u03bd\u03b1"),
    *("\u0639\u0627\u0626\u0634\u0629", "Aisha \u0639\u0627\u0626\u0634\u0629"),
)
NETWORKS_AND_OFFICES = (
    *("MTN", "mtn Care", "MTN-Care", "Airtel-Nigeria", "Police-Ada", "Efcc'Ada", "Customer Care", "customer-care Ada"),
    *("Oga Bank", "Ada-central-bank", "M T N Ada", "M. T. N. Ada", "M.T.N Ada", "A. M T N", "C.B.N", "N. C. C. Obi"),
    *("M'TN", "M\u2019T\u2019N", "M\u02bcTN", "MT N Ada", "Ai-rt-el", "M\u200bTN"),
)
LOOK_ALIKES = (
    *(
        "P\u00f2lice Ada",
        "MT\u0148 Ada",
        "MTN\u0308",
        "\u0181ank",
        "A\u0131rtel",
        "A\u0130rtel",
        "\u0261lo",
        "AirteI",
        "GIo Ada",
    ),
    *("\uff2d\uff34\uff2e", "\U0001d40c\U0001d413\U0001d40d", "\u1d0d\u1d1b\u0274 Ada", "\u041cTN Ada", "P\u043elice"),
    *("\u041cTN", "\u039cTN", "\u0412\u041e\u0422", "\u039c\u03a4\u039d", "\u039c\u03a4\u039d Ada", "Ad\u0430 Obi"),
)
THE_BUSINESS = (
    *("Kudi Loans", "KUDI Loans Ada", "Loans Kudi", "Kudi", "Loans", "Kudi-Loans", "kudi'loans", "Ada-Kudi of Loans"),
    *("KudiLoans Ada", "K U D I Loans", "K.U.D.I", "Ku di Lo ans", "K\u00f9di Loans", "KudI Loans", "Kud\u0456 Loans"),
)


@for_every("name", PERSONS)
def test_every_person_may_be_an_agent_under_their_own_name(name: str) -> None:
    assert (known := parse_name(name))
    assert parse_persons_name(name) == known
    assert not poses_as_business(name, BUSINESS)


@for_every("name", (*NETWORKS_AND_OFFICES, *LOOK_ALIKES))
def test_nobody_is_an_agent_under_the_name_of_a_network_or_an_office_however_it_is_written(name: str) -> None:
    assert parse_name(name)
    assert poses_as_business(name, BUSINESS)


@for_every("name", THE_BUSINESS)
def test_nor_under_the_name_of_the_business(name: str) -> None:
    assert parse_name(name)
    assert poses_as_business(name, BUSINESS)
    assert poses_as_business(name, "KUDI & LOANS")
    assert poses_as_business(name, "Kud\u00ec-loans")


def test_nor_under_a_part_of_it_alone() -> None:
    assert poses_as_business("Kudi-Loans", "Kudi Loans Limited")
    assert not poses_as_business("Kudi Bello", "Kudi Loans Limited")


def test_a_business_without_a_word_keeps_no_name_from_anybody() -> None:
    assert not poses_as_business("Ada Obi", "")
    assert not poses_as_business("Ada Obi", "\U0001f642")


@for_every(
    "text",
    [
        *("Name\tAmount\tDate", "Name of customer is Ngozi", "name no correct", "name not correct", "name, number"),
        "name and phone number",
    ],
)
def test_a_sentence_or_the_head_of_a_list_renames_nobody(text: str) -> None:
    assert not isinstance(typed(text, agent=BOSS), commands.NameOneself | commands.Refuse)
    assert typed(f"/{text}", agent=BOSS) == commands.Misuse("name", wrong=True)


@for_every("text", ["name Amina Bello", "Name is Amina Bello", "name na Amina Bello", "please name Amina Bello"])
def test_without_its_slash_a_name_is_asked_about_and_not_taken(text: str) -> None:
    told = sentence("agent-name-how", name="Amina Bello")
    assert typed(text, agent=BOSS) == commands.Refuse(told)
    assert typed(text) == commands.Wonder()


@for_every("text", ["/name Amina Bello", "/name is Amina Bello", "/Name  my name is Amina Bello"])
def test_with_its_slash_it_is_taken(text: str) -> None:
    assert typed(text, agent=BOSS) == commands.NameOneself("Amina Bello")


def test_where_a_name_is_asked_for_and_in_an_invitation_it_is_a_persons_too() -> None:
    asked = AskingOwnName(Draft())
    assert typed("my name is Amina Bello", asked, agent=BOSS) == commands.NameOneself("Amina Bello")
    assert typed("Amount Date", asked, agent=BOSS) == commands.Wonder()
    assert typed("invite her to the meeting", agent=BOSS) == commands.Misuse("invite", wrong=True)
    assert typed("/remove Amount Date", agent=BOSS) == commands.RemoveAgent("Amount Date")
