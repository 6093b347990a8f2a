import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { asError, type DiagnosticDraft, type Report } from '../../model/diagnostic.js';
import { dashMissing, type Slip, slipOf } from './slips.js';
import { locationAt, type Source } from './source.js';

const maxDepth = 64;
const maxErrors = 10;
/** Lexical tokens; the parser needs a second or so for as many. A list of 2,000 hotwords has 30,000 at most. */
const maxTokens = 500_000;

// failsafe: every scalar is a text, see tree.ts. The parser's own check of keys takes quadratic time, so it is done
// in yaml-tree.ts.
const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const;

interface Composed {
  readonly documents: readonly Document.Parsed[];
  readonly tokens: readonly CST.Token[];
}

type Say = (draft: DiagnosticDraft, offset: number) => null;

/** A YAML text with one document. */
export interface ParsedText {
  readonly contents: ParsedNode;
  /** The text without loss: white space and comments, too. */
  readonly tokens: readonly CST.Token[];
}

/** What the only document of a YAML text holds; null, and at least one diagnostic, when there is no such thing. */
export function parseDocument(source: Source, report: Report): ParsedText | null {
  const say = (draft: DiagnosticDraft, offset: number): null => {
    report(asError(draft, locationAt(source, offset)));
    return null;
  };
  const composed = composeDocuments(source.text, say);
  if (composed === null) return null;
  const [document, second] = composed.documents;
  if (document === undefined || document.contents === null) return say(noContent, 0);
  if (second !== undefined) return say(severalDocuments, second.range[0]);
  const told = new Set<number>();
  for (const { message, pos } of document.errors) {
    const { line } = locationAt(source, pos[0]);
    // One slip is several errors to the parser.
    if (told.size === maxErrors || told.has(line)) continue;
    told.add(line);
    // What is not closed was opened before, and the line on which that is found may be fine.
    const isUnclosed = /end with a|closing/.test(message);
    const slip = isUnclosed ? null : slipAt(line, source);
    if (slip === null) say(syntaxError(message), pos[0]);
    else say({ rule: 'yaml-syntax', message: `not valid YAML: ${slip.message}`, hint: slip.hint }, slip.at);
  }
  return document.errors.length === 0 ? { contents: document.contents, tokens: composed.tokens } : null;
}

/**
 * Lexer, parser and composer in lockstep, to stop before the composer, which recurses, meets what is nested too
 * deeply, and before a text that is small but dense takes half a minute.
 */
function composeDocuments(text: string, say: Say): Composed | null {
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  const tokens: CST.Token[] = [];
  const compose = (token: CST.Token): void => {
    tokens.push(token);
    documents.push(...composer.next(token));
  };
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) compose(token);
    lexemes++;
    if (lexemes > maxTokens) return say(tooLong, parser.offset);
    if (isTooDeep(parser)) return say(tooDeep, parser.offset);
  }
  for (const token of parser.end()) compose(token);
  documents.push(...composer.end());
  return { documents, tokens };
}

/** What is wrong with a line that the parser has stumbled over; `at` counts from the beginning of the text. */
function slipAt(line: number, { text, lineStarts }: Source): Slip | null {
  const lineOf = (number: number) =>
    text.slice(lineStarts[number - 1] ?? text.length, lineStarts[number]).trimEnd();
  const before = line > 1 ? lineOf(line - 1) : '';
  const slip = slipOf(lineOf(line)) ?? dashMissing(lineOf(line), before, lineOf(line + 1));
  return slip === null ? null : { ...slip, at: (lineStarts[line - 1] ?? 0) + slip.at };
}

function isTooDeep({ stack }: Parser): boolean {
  if (stack.length <= maxDepth) return false;
  const open = stack.filter(({ type }) => ['block-map', 'block-seq', 'flow-collection'].includes(type));
  return open.length > maxDepth;
}

const noContent: DiagnosticDraft = {
  rule: 'file-empty',
  message: 'the file has no content',
  hint: 'write at least one key; `vocabsync schema` prints which there are',
};
const severalDocuments: DiagnosticDraft = {
  rule: 'yaml-documents',
  message: 'the file holds more than one YAML document',
  hint: 'move each document to a file of its own, and delete the line ---',
};
const tooLong: DiagnosticDraft = {
  rule: 'yaml-too-large',
  message: `the file has more than ${maxTokens} YAML tokens`,
  hint: 'move the hotwords to .txt or .csv files and name them under include',
};
const tooDeep: DiagnosticDraft = {
  rule: 'yaml-too-deep',
  message: `lists and mappings are nested more than ${maxDepth} deep`,
  hint: 'close a bracket: nothing in this format nests so deeply',
};

function syntaxError(message: string): DiagnosticDraft {
  return {
    rule: 'yaml-syntax',
    message: `not valid YAML: ${message}`,
    hint: 'correct the indentation, or put quotes around a text with special characters in it',
  };
}
