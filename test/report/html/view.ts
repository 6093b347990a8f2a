import type {
  ChangeView,
  ConsumerView,
  QuotaView,
  ReportView,
  StepView,
} from '../../../src/report/view/report-view.js';
import type { WordRow } from '../../../src/report/view/word-rows.js';

/** A report that has nothing to say, but for what is given. */
export function reportView(parts: Partial<ReportView> = {}): ReportView {
  return {
    kind: 'plan',
    title: 'Plan',
    state: 'clean',
    headline: 'no changes',
    where: 'emulator',
    as_of: null,
    quota: quotaView(),
    impact: [],
    redeploy: [],
    redeploy_words: [],
    consumers: [],
    consumers_title: 'Consumers it reaches',
    consumers_list: 'List',
    changes: [],
    unchanged: [],
    instant: [],
    steps: [],
    unmanaged: [],
    blocked: [],
    diagnostics: [],
    legend: [],
    digest: null,
    ...parts,
  };
}

export function quotaView(parts: Partial<QuotaView> = {}): QuotaView {
  const sentence = '5 of 10 slots in use (1 unmanaged), at most 6 during the run, 5 after it';
  return { limit: 10, ours: 4, unmanaged: 1, peak: 6, safe: true, sentence, ...parts };
}

export function changeView(parts: Partial<ChangeView> = {}): ChangeView {
  return {
    symbol: '~',
    label: 'update',
    address: 'medical@fun-asr',
    identity: `vocab-acmemed-${'0'.repeat(32)}`,
    owner: '',
    because: '',
    rows: [wordRow('+', 'Exothermic reaction')],
    tally: '+1, 206 unchanged',
    consumers: [],
    consequence: '',
    cooldown: '',
    location: null,
    ...parts,
  };
}

export function stepView(parts: Partial<StepView> = {}): StepView {
  return {
    id: '1',
    symbol: '~',
    op: 'update',
    address: 'medical@fun-asr',
    after: [],
    slots_after: 5,
    cooldown: '',
    ...parts,
  };
}

/** A word in brackets is what the other spelling lacks: `Exot[h]ermic`. */
export function wordRow(
  symbol: WordRow['symbol'],
  text: string,
  { detail = 'weight 4', remark = '' }: Partial<Pick<WordRow, 'detail' | 'remark'>> = {},
): WordRow {
  const spelling = text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('[') ? { text: part.slice(1, -1), changed: true } : { text: part, changed: false },
    );
  return { symbol, spelling, detail, remark };
}

/** Lists of words that all differ, a third of each kind; `word 3-17 抑制剂` is the 17th of list 3. */
export function manyWords(lists: number, words: number): ChangeView[] {
  return numbers(lists).map((list) => {
    const rows = numbers(words).map((word) => {
      const third = Math.ceil((3 * word) / words);
      const symbol = third === 1 ? '-' : third === 2 ? '~' : '+';
      const detail = symbol === '~' ? 'weight 3 → weight 4' : 'weight 4, zh';
      return wordRow(symbol, `word ${list}-${word} 抑制剂`, { detail });
    });
    return changeView({ address: `list${list}@fun-asr`, tally: `${words} hotwords`, rows });
  });
}

function numbers(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** All there is to say, in one report. */
export function fullView(): ReportView {
  return reportView({
    state: 'blocked',
    headline: '1 to create, 2 to update, 1 to delete, 1 kept, 2 unchanged',
    where: 'https://dashscope-intl.aliyuncs.com/api/v1, workspace llm-x7a9',
    as_of: '2026-11-22T10:00:48Z',
    impact: [
      'Writes 4 of 7 lists; hotwords +11 ~2 -7',
      'Consumers to redeploy with a new id: batch-transcriber',
      'Reached by the update, without a redeploy: call-centre, ward-notes',
    ],
    redeploy: ['batch-transcriber'],
    consumers: [
      consumerView({
        name: 'batch-transcriber',
        address: 'medical@fun-asr',
        effect: 'new id; gains 6 hotwords, loses none',
        redeploy: 'new id',
      }),
      consumerView({
        name: 'call-centre',
        address: 'support@fun-asr-realtime',
        effect: '+4 ~2 -2, without a new id',
        redeploy: 'no',
      }),
      consumerView({
        name: 'ward-notes',
        address: 'medical@fun-asr-realtime',
        effect: '+1 -1, without a new id',
        redeploy: 'no',
      }),
    ],
    steps: [
      stepView({ id: '1', symbol: '+', op: 'create', address: 'medical@fun-asr', slots_after: 10 }),
      stepView({
        id: '2',
        address: 'support@fun-asr-realtime',
        slots_after: 10,
        cooldown: 'not before 2026-11-22T10:05:00Z (in 4 min 12 s)',
      }),
      stepView({ id: '3', address: 'medical@fun-asr-realtime', slots_after: 10 }),
      stepView({
        id: '4',
        symbol: '-',
        op: 'delete',
        address: 'acmeold@paraformer-v2',
        slots_after: 9,
        after: ['1', '2'],
      }),
    ],
    quota: quotaView({
      ours: 7,
      unmanaged: 2,
      peak: 10,
      sentence: '9 of 10 slots in use (2 unmanaged), at most 10 during the run, 9 after it',
    }),
    changes: fullChanges(),
    unchanged: [
      {
        address: 'names@fun-asr-realtime',
        identity: `vocab-acmenames-${'b'.repeat(32)}`,
        owner: 'front desk',
        hotwords: 212,
        consumers: ['call-centre'],
      },
      {
        address: 'drugs@paraformer-realtime-v2',
        identity: `vocab-acmedrugs-${'c'.repeat(32)}`,
        owner: '',
        hotwords: 87,
        consumers: [],
      },
    ],
    unmanaged: [`vocab-lab-${'d'.repeat(32)} (OK)`, `vocab-test1-${'e'.repeat(32)} (UNDEPLOYED)`],
    blocked: [
      {
        rule: 'hotword-loss',
        message: 'support@fun-asr-realtime would lose 7 of 12 hotwords, more than 50%.',
        hints: [
          'check that no include was lost from vocabularies/support.yaml',
          'or allow it with --allow hotword-loss=support@fun-asr-realtime',
        ],
        location: { file: 'vocabularies/support.yaml', line: 1, column: 7 },
      },
    ],
    diagnostics: [
      {
        severity: 'warning',
        rule: 'server-clock',
        message: 'The server’s clock is 4 minutes behind this machine’s.',
        hint: null,
        location: null,
        related: null,
        excerpt: null,
      },
      {
        severity: 'info',
        rule: 'lang-unused',
        message: 'call-centre recognises zh and en only, so リードタイム (ja) does nothing for it.',
        hint: 'add ja to its language_hints, or take the word out',
        location: { file: 'vocabularies/support.yaml', line: 31, column: 5 },
        related: null,
        excerpt: null,
      },
    ],
    legend: [
      { symbol: '+', meaning: 'comes' },
      { symbol: '~', meaning: 'changes' },
      { symbol: '-', meaning: 'goes, after a backup' },
      { symbol: '=', meaning: 'is kept, and reported' },
    ],
    digest: `vs2:sha256:${'3f9a'.repeat(16)}`,
  });
}

function fullChanges(): ChangeView[] {
  return [
    changeView({
      symbol: '+',
      label: 'create',
      address: 'medical@fun-asr',
      identity: 'prefix acmemed',
      consequence: 'new id: batch-transcriber must be given it',
      consumers: ['batch-transcriber'],
      tally: '6 hotwords',
      rows: [
        'EGFR抑制剂',
        '阿司匹林肠溶片',
        'Exothermic reaction',
        '心房颤动',
        'ヘパリン',
        'Guillain-Barré syndrome',
      ].map((text) => wordRow('+', text, { detail: 'weight 4' })),
    }),
    changeView({
      address: 'support@fun-asr-realtime',
      identity: `vocab-acmesup-${'1a'.repeat(16)}`,
      consumers: ['call-centre'],
      owner: '王芳, service desk',
      consequence: 'used by call-centre',
      cooldown: 'not before 2026-11-22T10:05:00Z (in 4 min 12 s)',
      tally: '+4 ~2 -2, 8 unchanged',
      location: { file: 'vocabularies/support.yaml', line: 1, column: 7 },
      rows: [
        wordRow('-', '退货地址', { detail: 'weight 4, zh' }),
        wordRow('~', '工单编号', { detail: 'weight 3 → weight 5' }),
        wordRow('~', 'Dash Scope', { detail: 'nothing → zh' }),
        wordRow('-', 'Kuber[en]tes cluster', { detail: 'weight 4, en' }),
        wordRow('+', 'Kuber[ne]tes cluster', { detail: 'weight 4, en' }),
        wordRow('+', '七天无理由退换货', {
          detail: 'weight 5, zh',
          remark: 'asked for by the returns desk · expires 2027-03-31',
        }),
        wordRow('+', 'リードタイム', { detail: 'weight 4, ja' }),
        wordRow('+', 'SSL certificate', { detail: 'weight 4, en, translation {"de":"SSL-Zertifikat"}' }),
      ],
    }),
    changeView({
      address: 'medical@fun-asr-realtime',
      identity: `vocab-acmemed-${'2b'.repeat(16)}, UNDEPLOYED`,
      consumers: ['ward-notes'],
      tally: '+1 -1, 5 unchanged',
      rows: [
        wordRow('-', '心房颤[抖]', { detail: 'weight 4, zh' }),
        wordRow('+', '心房颤[动]', { detail: 'weight 4, zh' }),
      ],
    }),
    changeView({
      symbol: '-',
      label: 'delete',
      address: 'acmeold@paraformer-v2',
      identity: `vocab-acmeold-${'4c'.repeat(16)}`,
      because: 'no vocabulary names its prefix any more',
      tally: '4 hotwords',
      rows: ['旧系统名称', '传真号码', 'Fax machine', 'Pager'].map((text) =>
        wordRow('-', text, { detail: 'weight 4' }),
      ),
    }),
    changeView({
      symbol: '=',
      label: 'superseded',
      address: 'acmesup@fun-asr',
      identity: `vocab-acmesup-${'5d'.repeat(16)}`,
      because: 'superseded by support@fun-asr-realtime; `--retire` deletes it once nobody uses it any more',
      tally: '212 hotwords',
      rows: [],
    }),
  ];
}

function consumerView(parts: Pick<ConsumerView, 'name' | 'address' | 'effect' | 'redeploy'>): ConsumerView {
  return { ...parts };
}
