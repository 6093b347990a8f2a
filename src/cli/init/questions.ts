import { type Region, regions } from '../../model/catalogue/target-models.js';
import { type CiSystem, ciSystems } from '../../scaffold/ci/ci-system.js';
import {
  accountProblem,
  type Delivery,
  modelsOf,
  nameProblem,
  namespaceProblem,
} from '../../scaffold/forms.js';
import { sharedNamespace, suggestNamespace } from '../../scaffold/suggest.js';
import type { Asker } from './asker.js';

/* What init asks. Each question has the answer that is taken where nobody is asked. */

const hosts: Readonly<Record<Region, string>> = {
  singapore: 'international, dashscope-intl.aliyuncs.com',
  beijing: 'Chinese mainland, dashscope.aliyuncs.com',
};

export function askRegion({ select }: Asker, initial: Region): Promise<Region> {
  return select({
    message: 'Which region does the account live in? A key works in one only.',
    choices: regions.map((value) => ({ value, hint: hosts[value] })),
    initial,
  });
}

export function askAccount({ text }: Asker): Promise<string> {
  const message = 'What do you call the account?';
  return text({ message, initial: 'production', problemOf: accountProblem });
}

/** Where the name of the folder gives none, such as a Chinese one. */
const fallbackNamespace = 'vocab';

/** @param prefixes of the lists that the account holds @param name of the folder */
export function askNamespace({ text }: Asker, prefixes: readonly string[], name: string): Promise<string> {
  return text({
    message: 'How shall the prefixes of your lists begin? 3 to 8 of a-z and 0-9.',
    initial: sharedNamespace(prefixes) ?? suggestNamespace(name) ?? fallbackNamespace,
    problemOf: namespaceProblem,
  });
}

/** @param delivery that the model has to take */
export function askModel({ select }: Asker, region: Region, delivery?: Delivery): Promise<string> {
  const models = modelsOf(region, delivery);
  return select({
    message:
      delivery === 'instant'
        ? 'Which model do your programs recognise with? These take words with each request.'
        : 'Which model do your programs recognise with? A list works with exactly one.',
    choices: models.map((value) => ({ value })),
    initial: models[0] ?? '',
  });
}

/** What to begin with, in an account that holds lists. */
export function askWay({ select }: Asker, lists: number): Promise<'import' | 'words'> {
  return select({
    message: `The account holds ${lists === 1 ? '1 list' : `${lists} lists`}. What do you begin with?`,
    choices: [
      { value: 'import', label: 'its lists', hint: 'vocabsync import --all comes next' },
      { value: 'words', label: 'a new vocabulary' },
    ],
    initial: 'import',
  });
}

/** For models that take both. */
export function askDelivery({ select }: Asker): Promise<Delivery> {
  return select({
    message: 'How shall the words reach recognition?',
    choices: [
      { value: 'list', label: 'as a list of the account', hint: 'takes one of its slots' },
      { value: 'instant', label: 'with each request', hint: 'takes no slot; your programs send them' },
    ],
    initial: 'list',
  });
}

export function askName({ text }: Asker): Promise<string> {
  const message = 'What is the first vocabulary called?';
  return text({ message, initial: 'general', problemOf: nameProblem });
}

/** @param problem why the line that was given cannot be taken */
export function askWords({ text }: Asker, initial: string, problem: string | null): Promise<string> {
  const question = 'Which words shall recognition hear? Commas between them; none for examples.';
  const message = problem === null ? question : `${problem}. ${question}`;
  return text({ message, initial, placeholder: '窦性心律, Acme Health' });
}

const systems: Readonly<Record<CiSystem, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  none: 'elsewhere, or nowhere',
};

export function askCi({ select }: Asker, initial: CiSystem): Promise<CiSystem> {
  return select({
    message: 'Where shall plan, apply and drift run?',
    choices: ciSystems.map((value) => ({ value, label: systems[value] })),
    initial,
  });
}
