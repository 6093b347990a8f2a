import { loadConfig } from '../../config/read/load.js';
import { catalogueWith } from '../../model/catalogue/target-models.js';
import type { Config } from '../../model/config.js';
import { allowanceNames } from '../../model/plan.js';

/** What a value names that is in the configuration, or that is known beforehand. */
export type NameKind = 'vocabulary' | 'consumer' | 'evaluation' | 'allowance' | 'model' | 'endpoint';

const kinds: Readonly<Record<string, NameKind>> = {
  vocabulary: 'vocabulary',
  consumer: 'consumer',
  evaluations: 'evaluation',
  allow: 'allowance',
  model: 'model',
  endpoint: 'endpoint',
};

/** Says what the value of an option names, or an argument; null: nothing that is known. */
export function namesFor(option: string): NameKind | null {
  return kinds[option] ?? null;
}

export interface ConfigPlace {
  readonly cwd: string;
  /** As the user typed it; undefined: the usual one. */
  readonly file: string | undefined;
}

/** Lists the names there are. A configuration that cannot be read has none: this is no place for diagnostics. */
export async function listNames(kind: NameKind, place: ConfigPlace): Promise<string[]> {
  if (kind === 'endpoint') return ['emulator'];
  const config = await configAt(place);
  return namesIn(kind, config).filter(isSafe).toSorted();
}

async function configAt({ cwd, file }: ConfigPlace): Promise<Config | null> {
  return (await loadConfig({ cwd, ...(file === undefined ? {} : { file }) })).config;
}

function namesIn(kind: Exclude<NameKind, 'endpoint'>, config: Config | null): string[] {
  const vocabularies = config?.vocabularies ?? [];
  switch (kind) {
    case 'vocabulary':
      return vocabularies.map(({ name }) => name);
    case 'consumer':
      return (config?.consumers ?? []).map(({ name }) => name);
    case 'evaluation':
      return (config?.evaluations ?? []).map(({ name }) => name);
    case 'model':
      return [...catalogueWith(config?.models ?? {}).keys()];
    case 'allowance': {
      const addresses = vocabularies.flatMap(({ name, delivery, target_models }) =>
        delivery === 'instant' ? [name] : target_models.map(({ value }) => `${name}@${value}`),
      );
      return allowanceNames().flatMap((form) =>
        form.endsWith('=ADDRESS') ? addresses.map((address) => form.replace('ADDRESS', address)) : [form],
      );
    }
  }
}

/** A shell would make something else of other characters. */
function isSafe(name: string): boolean {
  return /^[\w.:/@+=,-]+$/.test(name);
}
