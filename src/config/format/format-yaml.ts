import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { VocabError } from '../../model/errors.js';
import { reportKeys, withoutKeys } from '../read/keys-in-config.js';
import { type ParsedTree, parseWithTokens } from '../text/parse-whole.js';
import { createSource, locationAt, type Source } from '../text/source.js';
import { arrange } from './arrange.js';
import { type FileKind, kindOf, placeOfKind } from './file-kind.js';
import { findExplicitKey, findLongKey, readLayout } from './read-layout.js';
import { renderLayout } from './render-layout.js';
import { meansTheSame } from './same-meaning.js';

export interface FormatOptions {
  /** Whether hotwords are sorted. */
  readonly sort: boolean;
  /** What the file is, if its content does not say so; null: then it is left alone. */
  readonly otherwise: FileKind | null;
}

export interface Formatted {
  readonly text: string;
  /** It has aliases, which mean what comes before them: keys and words stay in their order. */
  readonly keepsOrder: boolean;
}

/**
 * Brings a YAML file of ours into its canonical form. null, and a diagnostic, for what is not one, or cannot be read.
 * @throws VocabError `unexpected` when the result would not mean the same: a bug, and nothing is to be written
 */
export function formatYaml(source: Source, options: FormatOptions, report: Report): Formatted | null {
  // A file in which every line ends as on Windows keeps that: git makes it so, and would undo anything else.
  const isWindows = source.text.includes('\n') && !/(?<!\r)\n/.test(source.text);
  const unix = createSource(source.file, source.text.replaceAll('\r\n', '\n'));
  if (withoutKeys(unix, report) !== unix) return null;
  const parsed = parseFaultless(unix, report);
  if (parsed === null) return null;
  const explicit = findExplicitKey(parsed.tokens);
  if (explicit !== null) {
    report(asError(explicitKey, locationAt(unix, explicit)));
    return null;
  }
  const long = findLongKey(parsed.tokens);
  if (long !== null) {
    report(asError(longKey, locationAt(unix, long)));
    return null;
  }
  const kind = kindOf(parsed.tree) ?? options.otherwise;
  if (kind === null || parsed.tree.kind === 'scalar') {
    report(asError(notOurs, locationAt(unix, 0)));
    return null;
  }
  if (
    parsed.tree.kind === 'mapping' &&
    kind === 'config' &&
    reportKeys(parsed.tree, unix, report) !== unix.text
  )
    return null;
  const formatted = write(unix, parsed, { kind, sort: options.sort });
  return isWindows ? { ...formatted, text: formatted.text.replaceAll('\n', '\r\n') } : formatted;
}

/** A tag or a merge key is an error that leaves a tree. */
function parseFaultless(source: Source, report: Report): ParsedTree | null {
  let isFaulty = false;
  const parsed = parseWithTokens(source, (found) => {
    isFaulty = true;
    report(found);
  });
  return isFaulty ? null : parsed;
}

function write(
  { file, text }: Source,
  { tree, tokens }: ParsedTree,
  { kind, sort }: { readonly kind: FileKind; readonly sort: boolean },
): Formatted {
  const place = placeOfKind(kind);
  const layout = readLayout(text, tokens);
  const result = renderLayout(arrange(layout, { place, sort }), place);
  const keepsOrder = layout.hasAliases;
  if (result === text) return { text, keepsOrder };
  const again = parseWithTokens(createSource(file, result), () => {});
  const comments = again === null ? [] : readLayout(result, again.tokens).comments;
  const isSame = again !== null && meansTheSame(tree, again.tree, { place, sort });
  if (isSame && hasSame(layout.comments, comments)) return { text: result, keepsOrder };
  throw new VocabError(
    'unexpected',
    `${file} would mean something else, or lose a comment, once it is formatted`,
    {
      hint: 'nothing was written; this is a bug in vocabsync: please report it with the file',
    },
  );
}

function hasSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.toSorted().join('\n') === others.toSorted().join('\n');
}

const notOurs: DiagnosticDraft = {
  rule: 'fmt-unknown-file',
  message: 'the file is neither a configuration nor a vocabulary nor a list of hotwords',
  hint: 'name files that vocabsync reads; without names, fmt takes those of the configuration',
};
const explicitKey: DiagnosticDraft = {
  rule: 'fmt-explicit-key',
  message: 'a key is written as `? key`, which fmt does not write again',
  hint: 'write the key as a word followed by a colon',
};
const longKey: DiagnosticDraft = {
  rule: 'fmt-long-key',
  message: 'a key is longer than YAML allows once what nobody sees in it is written as an escape',
  hint: 'shorten the key, or take out what was pasted into it by mistake',
};
