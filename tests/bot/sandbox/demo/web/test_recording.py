"""A run of the demo as a script: what is written down is what another run can say again."""

from datetime import UTC, datetime, timedelta

from bot.sandbox.demo.people import Seen
from bot.sandbox.demo.script import matches, parse_script
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web.recording import Recording, lasting
from tests.for_every import for_every

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@for_every(
    "said",
    [
        "Link K7P-2MX (0803 ••• 0101) is ready. It works once and ends tomorrow at 10:00. Match words: bench pilot.",
        "Receipt C-7H2K-99XQ of 2 November 2026",
        "Main Balance: ₦1,234.50 · Data 1.5 GB",
        "Open http://127.0.0.1:4000/l/abcdef or https://t.me/bot?start=abc",
        "You can ask for a new code in 47 seconds. " * 9,
    ],
)
def test_what_changes_from_run_to_run_is_left_open_and_the_rest_still_matches(said: str) -> None:
    kept = lasting(said)
    assert matches(kept, said)
    assert not [each for each in ("K7P", "10:00", "bench", "7H2K", "1,234", "127.0", "47") if each in kept]


def test_a_run_is_a_script_that_can_be_read() -> None:
    recording = Recording(Venue("telegram", "whatsapp"), NOW)
    recording.act("agent: /link", NOW)
    recording.hear("agent", Seen("Which number?", ("Any line",)), NOW)
    recording.hear("me", Seen("Hello!", picture=True), NOW + timedelta(minutes=2))
    script = parse_script(recording.text)
    assert script.is_for("telegram", "whatsapp")
    assert not script.is_for("whatsapp", "telegram")
    written = [line.written for line in script.lines]
    assert written[:3] == ["agent: /link", "to agent: Which number?", "buttons: [Any line]"]
    assert written[3:] == ["wait: 120 seconds", "bot: Hello!", "picture"]


def test_time_that_a_line_lets_pass_is_not_counted_again() -> None:
    recording = Recording(Venue("telegram", "telegram"), NOW)
    recording.act("wait: 1 day", NOW)
    recording.passed(NOW + timedelta(days=1))
    recording.act("me: hello", NOW + timedelta(days=1))
    assert [line.kind for line in parse_script(recording.text).lines] == ["wait", "says"]
