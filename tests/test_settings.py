from __future__ import annotations

from pathlib import Path

import pytest

from bot.service.settings import BadSettings, Settings, load_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WENZE_{name.upper()}", raising=False)


def test_defaults_serve_the_shipped_notices_on_this_machine_only() -> None:
    settings = load_settings()
    assert (settings.host, settings.port, settings.rate_limit) == ("127.0.0.1", 8000, 0)
    assert settings.corpus.is_dir()
    assert settings.corpus.parts[-2:] == ("corpus", "shipped")
    assert settings.state == Path(".wenze")
    assert settings.telegram_token is None


def test_environment_is_read_and_an_argument_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WENZE_CORPUS", str(tmp_path))
    monkeypatch.setenv("WENZE_PORT", "9000")
    monkeypatch.setenv("WENZE_HOST", "0.0.0.0")
    settings = load_settings(port=9001, host=None)
    assert (settings.corpus, settings.port, settings.host) == (tmp_path, 9001, "0.0.0.0")


def test_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENZE_PORT", "")
    monkeypatch.setenv("WENZE_MODEL", "")
    settings = load_settings()
    assert (settings.port, settings.model) == (8000, None)


def test_home_is_expanded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert load_settings(state="~/wenze").state == tmp_path / "wenze"


def test_database_is_a_file_in_the_state_folder_unless_said_otherwise(tmp_path: Path) -> None:
    assert load_settings(state=tmp_path).store_url == f"sqlite:///{tmp_path}/wenze.sqlite3"
    assert load_settings(database_url="postgresql://host/name").store_url == "postgresql://host/name"


def test_secrets_do_not_show() -> None:
    shown = repr(load_settings(telegram_token="12:secret", database_url="postgresql://u:secret@h/d"))
    shown += repr(load_settings(vectors="postgresql://u:secret@h/d"))
    assert "secret" not in shown


@pytest.mark.parametrize(
    ("name", "value", "keywords"),
    [
        ("port", "abc", ("port", "WENZE_PORT", "'abc'", "1 到 65535")),
        ("port", 70000, ("70000", "65535")),
        ("vectors", "redis://u:secret@h", ("WENZE_VECTORS", "milvus://主机:19530")),
        ("rate_limit", -1, ("WENZE_RATE_LIMIT", "-1", "不小于 0")),
        ("telegram_base_url", "nowhere", ("WENZE_TELEGRAM_BASE_URL", "https://")),
        ("colour", "red", ("没有名为 colour 的设置", "corpus", "port")),
    ],
)
def test_bad_value_is_named_with_the_mend(name: str, value: object, keywords: tuple[str, ...]) -> None:
    with pytest.raises(BadSettings) as caught:
        load_settings(**{name: value})
    assert all(word in str(caught.value) for word in keywords)
    assert "secret" not in str(caught.value)
