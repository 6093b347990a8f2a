import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/report/forms.js';
import { plainLook } from '../support/look.js';
import { sayings } from './scenarios.js';

const look = { ...plainLook, config: 'envs/a b#1/vocab.config.yaml' };

const closed = { type: 'object', additionalProperties: false };
const text = { type: 'string', minLength: 1 };
const index = { type: 'integer', minimum: 0 };
const position = { type: 'integer', minimum: 1 };

/** What the standard allows of what we write, and what code scanning asks for beyond it: a place for every result. */
const schema = {
  ...closed,
  required: ['$schema', 'version', 'runs'],
  properties: {
    $schema: text,
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        ...closed,
        required: ['tool', 'results'],
        properties: {
          automationDetails: { ...closed, required: ['id'], properties: { id: text } },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            ...closed,
            required: ['driver'],
            properties: {
              driver: {
                ...closed,
                required: ['name'],
                properties: {
                  name: text,
                  version: text,
                  informationUri: text,
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: { ...closed, required: ['id'], properties: { id: text, helpUri: text } },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              ...closed,
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
              properties: {
                ruleId: text,
                ruleIndex: index,
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message: { ...closed, required: ['text'], properties: { text } },
                locations: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    ...closed,
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        ...closed,
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            ...closed,
                            required: ['uri'],
                            // A relative reference: no scheme, no query, no fragment.
                            properties: { uri: { type: 'string', pattern: '^[^/\\s:?#][^\\s:?#]*$' } },
                          },
                          region: {
                            ...closed,
                            required: ['startLine'],
                            properties: { startLine: position, startColumn: position },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const validate = new Ajv({ strict: false }).compile(schema);

async function logOf(name: string, also: Partial<typeof look> = {}) {
  const saying = sayings[name];
  if (saying === undefined) throw new Error(`there is no scenario ${name}`);
  return JSON.parse(await draw('sarif', saying, { ...look, ...also }));
}

describe('SARIF', () => {
  it.each(Object.keys(sayings))('keeps to the standard, and has a place for everything: %s', async (name) => {
    validate(await logOf(name));
    expect(validate.errors).toBeNull();
  });

  it.each(Object.keys(sayings))('names for each result the rule that it says: %s', async (name) => {
    const [{ tool, results }] = (await logOf(name)).runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('puts what has no place into the configuration, by its path from the root of the repository', async () => {
    const [{ results }] = (await logOf('failure')).runs;
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'envs/a%20b%231/vocab.config.yaml' },
    });
  });

  it('points at no file that is outside of the repository', async () => {
    const [{ results }] = (await logOf('validate-errors', { inRepository: () => null })).runs;
    for (const { locations } of results) {
      expect(locations[0].physicalLocation.artifactLocation.uri).toBe('envs/a%20b%231/vocab.config.yaml');
      expect(locations[0].physicalLocation.region).toBeUndefined();
    }
  });

  it('is about nothing where nothing is wrong', async () => {
    for (const name of [
      'plan-nothing',
      'drift-nothing',
      'diff-nothing',
      'validate-nothing',
      'restore-finished',
    ])
      expect((await logOf(name)).runs[0].results).toEqual([]);
  });
});
