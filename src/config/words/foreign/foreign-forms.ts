/** What a file of words may be said to be. `text`: a word a line, whatever the lines end in. */
export const foreignForms = [
  'text',
  'funasr',
  'sherpa',
  'pipe',
  'colon',
  'bracket',
  'sign',
  'jieba',
  'csv',
  'tsv',
  'json',
  'yaml',
] as const;
export type ForeignForm = (typeof foreignForms)[number];
