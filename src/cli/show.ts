import type { Saying } from '../report/form.js';
import { draw, screenOf } from '../report/forms.js';
import type { Invocation } from './invocation.js';
import { lookOf } from './look.js';

/** Says something in the files of `--out`, then on stdout in the form of `--format`. @throws VocabError `file-unwritable` */
export async function show(saying: Saying, invocation: Invocation): Promise<void> {
  await writeFiles(saying, invocation);
  await print(saying, invocation);
}

/** Says something in the files of `--out`. @throws VocabError `file-unwritable` */
export async function writeFiles(saying: Saying, invocation: Invocation): Promise<void> {
  const { files, options, context } = invocation;
  if (files.length === 0) return;
  const { writeWhole } = await import('../workspace/whole-file.js');
  for (const { path, format } of files) {
    await writeWhole(path, await draw(format, saying, lookOf(options, context)));
  }
}

/** Says something on stdout in the form of `--format`, with whatever people read on the screen beside it. */
export async function print(saying: Saying, invocation: Invocation): Promise<void> {
  const { options, context } = invocation;
  const { format } = options;
  context.onSaid?.(saying);
  const screen = screenOf(format);
  const isFailure = saying.as === 'failure';
  if (screen === 'everything' || (screen === 'failures' && isFailure)) await printText(saying, invocation);
  if (format === 'text') return;
  context.stdout.write(await draw(format, saying, lookOf(options, context, context.stdout)));
}

/** Says something as text: results on stdout, why there is none on stderr. */
export async function printText(saying: Saying, { options, context }: Invocation): Promise<void> {
  const output = saying.as === 'failure' ? context.stderr : context.stdout;
  output.write(await draw('text', saying, lookOf(options, context, output)));
}
