import {
  type Catalogue,
  catalogueDate,
  catalogueWith,
  type Family,
  families,
  isModelName,
  type ModelAddition,
  type Region,
  superHotwords,
  type TargetModel,
  type WeightRange,
} from '../../model/catalogue/target-models.js';
import { type Hotword, pairingKey } from '../../model/hotword.js';
import { scalar } from '../../model/yaml/scalar.js';
import type { VocabularyDraft } from './draft-vocabularies.js';

/*
 * The account holds lists that the built-in catalogue does not allow: for a model that it does not know or no longer has,
 * with weights or languages that the vendor's pages do not name, with more words. The vendor has taken them all the same,
 * so the configuration is told that it may: a line under `models` is the one place where that can be said, is read in
 * review, and goes again when the words are put right. The words stay as they are.
 */

/** A key that is added to the configuration. */
export interface ModelLine {
  /** The mapping it is added to: `['models']`, or that of one model in it. */
  readonly path: readonly string[];
  /** Key and value as YAML. */
  readonly entry: readonly [key: string, value: string];
}

export interface ModelLines {
  readonly lines: readonly ModelLine[];
  /** What people should know of them, a sentence each. */
  readonly remarks: readonly string[];
}

export interface Allowed {
  /** With the additions of the configuration. */
  readonly catalogue: Catalogue;
  readonly models: Readonly<Record<string, ModelAddition>>;
  readonly region: Region;
}

/** The lines that a configuration needs for what the account holds. */
export function modelLines(drafts: readonly VocabularyDraft[], allowed: Allowed): ModelLines {
  const models = [...new Set(drafts.flatMap(({ target_models }) => target_models))].filter(isModelName);
  const found = models.sort().map((model) => {
    const lists = drafts.filter(({ target_models }) => target_models.includes(model));
    return linesFor(
      model,
      lists.map(({ hotwords }) => hotwords),
      allowed,
    );
  });
  return { lines: found.flatMap(({ lines }) => lines), remarks: found.flatMap(({ remarks }) => remarks) };
}

type Lists = readonly (readonly Hotword[])[];

interface Field {
  readonly key: keyof ModelAddition;
  readonly value: string;
  readonly remark: string;
}

function linesFor(model: string, lists: Lists, { catalogue, models, region }: Allowed): ModelLines {
  const known = catalogue.get(model);
  const family = known?.family ?? familyOf(model);
  const traits = known ?? catalogueWith({ [model]: { family } }).get(model);
  if (traits === undefined) return { lines: [], remarks: [] };
  const fields = [
    ...regionField(traits, region),
    ...weightField(traits, lists),
    ...langField(traits, lists),
    ...sizeField(traits, lists),
  ];
  const written = models[model];
  const open = fields.filter(({ key }) => written?.[key] === undefined);
  const remarks = open.map(({ remark }) => remark);
  if (written !== undefined) {
    const lines = open.map(({ key, value }) => ({ path: ['models', model], entry: [key, value] as const }));
    return { lines, remarks };
  }
  if (known !== undefined && open.length === 0) return { lines: [], remarks: [] };
  const value = [`family: ${family}`, ...open.map((field) => `${field.key}: ${field.value}`)].join(', ');
  return {
    lines: [{ path: ['models'], entry: [scalar(model), `{ ${value} }`] }],
    remarks: known === undefined ? [unknownModel(model, family), ...remarks] : remarks,
  };
}

/** By the name, as the vendor's names begin with it so far. */
function familyOf(model: string): Family {
  return families.find((family) => model.toLowerCase().includes(family)) ?? 'fun-asr';
}

function unknownModel(model: string, family: Family): string {
  const guess = model.toLowerCase().includes(family)
    ? ''
    : '; its name says nothing of its family, so correct that if it is another';
  return `The catalogue of ${catalogueDate} does not know ${model}, be it newer or retired: a line under \`models\` allows it as one of the family ${family}${guess}.`;
}

function regionField({ name, regions }: TargetModel, region: Region): Field[] {
  if (regions.includes(region)) return [];
  const remark = `The catalogue of ${catalogueDate} has ${name} in ${regions.join(', ')} only: a line under \`models\` allows it in ${region}, where the account holds a list for it.`;
  return [{ key: 'regions', value: `[${[...regions, region].join(', ')}]`, remark }];
}

/** The largest that a configuration may name; what is beyond it no line allows. */
const mostWeight = 1000;

function weightField({ name, weights }: TargetModel, lists: Lists): Field[] {
  const words = lists.flat().filter(({ weight }) => isWritable(weight));
  const outside = words.filter(({ weight }) => !fits(weight, weights));
  const tooManySupers = lists.some((list) => supersIn(list, weights) > weights.max_super);
  if (outside.length === 0 && !tooManySupers) return [];
  const range = widened(weights, lists);
  const superKey = range.super === null ? '' : `, super: ${range.super}`;
  const values = [...new Set(outside.map(({ weight }) => weight))].sort((left, right) => left - right);
  const what = tooManySupers
    ? `More than ${weights.max_super} words of a list for ${name} have a weight of ${weights.super}`
    : `${counted(outside.length)} for ${name} ${outside.length === 1 ? 'has' : 'have'} a weight of ${values.join(', ')}, outside ${weights.min} to ${weights.max}`;
  return [
    {
      key: 'weights',
      value: `{ min: ${range.min}, max: ${range.max}${superKey} }`,
      remark: `${what}: kept as the account has it, and allowed by \`weights\` under \`models\`. What it does is not documented; correct it and take \`weights\` out again.`,
    },
  ];
}

function isWritable(weight: number): boolean {
  return Number.isInteger(weight) && weight >= 0 && weight <= mostWeight;
}

function fits(weight: number, range: WeightRange): boolean {
  return weight === range.super || (weight >= range.min && weight <= range.max);
}

function supersIn(list: readonly Hotword[], { super: superWeight }: WeightRange): number {
  return distinct(list.filter(({ weight }) => weight === superWeight)).length;
}

/** Few words of weight 50 stay super hotwords, so that the range between is not opened for a slip. */
function widened(weights: WeightRange, lists: Lists): WeightRange {
  const { super: known, max_super } = superHotwords;
  const superWeight = weights.super ?? known;
  const few = lists.every((list) => supersIn(list, { ...weights, super: superWeight }) <= max_super);
  const used = lists.flat().some(({ weight }) => weight === superWeight);
  const keepsSuper = few && (used || weights.super !== null);
  const values = lists
    .flat()
    .map(({ weight }) => weight)
    .filter((weight) => isWritable(weight) && !(keepsSuper && weight === superWeight));
  return {
    min: Math.min(weights.min, ...values),
    max: Math.max(weights.max, ...values),
    super: keepsSuper ? superWeight : null,
    max_super,
  };
}

function langField({ name, langs }: TargetModel, lists: Lists): Field[] {
  if (langs === null) return [];
  const used = new Set(lists.flat().flatMap(({ lang }) => (lang === null ? [] : [lang.trim()])));
  const added = [...used].filter((lang) => lang !== '' && !langs.includes(lang)).sort();
  if (added.length === 0) return [];
  return [
    {
      key: 'langs',
      value: `[${[...langs, ...added].map(scalar).join(', ')}]`,
      remark: `Words for ${name} name the lang ${added.join(', ')}, which the vendor does not document for it: kept, and allowed by \`langs\` under \`models\`.`,
    },
  ];
}

function sizeField({ name, max_hotwords }: TargetModel, lists: Lists): Field[] {
  const most = Math.max(...lists.map((list) => distinct(list).length));
  if (most <= max_hotwords) return [];
  const remark = `A list for ${name} has ${most} words, more than the ${max_hotwords} of the vendor's pages: \`max_hotwords\` under \`models\` allows them.`;
  return [{ key: 'max_hotwords', value: String(most), remark }];
}

function distinct(words: readonly Hotword[]): Hotword[] {
  return [...new Map(words.map((word) => [pairingKey(word), word])).values()];
}

function counted(amount: number): string {
  return amount === 1 ? '1 word' : `${amount} words`;
}
