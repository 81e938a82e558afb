from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import bot
from bot.http.http_api import create_app
from bot.service.service import Service
from bot.service.settings import load_settings
from corpus.errors import EmptyCorpus

WEB = Path(bot.__file__).parent / "web"
TEXTS = sorted(path for path in WEB.iterdir() if path.suffix in (".html", ".css", ".js"))


class Page(HTMLParser):
    """Collects what a page refers to and the identifiers that it defines."""

    def __init__(self) -> None:
        super().__init__()
        self.references: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.references += [given[name] or "" for name in ("src", "href") if name in given]
        self.ids += [given["id"] or ""] if "id" in given else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


def no_service() -> Service:
    raise EmptyCorpus("没有通知")


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(create_app(no_service, load_settings())) as client:
        yield client


@pytest.fixture(scope="module")
def page() -> Page:
    page = Page()
    page.feed((WEB / "index.html").read_text(encoding="utf-8"))
    return page


def test_the_page_is_served_with_a_strict_policy(client: TestClient) -> None:
    response = client.get("/")
    assert client.head("/").status_code == 200
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "问则" in response.text


@pytest.mark.parametrize("path", sorted(WEB.iterdir()), ids=lambda path: path.name)
def test_every_asset_is_served_with_its_type(client: TestClient, path: Path) -> None:
    response = client.get(f"/assets/{path.name}")
    kind = {".html": "text/html", ".css": "text/css", ".js": "javascript", ".png": "image/png"}[path.suffix]
    assert response.status_code == 200
    assert kind in response.headers["content-type"]


def test_what_the_page_refers_to_is_there(client: TestClient, page: Page) -> None:
    outside = [reference for reference in page.references if not reference.startswith("#")]
    assert len(outside) > 4
    assert all(client.get(reference).status_code == 200 for reference in outside)
    assert all(reference[1:] in page.ids for reference in page.references if reference.startswith("#"))


def test_modules_import_files_that_exist() -> None:
    for path in WEB.glob("*.js"):
        for name in re.findall(r'from "\./([^"]+)"', path.read_text(encoding="utf-8")):
            assert (WEB / name).is_file(), f"{path.name} imports {name}"


def test_scripts_use_identifiers_and_icons_that_the_page_has(page: Page) -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in WEB.glob("*.js"))
    used = set(re.findall(r'byId\("([^"]+)"\)', scripts))
    used |= {f"i-{name}" for name in re.findall(r'icon\("([^"]+)"\)', scripts)}
    assert used <= set(page.ids)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nothing_comes_from_elsewhere(path: Path) -> None:
    assert not re.search(r"https?://|url\(|@import|//[\w-]+\.\w", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_data_never_becomes_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)


def test_the_page_has_no_inline_scripts_or_styles(page: Page) -> None:
    assert page.inline == []
    assert "<style" not in (WEB / "index.html").read_text(encoding="utf-8")
