"""Models in the layout of sentence-transformers on this machine: where one is, and which one it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from index.errors import IndexFailure

__all__ = ["folder_digest", "model_folder"]

_WHOLE_FILE = 4 << 20  # of larger files only both ends are hashed
_END = 1 << 20


def model_folder(name_or_path: str, option: str, unavailable: type[IndexFailure]) -> Path:
    """The folder of a model, by its path or by its name in the local model cache. Nothing is downloaded.

    `option` is how the person names the model, for messages: `WENZE_MODEL`.

    Raises:
        IndexFailure: of the kind `unavailable`: no such folder, no model in it, or no such name in the cache.
    """
    folder = Path(name_or_path).expanduser()
    if folder.is_dir():
        if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
            raise unavailable(
                f"{folder} 里没有 modules.json 或 config.json，不是模型目录；"
                "请给出 sentence-transformers 模型所在的目录"
            )
        return folder.resolve()
    if folder.is_absolute() or name_or_path.startswith((".", "~")) or name_or_path.count("/") > 1:
        raise unavailable(f"模型目录 {folder} 不存在；请检查 {option} 的路径")
    return _cached_model(name_or_path, option, unavailable)


def _cached_model(name: str, option: str, unavailable: type[IndexFailure]) -> Path:
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except Exception as problem:  # not cached, or not a name at all
        raise unavailable(
            f"模型“{name}”不在本机（这里不联网下载）；请先在联网的机器上运行 hf download {name}，"
            f"把下载的目录复制过来，再用 {option} 给出目录的路径"
        ) from problem


def folder_digest(folder: Path, names: Iterable[str] | None = None) -> str:
    """A digest of all files or some: names, sizes and contents (of files over 4 MiB, both ends)."""
    digest = hashlib.sha256()
    chosen = folder.rglob("*") if names is None else (folder / name for name in names)
    for path in sorted(p for p in chosen if p.is_file()):
        size = path.stat().st_size
        digest.update(f"{path.relative_to(folder).as_posix()}\0{size}\0".encode())
        with path.open("rb") as file:
            if size <= _WHOLE_FILE:
                digest.update(file.read())
            else:
                digest.update(file.read(_END))
                file.seek(size - _END)
                digest.update(file.read(_END))
    return digest.hexdigest()
