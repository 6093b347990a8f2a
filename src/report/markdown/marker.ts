/** What a comment is about, so that the next run finds it again. */
export interface MarkerSubject {
  readonly kind: string;
  /** The configuration's file: a repository may have several. */
  readonly config: string;
  /** What people call the account; null where it has no name. */
  readonly account: string | null;
  /** What is approved by approving the comment; null: nothing can be. */
  readonly digest: string | null;
}

/**
 * An HTML comment, which nobody sees:
 * `<!-- vocabsync:plan config="vocab.config.yaml" account="production" digest="vs2:sha256:…" -->`
 */
export function renderMarker({ kind, config, account, digest }: MarkerSubject): string {
  const named = account === null ? '' : ` account="${encodeValue(account)}"`;
  const approval = digest === null ? '' : ` digest="${digest}"`;
  return `<!-- vocabsync:${kind} config="${encodeValue(config)}"${named}${approval} -->`;
}

export interface OverviewSubject {
  readonly kind: string;
  /** The pattern, or the name, that stands for all configurations. */
  readonly config: string;
  readonly rows: readonly { readonly config: string | null; readonly digest: string | null }[];
}

/** The same for several configurations, each with its digest: ` digests="FILE=vs2:sha256:…;FILE=…"`. */
export function renderOverviewMarker({ kind, config, rows }: OverviewSubject): string {
  const times = countBy(rows);
  // Of two that are called alike nobody could say which was approved.
  const approvals = rows.flatMap(({ config: file, digest }) =>
    file === null || digest === null || times.get(file) !== 1 ? [] : `${encodeValue(file)}=${digest}`,
  );
  const digests = approvals.length === 0 ? '' : ` digests="${approvals.join(';')}"`;
  return `<!-- vocabsync:${kind} config="${encodeValue(config)}"${digests} -->`;
}

function countBy(rows: OverviewSubject['rows']): ReadonlyMap<string | null, number> {
  const times = new Map<string | null, number>();
  for (const { config } of rows) times.set(config, (times.get(config) ?? 0) + 1);
  return times;
}

/** Nothing in a file name may end the value or the comment. Letters of every script stay: encoded, one takes nine characters. */
function encodeValue(text: string): string {
  return text.replace(/[^\p{L}\p{N}_./ @+-]|-(?=-)|-$/gu, (character) =>
    encodeURIComponent(character).replace('-', '%2D'),
  );
}

/** What a report is about: two of the same subject take each other's place. */
export type Subject = Pick<MarkerSubject, 'kind' | 'config'>;

const pattern =
  /^<!-- vocabsync:([a-z]+) config="([^"]*)"(?: account="([^"]*)")?(?: digests?="([^"]*)")? -->$/;

export interface ParsedMarker extends MarkerSubject {
  /** What is approved for each of several configurations, by file; empty in a comment on one. */
  readonly digests: ReadonlyMap<string, string>;
}

function digestsIn(text: string): Map<string, string> {
  const digests = new Map<string, string>();
  for (const approval of text.split(';')) {
    const [encoded = '', digest = ''] = approval.split('=');
    const config = decode(encoded);
    if (config !== null && digest !== '') digests.set(config, digest);
  }
  return digests;
}

/**
 * Reads the marker of a comment or an issue: its very first line. null when that is none, as in a comment that quotes one.
 * @internal to be read by the action, which is a program of its own
 */
export function parseMarker(body: string): ParsedMarker | null {
  const [firstLine = ''] = body.split(/\r?\n/, 1);
  const [, kind, encoded, named, approved = null] = pattern.exec(firstLine) ?? [];
  const config = encoded === undefined ? null : decode(encoded);
  const account = named === undefined ? null : decode(named);
  if (kind === undefined || config === null) return null;
  const isOfOne = !firstLine.includes(' digests="');
  return {
    kind,
    config,
    account,
    digest: isOfOne ? approved : null,
    digests: isOfOne ? new Map() : digestsIn(approved ?? ''),
  };
}

/**
 * Says whether a comment or an issue is about the subject.
 * @internal to be asked by the action, which is a program of its own
 */
export function isAbout(body: string, { kind, config }: Subject): boolean {
  const marker = parseMarker(body);
  return marker !== null && marker.kind === kind && marker.config === config;
}

function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
