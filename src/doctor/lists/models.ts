import {
  type Catalogue,
  catalogueAge,
  catalogueDate,
  catalogueWith,
} from '../../model/catalogue/target-models.js';
import { type Config, isInstant } from '../../model/config.js';
import { type Examination, type Finding, ok, problem, withList } from '../examination.js';
import type { Facts } from '../facts.js';
import { fromRules } from '../rules.js';

/** Is each model one that takes hotwords, in this region: in the configuration, and of the lists that are there? */
export const modelsAreOffered: Examination = (facts) => {
  const configured = fromRules('models', (config) =>
    ok(`taking hotwords in ${facts.connection.region}: ${modelsIn(config)}`),
  )(facts);
  const doubted = [...unknownLists(facts), ...vouchedFor(facts)];
  const isWell = configured.every(({ status }) => status === 'ok');
  return doubted.length > 0 && isWell ? doubted : [...configured, ...doubted];
};

/** Models that take hotwords by the word of the configuration alone: if they do not, nobody would say so. */
function vouchedFor({ configuration, now }: Facts): Finding[] {
  const config = configuration?.config ?? null;
  if (config === null) return [];
  const known = catalogueWith({});
  const used = new Set(modelNamesIn(config));
  const unknown = Object.keys(config.models).flatMap((name) =>
    known.has(name) || !used.has(name)
      ? []
      : problem('warn', {
          message: `that ${name} takes hotwords says a line under \`models\` alone; the catalogue (${catalogueAge(now)}) does not know it`,
          hint: 'look it up on the page of the vendor on hotwords; a newer vocabsync may know it, and the line can go then',
        }),
  );
  return [...unknown, ...sendingUnconfirmed(config, now)];
}

/** Words that are sent to a model that takes none do nothing, and nobody says so. */
function sendingUnconfirmed({ vocabularies, models }: Config, now: number): Finding[] {
  const sent = vocabularies
    .filter(isInstant)
    .flatMap(({ target_models }) => target_models.map(({ value }) => value));
  const known = catalogueWith({});
  return [...new Set(sent)]
    .filter((name) => models[name]?.instant === true && known.get(name)?.instant === false)
    .map((name) =>
      problem('warn', {
        message: `that ${name} takes words with each request says a line under \`models\` alone; the catalogue (${catalogueAge(now)}) says that it takes lists only`,
        hint: 'look it up on the page of the vendor on hotwords; if it is not so, take `instant` out, and make lists of its vocabularies',
      }),
    );
}

function modelsIn(config: Config): string {
  return [...new Set(modelNamesIn(config))].join(', ') || 'no models';
}

function modelNamesIn({ vocabularies }: Config): string[] {
  return vocabularies.flatMap(({ target_models }) => target_models.map(({ value }) => value));
}

/** Looks at the lists that are ours. What the configuration itself asks for, its rules have said. */
function unknownLists({ account, catalogue, now }: Facts): Finding[] {
  if (!account.done || account.value.plan === null) return [];
  return account.value.plan.changes.flatMap(({ after, before }) =>
    after !== null || before === null || catalogue.has(before.target_model)
      ? []
      : problem(
          'warn',
          {
            message: `${before.vocabulary_id} is made for ${before.target_model}, which is not in the catalogue of models that take hotwords (${catalogueAge(now)}): it may be retired`,
            hint: 'move its words to a model that is offered, and delete the list',
          },
          [{ text: before.target_model, vocabulary_id: before.vocabulary_id }],
        ),
  );
}

/** Is the model of the list that was asked about one that takes hotwords in the region? */
export const modelIsOffered = withList((list, _pairing, { catalogue, connection, now }) => {
  const { region } = connection;
  const known = catalogue.get(list.target_model);
  if (known === undefined) return [unknownModel(list.target_model, catalogue, now)];
  if (region !== null && !known.regions.includes(region)) {
    return [
      problem('fail', {
        message: `${list.target_model} is offered in ${known.regions.join(', ')}, not in ${region}`,
        hint: `make a list for a model of ${region}, or recognise in ${known.regions.join(' or ')}`,
      }),
    ];
  }
  return [ok(`${list.target_model} takes hotwords${region === null ? '' : ` in ${region}`}`)];
});

function unknownModel(model: string, catalogue: Catalogue, now: number): Finding {
  return problem(
    'warn',
    {
      message: `${model} is not in the catalogue of models that take hotwords (${catalogueAge(now)}): it may be retired, or newer than the catalogue`,
      hint: 'look it up on the page of the vendor on hotwords; a newer vocabsync may know it',
    },
    [`the catalogue has ${catalogue.size} models`],
  );
}

/** The vendor's models move monthly. */
const oldDays = 90;

/** Is the catalogue recent enough to be believed? */
export const catalogueIsRecent: Examination = ({ now }) => {
  const age = catalogueAge(now);
  const days = (now - Date.parse(catalogueDate)) / 86_400_000;
  if (days <= oldDays) return [ok(`of ${age}`)];
  return [
    problem('warn', {
      message: `the catalogue of models is of ${age}: models come and go monthly`,
      hint: 'install a newer vocabsync; what it does not know yet goes under `models:`',
    }),
  ];
};
