import type { Look, Saying } from '../../report/form.js';
import { draw, type Format, screenOf } from '../../report/forms.js';
import type { Output } from '../context.js';
import type { Invocation } from '../invocation.js';
import { forConfig } from './for-config.js';
import { lookOf } from './look.js';

/** Says something in the files of `--out`, then on stdout in the form of `--format`. @throws VocabError `file-unwritable` */
export async function show(saying: Saying, invocation: Invocation): Promise<void> {
  await writeFiles(saying, invocation);
  await print(saying, invocation);
}

/** Says something in the files of `--out`. @throws VocabError `file-unwritable` */
export async function writeFiles(saying: Saying, invocation: Invocation): Promise<void> {
  const { files } = invocation;
  if (files.length === 0) return;
  const { writeWhole } = await import('../../workspace/whole-file.js');
  for (const { path, format } of files) {
    await writeWhole(path, await drawn(format, saying, { invocation }));
  }
}

/** Says something on stdout in the form of `--format`, with whatever people read on the screen beside it. */
export async function print(saying: Saying, invocation: Invocation): Promise<void> {
  const { options, context } = invocation;
  const { format } = options;
  context.onSaid?.(forConfig(saying, options.config), invocation.checked.config?.account.name ?? null);
  const screen = screenOf(format);
  const isFailure = saying.as === 'failure';
  if (screen === 'everything' || (screen === 'failures' && isFailure)) await printText(saying, invocation);
  if (format === 'text') return;
  context.stdout.write(await drawn(format, saying, { invocation, output: context.stdout }));
}

/** Says something as text: results on stdout, why there is none on stderr. */
export async function printText(saying: Saying, invocation: Invocation): Promise<void> {
  const { context } = invocation;
  const output = saying.as === 'failure' ? context.stderr : context.stdout;
  output.write(await drawn('text', saying, { invocation, output }));
}

function drawn(
  format: Format,
  saying: Saying,
  { invocation, output }: { readonly invocation: Invocation; readonly output?: Output },
): Promise<string> {
  return draw(format, forConfig(saying, invocation.options.config), look(invocation, output));
}

function look({ checked, ...call }: Invocation, output?: Output): Look {
  return lookOf({ ...call, account: checked.config?.account.name ?? null }, output);
}
