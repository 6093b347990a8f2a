import type { Config } from '../../model/config.js';
import { asError, collectFindings, type Diagnostic, type Report } from '../../model/diagnostic.js';
import type { Disk } from '../../model/disk.js';
import { blotOut, findKeys } from '../../model/text/secrets.js';
import type { Reading } from '../reading.js';
import { defaultsSchema } from '../schema/config-schema.js';
import { once } from '../schema/fields.js';
import { parseStructure } from '../schema/parse-structure.js';
import { structureOf } from '../schema/structure.js';
import { parseMapping } from '../text/parse-yaml.js';
import { locationAt, type Source } from '../text/source.js';
import { child, type MappingTree, wholeNumberOf } from '../text/tree.js';
import { assembleConfig, checkPruneAndNamespace } from './assemble.js';
import { collectVocabularies } from './collect.js';
import { reportKeys, withoutKeys } from './keys-in-config.js';
import { createReader } from './reader.js';
import { locatedTexts } from './vocabulary.js';

export interface LoadedConfig {
  /** null when the file is too broken to go on. Not null does not mean that there are no errors. */
  readonly config: Config | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that were read, by the file name the diagnostics use, keys blotted out. */
  readonly sources: ReadonlyMap<string, string>;
}

/** The one version of the format there is so far. */
const formatVersion = 1;

export interface ConfigLocation {
  /** The root, and nothing outside it. */
  readonly disk: Disk;
  /** The absolute path of the configuration's folder, for the files that are named relative to it later. */
  readonly directory: string;
  /** The configuration's file, from the root. */
  readonly path: string;
  /** Says how the user would type a path from the root. */
  readonly named: (path: string) => string;
}

/** The config and every file it names. */
export async function readConfig({ disk, directory, path, named }: ConfigLocation): Promise<LoadedConfig> {
  const { report, all } = collectFindings();
  const sources = new Map<string, string>();
  const config = await readInto({ disk, directory, path, named }, { report, sources });
  return { config, diagnostics: all(), sources };
}

async function readInto(
  { disk, directory, path, named }: ConfigLocation,
  { report, sources }: { readonly report: Report; readonly sources: Map<string, string> },
): Promise<Config | null> {
  const onRead = ({ file, text }: Source): void => {
    // The configuration, of which more is blotted out, may be read again as something else.
    if (!sources.has(file)) sources.set(file, blotOut(text, findKeys(text)));
  };
  const reader = createReader({ disk, named, onRead });
  const file = await reader.read(path, null, report);
  if (file === null) return null;
  const source = withoutKeys(file.source, report);
  sources.set(source.file, source.text);
  const root = await parseMapping(source, report);
  if (root === null || isTooNew(root, source, report)) return null;
  sources.set(source.file, reportKeys(root, source, report));
  const isRead = (other: string): boolean => sources.has(named(other));
  return interpret(root, { source, configPath: path, directory, reader, report, isRead });
}

/** Reads the vocabularies whatever is wrong with the rest, so that everything is said at once. */
async function interpret(
  root: MappingTree,
  begun: Omit<Reading, 'defaultWeight' | 'defaultModel'>,
): Promise<Config | null> {
  const structure = structureOf(root, 'vocabularies', begun);
  if (structure === null) return null;
  const raw = parseStructure(structure, root, begun);
  checkPruneAndNamespace(root, begun);
  const items = child(root, 'vocabularies');
  const reading: Reading = {
    ...begun,
    defaultWeight: defaultsSchema.safeParse(structure['defaults'], once).data?.weight ?? fallbackWeight,
    defaultModel: locatedTexts(child(child(root, 'defaults'), 'target_model'), begun.source)[0] ?? null,
  };
  const vocabularies = await collectVocabularies(items?.kind === 'list' ? items.items : [], reading);
  return raw === null ? null : assembleConfig({ raw, root, vocabularies }, reading);
}

/** Only so that the entries can be read while `defaults` is broken. */
const fallbackWeight = 4;

/** Then nothing else is said: what looks wrong may be right in that version. */
function isTooNew(root: MappingTree, source: Source, report: Report): boolean {
  const tree = child(root, 'version');
  const version = tree?.kind === 'scalar' ? wholeNumberOf(tree) : null;
  if (tree === null || version === null || version <= formatVersion) return false;
  const draft = {
    rule: 'version-unsupported',
    message: `version ${version} was made for a newer vocabsync; this one knows version ${formatVersion}`,
    hint: 'update vocabsync',
  };
  report(asError(draft, locationAt(source, tree.start)));
  return true;
}
