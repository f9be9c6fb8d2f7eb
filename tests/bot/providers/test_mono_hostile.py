"""Whatever Mono, or somebody in its place, answers: every operation ends in a value or in one of two errors."""

import asyncio
import json

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.port import OtpChallenge
from conversations.account import AccountDetails, Identity, TransactionPage
from conversations.secret import Secret
from tests.bot.providers.mono_stage import OPERATIONS, Stage, enveloped, log_in, otp_field

MARK = "Xq7"  # stands in every text that the answers hold
KEYS = (
    *("status", "data", "id", "_id", "code", "session_id", "result", "form", "type", "name", "hint", "minLength"),
    *("meta", "data_status", "retrieved_data", "account", "bundles", "balance", "value", "unit", "currency"),
    *("fullName", "dob", "gender", "amount", "narration", "date", "paging", "next", "total"),
)
WORDS = ("failed", "successful", "otp", "elements.input", "currency", "gb", "debit", "1e9999", "-0", "inf")
LEAVES = st.one_of(
    *(st.none(), st.booleans(), st.integers(), st.floats()),
    st.sampled_from(WORDS),
    st.text().map(lambda text: f"{MARK}{text}"),
)
CONTENT = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner), max_leaves=30
)
BODIES = CONTENT.map(lambda content: json.dumps(content).encode()) | st.binary()
STATUSES = st.integers(200, 599) | st.sampled_from([200, 400, 404, 429, 500])
VALUES = (OtpChallenge, Secret, AccountDetails, Identity, TransactionPage, tuple, type(None))
ROW = {"type": "debit", "amount": 5, "date": "9999-12-31T23:59:59-14:00"}


def outcome_of(stage: Stage, operation: str) -> object:
    """What an operation gives or how it is refused; any other error passes."""
    try:
        return asyncio.run(OPERATIONS[operation](stage.mono))
    except (ProviderRefusal, ProviderSilent) as error:
        return error


@pytest.mark.parametrize("operation", OPERATIONS)
@settings(max_examples=settings().max_examples // 2)
@given(STATUSES, BODIES, st.text(st.characters(codec="latin-1")))
@example(200, json.dumps(log_in(otp_field(maxLength=MARK))).encode(), "1")
@example(200, json.dumps(enveloped([ROW])).encode(), "")
@example(200, json.dumps([{"value": "1e-999999999"}, {"value": "9" * 5000}]).encode(), "")
def test_every_answer_has_a_mapped_outcome(operation: str, status: int, body: bytes, wait: str) -> None:
    stage = Stage(httpx.Response(status, content=body, headers=[(b"retry-after", wait.encode("latin-1"))]))
    outcome = outcome_of(stage, operation)
    assert isinstance(outcome, (*VALUES, ProviderRefusal, ProviderSilent))
    if isinstance(outcome, Exception):
        assert MARK not in f"{outcome} {outcome!r} {vars(outcome)}"
    assert len(stage.observed) == len(stage.requests) > 0
