import type { ApplyResult, StepResult } from '../../src/model/apply-result.js';
import { VocabError } from '../../src/model/errors.js';
import type { Plan, Step } from '../../src/model/plan.js';
import { account, desired, desiredList, guards, idOf, observedList, word, words } from '../support/build.js';
import { planOf } from '../support/plan-of.js';

/* The same situations for every rendering. */

const now = Date.UTC(2026, 10, 22, 10);

/** All actions, a cooldown, a respelling, a long list, a kept list and a foreign one. */
export const mixed: Plan = planOf(
  desired({
    lists: [
      desiredList({
        hotwords: [
          word('心房颤动', { weight: 5, lang: 'zh' }),
          word('EGFR-抑制剂', { lang: 'zh' }),
          word('Exothermic reaction'),
          word('ECG', { extra: { translation: '心电图' } }),
        ],
        consumers: ['ward-dictation'],
      }),
      desiredList({
        name: 'support',
        prefix: 'acmesup',
        hotwords: words(30),
        consumers: ['call-archive', 'hotline'],
      }),
      desiredList({ name: 'meetings', prefix: 'acmemtg' }),
    ],
    guards: { ...guards, update_interval: 300_000 },
  }),
  account(
    [
      observedList({
        hotwords: [
          word('心房颤动', { weight: 4, lang: 'zh' }),
          word('EGFR抑制剂', { lang: 'zh' }),
          word('Exothermic reaction'),
          word('ECG', { extra: { translation: 'ecg' } }),
          word('gone'),
        ],
        gmt_modified: '2026-11-22 17:58:00',
      }),
      observedList({ vocabulary_id: idOf('acmemtg', 2) }),
      observedList({ vocabulary_id: idOf('acmesup', 3), target_model: 'fun-asr', hotwords: words(28) }),
      observedList({ vocabulary_id: idOf('acmeold', 4), hotwords: words('old') }),
    ],
    1,
  ),
  { endpoint: 'https://dashscope-intl.aliyuncs.com/api/v1', workspace: 'llm-demo', server_time: now },
);

export const nothing: Plan = planOf(desired(), account([observedList()]));

/** No slot, too many orphans, a rival. */
export const blocked: Plan = planOf(
  desired({
    lists: [desiredList(), desiredList({ name: 'support', prefix: 'acmesup' })],
    list_quota: 3,
    prune: false,
  }),
  account([observedList(), observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('gamma') })], 1),
);

const nasty = [
  '\u001b[31mred\u001b[0m',
  '\u202egpj.exe',
  'zero\u200bwidth',
  '::error::pwned',
  '##[error]pwned',
  '```',
  '<script>alert(1)</script>',
  'a|b',
  'carriage\rreturn',
  'line\n::error::two',
  'sk-0123456789abcdef0123',
  '<!-- vocabsync -->',
];

/** Everything that other people's words, names and ids could try. */
export const hostile: Plan = planOf(
  desired({
    lists: [
      desiredList({
        name: '::error::name',
        hotwords: nasty.map((text) => word(text, { lang: '\u001b[1m' })),
        consumers: nasty,
      }),
    ],
  }),
  account([
    observedList({
      hotwords: [word('alpha', { extra: { '\u001b[2J': '##[group]' } })],
      status: 'UNDEPLOYED\u001b[5m',
    }),
  ]),
  { endpoint: 'https://host.example/\u001b[31m' },
);

function result(step: Step, fields: Partial<StepResult>): StepResult {
  return {
    step,
    status: 'done',
    vocabulary_id: step.change.before?.vocabulary_id ?? idOf('acmesup', 9),
    request_id: 'request-1',
    attempts: 1,
    wrote: true,
    error: null,
    note: null,
    ...fields,
  };
}

const refused = new VocabError(
  'conflict',
  `medical: ${idOf('acmemed', 1)} was changed since the plan was made`,
  {
    hint: 'plan again',
    remote: {
      failure: 'permanent',
      status: 400,
      vendor_code: 'X',
      request_id: 'request-2',
      retry_after_ms: null,
    },
  },
);

const [create, update, orphan] = mixed.steps;
if (create === undefined || update === undefined || orphan === undefined)
  throw new Error('the scenario has three steps');

/** One step of each status but unknown. */
export const partly: ApplyResult = {
  plan: mixed,
  steps: [
    result(create, { note: 'adopted a list that was made meanwhile with these words' }),
    result(update, { status: 'failed', wrote: false, error: refused }),
    result(orphan, {
      status: 'skipped',
      attempts: 0,
      wrote: false,
      request_id: null,
      note: 'step 2 was not done',
    }),
  ],
  final: blocked,
  converged: false,
  interrupted: false,
  final_error: null,
};

/** A write nobody knows the fate of, and an account that cannot be read any more. */
export const lost: ApplyResult = {
  plan: mixed,
  steps: [
    result(create, {
      status: 'unknown',
      vocabulary_id: null,
      request_id: null,
      error: new VocabError('unavailable', 'no answer'),
    }),
  ],
  final: null,
  converged: false,
  interrupted: false,
  final_error: new VocabError('unavailable', 'the connection was refused'),
};

export const finished: ApplyResult = {
  plan: mixed,
  steps: [result(create, {})],
  final: nothing,
  converged: true,
  interrupted: false,
  final_error: null,
};
