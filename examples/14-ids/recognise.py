"""Reads what a consumer recognises with, as one object: its id does nothing with another model."""

import json
import sys
from pathlib import Path
from typing import NamedTuple, Optional


class Recognition(NamedTuple):
    model: str
    vocabulary_id: Optional[str]
    # Words that go with each request, with their weights; None as long as there are none.
    vocabulary: Optional[dict]


def recognition_of(consumer: str, file: Path) -> Recognition:
    consumers = json.loads(file.read_text(encoding="utf-8"))["consumers"]
    if consumer not in consumers:
        sys.exit(f"{file} has no consumer {consumer}: is its list OK?")
    found = consumers[consumer]
    return Recognition(found["model"], found["vocabulary_id"], found.get("vocabulary"))


if __name__ == "__main__":
    recognition = recognition_of(sys.argv[1], Path(__file__).parent / "build/vocabularies.json")
    # Hand both to the same call of the SDK.
    print(recognition.model, recognition.vocabulary_id)
