"""Why the provider did not do what was asked, in our words: each reason with its meaning. Never a vendor's text."""

from enum import StrEnum


class Refusal(StrEnum):
    """A known "no" from the provider. Nothing more will come of the attempt that it answers."""

    NUMBER_NOT_ON_NETWORK = "number_not_on_network"  # the log-in was refused: other network, or number mistyped
    WRONG_CODE = "wrong_code"  # the OTP was not the right one; the OTP request may still be alive
    SAME_CODE = "same_code"  # found wrong a moment ago, and typed again: it was not asked
    REQUEST_EXPIRED = "request_expired"  # the OTP request is older than the provider keeps it: new code needed
    CODE_SPENT = "code_spent"  # the exchange code was used or is too old: a new OTP is needed
    TOO_MANY_REQUESTS = "too_many_requests"  # the provider asks us to slow down
    UNAVAILABLE = "unavailable"  # nothing was done: it could not be reached, or is known to be down
    NOT_ALLOWED = "not_allowed"  # our key, product scope or wallet: the operator must act, the customer cannot
    NOT_UNDERSTOOD = "not_understood"  # an answer in no known shape, or a form that asks for more than a code
    ACCOUNT_GONE = "account_gone"  # the account ID is unknown there, or was unlinked
