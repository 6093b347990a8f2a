import * as z from 'zod/mini';
import { outputFormats } from '../../model/config.js';
import { mostRepeats } from '../../model/evaluation/evaluation-input.js';
import { choice, integer, later, list, mapping, name, path, share, text, told } from './fields.js';

/* Who uses the words, where their ids are published, and how it is checked that they are heard. */

export const consumer = later(() =>
  told(
    mapping({
      name: told(name(), 'Unique; a key of the ids that applications read.'),
      vocabulary: told(
        z.optional(text('the name of a vocabulary; several go under vocabularies')),
        'The name of the vocabulary it recognises with.',
      ),
      vocabularies: told(
        z.optional(list(text('the name of a vocabulary'), 'a list of names of vocabularies')),
        'Several vocabularies: recognition takes one list, so all but one must be `delivery: instant`.',
      ),
      model: told(
        text('the name of a model'),
        'The model string the program passes to recognition: one of the target models of the vocabulary.',
      ),
      language_hints: told(
        z.optional(list(text('a language code'), 'a list of language codes')),
        'The language_hints the program passes to recognition; words of another lang do nothing there.',
      ),
    }),
    {
      description: 'A program that recognises speech with the words of vocabularies.',
      oneOf: [{ required: ['vocabulary'] }, { required: ['vocabularies'] }],
    },
  ),
);

export const output = later(() =>
  told(
    mapping({
      path: told(path(), "The file to write, inside the configuration's folder and relative to it."),
      format: told(choice(outputFormats), 'The format of the file.'),
    }),
    'A file with the ids that applications read, written by apply.',
  ),
);

export const evaluation = later(() =>
  told(
    mapping({
      name: told(name(), 'Unique; what `vocabsync eval NAME` takes.'),
      consumer: told(
        text('the name of a consumer'),
        'Whose words are to be heard: the name of a consumer, whose model and language_hints are used.',
      ),
      clips: told(
        path(),
        'The manifest, relative to this file: a clip a line, {"audio": "001.wav", "text": "what is said"}.',
      ),
      min_recall: told(
        z.optional(share()),
        'The share of the words said that must be heard, such as 90%. Left out: any.',
      ),
      max_false: told(
        z.optional(integer(0, 1_000_000)),
        'How many words may be heard where nobody said them. Left out: any number.',
      ),
      repeat: told(
        z._default(integer(1, mostRepeats), 1),
        'How often each clip is recognised, since recognition may differ from time to time. Default 1.',
      ),
    }),
    'A check with recordings whether the words of a consumer are heard, made by eval.',
  ),
);
