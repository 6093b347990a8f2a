import { setMaxListeners } from 'node:events';
import { VocabError } from '../model/errors.js';
import { messageOf } from '../model/text/message-of.js';
import { quotable } from '../model/text/printable.js';

/*
 * What programs give to the library: signals with any reason, listeners that may throw, numbers of any kind. Behind this, a
 * run that is broken off ends as one that was, a listener harms nothing, and a number is one that can be used.
 */

/**
 * A signal that aborts when the given one does, with an error that has a code: whatever is under way tells a run that was broken
 * off from a bug by that.
 */
export function interruption(signal: AbortSignal): AbortSignal {
  const made = interruptions.get(signal);
  if (made !== undefined) return made;
  const controller = new AbortController();
  interruptions.set(signal, controller.signal);
  // Every request and every pause under way listens to it, and that there are many of them is no leak.
  setMaxListeners(0, signal, controller.signal);
  const end = (): void => controller.abort(asInterruption(signal.reason));
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return controller.signal;
}

/** One for each signal: a program gives the same to many runs, and each would listen to it for ever. */
const interruptions = new WeakMap<AbortSignal, AbortSignal>();

function asInterruption(reason: unknown): VocabError {
  if (reason instanceof VocabError) return reason;
  const why = messageOf(reason);
  return new VocabError('interrupted', `the run was interrupted: ${why}`, {
    hint: 'run it again: what was done stays done',
    cause: reason,
  });
}

type Listener<Event> = (event: Event) => void;

/**
 * A listener that never throws, also where it is an asynchronous one that nobody waits for: what goes wrong in it is a warning of
 * the process, and no reason to end a run half-way.
 */
export function unfailing<Event>(listener: Listener<Event>): Listener<Event> {
  return (event) => {
    try {
      const heard: unknown = listener(event);
      if (heard instanceof Promise) heard.catch(warn);
    } catch (error) {
      warn(error);
    }
  };
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

interface Bounds {
  readonly least: number;
  readonly most?: number;
  /** Whether it has to be a whole number. */
  readonly whole?: boolean;
}

/** What a timer of Node can wait, in milliseconds. */
export const longestTimeout = 2 ** 31 - 1;

/** @throws VocabError `usage` for a number that is out of bounds, or none */
export function requireNumber(
  name: string,
  value: number,
  { least, most = Number.POSITIVE_INFINITY, whole = false }: Bounds,
): number {
  const isFit = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isFit && value >= least && value <= most) return value;
  const bounds = most === Number.POSITIVE_INFINITY ? `${least} or more` : `from ${least} to ${most}`;
  throw new VocabError('usage', `${name} must be a ${whole ? 'whole ' : ''}number, ${bounds}, not ${value}`);
}

/** @throws VocabError `usage` for anything but one of a few texts */
export function requireOneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (allowed.some((one) => one === value)) return;
  throw new VocabError(
    'usage',
    `${name} must be one of ${allowed.join(', ')}, not ${quotable(String(value))}`,
  );
}

/** @throws VocabError `usage` for one text where several are taken */
export function requireArray(name: string, value: unknown): void {
  if (!Array.isArray(value)) throw new VocabError('usage', `${name} must be an array`);
}

/** Options without those that are undefined, which would take the place of a default. */
export function given<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}
