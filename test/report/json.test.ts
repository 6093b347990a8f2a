import { describe, expect, it } from 'vitest';
import { VocabError } from '../../src/model/errors.js';
import {
  applyDocument,
  diffDocument,
  driftDocument,
  errorOnlyDocument,
  planDocument,
  refusedDocument,
} from '../../src/report/json/documents.js';
import { renderJson } from '../../src/report/json/envelope.js';
import { noShaping } from '../support/build.js';
import { blocked, compared, drifted, hostile, lost, mixed, partly } from './scenarios.js';

const plan = { kind: 'plan', version: '1.2.3' } as const;
const apply = { kind: 'apply', version: '1.2.3' } as const;
const error = new VocabError('plan-stale', 'stale', { hint: 'plan again' });

describe('the JSON documents', () => {
  it.each([
    ['plan-mixed', planDocument(plan, mixed, noShaping)],
    ['plan-blocked', planDocument(plan, blocked, noShaping)],
    ['plan-hostile', planDocument(plan, hostile, noShaping)],
    ['drift-everything', driftDocument({ ...plan, kind: 'drift' }, drifted)],
    ['diff-change', diffDocument({ ...plan, kind: 'diff' }, compared)],
    ['apply-partly', applyDocument(apply, partly, noShaping)],
    ['apply-lost', applyDocument(apply, lost, noShaping)],
    ['apply-refused', refusedDocument(apply, blocked, { shaping: noShaping, error })],
    ['error-only', errorOnlyDocument(plan, error, [])],
  ])('%s', async (name, document) => {
    await expect(renderJson(document)).toMatchFileSnapshot(`../golden/json/${name}.json`);
  });
});
