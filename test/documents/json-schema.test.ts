import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DocumentName, documentJsonSchema } from '../../src/documents/json-schema.js';
import { documentKinds } from '../../src/report/json/envelope.js';
import { isWhole } from '../support/sample.js';
import { silentKeys } from '../support/silent-keys.js';
import { type Mutation, withOneWrongType, withoutOneField } from './mutations.js';
import { openValidator, strictValidator } from './validators.js';

const project = join(import.meta.dirname, '../..');

interface Document {
  readonly kind: DocumentName;
  readonly account?: object;
  readonly error?: unknown;
  readonly changes?: unknown;
}

interface Golden {
  readonly file: string;
  readonly document: Document;
}

const goldens: readonly Golden[] = readdirSync(join(project, 'test/golden/json')).map((file) => ({
  file,
  document: JSON.parse(readFileSync(join(project, 'test/golden/json', file), 'utf8')) as Golden['document'],
}));

describe.each(documentKinds)('the schema of the document %s', (name) => {
  it('is the published one', () => {
    const file = join(project, 'schemas', `${name}.schema.json`);
    const text = `${JSON.stringify(documentJsonSchema(name), null, 2)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('says of itself and of every field what it is', () => {
    const schema = documentJsonSchema(name);
    expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(schema['$id']).toMatch(new RegExp(`/schemas/${name}\\.schema\\.json$`));
    expect(silentKeys(schema)).toEqual([]);
  });

  it('is met by a golden document', () => {
    const documents = goldens.map(({ document }) => document);
    const own = documents.filter(
      ({ kind, error }) => kind === name || (name === 'error' && error !== undefined),
    );
    expect(own.length).toBeGreaterThan(0);
  });
});

describe.each(goldens)('$file', ({ document }) => {
  it('is valid by the schema of its kind', () => {
    expect(openValidator(document.kind)(document)).toBeNull();
  });

  it('has no field that the schema does not describe', () => {
    expect(strictValidator(document.kind)(document)).toBeNull();
  });

  it('may have fields and reasons that nobody knows yet', () => {
    expect(openValidator(document.kind)(extended(document))).toBeNull();
  });

  it('is invalid without any one of its fields, but for those that may be absent', () => {
    const isInvalid = openValidator(document.kind);
    const accepted = some(withoutOneField(document)).filter(
      (mutation) => isInvalid(mutation.document) === null,
    );
    const absent = new Set(accepted.map(({ at }) => at));
    if (!('endpoint' in (document.account ?? {}))) absent.delete('account');
    expect([...absent].filter((at) => !mayBeAbsent.test(at))).toEqual([]);
  });

  it('is invalid with a value of another type', () => {
    const isInvalid = openValidator(document.kind);
    const accepted = some(withOneWrongType(document)).filter(
      (mutation) => isInvalid(mutation.document) === null,
    );
    expect(accepted.map(({ at }) => at)).toEqual([]);
  });
});

/** A local run takes the first at each place: of a hundred words, the first. */
function some(mutations: readonly Mutation[]): readonly Mutation[] {
  if (isWhole) return mutations;
  const places = new Map(mutations.toReversed().map((mutation) => [mutation.at, mutation]));
  return [...places.values()];
}

const mayBeAbsent =
  /^(?:vocabularies\.[^.]+(?:\.[^.]+)?|consumers\.[^.]+|account\.(?:name|config|api_key_env)|changes\[\]\.(?:name|owner|replaces|differs_from)|.*\[\]\.(?:note|expires)|.*\.extra|diagnostics\[\]\.(?:file|line|column|related)|evaluations\[\]\.(?:words\[\]\.)?(?:file|line|column)|checks\[\]\.evidence\[\]\.(?:vocabulary_id|file|line|column)|(?:steps\[\]\.)?error\.(?:status|vendor_code|request_id)|error|instant|redeploy_words|consumers\[\]\.instant|instant\[\]\.owner|.*\.before\.lang)$/;

/** How deep the keys of a field are names that somebody has given, of which a version can add none. */
const namesUnder: Readonly<Record<string, number>> = { vocabularies: 2, consumers: 1 };

/** As a later minor version might write it. */
function extended(value: unknown, levelsOfNames = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => extended(item));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, held]) => {
    const levels = levelsOfNames > 0 ? levelsOfNames - 1 : (namesUnder[key] ?? 0);
    return [key, ['reason', 'rule', 'code'].includes(key) ? 'something_new' : extended(held, levels)];
  });
  return { ...Object.fromEntries(inner), ...(levelsOfNames > 0 ? {} : { something_new: { of: [1] } }) };
}

describe('a failure', () => {
  const failures = goldens.filter(
    ({ document }) => document.error !== undefined && document.changes === undefined,
  );

  it('is valid by one schema, whichever command came to nothing', () => {
    expect(failures.length).toBeGreaterThan(0);
    for (const { document } of failures) expect(strictValidator('error')(document)).toBeNull();
  });

  it.each(goldens.filter(({ document }) => document.error !== undefined && document.kind !== 'validate'))(
    'has an error, and so has a plan that was refused: $file',
    ({ document: { error: _error, ...rest } }) => {
      const mayDoWithout = 'outputs' in rest;
      expect(openValidator(rest.kind)(rest) === null).toBe(mayDoWithout);
    },
  );

  it('is told from every report', () => {
    const valid = goldens.filter(({ document }) => openValidator('error')(document) === null);
    expect(valid).toEqual(failures);
  });
});
