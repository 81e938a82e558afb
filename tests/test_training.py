import itertools
import json
import lzma
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from eval.command import app
from index import training
from index.errors import OtherTraining, UnusableTexts
from index.lessons import Articles, Curriculum, Readings, Wordings
from index.token_table import load_table
from index.training import Course, train
from index.training_texts import cut_lessons, read_texts

READINGS = [
    ("菜园什么时候关门？", "菜园每天早上六点开门。到了晚上八点，菜园关门。", "晚上八点"),
    ("菜园几点开门？", "菜园每天早上六点开门。到了晚上八点，菜园关门。", "早上六点"),
    ("誰可以進游泳館？", "游泳館憑票入場，年滿六歲者可以購票。", "年滿六歲者"),
]
COURSE = Course(epochs=2, batch=4, rows=20_000, fewest=1)


def silent(stage: str, done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("texts")
    asked = [dict(zip(("question", "passage", "answer"), r, strict=True)) for r in READINGS]
    (folder / "asked.jsonl").write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in asked), "utf-8")
    with lzma.open(folder / "laws.jsonl.xz", "wt", encoding="utf-8") as file:
        for number in range(1, 31):
            text = f"第{number}号地块归第{number}户耕种，收成归该户所有。" * (1 + number % 4)
            file.write(json.dumps({"law": "菜园分地办法", "text": text}, ensure_ascii=False) + "\n")
    return [folder / "laws.jsonl.xz", folder / "asked.jsonl"]


@pytest.fixture(scope="module")
def curriculum(files: list[Path]) -> Curriculum:
    return cut_lessons(read_texts(files), COURSE.rows, COURSE.fewest, silent)


def test_texts_are_read_by_their_keys(files: list[Path]) -> None:
    texts = read_texts(files)
    assert texts.readings == tuple(READINGS)
    assert len(texts.articles) == 30
    assert texts.articles[0][0] == "菜园分地办法"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"text": "甲"}\n{"nothing": 1}\n', "第 2 行"),
        ('{"question": "甲", "passage": "乙"}\n', "第 1 行"),
        ('{"text": 5}\n', "第 1 行"),
        ("不是 JSON\n", "第 1 行"),
        ("[1]\n", "第 1 行"),
        ("", "没有可以用来训练的文本"),
    ],
)
def test_lines_of_no_known_kind_are_named(content: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnusableTexts, match=says):
        read_texts([path])


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl.xz"
    broken.write_bytes(b"not xz")
    for path in (broken, tmp_path / "missing.jsonl"):
        with pytest.raises(UnusableTexts, match=path.name):
            read_texts([path])


def test_answers_are_found_in_the_search_key(curriculum: Curriculum) -> None:
    readings = curriculum.lessons["问答"]
    assert isinstance(readings, Readings)
    assert (len(readings), len(readings.passages)) == (3, 2)
    token = dict(enumerate(curriculum.vocabulary))
    spans = zip(readings.passage_of, readings.answer_starts, readings.answer_ends, strict=True)
    answers = [{token[r] for r in readings.passages.within(int(p), int(a), int(b))} for p, a, b in spans]
    assert "晚上" in answers[0]
    assert {"满", "岁"} <= answers[2]  # written 年滿六歲者


def test_a_passage_is_not_held_against_questions_that_it_answers(curriculum: Curriculum) -> None:
    readings = curriculum.lessons["问答"]
    pairs = readings.batch(np.arange(3), np.random.default_rng(1))
    assert pairs.unsure is not None
    assert pairs.unsure.diagonal().all()
    assert not pairs.unsure[2, :2].any()
    assert not pairs.unsure[:2, 2].any()


def test_each_order_has_everything_once(curriculum: Curriculum) -> None:
    assert {type(v) for v in curriculum.lessons.values()} == {Articles, Readings, Wordings}
    for lessons in curriculum.lessons.values():
        order = lessons.order(np.random.default_rng(4))
        assert sorted(order.tolist()) == list(range(len(lessons)))


def test_neighbouring_articles_stay_together(curriculum: Curriculum) -> None:
    order = curriculum.lessons["条文"].order(np.random.default_rng(4)).tolist()
    assert sum(b - a == 1 for a, b in itertools.pairwise(order)) >= 26


def test_rare_tokens_go_first_when_there_are_too_many(files: list[Path], curriculum: Curriculum) -> None:
    small = cut_lessons(read_texts(files), 20, 1, silent)
    assert len(small.vocabulary) == 20
    assert list(small.vocabulary) == sorted(small.vocabulary)
    worth = dict(zip(curriculum.vocabulary, curriculum.inverse.tolist(), strict=True))
    left_out = min(worth[t] for t in set(curriculum.vocabulary) - set(small.vocabulary))
    assert max(worth[t] for t in small.vocabulary) <= left_out


def test_a_training_cut_off_ends_as_it_would_have(
    curriculum: Curriculum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_PUT_DOWN", 3)
    few = replace(curriculum, lessons={k: v for k, v in curriculum.lessons.items() if k != "说法"})
    whole = train(tmp_path / "whole", few, COURSE, silent)
    steps: list[int] = []

    def cut_off(stage: str, done: int, total: int) -> None:
        steps.append(done)
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(tmp_path / "parts", few, COURSE, cut_off)
    assert train(tmp_path / "parts", few, COURSE, lambda stage, done, total: steps.append(done)) == whole
    assert steps[5] == 4  # from where it was put down
    one, other = load_table(tmp_path / "whole"), load_table(tmp_path / "parts")
    assert np.array_equal(one.matrix, other.matrix)
    assert one.fingerprint == other.fingerprint
    assert not list(tmp_path.rglob("unfinished*"))


def test_another_unfinished_training_is_not_lost(
    curriculum: Curriculum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(training, "_PUT_DOWN", 1)

    def cut_off(stage: str, done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(tmp_path, curriculum, COURSE, cut_off)
    with pytest.raises(OtherTraining, match="换一个文件夹"):
        train(tmp_path, curriculum, replace(COURSE, seed=2), silent)
    (tmp_path / "unfinished.npz").write_bytes(b"PK")
    with pytest.raises(OtherTraining, match="损坏"):
        train(tmp_path, curriculum, COURSE, silent)


def test_the_command_trains_and_says_what_came_of_it(files: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "model"
    given = ["train", *map(str, files), "--out", str(out), "--epochs", "1", "--rows", "50"]
    run = CliRunner().invoke(app, given)
    assert run.exit_code == 0, run.output
    assert len(load_table(out).rows) == 50
    assert "50 个词和字" in run.output
    wrong = CliRunner().invoke(app, ["train", str(tmp_path / "none.jsonl"), "--out", str(out)])
    assert wrong.exit_code == 1
    assert "读不了" in wrong.output
