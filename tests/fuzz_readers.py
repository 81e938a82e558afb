"""Feeds random and mutated files to `corpus.reading.read_file`; run by hand, pytest does not collect it.

    PYTHONPATH=. python tests/fuzz_readers.py 180 .txt .md .docx

For Word, web and PDF files, texts are put into a file of the kind and its inside is damaged, so that the
readers get past the wrapping. An `UnreadableFile` is a good answer; any other exception is a crash, and
more than five seconds of computing is a hang. Inputs that failed are kept in the folder named at the end.
"""

from __future__ import annotations

import io
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import docx
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import corpus
from corpus.errors import UnreadableFile
from corpus.reading import read_file

HANG_SECONDS = 5
SHIPPED = Path(next(iter(corpus.__path__))) / "shipped"
TESTS = Path(__file__).parent
SEEDS = [p for folder in (SHIPPED, TESTS / "samples", TESTS / "malformed") for p in sorted(folder.glob("*"))]
TEXTS = [p.read_text("utf-8", "ignore") for p in SEEDS if p.suffix in (".txt", ".md")]
WORDS = """
一、 （一） 1、 1. （1） ① ^① ● 第一章 第一条 附件1： 附件 目录 问： 答： 电话 021-62345678 转
100元 2024年3月1日 18周岁 满5年 之一 | --- # ## - ** [ ] ( ) （ ） “ ” ： 。 ； title: issued:
restated: true 1 12 一 a a@ www. 局
"""
TOKENS = (
    *WORDS.split(),
    "\t",
    "\n",
    "\n\n",
    " ",
    "　　",
    "---\n",
    "\x00",
    "\ufeff",
    "\u200b",
    "\r",
    "\r\n",
    "\x0c",
)


class Hang(Exception):
    pass


def on_alarm(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


def tokens(rng: random.Random) -> bytes:
    """A file assembled from marks and words, sometimes very long or very repetitive."""
    text = "".join(rng.choices(TOKENS, k=rng.choice((5, 50, 500, 5000))))
    if rng.random() < 0.2:
        text = rng.choice(TOKENS) * rng.choice((100, 10_000, 100_000))
    if rng.random() < 0.2:
        text = "---\n" + text + "\n---\n" + text
    return text.encode(rng.choice(("utf-8", "utf-8", "gb18030", "utf-16")), "replace")


def noise(rng: random.Random) -> bytes:
    return rng.randbytes(rng.choice((0, 1, 10, 1000, 100_000)))


def mutated_bytes(rng: random.Random) -> bytes:
    """A seed with bytes changed, cut out or doubled: its encoding breaks."""
    data = bytearray(rng.choice(SEEDS).read_bytes())
    for _ in range(rng.choice((1, 3, 20))):
        at, to = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
        match rng.randrange(3):
            case 0 if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
            case 1:
                del data[at : min(to, at + 2000)]
            case _:
                data[at:at] = data[at : min(to, at + 2000)] * rng.choice((1, 2, 50))
    return bytes(data[: 2 * 1024 * 1024])


def mutated_text(rng: random.Random) -> bytes:
    """A seed with characters and lines cut out, doubled, shuffled, or mixed with marks and another seed."""
    text = rng.choice(TEXTS)
    for _ in range(rng.choice((1, 3, 20, 100))):
        at, to = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
        to = min(to, at + rng.choice((1, 20, 2000)))
        match rng.randrange(5):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:to] + text[at:to] * rng.choice((1, 2, 50)) + text[to:]
            case 2:
                text = text[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 5, 200)) + text[at:]
            case 3:
                other = rng.choice(TEXTS)
                text = text[:at] + other[: rng.randrange(len(other) + 1)] + text[at:]
            case _:
                lines = text.split("\n")
                rng.shuffle(lines)
                text = "\n".join(lines)
        text = text[:500_000]
    return text.encode(rng.choice(("utf-8", "utf-8", "utf-8", "gb18030")), "replace")


def in_word(rng: random.Random, text: str) -> bytes:
    """A Word file of `text`: lines as paragraphs, numbered, in tables or nested, with its XML damaged."""
    document = docx.Document()
    for line in text.split("\n")[:300]:
        line = re.sub(r"[^\t\x20-\ud7ff\ue000-\ufffd]", "", line)
        cells = line.split("\t")
        if len(cells) > 1:
            table = document.add_table(rows=rng.randrange(1, 4), cols=len(cells[:40]))
            for cell, said in zip(table.rows[0].cells, cells, strict=False):
                cell.text = said
            if rng.random() < 0.3:
                table.cell(0, 0).merge(table.cell(len(table.rows) - 1, rng.randrange(len(table.columns))))
        else:
            document.add_paragraph(
                line, style=rng.choice((None, None, "List Number", "List Bullet", "Heading 1"))
            )
    made = io.BytesIO()
    document.save(made)
    return _rezipped(rng, made.getvalue()) if rng.random() < 0.7 else made.getvalue()


def _rezipped(rng: random.Random, data: bytes) -> bytes:
    """A zip file with some tags and values of its XML parts taken out, doubled or exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xml") and rng.random() < 0.5:
                part = _damaged_xml(rng, part.decode("utf-8", "replace")).encode("utf-8", "replace")
            new.writestr(name, part)
    return out.getvalue()


def _damaged_xml(rng: random.Random, text: str) -> str:
    for _ in range(rng.choice((1, 5, 30))):
        tags = list(re.finditer(r'<[^>]{1,80}/>|"[^"]{0,20}"', text[:200_000]))
        if not tags:
            break
        one, other = rng.choice(tags), rng.choice(tags)
        new = rng.choice(
            ("", one[0] * 2, other[0] if one[0][0] == other[0][0] else one[0], '"-1"', '"99999999999"')
        )
        if one[0].startswith("<") and new.startswith('"'):
            new = ""
        text = text[: one.start()] + new + text[one.end() :]
    return text


TAGS = re.findall(
    r"<[^>]*>|&[^;]+;|<!--|-->",
    """<p> </p>
    <br> <div> </div> <table> <tr> <td> <td rowspan=3> <td colspan=0> <td rowspan=65000 colspan=9999>
    </td> </tr> </table> <ol> <ol start=99999999> <li> <li value=-3> </li> </ol> <ul> </ul> <nav> </nav>
    <h1> </h1> <h2> <!x> --> <pre> </pre> <a href=x> </a> <span> </span> <style> </style> <script> </script>
    &nbsp; &#0; &#x10ffff; &amp; <b> </b> <main> </main> <article> </article> <meta charset=gbk>
    <meta name=PubDate content=2031-99-99> <title> </title>""",
)


def in_web_page(rng: random.Random, text: str) -> bytes:
    """A page of `text` with tags between its lines, seldom closed."""
    lines = [rng.choice(TAGS) + x for x in text.split("\n")]
    page = "".join(rng.choice(TAGS) * rng.choice((0, 0, 1, 2)) + x for x in lines)
    if rng.random() < 0.1:
        page = rng.choice(TAGS) * rng.choice((300, 20_000)) + page
    return page.encode(rng.choice(("utf-8", "utf-8", "gb18030")), "replace")


def in_pdf(rng: random.Random, text: str) -> bytes:
    """A PDF of `text`, some lines out of place, boxes drawn, with bytes of it changed or cut out."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), pageCompression=int(rng.random() < 0.5))
    for begin in range(0, min(len(text), 6000), 1500):
        canvas.setFont("STSong-Light", rng.choice((6, 12, 30)))
        for number, line in enumerate(text[begin : begin + 1500].split("\n")):
            canvas.drawString(rng.choice((60, 60, 300, -20)), 800 - 14 * number, line[:200])
            if rng.random() < 0.2:
                canvas.grid([60, 200, rng.randrange(201, 500)], [800 - 14 * number, 814 - 14 * number])
        canvas.showPage()
    canvas.save()
    data = bytearray(made.getvalue())
    for _ in range(rng.choice((0, 1, 5, 50))):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data if rng.random() < 0.9 else data[: rng.randrange(len(data))])


WRAPPINGS = {".docx": in_word, ".html": in_web_page, ".pdf": in_pdf}


def attempt(path: Path) -> str:
    """What came of one file: `read`, the name of an expected error, or a description of the failure."""
    signal.setitimer(signal.ITIMER_PROF, HANG_SECONDS)
    try:
        for notice in read_file(path):
            assert all(c.span.end <= len(notice.text) for c in notice.clauses), "span outside the text"
    except UnreadableFile as error:
        return type(error).__name__
    except Hang:
        return "HANG " + traceback.format_exc().strip().splitlines()[-3].strip()
    except Exception:
        return "CRASH " + " / ".join(x.strip() for x in traceback.format_exc().strip().splitlines()[-3:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return "read"


def main(seconds: float, suffixes: list[str]) -> int:
    signal.signal(signal.SIGPROF, on_alarm)
    seed = random.randrange(2**32)
    rng = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="wenze-fuzz-"))
    makers: tuple[Callable[[random.Random], bytes], ...] = (
        tokens,
        noise,
        mutated_bytes,
        mutated_text,
        mutated_text,
    )
    outcomes: Counter[str] = Counter()
    slowest, until = (0.0, 0), time.monotonic() + seconds
    while time.monotonic() < until:
        path = folder / ("input" + rng.choice(suffixes))
        data = rng.choice(makers)(rng)
        wrap = WRAPPINGS.get(path.suffix)
        if wrap is not None and rng.random() < 0.8:
            data = wrap(rng, data.decode("utf-8", "ignore")[:100_000])
        path.write_bytes(data)
        begun = time.monotonic()
        outcome = attempt(path)
        slowest = max(slowest, (time.monotonic() - begun, len(data)))
        if outcome.startswith(("CRASH", "HANG")) and not outcomes[outcome]:
            path.rename(
                folder / f"failure{sum(o.startswith(('CRASH', 'HANG')) for o in outcomes)}{path.suffix}"
            )
        outcomes[outcome] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for outcome, count in outcomes.most_common():
        print(f"{count:8}  {outcome}")
    print(
        f"seed {seed}, slowest {slowest[0]:.2f} s ({slowest[1]} bytes), peak memory {peak:.0f} MiB, {folder}"
    )
    return int(any(o.startswith(("CRASH", "HANG")) for o in outcomes))


if __name__ == "__main__":
    sys.exit(
        main(
            float(sys.argv[1]) if len(sys.argv) > 1 else 60,
            sys.argv[2:] or [".txt", ".md", ".html", ".docx", ".pdf"],
        )
    )
