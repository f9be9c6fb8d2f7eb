"""A report adds up, says where most are lost and why, and its picture and its words show the same figures."""

from collections import Counter
from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.agents.reporting import say_report
from conversations.changing import replace
from conversations.drawing.canvas import WIDTH
from conversations.drawing.report_picture import BAR, LONGEST, ReportPicture
from conversations.languages import LANGUAGES
from conversations.link import Milestone, Reason, Stage
from conversations.network import Network
from conversations.report import By, Drop, LinkReport, LinkTally, report_of
from conversations.wording import Business, catalogue_of, render
from conversations.wording.report import minutes_of, title_of

FIRST, LAST = date(2026, 10, 31), date(2026, 11, 29)
DAYS = [FIRST + timedelta(days=number) for number in range(30)]
SVG = "{http://www.w3.org/2000/svg}"
BUSINESS = Business("Kudi Loans", "your loan", "0800")
THOROUGH = settings().max_examples >= 1_000

tallies = st.lists(
    st.builds(
        LinkTally,
        st.sampled_from(Stage),
        st.sampled_from(Milestone),
        st.sampled_from(Reason),
        network=st.sampled_from(["MTN", "Airtel", ""]),
        language=st.sampled_from(["en", "pcm"]),
        channel=st.sampled_from(["one", "other", ""]),
        agent=st.sampled_from(["Tunde", "Bola", ""]),
        links=st.integers(1, 50_000),
    ),
    max_size=12,
)
linked = st.dictionaries(st.sampled_from(DAYS), st.integers(1, 900))


def of(counted: list[LinkTally], days: dict[date, int] | None = None, minutes: float | None = 4.3) -> LinkReport:
    median = None if minutes is None else timedelta(minutes=minutes)
    return report_of(FIRST, LAST, counted, linked=days or {}, median=median, billed=120)


def alike(reached: Stage, milestone: Milestone, links: int, reason: Reason = Reason.NONE) -> LinkTally:
    return LinkTally(reached, milestone, reason, "MTN", "en", "", "Tunde", links)


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


@given(tallies, linked)
def test_the_picture_shows_the_figures_of_the_table(counted: list[LinkTally], days: dict[date, int]) -> None:
    report = of(counted, days)
    made = sum(each.links for each in counted)
    came = [sum(each.links for each in counted if each.step >= step) for step in range(7)]
    assert [*report.funnel] == came
    assert came[0] == made == sum(share.made for share in report.shares[By.AGENT])
    svg = ReportPicture(report, title_of(report)).draw(catalogue_of("en").say)
    shown = texts(svg)
    assert [text for text in shown if text.replace(",", "").isdecimal()] == [
        f"{n:,}" for n in (*came, max(days.values(), default=0))
    ]
    words = render(say_report(report), "en", BUSINESS).text
    assert not made or f"opened {came[1]} " in words.replace(",", "")
    for box in ElementTree.fromstring(svg).iter(f"{SVG}rect"):  # noqa: S314 - our own
        assert float(box.get("x", "0")) + float(box.get("width", "0")) <= WIDTH


def test_the_largest_drop_is_said_with_what_most_of_them_have_in_common() -> None:
    report = of(
        [
            alike(Stage.MADE, Milestone.EXPIRED, 5),
            alike(Stage.CODE_SENT, Milestone.EXPIRED, 4, Reason.WRONG_CODE),
            alike(Stage.CODE_SENT, Milestone.STUCK, 3, Reason.NO_ANSWER),
            alike(Stage.LINKED, Milestone.LINKED, 9),
        ]
    )
    assert report.drop == Drop(3, 7, Milestone.EXPIRED, Reason.WRONG_CODE, 4)
    assert "Most stopped at the code: 7; of these 4: the code they typed was wrong" in say_in_english(report)


def test_who_is_under_way_has_not_stopped() -> None:
    under_way = [alike(Stage.MADE, Milestone.OPEN, 5), alike(Stage.CODE_SENT, Milestone.CODE_SENT, 4)]
    assert "Not one stopped on the way." in say_in_english(of(under_way))
    stopped = [*under_way, alike(Stage.CODE_SENT, Milestone.STUCK, 1), alike(Stage.MADE, Milestone.EXPIRED, 2)]
    assert of(stopped).drop == Drop(0, 2, Milestone.EXPIRED, Reason.NONE, 2)
    assert "of these 1: stuck, and not over yet" in say_in_english(of([*under_way, stopped[2]]))


def say_in_english(report: LinkReport) -> str:
    return render(say_report(report), "en", BUSINESS).text


def test_what_the_words_say() -> None:
    days = {FIRST: 2, LAST: 1}
    report = of([alike(Stage.MADE, Milestone.EXPIRED, 1), alike(Stage.LINKED, Milestone.LINKED, 3)], days)
    assert say_in_english(report) == (
        "Links made 31 Oct to 29 Nov 2026: 4\n"
        "opened 3 · agreed 3 · code sent 3 · code right 3 · linked 3 · still linked 3\n"
        "Most stopped before they were opened: 1; of these 1: ended by themselves\n"
        "Code right: 3 of 3 · half of them linked within 4.3 min of opening\n"
        "Linked each day: 31 Oct 2, 29 Nov 1\nNetwork (linked of made): MTN 3 of 4\nLanguage: English 3 of 4\n"
        "Channel: not known 3 of 4\nAgent: Tunde 3 of 4\n\n"
        "Messages that are charged for, for each linked line: 40.0"
    )


def test_what_there_is_none_of_is_said_so_and_no_tenth_of_a_minute_is() -> None:
    linked = [alike(Stage.LINKED, Milestone.LINKED, 1)]
    free = say_in_english(report_of(FIRST, LAST, linked, linked={}, median=None, billed=0))
    assert "Linked each day: none\n" in free
    assert "charged for" not in free
    assert minutes_of(timedelta(seconds=12)) == "1"


def test_channels_are_called_as_people_call_them() -> None:
    report = of([alike(Stage.LINKED, Milestone.LINKED, 3)]).calling(lambda name: name or "Elsewhere")
    assert "Channel: Elsewhere 3 of 3" in say_in_english(report)


def test_a_report_of_one_network_is_called_so_in_words_and_on_the_picture() -> None:
    report = replace(of([alike(Stage.LINKED, Milestone.LINKED, 3)]), only=(Network.MTN,))
    assert say_in_english(report).startswith("On MTN only:\n\nLinks made 31 Oct")
    assert "Links on MTN, 31 Oct to 29 Nov 2026" in texts(
        ReportPicture(report, title_of(report)).draw(catalogue_of("en").say)
    )


def test_no_links_are_no_picture() -> None:
    said = say_report(of([]))
    assert (said.picture, say_in_english(of([]))) == (None, "No link was made from 31 Oct to 29 Nov 2026.")


@given(tallies, linked, st.sampled_from(LANGUAGES))
def test_every_report_can_be_said_in_every_language(
    counted: list[LinkTally], days: dict[date, int], language: str
) -> None:
    assert render(say_report(of(counted, days, None)), language, BUSINESS).text


def test_the_bar_of_all_is_the_longest() -> None:
    report = of([alike(Stage.MADE, Milestone.OPEN, 1), alike(Stage.LINKED, Milestone.LINKED, 1)])
    svg = ReportPicture(report, title_of(report)).draw(catalogue_of("en").say)
    boxes = ElementTree.fromstring(svg).iter(f"{SVG}rect")  # noqa: S314 - our own
    widths = Counter(box.get("width") for box in boxes if box.get("x") == f"{BAR}")
    assert widths == {f"{LONGEST - 1}": 1, f"{LONGEST // 2 - 1}": 6}
