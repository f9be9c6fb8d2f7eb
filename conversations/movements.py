"""What a movement of airtime was for, read from the network's narration by one table of rules. Never a guess.

Networks write narrations as they like, and publish no list of them: what no rule knows for certain is OTHER, and what
two rules would read differently is OTHER too. Each rule has its examples beside it, which the tests read back.
"""

import re
from enum import StrEnum
from functools import cache

from msgspec import Struct

from conversations.account import Direction, LineTransaction


class MovementKind(StrEnum):
    """Every movement is of one kind: the first four go out, the last two come in."""

    AIRTIME = "airtime"  # calls and texts
    DATA = "data"
    OTHER = "other"
    REPAID = "repaid"
    BORROWED = "borrowed"
    RECEIVED = "received"


SPENT = (MovementKind.AIRTIME, MovementKind.DATA, MovementKind.OTHER, MovementKind.REPAID)

_LOAN = r"xtra ?(?:time|byte)s?|extra ?(?:time|credit)|borrow(?:ed|ing)?(?: me)?|loan|(?:airtime|credit|data) advance"
_BACK = r"repay(?:ment)?s?|repaid|recover(?:y|ed|ies)?|pay ?back|paid back|deduct(?:ion|ed)?|settle(?:ment|d)?"
_UNDONE = r"revers(?:al|ed)|refund(?:ed)?|bonus|reward|failed|gift(?:ed)?|cancel(?:led)?|promo|fees?"
_TALK = r"calls?|voice|sms|texts?|mms|talk ?time|minutes?|mins?|international rate"
_BYTES = r"\d+(?:\.\d+)? ?[kmgt]b|data|internet|browsing|social|mi-?fi|hotspot"
_PLAN = r"plans?|bundles?|packs?|offers?|subscription|renewal|purchase|bought|charges?|usage|pay ?as ?you ?(?:go|use)"


class MovementRule(Struct, frozen=True):
    """A movement in that direction whose narration has one of `words`, one of each of `also`, and none of `never`."""

    kind: MovementKind
    direction: Direction
    words: str
    never: str
    examples: tuple[str, ...]
    also: tuple[str, ...] = ()

    def knows(self, narration: str) -> bool:
        """Whether it reads this, in small letters, as its kind."""
        needed = all(_word(words).search(narration) for words in (self.words, *self.also))
        return needed and not _word(self.never).search(narration)


# A size says what was bought; talk and data in one bundle, a transfer, or a bare "loan" are nobody's to guess.
MOVEMENT_RULES = (
    MovementRule(
        MovementKind.BORROWED,
        Direction.CREDIT,
        _LOAN,
        never=f"{_BACK}|{_UNDONE}",
        examples=("XtraTime", "XtraTime 500", "Borrow Me Credit", "Airtime Loan", "Extra Credit", "Airtime advance"),
    ),
    MovementRule(
        MovementKind.REPAID,
        Direction.DEBIT,
        _LOAN,
        also=(_BACK,),
        never=_UNDONE,
        examples=("XtraTime Recovery", "Loan Repayment", "Borrow Me Credit repaid", "Extra Credit deduction"),
    ),
    MovementRule(
        MovementKind.DATA,
        Direction.DEBIT,
        _BYTES,
        also=(rf"{_PLAN}|\d+(?:\.\d+)? ?[kmgt]b",),
        never=f"{_TALK}|{_LOAN}|{_UNDONE}|transfer|share|combo",
        examples=(
            *("6GB Weekly Plan", "1.5GB Daily Plan", "20GB Monthly Plan", "Data Bundle", "GoodyBag Social Bundle"),
            *("Data bundle purchase", "250MB Night Plan", "Internet usage charge", "40gb 30 days"),
        ),
    ),
    MovementRule(
        MovementKind.AIRTIME,
        Direction.DEBIT,
        _TALK,
        never=f"{_BYTES}|{_LOAN}|{_UNDONE}|transfer|share|combo|alert",
        examples=("Call charges", "SMS charge", "Voice call 0803", "International call", "Voice bundle", "Texts"),
    ),
)
# What looks like one of them and is not certain.
UNCERTAIN = (
    (Direction.DEBIT, "Loan"),
    (Direction.DEBIT, "Airtime transfer"),
    (Direction.DEBIT, "Combo: 500 minutes and 1GB data bundle"),
    (Direction.DEBIT, "Caller tune renewal"),
    (Direction.DEBIT, "XtraTime service fee"),
    (Direction.DEBIT, "Bank SMS alert"),
    (Direction.DEBIT, "Data share to 0803"),
    (Direction.DEBIT, "Database"),
    (Direction.DEBIT, ""),
    (Direction.CREDIT, "Loan reversal"),
    (Direction.CREDIT, "XtraTime bonus"),
)


def kind_of_movement(movement: LineTransaction) -> MovementKind:
    """The one kind that a rule is certain of; else OTHER for what went out, RECEIVED for what came in."""
    narration = movement.narration.casefold()
    kinds = {rule.kind for rule in MOVEMENT_RULES if rule.direction is movement.direction and rule.knows(narration)}
    if len(kinds) == 1:
        return kinds.pop()
    return MovementKind.OTHER if movement.direction is Direction.DEBIT else MovementKind.RECEIVED


@cache
def _word(words: str) -> re.Pattern[str]:
    """Whole words: `data` is in no database."""
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")
