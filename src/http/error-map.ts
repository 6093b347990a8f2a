import type { ErrorCode, FailureClass, TransportPhase } from '../model/errors.js';

/**
 * How a request ended that did not succeed. A status of 200 means: with a code, or without what was asked for. Without a
 * status it failed by a message of a connection, or as a task of which others told.
 */
export type Outcome =
  | { readonly phase: TransportPhase }
  | { readonly phase: 'answered'; readonly status: number | null; readonly code: string | null };

export interface Verdict {
  readonly error: ErrorCode;
  readonly failure: FailureClass;
  /** What to do about it, as an instruction. */
  readonly hint: string;
}

/** What to do about a key that is refused, by the variable that it was read from. */
export function keyHint(key_env: string | undefined): string {
  const place = key_env === undefined ? 'what was given as the key is' : `${key_env} holds`;
  return `check that ${place} a valid key, and of the region in account.region: a key of one region is refused in the other`;
}

const hints = {
  pace: 'the limit is for the whole account, other programs included; wait, or lower --parallelism',
  key: keyHint(undefined),
  permission: 'let the key use speech recognition in its workspace, or correct account.workspace',
  redirect: 'redirects are not followed, the key would go along; name the final URL as the endpoint',
  down: 'try again later; give the request id when you ask the vendor',
  quota:
    'delete a list, or have the quota raised by the vendor and set account.list_quota; trying again cannot help',
  gone: 'the list was deleted meanwhile; plan again',
  overdue: 'pay what is due in the console of the vendor',
  model: 'check target_model, and that the model is offered in the region',
  workspace: 'check account.workspace, and that it is in the region',
  input:
    'one bad entry refuses the whole list; run vocabsync validate; the vendor may know limits it does not',
  refused: 'check the region and the path of the endpoint; give the request id when you ask the vendor',
  unreadable:
    'something other than the vendor may have answered; check the endpoint and any proxy in between',
  connect:
    'check the network, the endpoint, HTTPS_PROXY and NO_PROXY; behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to its certificate',
  lost: 'slow answers need a longer --timeout, and one that is too long is not from the vendor: check the endpoint and any proxy; if it was a write, plan again to see whether it was carried out',
} as const;

type HintName = keyof typeof hints;

/** Hints in the place of those that speak of lists. */
export type Hints = Readonly<Partial<Record<HintName, string>>>;

type Rule = readonly [status: string, code: string, error: ErrorCode, failure: FailureClass, hint: HintName];

/**
 * The vendor's table of errors; the first row that matches counts. In a status `x` stands for any digit, `none` for there
 * being none, in a code `*` for any ending. Messages are never matched: they change with the language and the month. Where nothing is known for
 * sure, the request counts as perhaps carried out.
 */
const rules: readonly Rule[] = [
  ['429', '*', 'throttled', 'throttled', 'pace'],
  ['401', '*', 'unauthenticated', 'permanent', 'key'],
  ['403', '*', 'forbidden', 'permanent', 'permission'],
  ['408', '*', 'unavailable', 'ambiguous', 'down'],
  ['3xx', '*', 'bad-response', 'permanent', 'redirect'],
  ['5xx', '*', 'unavailable', 'ambiguous', 'down'],
  // Where there is no status there is no list that could be one too many: what is allotted is the pace.
  ['none', 'Throttling*', 'throttled', 'throttled', 'pace'],
  // Of the rest, 200 among them, the code decides.
  ['xxx', 'Throttling.AllocationQuota', 'quota-full', 'permanent', 'quota'],
  ['xxx', 'Throttling*', 'throttled', 'throttled', 'pace'],
  ['xxx', 'BadRequest.ResourceNotExist', 'not-found', 'permanent', 'gone'],
  ['xxx', 'NotFound', 'not-found', 'permanent', 'gone'],
  ['xxx', 'InvalidApiKey', 'unauthenticated', 'permanent', 'key'],
  ['xxx', 'NOT AUTHORIZED', 'unauthenticated', 'permanent', 'key'],
  ['xxx', 'AccessDenied*', 'forbidden', 'permanent', 'permission'],
  ['xxx', 'Workspace.AccessDenied', 'forbidden', 'permanent', 'permission'],
  ['xxx', 'Model.AccessDenied', 'forbidden', 'permanent', 'permission'],
  ['xxx', 'Arrearage', 'account-overdue', 'permanent', 'overdue'],
  ['xxx', 'ModelNotFound', 'rejected', 'permanent', 'model'],
  ['xxx', 'WorkSpaceNotFound', 'rejected', 'permanent', 'workspace'],
  ['xxx', 'InvalidParameter*', 'rejected', 'permanent', 'input'],
  ['xxx', 'BadRequest.*', 'rejected', 'permanent', 'input'],
  ['none', 'InvalidFile*', 'rejected', 'permanent', 'input'],
  ['none', 'FILE_*', 'rejected', 'permanent', 'input'],
  ['xxx', 'InternalError*', 'unavailable', 'ambiguous', 'down'],
  ['xxx', 'SystemError', 'unavailable', 'ambiguous', 'down'],
  ['xxx', 'RequestTimeOut', 'unavailable', 'ambiguous', 'down'],
  ['xxx', 'ServiceUnavailable', 'unavailable', 'ambiguous', 'down'],
  ['4xx', '*', 'rejected', 'permanent', 'refused'],
  ['none', '', 'bad-response', 'ambiguous', 'unreadable'],
  ['none', '*', 'unavailable', 'ambiguous', 'down'],
];

/** What a failed request is to the user, and what it means for sending it again. Pure. */
export function classify(outcome: Outcome, instead: Hints = {}): Verdict {
  const [error, failure, hint] = judge(outcome);
  return { error, failure, hint: instead[hint] ?? hints[hint] };
}

type Judgement = readonly [error: ErrorCode, failure: FailureClass, hint: HintName];

function judge(outcome: Outcome): Judgement {
  switch (outcome.phase) {
    case 'connect':
      return ['unavailable', 'transient', 'connect'];
    case 'sent':
      return ['unavailable', 'ambiguous', 'lost'];
    case 'answered':
      return judgeAnswer(outcome.status, outcome.code ?? '');
  }
}

function judgeAnswer(status: number | null, code: string): Judgement {
  const rule = rules.find(([ofStatus, ofCode]) => isStatus(ofStatus, status) && isCode(ofCode, code));
  if (rule === undefined) return ['bad-response', 'ambiguous', 'unreadable'];
  const [, , ...judgement] = rule;
  return judgement;
}

function isStatus(pattern: string, status: number | null): boolean {
  if (pattern === 'xxx') return true;
  if (status === null) return pattern === 'none';
  return pattern === String(status) || pattern === `${Math.floor(status / 100)}xx`;
}

function isCode(pattern: string, code: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : code === pattern;
}
