import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { missingLines } from '../examples/readme.js';
import { type Block, blocksOf, commandsOf, squeeze } from '../pages/blocks.js';
import { actionInputs, createPageWorld, freePort, type PageWorld } from '../pages/page-world.js';
import { kindOf } from '../pages/yaml-blocks.js';
import { isWhole, oneIn } from '../support/sample.js';

/*
 * Every block of the README and of the docs is carried out, from top to bottom, in a repository of its own for each page:
 * commands are run by a shell against an account that is served over HTTP, configurations are written and checked. What a
 * console shows must be printed. A block that is for something else than vocabsync has its own check below, or is named
 * with the reason why it is not run. The READMEs of the examples are played by test/examples.test.ts.
 */

const project = join(import.meta.dirname, '../..');
const pages = ['README.md', 'README.zh-CN.md', ...namesIn('docs')];

/** By what it begins with: why no test of this file runs it. */
const elsewhere: Readonly<Record<string, string>> = {
  'npm ci && npm run demo': 'CI runs it, in a fresh clone',
  'docker build': 'needs a daemon; test/e2e/docker.test.ts does what the file says without one',
  'mkdir -p .vocabsync\ndocker run': 'the same',
  'source <(vocabsync completion bash)': 'test/e2e/completion.test.ts has the three shells',
};

const withBlocks = pages
  .map((page) => ({ page, blocks: blocksOf(readFileSync(join(project, page), 'utf8')) }))
  .filter(({ blocks }) => blocks.length > 0);

const isReference = (page: string) => page.startsWith('docs/commands/');
/** Of a translation, test/docs/translations.test.ts holds the blocks against those of its original. */
const isOriginal = (page: string) => !page.endsWith('.zh-CN.md');

describe.each(withBlocks.filter(({ page }) => !isReference(page) && (isWhole || isOriginal(page))))(
  '$page',
  ({ blocks }) => {
    let world: PageWorld;

    beforeAll(async () => {
      world = await createPageWorld(blocks.some(({ text }) => text.includes('vocabsync init')));
    });
    afterAll(() => world.close());

    it.each(linesOf(blocks))('holds in the block at line %i (%s)', async (_line, _language, block) => {
      const isElsewhere = Object.keys(elsewhere).some((start) => block.text.startsWith(start));
      expect(isElsewhere ? [] : await carryOut(block, world)).toEqual([]);
    });
  },
);

describe('what a command takes, which is shown by lines that have nothing to do with each other,', () => {
  let world: PageWorld;

  beforeAll(async () => {
    world = await createPageWorld(false);
    await world.merge('vocab.config.yaml', evaluated);
  });
  afterAll(() => world.close());

  describe.each(
    oneIn(
      4,
      withBlocks.filter(({ page }) => isReference(page)),
    ),
  )('$page', ({ blocks }) => {
    it.each(linesOf(blocks))('is understood at line %i (%s)', async (_line, _language, block) => {
      expect(await tryCommands(block, world)).toEqual([]);
    });
  });
});

it('what is left out is there', () => {
  const texts = withBlocks.flatMap(({ blocks }) => blocks.map(({ text }) => text));
  const stale = Object.keys(elsewhere).filter((start) => !texts.some((text) => text.startsWith(start)));
  expect(stale).toEqual([]);
});

/** What `eval` needs, and no page but its own has. */
const evaluated = `evaluations:
  - { name: ward, consumer: ward-dictation, clips: clips/ward.jsonl }
`;

function linesOf(blocks: readonly Block[]) {
  return blocks.map((block) => [block.line, block.language, block] as const);
}

/** What does not hold, with what was said about it. */
type Problems = Promise<readonly string[]>;

/** Each is understood: what it may object to is the account or a file, never the command line. */
async function tryCommands(block: Block, world: PageWorld): Problems {
  const problems: string[] = [];
  for (const { command } of commandsOf(block)) {
    if (/vocabsync [a-z]+ \[options\]|^vocabsync emulator/.test(command)) continue;
    const { code, said } = await world.run(command);
    if (code === 1 || /error\[usage\]|--help shows/.test(said)) problems.push(`${command}\n${said}`);
  }
  return problems;
}

async function carryOut(block: Block, world: PageWorld): Problems {
  switch (block.language) {
    case 'sh':
    case 'console':
      return runCommands(block, world);
    case 'yaml':
      return writeYaml(block, world);
    case '':
      // What a program prints, a tree of files, a line of a comment: nothing that anybody types.
      return [];
    default:
      // Programs have tests of their own, where what they need is installed.
      return languages.includes(block.language) ? [] : [`nobody runs ${block.language}`];
  }
}

const languages = ['python', 'java', 'js', 'json'];

async function runCommands(block: Block, world: PageWorld): Problems {
  const port = String(await freePort());
  const shown = commandsOf({ ...block, text: block.text.replaceAll('8787', port) });
  const problems: string[] = [];
  let server: string | null = null;
  for (const { command, exits, output } of shown) {
    if (/^(?:npx )?vocabsync emulator/.test(command)) {
      server = `${command} > emulator.log & until [ -s emulator.log ]; do sleep 0.05; done`;
      continue;
    }
    const beside = [server, `( ${command} )`, 'code=$?', 'kill %1', 'exit $code'].join('\n');
    const { code, said } = await world.run(server === null ? command : beside);
    if (!exits.includes(code ?? -1)) problems.push(`${command} ended with ${code}\n${said}`);
    const missing = missingLines(output, squeeze(said));
    if (missing.length > 0) problems.push(`${command} did not print ${missing.join(' | ')}\n${said}`);
  }
  return problems;
}

async function writeYaml({ text }: Block, world: PageWorld): Problems {
  switch (kindOf(text)) {
    case 'config':
      await world.write('vocab.config.yaml', text);
      break;
    case 'config-part':
      await world.merge('vocab.config.yaml', text);
      break;
    case 'vocabulary':
      await world.write(`vocabularies/${(parse(text) as { readonly name: string }).name}.yaml`, text);
      break;
    case 'vocabulary-part':
      await world.merge('vocabularies/medical.yaml', text);
      break;
    case 'vocabularies':
      return validated(text, world);
    case 'foreign':
      return foreignInputs(text);
  }
  const { code, said } = await world.run('vocabsync validate');
  return code === 0 ? [] : [said];
}

/** Vocabularies that stand in configurations: each by itself, with files in the place of those it includes. */
async function validated(text: string, world: PageWorld): Problems {
  const problems: string[] = [];
  for (const vocabulary of parse(text) as readonly { readonly include?: readonly string[] }[]) {
    const include = (vocabulary.include ?? []).map((path) => path.replaceAll('../', ''));
    const config = {
      version: 1,
      account: { region: 'singapore' },
      defaults: { target_model: 'fun-asr' },
      vocabularies: [{ ...vocabulary, include }],
    };
    await world.write('one.config.yaml', JSON.stringify(config));
    const { code, said } = await world.run('vocabsync validate -c one.config.yaml');
    if (code !== 0) problems.push(said);
  }
  return problems;
}

/** Steps of workflows and jobs of other systems: the inputs that they give to the action are ones that it takes. */
async function foreignInputs(text: string): Problems {
  const inputs = await actionInputs();
  const given = stepsIn(parse(text)).flatMap((step) => Object.keys(step));
  return given.filter((input) => !inputs.includes(input)).map((input) => `the action takes no ${input}`);
}

function stepsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  const isStep = 'uses' in value && String(value.uses).startsWith('vocabsync/') && 'with' in value;
  return isStep ? [value.with as object] : Object.values(value).flatMap(stepsIn);
}

function namesIn(folder: string): string[] {
  const names = readdirSync(join(project, folder), { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}
