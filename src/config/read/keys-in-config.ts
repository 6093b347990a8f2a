import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { blotOut, findKeys, isBlotted, variablesOfCi } from '../../model/text/secrets.js';
import type { Reporting } from '../reading.js';
import { createSource, locationAt, type Source } from '../text/source.js';
import { child, type MappingTree, type ScalarTree, type Tree } from '../text/tree.js';

/**
 * Reports the keys in a text and blots them out before anything else looks at it: what comes later, messages and
 * source lines, cannot repeat them.
 */
export function withoutKeys(source: Source, report: Report): Source {
  const keys = findKeys(source.text);
  for (const { start } of keys) report(asError(keyInConfig, locationAt(source, start)));
  return keys.length === 0 ? source : createSource(source.file, blotOut(source.text, keys));
}

/** Where the name of a variable belongs, anything else may be a key. Returns the text for display. */
export function reportKeys(root: MappingTree, source: Source, report: Report): string {
  const tree = child(child(root, 'account'), 'api_key_env');
  const isHarmless = tree?.kind !== 'scalar' || isVariableName(tree.text) || tree.text === '';
  if (tree?.kind === 'scalar' && ofTheSystem.test(tree.text))
    report(asError(systemVariable(tree.text), locationAt(source, tree.start)));
  if (isHarmless || isBlotted(tree.text)) return source.text;
  report(asError(noVariable, locationAt(source, tree.start)));
  return blotOut(source.text, [tree]);
}

/** Reports what is a key in the file of a vocabulary, comments included. What it says of words and owner has rules of its own. */
export function reportKeysBeside(root: MappingTree, { source, report }: Reporting): void {
  const keys = findKeys(source.text);
  // Nearly always, and there may be thousands of words.
  if (keys.length === 0) return;
  const judged = ['hotwords', 'owner'].flatMap((name) => scalarsIn(child(root, name)));
  for (const { start } of keys) {
    if (judged.some((one) => one.start <= start && start < one.end)) continue;
    report(asError(keyInVocabulary, locationAt(source, start)));
  }
}

function scalarsIn(tree: Tree | null): readonly ScalarTree[] {
  if (tree === null) return [];
  if (tree.kind === 'scalar') return [tree];
  return (tree.kind === 'list' ? tree.items : tree.pairs.map(({ value }) => value)).flatMap(scalarsIn);
}

/** A pull request may change the line that names the variable. */
const ofTheSystem = new RegExp(`^${variablesOfCi}`);

function systemVariable(name: string): DiagnosticDraft {
  return {
    rule: 'invalid-value',
    message: `account.api_key_env is ${name}, which the CI system sets: it may be a token of the job, and would be sent to the vendor`,
    hint: 'write the name of a variable of your own, such as DASHSCOPE_API_KEY',
  };
}

function isVariableName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text);
}

const hint =
  'delete it, revoke the key, and write the name of an environment variable: api_key_env: DASHSCOPE_API_KEY';

const keyInConfig: DiagnosticDraft = {
  rule: 'key-in-config',
  message: 'an API key, or another secret, is written here (not shown)',
  hint,
};
const keyInVocabulary: DiagnosticDraft = {
  ...keyInConfig,
  hint: 'delete it, and revoke the key: it is in the history of this repository',
};
const noVariable: DiagnosticDraft = {
  rule: 'key-in-config',
  message: 'account.api_key_env must be the NAME of a variable; what stands here may be the key (not shown)',
  hint,
};
