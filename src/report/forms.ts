import type { Form, Look, Saying } from './form.js';

interface FormEntry {
  /** Loaded only where it is asked for. */
  readonly load: () => Promise<{ readonly form: Form }>;
  /** How a file ends that is written in this form; the first one is for examples. */
  readonly extensions: readonly string[];
  /** What people read on the screen beside it: the text of everything, of failures on stderr, or nothing. */
  readonly screen: 'everything' | 'failures' | 'nothing';
}

/** Every form there is. To add one: write its module, and name it here. */
export const forms = {
  text: { load: () => import('./terminal/text-form.js'), extensions: [], screen: 'everything' },
  json: { load: () => import('./json/json-form.js'), extensions: ['.json'], screen: 'nothing' },
  markdown: {
    load: () => import('./markdown/markdown-form.js'),
    extensions: ['.md', '.markdown'],
    screen: 'failures',
  },
  html: { load: () => import('./html/html-form.js'), extensions: ['.html'], screen: 'failures' },
  github: { load: () => import('./github/github-form.js'), extensions: [], screen: 'everything' },
  sarif: { load: () => import('./sarif.js'), extensions: ['.sarif', '.sarif.json'], screen: 'failures' },
  junit: { load: () => import('./junit.js'), extensions: ['.xml'], screen: 'failures' },
} satisfies Record<string, FormEntry>;

/** The name of a form, as `--format` takes it. */
export type Format = keyof typeof forms;

/** Every form there is, by name. */
export const formats = Object.keys(forms) as readonly Format[];

/** Finds the form of a file by how its name ends; null: it says nothing about the form. */
export function formatOf(file: string): Format | null {
  const endings = formats.flatMap((format) =>
    extensionsOf(format).map((extension) => ({ format, extension })),
  );
  const name = file.toLowerCase();
  // The longest first: `.sarif.json` is no plain JSON.
  endings.sort((one, other) => other.extension.length - one.extension.length);
  return endings.find(({ extension }) => name.endsWith(extension))?.format ?? null;
}

/** Lists how files may end, for help and hints: `.json, .md, .html`. */
export function fileExtensions(): string[] {
  return formats.flatMap((format) => extensionsOf(format).slice(0, 1));
}

/** Says what people read on the screen beside a form. */
export function screenOf(format: Format): FormEntry['screen'] {
  return forms[format].screen;
}

/** Writes down in a form what is said. */
export async function draw(format: Format, saying: Saying, look: Look): Promise<string> {
  const { form } = await forms[format].load();
  switch (saying.as) {
    case 'report':
      return form.report(saying, look);
    case 'result':
      return form.result(saying, look);
    case 'failure':
      return form.failure(saying, look);
    case 'diagnostics':
      return form.diagnostics(saying, look);
    case 'overview':
      return form.overview(saying, look);
    case 'files':
      return form.files(saying, look);
    case 'checks':
      return form.checks(saying, look);
    case 'evaluation':
      return form.evaluation(saying, look);
  }
}

function extensionsOf(format: Format): readonly string[] {
  return forms[format].extensions;
}
