import * as z from 'zod';
import type { EffectCheck, MarkKind, ThresholdResult } from '../model/evaluation/evaluation.js';
import { word } from './eval-words.js';
import { diagnostics, failureOf, headOf, kindOf, place } from './head.js';
import { closedSet, count, openSet } from './sets.js';

const amount = z.number().min(0);

const share = (of: string) =>
  amount.max(1).nullable().describe(`${of}, 0 to 1; null where there is nothing to divide by.`);

const errorRate = (of: string) =>
  z
    .looseObject({
      errors: count('Substitutions, deletions and insertions.'),
      length: count('Characters or words of the reference, as `unit` says.'),
      rate: amount
        .nullable()
        .describe(
          'Errors for each of these, which may be more than 1; null where there is nothing to divide by.',
        ),
    })
    .describe(of);

const side = z
  .looseObject({
    hotwords: z
      .looseObject({
        said: count('How often hotwords are in the references, over all repeats.'),
        heard: count('How many of these were recognised at their place.'),
        intruded: count('How many were recognised where nobody said them.'),
        recall: share('heard of said'),
        recall_interval: z
          .looseObject({
            low: amount.max(1).describe('No less than this.'),
            high: amount.max(1).describe('No more than this.'),
          })
          .nullable()
          .describe(
            'Where the recall lies with 95% confidence, by Wilson’s score interval over the clips; null where nothing was said.',
          ),
        precision: share('heard, of heard and intruded'),
        f1: share('The harmonic mean of recall and precision'),
      })
      .describe('What became of hotwords.'),
    text: errorRate('Errors in all of the text: CER or WER.'),
    biased: errorRate('Errors at the hotwords: B-CER or B-WER.'),
    unbiased: errorRate('Errors at everything else: U-CER or U-WER.'),
  })
  .meta({ id: 'Side', title: 'Side', description: 'What one side comes to, over all clips and repeats.' });

const portion = (of: string, counted: string) =>
  z.looseObject({ of: count(of), count: count(counted) }).describe(`${counted} Of these: ${of}`);

const marked = z
  .looseObject({
    text: z.string().describe('As it was said or heard; what looks like a key is hidden.'),
    marks: z
      .array(
        z.looseObject({
          start: count('Where it begins, in UTF-16 code units.'),
          end: count('Where it ends, exclusive.'),
          word: z.string().describe('The hotword.'),
          kind: closedSet<MarkKind>('What became of it:', {
            heard: 'recognised at its place',
            missed: 'in the reference, and not recognised',
            intruded: 'recognised where nobody said it',
          }),
        }),
      )
      .describe('The hotwords in it; none where a key was hidden.'),
  })
  .meta({ id: 'MarkedText', title: 'Text with its hotwords', description: 'What was said, or heard.' });

const sideName = openSet('With which hotwords.', {
  without: 'none',
  with: 'what the consumer is given today',
  planned: 'what the configuration asks for',
});

const clipFields = {
  name: z.string().describe('What the clip is called: its path, else its URL without query.'),
  path: z.string().nullable().describe('The path, relative to the manifest; null: there is a URL only.'),
  url: z.string().nullable().describe('The URL without its query; null: there is a file only.'),
  text: z.string().describe('What is said, as the manifest has it.'),
  ...place,
};

const clip = z
  .looseObject({
    ...clipFields,
    reference: marked.describe(
      'What was said; its marks are of the first text that was heard with hotwords.',
    ),
    without: z.array(marked).describe('What was heard without hotwords, a text for each repeat.'),
    with: z.array(marked).describe('What was heard with what the consumer is given, a text for each repeat.'),
    planned: z
      .array(marked)
      .nullable()
      .describe('What was heard with what the configuration asks for; null: not tried.'),
    unstable: z.array(sideName).describe('The sides on which the repeats do not agree.'),
    errors: z
      .looseObject({
        without: errorRate('Without hotwords.'),
        with: errorRate('With what the consumer is given.'),
        planned: errorRate('With what the configuration asks for.')
          .nullable()
          .describe('With what the configuration asks for; null: not tried.'),
      })
      .describe('Errors in all of the text, over all repeats.'),
    repeat: count('How often it was heard with what the consumer is given.'),
    words: z
      .array(
        z.looseObject({
          text: z.string().describe('The hotword.'),
          said: count('How often it was said in this clip, times the repeats.'),
          heard: count('How many of these were heard with what the consumer is given.'),
        }),
      )
      .describe('The hotwords said in it: what a later evaluation is compared with.'),
  })
  .meta({ id: 'Clip', title: 'Clip', description: 'A recording, what was said and what was heard.' });

const failed = z
  .looseObject({
    ...clipFields,
    side: sideName,
    message: z.string().describe('Why there is no text.'),
    hint: z.string().nullable().describe('What to do about it; null where nobody knows.'),
  })
  .meta({ id: 'FailedClip', title: 'Failed clip', description: 'A recording of which there is no text.' });

const list = z.looseObject({
  vocabulary_id: z.string().describe('Its id.'),
  target_model: z.string().describe('The model that it was made for.'),
  status: z.string().nullable().describe('`OK`, or not; null: the account does not hold it.'),
  age_ms: z
    .number()
    .nullable()
    .describe(
      'Milliseconds since it was last updated, by the server’s clock; null: it never was, or nobody knows.',
    ),
  never_updated: z.boolean().optional().describe('Given where it is as it was made.'),
});

const delivery = z
  .looseObject({
    model: z.string().describe('The model of recognition.'),
    region: z.string().describe('The region of the account.'),
    language_hints: z.array(z.string()).nullable().describe('The consumer’s; null: none.'),
    read_hints: z
      .number()
      .nullable()
      .describe('How many of them recognition with this model reads; null: all.'),
    takes_instant: z
      .boolean()
      .nullable()
      .describe('Whether the model takes instant words; null: the catalogue does not know the model.'),
    list: list.nullable().describe('The list that the consumer is given; null: none.'),
    instant: count('How many instant words it is given.'),
    lacking: z
      .array(z.string())
      .optional()
      .describe('Hotwords that the configuration asks for and the consumer is not given; left out: none.'),
  })
  .describe('What the consumer is given, as far as its effect depends on it.');

const noEffect = z
  .looseObject({
    missed: count('Occurrences that were missed with hotwords as without.'),
    checks: z
      .array(
        z.looseObject({
          check: openSet('What was looked at, in the order of the vendor’s questions.', {
            pairing: 'the list is for the model of recognition',
            status: 'the list is OK',
            region: 'list and recognition are of one region',
            language_hints: 'the hints admit the words',
            last_update: 'the list was not written just now',
            delivery: 'the model takes words this way',
          }),
          outcome: closedSet<EffectCheck['outcome']>('What came of it:', {
            cause: 'this alone explains it',
            maybe: 'this may explain it',
            fine: 'nothing is wrong',
            unknown: 'it cannot be told from here',
          }),
          message: z.string().describe('What was found, with the values that make it so.'),
        }),
      )
      .describe('What may be the cause.'),
  })
  .describe('That no word had any effect, though words were missed.');

const times = z.looseObject({
  heard: count('How often it was heard.'),
  said: count('How often it was said.'),
});

const baseline = z
  .looseObject({
    file: z.string().describe('The document of the earlier evaluation, as it was named.'),
    regressions: z
      .array(
        z.looseObject({
          word: z.string().describe('The hotword.'),
          clips: z.array(z.string()).describe('In which clips it was heard then, and is not now.'),
          before: times.describe('Then, in the clips that both have.'),
          now: times.describe('Now, in the clips that both have.'),
        }),
      )
      .describe('Words of which more was heard then.'),
    incomparable: count('Clips of the earlier one that are gone, or have another text.'),
  })
  .describe('What came of comparing it with an earlier one.');

const evaluation = z
  .looseObject({
    name: z.string().nullable().describe('As the configuration calls it; null: it came from flags.'),
    headline: z.string().describe('What it comes to, in a line for people.'),
    file: place.file
      .optional()
      .describe('Where the configuration asks for it. Absent, with line and column, where it does not.'),
    line: place.line.optional(),
    column: place.column.optional(),
    consumer: z.string().describe('Whose recognition it is.'),
    model: z.string().describe('The model of recognition.'),
    way: openSet('How the model is given audio.', {
      stream: 'over a WebSocket',
      flash: 'in one request',
      file: 'by URL',
    }),
    delivery,
    manifest: z.string().describe('The manifest of the clips, as it was named.'),
    unit: closedSet<'character' | 'word'>('In what text is counted:', {
      character: 'Chinese, Japanese and Korean',
      word: 'all else',
    }),
    repeat: z.int().min(1).describe('How often each clip was recognised on each side.'),
    figures: z
      .looseObject({
        without: side.describe('Without hotwords.'),
        with: side.describe('With what the consumer is given today.'),
        planned: side.nullable().describe('With what the configuration asks for; null: not tried.'),
      })
      .describe('What each side comes to.'),
    not_planned: z
      .string()
      .nullable()
      .describe('Why what the configuration asks for could not be tried; null: it was, or nobody asked.'),
    rescued: portion('occurrences missed without hotwords.', 'How many were heard with them.'),
    lost: portion('occurrences heard without hotwords.', 'How many were missed with them.'),
    words: z.array(word).describe('What became of each hotword, the worst first.'),
    clips: z.array(clip).describe('What was said and heard, clip by clip.'),
    failed: z.array(failed).describe('Clips of which there is no text.'),
    nothing_heard: z
      .boolean()
      .describe('Whether every result of every clip is empty: then the audio is at fault, and no hotword.'),
    no_effect: noEffect
      .nullable()
      .describe('That no word had any effect; null: some had, or nothing was missed.'),
    thresholds: z
      .array(
        z.looseObject({
          threshold: openSet<ThresholdResult['threshold']>('What was asked for.', {
            min_recall: 'at least this share heard',
            max_false: 'at most so many heard where nobody said them',
          }),
          limit: amount.describe('A share for min_recall, a count for max_false.'),
          value: amount.nullable().describe('What came of it; null: there was nothing to measure.'),
          met: z.boolean().describe('Whether it was reached.'),
        }),
      )
      .describe('What had to be reached; empty: nothing.'),
    baseline: baseline
      .nullable()
      .describe('What came of comparing it with an earlier one; null: it was not compared.'),
    usage: z
      .looseObject({
        audio_seconds: amount.nullable().describe('Of all clips; null: of some nobody can tell.'),
        sent: count('Recognitions that were sent.'),
        kept: count('Recognitions whose answers were kept from before.'),
        sent_seconds: amount.nullable().describe('Audio that was sent; null: of some nobody can tell.'),
      })
      .describe('What it took.'),
  })
  .meta({
    id: 'Evaluation',
    title: 'Evaluation',
    description: 'Whether recognition hears the hotwords of a consumer.',
  });

export type EvaluationFields = z.output<typeof evaluation>;

export const evalDocument = z
  .union([
    z
      .looseObject({
        ...headOf(kindOf('eval')),
        headline: z.string().describe('What all of them come to, in a line for people.'),
        evaluations: z.array(evaluation).describe('In the order of the configuration.'),
        diagnostics,
      })
      .describe('Whether recognition hears the hotwords.'),
    failureOf(kindOf('eval')),
  ])
  .meta({
    title: 'vocabsync eval document',
    description:
      'What `vocabsync eval --format json` prints, and what a later evaluation is compared with. When the command fails, it prints why in its place.',
  });
