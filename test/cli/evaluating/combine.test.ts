import { describe, expect, it } from 'vitest';
import { parseMarker } from '../../../src/report/markdown/marker.js';
import { openWard, usualClips, type Ward, wardConfig } from './ward.js';

const named = (name: string, options: Parameters<typeof wardConfig>[0] = {}) =>
  wardConfig(options).replace('region: singapore', `region: singapore, name: ${name}`);

const again = '  - { name: again, consumer: ward, clips: clips/ward.jsonl }\n';

/** What three accounts heard: all of it, too little of it, and nothing, as there is no key. */
async function heard(): Promise<Ward> {
  const ward = await openWard({ config: named('staging') });
  await ward.vocabsync('apply --yes');
  await ward.evaluate('--yes --out staging.json');
  await ward.write(
    'vocab.config.yaml',
    named('production', { evaluation: ', min_recall: 90%', extra: again }),
  );
  await ward.write('clips/ward.jsonl', clipLines('the patient has betaloc'));
  await ward.evaluate('--yes --out production.json');
  await ward.write('vocab.config.yaml', named('lab'));
  const { stdout } = await ward.evaluate('--yes --format json', { env: { DASHSCOPE_API_KEY: '' } });
  await ward.write('lab.json', stdout);
  return ward;
}

/** With another first text than what is heard. */
function clipLines(first: string): string {
  return usualClips
    .map(
      ({ text }, index) =>
        `${JSON.stringify({ audio: `00${index + 1}.wav`, text: index === 0 ? first : text })}\n`,
    )
    .join('');
}

describe('evaluations of several accounts', () => {
  it('have a row each, the worst first, and details where something is not as it should be', async () => {
    const ward = await heard();
    const { code, stdout, stderr } = await ward.vocabsync('combine staging.json production.json lab.json');
    expect(stderr).toBe('');
    expect(stdout).toContain('Evaluations: 3 accounts, 1 failed, 1 not passed, 1 fine\n');
    expect(stdout).toContain('  ! lab         key-missing: ');
    expect(stdout).toContain(
      '  ! production  2 evaluations, 1 threshold missed; the worst: ward: 1 of 2 hotwords heard with the list',
    );
    expect(stdout).toContain('  = staging     1 evaluation; ward: 2 of 2 hotwords heard with the list');
    expect(stdout).toContain('fail  recall is 50% (1 of 2');
    expect(stdout.match(/^consumer ward, /gm)?.length).toBe(2);
    // The key is missing: that is worse than a threshold that was missed.
    expect(code).toBe(7);
  });

  it('end with the worst of all: 0, 2 for a threshold or a word that got worse, 6 for a clip that failed', async () => {
    const ward = await heard();
    const codeOf = async (files: string) => (await ward.vocabsync(`combine ${files}`)).code;
    expect(await codeOf('staging.json')).toBe(0);
    expect(await codeOf('staging.json production.json')).toBe(2);
    const { stdout } = await ward.vocabsync('combine staging.json --format json');
    const [document] = (JSON.parse(stdout) as { documents: [{ evaluations: [object] }] }).documents;
    const withFields = (fields: object) =>
      JSON.stringify({
        ...document,
        account: { name: 'x', config: 'x.yaml' },
        evaluations: [{ ...document.evaluations[0], ...fields }],
      });
    const times = { said: 1, heard: 1 };
    const regressions = [{ word: 'betaloc', clips: ['002.wav'], before: times, now: { said: 1, heard: 0 } }];
    await ward.write(
      'worse.json',
      withFields({ baseline: { file: 'b.json', regressions, incomparable: 0 } }),
    );
    expect(await codeOf('staging.json worse.json')).toBe(2);
    const place = { file: 'clips/ward.jsonl', line: 1, column: 1 };
    const clip = { name: '001.wav', path: '001.wav', url: null, text: 'x', ...place };
    await ward.write(
      'failed.json',
      withFields({ failed: [{ ...clip, side: 'with', message: 'the connection ended', hint: null }] }),
    );
    expect(await codeOf('failed.json production.json staging.json')).toBe(6);
    const { stdout: shown } = await ward.vocabsync('combine failed.json');
    expect(shown).toContain('! x  1 evaluation, 1 clip failed; ward: ');
  });

  it('are one comment within its limit, whatever the number of accounts, evaluations and words', async () => {
    const ward = await heard();
    const { stdout } = await ward.vocabsync('combine production.json --format json');
    const [document] = (JSON.parse(stdout) as { documents: [{ evaluations: [object] }] }).documents;
    const files = Array.from({ length: 120 }, (_, n) => `p${n}.json`);
    for (const [n, file] of files.entries()) {
      const account = { name: `account${n}`, config: `envs/${n}.yaml` };
      const evaluations = Array.from({ length: 5 }, () => document.evaluations[0]);
      await ward.write(file, JSON.stringify({ ...document, account, evaluations }));
    }
    const { stdout: comment } = await ward.vocabsync(['combine', ...files, '--format', 'markdown']);
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(parseMarker(comment)?.kind).toBe('eval');
    expect(comment).toContain('120 accounts, 120 not passed');
    expect(comment.match(/^##### ward: /gm)).toHaveLength(40);
    expect(comment.match(/^… and 5 more evaluations; /gm)).toHaveLength(92);
    expect(comment).toContain('account119');
  });

  it.each(['json', 'html', 'junit', 'github', 'sarif'])('have the form %s', async (format) => {
    const ward = await heard();
    const { code, stdout } = await ward.vocabsync(`combine staging.json production.json --format ${format}`);
    expect(code).toBe(2);
    expect(stdout).toContain('production');
    expect(stdout).toContain('min_recall');
  });

  it('are not put beside plans', async () => {
    const ward = await heard();
    await ward.vocabsync('plan --out plan.json');
    const { code, stderr } = await ward.vocabsync('combine staging.json plan.json');
    expect(code).toBe(3);
    expect(stderr).toContain('staging.json is of an eval, plan.json of a plan');
  });
});
