import type pLimit from 'p-limit';
import { type RemoteFailure, VocabError } from '../model/errors.js';
import type { Account, ListedList, ObservedList } from '../model/observed.js';
import type { Plan, Step } from '../model/plan.js';
import type { Answer, Remote } from '../model/ports.js';
import type { StepResult } from '../model/result/apply-result.js';
import type { RetryPorts } from './retry.js';

/** The account that is written to, and what a run takes from the world. */
export interface ApplySession extends RetryPorts {
  /** Its reads are already retried; its writes are not. */
  readonly remote: Remote;
  /** Reads the whole account, the lists of interest in full. */
  readonly readAccount: (
    isOfInterest: (list: ListedList) => boolean,
    signal: AbortSignal | undefined,
  ) => Promise<Account>;
  /** Requests, or steps, under way at once. */
  readonly parallelism: number;
  /** Ends everything at once, requests under way included. */
  readonly signal?: AbortSignal | undefined;
}

export interface ApplyOptions {
  /** How long to wait for a written list to be `OK`, in milliseconds. */
  readonly wait: number;
  /** How long a create waits for a slot when the account is full by then, in milliseconds. */
  readonly waitSlot: number;
  /** Lets what is under way come to its end, and starts nothing more. */
  readonly stop?: AbortSignal | undefined;
  /** Keeps what is about to be overwritten or deleted. Rejects when it is not safely kept. */
  readonly saveBackup: SaveBackup;
  readonly onEvent: (event: ApplyEvent) => void;
}

export type SaveBackup = (list: ObservedList) => Promise<void>;

/** Said while it happens, for people who wait. */
export type ApplyEvent =
  | { readonly kind: 'started'; readonly step: Step }
  | { readonly kind: 'waiting'; readonly step: Step; readonly ms: number }
  /** There is no slot; `ms` are left in which one may come free. Said before each further look. */
  | { readonly kind: 'full'; readonly step: Step; readonly ms: number }
  /** One list is made at a time: the step waits for its turn, and then has it. */
  | { readonly kind: 'queued'; readonly step: Step }
  | { readonly kind: 'making'; readonly step: Step }
  /** The list is written and not in effect yet; `ms` have gone by since. Said before each further look. */
  | { readonly kind: 'deploying'; readonly step: Step; readonly ms: number }
  | { readonly kind: 'ended'; readonly result: StepResult }
  /**
   * Nothing is left to write, and lists that an earlier run has written are not in effect yet: so many, for which `ms` have
   * been waited. Said before each further look.
   */
  | { readonly kind: 'settling'; readonly lists: number; readonly ms: number };

/** What all steps of a run share. */
export interface Run {
  readonly plan: Plan;
  readonly session: ApplySession;
  readonly options: ApplyOptions;
  /** Lets one create look and send at a time: its own creates would shift the pages that another one reads. */
  readonly oneCreate: ReturnType<typeof pLimit>;
  /** Ids of the lists that came into being in this run, which is no reason for it to wonder about them. */
  readonly made: Set<string>;
  /** Ids of the lists that went in this run; a listing that lags behind may still show them. */
  readonly gone: Set<string>;
}

/** A pause before a step is the one thing under way that a stop need not wait for. */
export function stopOf({ session, options }: Run): AbortSignal {
  return AbortSignal.any([session.signal, options.stop].filter((one) => one !== undefined));
}

/** What one step has sent so far. Kept aside, so that a step that fails can still say it. */
export interface Trace {
  /** The list that is written, as soon as it is known. */
  vocabulary_id: string | null;
  /** What the last write was answered with. */
  request_id: string | null;
  /** Writing requests sent. */
  attempts: number;
  /** Whether the account may have been changed. */
  wrote: boolean;
  /** Whether a write was sent and nobody has seen yet what came of it. Nobody asks once the step is done. */
  doubt: boolean;
  /** Whether nobody can tell which of several equal lists the step has made: the answer that had its id was lost. */
  unclaimed: boolean;
  /** What is worth saying of a step that is done. */
  note: string | null;
}

/** Sends one write and notes what is known of its fate. */
export async function send<T>(trace: Trace, request: () => Promise<Answer<T>>): Promise<Answer<T>> {
  trace.attempts += 1;
  try {
    const answer = await request();
    trace.wrote = trace.doubt = true;
    trace.request_id = answer.request_id;
    return answer;
  } catch (error) {
    const answer = error instanceof VocabError ? error.remote : null;
    trace.request_id = answer?.request_id ?? null;
    if (!isRefusal(answer)) trace.wrote = trace.doubt = true;
    throw error;
  }
}

/** A run that is stopped while a write is under way leaves no answer either, so only a clear no is a no. */
function isRefusal(answer: RemoteFailure | null): boolean {
  const failure = answer?.failure;
  return failure === 'permanent' || failure === 'throttled' || failure === 'transient';
}
