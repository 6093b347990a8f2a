import type { Answers } from './answers.js';
import { ciFiles } from './ci/ci-files.js';
import { inFolder, type Place } from './ci/place.js';
import { configText } from './config-text.js';
import type { NewFile } from './new-file.js';
import { vocabularyText } from './vocabulary-text.js';

/** The files of a new configuration, with paths from the root of its repository. */
export function scaffold(answers: Answers, place: Place): NewFile[] {
  const { vocabulary, model, region, ci } = answers;
  const note = `the account in ${region}, and where its vocabularies are`;
  return [
    { path: inFolder(place, 'vocab.config.yaml'), text: configText(answers), note },
    ...(vocabulary === null
      ? []
      : [
          {
            path: inFolder(place, `vocabularies/${vocabulary.name}.yaml`),
            text: vocabularyText(vocabulary, model),
            note: `${vocabulary.words.length === 1 ? '1 hotword' : `${vocabulary.words.length} hotwords`} for ${model}${vocabulary.delivery === 'instant' ? ', sent with each request' : ''}`,
          },
        ]),
    ...ciFiles(ci, place),
  ];
}
