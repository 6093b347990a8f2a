import { isAliasPair } from '../../model/catalogue/alias.js';
import { isList } from '../../model/config.js';
import { prefixOf } from '../../model/observed.js';
import {
  type Examination,
  type Finding,
  ok,
  problem,
  skipped,
  unanswered,
  withList,
} from '../examination.js';
import type { Facts, Pairing } from '../facts.js';
import { traits } from './describe-list.js';

/** Does the account hold the list that was asked about? */
export const listExists: Examination = (facts) => {
  const { pairing } = facts;
  if (pairing === null) return [];
  if (!pairing.list.done) return [unanswered(pairing.list.error)];
  const { vocabulary_id, list } = pairing;
  if (list.value === null) return [absent(pairing, facts)];
  return [
    ok(`the account holds ${vocabulary_id}`, [
      { text: traits(list.value), vocabulary_id },
      ...ownerOf(facts),
    ]),
  ];
};

function absent({ vocabulary_id }: Pairing, { connection }: Facts): Finding {
  const { endpoint, region } = connection;
  const where = endpoint.done ? ` at ${endpoint.value}` : '';
  const isId = prefixOf(vocabulary_id) !== null;
  return problem(
    'fail',
    {
      message: `the account${where} holds no list ${vocabulary_id}${isId ? '' : ', which is no vocabulary_id: those are vocab-PREFIX-… with 32 digits'}`,
      hint: isId
        ? `it was deleted, or it is of another account${region === null ? '' : ` or another region than ${region}`}: take the id that \`vocabsync ids\` prints where its configuration is, and use the key of the account that has it`
        : 'what the vendor calls phrase_id, or a hotword group of its older services, is something else; take the id that `vocabsync ids` prints where its configuration is',
    },
    [{ text: vocabulary_id, vocabulary_id }],
  );
}

/** Which vocabulary has its prefix, where there is a configuration. */
function ownerOf({ configuration, pairing }: Facts): string[] {
  const prefix = prefixOf(pairing?.vocabulary_id ?? '');
  const owners = (configuration?.config?.vocabularies ?? [])
    .filter(isList)
    .filter((one) => one.prefix.value === prefix);
  return owners.map(({ name }) => `its prefix is that of the vocabulary "${name}"`);
}

/** Is the list made for exactly the model that recognition is called with? */
export const listPairs = withList(({ target_model }, { model, vocabulary_id }, facts) => {
  if (model === null)
    return [
      skipped('nobody said with which model it is used', 'add --model, with what the program really calls'),
    ];
  if (model === target_model) return [ok(`${model} is exactly the model of the list`)];
  return [
    problem(
      'fail',
      {
        message: mismatch(`the list is made for ${target_model}`, { model, target_model }),
        hint: pairingHint({ model, target_model }, facts),
      },
      [{ text: `target_model ${target_model}`, vocabulary_id }],
    ),
  ];
});

interface Mismatch {
  /** What recognition is called with. */
  readonly model: string;
  readonly target_model: string;
}

/** Says that the words do nothing, and why two names that look alike are no pair. */
export function mismatch(what: string, { model, target_model }: Mismatch): string {
  const alias = isAliasPair(model, target_model)
    ? '; an alias and its dated snapshot are different models to the vendor'
    : '';
  return `${what}, and recognition is called with ${model}: its words silently do nothing${alias}`;
}

/** A list can only be made for a model that the configuration would take. */
export function pairingHint(
  { model, target_model }: Mismatch,
  { catalogue, connection: { region } }: Pick<Facts, 'catalogue' | 'connection'>,
): string {
  const call = `call recognition with ${target_model}`;
  const known = catalogue.get(model);
  if (known === undefined) return `${call}; no list can be made for ${model}, as far as is known`;
  if (region !== null && !known.regions.includes(region))
    return `${call}; no list can be made for ${model} in ${region}`;
  return `${call}, or have a list made for ${model} (add it to the target_models of the vocabulary, and apply)`;
}
