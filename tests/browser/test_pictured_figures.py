"""What pictures are taken of can be so: figures that add up, and nothing that was read before it was agreed to."""

import re

from tests.browser.figures import AGREED_AT, BY_A_LINK, mydata_messages, report_messages
from tests.scenes import BUSINESS


def test_the_days_of_the_report_add_up_to_its_total() -> None:
    (report,) = report_messages(BUSINESS)
    told = re.search(r" linked (\d+) ·.*?^Linked each day: (.*?)$", report.text, re.MULTILINE | re.DOTALL)
    assert told
    assert sum(int(day.rpartition(" ")[2]) for day in told[2].split(", ")) == int(told[1])


def test_the_line_is_read_after_it_was_agreed_to_and_linked() -> None:
    assert BY_A_LINK.readings.last_at
    assert AGREED_AT < BY_A_LINK.linked_at < BY_A_LINK.readings.last_at
    assert "Since: 14 October 2026" in mydata_messages(BUSINESS)[0].text
