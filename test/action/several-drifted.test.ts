import { describe, expect, it } from 'vitest';
import { environment, keys, openEnvironments, pattern, production, staging } from './environments.js';
import { bot } from './github-stand-in.js';
import { push } from './step.js';

const nightly = { command: 'drift', issue: 'true', 'fail-on-drift': 'false' };
const applyAll = { command: 'apply', args: '--yes', comment: 'false' };

describe('a nightly look at several accounts', () => {
  it('opens one issue for all of them, and closes it when all are well', async () => {
    const { step, github } = await openEnvironments();
    const { code, outputs } = await step(nightly, push);
    expect(code).toBe(0);
    expect(outputs).toMatchObject({ 'exit-code': '2', 'has-changes': 'true', digest: '' });
    expect(github.issues).toMatchObject([
      { author: bot, title: `Hotword lists have drifted from ${pattern}`, state: 'open' },
    ]);
    await step({ ...applyAll, config: staging }, push);
    await step(nightly, push);
    expect(github.issues.map(({ state }) => state)).toEqual(['open']);
    expect(github.issues[0]!.body).toContain('| without drift | `staging` |');
    await step(applyAll, push);
    expect((await step(nightly, push)).outputs['has-changes']).toBe('false');
    expect(github.issues.map(({ state }) => state)).toEqual(['closed']);
  });

  it('fails the step where somebody wants that', async () => {
    const { step } = await openEnvironments();
    expect((await step({ ...nightly, 'fail-on-drift': 'true' }, push)).code).toBe(2);
  });

  it('says what has drifted also where another one cannot be looked at, and fails', async () => {
    const { step, github } = await openEnvironments();
    const { code } = await step(nightly, push, { STAGING_KEY: keys.STAGING_KEY });
    expect(code).toBe(7);
    expect(github.issues[0]!.body).toContain('| **failed** | `production` | key-missing: ');
    expect(github.issues[0]!.body).toContain('| with drift | `staging` |');
  });

  it('leaves the issue open as long as one of them cannot be looked at', async () => {
    const { step, github } = await openEnvironments();
    await step(nightly, push);
    await step(applyAll, push);
    await step(nightly, push, { STAGING_KEY: keys.STAGING_KEY });
    expect(github.issues.map(({ state }) => state)).toEqual(['open']);
  });

  it('names several lines in one line, and no more of them than a title takes', async () => {
    const { step, github } = await openEnvironments();
    await step({ ...nightly, config: `${staging}\n${production}` }, push);
    await step({ ...nightly, config: [...Array(9)].map(() => staging).join('\n') }, push);
    const [first, second] = github.issues.map(({ title }) => title);
    expect(first).toBe(`Hotword lists have drifted from ${staging}, ${production}`);
    expect(second).toMatch(/ …$/);
    expect(second!.length).toBeLessThan(256);
  });
});

describe('an account with a name', () => {
  it('stands in the title of its issue', async () => {
    const { step, github } = await openEnvironments();
    await step({ ...nightly, config: production }, push);
    expect(github.issues[0]!.title).toBe(`Hotword lists of production have drifted from ${production}`);
  });

  it('is found again by its configuration when it gets another name', async () => {
    const { step, github, write } = await openEnvironments();
    await step({ ...nightly, config: production }, push);
    await step({ command: 'plan', config: production });
    await write(production, environment('production').replace('name: production', 'name: live'));
    await step({ ...nightly, config: production }, push);
    await step({ command: 'plan', config: production });
    expect(github.issues).toHaveLength(1);
    expect(github.comments).toHaveLength(1);
    for (const { body } of [...github.issues, ...github.comments]) expect(body).toContain(' account="live"');
  });
});
