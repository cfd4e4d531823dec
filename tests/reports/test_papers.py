"""The picture has no cut or empty charts, the workbook no formulas; neither is loaded by the bot."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from petitions.codes import show_code
from petitions.data import load_programme
from petitions.kinds import Field
from petitions.periods import parse
from reports import papers, picture
from reports.figures import HotSpot, Report, report
from reports.text import body_of
from storage.reports import Parts, Step
from tests.locales.test_words import WORDS
from tests.reports.past import Past

PROGRAMME = load_programme("cau_giay_ward_2025")
WEEK = parse("2026-W47")
START, END = WEEK.span(PROGRAMME.calendar.zone)


def say(key: str, **args: Any) -> str:
    return unescape(WORDS.say("vi", key, {"period": "Tuần 47/2026", "unit": "phường"} | args))


def body(code: str) -> str:
    return str(body_of(PROGRAMME, code)["vi"])


def drawn(many: int) -> picture.Drawn:
    """Return a week with so many bodies, fields and steps."""
    answered = {
        one.code: {"answered": 12.0 + n, "on_time": 5.0 * n, "on_time_rate": min(100.0, 30.0 * n)}
        for n, one in enumerate(sorted(PROGRAMME.bodies, key=lambda one: -len(one.name_vi))[:many])
    }
    fields = sorted(Field, key=lambda one: -len(say(f"field-{one}")))[:many]
    ages = {"open_to_7": 1200.0, "open_to_30": 8.0, "open_to_90": 0.0, "open_longer": 30.0} if many else {}
    hot = tuple(HotSpot(field, None, 100 * n + 1, 77.7) for n, field in enumerate(fields))
    parts: Parts = {"": {"": {**ages}}, "body": {code: {**row} for code, row in answered.items()}}
    said = Report("x", WEEK, PROGRAMME.calendar.zone, START, END, END, parts, {}, {}, (), hot, ())
    steps = [Step(START + timedelta(days=7 * n), END, 1100 + n, 40 * n, 3 * n) for n in range(many)]
    return picture.Drawn(said, steps, body, say)


def words_of(made: Figure) -> Iterator[Text]:
    """Yield what is written, without the ticks beyond the ends of an axis, which are not drawn."""
    beyond = set[int]()
    for axis in (one for place in made.axes for one in (place.xaxis, place.yaxis)):
        low, high = sorted(axis.get_view_interval())
        beyond |= {id(tick.label1) for tick in axis.get_major_ticks() if not low <= tick.get_loc() <= high}
    for one in made.findobj(Text):
        assert isinstance(one, Text)
        if one.get_text() and one.get_visible() and id(one) not in beyond:
            yield one


@pytest.mark.parametrize("many", [1, 2, 8])
def test_no_label_of_the_picture_is_cut_and_no_two_lie_on_one_another(many: int) -> None:
    with rc_context(picture.STYLE):
        made = picture.figure(drawn(many))
        canvas = FigureCanvasAgg(made)
        canvas.draw()  # type: ignore[no-untyped-call] # the library has no type there
        shown = [(one.get_text(), one.get_window_extent()) for one in words_of(made)]
    inside = [(told, box) for told, box in shown if box.width and box.height]
    cut = [
        told
        for told, box in inside
        if min(box.x0, box.y0) < 0 or box.x1 > picture.WIDTH or box.y1 > picture.HEIGHT
    ]
    assert cut == []
    lie = [
        (a, b)
        for n, (a, one) in enumerate(inside)
        for b, other in inside[n + 1 :]
        if one.shrunk(0.9, 0.9).overlaps(other)
    ]
    assert lie == []


def test_a_chart_without_figures_says_so() -> None:
    with rc_context(picture.STYLE):
        made = picture.figure(drawn(0))
    assert [one.get_text() for one in words_of(made)].count("Kỳ này không có số liệu.") == 4
    assert picture.draw(drawn(0)).startswith(b"\x89PNG")


async def test_the_workbook_has_a_row_a_petition_with_real_dates_and_no_formula(past: Past) -> None:
    codes = []
    for _petition in range(3):
        codes.append(await past.files())
        past.clock.move(timedelta(hours=5))
    async with past.parts.engine.begin() as connection:
        await connection.execute(
            text("""UPDATE petitions SET residential_group = :typed, result = 'planned', carry_due = '2026-09-01',
                            rating = 'partly', source = 'letter'
                     WHERE id = 1"""),
            {"typed": '=HYPERLINK("http://x")'},
        )
    async with past.parts.store.reading() as unit:
        said = await report(unit, past.office.programme, parse("2026-W32"))
        book = await papers.workbook(unit, said, past.office.programme, past.parts.words, "vi")
        outside = await papers.workbook(unit, said, past.office.programme, past.parts.words, "vi", inside=False)
    assert (
        "Tổ dân phố" not in CalamineWorkbook.from_filelike(BytesIO(outside)).get_sheet_by_index(0).to_python()[0]
    )
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    assert rows[0][:6] == ["Mã", "Gửi lúc", "Nguồn", "Cấp", "Loại", "Lĩnh vực"]
    assert [row[1] for row in rows[1:]] == [datetime(2026, 8, 3, 9 + 5 * n) for n in range(3)]  # noqa: DTZ001 - a cell's
    assert [row[0] for row in rows[1:]] == [show_code(code) for code in codes], "as a code is written everywhere"
    assert rows[1][2] == "đơn, thư"
    assert [row[-4] for row in rows] == ["Đánh giá", "giải quyết một phần", "", ""]
    assert rows[1][6] == '=HYPERLINK("http://x")'
    assert [row[-3] for row in rows] == ["Kết quả giải quyết", "sẽ giải quyết, có lộ trình", "", ""]
    assert [row[-2] for row in rows] == ["Hạn thực hiện", datetime(2026, 9, 1, 7), "", ""]  # noqa: DTZ001 - a cell's
    sheet = zipfile.ZipFile(BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet


async def test_the_picture_of_a_real_week_is_drawn(past: Past) -> None:
    await past.files()
    past.clock.move(timedelta(days=1))
    async with past.parts.store.reading() as unit:
        said = await report(unit, past.office.programme, parse("2026-W32"))
        for one in (said, replace(said, period=parse("2026-08"))):
            drawing = await papers.picture(unit, one, past.office.programme, past.parts.words, "vi")
            assert drawing[16:24] == (1080).to_bytes(4, "big") + (2160).to_bytes(4, "big")


def test_the_bot_loads_nothing_that_draws() -> None:
    heavy = {"matplotlib", "xlsxwriter", "rustpy_xlsxwriter"}
    asks = f"import sys, bot.cli, bot.running, bot.jobs; print({heavy} & {{*sys.modules}})"
    found = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert found.stdout.strip() == "set()"


_WITHOUT_THE_FONT = """
import logging, matplotlib
from matplotlib import font_manager, pyplot
from reports.picture import STYLE
logging.basicConfig()
fonts = font_manager.fontManager
fonts.ttflist = [font for font in fonts.ttflist if font.name != STYLE["font.family"][0]]
with matplotlib.rc_context({**STYLE, "backend": "agg"}):
    pyplot.figure().suptitle("Quá hạn trả lời")
    pyplot.savefig("/dev/null", format="png")
"""


def test_a_missing_font_is_named_and_another_one_is_taken() -> None:
    command = [sys.executable, "-c", _WITHOUT_THE_FONT]
    said = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - the words stand in this file
    assert "DejaVu Sans' not found" in said.stderr
