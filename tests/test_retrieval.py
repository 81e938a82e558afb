import json
import random
from pathlib import Path

import ir_measures
import pytest
from ir_measures import RR, Success, nDCG
from typer.testing import CliRunner

from eval.beir import BadCollection, Collection, Document, read_collection, write_collection
from eval.beir_making import Record, from_answers, from_clauses, from_passages, read_records
from eval.command import app
from eval.retrieval import figures_of, measure_retrieval, ndcg, reciprocal_rank, retriever_over, searches_of

ROOM = "活动室周末开放，凭借书证预约。"
POOL = "游泳馆每天上午清洗，下午开放。"
COLLECTION = Collection(
    {
        "a": Document("", ROOM),
        "b": Document("", POOL),
        "c": Document("借书须知", "每人每次借五册，期限三十天。"),
    },
    {"q1": "活动室什么时候开放", "q2": "一次能借几册书"},
    {"q1": {"a": 1}, "q2": {"c": 2}},
)


def test_measures_are_those_of_trec_eval() -> None:
    dice = random.Random(7)
    names = [f"d{n:02}" for n in range(40)]
    ranked = {f"q{n}": dice.sample(names, dice.randint(1, 30)) for n in range(60)}
    relevant = {q: {d: dice.randint(1, 3) for d in dice.sample(names, dice.randint(1, 14))} for q in ranked}
    figures = figures_of(ranked, relevant, seconds=6.0)
    run = [
        ir_measures.ScoredDoc(q, d, 1.0 / place)
        for q, found in ranked.items()
        for place, d in enumerate(found, start=1)
    ]
    qrels = [ir_measures.Qrel(q, d, grade) for q, grades in relevant.items() for d, grade in grades.items()]
    # trec_eval looks at whole rankings for the reciprocal rank: it is given the first ten
    first = [d for d in run if d.score >= 1 / 10]
    measured = ir_measures.calc_aggregate([Success @ 1, Success @ 5, Success @ 10, nDCG @ 10], qrels, run)
    measured |= ir_measures.calc_aggregate([RR], qrels, first)
    wanted = [100 * measured[m] for m in (Success @ 1, Success @ 5, Success @ 10, RR, nDCG @ 10)]
    got = [figures.hit_1, figures.hit_5, figures.hit_10, figures.mrr_10, figures.ndcg_10]
    assert got == pytest.approx(wanted, abs=0.006)
    assert figures.milliseconds == 100


def test_what_is_not_found_counts_as_nothing() -> None:
    assert reciprocal_rank(["x"] * 10 + ["a"], {"a": 1}) == 0
    assert reciprocal_rank([], {"a": 1}) == ndcg([], {"a": 1}) == 0
    assert ndcg(["a", "b"], {"b": 0}) == 0


def test_a_collection_is_searched_in_three_ways() -> None:
    told: list[str] = []
    retriever = retriever_over(COLLECTION, None, lambda stage, done, total: told.append(stage))
    figures = measure_retrieval(COLLECTION, searches_of(retriever), lambda stage, done, total: None)
    assert list(figures) == ["lexical", "dense", "hybrid"]
    assert figures["lexical"].hit_1 == figures["hybrid"].hit_1 == 100
    assert "分词" in told


def test_a_collection_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_collection(tmp_path, COLLECTION)
    assert read_collection(tmp_path) == COLLECTION


def test_grades_of_0_and_queries_without_an_answer_are_left_out(tmp_path: Path) -> None:
    write_collection(tmp_path, COLLECTION)
    (tmp_path / "qrels" / "test.tsv").write_text("q1\ta\t1\nq1\tb\t0\n", encoding="utf-8")
    read = read_collection(tmp_path)
    assert (dict(read.queries), read.relevant) == ({"q1": COLLECTION.queries["q1"]}, {"q1": {"a": 1}})


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("corpus.jsonl", '{"_id": "a"}\n', "corpus.jsonl 第 1 行"),
        ("corpus.jsonl", '{"_id": "a", "text": "甲"}\n{"_id": "a", "text": "乙"}\n', "第 2 行.*重复"),
        ("queries.jsonl", "不是 JSON\n", "queries.jsonl 第 1 行"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ta\n", "第 2 行.*制表符"),
        ("qrels/test.tsv", "q1\tzzz\t1\n", "zzz"),
        ("qrels/test.tsv", "", "没有一条"),
    ],
)
def test_a_broken_collection_says_where(file: str, text: str, says: str, tmp_path: Path) -> None:
    write_collection(tmp_path, COLLECTION)
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(BadCollection, match=says):
        read_collection(tmp_path)


def test_a_missing_or_badly_encoded_file_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(BadCollection, match=r"corpus\.jsonl 读不了.*应有"):
        read_collection(tmp_path)
    (tmp_path / "corpus.jsonl").write_bytes("甲".encode("gb18030"))
    with pytest.raises(BadCollection, match="UTF-8"):
        read_collection(tmp_path)


ASKED = [
    Record(question="何时清洗？", answer="上午", passage=POOL + ROOM),
    Record(question="凭什么预约？", answer="借书证", passage=POOL + ROOM),
    Record(question="哪里有鸵鸟？", answer="开放。活动", passage=ROOM),
]


def test_passages_of_the_pool_are_distractors() -> None:
    made = from_passages(ASKED, [Record(question="？", answer="", passage="别的一段。")])
    assert [d.text for d in made.documents.values()] == [POOL + ROOM, ROOM, "别的一段。"]
    assert made.relevant == {"q0": {"p0": 1}, "q1": {"p0": 1}, "q2": {"p1": 1}}


def test_a_clause_must_hold_the_answer() -> None:
    made = from_clauses(ASKED, length=10)
    assert [d.text for d in made.documents.values()] == [POOL, ROOM, ROOM]
    assert made.relevant == {"q0": {"p0c0": 1}, "q1": {"p0c1": 1}}
    joined = from_clauses(ASKED, length=20)
    assert [d.text for d in joined.documents.values()] == [POOL + ROOM, ROOM]


def test_short_answers_are_no_documents() -> None:
    made = from_answers(
        [Record(question=q, answer=a) for q, a in zip("甲乙丙", (ROOM, ROOM, "短"), strict=True)], 10
    )
    assert [d.text for d in made.documents.values()] == [ROOM]
    assert made.relevant == {"q0": {"a0": 1}, "q1": {"a0": 1}}


def test_records_say_which_line_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text('{"question": "甲", "answer": "乙"}\n{"question": "甲"}\n', encoding="utf-8")
    with pytest.raises(BadCollection, match="第 2 行"):
        read_records(path)
    with pytest.raises(BadCollection, match="读不了"):
        read_records(tmp_path / "none.jsonl")


def test_from_questions_to_figures_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    lines = (r.model_dump_json() for r in ASKED)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = CliRunner().invoke(app, ["eval", "beir", str(path), str(tmp_path / "made"), "--clauses"])
    assert made.exit_code == 0, made.output
    out = tmp_path / "out"
    asked = CliRunner().invoke(app, ["eval", "retrieval", str(tmp_path / "made"), "--out", str(out)])
    assert asked.exit_code == 0, asked.output
    report = json.loads((out / "retrieval.json").read_text(encoding="utf-8"))
    assert set(report["runs"]) == {"lexical", "dense", "hybrid"}
    assert report["queries"] == 2
    assert set(report["runs"]["dense"]) == {"hit_1", "hit_5", "hit_10", "mrr_10", "ndcg_10", "milliseconds"}


def test_options_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "asked.jsonl"
    path.write_text('{"question": "甲", "answer": "乙"}\n', encoding="utf-8")
    for options, says in ((["--clauses"], "passage"), ([], "--shortest")):
        run = CliRunner().invoke(app, ["eval", "beir", str(path), str(tmp_path / "made"), *options])
        assert run.exit_code == 2
        assert says in run.output
