import { tellDocument } from '../../src/cli/accounts/tell-document.js';
import { draw as drawTold, sayFailure } from '../../src/library/draw.js';
import { type ErrorCode, isVocabError, VocabError } from '../../src/model/errors.js';
import { draw, formats } from '../../src/report/forms.js';
import { combineDocument } from '../../src/report/json/overview-documents.js';
import { viewOverview } from '../../src/report/view/overview-view.js';
import { compareReviewed } from '../../src/schedule/compare-reviewed.js';
import { replayAnswers } from '../../src/workspace/answers/recorded-answers.js';
import { parseRecording } from '../../src/workspace/answers/recording-file.js';
import { parseBackup } from '../../src/workspace/parse-backup.js';
import { parsePlanFile } from '../../src/workspace/plan-file.js';
import { renderBackup } from '../../src/workspace/render-backup.js';
import { mixed } from '../report/scenarios.js';
import { parseAccountDocument } from '../support/account-document.js';
import type { Chance } from '../support/chance.js';
import { plainLook } from '../support/look.js';

const look = { ...plainLook, verbose: true, account: null };

const envelope = { kind: 'combine', version: '1.2.3', about: null } as const;

/** A plan file given to `apply`: what was reviewed is compared with a plan of now. */
export function readPlan(text: string, chance: Chance): Promise<string[]> {
  return answered('plan-file-invalid', chance, async () => {
    compareReviewed(parsePlanFile(text, 'plan.json'), mixed);
  });
}

/** A backup given to `restore`: what was understood is written as a backup again, and means the same. */
export function readBackup(text: string, chance: Chance): Promise<string[]> {
  return answered('config-invalid', chance, async () => {
    const list = parseBackup(text, 'backup.yaml');
    const again = { ...list, status: 'OK', gmt_create: '', gmt_modified: '' };
    const read = parseBackup(renderBackup(again), 'backup.yaml');
    if (JSON.stringify(read) !== JSON.stringify(list))
      throw new TypeError('it is written otherwise than it was read');
  });
}

/** A recording given to `eval`. */
export function readRecorded(text: string, chance: Chance): Promise<string[]> {
  return answered('document-invalid', chance, async () => {
    const { answers } = parseRecording(text, 'recording.json');
    const replayed = replayAnswers({ account: noAccount, answers }, 'recording.json');
    for (const one of answers) await replayed.get(one.key, one);
  });
}

const noAccount = { endpoint: 'emulator', server_time: null, lists: [] };

/** A saved document given to `combine`, told beside itself in any form. */
export function readDocument(text: string, chance: Chance): Promise<string[]> {
  return answered('document-invalid', chance, async () => {
    const read = parseAccountDocument(text, 'plan.json');
    const { told } = tellDocument(read);
    const title = { kind: read.kind, title: 'All', noun: 'account' };
    const view = viewOverview(title, [{ account: 'a', config: null, told }]);
    const document = () => combineDocument(envelope, view, [read.document]);
    await draw(chance.pick(formats), { as: 'overview', view: () => view, document }, look);
  });
}

/** Nothing, or a failure with the one code that it may have; which then can be told. */
async function answered(code: ErrorCode, chance: Chance, read: () => Promise<void>): Promise<string[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof VocabError)) throw error;
    await drawTold(chance.pick(formats), sayFailure(error), { verbose: true });
    return isVocabError(error, code) && error.hint !== null ? [] : [`${error.code}: ${error.message}`];
  }
}
