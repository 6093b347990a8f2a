import { count } from '../../report/layout.js';
import type { Answers } from '../../scaffold/answers.js';
import { inFolder } from '../../scaffold/ci/place.js';
import { shellWord } from '../../scaffold/shell-word.js';
import type { Gathered } from './gather-answers.js';
import type { InitOptions } from './init-options.js';
import type { AccountLook, Looking } from './look-at-account.js';

/** What people should know who begin so, a sentence each. */
export function notesOf({ answers, look }: Gathered, { options, context, place }: Looking): string[] {
  const { region, vocabulary, namespace } = answers;
  const isAssumed = options.region === undefined && (options.yes || !context.interactive);
  return [
    ...(isAssumed
      ? [`${region} was taken for the region, the default; where the key is of another, correct \`region\``]
      : []),
    ...lookNotes(look, answers),
    ...(vocabulary?.examples === true
      ? [
          `the words in ${place.named(inFolder(place, `vocabularies/${vocabulary.name}.yaml`))} are examples: put yours in their place`,
        ]
      : []),
    ...(vocabulary?.delivery === 'instant'
      ? [
          `the consumer ${vocabulary.consumer} stands for your program: give it its name, and let the program send the words that apply writes into build/vocabularies.json for it`,
        ]
      : []),
    ...(look.as === 'lists' && look.prefixes.some((prefix) => prefix.startsWith(namespace))
      ? [
          `some of its lists begin with ${namespace}, your namespace: as long as \`prune\` is false, none is deleted`,
        ]
      : []),
    ...ciNotes(answers, options.ci),
  ];
}

function lookNotes(look: AccountLook, { region }: Answers): string[] {
  switch (look.as) {
    case 'no-key':
      return ['DASHSCOPE_API_KEY is not set here; `--endpoint emulator` tries everything out without one'];
    case 'unknown': {
      const { code, message, hint } = look.error;
      const why = code === 'unauthenticated' ? `; a key works in one region only, and this is ${region}` : '';
      return [
        `the account could not be looked at: ${message}${why}${hint === null || why !== '' ? '' : `; ${hint}`}`,
      ];
    }
    case 'lists':
      if (look.prefixes.length === 0) return [];
      return [
        `the account holds ${count(look.prefixes.length, 'list')}: \`vocabsync import --all\` makes vocabularies of them`,
      ];
  }
}

function ciNotes({ ci }: Answers, given: InitOptions['ci']): string[] {
  if (ci === 'github')
    return [
      'the workflows need the key: `gh secret set DASHSCOPE_API_KEY`, and for apply the environment `vocabulary` with its reviewers',
    ];
  if (ci === 'gitlab') return ['the jobs need DASHSCOPE_API_KEY as a masked CI/CD variable of the project'];
  // Whoever says none knows.
  if (given === 'none') return [];
  return [
    'no workflow was written; `--ci github` and `--ci gitlab` have one, and docs/ci.md those for other systems',
  ];
}

/** The commands that come next, as they are typed. @param isBroken whether what was there before has errors: no plan gets past them */
export function nextCommands(
  { look }: Gathered,
  { options, context, place }: Looking,
  isBroken: boolean,
): string[] {
  const config = place.named(inFolder(place, 'vocab.config.yaml'));
  const where = config === 'vocab.config.yaml' ? '' : ` -c ${shellWord(config)}`;
  if (isBroken) return [`vocabsync validate${where}`];
  const hasLists = look.as === 'lists' && look.prefixes.length > 0;
  const endpoint = endpointFor(look, options.endpoint, context.env['VOCABSYNC_ENDPOINT']);
  const rest = `${where}${endpoint}`;
  return [...(hasLists ? [`vocabsync import --all${rest}`] : []), `vocabsync plan${rest}`];
}

/** A variable says it again by itself. */
function endpointFor(look: AccountLook, endpoint: string | undefined, variable: string | undefined): string {
  if (endpoint !== undefined) return endpoint === variable ? '' : ` --endpoint ${shellWord(endpoint)}`;
  return look.as === 'no-key' ? ' --endpoint emulator' : '';
}
