import { findDrift } from '../../src/diff/drift.js';
import type { Checkup } from '../../src/model/checks/checkup.js';
import type { Comparison } from '../../src/model/comparison.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Drift } from '../../src/model/drift.js';
import { VocabError } from '../../src/model/errors.js';
import type { Plan, Step } from '../../src/model/plan.js';
import type { ApplyResult, StepResult } from '../../src/model/result/apply-result.js';
import { nothingPublished } from '../../src/model/result/outputs.js';
import type { Saying } from '../../src/report/form.js';
import { doctorDocument } from '../../src/report/json/doctor-document.js';
import {
  diffDocument,
  driftDocument,
  errorOnlyDocument,
  planDocument,
  refusedDocument,
  resultDocument,
  validateDocument,
} from '../../src/report/json/documents.js';
import { filesDocument } from '../../src/report/json/files-document.js';
import { affectedDocument, combineDocument } from '../../src/report/json/overview-documents.js';
import { sayEvaluation } from '../../src/report/say/say-evaluation.js';
import { viewChecks } from '../../src/report/view/checks-view.js';
import { viewDiagnostics } from '../../src/report/view/diagnostics.js';
import type { LocatedEvaluation } from '../../src/report/view/evaluation/findings.js';
import { viewEvaluation } from '../../src/report/view/evaluation-view.js';
import { viewFailure } from '../../src/report/view/failure-view.js';
import { type FilesReport, viewFiles } from '../../src/report/view/files-view.js';
import { type ToldAccount, viewOverview } from '../../src/report/view/overview-view.js';
import type { ReportView } from '../../src/report/view/report-view.js';
import { viewResult } from '../../src/report/view/result-view.js';
import { viewDiff } from '../../src/report/view/view-diff.js';
import { viewDrift } from '../../src/report/view/view-drift.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import {
  account,
  desired,
  desiredList,
  guards,
  idOf,
  instantWords,
  observedList,
  remarks,
  word,
  words,
} from '../support/build.js';
import { comparisonOf, planOf } from '../support/plan-of.js';
import { hostileEvaluation, silent, unpaired, ward, well } from './evaluation/evaluations.js';

/* The same situations for every rendering: add one here, and all of them draw it. */

const now = Date.UTC(2026, 10, 22, 10);

/** All actions, a cooldown, a respelling, a long list, a kept list and an unmanaged one. */
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
        remarks: remarks(
          [word('心房颤动', { lang: 'zh' }), { note: 'misheard on ward 3', expires: '2027-03-31' }],
          [word('EGFR-抑制剂', { lang: 'zh' }), { note: 'spelt so by oncology' }],
          [word('Exothermic reaction'), { note: 'does not change, so nobody sees this' }],
          [word('gone'), { note: 'not in the list, so nobody sees this' }],
        ),
        owner: 'clinical documentation',
        consumers: ['ward-dictation'],
        location: { file: 'vocabularies/medical.yaml', line: 1, column: 7 },
      }),
      desiredList({
        name: 'support',
        prefix: 'acmesup',
        hotwords: words(30),
        remarks: remarks([word('word30'), { expires: '2026-12-31' }]),
        consumers: ['call-archive', 'hotline'],
        location: { file: 'vocabularies/support.yaml', line: 1, column: 7 },
      }),
      desiredList({ name: 'meetings', prefix: 'acmemtg', owner: 'the Tokyo office' }),
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

const nothing: Plan = planOf(desired(), account([observedList()]));

/** No slot, too many orphans, a rival. */
const blocked: Plan = planOf(
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
const hostile: Plan = planOf(
  desired({
    lists: [
      desiredList({
        name: '::error::name',
        location: { file: 'a,b:c%\n::error::.yaml', line: 1, column: 1 },
        hotwords: nasty.map((text) => word(text, { lang: '\u001b[1m' })),
        remarks: remarks(
          ...nasty.map((text) => [word(text, { lang: '\u001b[1m' }), { note: text, expires: text }] as const),
        ),
        owner: nasty.join(' '),
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

/** Every class of drift, a list that is kept on purpose, and one that is as it should be. */
const drifted: Drift = findDrift(
  planOf(
    desired({
      lists: [
        desiredList({
          hotwords: words('alpha', 'beta', 'gamma'),
          remarks: remarks([word('gamma'), { note: 'asked for by ward 3' }]),
          owner: 'ward 3',
          consumers: ['ward-dictation'],
        }),
        desiredList({ name: 'support', prefix: 'acmesup', consumers: ['hotline'] }),
        desiredList({ name: 'meetings', prefix: 'acmemtg', consumers: ['captions'] }),
        desiredList({ name: 'drivers', prefix: 'acmedrv', consumers: ['dispatch'] }),
        desiredList({ name: 'kitchen', prefix: 'acmekit', consumers: ['tablet'] }),
      ],
    }),
    account(
      [
        observedList({ hotwords: [word('alpha', { weight: 1 }), ...words('beta', 'intruder')] }),
        observedList({ vocabulary_id: idOf('acmemtg', 2), status: 'UNDEPLOYED' }),
        observedList({ vocabulary_id: idOf('acmedrv', 3) }),
        observedList({ vocabulary_id: idOf('acmedrv', 4) }),
        observedList({ vocabulary_id: idOf('acmekit', 5) }),
        observedList({ vocabulary_id: idOf('acmekit', 6), hotwords: words('theirs') }),
        observedList({ vocabulary_id: idOf('acmekit', 7), target_model: 'fun-asr' }),
        observedList({ vocabulary_id: idOf('acmeold', 8), hotwords: words('old') }),
      ],
      1,
    ),
    { server_time: now },
  ),
);

/** A change of the configuration: another model, another word, a new list, one that is gone, a consumer that moves. */
const compared: Comparison = comparisonOf(
  desired({
    namespace: null,
    prune: false,
    lists: [
      desiredList({ target_model: 'fun-asr', hotwords: words(12), consumers: ['ward-dictation'] }),
      desiredList({ name: 'support', prefix: 'acmesup', hotwords: [word('卡'), ...words('b')] }),
      desiredList({ name: 'gone', prefix: 'acmegon', consumers: ['left-over'] }),
      desiredList({ name: 'meetings', prefix: 'acmemtg', consumers: ['captions'] }),
      desiredList({ name: 'brands', prefix: 'acmebrd', consumers: ['hotline'] }),
    ],
  }),
  desired({
    namespace: null,
    prune: false,
    lists: [
      desiredList({ hotwords: [...words(10), word('new')], consumers: ['ward-dictation'] }),
      desiredList({
        name: 'support',
        prefix: 'acmesup',
        hotwords: [word('卡', { weight: 5 }), ...words('b')],
      }),
      desiredList({ name: 'meetings', prefix: 'acmemtg', consumers: ['captions', 'hotline'] }),
      desiredList({ name: 'brands', prefix: 'acmebrd' }),
    ],
  }),
);

const streaming = 'qwen-audio-3.1-asr-flash-streaming';

/** Vocabularies without a list: a long one, one that was a list until now, one that nobody sends. */
const instant: Plan = planOf(
  desired({
    lists: [desiredList({ consumers: ['ward-dictation'] })],
    instant: [
      instantWords({
        name: 'participants',
        hotwords: [...words(22), word('王小明', { weight: 5 })],
        remarks: remarks([word('王小明'), { note: 'chairs the board', expires: '2027-03-31' }]),
        owner: 'front desk',
        consumers: ['captions', 'minutes'],
        location: { file: 'vocabularies/participants.yaml', line: 1, column: 7 },
      }),
      instantWords({
        name: 'brands',
        target_models: [streaming, 'qwen-audio-3.1-asr-flash'],
        previous_prefixes: ['acmebrd'],
        hotwords: [word('alpha'), word('beta', { weight: 5 }), ...words('delta')],
        consumers: ['captions'],
        location: { file: 'vocabularies/brands.yaml', line: 1, column: 7 },
      }),
      instantWords({ name: 'unused', hotwords: words('epsilon') }),
    ],
  }),
  account([
    observedList(),
    observedList({
      vocabulary_id: idOf('acmebrd', 2),
      target_model: streaming,
      hotwords: [word('alpha', { lang: 'zh' }), word('beta'), ...words('gamma')],
    }),
  ]),
  { server_time: now },
);

const asList = { target_model: streaming, hotwords: words('alpha', 'beta', 'gamma') };

/** A change of instant vocabularies: each way in which one can differ, beside one that does not, and no list that changes. */
const instantCompared: Comparison = comparisonOf(
  desired({
    lists: [
      desiredList({ consumers: ['ward-dictation'] }),
      desiredList({ name: 'brands', prefix: 'acmebrd', ...asList, consumers: ['captions'] }),
    ],
    instant: [
      instantWords({ name: 'participants', hotwords: words('Nguyen', 'Ngyuen'), consumers: ['minutes'] }),
      instantWords({ name: 'products', hotwords: words('alpha', 'omega'), consumers: ['kiosk'] }),
      instantWords({ name: 'same', owner: 'front desk', consumers: ['minutes'] }),
      instantWords({ name: 'moved' }),
      instantWords({ name: 'dropped', hotwords: words('zeta'), consumers: ['minutes', 'captions'] }),
    ],
  }),
  desired({
    lists: [
      desiredList({ consumers: ['ward-dictation'] }),
      desiredList({ name: 'products', prefix: 'acmeprd', ...asList, consumers: ['kiosk'] }),
    ],
    instant: [
      instantWords({
        name: 'participants',
        hotwords: [word('王小明', { weight: 5 }), word('Nguyen', { weight: 5 })],
        remarks: remarks([word('王小明'), { note: 'chairs the board' }]),
        consumers: ['minutes'],
        location: { file: 'vocabularies/participants.yaml', line: 1, column: 7 },
      }),
      instantWords({
        name: 'brands',
        previous_prefixes: ['acmebrd'],
        hotwords: [word('alpha'), word('beta', { weight: 5 }), ...words('delta')],
        consumers: ['captions'],
        location: { file: 'vocabularies/brands.yaml', line: 1, column: 7 },
      }),
      instantWords({ name: 'fresh', hotwords: words(25), consumers: ['ward-dictation'] }),
      instantWords({ name: 'same', owner: 'front desk', consumers: ['minutes'] }),
      instantWords({ name: 'moved', target_models: ['qwen-audio-3.1-asr-flash'] }),
    ],
  }),
);

/** Nothing but a word that is sent. */
const instantOnly: Comparison = comparisonOf(
  desired({ instant: [instantWords({ consumers: ['minutes'] })] }),
  desired({ instant: [instantWords({ hotwords: words('alpha', 'beta', 'gamma'), consumers: ['minutes'] })] }),
);

const nastyInstant = instantWords({
  name: '::error::name </script>',
  target_models: nasty,
  previous_prefixes: ['acmemed'],
  hotwords: nasty.map((text) => word(text)),
  remarks: remarks(...nasty.map((text) => [word(text), { note: text, expires: text }] as const)),
  owner: nasty.join(' '),
  consumers: nasty,
  location: { file: 'a,b:c%\n::error::.yaml', line: 1, column: 1 },
});

const instantHostile: Plan = planOf(
  desired({ lists: [], instant: [nastyInstant] }),
  account([observedList({ hotwords: words('</script>', '\u202ealpha') })]),
);

const instantHostileChange: Comparison = comparisonOf(
  desired({ lists: [], instant: [instantWords({ name: nastyInstant.name, consumers: nasty })] }),
  desired({ lists: [], instant: [nastyInstant] }),
);

const unfitting: Diagnostic = {
  severity: 'warning',
  rule: 'hotword-repeated',
  message: '"alpha" is there twice, with the same weight',
  hint: 'remove one of them',
  location: { file: 'vocabularies/medical.yaml', line: 7, column: 5 },
  related: null,
};

/** Every situation as the renderings are given it. */
export const views: Readonly<Record<string, ReportView>> = {
  'plan-mixed': viewPlan({ ...mixed, diagnostics: [unfitting] }),
  'plan-first': viewPlan(planOf(desired({ lists: [desiredList({ hotwords: words(30) })] }), account([]))),
  'plan-nothing': viewPlan(nothing),
  'plan-blocked': viewPlan(blocked),
  'plan-hostile': viewPlan(hostile),
  'drift-everything': viewDrift(drifted),
  'drift-nothing': viewDrift(findDrift(nothing)),
  'diff-change': viewDiff(compared),
  'diff-nothing': viewDiff(comparisonOf(desired(), desired())),
  'plan-instant': viewPlan(instant),
  'plan-instant-hostile': viewPlan(instantHostile),
  'diff-instant': viewDiff(instantCompared),
  'diff-instant-only': viewDiff(instantOnly),
  'diff-instant-hostile': viewDiff(instantHostileChange),
};

export function view(name: string): ReportView {
  const found = views[name];
  if (found === undefined) throw new Error(`there is no scenario ${name}`);
  return found;
}

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
const lost: ApplyResult = {
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

/** The same, and an account that turns out to have it. */
const settled: ApplyResult = { ...lost, final: nothing, converged: true, final_error: null };

const finished: ApplyResult = {
  plan: mixed,
  steps: [result(create, {})],
  final: nothing,
  converged: true,
  interrupted: false,
  final_error: null,
};

const version = '1.2.3';
const about = { name: 'production', config: 'vocab.config.yaml' };

/** The texts that the diagnostics of the scenarios point into. */
const sources = new Map([
  ['vocabularies/medical.yaml', `name: medical\n${'\n'.repeat(5)}  - alpha\n`],
  ['a|b.yaml', 'hotwords:\n\n  - 肺肺肺\n'],
]);

const unfit: Diagnostic = {
  severity: 'error',
  rule: 'hotword-too-long',
  message: '"…" has 18 characters; write `short` ones',
  hint: 'shorten it',
  location: { file: 'a|b.yaml', line: 3, column: 5 },
  related: { file: 'vocabularies/medical.yaml', line: 7, column: 5 },
};

const keyMissing = new VocabError('key-missing', 'the variable DASHSCOPE_API_KEY is not set', {
  hint: 'set it',
});
const stale = new VocabError('plan-stale', 'this is not the plan that was reviewed', { hint: 'plan again' });
const unwritable = new VocabError('file-unwritable', 'cannot write build/ids.json: EACCES', {
  hint: 'make it writable',
});
const shaping = { retire: false, delete_first: false };

function said(kind: 'apply' | 'restore', outcome: ApplyResult, error: VocabError | null): Saying {
  const outputs = { written: ['build/ids.json'], withheld: false, error };
  const backups = error === null ? null : '.vocabsync/backups/20261122T100000Z-4711';
  return {
    as: 'result',
    view: () => viewResult({ kind, result: outcome, outputs, backups, sources }),
    document: () => resultDocument({ kind, version, about }, outcome, { shaping, outputs, backups }),
  };
}

function planned(plan: Plan): Saying {
  return {
    as: 'report',
    view: () => viewPlan(plan, sources),
    document: () => planDocument({ kind: 'plan', version, about }, plan, shaping),
  };
}

function driftFound(drift: Drift): Saying {
  return {
    as: 'report',
    view: () => viewDrift(drift, sources),
    document: () => driftDocument({ kind: 'drift', version, about }, drift),
  };
}

function differing(comparison: Comparison): Saying {
  return {
    as: 'report',
    view: () => viewDiff(comparison, sources),
    document: () => diffDocument({ kind: 'diff', version, about }, comparison),
  };
}

function checked(diagnostics: readonly Diagnostic[], verdict: string | null, counts: string): Saying {
  return {
    as: 'diagnostics',
    view: () => ({ kind: 'validate', verdict, counts, diagnostics: viewDiagnostics(diagnostics, sources) }),
    document: () => validateDocument({ kind: 'validate', version, about }, diagnostics),
  };
}

/** Every status, evidence with a place and without, more of it than a terminal shows, and two findings of one check. */
const ill: Checkup = {
  endpoint: 'https://dashscope.aliyuncs.com/api/v1',
  checks: [
    {
      id: 'key',
      status: 'ok',
      message: 'the key in DASHSCOPE_API_KEY is accepted',
      hint: null,
      evidence: [],
    },
    {
      id: 'workspace',
      status: 'skipped',
      message: 'llm-demo; needs an account that answers',
      hint: null,
      evidence: [],
    },
    {
      id: 'outputs',
      status: 'skipped',
      message: 'nobody said which',
      hint: 'give --region singapore or --region beijing',
      evidence: [],
    },
    { id: 'account', status: 'skipped', message: 'nobody said which', hint: null, evidence: [] },
    {
      id: 'status',
      status: 'fail',
      message: 'support@fun-asr is UNDEPLOYED, not OK: recognition silently ignores it',
      hint: 'wait a few minutes and look again; then `vocabsync apply`',
      evidence: [
        {
          text: `${idOf('acmesup', 2)}: fun-asr, UNDEPLOYED, 30 hotwords`,
          vocabulary_id: idOf('acmesup', 2),
        },
      ],
    },
    ...[3, 4].map((serial) => ({
      id: 'duplicates',
      status: 'warn' as const,
      message: 'acmemed@fun-asr is there once more, with the same words',
      hint: 'make sure that no program uses its id',
      evidence: [{ text: `${idOf('acmemed', serial)}: fun-asr`, vocabulary_id: idOf('acmemed', serial) }],
    })),
    {
      id: 'phrase-id',
      status: 'fail',
      message: `${idOf('acmemed', 1)} is passed as phrase_id, which is something else`,
      hint: 'pass it as `vocabulary_id`',
      evidence: [12, 40, 7, 9].map((line) => ({
        text: `${idOf('acmemed', 1)}: passed as phrase_id`,
        vocabulary_id: idOf('acmemed', 1),
        location: { file: 'src/asr.py', line, column: 5 },
      })),
    },
    {
      id: 'lists',
      status: 'ok',
      message: '2 of 2 lists are there',
      hint: null,
      evidence: [{ text: `${idOf('acmemed', 1)}: fun-asr, OK`, vocabulary_id: idOf('acmemed', 1) }],
    },
  ],
};

const hostileName = '<b>&"\'`|*_::error::-->\u202e\u001b[2J';

/** Several accounts, told as the documents of their plans would be. */
const several: readonly ToldAccount[] = [
  {
    account: 'staging',
    config: 'envs/staging/vocab.config.yaml',
    told: { as: 'report', view: viewPlan(mixed) },
  },
  {
    account: 'production',
    config: 'envs/production/vocab.config.yaml',
    told: { as: 'report', view: viewPlan(blocked) },
  },
  {
    account: 'beijing',
    config: 'envs/beijing/vocab.config.yaml',
    told: { as: 'report', view: viewPlan(nothing) },
  },
  {
    account: hostileName,
    config: `envs/${hostileName}.yaml`,
    told: { as: 'report', view: viewPlan(hostile) },
  },
  {
    account: 'lab',
    config: null,
    told: { as: 'failure', view: viewFailure({ kind: 'plan', error: keyMissing, diagnostics: [unfit] }) },
  },
];

function combined(
  kind: 'plan' | 'diff' | 'apply' | 'eval',
  title: string,
  accounts: readonly ToldAccount[],
): Saying {
  const overview = viewOverview({ kind, title, noun: 'account' }, accounts);
  const documents = [{ kind }, { kind }];
  return {
    as: 'overview',
    view: () => overview,
    document: () => combineDocument({ kind: 'combine', version, about: null }, overview, documents),
  };
}

function reached(accounts: readonly ToldAccount[]): Saying {
  const overview = viewOverview({ kind: 'affected', title: 'Affected', noun: 'configuration' }, accounts);
  return {
    as: 'overview',
    view: () => overview,
    document: () =>
      affectedDocument({ kind: 'affected', version, about: null }, overview, 'origin/main (1a2b3c4)'),
  };
}

function ran(name: string, outcome: ApplyResult): ToldAccount {
  const told = viewResult({ kind: 'apply', result: outcome, outputs: nothingPublished, backups: null });
  return { account: name, config: `envs/${name}/vocab.config.yaml`, told: { as: 'result', view: told } };
}

function heardIn(
  name: string,
  evaluations: readonly LocatedEvaluation[],
  diagnostics: readonly Diagnostic[] = [],
): ToldAccount {
  const told = viewEvaluation(evaluations, diagnostics);
  return {
    account: name,
    config: `envs/${name}/vocab.config.yaml`,
    told: { as: 'evaluation', view: told },
  };
}

const begun: FilesReport = {
  kind: 'init',
  dry_run: false,
  files: [
    { path: 'vocab.config.yaml', action: 'create', note: 'the account, and where its vocabularies are' },
    { path: 'vocabularies/产品.yaml', action: 'create', note: '3 hotwords for fun-asr-realtime' },
    { path: '.gitignore', action: 'change', note: '.vocabsync/ is no part of the repository' },
  ],
  notes: ['the account holds 7 lists; `vocabsync import --all` makes vocabularies of them'],
  diagnostics: [],
  next: ['vocabsync plan'],
};

const imported: FilesReport = {
  kind: 'import',
  dry_run: false,
  files: [
    { path: 'vocabularies/medical.yaml', action: 'leave', note: 'somebody has edited it since' },
    { path: 'vocabularies/support.yaml', action: 'keep', note: null },
    { path: 'vocab.config.yaml', action: 'change', note: '1 vocabulary more' },
  ],
  notes: [],
  diagnostics: [unfit, unfitting],
  next: ['vocabsync plan'],
};

const unformatted: FilesReport = {
  kind: 'fmt',
  dry_run: true,
  files: [
    { path: 'vocab.config.yaml', action: 'keep', note: null },
    { path: 'vocabularies/medical.yaml', action: 'change', note: '12 lines' },
  ],
  notes: [],
  diagnostics: [],
  next: ['vocabsync fmt'],
};

function filed(report: FilesReport): Saying {
  const { kind } = report;
  return {
    as: 'files',
    view: () => viewFiles(report, sources),
    document: () => filesDocument({ kind, version, about }, report),
  };
}

/** Names, ids and files that other people have written. */
const poisoned: Checkup = {
  endpoint: `https://host.example/${hostileName}`,
  checks: (['fail', 'warn', 'skipped', 'ok'] as const).map((status) => ({
    id: 'scan-ids',
    status,
    message: nasty.join(' '),
    hint: nasty.toReversed().join(' '),
    evidence: nasty.map((text) => ({
      text,
      vocabulary_id: text,
      location: { file: `src/${hostileName}/${text}`, line: 1, column: 2 },
    })),
  })),
};

function examined(checkup: Checkup): Saying {
  return {
    as: 'checks',
    view: () => viewChecks(checkup),
    document: () => doctorDocument({ kind: 'doctor', version, about }, checkup),
  };
}

function evaluated(
  evaluations: readonly LocatedEvaluation[],
  diagnostics: readonly Diagnostic[] = [],
): Saying {
  return sayEvaluation(evaluations, diagnostics, { envelope: { kind: 'eval', version, about }, sources });
}

/** Everything that a form must draw. */
export const sayings: Readonly<Record<string, Saying>> = {
  'plan-mixed': planned({ ...mixed, diagnostics: [unfitting] }),
  'plan-first': planned(planOf(desired({ lists: [desiredList({ hotwords: words(30) })] }), account([]))),
  'plan-nothing': planned(nothing),
  'plan-blocked': planned(blocked),
  'plan-hostile': planned(hostile),
  'drift-everything': driftFound(drifted),
  'drift-nothing': driftFound(findDrift(nothing)),
  'diff-change': differing(compared),
  'diff-nothing': differing(comparisonOf(desired(), desired())),
  'plan-instant': planned(instant),
  'plan-instant-hostile': planned(instantHostile),
  'drift-instant': driftFound(findDrift(instant)),
  'diff-instant': differing(instantCompared),
  'diff-instant-only': differing(instantOnly),
  'diff-instant-hostile': differing(instantHostileChange),
  'apply-instant': said('apply', { ...finished, plan: instant, steps: [], final: instant }, null),
  'combine-instant': combined('diff', 'Diffs', [
    { account: 'staging', config: 'a.yaml', told: { as: 'report', view: viewDiff(instantCompared) } },
    { account: hostileName, config: 'b.yaml', told: { as: 'report', view: viewDiff(instantHostileChange) } },
    { account: 'quiet', config: 'c.yaml', told: { as: 'report', view: viewPlan(instant) } },
  ]),
  'apply-partly': said('apply', partly, unwritable),
  'apply-lost': said('apply', lost, null),
  'apply-settled': said('apply', settled, null),
  'restore-finished': said('restore', finished, null),
  'apply-refused': {
    as: 'failure',
    view: () => viewFailure({ kind: 'apply', error: stale, report: viewPlan(blocked, sources) }),
    document: () => refusedDocument({ kind: 'apply', version, about }, blocked, { shaping, error: stale }),
  },
  failure: {
    as: 'failure',
    view: () => viewFailure({ kind: 'plan', error: keyMissing, diagnostics: [unfit], sources }),
    document: () => errorOnlyDocument({ kind: 'plan', version, about }, keyMissing, [unfit]),
  },
  'validate-errors': checked([unfit, unfitting], null, '1 error, 1 warning'),
  'validate-nothing': checked([], 'Valid: 3 lists with 418 hotwords', ''),
  'combine-plans': combined('plan', 'Plans', several),
  'combine-applies': combined('apply', 'Applies', [ran('staging', finished), ran('production', partly)]),
  'combine-evaluations': combined('eval', 'Evaluations', [
    heardIn('staging', [well]),
    heardIn('production', [well, ward, silent], [unfitting]),
    heardIn('beijing', [unpaired]),
    heardIn('idle', []),
    heardIn(hostileName, [hostileEvaluation(nasty)]),
    {
      account: 'lab',
      config: null,
      told: { as: 'failure', view: viewFailure({ kind: 'eval', error: keyMissing, diagnostics: [unfit] }) },
    },
  ]),
  'combine-heard': combined('eval', 'Evaluations', [heardIn('staging', [well]), heardIn('idle', [])]),
  'init-first': filed(begun),
  'import-again': filed(imported),
  'import-hostile': filed({
    ...imported,
    files: nasty.map((path) => ({ path, action: 'create', note: path })),
    notes: nasty,
    next: nasty,
  }),
  'fmt-check': filed(unformatted),
  'fmt-nothing': filed({ ...unformatted, files: [] }),
  'doctor-broken': examined(ill),
  'doctor-hostile': examined(poisoned),
  'doctor-well': examined({
    endpoint: 'emulator',
    checks: ill.checks.filter(({ status }) => status === 'ok'),
  }),
  'eval-ward': evaluated([{ ...ward, location: { file: 'vocab.config.yaml', line: 30, column: 5 } }]),
  'eval-well': evaluated([well]),
  'eval-no-effect': evaluated([unpaired]),
  'eval-several': evaluated([ward, well, unpaired, silent], [unfitting]),
  'eval-none': evaluated([]),
  'eval-hostile': evaluated([hostileEvaluation(nasty)]),
  affected: reached([
    {
      account: 'staging',
      config: 'envs/staging/vocab.config.yaml',
      told: { as: 'report', view: viewDiff(compared) },
    },
    {
      account: 'lab',
      config: 'envs/lab/vocab.config.yaml',
      told: { as: 'report', view: viewDiff(comparisonOf(desired(), desired())) },
    },
  ]),
};
