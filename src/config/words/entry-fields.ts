import { foreignScale } from '../../model/catalogue/foreign-weight.js';
import { asError, asWarning, type DiagnosticDraft } from '../../model/diagnostic.js';
import type { ExtraFields } from '../../model/hotword.js';
import type { Reporting, WordReading } from '../reading.js';
import { locationAt } from '../text/source.js';
import { isNull, resolve, type ScalarTree, show, type Tree, wholeNumberOf } from '../text/tree.js';
import { normaliseText } from './normalise-text.js';
import { doubtAbout } from './word-doubts.js';

/* What an entry says, field by field. What is wrong with one is reported here. */

/** Null for what was reported. */
export function readText(tree: Tree, context: WordReading): string | null {
  const isText = tree.kind === 'scalar' && tree.style !== 'literal';
  const text = isText ? normaliseText(tree.text) : null;
  if (isText && text !== null && text !== '') {
    const doubt = doubtAbout(tree, text, context);
    if (doubt !== null) context.report(asWarning(doubt, locationAt(context.source, tree.start)));
    return text;
  }
  const message = text === '' ? 'a hotword is empty' : `a hotword must be a text, not ${show(tree)}`;
  say(context, tree.start, {
    rule: text === '' ? 'hotword-empty' : 'hotword-invalid',
    message,
    hint: 'write the word, or a mapping { text: …, weight: …, lang: … }',
  });
  return null;
}

/** A weight that is null was reported. A word of another program is worth more than its weight, and is taken without. */
export function readWeight(tree: Tree, context: WordReading): number | null {
  if (isNullWord(tree)) return context.defaultWeight;
  const isForeign = context.foreign !== undefined;
  if (isForeign && isBlank(tree)) return context.defaultWeight;
  const weight = tree.kind === 'scalar' ? (isForeign ? anyNumber(tree) : wholeNumberOf(tree)) : null;
  if (weight !== null && (isForeign || Number.isSafeInteger(weight))) return weight;
  if (isForeign) {
    context.report(asWarning(noWeight(show(tree)), locationAt(context.source, tree.start)));
    return context.defaultWeight;
  }
  say(context, tree.start, fullWidthWeight(tree) ?? quotedWeight(tree) ?? badWeight(show(tree)));
  return null;
}

/** As lang: null is none. Nothing at all may be a weight that somebody forgot. */
function isNullWord(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text !== '' && isNull(tree);
}

function isBlank(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.text.trim() === '';
}

/** A number as other programs write it: with decimals, as a text, in full width, with a comma for the point. */
function anyNumber({ text }: ScalarTree): number | null {
  const narrow = text.replace('−', '-').normalize('NFKC').trim();
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+$/.test(narrow)
    ? narrow.replaceAll(',', '')
    : narrow.replace(/^([-+]?\d+),(\d+)$/, '$1.$2');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** On a screen they look like the others. */
function fullWidthWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || !/^[-+－−＋]?[\d０-９]+(?:[.．]0*)?$/.test(tree.text)) return null;
  const narrow = tree.text.replace('−', '-').normalize('NFKC');
  if (narrow === tree.text) return null;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is written in full-width characters`,
    hint: `write ${narrow}: digits and signs of the ASCII width`,
  };
}

/** Scripts that write JSON make texts of their numbers. */
function quotedWeight(tree: Tree): DiagnosticDraft | null {
  if (tree.kind !== 'scalar' || tree.style !== 'quoted') return null;
  const weight = wholeNumberOf({ ...tree, style: 'plain', text: tree.text.trim() });
  if (weight === null) return null;
  const scale = foreignScale(weight);
  const advice = scale === null ? '' : `; ${weight} looks like ${scale}, and weights here are 1 to 5`;
  return {
    rule: 'weight-invalid',
    message: `the weight ${show(tree)} is quoted: a text, not a number`,
    hint: `write it in digits and without quotes${advice}`,
  };
}

function noWeight(shown: string): DiagnosticDraft {
  return {
    rule: 'weight-invalid',
    message: `${shown} is no weight; where the word is taken, it has the default one`,
    hint: 'correct it where the words come from, or in the file that is made',
  };
}

function badWeight(shown: string): DiagnosticDraft {
  return {
    rule: 'weight-invalid',
    message: `a weight must be a whole number, not ${shown}`,
    hint: 'write it in digits and without quotes, such as 4',
  };
}

/** Null also where it says nothing. */
export function readLang(tree: Tree, context: WordReading): string | null {
  if (tree.kind === 'scalar') {
    if (isNull(tree)) return null;
    if (tree.style !== 'literal') return tree.text.trim() === '' ? null : tree.text.trim();
  }
  say(context, tree.start, {
    rule: 'lang-invalid',
    message: `a lang must be a language code, not ${show(tree)}`,
    hint: 'write a code such as zh, en or ja, or leave the key out',
  });
  return null;
}

/** Null also where it says nothing. */
export function readExtra(tree: Tree, context: WordReading): ExtraFields | null {
  if (tree.kind !== 'mapping') {
    if (tree.kind === 'scalar' && isNull(tree)) return null;
    say(context, tree.start, {
      rule: 'extra-invalid',
      message: `extra must be a mapping, not ${show(tree)}`,
      hint: 'write the further fields as extra: { field: value }',
    });
    return null;
  }
  for (const { key, keyStart } of tree.pairs) {
    if (key !== '__proto__' && !['text', 'weight', 'lang'].includes(key)) continue;
    say(context, keyStart, {
      rule: 'extra-invalid',
      message: `extra may not hold "${key}"`,
      hint: key === '__proto__' ? 'delete it' : `write ${key} beside extra, not inside it`,
    });
  }
  return tree.pairs.length === 0 ? null : (valueOf(tree) as ExtraFields);
}

function valueOf(tree: Tree): unknown {
  if (tree.kind === 'scalar') return resolve(tree);
  if (tree.kind === 'list') return tree.items.map(valueOf);
  return Object.fromEntries(tree.pairs.map(({ key, value }) => [key, valueOf(value)]));
}

/** Reports an error at an offset of the file. */
export function say({ source, report }: Reporting, offset: number, draft: DiagnosticDraft): void {
  report(asError(draft, locationAt(source, offset)));
}
