import * as z from 'zod/mini';
import { families, modelForm, regions } from '../../model/catalogue/target-models.js';
import { choice, flag, integer, later, list, mapping, mostWeight, text, told } from './fields.js';

/** Output files for shells hold it, and nothing in it may mean anything to them. */
export const modelName = {
  form: modelForm,
  expected: 'letters of ASCII, digits and . _ : / @ + - that begin with a letter or digit',
};

export const model = later(() =>
  told(
    mapping({
      family: told(choice(families), 'What the model leaves out below comes from its family.'),
      max_hotwords: told(
        z.optional(integer(1, 1_000_000)),
        'The most hotwords a list for this model may have.',
      ),
      langs: told(
        z.optional(list(text('a language code'), 'a list of language codes')),
        'The languages an entry may name.',
      ),
      weights: told(
        z.optional(
          mapping({
            min: told(integer(0, mostWeight), 'The smallest weight.'),
            max: told(integer(0, mostWeight), 'The largest ordinary weight.'),
            super: told(
              z.optional(integer(0, mostWeight)),
              'The one weight outside the range, for a few super hotwords.',
            ),
          }),
        ),
        'The weights an entry may have.',
      ),
      regions: told(
        z.optional(list(choice(regions), 'a list of regions')),
        'Where the model is offered. Default everywhere.',
      ),
      instant: told(
        z.optional(flag()),
        'Whether it takes hotwords with each request. Default as its family: qwen-audio does.',
      ),
    }),
    'A recognition model that takes hotwords.',
  ),
);
