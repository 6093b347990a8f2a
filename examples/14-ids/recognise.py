"""Reads what a consumer recognises with, and hands all of it to one call: an id does nothing with another model."""

import json
import sys
from pathlib import Path


def recognition_of(consumer: str, file: Path) -> dict:
    """The arguments of the call. A consumer without a list has no id, and one without instant words no words."""
    consumers = json.loads(file.read_text(encoding="utf-8"))["consumers"]
    if consumer not in consumers:
        sys.exit(f"{file} has no consumer {consumer}: is its list OK?")
    found = consumers[consumer]
    names = ("model", "vocabulary_id", "vocabulary")
    return {name: found[name] for name in names if found[name] is not None}


def recognise(arguments: dict, clip: str) -> None:
    # pip install dashscope. It reads the key from DASHSCOPE_API_KEY, and the host from DASHSCOPE_WEBSOCKET_BASE_URL.
    from dashscope.audio.asr import Recognition

    recognition = Recognition(**arguments, format="wav", sample_rate=16000, callback=None)
    print(recognition.call(clip).get_sentence())


if __name__ == "__main__":
    arguments = recognition_of(sys.argv[1], Path(__file__).parent / "build/vocabularies.json")
    if len(sys.argv) > 2:
        recognise(arguments, sys.argv[2])
    else:
        print(json.dumps(arguments))
