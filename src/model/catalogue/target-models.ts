/** Where an account is: each region has its own hosts, keys and models. */
export type Region = 'singapore' | 'beijing';
export const regions: readonly Region[] = ['singapore', 'beijing'];

/** A family of models: its models share their limits. */
export type Family = 'fun-asr' | 'qwen-audio' | 'paraformer';
export const families: readonly Family[] = ['fun-asr', 'qwen-audio', 'paraformer'];

/** What one recognition model can do with a hotword list. */
export interface TargetModel {
  readonly name: string;
  readonly family: Family;
  readonly regions: readonly Region[];
  /** Languages an entry may name; null where the vendor documents none. */
  readonly langs: readonly string[] | null;
  readonly weights: WeightRange;
  /** The first so many `language_hints` are read by recognition and the others are not; null where there is no limit. */
  readonly max_language_hints: number | null;
  /** More hotwords than this are an error. */
  readonly max_hotwords: number;
  /** More hotwords than this are safe only if the vendor's newest page is right. */
  readonly safe_hotwords: number;
  /** Whether recognition with it takes words with each request, beside or instead of a list. */
  readonly instant: boolean;
}

/** `super` is the one weight outside the range, allowed for at most `max_super` words of a list. */
export interface SuperHotwords {
  readonly super: number | null;
  readonly max_super: number;
}

/** Inclusive. */
export interface WeightRange extends SuperHotwords {
  readonly min: number;
  readonly max: number;
}

/** A line under `models:`. What it leaves out comes from the built-in model of that name, or from the family. */
export interface ModelAddition {
  readonly family: Family;
  readonly max_hotwords?: number | undefined;
  readonly langs?: readonly string[] | undefined;
  readonly weights?:
    | { readonly min: number; readonly max: number; readonly super?: number | undefined }
    | undefined;
  readonly regions?: readonly Region[] | undefined;
  readonly instant?: boolean | undefined;
}

/**
 * The day the built-in catalogue was last compared with the vendor's pages: the custom hotword user guide and the
 * model lists of both regions.
 */
export const catalogueDate = '2026-11-26';

/** Says of when the catalogue is, and how old that makes it: `2026-11-26, 30 days old`. */
export function catalogueAge(now: number): string {
  const days = Math.floor((now - Date.parse(catalogueDate)) / 86_400_000);
  return days < 1 ? catalogueDate : `${catalogueDate}, ${days === 1 ? '1 day' : `${days} days`} old`;
}

interface FamilyTraits {
  readonly langs: readonly string[] | null;
  readonly weights: WeightRange;
  readonly max_language_hints: number | null;
  readonly max_hotwords: number;
  /** The vendor's hotword user guide (late 2026) gives instant hotwords to qwen-audio-3.x in both regions, and to nothing else. */
  readonly instant: boolean;
}

export const noSuperHotwords: SuperHotwords = { super: null, max_super: 0 };
/** Where a model knows any (the vendor's hotword user guide, late 2026). */
export const superHotwords = { super: 50, max_super: 50 } as const satisfies SuperHotwords;

const plainWeights: WeightRange = { min: 1, max: 5, ...noSuperHotwords };
const superWeights: WeightRange = { min: 1, max: 5, ...superHotwords };

const traits: Readonly<Record<Family, FamilyTraits>> = {
  'fun-asr': {
    langs: ['zh', 'en', 'ja'],
    weights: plainWeights,
    max_language_hints: 1,
    max_hotwords: 500,
    instant: false,
  },
  'qwen-audio': {
    langs: null,
    weights: superWeights,
    max_language_hints: 4,
    max_hotwords: 2000,
    instant: true,
  },
  paraformer: {
    langs: ['zh', 'en', 'ja', 'yue', 'ko', 'de', 'fr', 'ru'],
    weights: plainWeights,
    max_language_hints: null,
    max_hotwords: 500,
    instant: false,
  },
};

/**
 * The newest user guide gives the "main version" of the fun-asr models this many; the other pages still say 500. Which
 * models that is, it does not say: read here as the undated ones, by others as all but the dated real-time ones.
 */
const undatedFunAsrHotwords = 2000;

const everywhere: readonly Region[] = ['singapore', 'beijing'];
const mainland: readonly Region[] = ['beijing'];

const builtIn: readonly (readonly [Family, readonly Region[], readonly string[]])[] = [
  [
    'fun-asr',
    everywhere,
    [
      'fun-asr-realtime',
      'fun-asr-realtime-2025-11-07',
      'fun-asr',
      'fun-asr-2025-11-07',
      'fun-asr-2025-08-25',
      'fun-asr-mtl',
      'fun-asr-mtl-2025-08-25',
      'fun-asr-flash-2026-06-15',
    ],
  ],
  [
    'fun-asr',
    mainland,
    [
      'fun-asr-realtime-2026-02-28',
      'fun-asr-realtime-2025-09-15',
      'fun-asr-flash-8k-realtime',
      'fun-asr-flash-8k-realtime-2026-01-28',
    ],
  ],
  [
    'qwen-audio',
    everywhere,
    ['3.0', '3.1'].flatMap((version) =>
      ['', '-streaming', '-filetrans'].map((mode) => `qwen-audio-${version}-asr-flash${mode}`),
    ),
  ],
  // The page of its SDK gives it both kinds of hotwords; the page on hotwords does not list it.
  ['qwen-audio', mainland, ['qwen-audio-3.1-asr-flash-message']],
  [
    'paraformer',
    mainland,
    ['paraformer-realtime-v2', 'paraformer-realtime-8k-v2', 'paraformer-v2', 'paraformer-8k-v2'],
  ],
];

/** The models that are known, by name. */
export type Catalogue = ReadonlyMap<string, TargetModel>;

/** The built-in models with the config's `models:` laid over them. */
export function catalogueWith(additions: Readonly<Record<string, ModelAddition>>): Catalogue {
  const catalogue = new Map<string, TargetModel>();
  for (const [family, offered, names] of builtIn) {
    for (const name of names) catalogue.set(name, familyModel(name, family, offered));
  }
  for (const [name, addition] of Object.entries(additions)) {
    catalogue.set(name, addedModel(name, addition, catalogue.get(name)));
  }
  return catalogue;
}

/** What the name of a model may look like: the vendor's are letters, digits, hyphens and dots. */
export const modelForm = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]*$/;

export function isModelName(text: string): boolean {
  return modelForm.test(text);
}

/** Whether a name ends in a date, as the vendor's frozen snapshots do. */
export function isSnapshot(model: string): boolean {
  return /-\d{4}-\d{2}-\d{2}$/.test(model);
}

function familyModel(name: string, family: Family, offered: readonly Region[]): TargetModel {
  const { max_hotwords, ...others } = traits[family];
  const disputed = family === 'fun-asr' && !isSnapshot(name);
  return {
    name,
    family,
    regions: offered,
    ...others,
    max_hotwords: disputed ? undatedFunAsrHotwords : max_hotwords,
    safe_hotwords: max_hotwords,
  };
}

function addedModel(name: string, addition: ModelAddition, known: TargetModel | undefined): TargetModel {
  const sameFamily = known?.family === addition.family;
  const base = sameFamily ? known : familyModel(name, addition.family, everywhere);
  const limit = addition.max_hotwords;
  return {
    ...base,
    regions: addition.regions ?? base.regions,
    langs: addition.langs ?? base.langs,
    weights: addition.weights ? addedWeights(addition.weights) : base.weights,
    max_hotwords: limit ?? base.max_hotwords,
    safe_hotwords: limit ?? base.safe_hotwords,
    instant: addition.instant ?? base.instant,
  };
}

function addedWeights({ min, max, super: extra }: NonNullable<ModelAddition['weights']>): WeightRange {
  return { min, max, super: extra ?? null, max_super: extra === undefined ? 0 : superHotwords.max_super };
}
