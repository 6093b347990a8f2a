/** What a comment is about, so that the next run finds it again. */
export interface MarkerSubject {
  readonly kind: string;
  /** The configuration's file: a repository may have several. */
  readonly config: string;
  /** What is approved by approving the comment; null: nothing can be. */
  readonly digest: string | null;
}

/** An HTML comment, which nobody sees: `<!-- vocabsync:plan config="vocab.config.yaml" digest="vs1:sha256:…" -->` */
export function renderMarker({ kind, config, digest }: MarkerSubject): string {
  const approval = digest === null ? '' : ` digest="${digest}"`;
  return `<!-- vocabsync:${kind} config="${encodeValue(config)}"${approval} -->`;
}

/** Nothing in a file name may end the value or the comment. */
function encodeValue(text: string): string {
  return text.replace(/[^\w./ @+-]|-(?=-)|-$/gu, (character) =>
    encodeURIComponent(character).replace('-', '%2D'),
  );
}
