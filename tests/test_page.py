"""The page in a real browser: what a person sees, presses and reaches by keyboard."""

from __future__ import annotations

import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date

import pytest
import uvicorn
from icalendar import Calendar

from bot.http.http_api import create_app
from bot.service.service import Service
from bot.service.settings import load_settings
from bot.service.store import Store

sync_api = pytest.importorskip("playwright.sync_api")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
GRANT = "我19岁，本市户籍，平均成绩79分，家庭年收入6万元，志愿服务40学时，能申请助学金吗"


@pytest.fixture(scope="module")
def address(assistant, tmp_path_factory) -> Iterator[str]:
    """A server of its own, on the tenth of April 2025."""
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('page') / 'kept.sqlite3'}")
    service = Service(assistant, store, lambda: date(2025, 4, 10))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(service, load_settings()), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server.should_exit = True
    thread.join(20)
    listener.close()
    service.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[390, 1280])
def page(browser, address, request) -> Iterator[object]:
    """The page as wide as a telephone and as a desk; nothing may go wrong in its scripts."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="zh-CN")
    page, wrong = context.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    page.wait_for_selector(".example")
    yield page
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= request.param
    context.close()


def ask(page, question: str):
    """The card of the answer to a question typed and sent by keyboard."""
    before = page.locator(".answer").count()
    page.fill("#question", question)
    page.press("#question", "Enter")
    page.locator(".answer").nth(before).wait_for()
    return page.locator(".answer").nth(before)


def test_the_proof_is_loaded_once_and_by_keyboard(page) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/explanation" in request.url else None)
    card = ask(page, GRANT)
    summary = card.locator("details.how summary")
    assert asked == []
    for _ in range(3):
        summary.focus()
        page.keyboard.press("Enter")
    card.locator(".step").first.wait_for()
    assert len(asked) == 1
    marks = card.locator(".step.is-unmet", has_text="平均成绩不低于80分")
    assert "平均成绩79分" in marks.last.inner_text()
    assert marks.last.locator(".mark").first.inner_text().startswith("不满足")


def test_a_clause_of_the_proof_opens_in_the_notice(page) -> None:
    card = ask(page, GRANT)
    card.locator("details.how summary").click()
    link = card.locator(".source", has_text="一/3")
    assert link.get_attribute("aria-label") == "查看原文 一/3"
    link.click()
    page.locator("#reader mark").first.wait_for()
    assert "平均成绩不低于80分" in page.locator("#reader mark").first.inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#reader").is_hidden()
    assert link.evaluate("e => e === document.activeElement")


def test_exclusions_that_nobody_spoke_of_are_listed(page) -> None:
    card = ask(page, GRANT.replace("79", "85"))
    card.locator("details.how summary").click()
    presumed = card.locator(".presumed")
    presumed.wait_for()
    assert "假定不适用" in presumed.inner_text()
    assert presumed.locator("li").count() == 2
    assert presumed.locator(".source").first.get_attribute("href").startswith("#notice=")


def test_an_answer_without_a_verdict_tells_its_stages(page) -> None:
    card = ask(page, "助学金什么时候截止")
    card.locator("details.how summary").click()
    card.locator(".stages li").first.wait_for()
    assert "理解" in card.locator(".stages").inner_text()


def _amount(told: str) -> float:
    return float(told.removeprefix("=").replace("−", "-"))


def test_what_was_weighed_is_told_in_words_and_opens_in_the_notice(page) -> None:
    card = ask(page, "助学金什么时候截止")
    card.locator("details.how summary").click()
    basis, others, likelihood = (card.locator(".weighed").nth(i) for i in range(3))
    basis.wait_for()
    assert "说到了问的词" in basis.inner_text()
    amounts = [_amount(x) for x in basis.locator("tbody .amount").all_inner_texts()]
    total = _amount(basis.locator("tfoot .amount").inner_text())
    assert sum(amounts) == pytest.approx(total, abs=0.005 * (len(amounts) + 1))
    assert 1 <= others.locator("li").count() <= 2
    assert re.search(r"答得上的可能 \d+%", likelihood.inner_text())
    assert "study_grant" not in card.locator(".how-body").inner_text()
    basis.locator(".source").click()
    page.locator("#reader mark").first.wait_for()
    assert "2025年5月20日前" in page.locator("#reader mark").first.inner_text()
    page.keyboard.press("Escape")


def test_a_proof_that_cannot_be_loaded_says_so_and_may_be_asked_for_again(page) -> None:
    card = ask(page, GRANT)
    page.route("**/explanation", lambda route: route.abort())
    card.locator("details.how summary").click()
    card.locator(".how-failure").wait_for()
    assert "连接不上服务" in card.locator(".how-failure").inner_text()
    page.unroute("**/explanation")
    card.locator(".how-failure button").click()
    card.locator(".step").first.wait_for()


def test_a_deadline_that_is_ahead_goes_into_a_calendar(page) -> None:
    card = ask(page, "助学金什么时候截止")
    link = card.locator(".calendar-link")
    made = page.request.get(page.evaluate("path => new URL(path, location).href", link.get_attribute("href")))
    assert made.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(made.text()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2025, 5, 20)


def test_a_deadline_that_is_over_does_not_and_is_said(page) -> None:
    page.click("#open-settings")
    page.fill("#as-of", "2025-06-01")
    page.keyboard.press("Escape")
    card = ask(page, "助学金什么时候截止")
    assert "已截止" in card.locator(".timing").inner_text()
    assert card.locator(".calendar-link").count() == 0


def test_a_quick_reply_is_the_next_question(page) -> None:
    card = ask(page, "我26岁，大专毕业，没有房子，能申请家庭套房吗")
    option = card.locator(".options button").first
    words = option.inner_text()
    option.focus()
    page.keyboard.press("Enter")
    page.locator(".answer").nth(1).wait_for()
    assert page.locator(".question").last.inner_text() == words
    assert option.is_disabled()


def test_the_notice_that_answers_is_named_with_its_dates(page) -> None:
    card = ask(page, "无人机四级多少钱")
    head = card.locator(".cited-head").first
    title = head.locator(".cited-title").inner_text()
    page.wait_for_function("() => /发布|有效期/.test(document.querySelector('.cited-head').textContent)")
    assert title
    assert re.search(r"\d{4}-\d\d-\d\d", head.inner_text())


def test_a_long_question_is_folded_until_it_is_unfolded(page) -> None:
    card = ask(page, "我想问一下关于助学金的事情，" * 60 + "助学金什么时候截止")
    words = page.locator(".question p").last
    folded = words.bounding_box()["height"]
    assert folded < 200
    assert card.is_visible()
    toggle = page.locator(".question .unfold").last
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.focus()
    page.keyboard.press("Enter")
    assert toggle.get_attribute("aria-expanded") == "true"
    assert words.bounding_box()["height"] > 2 * folded


def test_the_focus_goes_on_to_the_answer_of_a_pressed_reply(page) -> None:
    card = ask(page, "我能报无人机操作员四级吗，我高中，没证")
    before = page.locator(".answer").count()
    card.locator(".options button").first.focus()
    page.keyboard.press("Enter")
    page.locator(".answer").nth(before).wait_for()
    page.wait_for_function("document.activeElement.classList.contains('answer')")
    assert page.locator(".answer").nth(before).evaluate("e => e === document.activeElement")
