import { scalar } from '../model/yaml/scalar.js';
import { schemaUrl } from '../model/yaml/schema-url.js';
import { type Answers, exampleConsumer, type FirstVocabulary } from './answers.js';

/** The configuration of an account, with a word about each key, and in comments what most add next. */
export function configText({ account, region, namespace, model, vocabulary }: Answers): string {
  return `# yaml-language-server: $schema=${schemaUrl('config')}
# The hotword lists that one account shall hold. \`vocabsync validate\` checks this file and every file it names.
version: 1
account:
  # What people call it, in headlines and approvals. Another account has a configuration of its own.
  name: ${scalar(account)}
  # The host, and which models there are: singapore or beijing. A key works in one of them only; it is in the environment
  # variable DASHSCOPE_API_KEY, and never in a file.
  region: ${region}
# Lists whose prefix begins with this belong to this repository.
namespace: ${scalar(namespace)}
# false: a list in the namespace that no vocabulary names is only reported. true: apply deletes it.
prune: false
defaults:
  weight: 4
  target_model: ${scalar(model)}
vocabularies:
  - vocabularies/*.yaml
${vocabulary?.delivery === 'instant' ? sendersOf(vocabulary, model) : usersOf(vocabulary, model)}${evaluationOf(vocabulary)}`;
}

/** Those of a list are for people to name. */
function usersOf(vocabulary: FirstVocabulary | null, model: string): string {
  return `# The programs that recognise speech with a list. A list does nothing with any other model than its own, to the letter.
# consumers:
#   - { name: ${exampleConsumer}, vocabulary: ${scalar(vocabulary?.name ?? 'general')}, model: ${scalar(model)} }
# A file with the ids of the lists, for these programs: apply writes it.
# outputs:
#   - { path: build/vocabularies.json, format: json }
`;
}

/** Recordings are for people to make. */
function evaluationOf(vocabulary: FirstVocabulary | null): string {
  const consumer = vocabulary?.delivery === 'instant' ? vocabulary.consumer : exampleConsumer;
  return `# Recordings in which words are said, to hear whether recognition gets them: a line {"audio": "001.wav", "text": "…"} for each.
# evaluations:
#   - { name: first, consumer: ${scalar(consumer)}, clips: clips/first.jsonl, min_recall: 90%, max_false: 0 }
`;
}

/** Words that go with requests reach a program by the file that it reads, and nobody else. */
function sendersOf({ name, consumer }: FirstVocabulary & { delivery: 'instant' }, model: string): string {
  return `# The programs that recognise speech, each with the model that it calls. Give this one its name.
consumers:
  - { name: ${scalar(consumer)}, vocabulary: ${scalar(name)}, model: ${scalar(model)} }
# The file that these programs read their words from, to send them with each request: apply writes it.
outputs:
  - { path: build/vocabularies.json, format: json }
`;
}
