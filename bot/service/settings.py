"""Settings: from the command line, else from `WENZE_…` environment variables, else defaults."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.vector_places import wrong_address

__all__ = ["BadSettings", "Settings", "load_settings", "shipped_corpus"]

_PREFIX = "WENZE_"
_WANTED = {
    "corpus": "一个放有通知的文件夹的路径",
    "state": "一个可写的文件夹的路径",
    "host": "要监听的地址，例如 127.0.0.1",
    "port": "1 到 65535 之间的整数",
    "vectors": "faiss、postgresql://…、milvus://主机:19530 或 milvus:///文件夹/文件.db",
    "telegram_base_url": "以 http:// 或 https:// 开头的网址",
    "rate_limit": "不小于 0 的整数（每个客户端每分钟的请求数，0 为不限）",
}


class BadSettings(ValueError):
    """A setting has a value that cannot be used; the message names it and says how to mend it."""


def shipped_corpus() -> Path:
    """The notices that come with the package."""
    return Path(str(files("corpus") / "shipped"))


class Settings(BaseSettings):
    """Everything that can be set. Use `load_settings`, which words errors for the person."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    corpus: Path = Field(default_factory=shipped_corpus, description="folder with the notices")
    state: Path = Field(default=Path(".wenze"), description="folder for the index and the database")
    host: str = Field(default="127.0.0.1", min_length=1, description="address to listen on")
    port: int = Field(default=8000, ge=1, le=65535, description="port to listen on")
    model: str | None = Field(default=None, description="sentence encoder; absent: the default one")
    reranker: str | None = Field(default=None, description="cross-encoder that ranks; absent: none")
    database_url: str | None = Field(
        default=None, repr=False, description="SQLAlchemy URL; absent: an SQLite file in `state`"
    )
    vectors: str | None = Field(
        default=None, repr=False, description="where vectors are kept; absent: FAISS files in `state`"
    )
    telegram_token: SecretStr | None = Field(default=None, description="the Telegram bot's token")
    telegram_base_url: str | None = Field(
        default=None, pattern="^https?://", description="another Bot API server"
    )
    rate_limit: int = Field(default=0, ge=0, description="requests a minute for each client; 0: no limit")

    @field_validator("corpus", "state")
    @classmethod
    def _home(cls, path: Path) -> Path:
        return path.expanduser()

    @field_validator("vectors")
    @classmethod
    def _known_place(cls, url: str | None) -> str | None:
        if url is not None and (problem := wrong_address(url)):
            raise ValueError(problem)
        return url

    @property
    def store_url(self) -> str:
        """Where dialogue state, answers and feedback are kept."""
        return self.database_url or f"sqlite:///{self.state.resolve() / 'wenze.sqlite3'}"


def load_settings(**given: object) -> Settings:
    """The settings; what is `given` and not None wins over the environment.

    Raises:
        BadSettings: a value cannot be used.
    """
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**chosen)
    except ValidationError as error:
        problems = "\n".join(f"  {_mend(e)}" for e in error.errors())
        raise BadSettings(f"设置有误：\n{problems}") from None


def _mend(error: ErrorDetails) -> str:
    """One line for one bad value: which setting, what it was, what it has to be."""
    name = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        return f"没有名为 {name} 的设置；可用的有：{'、'.join(Settings.model_fields)}"
    wanted = _WANTED.get(name, "一个可用的值")
    return f"{name}（环境变量 {_PREFIX}{name.upper()}）不能是 {_shown(name, error)}；请改为：{wanted}"


def _shown(name: str, error: ErrorDetails) -> str:
    """The value, unless it may hold a password."""
    return "给出的值" if name == "vectors" else repr(error["input"])
