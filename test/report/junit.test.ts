import { describe, expect, it } from 'vitest';
import { draw } from '../../src/report/forms.js';
import { plainLook as look } from '../support/look.js';
import { sayings } from './scenarios.js';

async function xmlOf(name: string): Promise<string> {
  const saying = sayings[name];
  if (saying === undefined) throw new Error(`there is no scenario ${name}`);
  return draw('junit', saying, look);
}

const tag = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g;

/** The names of the elements, once it is sure that each is closed where it should be and nothing else is markup. */
function elementsOf(xml: string): string[] {
  const [, body = ''] = xml.split('?>\n');
  const open: string[] = [];
  const names: string[] = [];
  const misplaced: string[] = [];
  for (const [, closing, name = ''] of body.matchAll(tag)) {
    if (closing === '') names.push(name);
    if (closing === '') open.push(name);
    else if (open.pop() !== name) misplaced.push(name);
  }
  expect([open, misplaced]).toEqual([[], []]);
  expect(body.replace(tag, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)|[^\P{Cc}\n]/u);
  return names;
}

function casesOf(xml: string, ending: string): string[] {
  return [...xml.matchAll(new RegExp(` name="([^"]*)"[^>]*><${ending}[ >]`, 'g'))].map(
    ([, name]) => name ?? '',
  );
}

describe('JUnit', () => {
  it.each(Object.keys(sayings))('is well-formed, and counts what is in it: %s', async (name) => {
    const xml = await xmlOf(name);
    const elements = elementsOf(xml);
    const amount = (element: string) => elements.filter((one) => one === element).length;
    expect(amount('testsuites')).toBe(1);
    expect(amount('testsuite')).toBe(1);
    const counts = `tests="${amount('testcase')}" failures="${amount('failure')}" errors="${amount('error')}"`;
    expect(xml).toContain(`<testsuites name="vocabsync" ${counts}>`);
    expect(xml).toContain(`${counts} skipped="${amount('skipped')}">`);
  });

  it('fails for every list that drifts, and for none that is kept on purpose or as it should be', async () => {
    const xml = await xmlOf('drift-everything');
    expect(casesOf(xml, 'failure')).toHaveLength(6);
    expect(casesOf(xml, 'system-out')).toEqual(
      expect.arrayContaining(['acmekit@fun-asr', 'drivers@fun-asr-realtime']),
    );
  });

  it('fails for what blocks a plan, and for no change that was asked for', async () => {
    expect(casesOf(await xmlOf('plan-blocked'), 'failure')).toEqual(['rival', 'no-slot']);
    expect(casesOf(await xmlOf('plan-mixed'), 'failure')).toEqual([]);
  });

  it('tells steps that failed from those that were skipped, and those of which nobody knows', async () => {
    const partly = await xmlOf('apply-partly');
    expect(casesOf(partly, 'failure')).toEqual([
      'update medical@fun-asr-realtime',
      'the account',
      'file-unwritable',
    ]);
    expect(casesOf(partly, 'skipped')).toHaveLength(1);
    expect(casesOf(await xmlOf('apply-lost'), 'error')).toEqual(['create support@fun-asr-realtime']);
    expect(casesOf(await xmlOf('restore-finished'), 'failure')).toEqual([]);
  });

  it('fails with the cause and with each error of the configuration, and with no warning', async () => {
    expect(casesOf(await xmlOf('failure'), 'error')).toEqual(['key-missing']);
    const checked = casesOf(await xmlOf('validate-errors'), 'failure');
    expect(checked).toEqual(['the configuration', 'hotword-too-long at a|b.yaml:3:5']);
    expect(casesOf(await xmlOf('validate-nothing'), 'failure')).toEqual([]);
  });
});
