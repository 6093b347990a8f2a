import { asError, type DiagnosticDraft, type Location, type Report } from '../../model/diagnostic.js';
import { isForTools } from '../../model/disk.js';
import type { Clip } from '../../model/evaluation/clip.js';
import { resolveInside } from '../read/paths.js';
import { type MappingTree, pairOf, show } from '../text/tree.js';

/** A line of a manifest. */
export interface Line {
  readonly text: string;
  /** The place of an offset in it. */
  readonly at: (offset: number) => Location;
}

/** What the recording is called: by us, by Kaldi's kin, by NeMo. */
const pathKeys = ['audio', 'wav', 'audio_filepath'] as const;
const keys = [...pathKeys, 'url', 'text'] as const;
/** What others call the text. */
const otherTexts = ['txt', 'transcript', 'transcription', 'sentence', 'reference', 'target'];
/** Half an hour of speech: texts are aligned, which takes the square of their length. */
const longestText = 10_000;

type Fields = ReadonlyMap<(typeof keys)[number], Field>;

interface Field {
  readonly key: string;
  /** null: it is no text. */
  readonly value: string | null;
  readonly location: Location;
  /** How messages name what stands there. */
  readonly shown: string;
}

/** Reads one clip. null: something of it is wrong, and all of that is reported. */
export function readClipLine(tree: MappingTree, line: Line, report: Report): Clip | null {
  const fields = fieldsOf(tree, line);
  const begin = line.at(tree.start);
  const problems = [
    ...[...fields.values()].filter(({ value }) => value === null).map(noTextThere),
    ...problemsOfAudio(fields, begin),
    ...problemsOfText(fields, tree, begin),
  ];
  for (const problem of problems) report(asError(problem));
  return problems.length === 0 ? clipOf(fields, begin) : null;
}

/** What is null says as little as what is not there. */
function fieldsOf(tree: MappingTree, line: Line): Fields {
  const fields = new Map<(typeof keys)[number], Field>();
  for (const key of keys) {
    const value = pairOf(tree, key)?.value ?? null;
    if (value === null || (value.kind === 'scalar' && value.style === 'literal' && value.text === 'null'))
      continue;
    const isText = value.kind === 'scalar' && value.style === 'quoted';
    const location = line.at(value.start);
    fields.set(key, { key, value: isText ? value.text : null, location, shown: show(value) });
  }
  return fields;
}

function problemsOfAudio(fields: Fields, begin: Location): DiagnosticDraft[] {
  const { names, urls } = namesIn(fields);
  const [name, ...others] = [...names, ...urls];
  if (name === undefined) {
    const isSaid = [...pathKeys, 'url' as const].some((key) => fields.get(key)?.value === null);
    return isSaid ? [] : [{ ...noAudio, location: begin }];
  }
  const again = names.length > 1 || urls.length > 1 ? others.slice(-1).map((one) => twoNames(name, one)) : [];
  return [...again, ...names.flatMap(problemOfPath), ...urls.flatMap(problemOfUrl)];
}

interface Names {
  readonly names: readonly NamedField[];
  readonly urls: readonly NamedField[];
}

interface NamedField extends Field {
  readonly value: string;
}

/** A URL may stand in the place of a path. */
function namesIn(fields: Fields): Names {
  const written = keys
    .filter((key) => key !== 'text')
    .flatMap((key) => fields.get(key) ?? [])
    .filter((field): field is NamedField => field.value !== null && field.value.trim() !== '');
  return { names: written.filter((one) => !isUrl(one)), urls: written.filter(isUrl) };
}

function isUrl({ key, value }: NamedField): boolean {
  return key === 'url' || /^[A-Za-z][A-Za-z0-9+.-]+:\/\//.test(value);
}

function problemOfPath({ value, location }: NamedField): DiagnosticDraft[] {
  if (/\p{Cc}/u.test(value)) return [{ ...unseenInPath, location }];
  const path = value.includes('\\') ? null : resolveInside('', value);
  return path === null || path === '' || isForTools(path) ? [outside(value, location)] : [];
}

/** The vendor fetches it. A user and a fragment are nothing for it, and the first is a secret. */
function problemOfUrl({ value, location }: NamedField): DiagnosticDraft[] {
  // Programs that read URLs mend much: `https:/host`, and line feeds.
  const isHttps = /^https:\/\/[^/\s\p{Cc}\\][^\s\p{Cc}\\]*$/iu.test(value) && URL.canParse(value);
  if (!isHttps) return [{ ...noUrl, location }];
  const { username, password } = new URL(value);
  const isBare = username === '' && password === '' && !value.includes('#');
  return isBare ? [] : [{ ...laden, location }];
}

function problemsOfText(fields: Fields, tree: MappingTree, begin: Location): DiagnosticDraft[] {
  const text = fields.get('text');
  if (text === undefined) return [{ ...noText(tree), location: begin }];
  if (text.value === null) return [];
  if (text.value.trim() === '') return [{ ...emptyText, location: text.location }];
  return text.value.length > longestText ? [longText(text)] : [];
}

function clipOf(fields: Fields, begin: Location): Clip {
  const { names, urls } = namesIn(fields);
  const path = names[0] ?? null;
  const url = urls[0] ?? null;
  return {
    path: path?.value ?? null,
    url: url?.value ?? null,
    text: fields.get('text')?.value ?? '',
    location: (path ?? url)?.location ?? begin,
  };
}

function noTextThere({ key, shown, location }: Field): DiagnosticDraft {
  return {
    rule: 'clips-form',
    message: `${key} must be a text; it is ${shown}`,
    hint: 'write it in double quotes',
    location,
  };
}

const noAudio: DiagnosticDraft = {
  rule: 'clips-audio-missing',
  message: 'the line names no recording',
  hint: 'add "audio" with its path from the folder of the manifest, or "url" with an https URL',
};

function twoNames({ key }: Field, other: Field): DiagnosticDraft {
  return {
    rule: 'clips-form',
    message: `${key} and ${other.key} both name the recording`,
    hint: 'keep one of them; beside the path of a file, "url" may say where the vendor finds it',
    location: other.location,
  };
}

const unseenInPath: DiagnosticDraft = {
  rule: 'clips-form',
  message: 'the path has a control character in it',
  hint: 'rename the file, or write the path anew',
};

function outside(path: string, location: Location): DiagnosticDraft {
  return {
    rule: 'clips-outside',
    message: `${path} is no path inside the folder of the manifest, or leads into one of git or vocabsync`,
    hint: 'put the recordings beside the manifest or below it, and write the path from there, with / between the names',
    location,
  };
}

// A URL may have a signature in it: it is shown at its line, and in no message.
const noUrl: DiagnosticDraft = {
  rule: 'clips-url',
  message: 'a URL must begin with https:// and a host, and have no white space in it',
  hint: 'write the https URL under which the vendor finds the recording',
};
const laden: DiagnosticDraft = {
  rule: 'clips-url',
  message: 'the URL has a user or a fragment in it',
  hint: 'leave it out; what only some may fetch has a signed URL',
};

function noText(tree: MappingTree): DiagnosticDraft {
  const other = otherTexts.find((key) => pairOf(tree, key) !== null);
  return {
    rule: 'clips-text-missing',
    message: 'the line does not say what is said',
    hint: other === undefined ? writeDown : `call ${JSON.stringify(other)} "text", if it says that`,
  };
}

const writeDown = 'add "text", written down by somebody who has listened to the clip';

const emptyText: DiagnosticDraft = {
  rule: 'clips-text-missing',
  message: 'the text is empty',
  hint: 'write down what is said; a clip in which nothing is said tells nothing',
};

function longText({ location }: Field): DiagnosticDraft {
  return {
    rule: 'clips-form',
    message: `the text is longer than ${longestText.toLocaleString('en')} characters`,
    hint: 'cut the recording at pauses, and write a line for each part',
    location,
  };
}
