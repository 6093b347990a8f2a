import { VocabError } from '../model/errors.js';
import { actions, type RequestAction, recognitionActions } from './call.js';

/**
 * What goes wrong. The kinds that end in `after`, and act-then-fail, broken-json and empty-200, carry the request
 * out before the answer is lost; the others leave the account alone.
 */
export const faultKinds = [
  'refuse',
  'act-then-fail',
  'cut-before',
  'cut-after',
  'hang',
  'hang-after',
  'throttle',
  'html-502',
  'html-502-after',
  'broken-json',
  'code-in-200',
  'empty-200',
] as const;
/** One of these ways to fail. */
export type FaultKind = (typeof faultKinds)[number];

export const faultActions = [...actions, ...recognitionActions, 'any'] as const;
/** Which requests a fault is for. */
export type FaultAction = (typeof faultActions)[number];

/** One thing that goes wrong with `count` requests of an action, after `skip` of them went well. */
export interface Fault {
  readonly kind: FaultKind;
  readonly action: FaultAction;
  readonly skip: number;
  readonly count: number;
}

/** The syntax of `parseFault`, for help texts. */
const faultSyntax = 'ACTION:KIND[@N][*TIMES]';

const faultText = /^([^:@*]+):([^:@*]+)(?:@([1-9]\d{0,8}))?(?:\*([1-9]\d{0,8}))?$/;

/**
 * Reads `create:cut-after`, `list:refuse@2` (the second list request) or `any:throttle@3*2` (the third and the
 * fourth request). Throws a VocabError `usage` for any other text.
 */
export function parseFault(text: string): Fault {
  const [, action = '', kind = '', nth = '1', times = '1'] = faultText.exec(text) ?? [];
  if (!isOneOf(faultActions, action) || !isOneOf(faultKinds, kind)) throw misspelt(text, action, kind);
  return { kind, action, skip: Number(nth) - 1, count: Number(times) };
}

/** The text that `parseFault` reads as this fault. */
export function spellFault({ kind, action, skip, count }: Fault): string {
  return `${action}:${kind}${skip === 0 ? '' : `@${skip + 1}`}${count === 1 ? '' : `*${count}`}`;
}

/** Tells for each request in turn what goes wrong with it; null: nothing. */
export type FaultPicker = (action: RequestAction | null) => FaultKind | null;

/** Each fault counts the requests it applies to by itself; where two are due at once, the earlier goes first. */
export function armFaults(faults: readonly Fault[]): FaultPicker {
  const armed = faults.map((fault) => ({ fault, seen: 0, left: fault.count }));
  return (action) => {
    const applying = armed.filter(({ fault }) => fault.action === 'any' || fault.action === action);
    for (const each of applying) each.seen += 1;
    const due = applying.find(({ fault, seen, left }) => seen > fault.skip && left > 0);
    if (due === undefined) return null;
    due.left -= 1;
    return due.fault.kind;
  };
}

/** Whether the request is carried out although its answer is lost. */
export function isActedOn(kind: FaultKind): boolean {
  switch (kind) {
    case 'act-then-fail':
    case 'cut-after':
    case 'hang-after':
    case 'html-502-after':
    case 'broken-json':
    case 'empty-200':
      return true;
    case 'refuse':
    case 'cut-before':
    case 'hang':
    case 'throttle':
    case 'html-502':
    case 'code-in-200':
      return false;
  }
}

/** Whether it meets a stream before there is one; the other kinds meet the first task on it. */
export function isOfHandshake(kind: FaultKind): boolean {
  return ['refuse', 'throttle', 'html-502', 'html-502-after'].includes(kind);
}

function isOneOf<T extends string>(allowed: readonly T[], text: string): text is T {
  return (allowed as readonly string[]).includes(text);
}

function misspelt(text: string, action: string, kind: string): VocabError {
  const quoted = JSON.stringify(text);
  if (action === '' || kind === '') {
    const hint = `Write ${faultSyntax}, such as create:cut-after or list:refuse@2. ${allowedWords()}`;
    return new VocabError('usage', `${quoted} is not a fault`, { hint });
  }
  const wrong = isOneOf(faultActions, action)
    ? `kind ${JSON.stringify(kind)}`
    : `action ${JSON.stringify(action)}`;
  return new VocabError('usage', `the fault ${quoted} names the unknown ${wrong}`, { hint: allowedWords() });
}

function allowedWords(): string {
  return `Actions: ${faultActions.join(', ')}. Kinds: ${faultKinds.join(', ')}.`;
}
