"""What an agreement lets be read of its line: of the readings that there are, and of a summary. Never what is said."""

from conversations.account import Summary
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Scope
from conversations.linked_line import LinkedLine
from conversations.reading import Reading

READINGS = {
    Choice.BALANCE: Reading.BALANCE,
    Choice.TRANSACTIONS: Reading.TRANSACTIONS,
    Choice.USAGE: Reading.USAGE,
    Choice.STATEMENT: Reading.STATEMENT,
}
_NEEDS = {
    Reading.BALANCE: Scope.BALANCES,
    Reading.TRANSACTIONS: Scope.TRANSACTIONS,
    Reading.USAGE: Scope.TRANSACTIONS,
    Reading.STATEMENT: Scope.TRANSACTIONS,
    Reading.IDENTITY: Scope.IDENTITY,
}


def needed_for(reading: Reading) -> Scope:
    return _NEEDS[reading]


def may_read(line: LinkedLine, reading: Reading) -> bool:
    return _NEEDS[reading] in line.claim.agreement.reads


def without_unread(choices: tuple[Choice, ...], lines: tuple[LinkedLine, ...]) -> tuple[Choice, ...]:
    """The answers without those that would read what no line's agreement lets be read."""
    if not any(choice in READINGS for choice in choices):
        return choices
    return tuple(
        choice
        for choice in choices
        if choice not in READINGS or any(may_read(line, READINGS[choice]) for line in lines)
    )


def agreed_part(summary: Summary, line: LinkedLine) -> Summary:
    """Of what was read, what was agreed to: an identity that was looked at for its owner's age alone is not told."""
    reads = line.claim.agreement.reads
    identity = summary.identity if Scope.IDENTITY in reads else None
    balances = summary.balances if Scope.BALANCES in reads else None
    return replace(summary, identity=identity, balances=balances)
