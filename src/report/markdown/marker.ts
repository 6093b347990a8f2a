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

/** Nothing in a file name may end the value or the comment. */
function encodeValue(text: string): string {
  return text.replace(/[^\w./ @+-]|-(?=-)|-$/gu, (character) =>
    encodeURIComponent(character).replace('-', '%2D'),
  );
}

/** What a report is about: two of the same subject take each other's place. */
export type Subject = Pick<MarkerSubject, 'kind' | 'config'>;

const pattern = /^<!-- vocabsync:([a-z]+) config="([^"]*)"(?: account="([^"]*)")?(?: digest="([^"]*)")? -->$/;

/**
 * Reads the marker of a comment or an issue: its very first line. null when that is none, as in a comment that quotes one.
 * @internal to be read by the action, which is a program of its own
 */
export function parseMarker(body: string): MarkerSubject | null {
  const [firstLine = ''] = body.split(/\r?\n/, 1);
  const [, kind, encoded, named, digest = null] = pattern.exec(firstLine) ?? [];
  const config = encoded === undefined ? null : decode(encoded);
  const account = named === undefined ? null : decode(named);
  return kind === undefined || config === null ? null : { kind, config, account, digest };
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
