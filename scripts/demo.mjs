/**
 * The main job, shown: this repository's own vocabularies on the embedded emulator, from an empty account to a repaired
 * drift. Runs in a copy, so it can be run again and leaves nothing behind. Exits with 1 when anything is not as it says.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';

const cli = resolve('dist/cli/main.js');
const folder = await mkdtemp(join(tmpdir(), 'vocabsync-demo-'));
try {
  for (const part of ['vocab.config.yaml', 'vocabularies', 'schemas']) {
    await cp(part, join(folder, part), { recursive: true });
  }
  await show();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function show() {
  say('An account without any lists, and three vocabularies in YAML, CSV, JSON and text files.');
  vocabsync('validate');
  vocabsync('plan', '--out', 'plan.json');
  say('The plan was reviewed: apply exactly this.');
  vocabsync('apply', 'plan.json');
  say('There is nothing left to do.');
  vocabsync('plan', '--detailed-exitcode');
  await meddle('acmesup');
  say('Somebody has changed a list behind our back: exit code 2, the words by name, and who notices.');
  expecting(2, 'drift');
  say('Put it right, and look once more.');
  vocabsync('apply', '--yes');
  vocabsync('drift');
  say('Your turn: README.md has the way to a real account, `npx vocabsync --help` the rest.');
}

function say(text) {
  console.log(`\n${styleText('cyan', `# ${text}`)}`);
}

function vocabsync(...args) {
  expecting(0, ...args);
}

function expecting(exitCode, ...args) {
  console.log(`\n${styleText('bold', `$ vocabsync ${args.join(' ')}`)}`);
  const { status } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== exitCode)
    throw new Error(`vocabsync ${args.join(' ')} ended with ${status}, not ${exitCode}`);
}

/** Another program, with the same account: takes two words out of a list, adds one and changes a weight. */
async function meddle(prefix) {
  const server = spawn(process.execPath, [cli, 'emulator', '--quiet'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await firstLine(server.stdout);
    const { vocabulary_list } = await call(url, { action: 'list_vocabulary', prefix });
    const { vocabulary_id } = vocabulary_list[0];
    const { vocabulary } = await call(url, { action: 'query_vocabulary', vocabulary_id });
    const [first, , , ...rest] = vocabulary;
    const changed = [{ ...first, weight: 1 }, ...rest, { text: 'Acme Typo', weight: 4 }];
    await call(url, { action: 'update_vocabulary', vocabulary_id, vocabulary: changed });
  } finally {
    server.kill();
  }
}

async function call(url, input) {
  const response = await fetch(`${url}/api/v1/services/audio/asr/customization`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo', 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'speech-biasing', input }),
  });
  const { output, message } = await response.json();
  if (output === undefined) throw new Error(message);
  return output;
}

async function firstLine(stream) {
  for await (const chunk of stream) return String(chunk).split('\n')[0];
  throw new Error('the emulator did not start');
}
