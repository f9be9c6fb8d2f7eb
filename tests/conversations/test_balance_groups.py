"""Balances in groups: by their unit, and by words in the names that networks give them."""

from decimal import Decimal

from conversations.account import Balance, Money, Quantity, Summary, Unit
from conversations.balance_groups import BalanceGroup, group_of
from conversations.effects import Say, sentence
from conversations.wording import LANGUAGES, render
from conversations.wording.tables import WIDTH
from tests.for_every import for_every
from tests.scenes import BUSINESS, NOON


def of(unit: Unit, word: str = "") -> Quantity:
    return Quantity(Decimal("1.5"), unit, word)


@for_every(
    ("name", "amount", "group"),
    [
        ("Main Balance", Money(1), BalanceGroup.AIRTIME),
        ("", Money(-1), BalanceGroup.AIRTIME),
        ("Airtime Bonus", Money(1), BalanceGroup.BONUS),
        ("PROMO CASH BACK", Money(1), BalanceGroup.BONUS),
        ("Freetown Plan", Money(1), BalanceGroup.AIRTIME),
        ("Data Bundle", of(Unit.GIGABYTE), BalanceGroup.DATA),
        ("Bonus Data", of(Unit.GIGABYTE), BalanceGroup.DATA),
        ("Night data", of(Unit.OTHER, "Points"), BalanceGroup.DATA),
        ("Talk More", of(Unit.MINUTE), BalanceGroup.CALLS),
        ("SMS", of(Unit.MESSAGE), BalanceGroup.CALLS),
        ("Roaming Bundle", of(Unit.MINUTE), BalanceGroup.ROAMING),
        ("Data roaming", of(Unit.GIGABYTE), BalanceGroup.ROAMING),
        ("GoodyBag", of(Unit.OTHER, "points"), BalanceGroup.OTHER),
    ],
)
def test_a_balance_is_in_the_group_that_its_unit_and_name_tell(
    name: str, amount: Money | Quantity, group: BalanceGroup
) -> None:
    assert group_of(Balance(name, amount)) is group


def shown(*balances: Balance, language: str = "en") -> tuple[str, str]:
    """The lines of the text, and the table."""
    summary = Summary(None, balances, NOON)
    said = sentence("balances", summary=summary, network="MTN", number="0803 ••• 4567")
    table = render(Say((said,)), language, BUSINESS).table
    assert table
    assert table.lines in render(Say((said,)), language, BUSINESS).text
    return table.lines, table.aligned


def test_text_and_table_say_the_same_under_the_names_of_the_groups() -> None:
    lines, table = shown(
        Balance("Data Bundle", of(Unit.GIGABYTE)), Balance("Main Balance", Money(123_450)), Balance("", Money(-5_000))
    )
    assert lines == "Airtime\n- Main Balance: ₦1,234.50\n- you owe ₦50.00\nData\n- Data Bundle: 1.5 GB"
    assert table.splitlines() == [
        "Airtime",
        " Main Balance        ₦1,234.50",
        "                you owe ₦50.00",
        "Data",
        " Data Bundle            1.5 GB",
    ]


@for_every("language", LANGUAGES)
def test_a_screen_holds_twelve_and_the_rest_is_counted(language: str) -> None:
    many = [Balance(f"Data Bundle Monthly No. {number:02}", Money(100 + number)) for number in range(24)]
    lines, table = shown(*many, language=language)
    assert lines.splitlines()[-1] == table.splitlines()[-1] == "and 12 more"
    assert len(lines.splitlines()) == 14
    assert all(len(line) <= WIDTH for line in table.splitlines())


def test_without_any_it_is_said_that_the_network_gave_none() -> None:
    assert "MTN" in shown()[0]
