import { createEmulator, type Emulator } from '../../src/emulator/emulator.js';
import type { EmulatorSwitches } from '../../src/emulator/switches.js';
import { type ManualClock, manualClock } from '../support/emulator.js';

export const words = [{ text: 'Exothermic reaction', weight: 4 }];

type Input = Readonly<Record<string, unknown>>;

interface Shown {
  readonly gmt_create: string;
  readonly gmt_modified: string;
  readonly status: string;
}

/** The fields of all answers together; a test reads those that its request brings. */
export interface Body {
  readonly code: string;
  readonly message: string;
  readonly request_id: string;
  readonly usage: unknown;
  readonly output: Shown & {
    readonly vocabulary_id: string;
    readonly target_model: string;
    readonly vocabulary: readonly Record<string, unknown>[];
    readonly vocabulary_list: readonly (Shown & { readonly vocabulary_id: string })[];
  };
}

export interface Asked {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** An account in memory, and a client that speaks to it without a network. */
export interface Account {
  readonly clock: ManualClock;
  readonly emulator: Emulator;
  readonly ask: (action: string, input?: Input) => Promise<Asked>;
  /** Creates a list and returns its id. */
  readonly create: (input?: Input) => Promise<string>;
  /** The prefixes a listing shows, in its order. */
  readonly prefixes: (input?: Input) => Promise<readonly string[]>;
}

export const jsonHeaders = { authorization: 'Bearer sk-test', 'content-type': 'application/json' };
export const emulatorUrl = 'http://emulator.invalid/api/v1/services/audio/asr/customization';

export function openAccount(switches: Partial<EmulatorSwitches> = {}): Account {
  const clock = manualClock();
  const emulator = createEmulator({ clock, switches });
  const ask: Account['ask'] = async (action, input = {}) => send(emulator, envelope(action, input));
  return {
    clock,
    emulator,
    ask,
    create: async (input) => (await ask('create', { ...newList, ...input })).body.output.vocabulary_id,
    prefixes: async (input) => prefixesOf((await ask('list', input)).body.output.vocabulary_list),
  };
}

export const newList = { prefix: 'acme', target_model: 'fun-asr', vocabulary: words };

export function envelope(action: string, input: Input): unknown {
  return { model: 'speech-biasing', input: { action: `${action}_vocabulary`, ...input } };
}

export async function send(emulator: Emulator, body: unknown): Promise<Asked> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = { url: emulatorUrl, headers: jsonHeaders, body: text, signal: undefined };
  const { status, headers, body: answered } = await emulator.transport(request);
  return { status, headers, body: JSON.parse(answered) as Body };
}

function prefixesOf(rows: readonly { readonly vocabulary_id: string }[]): readonly string[] {
  return rows.map(({ vocabulary_id }) => vocabulary_id.split('-')[1] ?? '');
}
