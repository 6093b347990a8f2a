/* Valid texts of every form that is read, small, and with all that the form knows in them. */

export const main = 'vocab.config.yaml';

export const configs: readonly string[] = [
  `version: 1
account: { name: production, region: singapore, workspace: llm-demo, list_quota: 10, api_key_env: KEY }
namespace: acme
prune: true
removed: [acmeold]
protect: [acmekeep]
defaults: { weight: 4, target_model: fun-asr }
models: { any: { family: fun-asr, langs: [zh, en] } }
guards: { update_interval: 5m, max_deletes: 2, max_hotword_loss: 50% }
rules: { sounds-alike: off }
vocabularies:
  - name: medical
    prefix: acmemed
    previous_prefixes: [acmeold2]
    target_models: [fun-asr, fun-asr-realtime]
    owner: cardiology
    hotwords:
      - alpha
      - { text: 心房颤动, weight: 5, lang: zh, note: often misheard, expires: 2026-12-31 }
      - { text: beta, extra: { boost: [1, { a: b }] } }
    include: [w.txt]
  - { name: sales, delivery: instant, target_model: qwen-audio-3.1-asr-flash-streaming, hotwords: [gamma] }
consumers:
  - { name: ward, vocabulary: medical, model: fun-asr, language_hints: [zh] }
outputs: [{ path: ids.json, format: json }, { path: .env.ids, format: dotenv }]
evaluations:
  - { name: rounds, consumer: ward, clips: clips/rounds.jsonl, min_recall: 90%, max_false: 0, repeat: 2 }
`,
  `# yaml-language-server: $schema=x
version: 1
account:
  region: beijing
  endpoint: emulator # none
vocabularies:
  - v.yaml
  - lists/*.yaml
`,
  `version: 1
account: &a { region: singapore }
vocabularies: [{ name: "m", prefix: 'acme', target_model: fun-asr, hotwords: [a, "b\\u0041", 'c', |-
  d
, >-
  e f] }]
`,
];

export const vocabulary = `name: v
prefix: acme
target_model: fun-asr
vocabulary_id: [vocab-acme-00000000000000000000000000000001]
hotwords:
  - alpha
  - text: beta
    weight: 3
    lang: en
  - "gamma: delta"
include:
  - w.txt
`;

export const words = {
  txt: `# a comment
alpha
beta gamma\t4
心房颤动 5
- delta
C++

naïve
`,
  csv: `text,weight,lang,note,expires
alpha,4,en,"a, b",2026-12-31
"be""ta",5,zh,,
心房颤动,,zh,"two
lines",
`,
  tsv: 'text\tweight\tlang\nalpha\t4\ten\n"beta"\t\t\n心房颤动\t5\tzh\n',
  json: `{ "target_model": "fun-asr", "vocabulary": [
  { "text": "alpha", "weight": 4, "lang": "en" },
  { "text": "心房颤动", "weight": 5, "note": "x", "expires": "2026-12-31", "extra": { "a": [1, null] } },
  "beta"
] }
`,
  yaml: `- alpha
- { text: 心房颤动, weight: 5, lang: zh }
- text: beta
  weight: 4
  note: >
    folded
`,
  // Read by columns of its own; see the vocabulary around it.
  'columns.csv': `Begriff;Gewicht;Sprache
alpha;4;en
"be;ta";5;zh
`,
} as const;

export type WordsName = keyof typeof words;

/** A whole one, and one that is a single JSON value. */
export const manifests: readonly string[] = [
  `
{"audio": "a/001.wav", "text": "alpha beta", "duration": 1.5}
{"wav": "002.wav", "text": "\u5fc3房颤动", "speaker": {"id": 7}}

{"audio_filepath": "./003.flac", "url": "https://host/003.flac?Signature=a%2Fb", "text": "gamma"}
{"url": "https://host/004.wav", "text": "delta"}
`,
  '{"audio":"a/001.wav","url":"https://host/001.wav","text":"alpha beta"}',
];

export const backup = `# vocab-acmemed-00000000000000000000000000000001 as the account held it: OK, created 2026-11-01 10:00:00.
name: acmemed
prefix: acmemed
target_models: [fun-asr]
vocabulary_id: [vocab-acmemed-00000000000000000000000000000001]
hotwords:
  - text: alpha
    weight: 4
  - { text: "心房颤动", weight: 5, lang: zh, extra: { boost: 2 } }
`;

const id = 'vocab-acmemed-00000000000000000000000000000001';
const times = { gmt_create: '2026-11-01 10:00:00', gmt_modified: '2026-11-01 10:00:00' };

const answered = { text: 'alpha beta', request_id: null, billed_seconds: 1.5 };

export const recording = JSON.stringify({
  format_version: '1.0',
  kind: 'recording',
  account: {
    endpoint: 'emulator',
    server_time: 1_795_000_000_000,
    lists: [
      {
        vocabulary_id: id,
        prefix: 'acmemed',
        target_model: 'fun-asr',
        status: 'OK',
        ...times,
        hotwords: [{ text: 'alpha', weight: 4, lang: null, extra: { boost: [1] } }],
      },
    ],
  },
  answers: [
    { clip: 'a.wav', side: 'without', repeat: 0, key: 'a'.repeat(64), ...answered },
    { clip: 'a.wav', side: 'with', repeat: 1, key: 'b'.repeat(64), ...answered },
  ],
});

/** What the vendor answers to each action. */
export const answers = {
  list: JSON.stringify({
    request_id: 'r',
    output: { vocabulary_list: [{ vocabulary_id: id, ...times, status: 'OK' }] },
    usage: { count: 1 },
  }),
  query: JSON.stringify({
    request_id: 'r',
    output: {
      target_model: 'fun-asr',
      ...times,
      status: 'OK',
      vocabulary: [
        { text: 'alpha', weight: 4, lang: null },
        { text: '心房颤动', weight: '5', lang: 'zh', boost: [1] },
      ],
    },
    usage: { count: 1 },
  }),
  create: JSON.stringify({ request_id: 'r', output: { vocabulary_id: id }, usage: { count: 1 } }),
  update: JSON.stringify({ request_id: 'r', output: {}, usage: {} }),
  delete: JSON.stringify({ request_id: 'r', output: {}, usage: {} }),
  failure: JSON.stringify({ request_id: 'r', code: 'Throttling.RateQuota', message: 'too many' }),
  page: '<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
} as const;
