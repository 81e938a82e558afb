"""A cross-encoder that judges the best passages: finding it, what it says, what that does to the order."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bot.answer_parts import Intent
from bot.conversation.dialogue import DialogueState
from bot.conversation.question import Question, understand
from bot.finding.evidence import EvidenceGatherer
from bot.finding.ranking import FEATURES, MEANINGS, ranking_model
from bot.pipeline import Assistant
from bot.speech.typos import TypoMender
from index.errors import RerankerUnavailable
from index.reranker import CrossEncoderReranker
from index.segmentation import Segmenter

MENDER = TypoMender({}, (), Segmenter())
JUDGED = FEATURES.index("judged")
QUESTION = "助学金最晚什么时候交申请"
PASSAGES = ["截止日期\n5月20日截止。", "每人每年2000元。", "交" * 600]


def ask(text: str) -> Question:
    return understand(text, date(2025, 4, 10), MENDER)


@dataclass
class Fake:
    """Finds one passage good and all others bad."""

    likes: str
    name: str = "fake"
    fingerprint: str = "1"
    seen: list[tuple[str, list[str]]] = field(default_factory=list)

    def scores(self, question: str, passages: list[str]) -> np.ndarray:
        self.seen.append((question, list(passages)))
        return np.array([float(p.endswith(self.likes)) for p in passages])


def save_model(folder: Path, labels: int = 1) -> Path:
    """A BERT of two narrow layers with random weights, one token a character."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    torch.manual_seed(7)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(QUESTION + "".join(PASSAGES)))]
    (folder / "vocab.txt").write_text("\n".join(v for v in vocabulary if v.strip()) + "\n", "utf-8")
    size = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32}
    config = BertConfig(vocab_size=len(vocabulary), num_labels=labels, initializer_range=0.5, **size)
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model(tmp_path_factory.mktemp("reranker"))


def test_a_cross_encoder_gives_the_same_scores_twice(model):
    one, two = (CrossEncoderReranker(str(model)) for _ in range(2))
    scores = one.scores(QUESTION, PASSAGES)
    assert scores.shape == (3,)
    assert ((scores > 0) & (scores < 1)).all()
    assert len(set(scores.tolist())) == 3
    assert scores == pytest.approx(np.round(scores, 4), abs=1e-12)
    assert (
        scores.tolist() == one.scores(QUESTION, PASSAGES).tolist() == two.scores(QUESTION, PASSAGES).tolist()
    )
    assert one.fingerprint == two.fingerprint
    assert one.scores(QUESTION, []).shape == (0,)


def test_scores_are_those_of_the_library_as_chances(model):
    from sentence_transformers import CrossEncoder

    reference = CrossEncoder(str(model), device="cpu").predict([(QUESTION, p) for p in PASSAGES])
    assert CrossEncoderReranker(str(model)).scores(QUESTION, PASSAGES) == pytest.approx(reference, abs=1e-4)


def test_the_fingerprint_follows_the_weights(model, tmp_path):
    other = save_model(tmp_path)
    before = CrossEncoderReranker(str(other)).fingerprint
    assert before == CrossEncoderReranker(str(model)).fingerprint
    weights = other / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert CrossEncoderReranker(str(other)).fingerprint != before


def test_a_model_of_several_scores_is_refused(tmp_path):
    with pytest.raises(RerankerUnavailable, match=r"3 个分数.*num_labels 为 1.*WENZE_RERANKER"):
        CrossEncoderReranker(str(save_model(tmp_path, labels=3)))


def test_a_model_that_gives_no_numbers_is_refused(tmp_path):
    from safetensors.numpy import load_file, save_file

    weights = save_model(tmp_path) / "model.safetensors"
    tensors = load_file(weights)
    tensors["classifier.bias"] = np.full_like(tensors["classifier.bias"], np.nan)
    save_file(tensors, weights, {"format": "pt"})
    with pytest.raises(RerankerUnavailable, match="不是数"):
        CrossEncoderReranker(str(tmp_path)).scores(QUESTION, PASSAGES)


@pytest.mark.parametrize(
    ("name", "says"), [("/no/such/model", "不存在"), ("./none", "不存在"), ("nobody/no-model", "hf download")]
)
def test_a_missing_model_says_how_to_mend_it(name, says, monkeypatch, tmp_path):
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    with pytest.raises(RerankerUnavailable, match=says) as caught:
        CrossEncoderReranker(name)
    assert name.removeprefix("./") in str(caught.value)
    assert "--reranker / WENZE_RERANKER" in str(caught.value)


def test_a_directory_without_a_whole_model_is_refused(tmp_path):
    with pytest.raises(RerankerUnavailable, match=r"config\.json"):
        CrossEncoderReranker(str(tmp_path))
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    with pytest.raises(RerankerUnavailable, match=r"无法载入.*WENZE_RERANKER"):
        CrossEncoderReranker(str(tmp_path))


def test_what_the_reranker_likes_rises(samples, retriever, gatherer):
    before = gatherer.gather(ask(QUESTION))
    liked = before[3].passage
    fake = Fake(liked.text)
    after = EvidenceGatherer(samples, retriever, reranker=fake).gather(ask(QUESTION))
    weight = gatherer.ranking.weight("judged", Intent.DEADLINE)
    place = [e.passage for e in after].index(liked)
    assert [e.passage for e in before].index(liked) == 3 > place
    assert after[place].score == pytest.approx(before[3].score + weight)
    assert after[place].features[JUDGED] == 1.0
    assert {e.passage for e in after} == {e.passage for e in before}
    (question, passages), *more = fake.seen
    assert (question, len(passages), more) == (QUESTION, 20, [])
    assert passages == [f"{e.passage.context}\n{e.passage.text}".strip() for e in before[:20]]


def test_only_the_best_are_judged(samples, retriever, gatherer):
    before = gatherer.gather(ask(QUESTION))
    assert len(before) > 20
    after = EvidenceGatherer(samples, retriever, reranker=Fake("")).gather(ask(QUESTION))
    assert [e.features[JUDGED] for e in after] == [1.0] * 20 + [0.0] * (len(after) - 20)
    assert [e.passage for e in after] == [e.passage for e in before]


def test_a_follow_up_is_judged_with_the_question_before(samples, retriever):
    from dataclasses import replace

    fake = Fake("")
    asked = replace(ask("什么时候交"), context="助学金要什么材料")
    EvidenceGatherer(samples, retriever, reranker=fake).gather(asked)
    assert fake.seen[0][0] == "助学金要什么材料\n什么时候交"


def test_without_a_reranker_nothing_is_judged(gatherer):
    assert all(e.features[JUDGED] == 0 for e in gatherer.gather(ask(QUESTION)))
    assert ranking_model().weight("judged", Intent.GENERAL) > 0


def test_answers_rest_on_the_reranker(samples, retriever, assistant):
    rerankers = Fake(""), Fake("", fingerprint="2"), Fake("", name="other"), Fake("")
    versions = [Assistant(samples, retriever, reranker=r).version for r in rerankers]
    assert len({assistant.version, *versions}) == 4
    assert versions[0] == versions[3]


def test_what_the_reranker_said_is_told_among_the_reasons(samples, retriever):
    likes = "申请人应于2025年5月20日前提交申请，逾期不予受理。"
    judging = Assistant(samples, retriever, reranker=Fake(likes))
    answer, _ = judging.answer("助学金什么时候截止", DialogueState(), date(2025, 4, 10))
    (told,) = [r for r in answer.weighed[0].reasons if r.name == "judged"]
    assert (told.says, told.value) == (MEANINGS["judged"].says, 1.0)
    assert sum(r.amount for r in answer.weighed[0].reasons) == pytest.approx(answer.weighed[0].score)


def test_answers_rest_on_the_weights(samples, retriever, assistant, monkeypatch):
    monkeypatch.setattr("bot.pipeline.weights_digest", lambda: "others")
    assert Assistant(samples, retriever).version != assistant.version


def test_the_command_line_names_a_missing_reranker(tmp_path):
    from typer.testing import CliRunner

    from bot.command.cli import app

    options = ["--state", str(tmp_path), "--reranker", str(tmp_path / "none")]
    result = CliRunner().invoke(app, ["ask", "什么时候截止", *options])
    assert result.exit_code == 1
    assert "WENZE_RERANKER" in result.stderr


def test_a_question_is_answered_with_a_reranker(model, samples, tmp_path, monkeypatch):
    from bot.service.assembly import open_service
    from bot.service.schemas import AskRequest
    from bot.service.settings import load_settings
    from tests.conftest import SAMPLES

    monkeypatch.setenv("WENZE_RERANKER", str(model))
    request = AskRequest(question=QUESTION, as_of=date(2025, 4, 10))
    answers = []
    for _ in range(2):
        service = open_service(load_settings(corpus=SAMPLES, state=tmp_path))
        answers.append(service.ask(request))
        service.close()
    assert answers[0].answer == answers[1].answer
    assert answers[0].answer_id == answers[1].answer_id


def test_torch_is_not_imported_without_one(tmp_path):
    code = """
import sys
from pathlib import Path
from bot.service.assembly import open_assistant
from bot.service.settings import Settings
open_assistant(Settings(corpus=Path("tests/samples"), state=Path(sys.argv[1]), reranker=None))
sys.exit(len({"torch", "sentence_transformers"} & set(sys.modules)))
"""
    root = Path(__file__).parents[1]
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False)
    assert run.returncode == 0
