import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaUrl } from '../../../src/model/yaml/schema-url.js';

it.each(['config', 'vocabulary', 'plan'])(
  'names the published schema of %s, which is a file of the repository',
  (name) => {
    const url = new URL(schemaUrl(name));
    const [, owner, repository, branch, ...path] = url.pathname.split('/');
    expect([url.hostname, owner, repository, branch]).toEqual([
      'raw.githubusercontent.com',
      'vocabsync',
      'vocabsync',
      'main',
    ]);
    expect(existsSync(join(import.meta.dirname, '../../..', ...path))).toBe(true);
  },
);
