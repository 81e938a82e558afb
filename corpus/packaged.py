"""The YAML files that ship inside the project, parsed once and kept (`corpus.private_cache`).

They are read at every start. libyaml, where PyYAML was built with it, takes 37 ms for the 40 of them, PyYAML
by itself ten times as long; what was kept of them is there in 2 ms.
"""

from __future__ import annotations

import hashlib
import marshal
import mmap
from importlib.resources import files
from typing import Any

import yaml

from corpus.private_cache import kept_file

__all__ = ["packaged_yaml"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CHECK = hashlib.sha256().digest_size


def packaged_yaml(package: str, name: str) -> Any:
    """What a file holds that ships with one of our packages; `name` may go through folders: `a/b.yaml`."""
    source = files(package).joinpath(name).read_bytes()
    digest = hashlib.sha256(source + yaml.__version__.encode()).digest()

    def read(held: bytes | mmap.mmap) -> Any:
        if held[:_CHECK] != digest:
            raise ValueError("kept of another text")
        return marshal.loads(held[_CHECK:])

    def make() -> bytes:
        return digest + marshal.dumps(yaml.load(source, _LOADER))

    return kept_file(f"{package}-{name.replace('/', '-')}.cache", read, make)
