"""Every answer that can be given by a button, and so by a word or a number too. Never the labels."""

from enum import StrEnum

from conversations import languages
from conversations.consent import Scope
from conversations.network import Network


class Choice(StrEnum):
    """The value is what travels in a button (at most 20 characters) and names the label in the wording files.

    Each language that is written is a choice too, `LANGUAGES` says which; its value is the language's code, its label
    its own name.
    """

    _ignore_ = ["code"]  # noqa: RUF012 - enum's own name for what is no member

    # the linking itself
    AGREE = "agree"
    DECLINE = "decline"
    PROOF = "proof"
    CHOOSE = "choose"
    ALLOW = "allow"
    LEAVE_OUT = "leave-out"
    OWN_NUMBER = "own-number"
    MTN = "mtn"
    AIRTEL = "airtel"
    NEW_CODE = "new-code"
    CHANGE_NUMBER = "change-number"
    RESUME = "resume"
    BEGIN = "begin"
    LINK_ANOTHER = "link-another"
    # everywhere
    HELP = "help"
    CANCEL = "cancel"
    BACK = "back"
    LANGUAGE = "language"
    PERSON = "person"
    # afterwards
    BALANCE = "balance"
    TRANSACTIONS = "transactions"
    MORE = "more"
    STATEMENT = "statement"
    USAGE = "usage"
    ACCOUNTS = "accounts"
    MYDATA = "mydata"
    MYDATA_FILE = "mydata-file"
    UNLINK = "unlink"
    PRIVACY = "privacy"
    RECEIPT = "receipt"
    DELETE = "delete"
    CONFIRM = "confirm"
    KEEP = "keep"
    SHARE_ON = "share-on"
    STOP_SHARING = "stop-sharing"
    NOT_MY_NAME = "not-my-name"
    HIDE_IDENTITY = "hide-identity"
    HIDE_BALANCES = "hide-balances"
    HIDE_TRANSACTIONS = "hide-transactions"
    LINE_1 = "line-1"
    LINE_2 = "line-2"
    LINE_3 = "line-3"
    LINE_4 = "line-4"
    LINE_5 = "line-5"
    # which of several numbers
    NUMBER_1 = "number-1"
    NUMBER_2 = "number-2"
    NUMBER_3 = "number-3"
    # an agent's
    ANY_NUMBER = "any-number"
    SKIP = "skip"
    LINK_REMIND = "link-remind"
    LINK_STATUS = "link-status"
    LINK_CANCEL = "link-cancel"
    # the languages
    for code in languages.WRITTEN:
        vars()[f"LANGUAGE_{code.upper()}"] = code


LINES = (Choice.LINE_1, Choice.LINE_2, Choice.LINE_3, Choice.LINE_4, Choice.LINE_5)
NUMBERS = (Choice.NUMBER_1, Choice.NUMBER_2, Choice.NUMBER_3)
# What an agent can do with a link, under each message about it.
LINK_CHOICES = (Choice.LINK_REMIND, Choice.LINK_STATUS, Choice.LINK_CANCEL)
# Named by what they stand for where they are offered, and so by no words of a language.
WORDLESS = frozenset({*LINES, *NUMBERS})
# Who is offered these answers with the words alone: a code is typed there, and a digit of it is no place in a list.
IN_WORDS = frozenset({Choice.NEW_CODE, Choice.CANCEL})
# What ends something, or leads to the question whether to.
ENDING = frozenset({Choice.UNLINK, Choice.DELETE, Choice.CONFIRM, Choice.STOP_SHARING, Choice.LINK_CANCEL})
NETWORKS = {Choice.MTN: Network.MTN, Choice.AIRTEL: Network.AIRTEL}
LANGUAGES = {Choice(code): code for code in languages.WRITTEN}
HIDES = {
    Choice.HIDE_IDENTITY: Scope.IDENTITY,
    Choice.HIDE_BALANCES: Scope.BALANCES,
    Choice.HIDE_TRANSACTIONS: Scope.TRANSACTIONS,
}

# Understood at every step, whatever is being asked, and harmless when an old button asks for them.
ALWAYS = frozenset(
    {
        Choice.HELP,
        Choice.PERSON,
        Choice.LANGUAGE,
        *LANGUAGES,
        Choice.PROOF,
        Choice.CHOOSE,
        Choice.PRIVACY,
        Choice.RECEIPT,
        Choice.ACCOUNTS,
        Choice.MYDATA,
        Choice.MYDATA_FILE,
        Choice.BALANCE,
        Choice.TRANSACTIONS,
        Choice.STATEMENT,
        Choice.USAGE,
        # The buttons of a notice that may have been sent weeks ago. Without a notice they do nothing by themselves.
        Choice.SHARE_ON,
        Choice.STOP_SHARING,
        Choice.NOT_MY_NAME,
    }
)
# Understood at every step when typed; an old button of theirs is only an old button.
TYPED_ALWAYS = ALWAYS | {Choice.LINK_ANOTHER, Choice.CANCEL, Choice.BACK, Choice.UNLINK, Choice.DELETE}
