import { describe, expect, it } from 'vitest';
import { config } from '../support/world.js';
import { openRepository, type Repository } from './repository.js';

const words = 'alpha\nbeta\n';

/** A configuration of one environment, which takes its words from above its folder. */
function environment(name: string | null, { key = 'DASHSCOPE_API_KEY' } = {}): string {
  const named = name === null ? '' : `, name: ${name}`;
  return `version: 1
account: { region: singapore${named}, api_key_env: ${key} }
guards: { update_interval: 0s }
vocabularies:
  - { name: medical, prefix: acmemed, target_model: fun-asr, include: [../../words/common.txt] }
`;
}

const staging = 'envs/staging/vocab.config.yaml';
const production = 'envs/production/vocab.config.yaml';

/** A git work tree with two environments of one set of words. */
async function twoEnvironments(
  configs: readonly [staging: string, production: string] = [
    environment('staging'),
    environment('production'),
  ],
): Promise<Repository> {
  return openRepository({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'words/common.txt': words,
    [staging]: configs[0],
    [production]: configs[1],
  });
}

async function digestOf({ vocabsync }: Repository, file: string): Promise<string> {
  const { stdout } = await vocabsync(['plan', '-c', file, '--format', 'json']);
  return (JSON.parse(stdout) as { digest: string }).digest;
}

describe('two accounts of one region with the same words', () => {
  it('have different digests', async () => {
    const here = await twoEnvironments();
    expect(await digestOf(here, staging)).not.toBe(await digestOf(here, production));
  });

  it('have different digests by the variables of their keys alone', async () => {
    const here = await twoEnvironments([environment(null, { key: 'STAGING_KEY' }), environment(null)]);
    const env = { STAGING_KEY: 'sk-any' };
    const { stdout } = await here.vocabsync(['plan', '-c', staging, '--format', 'json'], { env });
    expect((JSON.parse(stdout) as { digest: string }).digest).not.toBe(await digestOf(here, production));
  });

  it('are not applied by the digest of the other, and the message says whose it is', async () => {
    const here = await twoEnvironments();
    const digest = await digestOf(here, staging);
    const { code, stderr } = await here.vocabsync(['apply', '-c', production, '--expect-digest', digest]);
    expect(stderr).toContain(`not ${digest}, which approves the same changes for the account staging at `);
    expect(stderr).toContain('this is the account production at ');
    expect([code, here.writes()]).toEqual([5, []]);
  });

  it('are not applied by the plan file of the other, and the message says whose it is', async () => {
    const here = await twoEnvironments();
    await here.vocabsync(['plan', '-c', staging, '--out', 'plan.json']);
    const { code, stderr } = await here.vocabsync(['apply', 'plan.json', '-c', production]);
    expect(stderr).toContain('the plan was made for the account staging at ');
    expect(stderr).toContain('this is the account production at ');
    expect([code, here.writes()]).toEqual([5, []]);
  });

  it('are not applied by a plan file whose account was edited', async () => {
    const here = await twoEnvironments();
    await here.vocabsync(['plan', '-c', staging, '--out', 'plan.json']);
    const { stdout } = await here.vocabsync(['plan', '-c', staging, '--format', 'json']);
    await here.write('plan.json', stdout.replace('"name": "staging"', '"name": "production"'));
    const { code, stderr } = await here.vocabsync(['apply', 'plan.json', '-c', production]);
    expect(stderr).toContain('the plan file was edited');
    expect([code, here.writes()]).toEqual([3, []]);
  });

  it('are applied each by its own', async () => {
    const here = await twoEnvironments();
    const digest = await digestOf(here, production);
    const { code, stdout } = await here.vocabsync(['apply', '-c', production, '--expect-digest', digest]);
    expect(stdout).toContain('Apply for production: 1 done');
    expect([code, here.writes()]).toEqual([0, ['create']]);
  });
});

describe('an account with the name of another', () => {
  const alike = 'warning[account-named-alike]';
  const otherKey = environment('production', { key: 'OTHER_KEY' });

  it.each([
    ['key', otherKey],
    ['workspace', environment('production').replace('account: {', 'account: { workspace: ws-other,')],
  ])('is warned of where another configuration of the host has another %s', async (_, other) => {
    const here = await twoEnvironments([environment('production'), other]);
    for (const command of ['plan', 'apply --yes']) {
      const { stdout } = await here.vocabsync([...command.split(' '), '-c', staging]);
      expect(stdout).toContain(`${alike}: the account is called production, and so is that of ${production}`);
    }
  });

  it.each([
    ['both are one account', [environment('production'), environment('production')]],
    [
      'the other one is for another host',
      [environment('production'), environment('production').replace('singapore', 'beijing')],
    ],
    ['the names differ', [environment('staging'), otherKey]],
  ] as const)('is not warned of where %s', async (_, configs) => {
    const here = await twoEnvironments(configs);
    expect((await here.vocabsync(['plan', '-c', staging])).stdout).not.toContain(alike);
  });
});

describe('an account without a name', () => {
  const unnamed = 'warning[account-unnamed]';

  it('is warned of where another configuration is for the same host', async () => {
    const here = await twoEnvironments([environment(null), environment('production')]);
    for (const command of ['plan', 'apply --yes']) {
      const { stdout } = await here.vocabsync([...command.split(' '), '-c', staging]);
      expect(stdout).toContain(`${unnamed}: the account has no name, and ${production} is for the same host`);
      expect(stdout).toContain(`--> ${staging}:1:1`);
    }
  });

  it.each([
    ['it has one', [environment('staging'), environment(null)]],
    [
      'the other one is for another host',
      [environment(null), environment(null).replace('region: singapore', 'region: beijing')],
    ],
    ['the other one cannot be read', [environment(null), 'account: [']],
  ] as const)('is not warned of where %s', async (_, configs) => {
    const here = await twoEnvironments(configs);
    expect((await here.vocabsync(['plan', '-c', staging])).stdout).not.toContain(unnamed);
  });

  it('is not warned of where it is the only one', async () => {
    const here = await openRepository({ 'vocab.config.yaml': config({ medical: ['alpha'] }) });
    expect((await here.vocabsync('plan')).stdout).not.toContain(unnamed);
  });

  it('is warned of beside one of the same folder with another name', async () => {
    const here = await openRepository({
      'vocab.config.yaml': config({ medical: ['alpha'] }),
      'vocab.production.config.yaml': config({ medical: ['alpha'] }),
    });
    expect((await here.vocabsync('plan')).stdout).toContain(
      'and vocab.production.config.yaml is for the same',
    );
  });
});

describe('the name of an account', () => {
  it.each(['plan', 'drift', 'apply --yes', 'validate'])('stands in the headline of %s', async (command) => {
    const here = await twoEnvironments();
    const { stdout } = await here.vocabsync(`${command} -c ${production}`);
    expect(stdout).toMatch(/^(?:Plan|Drift|Apply|Valid) for production: /m);
  });

  it.each(['html', 'markdown', 'junit', 'sarif', 'json'])('stands in the form %s', async (format) => {
    const here = await twoEnvironments();
    const { stdout } = await here.vocabsync(`plan -c ${production} --format ${format}`);
    expect(stdout).toContain('production');
  });

  it('may be of any script, and stands in the marker of a comment', async () => {
    const here = await twoEnvironments([environment('staging'), environment('生产')]);
    const { stdout } = await here.vocabsync(`plan -c ${production} --format markdown`);
    expect(stdout).toMatch(/^<!-- vocabsync:plan config="[^"]*" account="生产" digest="vs2:/);
    expect(stdout).toContain('### vocabsync plan for 生产: 1 to create');
  });

  it.each(['"a b"', '-->', '""', '"a\\nb"', `"${'x'.repeat(64)}"`, '[a]', '"::error::"'])(
    'is refused where it is no name: %s',
    async (name) => {
      const here = await twoEnvironments([environment('staging'), environment(name)]);
      const { code, stdout } = await here.vocabsync(`validate -c ${production}`);
      expect(stdout).toContain('account.name must be 1 to 63 letters, digits and . _ -');
      expect(code).toBe(3);
    },
  );
});
