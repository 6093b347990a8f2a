import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasEvaluations } from '../../src/documents/earlier-evaluation.js';
import type { AccountDocument } from '../../src/documents/parse-document.js';
import {
  isReported,
  reviveComparison,
  reviveDiagnostics,
  reviveDrift,
  reviveFiles,
  revivePlan,
  reviveResult,
} from '../../src/documents/revive.js';
import { reviveEvaluation } from '../../src/documents/revive-evaluation.js';
import { draw, formats } from '../../src/report/forms.js';
import { sayEvaluation } from '../../src/report/say/say-evaluation.js';
import type { ReportView } from '../../src/report/view/report-view.js';
import { viewResult } from '../../src/report/view/result-view.js';
import { viewDiff } from '../../src/report/view/view-diff.js';
import { viewDrift } from '../../src/report/view/view-drift.js';
import { viewPlan } from '../../src/report/view/view-plan.js';
import { sayings } from '../report/scenarios.js';
import { parseAccountDocument } from '../support/account-document.js';
import { plainLook } from '../support/look.js';

const look = { ...plainLook, verbose: true, account: null };

/** What a report of several accounts shows of one. */
function shown({ state, headline, where, digest, changes, instant, blocked, diagnostics }: ReportView) {
  return {
    state,
    headline,
    where,
    digest,
    // Where a vocabulary stands, and when an update may run, is not in its document.
    changes: changes.map((change) => ({ ...change, location: null, cooldown: '' })),
    instant: instant.map((one) => ({ ...one, location: null })),
    blocked: blocked.map((block) => ({ ...block, location: null })),
    diagnostics: diagnostics.map((found) => ({ ...found, excerpt: null })),
  };
}

function reportOf(name: string): { readonly view: ReportView; readonly text: string } {
  const saying = sayings[name];
  if (saying?.as !== 'report') throw new Error(`${name} is no report`);
  return { view: saying.view(), text: JSON.stringify(saying.document()) };
}

describe('a document tells a report of several accounts what it told', () => {
  // A key in a word is hidden in a document, and so is what stands around it.
  const names = Object.keys(sayings).filter(
    (name) => sayings[name]?.as === 'report' && !name.endsWith('-hostile'),
  );

  it.each(names)('%s', (name) => {
    const { view, text } = reportOf(name);
    const read = parseAccountDocument(text, 'x.json');
    if (!isReported(read.document)) throw new Error('no report');
    const revived =
      read.kind === 'plan'
        ? viewPlan(revivePlan(read.document))
        : read.kind === 'drift'
          ? viewDrift(reviveDrift(read.document))
          : viewDiff(reviveComparison(read.document as never));
    const expected = shown(view);
    const got = shown(revived);
    // What a move to another account means is said by diff alone.
    expect(got.changes).toEqual(expected.changes);
    expect({ ...got, where: '' }).toEqual({ ...expected, where: '' });
  });

  it.each(['apply-partly', 'apply-lost', 'restore-finished'])('%s', (name) => {
    const saying = sayings[name];
    if (saying?.as !== 'result') throw new Error(`${name} is no result`);
    const read = parseAccountDocument(JSON.stringify(saying.document()), 'x.json');
    const result = reviveResult(read.document as never);
    if (result === null) throw new Error('no result');
    const kind = saying.view().kind;
    const view = viewResult({ kind, result, ...reviveFiles(read.document as never) });
    const { steps, counts, is_done, finale, notes, output_error } = saying.view();
    expect(view).toMatchObject({ steps, counts, is_done, finale, notes, output_error });
  });
});

/** What an evaluation revived from a document says. */
function reviveText(text: string) {
  const { document } = parseAccountDocument(text, 'x.json');
  if (!hasEvaluations(document)) throw new Error('no evaluation');
  const found = reviveDiagnostics(document);
  return {
    evaluations: document.evaluations.map(reviveEvaluation),
    saying: sayEvaluation(document.evaluations.map(reviveEvaluation), found, {
      envelope: { kind: 'eval', version: '1.2.3', about: null },
      sources: new Map(),
    }),
  };
}

const evaluations = Object.keys(sayings).filter((name) => sayings[name]?.as === 'evaluation');

describe('an evaluation revived from its document', () => {
  it.each(evaluations.filter((name) => !name.endsWith('-hostile')))('has the same document: %s', (name) => {
    const text = JSON.stringify(sayings[name]?.document());
    const again = JSON.stringify(reviveText(text).saying.document());
    expect(without(again, [])).toEqual(without(text, ['account']));
  });

  it.each(evaluations.filter((name) => !name.endsWith('-hostile')))('looks the same: %s', (name) => {
    const saying = sayings[name];
    if (saying?.as !== 'evaluation') throw new Error(`${name} is no evaluation`);
    const { saying: again } = reviveText(JSON.stringify(saying.document()));
    if (again.as !== 'evaluation') throw new Error('no evaluation');
    const { diagnostics: _, ...expected } = saying.view();
    expect(again.view()).toMatchObject(expected);
  });

  // A key in a text is hidden in its document, with the marks around it.
  it('has the same document where keys were hidden, but for what was counted at them', () => {
    const text = JSON.stringify(sayings['eval-hostile']?.document());
    const again = JSON.stringify(reviveText(text).saying.document());
    expect(without(again, ['account', 'words'])).toEqual(without(text, ['account', 'words']));
  });

  const ward = (): string => JSON.stringify(sayings['eval-ward']?.document());

  it.each([
    { what: 'a way', field: '"way":"', name: 'stream', said: 'carrier\\u{1B}' },
    {
      what: 'a threshold',
      field: '"threshold":"',
      name: 'min_recall',
      said: 'carrier\\u{1B} is 0.6, beyond',
    },
    { what: 'a side', field: '"side":"', name: 'with', said: 'could not be recognised (carrier\\u{1B})' },
  ])('says $what of a later version as it is, and printable', ({ field, name, said }) => {
    const text = ward();
    expect(text).toContain(`${field}${name}"`);
    const { saying } = reviveText(text.replace(`${field}${name}"`, `${field}carrier\\u001b"`));
    if (saying.as !== 'evaluation') throw new Error('no evaluation');
    const view = JSON.stringify(saying.view());
    expect(view).toContain(JSON.stringify(said).slice(1, -1));
    expect(view).not.toContain('\\u001b');
  });

  it('leaves out a side on which texts differ, and an advice, that nobody knows yet', () => {
    const text = ward()
      .replaceAll('"kind":"lower_weight"', '"kind":"sing"')
      .replace('"unstable":["with"]', '"unstable":["with","x"]');
    expect(text).toContain('"with","x"');
    const [evaluation] = reviveText(text).evaluations;
    expect(evaluation?.words[0]).toMatchObject({ word: { text: '孔府' }, advice: null });
    expect(evaluation?.clips.map(({ unstable }) => unstable)).toContainEqual(['with']);
  });

  it('says a check of a later version as it is, and printable', () => {
    const text = JSON.stringify(sayings['eval-no-effect']?.document()).replace(
      '"check":"pairing"',
      '"check":"\\u001bpair"',
    );
    const { saying } = reviveText(text);
    if (saying.as !== 'evaluation') throw new Error('no evaluation');
    expect(saying.view().evaluations[0]?.checks[0]?.check).toBe('\\u{1B}pair');
  });

  // Such a check is the cause of what was found, or a name stands for what somebody has to do.
  it.each(['"check":"', '"kind":"', '"way":"', '"threshold":"', '"side":"', '"verdict":"'])(
    'is drawn in every form, whatever a later version has put for %s',
    async (field) => {
      for (const name of ['eval-no-effect', 'eval-ward', 'eval-several']) {
        const text = JSON.stringify(sayings[name]?.document());
        for (const [found] of text.matchAll(new RegExp(`${field}[a-z_]+"`, 'g'))) {
          if (found === '"kind":"eval"') continue;
          const other = text.replaceAll(found, `${field}later"`);
          const read = tryParse(other);
          if (read === null) continue;
          const { saying } = reviveText(other);
          for (const format of formats) expect(await draw(format, saying, look)).not.toContain('undefined');
        }
      }
    },
  );
});

/** null: the set is closed, and such a document is none. */
function tryParse(text: string): AccountDocument | null {
  try {
    return parseAccountDocument(text, 'x.json');
  } catch {
    return null;
  }
}

function without(text: string, keys: readonly string[]): unknown {
  return JSON.parse(text, (key, value) => (keys.includes(key) ? undefined : value));
}

describe('a document of a version that knew no instant vocabularies', () => {
  it.each(['plan-mixed', 'drift-everything', 'diff-change'])('tells what it told: %s', (name) => {
    const { view, text } = reportOf(name);
    // Of a list and of a consumer alike, `instant` is what came later.
    const later = ['instant', 'redeploy_words'];
    const old = JSON.stringify(JSON.parse(text), (key, value) => (later.includes(key) ? undefined : value));
    expect(old).not.toContain('instant');
    const read = parseAccountDocument(old, 'x.json');
    if (!isReported(read.document)) throw new Error('no report');
    const revived =
      read.kind === 'plan'
        ? viewPlan(revivePlan(read.document))
        : read.kind === 'drift'
          ? viewDrift(reviveDrift(read.document))
          : viewDiff(reviveComparison(read.document as never));
    expect(shown(revived).changes).toEqual(shown(view).changes);
    expect(revived).toMatchObject({ headline: view.headline, state: view.state, instant: [] });
  });
});

describe('a document that is none', () => {
  const golden = (name: string) =>
    readFileSync(join(import.meta.dirname, '../golden/json', `${name}.json`), 'utf8');
  const plan = JSON.parse(golden('plan-mixed')) as Record<string, unknown>;

  it.each([
    ['no JSON', '{', 'is no document of vocabsync'],
    ['an array', '[]', 'it holds no JSON object'],
    ['a text', '"plan"', 'it holds no JSON object'],
    ['another JSON', '{"a":1}', 'no format_version and kind'],
    ['of another version', JSON.stringify({ ...plan, format_version: '2.0' }), 'has the format_version 2.0'],
    ['of a kind without an account', golden('validate-errors'), 'a document of the kind validate'],
    ['of a kind nobody knows', JSON.stringify({ ...plan, kind: '__proto__' }), 'of the kind __proto__'],
    [
      'without its changes',
      JSON.stringify({ ...plan, changes: undefined }),
      'is no document of vocabsync: at',
    ],
    [
      'with changes that are none',
      JSON.stringify({ ...plan, changes: [{}] }),
      'is no document of vocabsync: at',
    ],
  ])('is refused with its file: %s', (_, text, message) => {
    expect(() => parseAccountDocument(text, 'x.json')).toThrow(
      expect.objectContaining({ code: 'document-invalid', message: expect.stringContaining(message) }),
    );
  });

  it('may have a byte-order mark, and fields that nobody knows yet', () => {
    const text = `\ufeff${JSON.stringify({ ...plan, format_version: '1.7', more: { of: 'it' } })}`;
    expect(parseAccountDocument(text, 'x.json').kind).toBe('plan');
  });

  it('is none of the golden documents of accounts', () => {
    const files = readdirSync(join(import.meta.dirname, '../golden/json'));
    for (const file of files.filter((name) => /^(?:plan|drift|diff|apply|restore|failure|eval)/.test(name))) {
      expect(() => parseAccountDocument(golden(file.replace('.json', '')), file)).not.toThrow();
    }
  });
});
