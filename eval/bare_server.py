"""The least that a server of answers costs: a FastAPI handler that looks its JSON up by the question.

    python -m eval.bare_server PORT ANSWERS.json

What `wenze eval http` compares the real server with, so it is served in the same way.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI


def main(file: Path, port: int) -> None:
    """Serve until interrupted."""
    answers: dict[str, Any] = json.loads(file.read_text("utf-8"))
    app = FastAPI()

    @app.post("/api/v1/ask")
    async def ask(body: dict[str, Any]) -> Any:
        return answers[body["question"]]

    uvicorn.run(app, port=port, loop="uvloop", http="httptools", ws="none", log_level="warning")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
