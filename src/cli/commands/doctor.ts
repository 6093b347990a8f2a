import { examine } from '../../doctor/checks.js';
import { VocabError } from '../../model/errors.js';
import { sayChecks } from '../../report/say/say-checks.js';
import type { Context } from '../context.js';
import { exitCodeOfCheckup } from '../doctor/exit-code.js';
import { gather } from '../doctor/gather.js';
import type { DoctorOptions } from '../doctor/options.js';
import type { ExitCode } from '../exit-code.js';
import { invoke } from '../invoke.js';
import { tellerOf } from '../showing/head-of.js';
import { show } from '../showing/show.js';

/** Walks through everything that makes hotwords do nothing, and says what it finds. Changes nothing, anywhere. */
export async function doctor(options: DoctorOptions, context: Context): Promise<ExitCode> {
  return invoke({ kind: 'doctor', options, context }, async (invocation) => {
    requireList(options);
    const facts = await gather(invocation);
    const { endpoint } = facts.connection;
    const checkup = { endpoint: endpoint.done ? endpoint.value : null, checks: examine(facts) };
    await show(sayChecks(checkup, tellerOf(invocation)), invocation);
    return exitCodeOfCheckup(facts, checkup);
  });
}

function requireList({ vocabularyId, model }: DoctorOptions): void {
  if (model === undefined || vocabularyId !== undefined) return;
  throw new VocabError(
    'usage',
    '--model, or VOCABSYNC_MODEL, says with what one list is used, and no list is named',
    {
      hint: 'add --vocabulary-id, or leave --model out: what consumers use stands in the configuration',
    },
  );
}
