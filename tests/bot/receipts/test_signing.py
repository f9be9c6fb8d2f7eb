"""Signed receipts: genuine as they were given, and false with any byte changed, whatever is rotated meanwhile."""

import base64
import random
from datetime import timedelta

import pytest

from bot.receipts.content import content_of
from bot.receipts.signing import LONGEST, ReceiptFalse, ReceiptKeys, verify
from conversations.changing import replace
from conversations.consent import EVERY_SCOPE, Asked, Receipt, Scope
from storage.sealing import Keyring
from tests.for_every import for_every
from tests.scenes import AGREEMENT, ASKED, BUSINESS, NOON

KEY, NEWER = Keyring.generate_key(), Keyring.generate_key()
KEYS = ReceiptKeys(Keyring.parse(KEY))
CONTENT = content_of(Receipt(AGREEMENT, ASKED), "https://bot.example/r/abc", NOON)
GIVEN = KEYS.sign(CONTENT)


def is_genuine(receipt: bytes, keys: ReceiptKeys = KEYS) -> bool:
    try:
        verify(receipt, keys.public.values())
    except ReceiptFalse:
        return False
    return True


def altered(chance: random.Random) -> bytes:
    """One to three bytes changed, put in, taken out or swapped."""
    changed = bytearray(GIVEN.rstrip(b"\n"))
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                changed.insert(place, chance.choice(b' \n0aA"/+='))
            case 2:
                del changed[place]
            case _:
                other = chance.randrange(len(changed))
                changed[place], changed[other] = changed[other], changed[place]
    return bytes(changed)


def test_ten_thousand_altered_receipts_are_refused() -> None:
    chance = random.Random(15)
    tried = [each for each in (altered(chance) for _ in range(10_300)) if each != GIVEN.rstrip(b"\n")]
    assert len(tried) > 10_000
    assert [each for each in tried if is_genuine(each)] == []


def test_what_was_given_says_who_may_read_what_for_what_until_when_and_nothing_of_whom() -> None:
    said = verify(GIVEN, KEYS.public.values())
    assert (said["business"], said["purpose"]) == (BUSINESS.name, BUSINESS.purpose)
    assert said["scopes"] == [scope.value for scope in EVERY_SCOPE]
    assert (said["agreed_at"], said["until"]) == ("2026-11-23T12:00:00.000Z", "2027-11-23T12:00:00.000Z")
    assert said["ended_at"] is None
    for personal in (b"ada", b"console", b"803", b"mtn"):
        assert personal not in GIVEN


def test_it_tells_what_was_narrowed_and_that_it_ended_also_by_its_date() -> None:
    less = replace(AGREEMENT, reads=(Scope.BALANCES,))
    narrowed = content_of(Receipt(less, ASKED, narrowed_at=NOON), "", NOON)
    assert (narrowed["scopes"], narrowed["narrowed_at"]) == (["balances"], "2026-11-23T12:00:00.000Z")
    over = content_of(Receipt(AGREEMENT, ASKED), "", NOON + timedelta(days=400))
    assert over["ended_at"] == over["until"]


def test_a_purpose_in_any_letters_is_signed_as_it_is() -> None:
    asked = Asked(replace(BUSINESS.terms, purpose='ọjọ́ "ibi" \\ 🙂'), "…")
    given = KEYS.sign(content_of(Receipt(AGREEMENT, asked), "", NOON))
    assert verify(given, KEYS.public.values())["purpose"] == 'ọjọ́ "ibi" \\ 🙂'


def test_new_encryption_keys_change_nothing_and_a_configured_key_signs_from_then_on() -> None:
    rotated = ReceiptKeys(Keyring.parse(f"{NEWER},{KEY}"))
    assert rotated.public == KEYS.public
    configured = ReceiptKeys(Keyring.parse(f"{NEWER},{KEY}"), Keyring.generate_key())
    assert is_genuine(GIVEN, configured)
    assert not is_genuine(configured.sign(CONTENT))
    assert is_genuine(configured.sign(CONTENT), configured)


@for_every(
    "other",
    [b"", b"{}", b"[]", b"null", b"\xff", b'{"signature":1}', b"[" * LONGEST, b"1" * (LONGEST + 1), GIVEN + b"\n"],
)
def test_what_is_no_receipt_is_refused(other: bytes) -> None:
    assert not is_genuine(other)


def test_keys_that_are_none_verify_nothing() -> None:
    for key in ("", "not base64 at all", base64.b64encode(b"short").decode()):
        with pytest.raises(ReceiptFalse):
            verify(GIVEN, [key])
