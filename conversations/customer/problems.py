"""What is wrong with what somebody sent or asked for: sentences for them, a word for agents. Never how it is read."""

from collections.abc import Mapping

from conversations.customer.events import Oddity
from conversations.effects import Sentence, sentence
from conversations.keys import Key
from conversations.link import Reason
from conversations.network import OtherNetwork
from conversations.phone import NumberProblem

NUMBERS: Mapping[NumberProblem, Key] = {
    NumberProblem.NOT_A_NUMBER: "number-not-a-number",
    NumberProblem.TOO_SHORT: "number-too-short",
    NumberProblem.TOO_LONG: "number-too-long",
    NumberProblem.FOREIGN: "number-foreign",
    NumberProblem.NOT_MOBILE: "number-not-mobile",
}
# What an agent is told where a number stops their customer.
NUMBER_REASONS: Mapping[NumberProblem, Reason] = {
    NumberProblem.FOREIGN: Reason.FOREIGN_NUMBER,
    NumberProblem.NOT_MOBILE: Reason.NOT_MOBILE,
}
ODDITIES: Mapping[Oddity, Key] = {
    Oddity.PHOTO: "oddity-photo",
    Oddity.STICKER: "oddity-sticker",
    Oddity.VOICE: "oddity-voice",
    Oddity.FILE: "oddity-file",
    Oddity.LOCATION: "oddity-location",
    Oddity.EDITED: "oddity-edited",
    Oddity.FORWARDED: "oddity-forwarded",
    Oddity.OTHER: "oddity-other",
}
# By the name of the limit.
LIMITS_REACHED: Mapping[str, Key] = {
    "otp_requests_per_number_day": "limit-otp-requests-per-number-day",
    "otp_requests_per_number_day_unproven": "limit-otp-requests-per-number-day-unproven",
    "otp_request_pause_per_number": "limit-otp-request-pause-per-number",
    "otp_requests_per_contact_day": "limit-otp-requests-per-contact-day",
    "otp_requests_per_prefix_hour": "limit-otp-requests-per-prefix-hour",
    "otp_requests_per_hour": "limit-otp-requests-per-hour",
    "otp_checks_per_number_day": "limit-otp-checks-per-number-day",
    "reads_per_contact_hour": "limit-reads-per-contact-hour",
}
LIMITS_FOR_AGENTS: Mapping[str, Key] = {
    "links_per_agent_hour": "agent-limit-links-per-agent-hour",
    "reminders_per_link_day": "agent-limit-reminders-per-link-day",
    "joins_per_contact_hour": "agent-limit-joins-per-contact-hour",
    "invitations_per_number_day": "agent-limit-invitations-per-number-day",
    "invitations_per_number_week": "agent-limit-invitations-per-number-week",
}


def number_problem(problem: NumberProblem) -> Sentence:
    return sentence(NUMBERS[problem])


def not_served(network: OtherNetwork) -> Sentence:
    return sentence("network-not-served", network=network.label)


def oddity_received(oddity: Oddity) -> Sentence:
    return sentence(ODDITIES[oddity])
