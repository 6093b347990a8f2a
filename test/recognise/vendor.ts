import { TransportFailure } from '../../src/model/errors.js';
import type { Dial, DialRequest, Duplex } from '../../src/model/recognition/recogniser.js';

/** What the server's side of one connection can do. */
export interface Talk {
  /** Counted from 1. */
  readonly connection: number;
  /** The id of the task, once it was begun. */
  readonly task_id: () => string;
  /** An event of the task, with a payload, and more in its header. */
  readonly say: (event: string, payload?: object, header?: object) => void;
  readonly raw: (text: string) => void;
  /** Closes in order. */
  readonly hangUp: () => void;
  /** The line is cut. */
  readonly cut: () => void;
}

export interface Script {
  readonly run?: (talk: Talk) => void;
  readonly audio?: (talk: Talk, bytes: Uint8Array) => void;
  readonly finish?: (talk: Talk) => void;
}

export interface Call {
  readonly request: DialRequest;
  /** Texts, parsed, and the lengths of what was not text. */
  readonly sent: unknown[];
  readonly bytes: Uint8Array[];
  isClosed: boolean;
}

/** A sentence as a result has it. */
export function sentence(text: string, more: object = {}): object {
  const whole = { sentence_id: 1, begin_time: 0, end_time: 900, text, sentence_end: true, heartbeat: false };
  return { output: { sentence: { ...whole, ...more } }, usage: { duration: 1 } };
}

const usual: Required<Script> = {
  run: (talk) => talk.say('task-started'),
  audio: () => {},
  finish: (talk) => {
    talk.say('result-generated', sentence('你好'));
    talk.say('task-finished');
    talk.hangUp();
  },
};

/** A server in this process. What the script leaves out it does as the vendor's pages say. */
export function vendor(script: Script = {}): { dial: Dial; calls: Call[] } {
  const calls: Call[] = [];
  const dial: Dial = async (request) => {
    const call: Call = { request, sent: [], bytes: [], isClosed: false };
    return connect(call, calls.push(call), { ...usual, ...script });
  };
  return { dial, calls };
}

function connect(call: Call, connection: number, script: Required<Script>): Duplex {
  const inbox: (string | null | Error)[] = [];
  let wake = (): void => {};
  let task_id = '';
  const put = (item: string | null | Error): void => {
    inbox.push(item);
    wake();
  };
  const talk: Talk = {
    connection,
    task_id: () => task_id,
    say: (event, payload = {}, header = {}) =>
      put(JSON.stringify({ header: { event, task_id, attributes: {}, ...header }, payload })),
    raw: put,
    hangUp: () => put(null),
    cut: () => put(new TransportFailure('sent', 'the line was cut')),
  };

  function news(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  async function* messages(): AsyncGenerator<string> {
    for (;;) {
      const item = inbox.shift();
      if (item === null) return;
      if (item instanceof Error) throw item;
      if (item !== undefined) yield item;
      else await news();
    }
  }

  return {
    messages: { [Symbol.asyncIterator]: messages },
    async send(message) {
      if (typeof message !== 'string') {
        call.bytes.push(message);
        script.audio(talk, message);
        return;
      }
      const parsed = JSON.parse(message) as { header: { action: string; task_id: string } };
      call.sent.push(parsed);
      task_id = parsed.header.task_id;
      if (parsed.header.action === 'run-task') script.run(talk);
      else script.finish(talk);
    },
    close: () => {
      call.isClosed = true;
    },
  };
}
