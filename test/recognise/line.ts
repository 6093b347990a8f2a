import { retried, retryBudget } from '../../src/apply/retry.js';
import { TransportFailure } from '../../src/model/errors.js';
import type { HttpRequest, HttpResponse, Transport } from '../../src/model/ports.js';
import type { Audio, Dial, Recogniser, RecognitionTask } from '../../src/model/recognition/recogniser.js';
import { createDashscopeRecogniser } from '../../src/recognise/dashscope-recogniser.js';
import type { RecogniserOptions } from '../../src/recognise/recogniser-options.js';
import { type ManualClock, manualClock, settle } from '../http/manual-clock.js';

export const key = 'sk-0123456789abcdef0123456789abcdef';

const noDial: Dial = () => Promise.reject(new Error('nobody was to be dialled'));
const noTransport: Transport = () => Promise.reject(new Error('nothing was to be sent'));

export interface TestLine {
  readonly recogniser: Recogniser;
  readonly clock: ManualClock;
}

/** A recogniser of which every part but those given fails, and whose failures are sent again without a pause. */
export function lineWith(parts: Partial<RecogniserOptions>): TestLine {
  const clock = manualClock();
  const random = (): number => 0;
  const instantly = { now: () => 0, sleep: settle };
  const ports = { clock: instantly, random, budget: retryBudget() };
  const recogniser = createDashscopeRecogniser({
    endpoint: 'https://dashscope.test/api/v1',
    url: 'https://dashscope.test/api/v1',
    key,
    workspace: null,
    version: '1.2.3',
    transport: noTransport,
    dial: noDial,
    clock,
    random,
    retry: (send, signal) => retried(send, ports, signal),
    silence_ms: 60_000,
    ...parts,
  });
  return { recogniser, clock };
}

export function audioOf(more: Partial<Audio> = {}): Audio {
  const bytes = new Uint8Array(7000).fill(1);
  return {
    name: 'clips/1.wav',
    bytes,
    url: null,
    format: 'wav',
    sample_rate: 16_000,
    duration_ms: 217,
    ...more,
  };
}

export function taskOf(model: string, more: Partial<RecognitionTask> = {}): RecognitionTask {
  const words = { vocabulary_id: null, vocabulary: null };
  return { audio: audioOf(), model, words, language_hints: null, ...more };
}

export type Reply = Partial<HttpResponse> | TransportFailure | object;

/** A transport that gives one reply after the other, the last one for ever, and keeps what it was asked. */
export function replies(...given: readonly Reply[]): { transport: Transport; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const transport: Transport = async (request) => {
    const reply = given[Math.min(asked.push(request), given.length) - 1] ?? {};
    if (reply instanceof TransportFailure) throw reply;
    const isResponse = 'status' in reply || 'body' in reply;
    const {
      status = 200,
      headers = {},
      body,
    } = (isResponse ? reply : { body: reply }) as Partial<Record<'status' | 'headers' | 'body', never>>;
    return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body ?? {}) };
  };
  return { transport, asked };
}
