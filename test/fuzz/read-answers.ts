import { createEmulator } from '../../src/emulator/emulator.js';
import { draw, sayFailure, sayPlan, sayResult } from '../../src/library/draw.js';
import { VocabError } from '../../src/model/errors.js';
import type { HttpResponse, Transport } from '../../src/model/ports.js';
import { nothingPublished } from '../../src/model/result/outputs.js';
import { openSession, plan, reconcile } from '../../src/pipelines/reconcile.js';
import { createDashscopeRemote } from '../../src/remote/dashscope.js';
import { formats } from '../../src/report/forms.js';
import { desired, desiredList, idOf, noShaping, words } from '../support/build.js';
import type { Chance } from '../support/chance.js';
import { manualClock } from '../support/emulator.js';

/** What a server says to some of the requests of one action. */
export interface Wrong {
  readonly action: 'list' | 'query' | 'create' | 'update' | 'delete';
  /** How many of the action are answered as they should be before. */
  readonly skip: number;
  readonly count: number;
  readonly answer: HttpResponse;
}

const how = { shaping: noShaping, allow: ['max-deletes'] };

/** What takes a create, an update and the delete of an orphan. */
const wanted = desired({
  lists: [
    desiredList({ name: 'medical', prefix: 'acmemed', hotwords: words('alpha', 'beta') }),
    desiredList({ name: 'sales', prefix: 'acmesal', hotwords: words('gamma') }),
  ],
});

const checked = { config: null, desired: wanted, diagnostics: [], sources: new Map<string, string>() };

/** Plans and applies on an account whose server once says something else; in sentences, what no server may cause. */
export async function readAnswers(wrong: Wrong, chance: Chance): Promise<string[]> {
  const clock = manualClock();
  const emulator = createEmulator({ clock });
  const vocabulary = [{ text: 'alpha', weight: 4 }];
  const target_model = wanted.lists[0]?.target_model ?? '';
  await emulator.seed(
    ['acmemed', 'acmeold', 'other'].map((prefix, index) => ({
      vocabulary_id: idOf(prefix, index + 1),
      prefix,
      target_model,
      vocabulary,
    })),
  );
  const session = openSession({
    remote: createDashscopeRemote({
      endpoint: 'emulator',
      url: 'http://emulator.invalid/api/v1',
      key: 'any',
      workspace: null,
      version: '0',
      transport: saying(wrong, emulator.transport),
    }),
    account: { endpoint: 'emulator', workspace: null, name: null, api_key_env: 'DASHSCOPE_API_KEY' },
    clock,
    random: () => 0.5,
    parallelism: 4,
  });
  const format = chance.pick(formats);
  try {
    const approved = await plan(wanted, session, how);
    await draw(format, sayPlan(approved, checked), { verbose: true });
    if (approved.blocked.length > 0) return [];
    const result = await reconcile({ approved, replan: () => plan(wanted, session, how) }, session, {
      ...how,
      wait: 5000,
      waitSlot: 0,
      onEvent: () => {},
      saveBackup: async () => {},
    });
    await draw(format, sayResult({ result, outputs: nothingPublished, backups: null }, checked), {
      verbose: true,
    });
    return result.steps.flatMap(({ error }) => (error?.code === 'unexpected' ? [error.message] : []));
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    await draw(format, sayFailure(error), { verbose: true });
    return error.code === 'unexpected' ? [error.message] : [];
  }
}

function saying({ action, skip, count, answer }: Wrong, transport: Transport): Transport {
  let seen = 0;
  return async (request) => {
    const isMeant = request.body.includes(`"${action}_vocabulary"`) && seen++ >= skip && seen <= skip + count;
    const reply = await transport(request);
    return isMeant ? answer : reply;
  };
}
