"""Blind indexes: the keyed values that rows are found by. Never the contacts, numbers and codes themselves.

Each purpose is a promise: under another one, nothing that was written before would be found.
"""

from datetime import date

from conversations.allowance import Allowance
from conversations.contact import Contact
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, FileToken, JoinCode, LinkToken
from storage.sealing import Keyring

DELIVERY_BYTES = 16  # there are millions: two of a thousand million are the same once in 10**20


def of_contact(keyring: Keyring, contact: Contact) -> bytes:
    return keyring.contact(contact)


def indexer_of_contact(keyring: Keyring, value: bytes, contact: Contact) -> bytes | None:
    """The id of the key that made the contact's value; None for one that is not at hand."""
    return keyring.indexer_of(value, str(contact), "contact")


def of_number(keyring: Keyring, number: PhoneNumber) -> bytes:
    return keyring.index(number.e164, "number")


def of_account(keyring: Keyring, account: AccountId) -> bytes:
    return keyring.index(account.reveal(), "account")


def of_agent_name(keyring: Keyring, name: str) -> bytes:
    """The same however it is written: in capitals or not, with one blank or several."""
    return keyring.index(" ".join(name.casefold().split()), "agent name")


def of_join_code(keyring: Keyring, code: JoinCode) -> bytes:
    return keyring.index(code.reveal(), "join code")


def of_link_token(keyring: Keyring, token: LinkToken) -> bytes:
    return keyring.index(token.reveal(), "link token")


def of_link_bond(keyring: Keyring, token: LinkToken, reference: str) -> bytes:
    """That a token was made for that link, and for no other."""
    return keyring.index(f"{reference}|{token.reveal()}", "link bond")


def of_receipt(keyring: Keyring, reference: str) -> bytes:
    """What the address of a receipt is made from."""
    return keyring.index(reference, "receipt")


def of_receipt_token(keyring: Keyring, token: str) -> bytes:
    return keyring.index(token, "receipt token")


def of_external_reference(keyring: Keyring, external: str) -> bytes:
    """What the business calls a link, to the letter."""
    return keyring.index(external, "external reference")


def of_program_key(keyring: Keyring, program: str, key: str) -> bytes:
    """The key under which one of the business's programs asked for something."""
    return keyring.index(f"{program}|{key}", "program key")


def of_program_request(keyring: Keyring, request: str) -> bytes:
    """What it asked for."""
    return keyring.index(request, "program request")


def of_file_token(keyring: Keyring, token: FileToken) -> bytes:
    return keyring.index(token.reveal(), "file token")


def of_chat_name(keyring: Keyring, channel: str, name: str) -> bytes:
    """What a person is called on a channel."""
    return keyring.index(f"{channel}:{name}", "name")


def of_allowance(keyring: Keyring, allowance: Allowance) -> bytes:
    return keyring.index(f"{allowance.limit.name}|{allowance.key}", "spend")


def of_event_lane(keyring: Keyring, subject: str) -> bytes:
    """The lane of everything that is told of one link, account or event."""
    return keyring.index(subject, "event lane")


def of_log_tag(keyring: Keyring, contact: Contact, day: date) -> bytes:
    """What a contact is called in the log of one day."""
    return keyring.index(f"{day}|{contact}", "log tag")


def of_evidence(keyring: Keyring, digest: bytes) -> bytes:
    """The link of a ledger's chain: nobody who holds the file can try out which record it closes over."""
    return keyring.index(digest.hex(), "ledger")


def of_delivery(keyring: Keyring, channel: str, delivery: str) -> bytes:
    """One message of a platform, by the platform's own name for it."""
    return keyring.index(f"{channel}:{delivery}", "inbound")[:DELIVERY_BYTES]
