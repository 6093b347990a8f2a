import { describe, expect, it } from 'vitest';
import { findDrift } from '../../src/diff/drift.js';
import type { Plan } from '../../src/model/plan.js';
import type { Saying } from '../../src/report/form.js';
import { draw, type Format } from '../../src/report/forms.js';
import { diffDocument, driftDocument, planDocument } from '../../src/report/json/documents.js';
import { viewDiff } from '../../src/report/view/view-diff.js';
import { viewDrift } from '../../src/report/view/view-drift.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import { account, desired, desiredList, idOf, observedList, remarks, word, words } from '../support/build.js';
import { plainLook as look } from '../support/look.js';
import { comparisonOf, planOf } from '../support/plan-of.js';

const shaping = { retire: false, delete_first: false };

/** Beta has another weight than before, gamma is new, and delta was spelt otherwise. */
const list = desiredList({
  hotwords: [word('alpha'), word('beta', { weight: 5 }), word('gamma'), word('deltas')],
  remarks: remarks(
    [word('alpha'), { note: 'note of alpha' }],
    [word('beta'), { note: 'note of beta', expires: '2027-03-31' }],
    [word('gamma'), { note: 'note of gamma' }],
    [word('deltas'), { expires: '2031-12-31' }],
    [word('gone'), { note: 'note of gone' }],
  ),
  owner: 'ward 3',
});
const before = words('alpha', 'beta', 'gone', 'delta');

const planned = (plan: Plan): Saying => ({
  as: 'report',
  view: () => viewPlan(plan),
  document: () => planDocument({ kind: 'plan', version: '0', about: null }, plan, shaping),
});

const drift = findDrift(planOf(desired({ lists: [list] }), account([observedList({ hotwords: before })])));
const comparison = comparisonOf(
  desired({ lists: [desiredList({ hotwords: before })] }),
  desired({ lists: [list] }),
);
const older = observedList({ vocabulary_id: idOf('acmemed', 9), target_model: 'fun-asr', hotwords: before });

const reports: readonly (readonly [string, Saying])[] = [
  ['a plan', planned(planOf(desired({ lists: [list] }), account([observedList({ hotwords: before })])))],
  ['a plan that replaces a list', planned(planOf(desired({ lists: [list] }), account([older])))],
  [
    'a drift',
    {
      as: 'report',
      view: () => viewDrift(drift),
      document: () => driftDocument({ kind: 'drift', version: '0', about: null }, drift),
    },
  ],
  [
    'a comparison',
    {
      as: 'report',
      view: () => viewDiff(comparison),
      document: () => diffDocument({ kind: 'diff', version: '0', about: null }, comparison),
    },
  ],
];

const drawings: readonly (readonly [Format, readonly string[]])[] = [
  [
    'text',
    [
      ' · owner ward 3\n',
      '~ beta    weight 4 → weight 5 · note of beta · expires 2027-03-31\n',
      '+ gamma   weight 4 · note of gamma\n',
      '+ deltas  weight 4 · expires 2031-12-31\n',
    ],
  ],
  [
    'markdown',
    [
      '; owner `ward 3`',
      '\n! beta  weight 4 → weight 5 · note of beta · expires 2027-03-31\n',
      '\n+ gamma  weight 4 · note of gamma\n',
      '\n+ deltas  weight 4 · expires 2031-12-31\n',
    ],
  ],
  [
    'html',
    [
      '>owner <bdi>ward 3</bdi></p>',
      '<bdi>beta</bdi>\n<p class="note"><bdi>note of beta · expires 2027-03-31</bdi></p></th>',
      '<bdi>gamma</bdi>\n<p class="note"><bdi>note of gamma</bdi></p></th>',
      '<bdi>delta<ins>s</ins></bdi>\n<p class="note"><bdi>expires 2031-12-31</bdi></p></th>',
    ],
  ],
];

describe.each(reports)('what people say of the words of %s', (_, saying) => {
  it.each(drawings)('stands beside them, and the owner beside the list, as %s', async (format, shown) => {
    const text = await draw(format, saying, look);
    for (const part of shown) expect(text).toContain(part);
    expect(text).not.toMatch(/note of (?:alpha|gone)/);
  });

  it('is a part of each word in the document', () => {
    const { changes } = saying.document() as {
      changes: { action: string; owner?: string; replaces?: object }[];
    };
    const change = changes.find(({ action }) => action === 'create' || action === 'update');
    expect(change).toMatchObject({ owner: 'ward 3' });
    const difference = change?.replaces ?? change;
    expect(difference).toMatchObject({
      hotwords: {
        added: [
          { text: 'deltas', expires: '2031-12-31' },
          { text: 'gamma', note: 'note of gamma' },
        ],
        removed: [
          { text: 'delta', weight: 4, lang: null },
          { text: 'gone', weight: 4, lang: null },
        ],
        changed: [{ text: 'beta', note: 'note of beta', expires: '2027-03-31', after: { weight: 5 } }],
      },
    });
    expect(JSON.stringify(difference)).not.toContain('note of gone');
  });
});

it('is nothing that a rival is shown with: its words are somebody else’s', async () => {
  const rival = observedList({ vocabulary_id: idOf('acmemed', 2), hotwords: words('gamma', 'theirs') });
  const plan = planOf(
    desired({ lists: [list] }),
    account([observedList({ hotwords: list.hotwords }), rival]),
  );
  for (const format of ['text', 'markdown', 'html', 'json'] as const) {
    const text = await draw(format, planned(plan), look);
    expect(text).toContain('theirs');
    expect(text).not.toContain('note of');
  }
});

it('is cut where it would hide the others, and never in JSON', async () => {
  const note = '\u202e'.repeat(200);
  const hotwords = [word('alpha')];
  const lists = [desiredList({ hotwords, remarks: remarks([word('alpha'), { note }]), owner: note })];
  const plan = planOf(desired({ lists }), account([]));
  const [row] = viewPlan(plan).changes.flatMap(({ rows }) => rows);
  expect(row?.remark).toMatch(/^(?:\\u\{202E\})+.*…$/);
  expect(row?.remark.length).toBeLessThanOrEqual(300);
  const document = planDocument({ kind: 'plan', version: '0', about: null }, plan, shaping);
  expect(document).toMatchObject({ changes: [{ owner: note, hotwords: { added: [{ note }] } }] });
});
