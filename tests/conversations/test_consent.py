"""The evidence of an agreement: its reference, and a chain in which nothing can be changed unseen."""

from datetime import timedelta
from itertools import accumulate

from hypothesis import assume, given
from hypothesis import strategies as st

from conversations.consent import TEXT_VERSION, agree, chain
from conversations.contact import Contact
from tests.scenes import ADA, NOON

records = st.lists(st.binary(max_size=40), min_size=1, max_size=8)


def links(chained: list[bytes]) -> list[bytes]:
    return list(accumulate(chained, chain, initial=b""))[1:]


def test_an_agreement_names_its_moment_its_language_and_the_text_that_was_agreed_to() -> None:
    agreement = agree(ADA, "pcm", NOON)
    assert (agreement.at, agreement.language, agreement.version) == (NOON, "pcm", TEXT_VERSION)


def test_a_reference_can_be_read_out_and_says_nothing_of_the_person() -> None:
    reference = agree(Contact("console", "2348031234567"), "en", NOON).reference
    assert len(reference) == 10
    assert reference.startswith("C-")
    assert reference[2:].isalnum()
    assert reference.isupper()
    assert "803" not in reference


def test_the_same_moment_gives_the_same_reference_and_another_another() -> None:
    references = {agree(ADA, "en", NOON + timedelta(seconds=second)).reference for second in range(1000)}
    assert agree(ADA, "pcm", NOON).reference in references
    assert len(references) == 1000
    assert agree(Contact("console", "bola"), "en", NOON).reference not in references


@given(records, st.data())
def test_a_changed_record_changes_every_later_link(chained: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(chained) - 1))
    other = data.draw(st.binary(max_size=40))
    assume(other != chained[place])
    changed = links([*chained[:place], other, *chained[place + 1 :]])
    before = links(chained)
    assert changed[:place] == before[:place]
    assert not set(changed[place:]) & set(before[place:])


@given(records)
def test_a_link_is_as_long_as_a_digest_whatever_it_closes_over(chained: list[bytes]) -> None:
    assert {len(link) for link in links(chained)} == {32}


def test_two_records_are_not_the_same_as_one_that_is_their_sum() -> None:
    assert links([b"ab", b"c"])[-1] != links([b"a", b"bc"])[-1] != links([b"abc"])[-1]
