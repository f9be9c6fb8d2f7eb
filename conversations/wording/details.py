"""The parts of a message that are lists: identity, balances, transactions, usage. Never the sentence around them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from conversations.account import (
    Balance,
    Direction,
    Identity,
    LineTransaction,
    Money,
    Statement,
    Summary,
    TransactionPage,
    clean,
    mask_name,
)
from conversations.balance_groups import grouped
from conversations.consent import Scope
from conversations.effects import Sentence
from conversations.one_of import OneOf
from conversations.reading import TransactionFilter
from conversations.report import LinkReport
from conversations.usage import Usage
from conversations.wording.catalogue import Catalogue
from conversations.wording.formats import amount, balance, long_date, money, month_of, short_date
from conversations.wording.report import report_values
from conversations.wording.tables import RenderedTable, TableRow
from conversations.wording.usage import usage_values

MOST_BALANCES = 12  # lines; a network with more bundles than that would fill the screen
LONGEST_NARRATION = 40  # characters of one; ten stand on a screen, and the file has them whole
SEPARATOR = " · "
NAIRA = "NGN"
_TELLING = ("summary", "page", "usage", "statement", "report")
_OF_LINES = OneOf[Any](Summary | TransactionPage | Statement | Usage)


def details_of(sentence: Sentence, catalogue: Catalogue) -> dict[str, str | int]:
    """What `$details` and its like stand for in a sentence that carries a summary, a page or a usage."""
    values = sentence.values
    told = next(filter(None, map(values.get, _TELLING)), None)
    if told is None:  # as in most sentences
        return {}
    match told:
        case Summary() as summary if sentence.key == "balances":
            return {"details": balance_table(summary.balances, str(values["network"]), catalogue).lines}
        case Summary() as summary if sentence.key == "identity":
            return {"details": _whole_identity(summary, catalogue, values)}
        case Summary() as summary:
            return {"details": _summary(summary, catalogue, values)}
        case TransactionPage() as page:
            return {"details": "\n".join(_page(page, values["selection"], catalogue)), "place": page.page}
        case Statement() as statement:
            return {"n": len(statement.transactions), **_sums(statement)}
        case LinkReport() as report:
            return report_values(report, catalogue)
        case Usage() as usage:
            return usage_values(usage, catalogue)
        case _:
            return {}


def tells_of_line(sentence: Sentence) -> bool:
    """Whether it shows what was read of a line: identity, balances, movements."""
    return bool(_OF_LINES.among(sentence.values.values()))


def _summary(summary: Summary, catalogue: Catalogue, values: Mapping[str, Any]) -> str:
    """Of what was agreed to, also what is missing is said; of what was not, nothing."""
    reads = values.get("reads_of_line", frozenset(Scope))
    identity = _identity(summary.identity, catalogue, masked=bool(values["masked"])) if summary.identity else ""
    if not identity and not summary.balances:
        return catalogue.say("summary-nothing", {})
    network = str(values["network"])
    who = identity or catalogue.say("summary-no-identity", {"network": network})
    parts = {Scope.IDENTITY: who, Scope.BALANCES: _balances(summary.balances, network, catalogue)}
    return "\n".join(part for scope, part in parts.items() if scope in reads)


def _whole_identity(summary: Summary, catalogue: Catalogue, values: Mapping[str, Any]) -> str:
    """Who owns the line, alone."""
    who = _identity(summary.identity, catalogue, masked=bool(values["masked"])) if summary.identity else ""
    return who or catalogue.say("summary-no-identity", {"network": str(values["network"])})


def _identity(identity: Identity, catalogue: Catalogue, *, masked: bool) -> str:
    """What is not given is left out; for a number that is not proven, no more than its owner would recognise."""
    parts = []
    if identity.full_name:
        parts.append(mask_name(identity.full_name) if masked else identity.full_name)
    if identity.gender:
        known = identity.gender in {"female", "male"}
        parts.append(catalogue.say(identity.gender, {}) if known else identity.gender)
    if identity.born and masked:
        parts.append(catalogue.say("born-masked", {"decade": str(identity.born.year)[:3]}))
    elif identity.born:
        parts.append(catalogue.say("born", {"date": long_date(identity.born)}))
    return SEPARATOR.join(parts)


def _balances(balances: Sequence[Balance] | None, network: str, catalogue: Catalogue) -> str:
    if not balances:
        return catalogue.say("summary-no-balances", {"network": network})
    shown = [balance(each, catalogue) for each in balances[:MOST_BALANCES]]
    rest = len(balances) - len(shown)
    return "\n".join((*shown, catalogue.say("balances-more", {"n": rest})) if rest else shown)


def balance_table(balances: Sequence[Balance] | None, network: str, catalogue: Catalogue) -> RenderedTable:
    """Each under its group; what is more than a screen holds is counted."""
    if not balances:
        return RenderedTable.of((TableRow(catalogue.say("summary-no-balances", {"network": network})),))
    rows = []
    for group, members in grouped(balances[:MOST_BALANCES]):
        rows.append(TableRow(catalogue.say(f"group-{group}", {})))
        rows += [TableRow(each.name, amount(each, catalogue)) for each in members]
    rest = len(balances) - MOST_BALANCES
    if rest > 0:
        rows.append(TableRow(catalogue.say("balances-more", {"n": rest})))
    return RenderedTable.of(rows)


def _page(page: TransactionPage, selection: TransactionFilter, catalogue: Catalogue) -> Iterator[str]:
    """Under the name of its month, unless all of it is of one that was asked for."""
    month = month_of(selection.span.first) if selection.span and selection.span.month else ""
    for each in page.transactions:
        if month_of(each.at) != month:
            month = month_of(each.at)
            yield month
        yield _transaction(each, catalogue)


def _sums(statement: Statement) -> dict[str, str | int]:
    """Of naira alone: nothing else can be added to them."""
    sums = {
        direction: sum(
            abs(each.amount.kobo)
            for each in statement.transactions
            if each.direction is direction and each.amount.currency == NAIRA
        )
        for direction in Direction
    }
    return {"received": money(Money(sums[Direction.CREDIT])), "spent": money(Money(sums[Direction.DEBIT]))}


def _transaction(each: LineTransaction, catalogue: Catalogue) -> str:
    sign = "+" if each.direction is Direction.CREDIT else "−"
    values = {
        "date": short_date(each.at),
        "sign": sign,
        "way": "in" if each.direction is Direction.CREDIT else "out",
        "amount": money(Money(abs(each.amount.kobo), each.amount.currency)),
        "narration": clean(each.narration, LONGEST_NARRATION),
        "narration_given": "yes" if each.narration else "no",
    }
    return catalogue.say("transaction", values)
