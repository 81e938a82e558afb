from importlib.resources import files

import pytest
import yaml

from corpus.packaged import packaged_yaml

SHIPPED = ["bot/lexicon.yaml", "bot/weights.yaml"] + [
    f"index/wordings/{entry.name}"
    for entry in files("index").joinpath("wordings").iterdir()
    if entry.name.endswith(".yaml")
]


@pytest.mark.parametrize("path", SHIPPED)
def test_reads_what_the_plain_loader_reads(path: str) -> None:
    package, name = path.split("/", 1)
    assert packaged_yaml(package, name) == yaml.safe_load(
        files(package).joinpath(name).read_text(encoding="utf-8")
    )
