import { dirname, resolve } from 'node:path';
import { createEmulator } from '../../emulator/emulator.js';
import { parseFault } from '../../emulator/faults.js';
import { serveEmulator } from '../../emulator/server.js';
import { fileStorage, memoryStorage } from '../../emulator/storage.js';
import { defaultSwitches, type EmulatorSwitches } from '../../emulator/switches.js';
import { readRecordings } from '../../library/evaluating/read-recordings.js';
import { VocabError } from '../../model/errors.js';
import { messageOf } from '../../model/text/message-of.js';
import { sharedFiles } from '../../workspace/shared-files.js';
import { makeStateFolder, statePath } from '../../workspace/state-folder.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import type { CommonOptions } from '../options.js';

export interface EmulatorOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
  readonly memory: boolean;
  readonly fault: readonly string[];
  readonly quota?: number;
  readonly maxHotwords?: number;
  /** Durations in milliseconds. */
  readonly latency?: number;
  readonly deployTime?: number;
  readonly visibilityLag?: number;
  readonly pageCap?: number;
  readonly refuseKeys: boolean;
  readonly recordings?: string;
  /** Milliseconds. */
  readonly taskTime?: number;
  readonly wholeSentences: boolean;
  readonly prefixMatch?: EmulatorSwitches['prefix_match'];
  readonly rate?: number;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Serves until the process is stopped. */
export async function emulator(options: EmulatorOptions, context: Context): Promise<ExitCode> {
  const { cwd, stdout, clock, interruption } = context;
  const file = options.config ?? 'vocab.config.yaml';
  const owner = { directory: dirname(resolve(cwd, file)), file };
  const storage = options.memory
    ? memoryStorage()
    : fileStorage(
        statePath(owner, 'emulator.json'),
        sharedFiles(context, () => makeStateFolder(owner)),
      );
  const recordings =
    options.recordings === undefined ? [] : (await readRecordings(options.recordings, context)).recordings;
  const account = createEmulator({ clock, switches: switchesOf(options), storage, recordings });
  const server = await serve(account, options);
  const { url } = server;
  interruption.addEventListener('abort', () => void server.close());
  stdout.write(`${url}\n`);
  if (!options.quiet) stdout.write(howToUse(url, options.recordings !== undefined));
  return exitCodes.done;
}

function howToUse(url: string, hears: boolean): string {
  const stream = `${url.replace(/^http/, 'ws')}/api-ws/v1/inference`;
  const lines = [
    `the account to look at: ${url}/`,
    `to use it:              --endpoint ${url}/api/v1, with any API key`,
    ...(hears ? [`to stream to it:        DASHSCOPE_WEBSOCKET_BASE_URL=${stream}`] : []),
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}

async function serve(account: Parameters<typeof serveEmulator>[0], { host, port }: EmulatorOptions) {
  try {
    return await serveEmulator(account, { host, port });
  } catch (cause) {
    const why = messageOf(cause);
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    const hint = isTaken
      ? 'choose another --port'
      : 'choose another --host, one of this machine, or another --port';
    throw new VocabError('usage', `cannot listen on ${host}:${port}: ${why}`, { hint, cause });
  }
}

function switchesOf(options: EmulatorOptions): EmulatorSwitches {
  const on = defaultSwitches;
  return {
    ...on,
    quota: options.quota ?? on.quota,
    max_hotwords: options.maxHotwords ?? on.max_hotwords,
    latency_ms: options.latency ?? on.latency_ms,
    deploy_ms: options.deployTime ?? on.deploy_ms,
    visibility_lag_ms: options.visibilityLag ?? on.visibility_lag_ms,
    page_cap: options.pageCap ?? on.page_cap,
    prefix_match: options.prefixMatch ?? on.prefix_match,
    rate_per_second: options.rate ?? on.rate_per_second,
    retry_after_seconds: options.retryAfter ?? on.retry_after_seconds,
    refuse_keys: options.refuseKeys,
    task_ms: options.taskTime ?? on.task_ms,
    partial_results: !options.wholeSentences,
    faults: options.fault.map(parseFault),
  };
}
