"""A value is found by its own class: so no class of these unions has others derived from it."""

from typing import Any

from conversations.customer.events import FROM_CUSTOMER, FROM_PROVIDER, FROM_SYSTEM, TextReceived, TimeRanOut
from conversations.effects import DURABLE, IMMEDIATE, RECORDS, DeleteMessage, SilenceChat
from conversations.one_of import OneOf
from tests.for_every import for_every

ALL: tuple[OneOf[Any], ...] = (FROM_CUSTOMER, FROM_PROVIDER, FROM_SYSTEM, DURABLE, RECORDS, IMMEDIATE)


@for_every("one_of", ALL)
def test_nothing_is_derived_from_a_class_that_values_are_told_by(one_of: OneOf[Any]) -> None:
    assert one_of.classes
    assert not [each for each in one_of.classes if each.__subclasses__()]


def test_a_value_is_told_by_its_class() -> None:
    assert FROM_CUSTOMER.has(TextReceived("hello"))
    assert not FROM_CUSTOMER.has(TimeRanOut())
    deletion, silence = DeleteMessage("m1"), SilenceChat()
    assert DURABLE.among((silence, deletion)) == (deletion,)
