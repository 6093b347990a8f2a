import { type RetryPorts, retried, retryBudget } from '../apply/retry.js';
import type { Config } from '../model/config.js';
import { VocabError } from '../model/errors.js';
import type { Random, Transport } from '../model/ports.js';
import type { Dial, Recogniser, RecognitionEvent } from '../model/recognition/recogniser.js';
import type { RecogniserOptions } from '../recognise/recogniser-options.js';
import { keySource } from './api-key.js';
import { interruption, unfailing } from './from-callers.js';
import { inProcessAddress, keptEmulator } from './kept-emulator.js';
import { type Machine, thisMachine } from './machine.js';
import { type ApiKey, type RemoteOptions, reachVendor } from './reach-vendor.js';

/** How speech recognition is reached. Everything has a default. */
export interface RecognitionOptions extends RemoteOptions {
  /** As `openAccount` takes it: `emulator`, or a URL in place of the configuration's. */
  readonly endpoint?: string | undefined;
  /** In place of the variable that `account.api_key_env` names. */
  readonly api_key?: ApiKey | undefined;
  /** An account in this process that recognises, in place of every endpoint. */
  readonly emulator?: { readonly transport: Transport; readonly dial: Dial } | undefined;
  /** Ends everything at once. A recognition may be given one of its own besides. */
  readonly signal?: AbortSignal | undefined;
  /** Hears how far recognitions have come. */
  readonly onEvent?: ((event: RecognitionEvent) => void) | undefined;
  /** Hears of pauses before something is sent again. */
  readonly onRetry?: RetryPorts['onRetry'];
  /** Spreads the pauses between two tries: Math.random unless given. */
  readonly random?: Random | undefined;
}

/** As much of a configuration as it takes to reach recognition: the account that has the lists. */
type AccountOf = Pick<Config, 'account' | 'directory' | 'file'>;

/** A request has minutes of audio in it, and is answered when all of it was heard. */
const usualTimeout = 60_000;

/**
 * Opens the speech recognition of the account that a configuration is for. Sends nothing yet. Whatever fails in passing is
 * sent again, all of it from one budget, so open one for each run.
 * @throws VocabError as `openAccount` does
 */
export async function openRecogniser(
  config: AccountOf,
  options: RecognitionOptions = {},
  machine: Machine = thisMachine(),
): Promise<Recogniser> {
  const { random = Math.random, timeout = usualTimeout, onEvent, onRetry } = options;
  const always = options.signal && interruption(options.signal);
  const [{ createDashscopeRecogniser }, line] = await Promise.all([
    import('../recognise/dashscope-recogniser.js'),
    lineOf(config, { ...options, timeout }, machine),
  ]);
  const { clock } = machine;
  const ports = { clock, random, onRetry: onRetry && unfailing(onRetry), budget: retryBudget() };
  const recogniser = createDashscopeRecogniser({
    ...line,
    clock,
    random,
    silence_ms: timeout,
    retry: (send, signal) => retried(send, ports, signal),
    onEvent: onEvent && unfailing(onEvent),
  });
  return {
    ...recogniser,
    recognise: (task, also) => recogniser.recognise(task, eitherOf(always, also && interruption(also))),
  };
}

function eitherOf(one: AbortSignal | undefined, other: AbortSignal | undefined): AbortSignal | undefined {
  return one === undefined || other === undefined ? (one ?? other) : AbortSignal.any([one, other]);
}

type Line = Pick<
  RecogniserOptions,
  'endpoint' | 'url' | 'key' | 'workspace' | 'version' | 'transport' | 'dial'
>;

async function lineOf(
  config: AccountOf,
  options: RecognitionOptions & { readonly timeout: number },
  machine: Machine,
): Promise<Line> {
  const { account } = config;
  const configured = account.endpoint?.value ?? null;
  const inProcess = options.emulator ?? (await emulatorAt(options.endpoint ?? configured, config, machine));
  if (inProcess !== null) {
    const { transport, dial } = inProcess;
    return { ...inProcessAddress, workspace: account.workspace, version: machine.version, transport, dial };
  }
  const key = keySource(options.api_key, config, machine);
  const chosen = { ...account, endpoint: options.endpoint, configured, ...key };
  const { caller, transport, throttle } = await reachVendor(chosen, options, machine);
  const { websocketDial } = await import('../http/dial.js');
  const dial = websocketDial({ timeout_ms: options.timeout, env: machine.env });
  return { ...caller, transport: throttle.transport(transport), dial: throttle.dial(dial) };
}

/** The account beside the configuration; null: another endpoint is meant. */
async function emulatorAt(
  endpoint: string | null,
  config: AccountOf,
  machine: Machine,
): Promise<{ readonly transport: Transport; readonly dial: Dial } | null> {
  if (endpoint !== 'emulator') return null;
  const { transport, dial }: { transport: Transport; dial?: Dial } = await keptEmulator(config, machine);
  if (dial !== undefined) return { transport, dial };
  throw new VocabError('usage', 'this emulator does not recognise speech', {
    hint: 'give the endpoint of one that does',
  });
}
