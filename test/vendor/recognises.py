"""An application as the vendor's pages have it, on its SDK: a clip by stream and a file by URL, with a list or without."""

import json
import sys
import urllib.request

import dashscope
from dashscope.audio.asr import Recognition, Transcription

way, base, model, audio, words = sys.argv[1:6]
dashscope.base_http_api_url = f"http://{base}/api/v1"
dashscope.base_websocket_api_url = f"ws://{base}/api-ws/v1/inference"
given = json.loads(words)

if way == "stream":
    recognition = Recognition(model=model, format="wav", sample_rate=16000, callback=None, **given)
    result = recognition.call(audio)
    if result.status_code != 200:
        sys.exit(f"{result.code}: {result.message}")
    print("".join(sentence["text"] for sentence in result.get_sentence() or []))
else:
    task = Transcription.async_call(model=model, file_urls=[audio], **given)
    done = Transcription.wait(task)
    for each in done.output["results"]:
        with urllib.request.urlopen(each["transcription_url"]) as answer:
            print(json.load(answer)["transcripts"][0]["text"])
